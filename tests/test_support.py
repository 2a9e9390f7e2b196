"""The facts that each clause rests on."""

import pytest
from conftest import RESUME, ROLE, report_of

from gapwriter.checker import Checker
from gapwriter.finding import Verdict

CHECKER = Checker(report_of(RESUME, ROLE).facts)


@pytest.mark.parametrize(
    "text, facts",
    [
        ("Noor knows Python.", {"subject", "skill.python"}),
        ("The resume does not show PyTorch.", {"gap.pytorch"}),
        ("PyTorch is essential.", {"requirement.pytorch"}),
        ("One of the four essential requirements is met.", {"count.essential"}),
        ("The role asks for five years of experience.", {"gate.years"}),
        ("The resume gives no example of leading people.", {"experience.leadership"}),
    ],
)
def test_a_supported_clause_names_its_facts(text, facts):
    (judgement,) = CHECKER.examine(text, "Executive Summary").judgements
    assert judgement.verdict is Verdict.SUPPORTED and facts <= set(judgement.facts)


def test_clauses_of_one_sentence_have_verdicts_of_their_own():
    judgements = CHECKER.examine("Python is documented, but Docker is documented too.").judgements
    assert [judgement.verdict for judgement in judgements] == [Verdict.SUPPORTED, Verdict.CONTRADICTED]
    assert len({judgement.sentence for judgement in judgements}) == 1
