"""The plain sentences: they say what must be said, nothing twice, and nothing that their facts do not say."""

import re

import pytest
from conftest import compare, listed
from hypothesis import given
from strategies import CATALOG, SETTINGS, UNKNOWN, asking, pairs, quick, report_from, small_report

from gapwriter.fact import Fact, Facts
from gapwriter.phrase import MOST
from gapwriter.plain import write_plain
from gapwriter.prompt import Section, read_sections
from gapwriter.prose import Shape
from gapwriter.report import write_analysis
from gapwriter.skill import Kind

SECTIONS = {section.id: section for section in read_sections()}


def written(facts):
    """(section, block, sentence) of every plain sentence, with placeholders still in it."""
    for section in SECTIONS.values():
        for block in write_plain(facts, section):
            for sentence in block.sentences:
                yield section, block, sentence


def report_on(resume, role, **changes):
    return write_analysis(compare(resume, role, **changes), SETTINGS.model_copy(update=changes), CATALOG)


def text_of(report, section):
    return " ".join(sentence.text for one in report.sections if one.id == section for sentence in one.sentences)


LICENCES = [skill.label for skill in CATALOG if skill.kind is Kind.LICENCE][:9]
MANY = [
    "Docker", "Kubernetes", "SQL", "JavaScript", "TypeScript", "PHP", "Terraform", "Ansible", "GraphQL", "PyTorch", "machine learning", "deep learning",
    "TensorFlow", "MongoDB", "Redis", "MySQL", "Tableau", "Power BI", "Jira", "Figma", "Photoshop", "bookkeeping", "payroll", "welding",
]  # fmt: skip

# --- every section says what it must ----------------------------------------------------------------------------------------------------------


def unsaid(facts):
    for section in SECTIONS.values():
        named = {fact_id for block in write_plain(facts, section) for sentence in block.sentences for fact_id in sentence.facts}
        yield from ((section.id, fact.id) for fact in facts.of(*section.must_state) if fact.id not in named)


@quick
@given(pairs())
def test_every_fact_that_must_be_stated_is(pair):
    assert not list(unsaid(report_from(pair).facts))


@pytest.mark.parametrize(
    "role",
    [
        asking(*MANY),
        asking(optional=MANY),
        asking(emerging=MANY[:9]),
        asking("Python"),
        asking(*UNKNOWN),
        asking(*LICENCES),
        asking(
            "Python", *UNKNOWN, licences=LICENCES, optional=MANY[:9], emerging=MANY[9:20], experience={"years": 9, "leadership": True, "architecture": True}
        ),
        asking({"skill": "Python", "proficiency": "expert"}),
    ],
)
def test_also_where_there_is_much_or_little_to_say(role):
    facts = report_on(listed("Python", *MANY[20:]), role).facts
    assert not list(unsaid(facts))


@pytest.mark.parametrize("number, named, rest", [(1, 1, 0), (7, 7, 0), (8, 5, 3), (12, 5, 7)])
def test_the_summary_names_all_essential_gaps_or_five_and_the_count_of_the_rest(number, named, rest):
    report = report_on(listed("Python"), asking("Python", *UNKNOWN[:10], *MANY[:2]) if number == 12 else asking("Python", *UNKNOWN[:number]))
    summary = text_of(report, "executive_summary").split("gap is named below")[0]
    gaps = [gap.label for gap in report.analysis.gaps]
    opening = next(block for block in report.sections[0].blocks)
    prose = " ".join(sentence.text for sentence in opening.sentences).casefold()
    assert sum(bool(re.search(rf"\b{re.escape(label.casefold())}\b", prose)) for label in gaps) in ({named, number} if rest == 0 else {named})
    assert ("further essential gap" in summary) == bool(rest)


# --- every sentence rests on facts --------------------------------------------------------------------------------------------------------------


@quick
@given(pairs())
def test_named_facts_exist(pair):
    report = report_from(pair)
    ids = {fact.id for fact in report.facts}
    for _, _, sentence in written(report.facts):
        assert sentence.facts and set(sentence.facts) <= ids


NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d(?!\w)|(?<![\w.,])\d(?!\w)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)


def numbers_from_nowhere(facts):
    by_id = {fact.id: fact for fact in facts}
    for _, block, sentence in written(facts):
        told = " ".join(f"{by_id[fact_id].text} {by_id[fact_id].written}" for fact_id in sentence.facts).casefold()
        for number in NUMBER.findall(sentence.text):
            if not re.search(rf"(?<![\w.,]){re.escape(number.casefold())}(?!\w)", told):
                yield block.head, sentence.text, number


@quick
@given(pairs())
def test_every_number_stands_in_a_fact_of_its_sentence(pair):
    assert not list(numbers_from_nowhere(report_from(pair).facts))


@pytest.mark.parametrize(
    "resume, role",
    [
        (listed("Python"), asking("Python", experience={"years": 5, "leadership": True})),
        (listed("Python", *MANY[:12]), asking("Python")),
        (listed("Python"), asking("Python", *MANY[:9])),
    ],
)
def test_no_number_is_counted_by_a_sentence(resume, role):
    assert not list(numbers_from_nowhere(report_on(resume, role).facts))


@quick
@given(pairs())
def test_labels_stand_in_a_fact_of_their_sentence(pair):
    """A sentence that names a gap rests on a fact about that skill."""
    report = report_from(pair)
    by_id = {fact.id: fact for fact in report.facts}
    labels = {gap.label for gap in report.analysis.gaps if gap.requirement.known and len(gap.label) > 8}
    for _, block, sentence in written(report.facts):
        told = " ".join(f"{fact.text} {fact.about} {fact.value} {fact.written}" for fact in map(by_id.get, sentence.facts))
        for label in labels:
            assert label not in sentence.text or label in told or block.head


# --- how a sentence reads ------------------------------------------------------------------------------------------------------------------------

PRONOUN = re.compile(r"\b(?:he|she|his|her|hers|him|himself|herself)\b", re.I)
THEY = re.compile(r"\b(?:they|them|their|theirs)\b", re.I)
LACKS = re.compile(r"\black(?:s|ed|ing)?\b", re.I)


def plain_faults(report):
    for section in report.sections:
        for block in section.blocks:
            for sentence in block.sentences:
                text = sentence.text
                starts = [label for fact in report.facts if fact.id in sentence.facts for label in fact.about]
                if not (text[0] in "“\"'" or text[0].isupper() or text[0].isdigit()) and not any(text.startswith(label) for label in starts):
                    yield "start", text
                if not text.endswith(".") or text.endswith(".."):
                    yield "end", text
                if PRONOUN.search(text):
                    yield "pronoun", text
                if LACKS.search(text):
                    yield "lacks", text
                if re.search(
                    r"\b(?:CANDIDATE|ROLE|COMPANY|TITLE_\d|EMPLOYER_\d|SKILL_\d)|[{}]|  | [,;]| \.(?!\w)|\bNone\b of \bNone\b|\bTrue\b|\bFalse\b", text
                ):
                    yield "leftover", text


@quick
@given(pairs())
def test_sentences_read_well(pair):
    assert not list(plain_faults(report_from(pair)))


@pytest.mark.parametrize("label", ["dbt", "pandas", "iOS development", ".NET", "pytest", "jQuery", "npm", "5S", "e-commerce"])
def test_also_where_a_label_begins_in_an_unusual_way(label):
    for resume, role in (
        (listed("Python"), asking("Python", label)),
        (listed("Python", label), asking("Python", label)),
        (listed("Python", label), asking("Python")),
    ):
        assert not list(plain_faults(report_on(resume, role)))


def theys(report):
    """Sentences with a pronoun that could be read as the candidate; a proof is the catalog's own text, in which it stands for things."""
    return [one.text for section in report.sections for one in section.sentences if THEY.search(one.text) and not one.text.startswith("Proof: ")]


DEMONSTRATED = {"work": [{"highlights": [f"Daily work: {label}." for label in MANY[:9]]}], **listed("Python")}


@pytest.mark.parametrize(
    "resume, role",
    [
        (listed("welding"), asking("Python", "SQL", optional=["Docker"])),
        (DEMONSTRATED, asking(*MANY[:9])),
        (listed("Python", "dbt"), asking("Python", "dbt")),
        (listed("Python", basics={"summary": "No SQL. No Docker."}), asking("Python", "SQL", "Docker")),
    ],
)
def test_no_sentence_speaks_of_them(resume, role):
    assert theys(report_on(resume, role)) == []


@quick
@given(pairs())
def test_no_sentence_twice(pair):
    """An item or a step is read with its head."""
    seen = [(block.head, sentence.text) for section in report_from(pair).sections for block in section.blocks for sentence in block.sentences]
    assert sorted({one for one in seen if seen.count(one) > 1}) == []


@pytest.mark.parametrize("essential, optional", [(["Docker"], ["PyTorch"]), ([*UNKNOWN[:9]], []), ([*LICENCES], []), (MANY[:20], MANY[20:])])
def test_no_sentence_twice_in_large_reports_either(essential, optional):
    report = report_on(listed("Python"), asking(*essential, optional=optional))
    seen = [(block.head, sentence.text) for section in report.sections for block in section.blocks for sentence in block.sentences]
    assert len(seen) == len(set(seen))


def longest_list(text, labels):
    """The number of items in the longest list of labels in a text."""
    for label in sorted(labels, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", "§", text, flags=re.I)
    lists = re.findall(r"§(?:,? (?:and|or) §|, §)*", text)
    return max((found.count("§") for found in lists), default=0)


def long_lists(report):
    for section in report.sections:
        for block in section.blocks:
            if block.shape is Shape.PARAGRAPH:
                for sentence in block.sentences:
                    labels = {report.cast.restore(label) for fact in report.facts if fact.id in sentence.facts for label in fact.about}
                    if longest_list(sentence.text, labels) > MOST:
                        yield sentence.text


@quick
@given(pairs())
def test_no_list_is_longer_than_seven(pair):
    assert not list(long_lists(report_from(pair)))


@pytest.mark.parametrize(
    "resume, role",
    [
        (listed("Python"), asking(*MANY)),
        (listed("Python", *MANY), asking(*MANY)),
        (listed(*MANY), asking("Python")),
        (listed("Python"), asking("Python", optional=MANY, emerging=UNKNOWN)),
        (listed("Python"), asking("Python", *UNKNOWN)),
        (listed("Python"), asking("Python", *LICENCES)),
    ],
)
def test_also_where_there_is_much_to_list(resume, role):
    assert not list(long_lists(report_on(resume, role)))


def test_the_measure_of_lists():
    assert longest_list("A, B and C are open; D or E too.", "ABCDE") == 3
    assert longest_list("A is open.", "ABC") == 1


# --- what changes with what --------------------------------------------------------------------------------------------------------------------


def changed_sentences(before, after, skip=()):
    """The sentences that stand in one report only, with their facts, and the ids of the facts that differ."""
    old, new = ({fact.id: fact for fact in facts} for facts in (before, after))
    changed = {fact_id for fact_id in old.keys() | new.keys() if old.get(fact_id) != new.get(fact_id)}
    one, other = (
        {(section.id, block.head, sentence.text): set(sentence.facts) for section, block, sentence in written(facts) if section.id not in skip}
        for facts in (before, after)
    )
    return {key: facts for key, facts in (one | other).items() if (key in one) != (key in other)}, changed


def months_changed(skip=()):
    for months in range(1, 25):
        resume = listed("Python", "SQL", work=[WORK])
        longer = listed("Python", "SQL", work=[WORK | {"endDate": f"{2024 + (months - 1) // 12}-{(months - 1) % 12 + 1:02d}"}])
        sentences, changed = changed_sentences(report_on(resume, ROLE).facts, report_on(longer, ROLE).facts, skip)
        yield from (key for key, facts in sentences.items() if not facts & changed)


WORK = {"position": "Clerk", "name": "Lindvik", "startDate": "2021-03", "endDate": "2023-05"}
ROLE = asking("Python", "Docker", {"skill": "SQL", "proficiency": "advanced"}, optional=["PyTorch", "Jira"], experience={"years": 5, "leadership": True})
CHANGES = [
    ({"work": [WORK | {"highlights": ["Led a team of six fitters."]}]}, {}),
    ({"skills": [{"name": "", "keywords": ["Python", "SQL", "Docker"]}]}, {}),
    ({"skills": [{"name": "", "keywords": ["Python", "SQL", "Tableau"]}]}, {}),
    ({"skills": [{"name": "", "keywords": ["Python"]}]}, {}),
    ({}, {"optional": ["PyTorch"]}),
    ({}, {"experience": {"years": 6, "leadership": True}}),
    ({}, {"title": "Keeper", "company": "Kvist"}),
]


def test_more_months_change_only_the_sentences_that_name_them():
    assert not list(months_changed())


def test_more_months_change_only_the_sentences_that_name_them_outside_the_summary():
    assert not list(months_changed(skip=("executive_summary",)))


@pytest.mark.parametrize("resume, role", CHANGES)
def test_a_changed_fact_changes_only_its_own_sentences(resume, role):
    """Where a list grows or shrinks, the sentence before and the sentence after share a fact."""
    before = report_on({**listed("Python", "SQL"), "work": [WORK]}, ROLE).facts
    after = report_on({**listed("Python", "SQL"), "work": [WORK], **resume}, {**ROLE, **role}).facts
    sentences, changed = changed_sentences(before, after)
    touched = set().union(*(facts for facts in sentences.values() if facts & changed))
    assert [key for key, facts in sentences.items() if not facts & touched] == []


# --- a section without a writer --------------------------------------------------------------------------------------------------------------------


def test_a_section_without_a_writer_of_its_own_states_its_facts():
    facts = Facts(facts=(Fact(id="a", kind="gap.essential", text="weaving is open.", source="role"), Fact(id="b", kind="score", text="No.", source="role")))
    (block,) = write_plain(facts, Section(id="interview_questions", title="Interview Questions", must_state=("gap",)))
    assert [(sentence.text, sentence.facts) for sentence in block.sentences] == [("Weaving is open.", ("a",))]


# --- what is said must be so -------------------------------------------------------------------------------------------------------------------------


def test_a_language_below_its_level_is_not_ruled_out():
    report = report_on(listed("Python", languages=[{"language": "German", "fluency": "A2"}]), asking("Python", {"skill": "German", "proficiency": "C1"}))
    assert "rules it out" not in text_of(report, "executive_summary")


def test_a_missing_skill_is_never_told_as_absent():
    report = small_report(listed("weaving"), asking("weaving", "dyeing", "Jacquard"))
    assert not re.search(r"has no|does not have|without any", " ".join(text_of(report, section.id) for section in report.sections))


# --- only what a section may state -----------------------------------------------------------------------------------------------------------------


def foreign(facts):
    """Sentences that rest on a kind of fact which their section neither must nor may state."""
    by_id = {fact.id: fact for fact in facts}
    for section, _, sentence in written(facts):
        may = {fact.id for fact in facts.of(*section.must_state, *section.may_state)}
        yield from ((section.id, sentence.text, by_id[fact_id].kind) for fact_id in sentence.facts if fact_id not in may)


@quick
@given(pairs())
def test_a_section_states_only_what_it_must_or_may(pair):
    assert not list(foreign(report_from(pair).facts))


@pytest.mark.parametrize("resume, role", [(listed("Python"), asking("Python")), (listed("Python"), asking("Python", *LICENCES, optional=MANY))])
def test_also_where_nothing_or_much_is_open(resume, role):
    assert not list(foreign(report_on(resume, role).facts))
