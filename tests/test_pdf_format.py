"""PDF: pages that anybody can read, that say what the report says, and that are the same bytes everywhere."""

import hashlib
import io
import os
import re
import struct
import subprocess
import sys
import threading
import zlib

import pytest
from conftest import CASES, RESUME, ROLE, report_of
from test_families import HOSTILE, hostile_report

from gapwriter import InputError, write_report
from gapwriter.checker import Checker
from gapwriter.formats import pdf
from gapwriter.language import read_language
from gapwriter.prompt import read_sections
from gapwriter.settings import Settings
from gapwriter.sheet import Bars, Note, Table, TimeLine, lay_sheet
from gapwriter.theme import read_theme
from gapwriter.wording import visible

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("typst")

SETTINGS = Settings.model_validate({"as_of": "2026-11-01"})
CHINESE, EMOJI, ARABIC, HEBREW, THAI = "李小龙", "Noor 😀 Halvorsen", "ليلى حداد", "נועה לוי", "สมชาย ใจดี"


def png():
    """One white point."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )


def open_pdf(content):
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content):
    return "\n".join(page.extract_text() for page in open_pdf(content).pages)


def flat(text):
    return "".join(text.split())


def named(name):
    return report_of({**RESUME, "basics": {"name": name}}, ROLE)


def rendered(report, theme=None):
    """The bytes; a machine without a font for the letters cannot show them."""
    try:
        return report.render("pdf", theme or read_theme())
    except InputError as refusal:
        if "no font" in str(refusal):
            pytest.skip("no font of this machine has the letters")
        raise


def words_of(sheet):
    """Everything that a sheet says, but what stands on it as a drawing."""
    yield from (sheet.who, sheet.role, sheet.company, sheet.status, sheet.as_of)
    for part in (*sheet.parts, sheet.appendix):
        yield part.title
        for block in part.blocks:
            yield from (block.head, *(sentence.text for sentence in block.sentences))
        for one in part.exhibits:
            if isinstance(one, Table):
                yield from (one.title, *one.head)
                yield from (text for row in one.rows for cell in row for text in (cell.text, cell.quote, cell.source, cell.more))
            elif isinstance(one, Note):
                yield from (one.label, one.text, *one.items)
            elif isinstance(one, Bars):
                yield from (text for bar in one.bars for text in (bar.label, bar.words))
            elif isinstance(one, TimeLine):
                yield from (text for span in one.spans for text in (f"{span.order} {span.label}", span.when))
    yield from (text for pair in sheet.provenance for text in pair)


@pytest.fixture(scope="module", params=[case.name for case in sorted(CASES.iterdir())])
def report(request):
    return write_report(CASES / request.param / "resume.json", CASES / request.param / "role.yaml", settings=SETTINGS)


def test_the_text_of_the_pages_is_what_the_sheet_says_and_passes_the_checker(report):
    content = rendered(report)
    text, sheet = text_of(content), lay_sheet(report, read_language())
    found = flat(re.sub(r"^\d+ / \d+$", "", text, flags=re.M))
    # A row that goes over a page has the head of its table in between; sentences that do have nothing.
    assert [words for words in map(visible, words_of(sheet)) if flat(words) not in found] == []
    assert Checker(report.facts).check(text) == []
    assert Checker(report.facts).check(text, strict=True) == []
    assert 2 <= len(open_pdf(content).pages) <= 5


def test_the_usual_case_has_four_pages_at_most():
    case = CASES / "senior-ai-engineer"
    content = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS).render("pdf")
    assert 2 <= len(open_pdf(content).pages) <= 4


def accessible(content, report):
    reader = open_pdf(content)
    root = reader.trailer["/Root"]
    assert content.startswith(b"%PDF-") and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"].startswith("en")
    assert b"pdfuaid:part" in root["/Metadata"].get_data() and root["/ViewerPreferences"]["/DisplayDocTitle"]
    sheet = lay_sheet(report, read_language())
    assert reader.metadata.title == sheet.title
    assert [one.title for one in reader.outline] == [*(part.title for part in sheet.parts), sheet.appendix.title]
    fonts = [one for one in map(reader.get_object, range(1, reader.trailer["/Size"])) if isinstance(one, dict) and one.get("/Type") == "/FontDescriptor"]
    assert fonts and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in fonts)
    assert any("NotoSans" in font["/FontName"].replace("-", "") for font in fonts)
    kinds = [one for one in map(reader.get_object, range(1, reader.trailer["/Size"])) if isinstance(one, dict) and "/S" in one and "/P" in one]
    names = [one["/S"] for one in kinds]
    assert {"/Table", "/TR", "/TH", "/TD", "/H1", "/L", "/LI", "/Figure"} <= set(names)
    assert all(one.get("/Alt") for one in kinds if one["/S"] == "/Figure")
    assert [one for one in kinds if one["/S"] == "/Link"]
    assert not any(key in reader.metadata for key in ("/CreationDate", "/ModDate"))


def test_the_pages_are_tagged_titled_and_bookmarked_with_fonts_of_their_own(report):
    accessible(rendered(report), report)


@pytest.mark.parametrize("name", [ARABIC, HEBREW, THAI])
def test_scripts_that_typst_garbles_are_printed_from_html(name):
    pytest.importorskip("weasyprint", exc_type=ImportError)
    report = named(name)
    content = rendered(report)
    accessible(content, report)
    text = text_of(content)
    assert name in text and Checker(report.facts).check(text) == []
    assert "WeasyPrint" in open_pdf(content).metadata.producer and rendered(report) == content


@pytest.mark.parametrize("name", [CHINESE, EMOJI, "Łukasz Žižek", "Νίκος Παπάς", "Nguyễn Thị Hồng"])
def test_names_of_any_script_stand_on_the_pages(name):
    report = named(name)
    content = rendered(report)
    assert flat(name) in flat(text_of(content)) and Checker(report.facts).check(text_of(content)) == []
    assert open_pdf(content).metadata.title == lay_sheet(report, read_language()).title


def test_letters_that_no_font_has_are_told_with_a_cure():
    with pytest.raises(InputError, match=r"PDF: the letters “U\+0378” are in no font of this machine; install .* name a font file in the theme"):
        named("Noor \u0378").render("pdf")


def test_icons_of_other_fonts_do_not_stop_a_report():
    assert "Noor \ufffd" in text_of(named("Noor \uf0b7").render("pdf"))


@pytest.mark.parametrize("text", [*HOSTILE, "#strong[x] $x^2$ @a <b> // c /* d */", '#import "x.typ"', "=SUM(A1:A9)", "\\u{41}", '"], "title": "x'])
def test_hostile_names_stay_text(text):
    report = hostile_report(text)
    content = report.render("pdf")
    reader, sheet = open_pdf(content), lay_sheet(report, read_language())
    found = flat(re.sub(r"^\d+ / \d+$", "", text_of(content), flags=re.M))
    assert [words for words in map(visible, words_of(sheet)) if flat(words) not in found] == []
    assert [one.title for one in reader.outline] == [section.title for section in read_sections() if not section.optional] + ["Appendix"]
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    urls = {cell.url for part in (*sheet.parts, sheet.appendix) for one in part.exhibits if isinstance(one, Table) for row in one.rows for cell in row}
    assert set(links) <= urls


def test_no_word_of_a_name_is_divided_unless_no_line_can_hold_it():
    skills = ["end-to-end testing", "LLM fine-tuning", "month-end close", "e-invoicing", "TCP/IP", "on-page optimisation", "zero-party data"]
    role = {"title": "Pre-Sales Co-Ordinator", "essential": skills, "optional": [f"{skill} {number}" for number in range(9) for skill in skills]}
    text = text_of(report_of(RESUME, role).render("pdf"))
    assert not re.search(r"\w[-/]$", text, re.M) and "\u00ad" not in text


@pytest.mark.parametrize("name", ["Maximiliane-Theodora Freifrau von und zu " + "Hauptbetriebswerkbau" * 4, ARABIC])
def test_nothing_runs_over_the_margins(name):
    pdfium = pytest.importorskip("pypdfium2")
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    skills = [
        "Python",
        "SQL",
        long,
        "x" * 190,
        "https://example.org/a/path/that/goes/on/and/on/and/on?query=1234567890&more=yes",
        "state-of-the-art-and-end-to-end-delivery",
    ]
    work = [
        {
            "name": "A",
            "position": "Dev",
            "startDate": "2020",
            "highlights": ["Python " + "goes on and on " * 200, "SQL " + "q" * 300, "C++ " + "a few words " * 70],
        }
    ]
    resume = {"basics": {"name": name}, "work": work}
    report = report_of(
        resume, {"title": long, "company": long * 2, "essential": [*skills, *(f"{long[:number]} {number}" for number in range(2, 60))], "optional": ["C++"]}
    )
    document = pdfium.PdfDocument(rendered(report))
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(number) for number in range(text.count_chars()) if text.get_text_range(number, 1).strip()]
        outside = [box for box in boxes if box[0] < 50 or box[2] > width - 50 or box[1] < 20 or box[3] > height - 40]
        assert boxes and not outside
        # A number stands alone in the last line.
        assert min(box[1] for box in boxes) < 45 and not [box for box in boxes if 40 < box[1] < 50]


def test_the_same_report_has_the_same_bytes_in_every_process():
    script = (
        "import hashlib, sys; from gapwriter import write_report, Settings; from datetime import date\n"
        f"case = {str(CASES / 'electrician-strong')!r}\n"
        "report = write_report(case + '/resume.json', case + '/role.yaml', settings=Settings(as_of=date(2026, 11, 1)))\n"
        "print(hashlib.sha256(report.render('pdf')).hexdigest())"
    )
    digests = set()
    for seed, zone, language in (("1", "UTC", "C.UTF-8"), ("2", "Pacific/Auckland", "en_US.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        digests.add(subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True).stdout.strip())
    case = CASES / "electrician-strong"
    here = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS).render("pdf")
    assert digests == {hashlib.sha256(here).hexdigest()}


def test_threads_share_the_compiler():
    reports = [named(f"Noor {letter * 3}") for letter in "ABCDEF"]
    expected, found = [one.render("pdf") for one in reports], [None] * len(reports)

    def write(number):
        found[number] = reports[number].render("pdf")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(len(reports))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


def test_a_theme_gives_logo_fonts_and_colours(tmp_path):
    (tmp_path / "logo.png").write_bytes(png())
    font = next(one for one in ("NotoSans-Italic.ttf", "NotoSans-Bold.ttf") if (pdf_fonts() / one).is_file())
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / font).write_bytes((pdf_fonts() / font).read_bytes())
    (tmp_path / "own.toml").write_text(
        f'[light]\naccent = "#7a1f5c"\n[fonts]\ntext = "Noto Sans"\nfiles = ["fonts/{font}"]\n[logo]\nfile = "logo.png"\nalt = "Larch & Sons"\n', "utf-8"
    )
    report, theme = report_of(RESUME, ROLE), read_theme(str(tmp_path / "own.toml"))
    content = rendered(report, theme)
    accessible(content, report)
    reader = open_pdf(content)
    alts = [one["/Alt"] for one in map(reader.get_object, range(1, reader.trailer["/Size"])) if isinstance(one, dict) and one.get("/S") == "/Figure"]
    assert "Larch & Sons" in alts and content != rendered(report)
    (tmp_path / "logo.png").write_bytes(png()[:40])
    with pytest.raises(InputError, match=r"logo\.png: the logo cannot be drawn"):
        report.render("pdf", theme)


def pdf_fonts():
    from importlib.resources import files

    return files("gapwriter") / "fonts"


@pytest.mark.parametrize("package, name", [("typst", "Noor"), ("weasyprint", ARABIC)])
def test_a_package_that_is_missing_is_told_with_the_extra_that_brings_it(monkeypatch, package, name):
    monkeypatch.setattr(pdf, "find_spec", lambda asked: None if asked == package else object())
    with pytest.raises(InputError, match=r"PDF: writing this format needs a package more; pip install 'gapwriter\[pdf\]'"):
        named(name).render("pdf")


def test_a_machine_without_pango_is_told(monkeypatch):
    rendered(named(ARABIC))

    class Missing(dict):
        def __getattr__(self, name):
            raise OSError("cannot load library")

    monkeypatch.setattr(pdf, "find_spec", lambda asked: object())
    monkeypatch.setitem(sys.modules, "weasyprint", Missing())
    with pytest.raises(InputError, match="finds no Pango on this machine; install Pango"):
        named(ARABIC).render("pdf")


def test_fonts_of_the_machine_are_not_asked_where_ours_suffice(monkeypatch):
    asked = []
    monkeypatch.setattr(pdf, "_compiler", lambda folders, machine, make=pdf._compiler: asked.append(machine) or make(folders, machine))
    named("Łukasz Žižek").render("pdf")
    assert asked == [False]
