"""What notebooks show: several forms of each noun, a frame of its own in HTML, and names that stay text."""

import html
import re
from html.parser import HTMLParser

import pytest
from conftest import RESUME, ROLE, SETTINGS, compare, listed, report_of
from test_families import HOSTILE, hostile_report

from gapwriter import analyze_many, check, plugins, rank_candidates
from gapwriter.display import Displayed

REPORT = report_of(RESUME, ROLE)
KINDS = ["text/html", "text/markdown", "text/plain"]


def shown(text=""):
    """One of each noun that shows itself, with a text in all its names."""
    report = hostile_report(text) if text else REPORT
    pool = analyze_many(
        [{"id": text or "a", "resume": {**listed("Python"), "basics": {"name": text}}}, {"id": text, "resume": None}], ROLE, SETTINGS, on_error="keep"
    )
    findings = check(f"PyTorch is well documented. {text} The role asks for ten years of experience.", report.facts, "Candidate Profile")
    return {"report": report, "analysis": report.analysis, "pool": pool, "ranking": rank_candidates(pool), "findings": findings}


SHOWN = shown()
HOSTILES = {text: shown(text) for text in HOSTILE}


class Page(HTMLParser):
    """The elements of a page, its texts and the pages in its frames."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts, self.frames, self.handlers = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.handlers += [name for name, _ in attributes if name.startswith("on")]
        if tag == "iframe":
            self.frames.append(dict(attributes))

    def handle_data(self, data):
        self.texts.append(data)


def test_every_view_is_one_of_a_noun_and_has_its_forms():
    assert plugins.names("views") == tuple(sorted(SHOWN))
    for name, thing in SHOWN.items():
        assert isinstance(thing, Displayed) and name == thing.VIEW
        bundle = thing._repr_mimebundle_()
        assert sorted(bundle) == KINDS and all(bundle.values()) and bundle == thing._repr_mimebundle_()
        assert list(thing._repr_mimebundle_(include={"text/plain"})) == ["text/plain"] and list(thing._repr_mimebundle_(exclude=KINDS[1:])) == ["text/html"]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_html_is_one_frame_that_reaches_nothing_outside(name, text):
    things = HOSTILES[text] if text else SHOWN
    outer = Page(things[name]._repr_mimebundle_()["text/html"])
    assert outer.tags == ["iframe"] and not "".join(outer.texts).strip()
    frame = outer.frames[0]
    assert frame["sandbox"] == ("allow-scripts" if name == "report" else "") and frame["title"] and "height" in frame["style"]
    page, calm = Page(frame["srcdoc"]), Page(Page(shown_calm(name)).frames[0]["srcdoc"])
    assert {"script", "b", "img", "iframe"} & set(page.tags) == {"script", "b", "img", "iframe"} & set(calm.tags) and not page.handlers
    assert "default-src 'none'" in frame["srcdoc"]


def shown_calm(name):
    return SHOWN[name]._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("name", [name for name in SHOWN if name != "report"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(name, text):
    bundle = HOSTILES[text][name]._repr_mimebundle_()
    assert not re.search(r"<(?:b|script)\b|!\[|~~", re.sub(r"\\.", "", bundle["text/markdown"]))
    assert not re.search(r"\x1b|\u202e", "".join(bundle.values()))


def page_of(thing):
    return html.unescape(re.search(r'srcdoc="([^"]*)"', thing._repr_mimebundle_()["text/html"])[1])


def test_an_analysis_shows_coverage_conditions_and_gaps():
    bundle, page = SHOWN["analysis"]._repr_mimebundle_(), page_of(SHOWN["analysis"])
    for text in (
        "Noor Halvorsen: Senior AI Engineer, Northlight",
        "1 of 4 met",
        "years of experience",
        "not met",
        "machine learning",
        "three years and two months",
    ):
        assert text in page and text in bundle["text/plain"] and text in bundle["text/markdown"]
    assert "prefers-color-scheme: dark" in page


def test_a_candidate_who_meets_everything_has_no_gaps():
    assert "no requirement is missing" in compare(listed("Python"), {"title": "T", "essential": ["Python"]})._repr_mimebundle_()["text/plain"]


def test_findings_show_sentence_fault_and_message():
    plain = SHOWN["findings"]._repr_mimebundle_()["text/plain"]
    assert "Two findings" in plain and "“PyTorch is well documented.”" in plain and "gap as strength" in plain
    assert "Nothing was found" in check("Python is documented.", REPORT.facts)._repr_mimebundle_()["text/plain"]


def test_findings_are_what_they_were():
    findings = SHOWN["findings"]
    assert (
        findings == list(findings) and findings == tuple(findings) and findings != [] and not check("Python is documented.", REPORT.facts) and findings[0].kind
    )
    assert hash(findings) == hash(tuple(findings)) and [*findings, *findings] == [*findings] * 2


def test_a_ranking_says_that_a_person_decides():
    for kind in KINDS:
        assert "no recommendation to hire or to reject" in SHOWN["ranking"]._repr_mimebundle_()[kind]
    assert rank_candidates([])._repr_mimebundle_()["text/plain"]


def test_a_pool_shows_what_was_not_read():
    assert "there is no resume in it" in page_of(SHOWN["pool"])


def test_a_report_is_its_page_with_markdown_to_fall_back_on():
    bundle = REPORT._repr_mimebundle_()
    assert page_of(REPORT).replace('<base href="about:srcdoc">', "") == REPORT.render("html") and bundle["text/markdown"] == REPORT.render()
    assert bundle["text/plain"].startswith("Skill-gap report: Noor Halvorsen for the role of Senior AI Engineer (as of 1 November 2026; 6 sections")


def test_ipython_takes_the_forms_as_they_are():
    from IPython.core.formatters import DisplayFormatter

    for thing in SHOWN.values():
        data, _ = DisplayFormatter().format(thing)
        assert data["text/plain"] == thing._repr_mimebundle_()["text/plain"]
        assert not set(KINDS) - set(data)
