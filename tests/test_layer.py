"""Folders laid over the catalog: what they change, what they may not, and how they are compiled."""

import json
import os

import pytest
import yaml
from conftest import RESUME, SETTINGS, report_of

from gapwriter import InputError, read_catalog, read_role, write_report
from gapwriter.layer import lay_folder
from gapwriter.lint import lint_catalog
from gapwriter.skill import Rung, index_names
from gapwriter.wordform import index_forms

HOURS = {"beginner": 5, "intermediate": 20, "advanced": 60}
ZORB = {
    "id": "zorbflow",
    "label": "Zorbflow",
    "kind": "tool",
    "aliases": ["zorb designer"],
    "hours": HOURS,
    "proof": "a flow drawn in it",
    "implies": {"python": "usual"},
}
TASK = {"id": "zorb-negotiation", "label": "zorb negotiation", "kind": "task", "hours": HOURS, "proof": "an offer that was agreed on", "broader": ["zorbflow"]}
ROLE = {"id": "zorb-lead", "title": "Zorb Lead", "essential": ["zorbflow", "python"], "optional": ["docker"]}


@pytest.fixture
def layer(tmp_path):
    """Write a layer: `layer(skills=[...], roles=[...])` gives its folder."""

    def write(name="own", head=None, **parts):
        for part, rows in parts.items():
            (tmp_path / name / part).mkdir(parents=True, exist_ok=True)
            (tmp_path / name / part / "field.yaml").write_text(yaml.safe_dump((head or {}) | {part: rows}, sort_keys=False), "utf-8")
        return tmp_path / name

    return write


def over(*folders):
    return read_catalog(os.pathsep.join(map(str, folders)))


def found(catalog, label):
    name = catalog.find_label(label)
    return (name.skill_id, name.rung) if name else None


# --- what a layer changes ------------------------------------------------------------------------------------------------------------


def test_a_layer_adds_skills_that_may_name_ours(layer):
    catalog = over(layer(skills=[ZORB, TASK]))
    assert found(catalog, "Zorb Designer") == ("zorbflow", Rung.ALTERNATIVE) and found(catalog, "Python") == ("python", Rung.PREFERRED)
    assert "python" in catalog.implied("zorbflow") and catalog["zorb-negotiation"].broader == ("zorbflow",)
    assert len(catalog) == len(read_catalog("")) + 2
    assert found(read_catalog(""), "Zorbflow") is None and "zorbflow" not in read_catalog("")


def test_a_field_that_a_row_gives_takes_the_place_of_ours_and_the_rest_stays(layer):
    ours = read_catalog("")["docker"]
    catalog = over(layer(skills=[{"id": "docker", "label": "Docker Zorb", "hours": HOURS}]))
    assert catalog["docker"] == ours.model_copy(update={"label": "Docker Zorb", "hours": {key: HOURS[key] for key in ours.hours}})
    assert found(catalog, "Docker Zorb") == ("docker", Rung.PREFERRED) and found(catalog, ours.label) is None
    assert read_catalog("")["docker"] == ours and found(read_catalog(""), "Docker") == ("docker", Rung.PREFERRED)


def test_aliases_take_the_place_of_ours_and_more_aliases_are_added(layer):
    ours = read_catalog("")["docker"].aliases
    more = over(layer("more", skills=[{"id": "docker", "more_aliases": ["zorb boxes", {"label": "zorbs", "needs_context": ["board"]}]}]))
    assert more["docker"].aliases[:-2] == ours and found(more, "zorb boxes") == ("docker", Rung.ALTERNATIVE)
    fewer = over(layer("fewer", skills=[{"id": "docker", "aliases": ["zorb boxes"]}]))
    assert fewer["docker"].aliases == ("zorb boxes",)
    assert all(found(fewer, alias) is None for alias in ours if isinstance(alias, str))


def test_what_people_did_with_a_new_task_is_read_as_the_task(layer):
    catalog = over(layer(skills=[ZORB, TASK]))
    report = write_report(
        {"basics": {"name": "Ada Brink"}, "work": [{"name": "Lindvik", "position": "Buyer", "highlights": ["Negotiated zorbs with four suppliers."]}]},
        read_role({"title": "Buyer", "essential": ["zorb negotiation"]}, catalog),
        settings=SETTINGS.model_copy(update={"catalog": str(layer(skills=[ZORB, TASK]))}),
    )
    assert [str(match.status) for match in report.analysis.matches] == ["met"]


def test_a_later_layer_lies_over_an_earlier_one(layer):
    first, second = layer("a", skills=[ZORB]), layer("b", skills=[{"id": "zorbflow", "label": "Zorbflow 2"}, TASK])
    assert over(first, second)["zorbflow"].label == "Zorbflow 2"
    with pytest.raises(InputError, match="zorbflow: kind: Field required"):
        over(second, first)


def test_roles_and_resources_are_layered_too(layer):
    folder = layer(skills=[ZORB], roles=[ROLE, {"id": "account-executive", "optional": ["zorbflow"]}], resources=[])
    catalog = over(folder)
    assert [one.label for one in read_role("zorb lead", catalog).requirements] == ["Zorbflow", "Python", "Docker"]
    changed, ours = (next(row for row in one.raw["roles"] if row["id"] == "account-executive") for one in (catalog, read_catalog("")))
    assert changed == ours | {"optional": ["zorbflow"]}


def test_a_layer_of_roles_alone_is_enough(layer):
    assert read_role("Zorb Lead", over(layer(roles=[ROLE | {"essential": ["python"]}]))).title == "Zorb Lead"


def test_the_catalog_of_both_is_as_if_it_were_one(layer):
    catalog = over(layer(skills=[ZORB, TASK, {"id": "docker", "label": "Docker Zorb", "more_aliases": ["RSTX"]}], roles=[ROLE]))
    assert lint_catalog(catalog.raw) == []
    whole = index_names(catalog.raw["skills"])
    assert catalog.names == whole
    tasks = [(name, row[0]) for name, row in whole.items() if not row[3] and row[6] in ("task", "method", "domain", "transversal")]
    assert catalog.forms == index_forms(tasks)


# --- the setting ---------------------------------------------------------------------------------------------------------------------


def test_the_setting_of_the_environment_decides(layer, run, monkeypatch):
    folder = layer(skills=[ZORB], roles=[ROLE])
    assert run("catalog", "show", "Zorbflow")[0] == 1
    monkeypatch.setenv("GAPWRITER_CATALOG", f"{os.pathsep} {folder}{os.pathsep}")
    assert json.loads(run("catalog", "show", "Zorbflow")[1])[0]["id"] == "zorbflow"
    assert "zorb-lead\tZorb Lead" in run("catalog", "list", "roles")[1]
    assert read_catalog("") is not read_catalog() and "zorbflow" in read_catalog() and "zorbflow" not in read_catalog("")


def test_without_layers_the_catalog_is_ours_alone(monkeypatch):
    monkeypatch.setenv("GAPWRITER_CATALOG", "  ")
    assert read_catalog() is read_catalog("") is read_catalog(" ")


def test_a_file_of_settings_may_name_layers(layer, run, tmp_path, files):
    (tmp_path / "my.env").write_text(f"GAPWRITER_CATALOG={layer(skills=[ZORB])}\n")
    (tmp_path / "role.json").write_text(json.dumps({"title": "Zorb Lead", "essential": ["Zorbflow", "Python"]}))
    resume, role = files
    assert json.loads(run("facts", resume, role)[1])["unrecognised"] == ["Zorbflow"]
    assert json.loads(run("facts", resume, role, "--env-file", tmp_path / "my.env")[1])["unrecognised"] == []
    ranked = json.loads(run("compare", role, resume, "--env-file", tmp_path / "my.env", "--format", "json")[1])
    assert ranked


# --- attributions --------------------------------------------------------------------------------------------------------------------

HEAD = {"source": "Zorb Register 4", "date": "2026-01-01", "attribution": "This uses the *Zorb Register* of the\n Board of Zorbs."}
SAYS = "This uses the *Zorb Register* of the Board of Zorbs."


def analysed(folder, role, resume=RESUME):
    return report_of(resume, role, catalog=str(folder))


@pytest.mark.parametrize("asked, says", [("Zorbflow", True), ("zorb designer", True), ("Docker", False)])
def test_a_report_that_uses_an_imported_skill_prints_its_attribution(layer, asked, says):
    folder = layer(head=HEAD, skills=[ZORB])
    catalog = over(folder)
    report = analysed(folder, read_role({"title": "Developer", "essential": ["Python", asked]}, catalog))
    assert json.loads(report.render("json"))["attributions"] == ([SAYS] if says else [])
    appendix = report.render().partition("## Appendix")[2]
    assert (r"This uses the \*Zorb Register\* of the Board of Zorbs." in appendix) is says


def test_a_skill_that_is_held_or_built_on_is_used(layer):
    folder = layer(head=HEAD, skills=[ZORB, {"id": "docker", "requires": ["zorbflow"]}])
    held = RESUME | {"skills": [{"name": "x", "keywords": ["Zorbflow", "Python"]}]}
    assert analysed(folder, read_role({"title": "x", "essential": ["Python"]}, over(folder)), held).analysis.attributions == (SAYS,)
    assert analysed(folder, read_role({"title": "x", "essential": ["Python"]}, over(folder))).analysis.attributions == ()
    assert analysed(folder, read_role({"title": "x", "essential": ["Docker"]}, over(folder))).analysis.attributions == (SAYS,)


def test_a_report_on_an_imported_role_prints_its_attribution(layer):
    folder = layer(head=HEAD, roles=[ROLE | {"essential": ["python"]}])
    assert analysed(folder, read_role("Zorb Lead", over(folder))).analysis.attributions == (SAYS,)
    own = read_role({"title": "Zorb Lead", "essential": ["Python"]}, over(folder))
    assert analysed(folder, own).analysis.attributions == ()


def test_an_external_id_alone_uses_nothing(layer):
    folder = layer(head=HEAD, skills=[{"id": "docker", "external_ids": ["zorb:1"]}])
    assert over(folder)["docker"].external_ids == ("zorb:1",)
    assert analysed(folder, read_role({"title": "x", "essential": ["Docker"]}, over(folder))).analysis.attributions == ()


def test_attributions_of_several_layers_are_kept(layer):
    first = layer("a", head=HEAD, skills=[ZORB])
    second = layer("b", head={"attribution": "Second."}, skills=[TASK])
    third = layer("c", head=HEAD, skills=[{"id": "docker", "more_aliases": ["zorb boxes"]}])
    catalog = over(first, second, third)
    assert catalog.attributions(["zorbflow", "zorb-negotiation"]) == (SAYS, "Second.") or catalog.attributions(["zorbflow", "zorb-negotiation"]) == (
        "Second.",
        SAYS,
    )
    assert catalog.attributions(["docker"]) == (SAYS,) and catalog.attributions(["python"]) == ()


def test_a_report_with_an_attribution_passes_its_own_check(layer, run, tmp_path, files, monkeypatch):
    monkeypatch.setenv("GAPWRITER_CATALOG", str(layer(head=HEAD, skills=[ZORB])))
    resume, role = files
    role.write_text(json.dumps({"title": "Zorb Lead", "essential": ["Zorbflow", "Python"]}))
    assert run("report", resume, role, "-o", tmp_path / "report.md")[0] == 0
    code, out, _ = run("check", tmp_path / "report.md", resume, role, "--strict")
    assert code == 0, out


# --- refusals ------------------------------------------------------------------------------------------------------------------------

REFUSALS = [
    ({"skills": [ZORB | {"aliases": ["K8s"]}]}, "skills: kubernetes, zorbflow: all claim the name 'k8s'", "give one of them another name"),
    ({"skills": [ZORB | {"label": "Kubernetes"}]}, "all claim the name 'kubernetes'", "lay it over that"),
    ({"skills": [{"id": "docker", "more_aliases": ["Kubernetes"]}]}, "skills: docker, kubernetes: all claim the name 'kubernetes'", "another name"),
    ({"skills": [ZORB, TASK | {"aliases": ["ZORBFLOW"]}]}, "skills: zorb-negotiation, zorbflow: all claim the name 'zorbflow'", "another name"),
    ({"skills": [ZORB | {"requires": ["no-such-skill"]}]}, "skills: zorbflow: requires names 'no-such-skill', which does not exist", "mend this row"),
    ({"skills": [{"id": "python", "requires": ["zorbflow"]}, ZORB | {"requires": ["python"]}]}, "requires runs in a circle", "mend this row"),
    ({"skills": [{"id": "zorbflow", "label": "Zorbflow"}]}, "skills: zorbflow: kind: Field required", "mend this row"),
    ({"skills": [{"id": "docker", "more_aliases": "boxes"}]}, "skills: docker: aliases", "mend this row"),
    ({"skills": [ZORB | {"more_aliases": ["boxes"]}]}, "skills: zorbflow: more_aliases", "mend this row"),
    ({"skills": [{"id": "docker", "colour": "blue"}]}, "skills: docker: colour", "mend this row"),
    ({"skills": [ZORB, ZORB]}, "skills: zorbflow: this id stands twice", "mend this row"),
    ({"skills": [{"label": "Zorbflow"}]}, "skills: None: the id is no text", "mend this row"),
    ({"skills": [ZORB | {"id": ["a"]}]}, "the id is no text", "mend this row"),
    ({"skills": [ZORB | {"label": "Velvet"}]}, "'Velvet' is a common word", "mend this row"),
    ({"skills": [ZORB | {"label": "Spring", "kind": "gadget"}, TASK | {"hours": {}}]}, "skills: zorbflow: kind", "mend this row"),
    ({"skills": [ZORB | {"hours": {}}, TASK | {"broader": ["x"]}]}, "broader names 'x'", "lists all 2"),
    ({"roles": [ROLE | {"title": "Account Executive", "essential": ["python"]}]}, "roles: the title 'account executive' stands twice", "mend this row"),
    ({"roles": [ROLE]}, "roles: zorb-lead: 'zorbflow' does not exist", "mend this row"),
    ({"resources": [{"id": "x"}]}, "resources: x: title: Field required", "mend this row"),
]


@pytest.mark.parametrize("parts, problem, cure", REFUSALS, ids=[problem for _, problem, _ in REFUSALS])
def test_a_faulty_layer_is_refused_with_file_id_and_cure(layer, parts, problem, cure):
    folder = layer(**parts)
    with pytest.raises(InputError) as error:
        over(folder)
    assert problem in str(error.value) and cure in str(error.value) and "\n" not in str(error.value)
    assert error.value.file.startswith(str(folder))
    assert str(error.value).count("; ") == 1


@pytest.mark.parametrize(
    "file, content, problem",
    [
        ("skills/field.yaml", "skills: 5", "this is no list of skills"),
        ("skills/field.yaml", "attributoin: x\nskills: []", "a file of a catalog has no such field"),
        ("roles/field.yaml", "roles: [", "this is no list of roles"),
        ("readme.md", "x", "there is no skills/*.yaml, roles/*.yaml or resources/*.yaml"),
    ],
)
def test_a_folder_that_is_no_layer_is_refused(tmp_path, file, content, problem):
    path = tmp_path / "own" / file
    path.parent.mkdir(parents=True)
    path.write_text(content)
    with pytest.raises(InputError, match=problem.replace("*", r"\*")):
        over(tmp_path / "own")


def test_a_folder_that_is_not_there_is_refused(run, monkeypatch, files):
    monkeypatch.setenv("GAPWRITER_CATALOG", "/nowhere/at/all")
    code, out, err = run("report", *files)
    assert (code, out) == (1, "") and err == "gapwriter: /nowhere/at/all: there is no such folder; see docs/catalogs.md, and check GAPWRITER_CATALOG\n"


# --- linting and compiling -----------------------------------------------------------------------------------------------------------


def test_the_linter_lists_every_fault_of_a_layer_and_none_of_ours(layer, run):
    folder = layer(skills=[ZORB | {"hours": {}}, TASK | {"broader": ["x"]}])
    code, out, err = run("catalog", "lint", folder)
    assert code == 1 and out.splitlines() == ["skills: zorb-negotiation: broader names 'x', which does not exist", "skills: zorbflow: no hours"]
    assert err == "gapwriter: 2 skills, 0 roles, 0 resources, 2 faults\n"


def test_a_layer_is_linted_over_those_before_it(layer, run, monkeypatch):
    first, second = layer("a", skills=[ZORB]), layer("b", skills=[TASK])
    assert run("catalog", "lint", second)[0] == 1
    monkeypatch.setenv("GAPWRITER_CATALOG", f"{first}{os.pathsep}{second}")
    assert run("catalog", "lint", second)[0] == 0 and run("catalog", "lint", first)[0] == 0
    monkeypatch.setenv("GAPWRITER_CATALOG", f"{second}{os.pathsep}{first}")
    assert run("catalog", "lint", second)[0] == 1
    monkeypatch.setenv("GAPWRITER_CATALOG", str(first))
    assert run("catalog", "lint", second)[0] == 0


def test_what_is_in_use_is_linted_where_no_folder_is_named(layer, run, monkeypatch):
    monkeypatch.setenv("GAPWRITER_CATALOG", str(layer(skills=[ZORB])))
    code, _, err = run("catalog", "lint")
    assert code == 0 and f"{len(read_catalog('')) + 1:,} skills" in err


def rows_of(catalog):
    return {part: catalog.raw[part] for part in ("skills", "roles", "resources", "attributions")}


def test_the_compiled_layer_gives_the_same_catalog(layer, run):
    parts = {"skills": [ZORB, TASK, {"id": "docker", "label": "Docker Zorb", "more_aliases": ["RSTX"]}], "roles": [ROLE]}
    plain = over(layer(head=HEAD, **parts))
    folder = layer("compiled", head=HEAD, **parts)
    assert run("catalog", "compile", folder)[0] == 0 and (folder / "catalog.json").exists()
    compiled = over(folder)
    assert rows_of(compiled) == rows_of(plain) and compiled.names == plain.names


def test_a_compiled_layer_that_is_older_than_its_yaml_is_not_used(layer, run):
    folder = layer(skills=[ZORB])
    assert run("catalog", "compile", folder)[0] == 0
    assert lay_folder(folder).catalog["zorbflow"].label == "Zorbflow"
    layer(skills=[ZORB | {"label": "Zorbflow 2"}])
    assert lay_folder(folder).catalog["zorbflow"].label == "Zorbflow 2"
    layer(skills=[ZORB | {"label": "Kubernetes"}])
    assert "all claim the name" in lay_folder(folder).faults[0].message
    layer(skills=[ZORB])
    (folder / "skills" / "more.yaml").write_text(yaml.safe_dump({"skills": [TASK]}))
    assert "zorb-negotiation" in lay_folder(folder).catalog


@pytest.mark.parametrize("content", ["", "{", "[]", '{"digest": "x"}'])
def test_a_broken_compiled_layer_is_not_used(layer, content):
    folder = layer(skills=[ZORB])
    (folder / "catalog.json").write_text(content)
    assert lay_folder(folder).catalog["zorbflow"].label == "Zorbflow"


def test_a_compiled_layer_is_looked_at_again_where_another_lies_below(layer, run, monkeypatch):
    folder = layer(skills=[TASK | {"broader": []}])
    assert run("catalog", "compile", folder)[0] == 0
    other = layer("other", skills=[ZORB | {"label": "Zorb negotiations"}])
    with pytest.raises(InputError, match="all claim the name"):
        over(other, folder)
    good = layer("good", skills=[ZORB])
    assert {"zorbflow", "zorb-negotiation"} <= {skill.id for skill in over(good, folder)}


def test_a_folder_that_cannot_be_written_is_named(layer, run):
    folder = layer(skills=[ZORB])
    (folder / "catalog.json").mkdir()
    code, _, err = run("catalog", "compile", folder)
    assert code == 1 and f"{folder / 'catalog.json'}: cannot be written" in err
