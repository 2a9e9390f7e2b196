"""A taxonomy becomes a layer: what both have is merged, what is new is added, and what is left out is told."""

import json
import os

import pytest
import yaml
from conftest import ROOT, statuses

from gapwriter import Settings, read_catalog, read_role, write_report
from gapwriter.importing import import_taxonomy
from gapwriter.layer import lay_folder
from gapwriter.skill import Catalog, Kind
from gapwriter.taxonomies import Concept, Occupation, Taxonomy

SHARED = ROOT.parent / "shared" / "data"
HOURS = {"beginner": 5, "intermediate": 20, "advanced": 60}


def row(skill_id, label, kind="tool", **more):
    return {"id": skill_id, "label": label, "kind": kind, "hours": HOURS, "proof": "a page"} | more


SMALL = Catalog(
    {
        "skills": [
            row("python", "Python", "language", aliases=["py"]),
            row("band-saws", "band saws", "domain", aliases=["ribbon saws"]),
            row("quuxs", "QUUXS"),
            row("ml", "machine learning", "domain", aliases=["ML"]),
            row("epic", "Epic", "tool", needs_context=["hospital"]),
            row("known", "known thing", "task", external_ids=["urn:known"]),
            row("c", "C", "language"),
        ],
        "roles": [{"id": "sawyer", "title": "Sawyer", "aliases": ["Saw Operator"], "essential": ["band-saws"]}],
        "resources": [],
    }
)


def concept(key, label, kind=Kind.TASK, **more):
    return Concept(external_id=f"urn:{key}" if key else "", label=label, kind=kind, **more)


def brought(*concepts, aliases=False, occupations=(), **more):
    taxonomy = Taxonomy(name="zorb", source="Zorb Register", concepts=concepts, occupations=occupations, **more)
    return import_taxonomy(taxonomy, SMALL, aliases)


def rows(result):
    return {one["id"]: one for one in result.skills}


# --- merging -------------------------------------------------------------------------------------------------------------------------


def test_a_concept_is_the_skill_that_has_its_external_id():
    result = brought(concept("known", "quite another label"), concept("x", "known things"))
    assert rows(result) == {"known": {"id": "known", "external_ids": ["urn:known", "urn:x"]}}
    assert (result.by_id, result.by_name) == (1, 1)


@pytest.mark.parametrize("label", ["band saws", "Band  Saw", "BANDSAWS", "ribbon saw"])
def test_a_concept_is_the_skill_that_has_its_label_as_a_name(label):
    assert rows(brought(concept("x", label))) == {"band-saws": {"id": "band-saws", "external_ids": ["urn:x"]}}


def test_a_concept_without_an_id_that_is_known_brings_nothing():
    assert brought(concept("", "Python")).skills == []


def test_what_is_new_becomes_a_skill_of_its_own():
    new = rows(brought(concept("x", "zorb handling", broader=("urn:y",)), concept("y", "zorbs", Kind.DOMAIN)))
    assert new["zorb-handling"] == {
        "id": "zorb-handling",
        "label": "zorb handling",
        "kind": "task",
        "hours": HOURS,
        "proof": new["zorb-handling"]["proof"],
        "broader": ["zorbs"],
        "external_ids": ["urn:x"],
    }
    assert 8 <= len(new["zorb-handling"]["proof"].split()) <= 22 and "." not in new["zorb-handling"]["proof"]


def test_two_concepts_of_one_label_are_one_skill():
    result = brought(concept("x", "zorb plan"), concept("y", "Zorb plans"))
    assert rows(result)["zorb-plan"]["external_ids"] == ["urn:x", "urn:y"] and len(result.skills) == 1
    assert any("one skill with another of the same label: 'Zorb plans'" in note for note in result.notes)


def test_an_abbreviation_that_differs_in_its_last_letter_is_left_out_and_told():
    result = brought(concept("x", "QUUX", Kind.TOOL))
    assert result.skills == [] and any("'QUUX'" in note for note in result.notes)


def test_ids_are_free():
    new = rows(brought(concept("x", "C#", Kind.LANGUAGE), concept("y", "C++", Kind.LANGUAGE), concept("z", "ζορβ"), concept("w", "Ärger mit Zorbs")))
    assert {one["label"]: skill_id for skill_id, one in new.items()} == {
        "C#": "c-zorb",
        "C++": "c-zorb-2",
        "ζορβ": "zorb",
        "Ärger mit Zorbs": "arger-mit-zorbs",
    }


@pytest.mark.parametrize(
    "label, short, hints, skill_id",
    [
        ("Python (computer programming)", ("Python",), ("computer", "programming"), "python"),
        ("ML (computer programming)", ("ML",), ("computer", "programming"), "ml-computer-programming"),
        ("Patient care index EPIC", ("EPIC",), (), "patient-care-index-epic"),
        ("Zorb Python", ("Python",), (), "zorb-python"),
        ("band saws software", ("band saws",), (), "band-saws-software"),
    ],
)
def test_a_tool_is_merged_by_a_shorter_form_only_where_that_is_sure(label, short, hints, skill_id):
    assert [one["id"] for one in brought(concept("x", label, Kind.TOOL, short=short, hints=hints)).skills] == [skill_id]


def test_words_in_brackets_become_cues():
    new = rows(brought(concept("x", "Zorb (flow programs)", Kind.TOOL, short=("Zorb",), hints=("flow", "programs"))))["zorb"]
    assert new["label"] == "Zorb" and {"flow", "programs", "software"} <= set(new["needs_context"]) and new["case_sensitive"]


@pytest.mark.parametrize(
    "label, kind, ruled", [("Velvet", Kind.TOOL, True), ("plan", Kind.TRANSVERSAL, True), ("Zorbix", Kind.TOOL, False), ("zorb plan", Kind.TASK, False)]
)
def test_a_single_everyday_word_needs_a_cue(label, kind, ruled):
    (new,) = brought(concept("x", label, kind)).skills
    assert bool(new.get("needs_context")) is ruled


def test_links_that_lead_nowhere_are_told():
    result = brought(concept("x", "zorb handling", broader=("urn:group", "python", "urn:x")))
    assert rows(result)["zorb-handling"]["broader"] == ["python"]
    assert any("1 links go to wider skills or groups that are not in the files: 'urn:group'" in note for note in result.notes)


# --- aliases -------------------------------------------------------------------------------------------------------------------------

LABELLED = (
    concept("a", "Python", Kind.LANGUAGE, aliases=("Python coding", "py")),
    concept("b", "zorb handling", aliases=("handling of zorbs", "zorbing", "plan", "ML", "shared")),
    concept("c", "zorb storage", aliases=("keeping zorbs", "zorb handlings", "shared", "—")),
)


def test_other_labels_are_left_aside_unless_asked_for():
    assert not any(set(one) & {"aliases", "more_aliases"} for one in brought(*LABELLED).skills)


def test_other_labels_become_names_where_no_other_skill_has_them():
    result = brought(*LABELLED, aliases=True)
    new = rows(result)
    assert new["python"]["more_aliases"] == ["Python coding"] and "aliases" not in new["python"]
    plan = next(alias for alias in new["zorb-handling"]["aliases"] if isinstance(alias, dict))
    assert plan["label"] == "plan" and plan["needs_context"]
    assert [alias for alias in new["zorb-handling"]["aliases"] if alias != plan] == ["handling of zorbs", "zorbing"]
    assert new["zorb-storage"]["aliases"] == ["keeping zorbs"]
    assert any(note.startswith("5 aliases name another skill as well: 'ML'") for note in result.notes)


# --- roles ---------------------------------------------------------------------------------------------------------------------------

JOBS = (
    Occupation(external_id="z1", title="zorb handler", aliases=("handler", "zorber"), essential=("urn:b", "urn:a", "urn:b"), optional=("urn:a", "urn:c")),
    Occupation(external_id="z2", title="zorb keeper", aliases=("handler", "zorb handler"), optional=("urn:c",)),
    Occupation(external_id="z3", title="zorb seller"),
    Occupation(external_id="z4", title="saw operators", essential=("urn:a",)),
)


def test_an_occupation_with_skills_becomes_a_role():
    result = brought(*LABELLED, occupations=JOBS, date="2026-01-01")
    assert result.roles == [
        {
            "id": "zorb-handler",
            "title": "zorb handler",
            "essential": ["zorb-handling", "python"],
            "optional": ["zorb-storage"],
            "source": "Zorb Register, z1",
            "date": "2026-01-01",
        },
        {"id": "zorb-keeper", "title": "zorb keeper", "optional": ["zorb-storage"], "source": "Zorb Register, z2", "date": "2026-01-01"},
    ]
    assert any("1 occupations name no skill: 'zorb seller'" in note for note in result.notes)
    assert any("1 occupations are roles of the catalog: 'saw operators'" in note for note in result.notes)


def test_other_titles_of_a_role_are_taken_where_asked_for_and_unambiguous():
    handler, keeper = brought(*LABELLED, occupations=JOBS, aliases=True).roles
    assert handler["aliases"] == ["zorber"] and "aliases" not in keeper


# --- the command ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("id,label,aliases,kind,broader\nz1,Zorbflow,zorb designer|plan,tool,\nz2,Python,pythoning,,\nz3,zorb handling,,task,z1\n")
    return path


def test_a_list_of_ones_own_is_imported_and_used(run, own, tmp_path, monkeypatch):
    folder = tmp_path / "layer"
    code, out, err = run("catalog", "import", "csv", own, "-o", folder)
    assert (code, out) == (0, "") and "3 skills of own.csv: 0 known by id, 1 by name, 2 new" in err and f"GAPWRITER_CATALOG={folder}\n" in err
    compiled = (folder / "catalog.json").read_bytes()
    assert run("catalog", "compile", folder)[:2] == (0, "") and (folder / "catalog.json").read_bytes() == compiled
    monkeypatch.setenv("GAPWRITER_CATALOG", str(folder))
    assert json.loads(run("catalog", "show", "zorbflow")[1])[0]["external_ids"] == ["z1"]
    assert run("catalog", "show", "zorb designer")[0] == 1
    resume = {"basics": {"name": "Ada Brink"}, "skills": [{"name": "x", "keywords": ["Zorbflow"]}]}
    settings = Settings(catalog=str(folder))
    assert write_report(resume, read_role({"title": "x", "essential": ["zorbflow"]}, read_catalog()), settings=settings).analysis.coverage["essential"].met == 1
    assert "python" in read_catalog() and read_catalog()["python"].external_ids == ("z2",)


def test_other_labels_are_imported_where_asked_for(run, own, tmp_path):
    assert run("catalog", "import", "csv", own, "-o", tmp_path / "layer", "--aliases")[0] == 0
    catalog = lay_folder(tmp_path / "layer").catalog
    assert [catalog.find_label(label).skill_id for label in ("zorb designer", "pythoning")] == ["zorbflow", "python"]


def test_importing_again_replaces_what_is_there(run, own, tmp_path, monkeypatch):
    folder = tmp_path / "layer"
    run("catalog", "import", "csv", own, "-o", folder)
    before = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    monkeypatch.setenv("GAPWRITER_CATALOG", str(folder))
    assert run("catalog", "import", "csv", own, "-o", folder)[0] == 0
    assert {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    own.write_text("id,label\nz9,zorb storage\n")
    run("catalog", "import", "csv", own, "-o", folder)
    assert [one["id"] for one in yaml.safe_load((folder / "skills" / "own.yaml").read_text())["skills"]] == ["zorb-storage"]


def test_a_second_taxonomy_is_merged_with_the_first(run, own, tmp_path, monkeypatch):
    run("catalog", "import", "csv", own, "-o", tmp_path / "first")
    other = tmp_path / "other.csv"
    other.write_text("id,label\nz1,another name of Zorbflow\nq2,Zorb Handling\nq3,zorb storage\n")
    monkeypatch.setenv("GAPWRITER_CATALOG", str(tmp_path / "first"))
    code, _, err = run("catalog", "import", "csv", other, "-o", tmp_path / "second")
    assert code == 0 and "1 known by id, 1 by name, 1 new" in err
    both = read_catalog(os.pathsep.join([str(tmp_path / "first"), str(tmp_path / "second")]))
    assert both["zorb-handling"].external_ids == ("z3", "q2") and "zorb-storage" in both


@pytest.mark.parametrize(
    "content, form, problem",
    [
        ("id,label,broader\na,zorb one,b\nb,zorb two,a\n", "csv", "broader runs in a circle"),
        ("label\nPython\n", "csv", "the catalog has all of it"),
        ("label\n—\n", "csv", "the catalog has all of it"),
        ("label\nzorb\n", "excel", "there is no format 'excel' to import; use one of csv, esco, onet"),
    ],
)
def test_what_cannot_be_imported_leaves_nothing_behind(run, own, tmp_path, content, form, problem):
    own.write_text(content)
    code, out, err = run("catalog", "import", form, own, "-o", tmp_path / "layer")
    assert (code, out) == (1, "") and problem in err and err.count("\n") == 1 and not (tmp_path / "layer").exists()


def test_a_folder_with_other_files_is_left_alone(run, own, tmp_path):
    (tmp_path / "layer" / "skills").mkdir(parents=True)
    (tmp_path / "layer" / "skills" / "mine.yaml").write_text("skills: []\n")
    code, _, err = run("catalog", "import", "csv", own, "-o", tmp_path / "layer")
    assert code == 1 and "it holds skills/mine.yaml, which is of no earlier import" in err


@pytest.mark.parametrize("arguments", [["csv"], ["csv", "x.csv"], [], ["csv", "-o", "x"]])
def test_an_import_needs_format_path_and_folder(run, arguments):
    code, _, err = run("catalog", "import", *arguments)
    assert code == 1 and "import needs a format, a PATH and -o DIR" in err


@pytest.mark.parametrize("arguments", [["list", "skills", "x"], ["show", "Python", "--aliases"], ["lint", "-o", "x"]])
def test_only_an_import_takes_its_options(run, arguments):
    code, _, err = run("catalog", *arguments)
    assert code == 1 and "takes no PATH, -o or --aliases" in err


def test_a_folder_that_cannot_be_written_is_named(run, own, tmp_path):
    (tmp_path / "file").write_text("x")
    code, _, err = run("catalog", "import", "csv", own, "-o", tmp_path / "file" / "layer")
    assert code == 1 and "cannot be written" in err


# --- the official files, where they are ----------------------------------------------------------------------------------------------


@pytest.mark.skipif(not (SHARED / "esco").is_dir(), reason="the files of ESCO are not here")
@pytest.mark.parametrize("aliases", [[], ["--aliases"]])
def test_the_official_files_of_esco_become_a_sound_layer(run, tmp_path, aliases, monkeypatch):
    folder = tmp_path / "esco"
    code, _, err = run("catalog", "import", "esco", SHARED / "esco", "-o", folder, *aliases)
    assert code == 0 and "1,731 skills of ESCO" in err
    assert run("catalog", "lint", folder)[:2] == (0, "")
    catalog = read_catalog(str(folder))
    assert catalog["python"].external_ids and catalog.find_label("KDevelop") and bool(catalog.find_label("kdevplatform")) is bool(aliases)
    assert statuses({"basics": {"name": "Ada Brink"}, "skills": [{"name": "x", "keywords": ["Python"]}]}, {"title": "x", "essential": ["Python"]}) == {
        "Python": "met"
    }


@pytest.mark.skipif(not (SHARED / "onet").is_dir(), reason="the files of O*NET are not here")
def test_the_official_files_of_onet_become_a_sound_layer(run, tmp_path):
    pytest.importorskip("openpyxl")
    folder = tmp_path / "onet"
    assert run("catalog", "import", "onet", SHARED / "onet", "-o", folder)[0] == 0
    catalog = read_catalog(str(folder))
    role = next(row for row in lay_folder(folder).layer.rows["roles"] if {"excel", "microsoft-outlook"} <= set(row.get("optional", ())))
    read = read_role(role["title"], catalog)
    assert "Excel" in {one.label for one in read.requirements} and read.source.startswith("O*NET 29.2, ") and read.date == "February 2025"
    assert "O*NET 29.2 Database" in catalog.attributions([], role["title"])[0]
