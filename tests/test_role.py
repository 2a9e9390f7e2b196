"""A role says what it asks for and how strongly; each requirement once."""

import json
import time

import pytest
from conftest import listed

from gapwriter import InputError, Role, read_catalog, read_role, write_report
from gapwriter.role import Relation, find_built_in, read_level


def role_of(*essential, **more):
    return read_role({"title": "Engineer", "essential": list(essential), **more})


def labels(role, relation=Relation.ESSENTIAL):
    return [requirement.label for requirement in role.asked(relation)]


def refused(data, file="role"):
    with pytest.raises(InputError) as error:
        read_role(data)
    assert error.value.file == file and error.value.cure and len(str(error.value).splitlines()) == 1
    return error.value


@pytest.mark.parametrize(
    "entry",
    [
        "Python",
        {"skill": "Python"},
        {"name": "python"},
        {"any_of": ["Python"]},
        "Python 3",
        "Python 3.11+",
        "strong Python skills",
        "experience with Python",
        "Python (CPython)",
    ],
)
def test_a_skill_is_found_in_an_entry_of_any_shape(entry):
    assert labels(role_of(entry)) == ["Python"]


@pytest.mark.parametrize(
    "entry, label",
    [
        ({"any_of": ["PyTorch", "TensorFlow"]}, "PyTorch or TensorFlow"),
        ("PyTorch or TensorFlow", "PyTorch or TensorFlow"),
        ("PyTorch / TensorFlow", "PyTorch or TensorFlow"),
        ("Java, Kotlin or Scala", "Java, Kotlin or Scala"),
    ],
)
def test_an_alternative_is_one_requirement(entry, label):
    assert labels(role_of(entry)) == [label]


@pytest.mark.parametrize("entry", ["Python and SQL", "Python, SQL", "Python & SQL"])
def test_a_list_in_one_entry_is_several_requirements(entry):
    assert labels(role_of(entry)) == ["Python", "SQL"]


@pytest.mark.parametrize("entry", ["CI/CD", "health and safety", "TCP/IP", "R&D"])
def test_a_known_name_is_never_taken_apart(entry):
    assert len(role_of(entry).requirements) == 1


@pytest.mark.parametrize(
    "entry, level",
    [
        ("Python", None),
        ("advanced Python", "advanced"),
        ("Python (expert)", "expert"),
        ("basic knowledge of Python", "beginner"),
        ({"skill": "Python", "proficiency": "intermediate"}, "intermediate"),
        ({"skill": "Python", "proficiency": "Proficient"}, "intermediate"),
        ({"skill": "German", "proficiency": "C1"}, "expert"),
        ("German (B2)", "advanced"),
        ("fluent German", "expert"),
    ],
)
def test_a_level_in_the_label_or_beside_it_is_read(entry, level):
    assert role_of(entry).requirements[0].proficiency == level


@pytest.mark.parametrize("text, level", [("", None), ("C", None), ("native speaker", "expert"), ("Level 3", None)])
def test_a_raw_level_is_read_or_left_open(text, level):
    assert read_level(text) == level


def test_an_entry_may_name_its_own_relation():
    assert labels(role_of("Python", {"skill": "Docker", "relation": "optional"}), Relation.OPTIONAL) == ["Docker"]


@pytest.mark.parametrize(
    "twice", [["Python", "python"], ["Kubernetes", "K8s"], [{"any_of": ["Java", "Scala"]}, {"any_of": ["Scala", "Java"]}], ["Florble", "florbles"]]
)
def test_a_skill_asked_for_twice_is_one_requirement(twice):
    assert len(role_of(*twice).requirements) == 1


def test_of_two_levels_the_higher_is_asked_for():
    assert [r.proficiency for r in role_of("basic Python", "advanced Python", "Python").requirements] == ["advanced"]


def test_two_names_of_one_skill_are_no_choice():
    assert labels(role_of({"any_of": ["Python", "python", "Docker"]})) == ["Python or Docker"]


@pytest.mark.parametrize("one, other", [("Python", "python"), ("K8s", "Kubernetes"), ({"any_of": ["Java", "Scala"]}, "Scala or Java")])
def test_a_skill_under_two_relations_is_refused(one, other):
    error = refused({"title": "x", "essential": [one], "optional": ["SQL", other]})
    assert error.place == "optional[1]" and "essential" in error.problem and "optional" in error.problem


@pytest.mark.parametrize("key, hint", [("esential", "essential"), ("Title", "title"), ("license", "licences"), ("zzz", "use one of")])
def test_an_unknown_field_is_refused_with_a_hint(key, hint):
    error = refused({"title": "x", "essential": ["Python"], key: []})
    assert error.place == key and hint in error.cure


@pytest.mark.parametrize(
    "data, place",
    [
        ({"title": ""}, "title"),
        ({"title": 5}, "title"),
        ({"title": "{{title}}"}, "title"),
        ({"title": "[Your title]"}, "title"),
        ({"title": None}, "title"),
        ({"company": []}, "company"),
        ({"essential": "Python"}, "essential"),
        ({"essential": {"Python": 1}}, "essential"),
        ({"essential": []}, "essential"),
        ({"essential": [5]}, "essential[0]"),
        ({"essential": ["Python", None]}, "essential[1]"),
        ({"essential": ["Python", " "]}, "essential[1]"),
        ({"essential": [{}]}, "essential[0]"),
        ({"essential": [{"skill": " "}]}, "essential[0]"),
        ({"essential": [{"skil": "Python"}]}, "essential[0].skil"),
        ({"essential": ["Python", {"any_of": "Java"}]}, "essential[1].any_of"),
        ({"essential": [{"any_of": ["Java", ""]}]}, "essential[0]"),
        ({"essential": [{"skill": "Python", "proficiency": "wizard"}]}, "essential[0].proficiency"),
        ({"essential": [{"skill": "Python", "relation": "nice"}]}, "essential[0].relation"),
        ({"essential": ["x" * 201]}, "essential[0]"),
        ({"essential": [{"any_of": ["Java", "(" * 4_000]}]}, "essential[0]"),
        ({"experience": {"years": "many"}}, "experience.years"),
        ({"experience": {"years": -1}}, "experience.years"),
        ({"experience": {"years": float("nan")}}, "experience.years"),
        ({"experience": {"leadership": "perhaps"}}, "experience.leadership"),
        ({"experience": {"age": 30}}, "experience.age"),
        ({"experience": 5}, "experience"),
    ],
)
def test_what_cannot_be_is_refused_with_its_path(data, place):
    assert refused({"title": "Engineer", "essential": ["Python"], **data}).place == place


def test_a_message_speaks_of_lists_not_of_tuples():
    assert "list" in refused({"title": "x", "essential": "Python"}).problem


@pytest.mark.parametrize(
    "data",
    [{}, {"title": "Engineer"}, {"title": "Engineer", "essential": None}, {"title": "Engineer", "skills": []}, {"title": "x", "qualifications": ["Python"]}],
)
def test_a_role_that_asks_for_nothing_is_refused(data):
    refused(data)


@pytest.mark.parametrize("key", ["basics", "work"])
def test_a_resume_given_as_a_role_is_recognised(key):
    assert "resume" in refused({key: {}}).problem


@pytest.mark.parametrize("title", ["Data Scientist", "data scientist", "DATA-SCIENTIST", "data-scientist"])
def test_a_built_in_role_is_found_by_its_title(title):
    role = read_role(title)
    assert role.title == "Data Scientist" and role.origin == "built-in" and len(role.requirements) >= 6


@pytest.mark.parametrize(
    "title, hint",
    [("Data Scientst", "'Data Scientist'"), ("Sr. Data Scientist", "Data Scientist"), ("zzzz", "catalog list roles"), ("x" * 300, "catalog list roles")],
)
def test_an_unknown_title_is_refused_with_a_hint(title, hint):
    with pytest.raises(InputError) as error:
        read_role(title)
    assert hint in error.value.cure


@pytest.mark.parametrize("source", ["missing.yaml", "no/such/role", ""])
def test_a_missing_file_is_refused(source):
    with pytest.raises(InputError):
        read_role(source)


def test_every_built_in_role_can_be_read():
    for row in read_catalog().raw["roles"]:
        role = find_built_in(row["id"], read_catalog())
        assert role.requirements and all(requirement.known for requirement in role.requirements), row["id"]


def test_a_role_of_the_job_schema_asks_for_its_keywords(tmp_path):
    path = tmp_path / "job.json"
    path.write_text(
        json.dumps(
            {
                "title": "Web Developer",
                "company": "Aperture",
                "description": "Builds things.",
                "experience": "Seasoned",
                "qualifications": ["Be kind"],
                "skills": [{"name": "Front end", "level": "Advanced", "keywords": ["HTML", "CSS"]}, {"name": "Python", "level": None, "keywords": None}],
            }
        )
    )
    role = read_role(path)
    assert [(r.label, r.proficiency) for r in role.requirements] == [("HTML", "advanced"), ("CSS", "advanced"), ("Python", None)]
    assert (role.company, role.origin) == ("Aperture", "advertisement")


@pytest.mark.parametrize(
    "skills, place",
    [(5, "skills"), ("Python", "skills"), (["Python"], "skills[0]"), ([{"name": 5}], "skills[0].name"), ([{}, {"keywords": "x"}], "skills[1].keywords")],
)
def test_a_job_schema_of_the_wrong_shape_is_refused(skills, place):
    assert refused({"title": "x", "skills": skills}).place == place


def test_fields_of_a_role_are_never_dropped_for_a_misplaced_one():
    error = refused({"title": "x", "skills": [{"name": "Python"}], "emerging": ["Docker"]})
    assert error.place == "skills"


def test_what_the_catalog_does_not_know_is_kept_and_marked():
    requirement = role_of("StackHound Yardmaster").requirements[0]
    assert (requirement.label, requirement.known) == ("StackHound Yardmaster", False)


@pytest.mark.parametrize("label", ["🙂", "日本語", "*|<b>`[x](y)", "نور", "a\nb", "x" * 200])
def test_any_label_is_kept(label):
    assert role_of("Python", label).requirements[1].asked == " ".join(label.split())


def test_a_slip_of_spelling_is_forgiven_and_the_role_keeps_its_word():
    requirement = role_of("Kubernetse").requirements[0]
    assert (requirement.label, requirement.asked) == ("Kubernetes", "Kubernetse")


@pytest.mark.parametrize(
    "field, label", [("languages", "German"), ("licences", "driving licence"), ("certificates", "PMP"), ("education", "Bachelor's degree")]
)
def test_conditions_of_other_fields_are_essential(field, label):
    requirement = role_of("Python", **{field: [label]}).requirements[1]
    assert (requirement.relation, requirement.source, requirement.known) == (Relation.ESSENTIAL, f"{field}[0]", True)


def test_a_role_is_read_as_it_is_and_yaml_as_json(tmp_path, role):
    path = tmp_path / "role.yaml"
    path.write_text(
        "title: Senior AI Engineer\ncompany: Northlight\nessential: [Python, machine learning, deep learning, PyTorch]\noptional: [Docker, SQL]\nemerging: [prompt engineering]\nexperience: {years: 5, leadership: yes}\n"
    )
    read = read_role(role)
    assert isinstance(read, Role) and read_role(read) is read
    assert read_role(path).model_copy(update={"file": "role"}) == read


@pytest.mark.parametrize("label", ["(" * 200, "experience with " * 12, "a, " * 66, "/ or " * 40])
def test_a_hostile_label_is_read_in_time(label):
    started = time.perf_counter()
    role_of(*[label.strip() + str(number) for number in range(0)], label.strip(), "Python")
    assert time.perf_counter() - started < 1


def test_a_resume_object_is_no_role():
    with pytest.raises(InputError):
        read_role(listed("Python"))


def test_an_advertisement_is_read_with_the_words_of_each_requirement(tmp_path):
    path = tmp_path / "job.txt"
    path.write_text("Data Engineer\n\nRequirements:\n- Python\n- SQL\n\nNice to have:\n- Docker\n", "utf-8")
    role = read_role(path)
    assert (role.title, role.origin) == ("Data Engineer", "advertisement")
    assert labels(role) == ["Python", "SQL"] and labels(role, Relation.OPTIONAL) == ["Docker"]
    assert all(requirement.quote for requirement in role.requirements)


def test_licences_of_several_regions_are_one_condition_of_which_any_will_do():
    licences = [{"skill": "RN licence", "region": "US"}, {"skill": "NMC registration", "region": "UK"}, "driving licence"]
    found = read_role({"title": "Nurse", "essential": ["wound care"], "licences": licences}).requirements
    assert [requirement.label for requirement in found] == ["wound care", "RN licence or NMC registration", "driving licence"]


def test_no_years_are_no_condition():
    assert read_role({"title": "Nurse", "essential": ["wound care"], "experience": {"years": 0}}).years is None


def test_a_resume_in_the_place_of_the_role_is_refused(tmp_path):
    path = tmp_path / "cv.txt"
    path.write_text(
        "Ada Brink\nada@example.net\n\nExperience\n\nEngineer, Fern Ltd, Jan 2020 - Present\n- Python\n\nAnalyst, Alder Ltd, Jan 2017 - Dec 2019\n- SQL\n\nSkills\nPython, SQL\n",
        "utf-8",
    )
    with pytest.raises(InputError, match="this is a resume, not a role; give the resume first, then the role"):
        read_role(path)


def test_the_day_and_the_pay_of_an_advertisement_are_kept(tmp_path):
    path = tmp_path / "job.txt"
    path.write_text("Data Engineer\nFern Ltd\nPosted on 12 October 2026\nSalary: £45,000 to £52,500 per year\n\nRequirements\n- Python\n", "utf-8")
    role = read_role(path)
    assert (role.date, role.salary.low, role.salary.high, role.salary.currency) == ("2026-10-12", 45000, 52500, "GBP")
    text = write_report({"basics": {"name": "Ada Brink"}, "skills": [{"name": "SQL"}]}, role).render()
    assert "**Pay**: 45,000 to 52,500 GBP a year, as the advertisement states it." in text and "dated 12 October 2026" in text
