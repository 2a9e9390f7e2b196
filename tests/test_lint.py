"""Every class of fault in a catalog is found, and the shipped catalog has none."""

import copy
import json

import pytest
import yaml
from conftest import ROOT

from gapwriter import InputError, read_catalog
from gapwriter.lint import compile_catalog, find_rows, lint_catalog, write_catalog
from gapwriter.skill import Catalog

SHIPPED = ROOT / "gapwriter" / "catalog"
HOURS = {"beginner": 5, "intermediate": 20, "advanced": 60}
SKILLS = [
    {"id": "python", "label": "Python", "kind": "language", "case_sensitive": True, "proof": "a small script", "hours": HOURS},
    {
        "id": "pandas",
        "label": "pandas",
        "kind": "tool",
        "needs_context": ["table"],
        "proof": "a cleaned table",
        "hours": HOURS,
        "implies": {"python": "usual"},
        "requires": ["python"],
        "aliases": ["pandas library"],
    },
    {"id": "polars", "label": "Polars", "kind": "tool", "proof": "a fast table", "hours": HOURS, "related": ["pandas"]},
]
ROLES = [{"id": "analyst", "title": "Analyst", "aliases": ["Table Analyst"], "essential": ["python", {"any_of": ["pandas", "polars"]}], "date": "2026-11-24"}]
RESOURCES = [
    {
        "id": "book",
        "title": "A Book",
        "provider": "Press",
        "url": "https://example.org/book",
        "kind": "book",
        "skills": ["python"],
        "level": "beginner",
        "hours": [5, 10],
        "language": "en",
    }
    | {"access": "free", "certificate": False, "checked_on": None, "checked_against": None}
]


@pytest.fixture
def raw():
    return copy.deepcopy({"skills": SKILLS, "roles": ROLES, "resources": RESOURCES})


@pytest.fixture
def folder(tmp_path, raw):
    for part, rows in raw.items():
        (tmp_path / part).mkdir()
        (tmp_path / part / "field.yaml").write_text(yaml.safe_dump({part: rows}, sort_keys=False), "utf-8")
    return tmp_path


def messages(raw):
    return [f"{fault.place}: {fault.message}" for fault in lint_catalog(raw)]


def test_a_sound_catalog_has_no_fault(raw, folder):
    assert messages(raw) == messages(compile_catalog(folder)) == []


FAULTS = [
    ("skills", 0, {"label": None}, "label"),
    ("skills", 0, {"kind": "gadget"}, "kind"),
    ("skills", 0, {"colour": "red"}, "colour"),
    ("skills", 0, {"id": "Not Kebab"}, "id"),
    ("skills", 0, {"hours": {"guru": 5}}, "hours"),
    ("skills", 0, {"implies": {"pandas": "perhaps"}}, "implies"),
    ("skills", 2, {"id": "pandas"}, "this id stands twice"),
    ("skills", 2, {"label": "Pandas"}, "pandas, polars: all claim the name"),
    ("skills", 2, {"aliases": ["Pandas libraries"]}, "pandas, polars: all claim the name"),
    ("skills", 2, {"label": "—"}, "holds no word"),
    ("skills", 2, {"label": "Spring"}, "'Spring' is a common word and has no rule"),
    ("skills", 2, {"aliases": ["P"]}, "'P' is a common word and has no rule"),
    ("skills", 2, {"broader": ["rust"]}, "broader names 'rust', which does not exist"),
    ("skills", 2, {"implies": {"rust": "strong"}}, "implies names 'rust', which does not exist"),
    ("skills", 2, {"related": ["rust"]}, "related names 'rust', which does not exist"),
    ("skills", 2, {"requires": ["rust"]}, "requires names 'rust', which does not exist"),
    ("skills", 2, {"related": ["polars"]}, "related names the skill itself"),
    ("skills", 2, {"implies": {"pandas": "strong"}}, "pandas is implied and related at once"),
    ("skills", 0, {"requires": ["pandas"]}, "requires runs in a circle"),
    ("skills", 0, {"implies": {"pandas": "usual"}}, "implies runs in a circle"),
    ("skills", 0, {"broader": ["python"]}, "broader runs in a circle"),
    ("skills", 0, {"hours": {}}, "no hours"),
    ("skills", 0, {"hours": {"beginner": 20, "intermediate": 20, "advanced": 60}}, "hours are not"),
    ("skills", 0, {"hours": {"beginner": 20, "intermediate": 10, "advanced": 60}}, "hours are not"),
    ("skills", 0, {"hours": {"beginner": 20}}, "hours are not"),
    ("roles", 0, {"title": None}, "title"),
    ("roles", 0, {"id": None}, "id"),
    ("roles", 0, {"esential": []}, "esential"),
    ("roles", 0, {"essential": ["rust"]}, "'rust' does not exist"),
    ("roles", 0, {"optional": [{"any_of": ["rust", "python"]}]}, "'rust' does not exist"),
    ("roles", 0, {"essential": [{}]}, "None does not exist"),
    ("roles", 0, {"optional": ["python"]}, "'python' is asked for twice"),
    ("roles", 0, {"essential": [{"skill": "python", "proficiency": "wizard"}]}, "'wizard' is no level"),
    ("resources", 0, {"url": "example.org"}, "url"),
    ("resources", 0, {"skills": []}, "skills"),
    ("resources", 0, {"access": "cheap"}, "access"),
    ("resources", 0, {"skills": ["rust"]}, "'rust' does not exist"),
    ("resources", 0, {"checked_on": "2026-11-24"}, "checked_on and checked_against go together"),
    ("resources", 0, {"hours": [10, 5]}, "hours are not low, high"),
]


@pytest.mark.parametrize("part, number, change, message", FAULTS, ids=[fault[3] for fault in FAULTS])
def test_every_class_of_fault_is_found_where_it_is(folder, raw, part, number, change, message):
    raw[part][number].update(change)
    (folder / part / "field.yaml").write_text(yaml.safe_dump({part: raw[part]}, sort_keys=False), "utf-8")
    found = messages(compile_catalog(folder))
    assert any(message in line and line.startswith(part) for line in found), found


@pytest.mark.parametrize("part", ["skills", "roles", "resources"])
@pytest.mark.parametrize("key", ["id", "label", "title", "kind", "skills", "hours"])
def test_a_field_left_out_is_a_fault_and_no_crash(raw, part, key):
    if raw[part][0].pop(key, None) is not None:
        assert any(line.startswith(part) for line in messages(raw))


def test_two_roles_of_one_title_are_a_fault(raw):
    raw["roles"].append({"id": "other", "title": "table analysts", "essential": ["python"]})
    assert messages(raw) == ["roles: the title 'table analyst' stands twice"]


def test_a_licence_needs_no_hours(raw):
    raw["skills"].append({"id": "hgv", "label": "HGV licence", "kind": "licence", "proof": "the card"})
    assert messages(raw) == []


@pytest.mark.parametrize(
    "content", ["skills:", "skills: 5", "- a", "", "skills: [a]", "skills: text", "skills: [[]]", "other: []", "skills: [", b"skills: \xff"]
)
def test_a_file_that_is_no_part_of_a_catalog_is_named(folder, content):
    path = folder / "skills" / "field.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError) as error:
        compile_catalog(folder)
    assert error.value.file == str(path) and error.value.cure


@pytest.mark.parametrize("where", ["nowhere", "roles"])
def test_a_folder_that_holds_no_catalog_is_refused(folder, where):
    with pytest.raises(InputError, match="skills"):
        compile_catalog(folder / where)


def test_the_compiled_catalog_is_the_yaml_with_its_indexes(folder):
    compiled = json.loads(write_catalog(folder).read_text("utf-8"))
    expected = compile_catalog(folder)
    assert {part: compiled[part] for part in expected} == expected
    assert compiled["names"] == Catalog(expected).names and compiled["forms"] == Catalog(expected).forms
    assert [row["id"] for row in compiled["skills"]] == ["pandas", "polars", "python"]
    before = (folder / "catalog.json").read_bytes()
    assert write_catalog(folder).read_bytes() == before


def test_the_command_finds_faults_and_compiles_only_without(run, folder, raw):
    assert run("catalog", "lint", folder)[:2] == (0, "")
    assert run("catalog", "compile", folder)[:2] == (0, "") and (folder / "catalog.json").exists()
    (folder / "catalog.json").unlink()
    raw["skills"][0]["requires"] = ["dust"]
    (folder / "skills" / "field.yaml").write_text(yaml.safe_dump({"skills": raw["skills"]}, sort_keys=False), "utf-8")
    code, out, err = run("catalog", "compile", folder)
    assert (code, out) == (1, "skills: python: requires names 'dust', which does not exist\n") and "1 faults" in err
    assert not (folder / "catalog.json").exists()


@pytest.mark.parametrize(
    "name, ids",
    [("Python", ["python"]), ("pandas libraries", ["pandas"]), ("analyst", ["analyst"]), ("A Book", ["book"]), ("book", ["book"]), ("rust", []), ("", [])],
)
def test_a_row_is_found_by_name_title_or_id(raw, name, ids):
    assert [row["id"] for row in find_rows(name, Catalog(raw))] == ids


@pytest.fixture(scope="module")
def shipped():
    return compile_catalog(SHIPPED)


def test_the_shipped_catalog_is_compiled_from_its_yaml(shipped):
    as_json = json.loads(json.dumps(shipped, default=str))
    ours = read_catalog().raw
    assert all(ours[part] == as_json[part] for part in as_json)
    assert Catalog(as_json).names == read_catalog().names and Catalog(as_json).forms == read_catalog().forms


def test_the_shipped_catalog_is_clean(shipped):
    assert messages(shipped) == messages(read_catalog().raw) == []
