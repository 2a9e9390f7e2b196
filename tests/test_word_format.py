"""The Word format: a file that Word opens, with the sheet's words in it and nothing that is more than text."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from conftest import CASES, RESUME, ROLE, ROOT, report_of
from test_families import HOSTILE, hostile_report

from gapwriter import InputError, plugins
from gapwriter.language import Language, read_language
from gapwriter.sheet import Bars, Note, Table, TimeLine, lay_sheet
from gapwriter.theme import Theme, read_theme

docx = pytest.importorskip("docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360f8cf50000003810180 5acb6a4b0000000049454e44ae426082".replace(
        " ", ""
    )
)


def opened(content):
    return docx.Document(BytesIO(content))


def texts(content):
    """Every paragraph of the body, cells included."""
    return ["".join(one.itertext(f"{W}t")) for one in opened(content).element.body.iter(f"{W}p")]


def sheet_of(report):
    return lay_sheet(report, read_language(report.facts.language, report.facts.audience))


def exhibits(sheet, *kinds):
    return [one for part in (*sheet.parts, sheet.appendix) for one in part.exhibits if isinstance(one, kinds)]


def case(name):
    return report_of(CASES / name / "resume.json", CASES / name / "role.yaml")


@pytest.fixture(scope="module", params=["electrician-strong", "accountant-forty", "hotel-single-requirement"])
def report(request):
    return case(request.param)


@pytest.fixture(scope="module")
def content(report):
    return report.render("docx")


def test_headings_are_the_titles_of_the_sections(report, content):
    paragraphs, sheet = opened(content).paragraphs, sheet_of(report)
    assert [one.text for one in paragraphs if one.style.name == "Heading 1"] == [part.title for part in (*sheet.parts, sheet.appendix)]
    assert [one.text for one in paragraphs if one.style.name == "Title"] == [sheet.who]


def test_every_sentence_and_note_is_in_it(report, content):
    text = "\n".join(texts(content))
    assert all(sentence.text in text for section in report.sections for sentence in section.sentences)
    sheet = sheet_of(report)
    assert sheet.status in text and sheet.as_of in text
    assert all(note.text in text and all(item in text for item in note.items) for note in exhibits(sheet, Note))
    assert all(what in text for pair in sheet.provenance for what in pair)


def test_tables_hold_what_the_sheet_holds(report, content):
    sheet, word = sheet_of(report), opened(content)
    drawn = [table for table in word.tables if table.style.name == "Report Table"]
    for table, one in zip(drawn, exhibits(sheet, Table), strict=True):
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        assert tuple(rows[0]) == one.head and len(rows) == len(one.rows) + 1
        for order, (row, cells) in enumerate(zip(rows[1:], one.rows, strict=True), 1):
            for text, cell in zip(row, cells, strict=True):
                words = f"“{cell.quote}” ({cell.source})" if cell.quote else cell.text
                none = "" if one.total and order == len(one.rows) else "–"
                assert text == (" ".join(part for part in (words, cell.more) if part) or none)


def test_charts_say_in_words_what_they_show(report, content):
    drawn = [table for table in opened(content).tables if table.style.name == "Report Chart"]
    for table, one in zip(drawn, exhibits(sheet_of(report), Bars, TimeLine), strict=True):
        told = table._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val")
        words = [bar.words for bar in one.bars] if isinstance(one, Bars) else [span.words for span in one.spans]
        assert all(word in told for word in words)
        beside = [row.cells[-1].text for row in table.rows][1:]
        assert beside == (words if isinstance(one, Bars) else [span.when for span in one.spans])
        # Each row fills the grid, so that the bars have one scale.
        grid = [int(column.get(f"{W}w")) for column in table._tbl.tblGrid]
        for row in table._tbl.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == len(grid) and sum(cell.width.twips for cell in row.tc_lst) == sum(grid)


def test_tables_have_a_header_row_alternative_text_and_rows_that_stay_whole(content):
    for table in opened(content).tables:
        rows = table._tbl.tr_lst
        assert [len(row.findall(f"{W}trPr/{W}tblHeader")) for row in rows] == [1] + [0] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(table._tbl.tblPr.find(f"{W}{name}").get(f"{W}val") for name in ("tblCaption", "tblDescription"))


def test_numbers_stand_at_the_end_of_their_column():
    sheet, word = sheet_of(report_of(RESUME, ROLE)), opened(report_of(RESUME, ROLE).render("docx"))
    drawn = [table for table in word.tables if table.style.name == "Report Table"]
    for table, one in zip(drawn, exhibits(sheet, Table), strict=True):
        for row in table._tbl.tr_lst:
            assert tuple(number for number, cell in enumerate(row.tc_lst) if cell.find(f"{W}p/{W}pPr/{W}jc") is not None) == one.numeric


def test_lists_begin_at_one_and_their_heads_are_bold(report, content):
    listed = [one for one in opened(content).paragraphs if one.style.name.startswith("List")]
    blocks = [block for section in report.sections for block in section.blocks if block.head]
    assert [one.runs[0].text for one in listed] == [block.head for block in blocks]
    assert all(one.runs[0].style.name == "Strong" for one in listed)
    numbers = {one.style.name: set() for one in listed}
    for one in listed:
        numbers[one.style.name].add(one._p.pPr.numPr.numId.val)
    assert not set.intersection(*numbers.values()) or len(numbers) == 1


def test_language_title_and_dates_are_told(content):
    word = opened(content)
    lang = word.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == word.core_properties.language == "en-GB" and lang.get(f"{W}eastAsia") and lang.get(f"{W}bidi")
    assert word.core_properties.title.startswith("Skill-gap report") and str(word.core_properties.created)[:10] == "2026-11-01"
    section = word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(210, abs=0.5), pytest.approx(297, abs=0.5))
    assert re.findall(r'w:instr="(\w+)"', section.footer._element.xml) == ["PAGE", "NUMPAGES"] and word.core_properties.title in section.footer._element.xml


def test_resources_are_links(report, content):
    word = opened(content)
    links = [(link.text, link.url) for table in word.tables for row in table.rows for cell in row.cells for p in cell.paragraphs for link in p.hyperlinks]
    wanted = [(cell.text, cell.url) for one in exhibits(sheet_of(report), Table) for row in one.rows for cell in row if cell.url]
    assert links == wanted and wanted


def test_every_style_that_is_used_is_there(content):
    with ZipFile(BytesIO(content)) as archive:
        body, known = archive.read("word/document.xml").decode(), archive.read("word/styles.xml").decode()
    used = set(re.findall(r'<w:(?:p|r|tbl)Style w:val="(\w+)"', body))
    assert used <= set(re.findall(r'w:styleId="(\w+)"', known)) and {"Title", "Heading1", "Heading2", "ListBullet", "ReportTable"} <= used


@pytest.mark.parametrize(
    "text", [*HOSTILE, "{# note #}", "{% for a in b %}", "{_{ x }_}", "</w:t></w:r>", "PAGE \\* MERGEFORMAT", "=1+1", "\ufffex", "]]>", "long " * 36]
)
def test_hostile_names_stay_text(text):
    report = hostile_report(text)
    content = report.render("docx")
    sheet, calm = sheet_of(report), sheet_of(hostile_report("Calm"))
    shown = [" ".join(part.replace("\ufffe", "\ufffd").split()) for part in (sheet.who, f"for the role of {sheet.role} at {sheet.company}")]
    assert [one for one in texts(content) if one][1:3] == shown
    word = opened(content)
    assert not word.element.body.findall(f".//{W}fldSimple") and not word.element.body.findall(f".//{W}instrText")
    assert [one.text for one in word.paragraphs if one.style.name == "Heading 1"] == [part.title for part in (*calm.parts, calm.appendix)]
    links = {rel.target_ref for rel in word.part.rels.values() if rel.is_external}
    assert links == {cell.url for one in exhibits(sheet, Table) for row in one.rows for cell in row if cell.url}


@pytest.mark.parametrize(("name", "marked"), [("نور الهاشمي", True), ("דנה כהן", True), ("王小明", False), ("Zoë 🚀", False)])
def test_a_name_that_runs_from_right_to_left_is_marked(name, marked):
    word = opened(report_of({**RESUME, "basics": {"name": name}}, ROLE).render("docx"))
    title = next(one for one in word.paragraphs if one.style.name == "Title")
    assert title.text == name
    assert (title._p.find(f"{W}pPr/{W}bidi") is not None, title.runs[0]._r.find(f"{W}rPr/{W}rtl") is not None) == (marked, marked)


def test_a_language_from_right_to_left_turns_page_paragraphs_and_tables(monkeypatch):
    language = Language("en")
    language.direction = "rtl"
    monkeypatch.setattr(Theme, "language", lambda self, code, audience: language)
    word = opened(report_of(RESUME, ROLE).render("docx"))
    assert word.sections[0]._sectPr.find(f"{W}bidi") is not None
    assert word.styles["Normal"].element.find(f"{W}pPr/{W}bidi") is not None
    assert all(table._tbl.tblPr.find(f"{W}bidiVisual") is not None for table in word.tables)


def test_without_a_name_the_role_is_the_title():
    word = opened(report_of({key: value for key, value in RESUME.items() if key != "basics"}, ROLE).render("docx"))
    assert next(one.text for one in word.paragraphs if one.style.name == "Title") == "for the role of Senior AI Engineer at Northlight"


def test_a_theme_colours_and_words_it(tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "t.toml").write_text(
        '[light]\naccent = "#203040"\n[fonts]\ntext = "Lato"\nheading = "Noto Serif"\n[logo]\nfile = "logo.png"\nalt = "The mark of Lind & Co"\n'
        '[wording.report]\nstatus = "For review"\n',
        "utf-8",
    )
    content = report_of(RESUME, ROLE).render("docx", str(tmp_path / "t.toml"))
    word = opened(content)
    style = word.styles.element.xml
    assert "203040" in style and 'w:ascii="Lato"' in style and 'w:ascii="Noto Serif"' in style
    assert any(text.startswith("For review") for text in texts(content))
    assert 'descr="The mark of Lind &amp; Co"' in word.sections[0].header._element.xml
    (tmp_path / "logo.png").write_bytes(PNG[:12])
    with pytest.raises(InputError, match=r"logo\.png: this picture is damaged; save the logo anew as PNG"):
        report_of(RESUME, ROLE).render("docx", str(tmp_path / "t.toml"))


def test_a_candidate_reads_no_score():
    assert not any("%" in text for text in texts(report_of(RESUME, ROLE, audience="candidate").render("docx")))


def test_a_missing_package_is_told_with_its_extra(monkeypatch):
    module = plugins.load("formats", "docx")
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=re.escape("pip install 'gapwriter[docx]'")):
        module.render(report_of(RESUME, ROLE), read_theme())


def test_the_same_report_has_the_same_bytes_everywhere():
    script = (
        "import sys, hashlib; sys.path.insert(0, 'tests'); from conftest import RESUME, ROLE, report_of; from gapwriter.theme import Theme, read_theme\n"
        "report = report_of(RESUME, ROLE); themes = read_theme(), read_theme('', 'examples/template.docx')\n"
        "print([hashlib.sha256(report.render('docx', theme)).hexdigest() for theme in themes for _ in '12'])"
    )
    answers = set()
    for seed, zone in (("0", "UTC"), ("77", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        answers.add(subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout)
    (answer,) = answers
    assert len(set(re.findall(r"\w{64}", answer))) == 2


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not there to convert with")
def test_another_program_opens_it_with_its_tables_intact(tmp_path):
    reports = {name: case(name) for name in ("senior-ai-engineer", "accountant-forty")} | {"hostile": hostile_report("<script>{% x %} & نور")}
    for name, report in reports.items():
        report.save(tmp_path / f"{name}.docx")
    reports["senior-ai-engineer"].save(tmp_path / "template.docx", read_theme("", str(ROOT / "examples" / "template.docx")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # HTML keeps the cells apart, which a page of PDF does not.
    command = [SOFFICE, profile, "--headless", "--convert-to", "html", "--outdir", tmp_path, *tmp_path.glob("*.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    read = plugins.load("readers", "html").read
    for name, report in [*reports.items(), ("template", reports["senior-ai-engineer"])]:
        shown = " ".join(" ".join(read((tmp_path / f"{name}.html").read_bytes(), name).lines).split())
        for one in exhibits(sheet_of(report), Table):
            if name == "template" and one.id not in ("conditions", "requirements"):
                continue
            for cell in (cell for row in one.rows for cell in row):
                assert (cell.quote or cell.text) in shown
