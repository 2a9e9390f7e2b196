"""Findings and judgements are data, and their counts are those of the clauses."""

from gapwriter.finding import Examination, Finding, Judgement, Verdict


def test_an_examination_counts_its_clauses_and_gives_its_data():
    judgements = [Judgement(span=(at, at + 1), sentence=(0, 9), section="", verdict=verdict, facts=(f"fact.{at}",)) for at, verdict in enumerate(Verdict)]
    finding = Finding(kind="wrong_years", span=(3, 8), section="Executive Summary", sentence="It is so.", message="it is not", facts=("experience.years",))
    examination = Examination(findings=(finding,), judgements=tuple(judgements))
    assert examination.as_data() == {
        "findings": [
            {
                "kind": "wrong_years",
                "span": [3, 8],
                "section": "Executive Summary",
                "sentence": "It is so.",
                "message": "it is not",
                "facts": ["experience.years"],
            }
        ],
        "supported": 1,
        "neutral": 1,
        "unverifiable": 1,
    }
    assert examination.facts_of(0, 2) == ("fact.0", "fact.1")
