"""A resume written for rendercv says the same as JSON Resume: by the titles of its sections, then by the kind of its entries."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter import InputError, read_resume
from gapwriter.readers.yaml_file import read
from gapwriter.rendercv import find_cv, to_json_resume


def resume(sections, **cv):
    """The fields of JSON Resume for sections in YAML."""
    return to_json_resume({"cv": {**cv, "sections": read(dedent(sections).encode(), "cv.yaml").data}}, "cv.yaml")


def filled(entry):
    """An entry without its empty fields."""
    return {key: value for key, value in entry.items() if value}


def test_the_head_is_the_basics():
    cv = {
        "name": "Ada Brink",
        "headline": "Data **Analyst**",
        "email": ["ada@example.com", "a@example.com"],
        "phone": "+49 30 1234567",
        "website": None,
        "photo": "a.jpg",
    }
    assert filled(to_json_resume({"cv": cv, "design": {"theme": "classic"}}, "cv.yaml")["basics"]) == {
        "name": "Ada Brink", "label": "Data Analyst", "email": "ada@example.com", "phone": "+49 30 1234567"
    }  # fmt: skip
    assert to_json_resume({"cv": {"label": "Analyst"}}, "cv.yaml")["basics"]["label"] == "Analyst"


@pytest.mark.parametrize(
    "entry, expected",
    [
        ("{company: Wexmoor, position: Analyst, start_date: 2019-01, end_date: 2022-03}", {"name": "Wexmoor", "position": "Analyst", "startDate": "2019-01", "endDate": "2022-03"}),
        ("{company: Wexmoor, position: Analyst, start_date: 2019, end_date: present}", {"name": "Wexmoor", "position": "Analyst", "startDate": "2019", "endDate": "present"}),
        ("{company: Wexmoor, position: Analyst, start_date: 2019-05}", {"name": "Wexmoor", "position": "Analyst", "startDate": "2019-05"}),
        ("{company: Wexmoor, position: Analyst, date: Fall 2023}", {"name": "Wexmoor", "position": "Analyst", "startDate": "2023-09", "endDate": "2023-11"}),
        ("{company: Wexmoor, position: Analyst, date: Jan 2019 - today}", {"name": "Wexmoor", "position": "Analyst", "startDate": "2019-01", "endDate": "present"}),
        ("{company: Wexmoor, position: Analyst, date: 2021-04, start_date: 2010}", {"name": "Wexmoor", "position": "Analyst", "startDate": "2021-04", "endDate": "2021-04"}),
        ("{company: Wexmoor, position: Analyst, summary: Reports., highlights: [Built **SQL** reports, null]}", {"name": "Wexmoor", "position": "Analyst", "summary": "Reports.", "highlights": ["Built SQL reports"]}),
        ("{name: 'Wexmoor Ltd — Data Analyst', date: 2021, highlights: [SQL]}", {"name": "Wexmoor Ltd", "position": "Data Analyst", "startDate": "2021", "endDate": "2021", "highlights": ["SQL"]}),
        ("'**Wexmoor Ltd** — Data Analyst (2018–2020)'", {"name": "Wexmoor Ltd", "position": "Data Analyst", "startDate": "2018", "endDate": "2020"}),
        ("{bullet: Led a team of five}", {"highlights": ["Led a team of five"]}),
    ],
)  # fmt: skip
def test_experience_is_work(entry, expected):
    assert [filled(one) for one in resume(f"Work Experience:\n  - {entry}")["work"]] == [expected]


@pytest.mark.parametrize(
    "section, key, expected",
    [
        ("education: [{institution: Leeds, area: Physics, degree: BSc, start_date: 2010, end_date: 2013, highlights: ['GPA: 3.9']}]", "education", {"institution": "Leeds", "area": "Physics", "studyType": "BSc", "courses": ["GPA: 3.9"], "startDate": "2010", "endDate": "2013"}),
        ("education: [Evening classes in SQL]", "education", {"courses": ["Evening classes in SQL"]}),
        ("projects: [{name: '[Tide](https://x.org)', date: 2021, summary: A clock, highlights: [In Go]}]", "projects", {"name": "Tide", "description": "A clock", "highlights": ["In Go"], "startDate": "2021", "endDate": "2021"}),
        ("Selected Talks: [{name: Kafka at scale, summary: How we run it}]", "projects", {"name": "Kafka at scale", "description": "How we run it"}),
        ("skills: [{label: Programming, details: 'Python, C++, and Go'}]", "skills", {"name": "Programming", "keywords": ["Python", "C++", "Go"]}),
        ("technologies: [{label: Data, details: 'Good understanding of SQL, R and statistics'}]", "skills", {"name": "Data", "keywords": ["Good understanding of SQL, R and statistics"]}),
        ("tooling: [{label: Data, details: 'SQL, R'}]", "skills", {"name": "Data", "keywords": ["SQL", "R"]}),
        ("skills: [{bullet: Docker}]", "skills", {"keywords": ["Docker"]}),
        ("certifications: [{name: CKA, date: 2022-05, summary: expired in 2023}]", "certificates", {"name": "CKA, expired in 2023", "date": "2022-05"}),
        ("certifications: [{label: CKA, details: 'valid until 2030'}]", "certificates", {"name": "CKA, valid until 2030"}),
        ("languages: [{label: German, details: C1}]", "languages", {"language": "German", "fluency": "C1"}),
        ("languages: [German (fluent)]", "languages", {"language": "German", "fluency": "fluent"}),
        ("languages: ['German: native']", "languages", {"language": "German", "fluency": "native"}),
        ("languages: [German]", "languages", {"language": "German"}),
        ("languages: [{label: Programming, details: 'Python, Go'}]", "skills", {"name": "Programming", "keywords": ["Python", "Go"]}),
        ("awards: [{name: Best thesis, date: 2019, summary: On tides}]", "awards", {"title": "Best thesis", "date": "2019", "summary": "On tides"}),
        ("awards: [{bullet: Best thesis}]", "awards", {"title": "Best thesis"}),
        ("papers: [{title: On tides, authors: [A. Brink], journal: Tides, date: 2020}]", "publications", {"name": "On tides", "publisher": "Tides", "releaseDate": "2020"}),
        ("publications: [{reversed_number: On tides}]", "publications", {"name": "On tides"}),
        ("volunteering: [{company: Food bank, position: Driver, date: 2020}]", "volunteer", {"organization": "Food bank", "position": "Driver", "startDate": "2020", "endDate": "2020"}),
        ("interests: [{bullet: Chess}, {bullet: Go}]", "interests", {"name": "interests", "keywords": ["Chess", "Go"]}),
        ("references: [{bullet: On request}]", "references", {"reference": "On request"}),
        ("currently_learning: [Rust, {label: Cloud, details: 'GCP, Azure'}]", "skills", {"name": "currently learning", "keywords": ["Rust", "Cloud: GCP, Azure"]}),
        ("numbered_entries: [{number: Ran a school}, {number: Sold a shop}]", "skills", {"name": "numbered entries", "keywords": ["Ran a school", "Sold a shop"]}),
        ("Further years: [{company: Wexmoor, position: Analyst}]", "work", {"name": "Wexmoor", "position": "Analyst"}),
    ],
)  # fmt: skip
def test_a_section_is_what_its_title_says_and_then_what_its_entries_are(section, key, expected):
    found = resume(section)
    assert [filled(one) for one in found[key]] == [expected] and found.keys() <= {"basics", "meta", key}


def test_a_summary_is_the_summary_with_its_marks_taken_off():
    found = resume("about_me: ['Analyst with *six* years in `SQL`, [see here](https://x.org/a).', {bullet: '#emph[Likes] tides\\_and $$x$$'}]")
    assert found["basics"]["summary"] == "Analyst with six years in SQL, see here.\nLikes tides_and $$x$$"


def test_each_object_knows_where_it_comes_from():
    found = resume("summary: [Analyst]\nexperience: [{company: A, position: B}, {company: C, position: D}]\nmore: [{bullet: x}, {bullet: y}]")
    assert found["meta"]["rendercv"] == {
        "basics.summary": "cv.sections.summary[0]",
        "work[0]": "cv.sections.experience[0]",
        "work[1]": "cv.sections.experience[1]",
        "skills[0].keywords[0]": "cv.sections.more[0]",
        "skills[0].keywords[1]": "cv.sections.more[1]",
    }


def test_the_whole_reads_as_a_resume():
    found = resume(
        """\
        summary: [Analyst who likes tides.]
        experience: [{company: Wexmoor, position: Analyst, start_date: 2019-01, end_date: present, highlights: [Built reports in SQL]}]
        skills: [{label: Programming, details: "Python, R"}]
        """,
        name="Ada Brink",
    )
    read_back = read_resume(found)
    texts = {passage.text: passage.source for passage in read_back.passages(date(2026, 11, 1))}
    assert read_back.name == "Ada Brink" and texts["Python"] == "skills[0].keywords[0]" and texts["Built reports in SQL"] == "work[0].highlights[0]"
    assert [period.first for period in read_back.periods(date(2026, 11, 1))] == [2019 * 12]


@pytest.mark.parametrize(
    "sections, place, problem",
    [
        ("experience: [{company: A, position: B, start_date: Jan 2020}]", "cv.sections.experience[0].start_date", "'Jan 2020' is not a date"),
        (
            "experience: [{company: A, position: B, start_date: 2020, end_date: 2021-13}]",
            "cv.sections.experience[0].end_date",
            "'2021-13' is not in the calendar",
        ),
        ("experience: [{company: A, position: B, date: long ago}]", "cv.sections.experience[0].date", "'long ago' is not a date"),
        ("skills: Python", "cv.sections.skills", "this is no list of entries"),
        ("skills: [[Python]]", "cv.sections.skills[0]", "this is no entry that rendercv has"),
        ("skills: [{language: Python}]", "cv.sections.skills[0]", "this is no entry that rendercv has"),
        ("skills: [null]", "cv.sections.skills[0]", "this is no entry that rendercv has"),
        ("skills: [{label: {a: b}, details: c}]", "cv.sections.skills[0].label", "this is no text"),
        ("work: [{company: A, position: B, highlights: [{a: b}]}]", "cv.sections.work[0].highlights", "this is no text"),
    ],
)
def test_what_rendercv_would_refuse_is_refused_with_its_place(sections, place, problem):
    with pytest.raises(InputError) as error:
        resume(sections)
    assert (error.value.file, error.value.place, error.value.problem) == ("cv.yaml", place, problem) and error.value.cure


def test_sections_that_are_no_mapping_are_refused():
    with pytest.raises(InputError, match=r"cv\.yaml: cv\.sections: this is no mapping"):
        to_json_resume({"cv": {"sections": ["skills"]}}, "cv.yaml")
    with pytest.raises(InputError, match=r"cv\.yaml: cv: rendercv keeps a resume under this key"):
        to_json_resume({"cv": "Ada"}, "cv.yaml")


@pytest.mark.parametrize("data, found", [({"cv": {"name": "A"}}, True), ({"name": "A", "sections": {}}, True), ({"basics": {}, "sections": {}}, False), ({"title": "A"}, False), ({"cv": None}, False)])  # fmt: skip
def test_a_file_of_rendercv_is_told_apart(data, found):
    assert (find_cv(data) is not None) is found


TITLES = st.sampled_from(
    "experience education projects skills certifications languages awards publications volunteering interests references summary learning other".split()
)
FIELDS = st.sampled_from(
    "bullet number reversed_number company position institution area degree name title authors label details summary highlights journal date".split()
)
TEXTS = st.text("abcABC ,;:.*[]()_#-–0129", max_size=30)
ENTRIES = TEXTS | st.dictionaries(FIELDS, TEXTS | st.lists(TEXTS, max_size=2), min_size=1, max_size=4)


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(TITLES, st.lists(ENTRIES, max_size=3), max_size=3))
def test_any_entries_are_read_or_refused(sections):
    try:
        found = to_json_resume({"cv": {"name": "Ada Brink", "sections": sections}}, "cv.yaml")
    except InputError as refusal:
        found = refusal.place
    assert found["basics"]["name"] == "Ada Brink" if isinstance(found, dict) else found.startswith("cv.sections.")


@settings(deadline=None, max_examples=200)
@given(TITLES, st.sampled_from(["bullet", "number", "reversed_number", ""]), st.text("abcdef ", min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_no_plain_text_is_lost(title, kind, text):
    found = to_json_resume({"cv": {"sections": {title: [{kind: text} if kind else text]}}}, "cv.yaml")
    assert " ".join(text.split()) in repr({key: value for key, value in found.items() if key != "meta"})
