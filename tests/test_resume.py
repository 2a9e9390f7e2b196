"""A resume is strict at its root, lenient inside, and exact in its months."""

import json
import re
from datetime import date

import pytest
from conftest import SETTINGS, compare, listed

from gapwriter import InputError, Resume, analyze, read_resume, write_report
from gapwriter.dates import count_months

TODAY = date(2026, 11, 1)


def refused(data, **work):
    with pytest.raises(InputError) as error:
        read_resume(data)
    assert error.value.cure and len(str(error.value).splitlines()) == 1
    return error.value


def months(*positions):
    work = [{"name": "Firm", "position": "Clerk", "startDate": start, **({} if end is None else {"endDate": end})} for start, end in positions]
    return count_months(read_resume(listed("Python", work=work)).periods(TODAY))


@pytest.mark.parametrize("wrap", [dict, read_resume, lambda data: json.loads(json.dumps(data))])
def test_a_mapping_a_resume_and_a_file_read_the_same(tmp_path, resume, wrap):
    path = tmp_path / "r.json"
    path.write_text(json.dumps(resume), "utf-8")
    assert read_resume(wrap(resume)).model_dump() == read_resume(path).model_dump() == read_resume(str(path)).model_dump()


def test_yaml_reads_as_json_does(tmp_path, resume):
    path = tmp_path / "r.yaml"
    path.write_text(
        "basics: {name: Noor Halvorsen}\nskills:\n- name: Programming\n  keywords: [Python]\nwork:\n- {position: Dev, startDate: 2020, endDate: 2021-03-31}\n",
        "utf-8",
    )
    read = read_resume(path)
    assert read.name == "Noor Halvorsen" and count_months(read.periods(TODAY)) == 15


@pytest.mark.parametrize(
    "key, hint",
    [
        ("skill", "skills"),
        ("basic", "basics"),
        ("works", "work"),
        ("Work", "work"),
        ("certificate", "certificates"),
        ("zzz", "use one of"),
        ("file", "use one of"),
        ("outline", "use one of"),
    ],
)
def test_a_field_unknown_at_the_root_is_refused_with_a_hint(key, hint):
    error = refused(listed("Python", **{key: []}))
    assert error.place == key and hint in error.cure


def test_fields_unknown_inside_are_kept_out_of_the_way():
    assert read_resume(listed("Python", work=[{"position": "Dev", "hobby": {"a": [1]}}])).work[0].position == "Dev"


@pytest.mark.parametrize(
    "section",
    ["basics", "work", "volunteer", "education", "awards", "certificates", "publications", "languages", "interests", "references", "projects", "meta"],
)
def test_null_counts_as_absent(section):
    assert read_resume(listed("Python") | {section: None})


@pytest.mark.parametrize(
    "row",
    [
        ("work", ["name", "position", "startDate", "endDate", "summary", "highlights"]),
        ("education", ["area", "studyType", "courses"]),
        ("certificates", ["name", "date"]),
        ("skills", ["name", "level", "keywords"]),
        ("projects", ["name", "keywords", "highlights"]),
    ],
)
def test_null_inside_counts_as_absent(row):
    section, fields = row
    data = listed("Python")
    data.setdefault(section, []).append(dict.fromkeys(fields))
    assert read_resume(data)


@pytest.mark.parametrize(
    "data, place",
    [
        ({"basics": "Ada"}, "basics"),
        ({"basics": {"name": ["Ada"]}}, "basics.name"),
        ({"work": {}}, "work"),
        ({"work": "Clerk"}, "work"),
        ({"work": [None]}, "work[0]"),
        ({"work": ["Clerk"]}, "work[0]"),
        ({"work": [{"highlights": "did it"}]}, "work[0].highlights"),
        ({"work": [{}, {"highlights": ["a", {}]}]}, "work[1].highlights[1]"),
        ({"work": [{"position": True}]}, "work[0].position"),
        ({"skills": ["Python"]}, "skills[0]"),
        ({"skills": [{"keywords": "Python"}]}, "skills[0].keywords"),
        ({"skills": [{"keywords": [["Python"]]}]}, "skills[0].keywords[0]"),
        ({"meta": []}, "meta"),
        ({"meta": {"gapwriter": "x"}}, "meta.gapwriter"),
        ({"meta": {"gapwriter": {"years": "many"}}}, "meta.gapwriter.years"),
        ({"meta": {"gapwriter": {"years": -1}}}, "meta.gapwriter.years"),
        ({"meta": {"gapwriter": {"skills": None}}}, "meta.gapwriter.skills"),
        ({"meta": {"gapwriter": {"skills": [{"held": True}]}}}, "meta.gapwriter.skills[0].skill"),
        ({"meta": {"gapwriter": {"salary": 1}}}, "meta.gapwriter.salary"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_its_path(data, place):
    assert refused(listed("Python") | data).place == place


@pytest.mark.parametrize("number", [2021, 3.5])
def test_a_number_stands_for_its_text(number):
    assert read_resume(listed("Python", certificates=[{"name": number}])).certificates[0].name == str(number)


@pytest.mark.parametrize("field", ["startDate", "endDate"])
@pytest.mark.parametrize("text", ["2021-13", "2021-02-30", "03/2021", "spring 2021", "21", "2021-3"])
def test_an_impossible_date_is_refused_where_it_stands(field, text):
    error = refused(listed("Python", work=[{"startDate": "2020"}, {"startDate": "2020", "endDate": "2022", field: text}]))
    assert error.place == f"work[1].{field}" and text in error.problem and "YYYY-MM" in error.cure


def test_an_end_before_its_start_is_refused():
    error = refused(listed("Python", work=[{"startDate": "2021-05", "endDate": "2021-04"}]))
    assert error.place == "work[0].endDate" and "2021-05" in error.problem


@pytest.mark.parametrize(
    "positions, total",
    [
        ([("2023-09", "2026-10")], 38),
        ([("2023-09", None)], 38),
        ([("2023-09", "Present")], 38),
        ([("2023-09", " present ")], 38),
        ([("2020-01", "2020-01")], 1),
        ([("2020-01-31", "2020-02-01")], 2),
        ([("2016", "2018")], 25),
        ([("2020-01", "2020-12"), ("2020-06", "2021-05")], 17),
        ([("2020-01", "2020-12"), ("2020-03", "2020-04")], 12),
        ([("2020-01", "2020-06"), ("2020-07", "2020-12")], 12),
        ([("2020-01", "2020-02"), ("2021-01", "2021-02")], 4),
        ([("2026-01", "2030-01")], 10),
        ([("2027-01", None)], 0),
        ([("2027-01", "2028-01")], 0),
        ([("", "2020-01")], 0),
        ([("present", None)], 0),
    ],
)
def test_months_are_exact_and_none_counts_twice(positions, total):
    assert months(*positions) == months(*reversed(positions)) == total


@pytest.mark.parametrize(
    "name", ["{{name}}", "${NAME}", "Your Name", "[Your Name Here]", "<name>", "TODO", "TBD", "N/A", "xxx", "First Name", "Candidate Name", "placeholder"]
)
def test_a_form_that_nobody_filled_in_is_refused(name):
    assert refused(listed("Python") | {"basics": {"name": name}}).place == "basics.name"


@pytest.mark.parametrize("text", ["Lorem ipsum dolor sit amet", "Led a team at [insert company]", "{{ highlight }}"])
def test_a_placeholder_in_the_text_is_refused_where_it_stands(text):
    error = refused(listed("Python", work=[{"position": "Clerk", "highlights": ["Did well.", text]}]))
    assert error.place == "work[0].highlights[1]"


@pytest.mark.parametrize(
    "data",
    [{}, {"basics": {"name": "Ada"}}, {"work": []}, {"work": [{"name": "Firm"}]}, {"skills": [{"keywords": ["", " "]}]}, {"references": [{"name": "Bo"}]}],
)
def test_a_resume_that_says_nothing_is_refused(data):
    assert "nothing in it" in refused(data).problem


def test_a_resume_without_a_known_skill_is_refused(role):
    with pytest.raises(InputError, match="no known skill"):
        compare({"basics": {"name": "Ada", "summary": "Florble the grumpkin."}}, role)


@pytest.mark.parametrize("key", ["essential", "title"])
def test_a_role_given_as_a_resume_is_recognised(key):
    assert "role" in refused({key: "Engineer"}).problem


NAMES = [
    "O'Neil",
    "Sinéad O’Connor-Ní Bhriain",
    "null",
    "None",
    "Ruby",
    "Java Perl",
    "True",
    "Go",
    "Ada 🙂 Brink",
    "نور حداد",
    "דנה לוי",
    "李小龍",
    "山田 花子",
    "김민준",
    "Nguyễn Thị Hoa",
    "Анна Иванова",
    "Ελένη",
    "สมชาย ใจดี",
    "अनिता शर्मा",
    "X Æ A-12",
    "Ng",
    "R",
    "Robert'); DROP TABLE--",
    "<script>alert(1)</script>",
    "CANDIDATE",
    "COMPANY",
    "*|<b>`[x](y)",
    "a" * 300,
]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_kept_and_is_no_skill(role, name):
    data = listed("Docker") | {"basics": {"name": name}}
    analysis = compare(data, role)
    assert analysis.candidate == name
    assert [held.label for held in analysis.held] == ["Docker"]
    report = write_report(data, role, settings=SETTINGS)
    assert json.loads(report.render("json"))["cast"]["CANDIDATE"] == name


def test_without_a_name_the_report_speaks_of_the_candidate(role):
    data = listed("Docker")
    data["basics"] = {}
    text = write_report(data, role, settings=SETTINGS).render()
    assert "CANDIDATE" not in text and "the candidate" in text.casefold()


@pytest.mark.parametrize("summary", ["{{" * 2_400, "[your " * 800, "{{}" * 1_600, "a" * 5_000, "${" * 2_400])
def test_text_that_looks_like_a_placeholder_without_end_is_read(summary):
    assert read_resume(listed("Python") | {"basics": {"summary": summary}})


def test_a_resume_goes_through_its_own_json(resume):
    again = Resume.model_validate(read_resume(resume).model_dump(by_alias=True))
    assert analyze(again, "Data Scientist", SETTINGS) == analyze(resume, "Data Scientist", SETTINGS)


FULL = {
    "basics": {"label": "Analyst", "summary": "Counts."},
    "work": [{"name": "Firm", "position": "Clerk", "summary": "S", "description": "D", "highlights": ["H", " "]}],
    "volunteer": [{"organization": "Choir", "position": "Treasurer"}],
    "projects": [{"name": "Atlas", "description": "Maps", "highlights": ["Drew"], "keywords": ["GIS"]}],
    "education": [{"institution": "School", "studyType": "Bachelor", "area": "Physics", "courses": ["Optics"], "startDate": "2025"}, {"area": "History"}],
    "certificates": [{"name": "PMP", "issuer": "PMI"}],
    "skills": [{"name": "Tools", "level": "Advanced", "keywords": ["Excel", "a long remark that is no name of a skill"]}, {"name": "SQL"}],
    "languages": [{"language": "German", "fluency": "C1"}],
    "awards": [{"title": "Cup", "summary": "Won"}],
    "publications": [{"name": "Paper", "summary": "Read"}],
    "interests": [{"name": "Sport", "keywords": ["Golf"]}],
}


def test_every_text_is_a_passage_with_its_place_and_employers_and_schools_are_none():
    passages = {passage.source: passage for passage in read_resume(FULL).passages(TODAY)}
    texts = [passage.text for passage in passages.values()]
    assert not {"Firm", "Choir", "School", "PMI", " "} & set(texts) and len(texts) == len(set(texts))
    assert passages["work[0].highlights[0]"].text == "H" and passages["projects[0].keywords[0]"].is_list
    assert passages["education[0].studyType"].text == "Bachelor in Physics" and passages["education[0].studyType"].ongoing
    assert not passages["education[1].studyType"].ongoing and passages["education[1].studyType"].text == "History"
    excel, remark = passages["skills[0].keywords[0]"], passages["skills[0].keywords[1]"]
    assert (excel.heading, excel.level, excel.is_list, remark.is_list) == ("Tools", "Advanced", True, False)
    assert passages["languages[0].language"].level == "C1"


def test_a_plain_text_gives_the_same_skills_and_months(tmp_path, role):
    path = tmp_path / "resume.txt"
    path.write_text(
        "Noor Halvorsen\n\nExperience\nWeb Developer, Lindvik\nSep 2023 - Oct 2026\n- Built an import service in Python.\n\nSkills\nPython, JavaScript\n",
        "utf-8",
    )
    analysis = analyze(path, role, SETTINGS)
    assert (analysis.candidate, analysis.experience.months) == ("Noor Halvorsen", 38)
    assert {"Python", "JavaScript"} <= {held.label for held in analysis.held}
    assert {one.source for held in analysis.held for one in held.evidence} == {"line 6", "line 9"}


@pytest.mark.parametrize(
    "text, told",
    [
        ("x" * 1_000_000, "line 3: there are 1,000,000 characters without a break; give the resume with its line breaks"),
        ("\n".join(["- Python and SQL"] * 20_000), "it has more than 120,000 characters; give the resume alone"),
    ],
)
def test_what_is_larger_than_a_resume_is_refused(tmp_path, text, told):
    path = tmp_path / "cv.txt"
    path.write_text(f"Ada Brink\n\n{text}\n", "utf-8")
    with pytest.raises(InputError, match=re.escape(told)):
        read_resume(path)


def test_a_value_that_is_larger_than_a_page_is_refused_with_its_place():
    with pytest.raises(InputError, match=re.escape("resume: skills[0].name: there are 70,000 characters without a break")):
        read_resume({"basics": {"name": "Ada Brink"}, "skills": [{"name": "Python " * 10_000}]})
