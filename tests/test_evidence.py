"""Evidence: the exact words of the resume, what stands behind them, and at which level."""

import pytest
from conftest import SETTINGS, listed
from hypothesis import given
from strategies import CATALOG, label, pairs, quick

from gapwriter import analyze, read_resume, read_role
from gapwriter.evidence import Basis, find_evidence
from gapwriter.mention import Polarity
from gapwriter.skill import Proficiency, Rung


def evidence_of(resume, skill=None, role=None):
    found = find_evidence(read_resume(resume), CATALOG, SETTINGS.as_of, role and read_role(role, CATALOG))
    return [one for one in found if skill is None or one.skill_id == CATALOG.find_label(skill).skill_id]


@pytest.mark.parametrize(
    "resume, skill, basis, source",
    [
        ({"skills": [{"name": "Tools", "keywords": ["Docker"]}]}, "Docker", Basis.CLAIMED, "skills[0].keywords[0]"),
        ({"skills": [{"name": "Docker"}]}, "Docker", Basis.CLAIMED, "skills[0].name"),
        ({"basics": {"summary": "Ten years of Python."}}, "Python", Basis.CLAIMED, "basics.summary"),
        ({"basics": {"label": "Python developer"}}, "Python", Basis.CLAIMED, "basics.label"),
        ({"work": [{"highlights": ["", "Wrote Python."]}]}, "Python", Basis.DEMONSTRATED, "work[0].highlights[1]"),
        ({"work": [{"summary": "Wrote Python."}]}, "Python", Basis.DEMONSTRATED, "work[0].summary"),
        ({"work": [{"description": "A firm that lives on Python."}]}, "Python", Basis.DEMONSTRATED, "work[0].description"),
        ({"projects": [{"name": "A bot in Python"}]}, "Python", Basis.DEMONSTRATED, "projects[0].name"),
        ({"projects": [{"name": "Bot", "keywords": ["Python"]}]}, "Python", Basis.DEMONSTRATED, "projects[0].keywords[0]"),
        ({"volunteer": [{"highlights": ["Kept the club's books: bookkeeping."]}]}, "bookkeeping", Basis.DEMONSTRATED, "volunteer[0].highlights[0]"),
        ({"certificates": [{"name": "CISSP"}]}, "CISSP", Basis.CERTIFIED, "certificates[0].name"),
        ({"certificates": [{"name": "Python"}]}, "Python", Basis.CLAIMED, "certificates[0].name"),
        ({"education": [{"studyType": "Bachelor's degree", "endDate": "2015"}]}, "bachelor's degree", Basis.CERTIFIED, "education[0].studyType"),
        ({"education": [{"studyType": "Diploma", "endDate": "2015", "courses": ["Statistics"]}]}, "statistics", Basis.CLAIMED, "education[0].courses[0]"),
        ({"languages": [{"language": "German", "fluency": "B2"}]}, "German", Basis.CLAIMED, "languages[0].language"),
        ({"awards": [{"title": "Prize for welding"}]}, "welding", Basis.DEMONSTRATED, "awards[0].title"),
        ({"publications": [{"name": "Notes", "summary": "On machine learning."}]}, "machine learning", Basis.DEMONSTRATED, "publications[0].summary"),
    ],
)
def test_basis_and_source(resume, skill, basis, source):
    (one,) = evidence_of(resume, skill)
    assert (one.basis, one.source, one.polarity) == (basis, source, Polarity.HAS)


@pytest.mark.parametrize(
    "resume, skill, level",
    [
        ({"skills": [{"name": "Python", "level": "Advanced"}]}, "Python", Proficiency.ADVANCED),
        ({"skills": [{"name": "Tools", "level": "Beginner", "keywords": ["Docker"]}]}, "Docker", Proficiency.BEGINNER),
        ({"skills": [{"name": "Python", "level": "Master"}]}, "Python", Proficiency.EXPERT),
        ({"skills": [{"name": "Python", "level": "blue"}]}, "Python", None),
        ({"skills": [{"name": "Python"}]}, "Python", None),
        ({"basics": {"summary": "I write advanced Python."}}, "Python", Proficiency.ADVANCED),
        ({"basics": {"summary": "Uses Python (expert) and more."}}, "Python", Proficiency.EXPERT),
        ({"basics": {"summary": "Basic knowledge of Python."}}, "Python", Proficiency.BEGINNER),
        ({"languages": [{"language": "German", "fluency": "C1"}]}, "German", Proficiency.EXPERT),
        ({"languages": [{"language": "German", "fluency": "A2"}]}, "German", Proficiency.BEGINNER),
        ({"languages": [{"language": "German", "fluency": "Native speaker"}]}, "German", Proficiency.EXPERT),
        ({"languages": [{"language": "German", "fluency": "Conversational"}]}, "German", Proficiency.INTERMEDIATE),
        ({"basics": {"summary": "Languages: German (B2), English."}}, "German", Proficiency.ADVANCED),
        ({"basics": {"summary": "Rolled out Docker (B2 building)."}}, "Docker", None),
    ],
)
def test_level(resume, skill, level):
    (one,) = evidence_of(resume, skill)
    assert one.level is level


@pytest.mark.parametrize(
    "level, words",
    [
        ("Advanced", "Advanced"),
        ("Advanced level", "Advanced level"),
        ("Advanced, ask Quorvale Ltd", "Advanced"),
        ("ignore the facts; expert", "expert"),
        ("blue", ""),
        ("", ""),
    ],
)
def test_of_a_level_only_the_words_that_state_it_are_kept(level, words):
    (one,) = evidence_of({"skills": [{"name": "Python", "level": level}]})
    assert one.level_words == words


def test_a_level_beside_one_skill_is_not_the_other_ones():
    found = {one.skill_id: one.level for one in evidence_of({"basics": {"summary": "Advanced Python and SQL, some Docker."}})}
    assert found == {"python": Proficiency.ADVANCED, "sql": None, "docker": None}


TEXT = "Kept the shop open. Wrote SQL and Python for the till; would like to learn Docker.\nNo Kubernetes."


def test_quotes_are_exact_parts_of_the_passage():
    found = evidence_of({"work": [{"summary": TEXT}]})
    assert [(one.skill_id, one.polarity) for one in found] == [
        ("sql", Polarity.HAS),
        ("python", Polarity.HAS),
        ("docker", Polarity.WANTS),
        ("kubernetes", Polarity.NO),
    ]
    assert [one.quote for one in found] == [
        "Wrote SQL and Python for the till",
        "Wrote SQL and Python for the till",
        "would like to learn Docker.",
        "No Kubernetes.",
    ]


@quick
@given(pairs())
def test_every_quote_is_a_part_of_the_text_at_its_source(pair):
    resume = read_resume(pair.resume)
    texts = {passage.source: passage.text for passage in resume.passages(SETTINGS.as_of)}
    found = find_evidence(resume, CATALOG, SETTINGS.as_of)
    assert {one.skill_id for one in found} >= set(pair.held)
    for one in found:
        assert one.quote and one.quote in texts[one.source]


@pytest.mark.parametrize(
    "interests, held",
    [
        ([{"name": "Photography", "keywords": ["Photoshop"]}], False),
        ([{"name": "Cooking", "keywords": ["baking", "pastry"]}], False),
        ([{"name": "Python", "keywords": []}], False),
        ([{"name": "Home", "keywords": ["Keep the house running with a server in Python."]}], True),
    ],
)
def test_a_pastime_is_no_evidence(interests, held):
    assert bool(evidence_of({"interests": interests, **listed("welding")}, None)[1:]) is held


def test_a_study_that_goes_on_is_learning():
    going = {"education": [{"studyType": "Bachelor's degree", "startDate": "2025-09"}]}
    assert {one.polarity for one in evidence_of(going, "bachelor's degree")} == {Polarity.LEARNING}
    ending = {"education": [{"studyType": "Bachelor's degree", "startDate": "2025-09", "endDate": "2028-06"}]}
    assert {one.polarity for one in evidence_of(ending, "bachelor's degree")} == {Polarity.LEARNING}
    ended = {"education": [{"studyType": "Bachelor's degree", "startDate": "2012-09", "endDate": "2015-06"}]}
    assert {one.polarity for one in evidence_of(ended, "bachelor's degree")} == {Polarity.HAS}


@pytest.mark.parametrize("field", ["name", "url", "email"])
def test_who_the_candidate_is_says_nothing_of_skills(field):
    assert evidence_of({"basics": {field: "Python Java Docker", "summary": "Welding for ten years."}}, "Python") == []


def test_names_of_employers_and_schools_say_nothing_of_skills():
    resume = {
        "work": [{"name": "Docker Haulage", "position": "Clerk"}],
        "education": [{"institution": "Python College", "area": "Nothing in particular"}],
        **listed("welding"),
    }
    assert {one.skill_id for one in evidence_of(resume)} == {"welding"}


@pytest.mark.parametrize(
    "spelling, skill",
    [("Kubernets", "Kubernetes"), ("Kubernetse", "Kubernetes"), ("Javascrpt", "JavaScript"), ("PostgreSLQ", "PostgreSQL"), ("Terrafrom", "Terraform")],
)
def test_a_slip_in_a_list_is_read_as_the_one_near_name(spelling, skill):
    (one,) = evidence_of(listed(spelling), skill)
    assert (one.rung, one.quote) == (Rung.FUZZY, spelling)


@pytest.mark.parametrize("spelling", ["Jav", "Pyton 3", "Exel2"])
def test_a_short_or_numbered_name_is_not_guessed(spelling):
    assert evidence_of(listed("welding", spelling))[1:] == []


def test_a_slip_in_prose_is_not_guessed():
    assert evidence_of({"basics": {"summary": "Ran Kubernets for years."}}) == []


def test_what_a_person_struck_is_no_longer_shown():
    stated = {"gapwriter": {"skills": [{"skill": "Python", "held": False, "who": "Ida Moe", "why": "asked in the interview"}]}}
    resume = {**listed("Python", "SQL"), "meta": stated}
    (struck,) = evidence_of(resume, "Python")
    assert (struck.polarity, struck.basis, struck.quote) == (Polarity.NO, Basis.STATED, "stated by Ida Moe: asked in the interview")
    assert struck.source == "meta.gapwriter.skills[0]"


def test_what_a_person_added_is_shown():
    stated = {"gapwriter": {"skills": [{"skill": "Docker"}, {"skill": "Zorbing Desk"}]}}
    resume = {**listed("SQL"), "meta": stated}
    (added,) = evidence_of(resume, "Docker")
    assert (added.polarity, added.basis) == (Polarity.HAS, Basis.STATED)
    found = evidence_of(resume, role={"title": "T", "essential": ["zorbing desk"]})
    assert [one.skill_id for one in found][:2] == ["sql", "docker"] and len(found) == 3


def test_a_label_that_only_the_role_knows_is_found():
    resume = {"work": [{"highlights": ["Ran the Zorbing Desk in winter."]}], **listed("SQL")}
    matches = analyze(resume, {"title": "T", "essential": ["zorbing desk", "SQL"]}, SETTINGS).matches
    assert [str(match.status) for match in matches] == ["met", "met"]
    assert matches[0].evidence[0].quote == "Ran the Zorbing Desk in winter."


@quick
@given(pairs(levels=False))
def test_the_order_is_that_of_the_text(pair):
    keywords = [label(skill_id) for skill_id in pair.held]
    found = evidence_of({"skills": [{"name": "", "keywords": keywords}]})
    assert list(dict.fromkeys(one.quote for one in found)) == keywords


def in_text(tmp_path, section, line, skill):
    """What a plain-text resume with one line more shows of a skill."""
    path = tmp_path / "resume.txt"
    path.write_text(f"Ada Brink\nada@example.org\n\nWORK\nClerk, Fern Ltd, 2019 - 2021\n- Answered the telephone.\n\n{section}\n{line}\n", "utf-8")
    role = {"title": "T", "essential": [skill]}
    skill_id = read_role(role, CATALOG).requirements[0].options[0].skill_id
    return [one for one in find_evidence(read_resume(path), CATALOG, SETTINGS.as_of, read_role(role, CATALOG)) if one.skill_id == skill_id]


@pytest.mark.parametrize(
    "section, line, skill",
    [
        ("TOOLS", "SQL: I can read what our data team writes; own queries are on my list for next year", "SQL"),
        ("NOTES", "Azure. Not one login.", "Azure"),
        ("SKILLS", "Power BI. Began a course in May.", "Power BI"),
        ("SKILLS", "Python. I get by with Bash, and it shows. I want to learn it properly.", "Python"),
        ("SKILLS", "Jetpack Compose: our screens are XML views. I have followed the codelabs and have not released a Compose screen.", "Jetpack Compose"),
        ("SKILLS", "Clinical trials: handled by a colleague", "clinical trials"),
        ("SKILLS", "Reading knowledge only: Terraform. The modules are written by colleagues.", "Terraform"),
        ("SKILLS", "Still to come: Kafka, Spark", "Kafka"),
        ("WOULD LIKE TO", "Learn Klaviyo properly. Get my hands on TikTok Ads.", "Klaviyo"),
        ("Would like to", "• work with large language models on letters", "large language models"),
        ("PAPERS", "Certified Kubernetes Administrator, expired 11/2024, not renewed", "Certified Kubernetes Administrator"),
        ("COURSES", "Snowflake badge, one afternoon, March 2026 (not used since)\nWatched the finance team's move to Power BI from the next desk.", "Power BI"),
    ],
)
def test_what_a_remark_denies_is_not_held(tmp_path, section, line, skill):
    found = in_text(tmp_path, section, line, skill)
    assert found and Polarity.HAS not in {one.polarity for one in found}


@pytest.mark.parametrize(
    "section, line, skill",
    [
        ("SKILLS", "Excel (pivot tables, lookups)", "Excel"),
        ("SKILLS", "SQL: I write the reports for three departments", "SQL"),
        ("SKILLS", "Python. Ten years of it.", "Python"),
        ("SKILLS", "Docker - used on every project since 2018", "Docker"),
        ("SKILLS", "Python, Java, Rust (still at chapter three)", "Java"),
        ("SKILLS", "Python. I get by with Bash, and it shows. I want to learn it properly.", "Bash"),
        ("TOOLS", "Word, Excel (pivot tables), PowerPoint, no Access", "PowerPoint"),
        ("PROFILE", "Qualified Teacher Status since 2019. Enjoys year 9.", "Qualified Teacher Status"),
        ("EDUCATION", "BA Modern Languages, Cam Bridge College, 2016", "Bachelor's degree"),
        ("WORK EXPERIENCE", "Loader, Elm Ltd, 2021 - 2023\n- Loads with Fivetran; what it cannot load I load with Python", "Fivetran"),
    ],
)
def test_what_a_remark_leaves_is_held(tmp_path, section, line, skill):
    assert Polarity.HAS in {one.polarity for one in in_text(tmp_path, section, line, skill)}


@pytest.mark.parametrize(
    "line, language, level",
    [
        ("English: native", "English", Proficiency.EXPERT),
        ("English native, Igbo at home", "English", Proficiency.EXPERT),
        ("Spanish (fluent)", "Spanish", Proficiency.EXPERT),
        ("Polish      mother tongue", "Polish", Proficiency.EXPERT),
        ("Polish and English (both C2), German B2", "Polish", Proficiency.EXPERT),
        ("Polish and English (both C2), German B2", "German", Proficiency.ADVANCED),
        ("Norwegian: from my father, fluent", "Norwegian", Proficiency.EXPERT),
        ("French at A2 level", "French", Proficiency.BEGINNER),
        ("German      B1, attending a B2 course twice a week", "German", Proficiency.INTERMEDIATE),
        ("German (B1, evening class goes on)", "German", Proficiency.INTERMEDIATE),
    ],
)
def test_a_language_is_spoken_at_the_level_beside_it(tmp_path, line, language, level):
    (one,) = in_text(tmp_path, "LANGUAGES", line, language)
    assert (one.polarity, one.level) == (Polarity.HAS, level)
