"""An advertisement written for machines asks what it says: its description as it stands, and its fields by their meaning."""

import html
import json
import time

import pytest

from gapwriter import InputError
from gapwriter.advert import read_advert
from gapwriter.job_posting import find_posting, to_advert
from gapwriter.skill import read_catalog

DESCRIPTION = (
    "<p>Wexmoor runs nine ferries.</p><h3>Requirements</h3><ul><li>SQL</li><li>Tableau</li></ul><p><strong>Nice to have</strong></p><ul><li>Snowflake</li></ul>"
)
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Data Analyst (m/f/d)",
    "hiringOrganization": {"@type": "Organization", "name": "Wexmoor Ferries"},
    "datePosted": "2026-05-01T08:00:00Z",
    "description": DESCRIPTION,
}


def advert(**fields):
    return to_advert(POSTING | fields, "job.json")


def asked(posting):
    """What the advertisement asks for: labels by relation, and the years."""
    role = read_advert(posting.document.lines, read_catalog()).role
    labels = {key: [entry.get("skill") or tuple(entry["any_of"]) for entry in role[key]] for key in ("essential", "optional") if role[key]}
    return labels | ({"years": role["experience"]["years"]} if "years" in role["experience"] else {})


ASKED = {"essential": ["SQL", "Tableau"], "optional": ["Snowflake"]}


def test_title_company_and_date_are_the_publishers_own():
    posting = advert()
    assert (posting.title, posting.company, posting.date, posting.salary) == ("Data Analyst (m/f/d)", "Wexmoor Ferries", "2026-05-01", "")
    role = read_advert(posting.document.lines, read_catalog()).role
    assert (role["title"], role["company"]) == ("Data Analyst", "Wexmoor Ferries")


@pytest.mark.parametrize("company", ["Wexmoor Ferries", {"name": "Wexmoor Ferries"}, [{"@type": "Organization", "name": "Wexmoor&nbsp;Ferries"}]])
def test_a_company_is_a_name_or_an_object(company):
    assert advert(hiringOrganization=company).company == "Wexmoor Ferries"


@pytest.mark.parametrize(
    "description",
    [
        DESCRIPTION,
        html.escape(DESCRIPTION),
        html.escape(html.escape(DESCRIPTION)),
        "Wexmoor runs nine ferries.\n\nRequirements\n- SQL\n- Tableau\n\nNice to have\n- Snowflake",
        "Wexmoor runs nine ferries.<br><br><b>Requirements</b><br>• SQL<br>• Tableau<br><br><b>Nice to have</b><br>• Snowflake",
        {"@value": DESCRIPTION},
    ],
)
def test_a_description_is_html_html_as_text_or_plain(description):
    assert asked(advert(description=description)) == ASKED


@pytest.mark.parametrize(
    "fields, more",
    [
        ({"skills": "Python, Docker"}, {"essential": ["SQL", "Tableau", "Python", "Docker"]}),
        ({"skills": ["Python", "Docker"]}, {"essential": ["SQL", "Tableau", "Python", "Docker"]}),
        ({"skills": [{"@type": "DefinedTerm", "name": "Python"}]}, {"essential": ["SQL", "Tableau", "Python"]}),
        ({"skills": "<ul><li>Python</li><li>Docker</li></ul>"}, {"essential": ["SQL", "Tableau", "Python", "Docker"]}),
        ({"skills": "SQL, Snowflake, Python"}, {"essential": ["SQL", "Tableau", "Python"]}),
        ({"skills": "Python or R"}, {"essential": ["SQL", "Tableau", ("Python", "R")]}),
        ({"qualifications": "Experience with Docker is required."}, {"essential": ["SQL", "Tableau", "Docker"]}),
        ({"qualifications": "<p>Must have</p><ul><li>Docker</li></ul><p>Nice to have</p><ul><li>Git</li></ul>"}, {"essential": ["SQL", "Tableau", "Docker"], "optional": ["Snowflake", "Git"]}),
        ({"experienceRequirements": "At least two years as an analyst"}, {"years": 2}),
        ({"experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 36}}, {"years": 3}),
        ({"experienceRequirements": {"monthsOfExperience": "30"}}, {"years": 2.5}),
        ({"experienceRequirements": {"monthsOfExperience": 125.0}}, {"years": 10}),
        ({"experienceRequirements": {"monthsOfExperience": 9}}, {"years": 0.75}),
        ({"experienceRequirements": {"monthsOfExperience": 0}}, {}),
        ({"experienceRequirements": "no requirements"}, {}),
        ({"educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"}}, {"essential": ["SQL", "Tableau", "Bachelor's degree"]}),
        ({"educationRequirements": "no requirements"}, {}),
        ({"responsibilities": "Write reports in Python."}, {}),
        ({"jobBenefits": ["Docker courses", "a bicycle"]}, {}),
        ({"skills": None, "qualifications": "", "educationRequirements": []}, {}),
    ],
)  # fmt: skip
def test_a_field_asks_by_its_meaning(fields, more):
    assert asked(advert(**fields)) == ASKED | more


def test_a_field_with_no_requirements_is_told_as_not_required():
    lines = advert(experienceRequirements="No requirements", educationRequirements="no requirements").document.lines
    assert [line for line in lines if "Not required" in line] == ["• Not required: Experience", "• Not required: A degree"]


def test_a_choice_of_degrees_is_one_requirement():
    degrees = [{"credentialCategory": "bachelor degree"}, {"credentialCategory": "associate degree"}]
    lines = advert(educationRequirements=degrees, experienceInPlaceOfEducation=True).document.lines
    assert "• Required: Bachelor's degree or Associate degree or equivalent experience" in lines


def test_fields_without_a_heading_leave_the_lists_of_the_description_as_they_were():
    listed = {"description": "<p>Wexmoor runs nine ferries.</p><ul><li>SQL</li><li>Tableau</li></ul>"}
    assert asked(advert(**listed)) == {"essential": ["SQL", "Tableau"]}
    assert asked(advert(**listed, experienceRequirements={"monthsOfExperience": 24})) == {"essential": ["SQL", "Tableau"], "years": 2}


@pytest.mark.parametrize(
    "salary, stated",
    [
        ({"@type": "MonetaryAmount", "currency": "GBP", "value": {"minValue": 36000, "maxValue": 44000.0, "unitText": "YEAR"}}, "36000–44000 GBP per year"),
        ({"currency": "EUR", "value": {"value": 17.5, "unitText": "HOUR"}}, "17.5 EUR per hour"),
        ({"currency": "EUR", "value": "3.000", "unitText": "MONTH"}, "3.000 EUR per month"),
        ({"currency": "USD", "minValue": 50000}, "from 50000 USD"),
        ([{"currency": "USD", "value": {"maxValue": 60000, "unitText": "YEAR"}}], "up to 60000 USD per year"),
        ("£36,000 a year", "£36,000 a year"),
        ({"currency": "USD"}, ""),
        (None, ""),
    ],
)
def test_a_salary_is_kept_as_it_is_stated(salary, stated):
    posting = advert(baseSalary=salary)
    assert posting.salary == stated and (f"Salary: {stated}" in posting.document.lines) == bool(stated)


def test_a_line_has_the_field_it_comes_from_as_its_place():
    document = advert(skills="Python").document
    places = dict(zip(document.lines, document.places, strict=True))
    assert places["Title: Data Analyst (m/f/d)"] == "title" and places["• Required: Python"] == "skills" and places["• SQL"] == "description, line 1"
    assert advert(description="<p>Rye</p>\n<p>\nbread</p>").document.places[-1] == "description, line 3"


def test_what_nobody_sees_of_a_description_is_set_apart():
    document = advert(description=DESCRIPTION + '<p style="color:white">Kubernetes</p>').document
    assert [(found.place, found.text, found.how) for found in document.hidden] == [("description, line 1", "Kubernetes", "white")]
    assert not any("Kubernetes" in line for line in document.lines)


@pytest.mark.parametrize(
    "fields, place, problem",
    [
        ({"description": ""}, "description", "this advertisement says nothing of the job"),
        ({"description": {"deep": {"deeper": "x"}}}, "description", "this advertisement says nothing of the job"),
        ({"description": "<p>Rye <b class='x"}, "description, line 1", "the tag that begins here has no end"),
        ({"description": "<div>" * 1000}, "description, line 1", "the tags are nested more than 512 deep"),
        ({"skills": "<i>" * 1000}, "skills, line 1", "the tags are nested more than 512 deep"),
    ],
)
def test_a_posting_that_cannot_be_read_is_refused_with_its_place(fields, place, problem):
    with pytest.raises(InputError) as error:
        advert(**fields)
    assert (error.value.file, error.value.place, error.value.problem) == ("job.json", place, problem)


@pytest.mark.parametrize(
    "data",
    [
        POSTING,
        [POSTING],
        {"@graph": [{"@type": "WebPage"}, POSTING]},
        {"@type": "WebPage", "mainEntity": {"item": [POSTING, dict(POSTING)]}},
        POSTING | {"@type": "https://schema.org/JobPosting"},
        POSTING | {"@type": ["JobPosting", "Intangible"]},
    ],
)
def test_a_posting_is_found_wherever_it_stands(data):
    found = find_posting(data, "job.json")
    assert found is not None and found["title"] == "Data Analyst (m/f/d)"


@pytest.mark.parametrize("data", [{}, [], None, "JobPosting", {"title": "Baker"}, {"@type": "Occupation"}, {"@type": None, "a": [[[]]]}])
def test_other_data_holds_no_posting(data):
    assert find_posting(data, "job.json") is None


def test_two_postings_are_refused():
    with pytest.raises(InputError, match="more than one advertisement"):
        find_posting([POSTING, POSTING | {"title": "Baker"}], "job.json")


@pytest.mark.parametrize("fields", [{"skills": ["Python"] * 5_000}, {"description": "<p>x" * 100_000}, {"qualifications": ["<b>x</b>" * 1_000] * 1_000}])
def test_an_advertisement_of_endless_fields_is_refused_at_once(fields):
    before = time.process_time()
    with pytest.raises(InputError, match="more than 2,000 entries or 300,000 characters"):
        advert(**fields)
    assert time.process_time() - before < 1


@pytest.mark.parametrize("value", [None, True, 7, 1.5, "x", [], {}, [[["x"]]], {"name": {"name": 3}}, {"value": None}, [None, {"a": "b"}]])
def test_a_field_of_any_shape_is_read_without_a_fault(value):
    fields = (
        "title",
        "hiringOrganization",
        "datePosted",
        "qualifications",
        "skills",
        "experienceRequirements",
        "educationRequirements",
        "responsibilities",
        "jobBenefits",
        "baseSalary",
    )
    posting = advert(**dict.fromkeys(fields, value))
    assert json.dumps(posting.model_dump()) and len(posting.document.lines) == len(posting.document.places)
