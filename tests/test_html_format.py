"""HTML: one page that needs nothing else; what it says is what the report says, and hostile names stay text."""

import base64
import hashlib
import html.parser
import re

import pytest
from conftest import CASES, RESUME, ROLE, report_of
from test_families import HOSTILE, hostile_report

from gapwriter import write_report
from gapwriter.language import read_language
from gapwriter.prose import Origin
from gapwriter.settings import Settings
from gapwriter.sheet import Table, lay_sheet
from gapwriter.theme import read_theme

SETTINGS = Settings.model_validate({"as_of": "2026-11-01"})
VOID = {"meta", "img", "input", "br", "link", "hr"}


class Page(html.parser.HTMLParser):
    """The elements of a page and the text inside each kind; a tag that closes another than the last is a fault."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.texts, self.faults = [], [], {}, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID and tag not in ("rect", "path"):
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def all(self, tag):
        return [" ".join(text.split()) for text in self.texts.get(tag, [])]


@pytest.fixture(scope="module", params=[case.name for case in sorted(CASES.iterdir())])
def report(request):
    return write_report(CASES / request.param / "resume.json", CASES / request.param / "role.yaml", settings=SETTINGS)


def test_a_page_is_well_formed_and_holds_what_the_sheet_holds(report):
    text = report.render("html")
    page, sheet = Page(text), lay_sheet(report, read_language())
    assert not page.faults and not page.open
    sentences = [sentence.text for section in report.sections for sentence in section.sentences]
    spans = [" ".join(one.split()) for one in re.findall(r'<span class="s" data-origin="\w+">(.*?)</span>', text)]
    assert [html_text(one) for one in spans[3:]] == [" ".join(one.split()) for one in sentences]
    cells = iter(page.all("td"))
    for table in (one for part in (*sheet.parts, sheet.appendix) for one in part.exhibits if isinstance(one, Table)):
        for row in table.rows:
            for cell in row:
                shown = next(cells)
                assert all(" ".join(piece.split()) in shown for piece in (cell.text, cell.quote, cell.source, cell.more))
    assert next(cells, None) is None
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {attributes["href"][1:] for tag, attributes in page.tags if tag == "a" and attributes["href"].startswith("#")} <= set(ids)


def html_text(text):
    import html

    return html.unescape(text)


def test_each_sentence_leads_to_the_lines_behind_it():
    report = report_of(RESUME, ROLE)
    notes = re.findall(r'<li id="note-\d+".*?</ul>', report.render("html"), re.S)
    assert len(notes) == sum(len(section.sentences) for section in report.sections)
    met = next(note for note in notes if "the resume meets one" in note)
    assert "Built an import service in Python." in met and "work[0].highlights[0]" in met


def test_nothing_is_loaded_and_the_policy_names_our_style_and_script_alone():
    text = report_of(RESUME, ROLE).render("html")
    page = Page(text)
    policy = next(attributes["content"] for tag, attributes in page.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [attributes for _, attributes in page.tags if "src" in attributes or "style" in attributes or any(name.startswith("on") for name in attributes)]
    assert "url(" not in text and "@import" not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text):
    page, calm = Page(hostile_report(text).render("html")), Page(hostile_report("Calm").render("html"))
    assert not page.faults and not page.open
    kinds = ("script", "style", "b", "img", "iframe", "form")
    assert [tag for tag, _ in page.tags if tag in kinds] == [tag for tag, _ in calm.tags if tag in kinds]
    clean = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    shown = page.all("h1")[0]
    assert clean.replace(" ", "") in shown.replace(" ", "") or "\x1b" in text


def test_a_page_of_a_report_that_a_model_wrote_tells_who_wrote_each_sentence():
    report = report_of(RESUME, ROLE)
    first, *others = report.sections
    blocks = tuple(
        block.model_copy(update={"sentences": tuple(one.model_copy(update={"origin": Origin.MODEL}) for one in block.sentences)}) for block in first.blocks
    )
    text = report.model_copy(update={"sections": (first.model_copy(update={"blocks": blocks}), *others)}).render("html")
    assert text.count('class="s" data-origin="model"') == 1 + len(first.sentences)
    assert "Written by the model and compared with these facts." in text


def test_a_theme_colours_and_words_the_page(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "own.toml").write_text(
        '[light]\naccent = "#203040"\n[fonts]\nheading = "Our Serif"\n[logo]\nfile = "logo.png"\nalt = "Us & you"\n[wording.report]\nstatus = "For review"\n',
        "utf-8",
    )
    text = report_of(RESUME, ROLE).render("html", read_theme(str(tmp_path / "own.toml")))
    assert "--accent: #203040" in text and '--heading: "Our Serif"' in text and "For review" in text and "Draft until" not in text
    assert 'alt="Us &amp; you"' in text and 'src="data:image/png;base64,' in text


def test_a_page_without_a_name_has_a_title():
    page = Page(report_of({**RESUME, "basics": {}}, ROLE).render("html"))
    assert page.all("h1") == ["for the role of Senior AI Engineer"] and page.all("title")[:1] == ["Skill-gap report: for the role of Senior AI Engineer"]
