"""Public taxonomies are read from their official files; the files here are small, invented, and in the true format."""

import csv
import io
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter import InputError, plugins
from gapwriter.taxonomies import Taxonomy, split_labels

SHARED = ROOT.parent / "shared" / "data"
SKILL, JOB = "http://data.europa.eu/esco/skill/", "http://data.europa.eu/esco/occupation/"
SKILLS_HEAD = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description"
COLLECTION_HEAD = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT"
OCCUPATIONS_HEAD = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code"


def read(form, path):
    return plugins.load("taxonomies", form).read(Path(path))


def table(head, rows, delimiter=","):
    """A CSV text; a row is a dict, what it leaves out is empty."""
    names = head.split(delimiter)
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def skill(key, label, kind="skill/competence", reuse="sector-specific", status="released", **more):
    return {
        "conceptType": "KnowledgeSkillCompetence",
        "conceptUri": SKILL + key,
        "skillType": kind,
        "reuseLevel": reuse,
        "preferredLabel": label,
        "status": status,
    } | more


ESCO = {
    "skills_en.csv": table(
        SKILLS_HEAD,
        [
            skill(
                "01",
                " tune\xa0wooden  flutes ",
                altLabels="tuning flutes\nflute tuning\n tuning flutes \nvoice\u200b flutes",
                modifiedDate="2024-01-25T11:28:50.295Z",
            ),
            skill("02", "acoustics of flutes", "knowledge", modifiedDate="2023-07-01T00:00:00Z"),
            skill("03", "Flautix", "knowledge"),
            skill("04", "write Elvish", reuse="transversal"),
            skill("05", "keep calm", reuse="transversal"),
            skill("06", "blow glass flutes", status="draft"),
            skill("07", "Flute (notation programs)", "knowledge"),
        ],
    ),
    "digitalSkillsCollection_en.csv": table(
        COLLECTION_HEAD,
        [
            skill(
                "03",
                "Flautix",
                "knowledge",
                altLabels="Flautix suite | FLX | Flautix suite",
                broaderConceptUri=f"{SKILL}02 | http://data.europa.eu/esco/isced-f/0613",
            ),
            skill("07", "Flute (notation programs)", "knowledge"),
            skill("08", "ICT flute standards", "knowledge"),
        ],
    ),
    "languageSkillsCollection_en.csv": table(
        COLLECTION_HEAD, [skill("04", "write Elvish", reuse="transversal", altLabels="correspond in Elvish | Elvish writing")]
    ),
    "transversalSkillsCollection_en.csv": table(COLLECTION_HEAD, [skill("05", "keep calm ", reuse="transversal")]),
    "broaderRelationsSkillPillar_en.csv": table(
        "conceptType,conceptUri,broaderType,broaderUri",
        [
            {"conceptType": "KnowledgeSkillCompetence", "conceptUri": f"{SKILL}01", "broaderType": "KnowledgeSkillCompetence", "broaderUri": f"{SKILL}02"},
            {"conceptType": "KnowledgeSkillCompetence", "conceptUri": f"{SKILL}01", "broaderType": "SkillGroup", "broaderUri": f"{SKILL}S1"},
        ],
    ),
    "occupations_en.csv": table(
        OCCUPATIONS_HEAD,
        [
            {
                "conceptType": "Occupation",
                "conceptUri": f"{JOB}f1",
                "preferredLabel": " flute\xa0tuner ",
                "altLabels": "tuner of flutes\nflute voicer",
                "status": "released",
            }
            | {"modifiedDate": "2024-05-15T09:00:00Z"},
            {"conceptType": "Occupation", "conceptUri": f"{JOB}f2", "preferredLabel": "flute seller", "status": "released"},
        ],
    ),
    "occupationSkillRelations_en.csv": table(
        "occupationUri,relationType,skillType,skillUri",
        [
            {"occupationUri": f"{JOB}f1", "relationType": "essential", "skillType": "skill/competence", "skillUri": f"{SKILL}01"},
            {"occupationUri": f"{JOB}f1", "relationType": "optional", "skillType": "knowledge", "skillUri": f"{SKILL}03"},
            {"occupationUri": f"{JOB}f1", "relationType": "optional", "skillType": "knowledge", "skillUri": f"{SKILL}06"},
        ],
    ),
}

SOFTWARE_29 = [
    "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
    "99-1011.00\tFlautix\t43232701\tDocument management software\tY\tY",
    "99-1011.00\tFlautix\t43232702\tMusic or sound editing software\tY\tY",
    "99-1011.00\tVoicer Pro \t43232702\tMusic or sound editing software\tY\tN",
    "99-1011.00\tTuning table language TTL\t43232702\tMusic or sound editing software\tN\tY",
    '99-1012.00\tDale\'s 12" Reed "Viewer"\t43232702\tMusic or sound editing software\tN\tN',
]
ONET_29 = {
    "Technology Skills.txt": "\n".join(SOFTWARE_29) + "\n",
    "Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n99-1011.00\tFlute Tuners\tTune flutes.\n99-1012.00\tReed  Cutters \tCut reeds.\n",
    "Alternate Titles.txt": "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n99-1011.00\tCertified Flute Voicer (CFV)\tCFV\t08\n99-1012.00\tReed Hand\tn/a\t02,10\n",
    "Read Me.txt": "O*NET 29.2 Database\nFebruary 2025 Release\n---\nPlease visit:\n",
}
ONET_30 = {
    "Software Skills.txt": "\n".join(
        ["O*NET-SOC Code\tElement ID\tElement Name\tWorkplace Example\tHot Technology\tIn Demand"]
        + ["\t".join([code, group, title, example, hot, demand]) for code, example, group, title, hot, demand in (line.split("\t") for line in SOFTWARE_29[1:])]
    ),
    "Occupation Data.txt": ONET_29["Occupation Data.txt"],
    "Job Titles.txt": ONET_29["Alternate Titles.txt"].replace("Alternate Title", "Job Title"),
    "Read Me.txt": "O*NET® 30.3 Database\nMay 2026 Release\n",
}


@pytest.fixture
def place(tmp_path):
    """Write some files: `place(files)` gives their folder."""

    def write(files):
        for name, text in files.items():
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


# --- ESCO ----------------------------------------------------------------------------------------------------------------------------


def test_esco_is_read_with_both_separators_and_without_stray_spaces(place):
    taxonomy = read("esco", place(ESCO))
    concepts = {one.external_id.removeprefix(SKILL): one for one in taxonomy.concepts}
    assert list(concepts) == ["01", "02", "03", "04", "05", "07", "08"]
    assert concepts["01"].label == "tune wooden flutes" and concepts["01"].aliases == ("tuning flutes", "flute tuning", "voice flutes")
    assert concepts["03"].aliases == ("Flautix suite", "FLX")
    assert concepts["04"].aliases == ("correspond in Elvish", "Elvish writing")
    assert {key: str(one.kind) for key, one in concepts.items()} == {
        "01": "task",
        "02": "domain",
        "03": "tool",
        "04": "human-language",
        "05": "transversal",
        "07": "tool",
        "08": "method",
    }
    assert concepts["01"].broader == (f"{SKILL}02",) and f"{SKILL}02" in concepts["03"].broader
    assert concepts["07"].short == ("Flute",) and concepts["07"].hints == ("notation", "programs")


def test_esco_says_where_it_comes_from_and_what_was_not_taken(place):
    taxonomy = read("esco", place(ESCO))
    assert (taxonomy.name, taxonomy.source, taxonomy.date) == ("esco", "ESCO", "2024-05-15")
    assert taxonomy.attribution == "This service uses the ESCO classification of the European Commission."
    assert taxonomy.notes == ("1 skills are not released", "1 links of occupations are to skills that are not in the files")


def test_occupations_of_esco_name_their_skills(place):
    tuner, seller = read("esco", place(ESCO)).occupations
    assert (tuner.title, tuner.aliases) == ("flute tuner", ("tuner of flutes", "flute voicer"))
    assert (tuner.essential, tuner.optional) == ((f"{SKILL}01",), (f"{SKILL}03",))
    assert (seller.title, seller.essential, seller.optional) == ("flute seller", (), ())


def test_esco_without_the_links_of_occupations_has_none_and_says_so(place):
    taxonomy = read("esco", place({name: text for name, text in ESCO.items() if "Relations_" not in name}))
    assert taxonomy.occupations == () and "there is no occupationSkillRelations_*.csv" in taxonomy.notes[-1]


@pytest.mark.parametrize("name", ["skills_en.csv", "own.csv"])
def test_one_file_of_skills_is_enough(place, name):
    taxonomy = read("esco", place({name: "\ufeff" + ESCO["skills_en.csv"]}) / name)
    assert [one.label for one in taxonomy.concepts][:2] == ["tune wooden flutes", "acoustics of flutes"]


def test_english_is_read_where_there_are_several_languages(place):
    german = {name.replace("_en", "_de"): text.replace("flutes", "Flöten") for name, text in ESCO.items()}
    folder = place(german)
    assert "Flöten" in read("esco", folder).concepts[0].label
    place(ESCO)
    assert read("esco", folder).concepts[0].label == "tune wooden flutes"
    for path in folder.glob("*_en.csv"):
        path.rename(path.with_name(path.name.replace("_en", "_fr")))
    with pytest.raises(InputError, match="several languages \\(de, fr\\)"):
        read("esco", folder)


# --- O*NET ---------------------------------------------------------------------------------------------------------------------------


def excel(folder, tables):
    """The same tables as Excel files, as O*NET offers them: with a column for the title of the occupation, and codes that are numbers."""
    openpyxl = pytest.importorskip("openpyxl")
    for name, text in tables.items():
        if not name.startswith("Read"):
            book = openpyxl.Workbook()
            for number, line in enumerate(text.splitlines()):
                cells = [int(cell) if cell.isdigit() and len(cell) == 8 else None if cell == "n/a" else cell for cell in line.split("\t")]
                book.active.append([*cells, "Title" if not number and "Data" not in name else "x"] if "Data" not in name else cells)
            book.save(folder / name.replace(".txt", ".xlsx"))
    return folder


@pytest.mark.parametrize("release", ["29.2", "30.3", "29.2 Excel"])
def test_onet_is_read_in_the_names_of_either_release(place, tmp_path, release):
    files = {"29.2": ONET_29, "30.3": ONET_30, "29.2 Excel": {"Read Me.txt": ONET_29["Read Me.txt"]}}[release]
    folder = excel(place(files), ONET_29) if "Excel" in release else place(files)
    taxonomy = read("onet", folder)
    concepts = {one.key: one for one in taxonomy.concepts}
    assert concepts["onet:43232701"].label == "document management software"
    assert concepts["Flautix"].broader == ("onet:43232701", "onet:43232702") and str(concepts["Flautix"].kind) == "tool"
    assert {"Voicer Pro", 'Dale\'s 12" Reed "Viewer"'} <= set(concepts)
    assert concepts["Tuning table language TTL"].spelled == ("Tuning table language",) and "TTL" in concepts["Tuning table language TTL"].short
    tuners, cutters = taxonomy.occupations
    assert (tuners.external_id, tuners.title, tuners.aliases) == ("99-1011.00", "Flute Tuners", ("Certified Flute Voicer (CFV)", "CFV"))
    assert tuners.essential == ("Flautix", "Tuning table language TTL") and tuners.optional == ("Voicer Pro",)
    assert (cutters.title, cutters.essential, cutters.optional, cutters.aliases) == ("Reed Cutters", (), (), ("Reed Hand",))
    version = release.split()[0]
    assert taxonomy.source == f"O*NET {version}" and taxonomy.date == ("May 2026" if version == "30.3" else "February 2025")
    assert f"from the O*NET {version} Database by the U.S. Department of Labor" in taxonomy.attribution and "CC BY 4.0" in taxonomy.attribution


def test_onet_without_a_version_says_so(place):
    taxonomy = read("onet", place({name: text for name, text in ONET_29.items() if name not in ("Read Me.txt", "Alternate Titles.txt")}))
    assert taxonomy.source == "O*NET" and "from the O*NET Database by" in taxonomy.attribution and "Read Me.txt" in taxonomy.notes[0]
    assert all(not one.aliases for one in taxonomy.occupations)


# --- CSV -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_of_ones_own_is_read(place, delimiter):
    rows = [
        {"id": "A1", "label": " flute  tuning ", "aliases": "tuning|voicing\nintonation", "kind": "task", "broader": "A2 | music"},
        {"id": "A2", "label": "woodwind; all, of it"},
        {"label": "reeds"},
    ]
    first, second, third = read(
        "csv", place({"our skills.csv": table(delimiter.join(["id", "label", "aliases", "kind", "broader"]), rows, delimiter)}) / "our skills.csv"
    ).concepts
    assert (first.external_id, first.label, str(first.kind)) == ("A1", "flute tuning", "task")
    assert first.aliases == ("tuning", "voicing", "intonation") and first.broader == ("A2", "music")
    assert (second.label, str(second.kind), second.aliases) == ("woodwind; all, of it", "domain", ())
    assert (third.external_id, third.key) == ("", "reeds")


def test_only_the_label_is_needed(place):
    taxonomy = read("csv", place({"our skills.csv": "label\nflute tuning\n"}) / "our skills.csv")
    assert (taxonomy.name, taxonomy.source, taxonomy.attribution) == ("our-skills", "our skills.csv", "")
    assert [one.label for one in taxonomy.concepts] == ["flute tuning"]


# --- refusals ------------------------------------------------------------------------------------------------------------------------

ONE = "skills_en.csv"
REFUSALS = [
    ("esco", {}, "", "there is no skills_en.csv or digitalSkillsCollection_en.csv"),
    ("esco", {}, "nowhere", "there is no such file or folder"),
    ("esco", {ONE: ""}, "", "the file is empty"),
    ("esco", {ONE: ESCO[ONE].encode("utf-16")}, "", "is not UTF-8"),
    ("esco", {ONE: ESCO[ONE].replace("tune", "t\xfcne").encode("latin-1", "replace")}, "", "is not UTF-8"),
    ("esco", {ONE: ESCO[ONE].replace("conceptUri", "uri", 1).replace("altLabels", "alt", 1)}, "", "there is no column 'conceptUri' and 'altLabels'"),
    ("esco", {ONE: SKILLS_HEAD}, "", "there is no released skill"),
    ("esco", {ONE: f"{SKILLS_HEAD}\nKnowledgeSkillCompetence,{SKILL}01\n"}, "", "has not as many cells"),
    ("esco", {ONE: f'{SKILLS_HEAD}\n"never closed'}, "", "no row of a table"),
    ("esco", {"occupations_en.csv": ESCO["occupations_en.csv"]}, "occupations_en.csv", "names no skills"),
    (
        "esco",
        {"skillGroups_en.csv": "conceptType,conceptUri,preferredLabel,altLabels,status\n"},
        "skillGroups_en.csv",
        "no column 'skillType' and 'reuseLevel'",
    ),
    ("onet", {}, "", "there is no Technology Skills.txt or Technology Skills.xlsx or Software Skills.txt"),
    ("onet", {"Technology Skills.txt": ONET_29["Technology Skills.txt"]}, "", "there is no Occupation Data.txt"),
    ("onet", {"x.txt": "x"}, "x.txt", "this is a file"),
    (
        "onet",
        ONET_29 | {"Technology Skills.txt": ONET_29["Technology Skills.txt"].replace("Example", "Sample")},
        "",
        "no column 'Example' or 'Workplace Example'",
    ),
    ("onet", ONET_29 | {"Technology Skills.txt": ""}, "", "the file is empty"),
    ("onet", ONET_29 | {"Alternate Titles.txt": "O*NET-SOC Code\tName\n"}, "", "no column 'Alternate Title' or 'Job Title'"),
    ("onet", {"Technology Skills.xlsx": b"PK\x03\x04 no", "Occupation Data.txt": ONET_29["Occupation Data.txt"]}, "", "no Excel file that can be read"),
    ("csv", {}, "", "this is a folder"),
    ("csv", {}, "nowhere.csv", "cannot be read"),
    ("csv", {"a.csv": "\n \n"}, "a.csv", "the file is empty"),
    ("csv", {"a.csv": "label\n"}, "a.csv", "there is no row"),
    ("csv", {"a.csv": "name\nflute\n"}, "a.csv", "there is no column 'label'"),
    ("csv", {"a.csv": "id,label\nA1,\n"}, "a.csv", "the label is empty"),
    ("csv", {"a.csv": "label,kind\nflute,gadget\n"}, "a.csv", "'gadget' is no kind of skill"),
    ("csv", {"a.csv": "id,label\nA1,flute\nA1,reed\n"}, "a.csv", "'A1' stands in row 1 as well"),
]


@pytest.mark.parametrize("form, files, name, problem", REFUSALS, ids=[f"{form} {problem}" for form, _, _, problem in REFUSALS])
def test_what_cannot_be_read_is_refused_in_one_line(place, form, files, name, problem):
    if any(file.endswith(".xlsx") for file in files):
        pytest.importorskip("openpyxl")
    with pytest.raises(InputError) as error:
        read(form, place(files) / name)
    assert problem in error.value.problem and error.value.cure and "\n" not in str(error.value)


def test_an_excel_file_that_unpacks_to_too_much_is_refused(place, monkeypatch):
    folder = excel(place({}), ONET_29)
    monkeypatch.setattr("gapwriter.taxonomies.onet.LARGEST", 100)
    with pytest.raises(InputError, match="unpacks to more than"):
        read("onet", folder)


@settings(deadline=None, max_examples=80)
@given(content=st.text(max_size=200).map(str.encode) | st.binary(max_size=100), header=st.sampled_from(["", "label\n", "id,label,aliases,kind,broader\n"]))
def test_any_file_is_a_list_of_skills_or_refused(tmp_path_factory, content, header):
    path = tmp_path_factory.mktemp("any") / "a.csv"
    path.write_bytes(header.encode() + content)
    try:
        taxonomy = read("csv", path)
    except InputError as error:
        refusal, taxonomy = error, None
    if taxonomy is None:
        assert refusal.file == str(path) and refusal.cure
    else:
        assert isinstance(taxonomy, Taxonomy) and all(one.label and one.label == " ".join(one.label.split()) for one in taxonomy.concepts)


@given(
    st.lists(st.text(st.characters(blacklist_characters="|", blacklist_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")), min_size=1)),
    st.sampled_from(["\n", " | ", "|", "\r\n"]),
)
def test_labels_are_split_at_either_separator(labels, separator):
    import unicodedata

    assert split_labels(separator.join(labels)) == tuple(dict.fromkeys(unicodedata.normalize("NFC", label) for label in labels))


# --- the official files, where they are ----------------------------------------------------------------------------------------------


@pytest.mark.skipif(not (SHARED / "esco").is_dir(), reason="the files of ESCO are not here")
def test_the_official_files_of_esco_are_read():
    taxonomy = read("esco", SHARED / "esco")
    assert len(taxonomy.concepts) == 1731 and not taxonomy.occupations
    by_label = {one.label: one for one in taxonomy.concepts}
    assert str(by_label["Haskell"].kind) == "tool" and by_label["Haskell"].aliases == ("Haskell techniques",)
    assert str(by_label["write Hungarian"].kind) == "human-language" and str(by_label["show initiative"].kind) == "transversal"
    assert all(one.label == " ".join(one.label.split()) for one in taxonomy.concepts)


@pytest.mark.skipif(not (SHARED / "onet").is_dir(), reason="the files of O*NET are not here")
def test_the_official_files_of_onet_are_read():
    pytest.importorskip("openpyxl")
    taxonomy = read("onet", SHARED / "onet")
    assert (len(taxonomy.concepts), len(taxonomy.occupations), taxonomy.source) == (8903, 1016, "O*NET 29.2")
    nurses = next(one for one in taxonomy.occupations if one.external_id == "29-1141.00")
    assert "MEDITECH software" in nurses.optional and "RN" in nurses.aliases
