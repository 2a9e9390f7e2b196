"""A panel in its forms, and the frame that holds a page."""

import html
import re

from gapwriter.panel import Panel, isolate
from gapwriter.sheet import Bar, Bars, Cell, Note, Table

PANEL = Panel(
    title='T "q" <i>',
    lead="lead",
    exhibits=(
        Bars(title="Coverage", bars=(Bar(id="e", label="essential", met=1, of=2, words="1 of 2 met"),)),
        Table(
            id="t",
            title="Rows",
            head=("a", "bb"),
            rows=((Cell(text="x", strong=True), Cell(quote="y & z", source="line 1")), (Cell(), Cell(text="long one", mark="gap"))),
            numeric=(0,),
        ),
        Note(label="Note", text="n", items=("one",)),
    ),
)


def test_the_three_forms_say_the_same():
    bundle = PANEL.bundle()
    for text in ("lead", "essential", "1 of 2 met", "Rows", "x", "long one", "Note: n", "one"):
        assert text in bundle["text/plain"] and text in bundle["text/markdown"] and text in re.sub(r"</?span[^>]*>", "", html.unescape(bundle["text/html"]))


def test_columns_of_plain_text_are_aligned():
    lines = PANEL.bundle()["text/plain"].splitlines()
    at = lines.index("Rows")
    assert lines[at + 1 : at + 4] == ["  a  bb", "  x  y & z", "  –  long one"]


def test_a_frame_holds_the_page_as_it_is():
    page = "<!doctype html><title>\"'&amp;</title>"
    frame = isolate(page, '"><b>', 200)
    assert html.unescape(re.search(r'srcdoc="([^"]*)"', frame)[1]) == page
    assert 'sandbox=""' in frame and "<b>" not in frame and "height: 200px" in frame and 'sandbox="allow-scripts"' in isolate(page, "x", scripts=True)


def test_links_within_the_page_stay_in_it():
    page = '<!doctype html><head><meta http-equiv="Content-Security-Policy" content="base-uri \'none\'"></head><a href="#a">a</a>'
    inner = html.unescape(isolate(page, "x"))
    assert inner.index('<base href="about:srcdoc">') < inner.index("<meta")


def test_a_panel_is_as_high_as_its_rows_up_to_a_bound():
    def height(rows, text="x"):
        table = Table(id="t", title="T", head=("a", "b"), rows=((Cell(text=text), Cell()),) * rows)
        return int(re.search(r"height: (\d+)px", Panel(title="T", exhibits=(table,)).bundle()["text/html"])[1])

    assert height(1) < height(5) < height(5, "x" * 200) < height(500) == height(1000)
