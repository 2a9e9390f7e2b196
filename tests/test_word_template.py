"""A template of one's own: filled with text alone, refused in one line, and never without what must be said."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from conftest import CASES, RESUME, ROLE, ROOT, report_of

from gapwriter import InputError
from gapwriter.language import read_language
from gapwriter.sheet import lay_sheet
from gapwriter.theme import read_theme
from gapwriter.word_template import LARGEST, TABLES, template_context

docx = pytest.importorskip("docx")
pytest.importorskip("docxtpl")
SAMPLE = ROOT / "examples" / "template.docx"
KEPT = ("{{ status }}", "{{ decides }}")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def context_of(report):
    language = read_language(report.facts.language, report.facts.audience)
    return template_context(report, lay_sheet(report, language), language)


def filled(path, *lines, report=None, head=""):
    """The paragraphs of a template that holds some lines, filled in."""
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    if head:
        word.sections[0].header.paragraphs[0].text = head
    word.save(path)
    content = (report or report_of(RESUME, ROLE)).render("docx", read_theme("", str(path)))
    return [one.text for one in docx.Document(BytesIO(content)).paragraphs]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "house.docx"


@pytest.mark.parametrize("case", ["senior-ai-engineer", "hotel-single-requirement", "electrician-strong"])
def test_the_sample_holds_every_section_and_table(case):
    report = report_of(CASES / case / "resume.json", CASES / case / "role.yaml")
    word = docx.Document(BytesIO(report.render("docx", read_theme("", str(SAMPLE)))))
    text = "\n".join("".join(one.itertext(f"{W}t")) for one in word.element.body.iter(f"{W}p"))
    assert all(section.title in text and all(one.text in text for one in section.sentences) for section in report.sections)
    context = context_of(report)
    drawn = {tuple(cell.text for cell in table.rows[0].cells): table for table in word.tables}
    for name in ("conditions", "requirements", "resources"):
        rows = context["tables"][name]["rows"]
        if rows:
            assert [[cell.text for cell in row.cells] for row in drawn[tuple(context["tables"][name]["head"])].rows[1:]] == rows
    assert "{{" not in text and "{%" not in text and context["decides"] in text and context["status"] in text
    assert all("{{" not in table._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val") for table in word.tables)


def test_the_documented_names_are_those_that_are_there():
    text = (ROOT / "docs" / "word-templates.md").read_text("utf-8")
    context = context_of(report_of(RESUME, ROLE))
    documented = set(re.findall(r"^\| `(\w+)` \|", text, re.M))
    assert documented == set(context) and set(context["tables"]) == set(TABLES)
    for name in ("sections", "coverage", "steps", "resources", "notes", "provenance"):
        (line,) = re.findall(rf"^\| `{name}` \|.*", text, re.M)
        assert set(context[name][0]) <= set(re.findall(r"`(\w+)`", line)), name


def test_the_documented_sections_are_those_that_are_there():
    text = (ROOT / "docs" / "word-templates.md").read_text("utf-8")
    assert all(f"`{section.id}`" in text for section in report_of(RESUME, ROLE).sections)


def test_what_no_file_can_hold_is_replaced(path):
    assert filled(path, *KEPT, "{{ who }}", report=report_of({**RESUME, "basics": {"name": "A\ufffeB"}}, ROLE))[2] == "A\ufffdB"


def test_a_context_holds_nothing_that_can_be_called():
    def plain(value):
        if isinstance(value, dict):
            return all(type(key) is str and plain(one) for key, one in value.items())
        return all(map(plain, value)) if type(value) is list else type(value) in (str, int, bool)

    assert plain(context_of(report_of(RESUME, ROLE)))


@pytest.mark.parametrize("name", ["R&D <b>", '"Ada" O\'Brink', "{_{ x }_}", "{% if x %}", "{# x #}", "=1+1", "نور", "a" * 300])
def test_names_stay_text(path, name):
    report = report_of({**RESUME, "basics": {"name": name}}, {**ROLE, "company": name})
    assert filled(path, *KEPT, "{{ who }} at {{ company }}", report=report)[2] == f"{name} at {name}"


def test_properties_are_not_escaped(path):
    word = docx.Document()
    word.core_properties.subject, word.core_properties.author = "{{ company }}", "Lind & Co"
    for line in KEPT:
        word.add_paragraph(line)
    word.save(path)
    core = docx.Document(BytesIO(report_of(RESUME, {**ROLE, "company": "R&D"}).render("docx", read_theme("", str(path))))).core_properties
    assert (core.subject, core.author, core.language) == ("R&D", "Lind & Co", "en-GB") and core.title.startswith("Skill-gap report")


def test_groups_are_named_by_their_parts(path):
    lines = filled(
        path, *KEPT, "{%p for section in sections %}", "{{ section.items | length }} {{ section.title }}", "{%p endfor %}", "{{ gaps.essential | join(', ') }}"
    )
    assert "1 Executive Summary" not in lines and any(line.endswith("Executive Summary") for line in lines)
    assert lines[-1] == "machine learning, deep learning, PyTorch"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{{ salary }}", "'salary' is not known here; see docs/word-templates.md"),
        ("{{ sections[0].titel }}", "'titel' is not known here; see docs/word-templates.md"),
        ("{{ tables.ads.rows }}", "'ads' is not known here; see docs/word-templates.md"),
        ("{{ sections }}", "the template cannot be filled in (a list or a group stands where a text must; name one of its parts); see docs/word-templates.md"),
        ("{{ who.__class__ }}", "a command in braces asks for what no template may; see docs/word-templates.md"),
        ("{{ ''.__class__.__mro__ }}", "a command in braces asks for what no template may; see docs/word-templates.md"),
        ("{% for x in sections %}", "a command in braces cannot be read"),
        ("{{ who", "a command in braces cannot be read"),
        ("{{ 1 / 0 }}", "the template cannot be filled in (division by zero); see docs/word-templates.md"),
        ("{% include 'x' %}", "the template cannot be filled in"),
    ],
)
def test_what_cannot_be_filled_in_is_refused_in_one_line(path, line, fault):
    with pytest.raises(InputError) as refusal:
        filled(path, *KEPT, line)
    assert str(refusal.value).startswith(f"{path}: {fault}") and "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("{{ decides }}",), "the template leaves out that the report is a draft; put {{ status }} into it"),
        (("{{ status }}", "{{ who }}"), "the template leaves out that a person decides; put {{ decides }} into it"),
        (("{{ status }}", "{% if false %}{{ decides }}{% endif %}"), "the template leaves out that a person decides; put {{ decides }} into it"),
    ],
)
def test_what_must_be_said_is_not_left_out(path, lines, fault):
    with pytest.raises(InputError, match=re.escape(fault)):
        filled(path, *lines)


def test_hidden_words_say_nothing(path):
    word = docx.Document()
    word.add_paragraph("{{ status }}")
    word.add_paragraph().add_run("{{ decides }}").font.hidden = True
    word.save(path)
    with pytest.raises(InputError, match="leaves out that a person decides"):
        report_of(RESUME, ROLE).render("docx", read_theme("", str(path)))


def test_a_header_may_say_it(path):
    assert filled(path, "{{ decides }}", head="{{ status }}")


def bomb(path):
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("_rels/.rels", "<a/>")
        archive.writestr("word/document.xml", b"<a>" + b" " * 30_000_000)


def entities(path):
    with ZipFile(SAMPLE) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1) if name == "word/document.xml" else part)


def without(path, part):
    with ZipFile(SAMPLE) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: path.write_text("Dear {{ who }}"), "this is no Word file; save the template as .docx"),
        (lambda path: path.write_bytes(b""), "this is no Word file; save the template as .docx"),
        (lambda path: path.write_bytes(SAMPLE.read_bytes()[:4000]), "this Word file is damaged or cut off; open it in Word and save it anew as .docx"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(LARGEST)), "this template is larger than 20 MB; make its pictures smaller"),
        (bomb, "word/document.xml: this part unpacks from 29 kB to 30.0 MB; open it in Word and save it anew as .docx"),
        (entities, "word/document.xml: this part declares entities (a DTD), which no Word file does; open it in Word and save it anew as .docx"),
        (lambda path: without(path, "word/document.xml"), "this is no Word document, or one that is damaged; open it in Word and save it anew as .docx"),
        (lambda path: without(path, "_rels/.rels"), "this is a ZIP archive and no Word file; open it in Word and save it anew as .docx"),
    ],
)
def test_a_file_that_is_no_template_is_refused(path, make, fault):
    make(path)
    with pytest.raises(InputError) as refusal:
        report_of(RESUME, ROLE).render("docx", read_theme("", str(path)))
    assert str(refusal.value) == f"{path}: {fault}"


def test_the_command_takes_a_template(run, files, tmp_path):
    code, _, err = run("report", *files, "-o", tmp_path / "r.docx", "--template", SAMPLE)
    assert code == 0 and "Executive Summary" in [one.text for one in docx.Document(str(tmp_path / "r.docx")).paragraphs], err
    code, _, err = run("report", *files, "-o", tmp_path / "r.docx", "--template", tmp_path / "none.docx")
    assert code == 1 and "there is no such file" in err


def test_a_candidate_finds_no_score():
    assert context_of(report_of(RESUME, ROLE))["score"].endswith("%")
    assert context_of(report_of(RESUME, ROLE, audience="candidate"))["score"] == ""
