"""The page in a real browser: no fault that axe finds, nothing outside its frame, evidence by pointer, key and tap, tables that sort. Needs Chromium (Debian's package)."""

import shutil

import pytest
from conftest import CASES, report_of

from gapwriter import write_report
from gapwriter.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: the page was not looked at in a browser")
SETTINGS = Settings.model_validate({"as_of": "2026-11-01"})
NAMES = {"arabic": "نور الهدى", "chinese": "欧阳立新", "emoji": "Noor 🌍 Halvorsen", "long": "Wolfeschlegelsteinhausenbergerdorff " * 3}


def case_report(name, **settings):
    return write_report(CASES / name / "resume.json", CASES / name / "role.yaml", settings=SETTINGS.model_copy(update=settings))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Files of the pages that are looked at, by name."""
    from conftest import RESUME, ROLE

    folder = tmp_path_factory.mktemp("pages")
    reports = {case.name: case_report(case.name) for case in sorted(CASES.iterdir())}
    reports["german"] = case_report("senior-ai-engineer", language="de")
    reports["candidate"] = case_report("accountant-forty", audience="candidate")
    reports |= {name: report_of({**RESUME, "basics": {"name": text}}, ROLE) for name, text in NAMES.items()}
    files = {}
    for name, report in reports.items():
        files[name] = folder / f"{name}.html"
        files[name].write_text(report.render("html"), "utf-8")
    files["press"] = folder / "press.html"
    files["press"].write_text(reports["senior-ai-engineer"].render("html", "press"), "utf-8")
    return files


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, pages):
    """Opens a page; whatever it writes to the console or asks of the network is a fault."""
    contexts, told = [], []

    def open_page(name, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(pages[name].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not told


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["senior-ai-engineer", "accountant-forty", "hotel-single-requirement", "icu-nurse-expired-acls", "arabic", "press", "german"])
def test_axe_finds_no_violation(visit, name, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(name, color_scheme=scheme)
    page.evaluate("document.querySelector('details').open = true")
    page.locator(".ref").first.focus()
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_on_a_phone_or_with_the_writers_shown(visit, width):
    from axe_playwright_python.sync_playwright import Axe

    page = visit("senior-ai-engineer", width)
    page.locator("#origins").check()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []


OVERFLOWS = """() => {
  const inside = (e) => e.closest(".scroll, .skip, thead, #panel") || getComputedStyle(e).position === "absolute";
  return [...document.querySelectorAll("body *")].filter((e) => !inside(e) && e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40)).concat(document.documentElement.scrollWidth > innerWidth ? ["page"] : []);
}"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((e) => !e.closest("svg, .scroll, .table thead") && e.scrollWidth > e.clientWidth + 1
  && e.clientWidth && getComputedStyle(e).display !== "inline").map((e) => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40))"""
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll(".line text")].map((e) => e.getBoundingClientRect()), frame = document.querySelector(".line svg")?.getBoundingClientRect(), found = [];
  texts.forEach((a, i) => {
    if (a.left < frame.left - 1 || a.right > frame.right + 1) found.push("outside");
    texts.slice(i + 1).forEach((b) => { if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3) found.push("overlap"); });
  });
  return found;
}"""


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_runs_out_of_its_frame(visit, pages, width):
    for name in pages:
        page = visit(name, width)
        assert (name, page.evaluate(OVERFLOWS)) == (name, [])
        assert (name, page.evaluate(CLIPPED)) == (name, [])
        assert (name, page.evaluate(OVERLAPS)) == (name, [])
        page.context.close()


def test_print_shows_the_report_without_what_only_a_screen_can_use(visit):
    page = visit("senior-ai-engineer", 700)
    page.emulate_media(media="print")
    assert page.evaluate(OVERFLOWS) == []
    for unused in ("nav", ".switch", ".ref", "#panel", ".facts"):
        assert not page.locator(unused).first.is_visible()
    assert page.locator("#requirements").is_visible() and page.locator(".sign").is_visible()


def test_evidence_comes_by_pointer_and_by_key(visit):
    page = visit("senior-ai-engineer")
    body = page.locator("#panel-body")
    page.locator(".s", has_text="Of the six essential requirements").hover()
    assert "Built an import service for supplier data in Python" in body.inner_text()
    page.mouse.move(0, 0)
    page.locator("#ref-3").focus()
    assert "The resume does not show PyTorch." in body.inner_text()
    page.keyboard.press("Escape")
    assert "Point at a sentence" in body.inner_text()


def test_evidence_comes_by_a_tap_and_goes_by_its_button(visit):
    page = visit("senior-ai-engineer", 390, has_touch=True, is_mobile=True)
    assert not page.locator("#panel").is_visible()
    page.locator(".s", has_text="Of the six essential requirements").tap()
    assert page.locator("#panel .panel").is_visible() and "Built an import service" in page.locator("#panel-body").inner_text()
    page.locator(".close").tap()
    assert not page.locator("#panel .panel").is_visible()


def test_without_scripts_a_reference_leads_to_the_list_of_facts(visit):
    page = visit("senior-ai-engineer", java_script_enabled=False)
    assert not page.locator("#panel").is_visible()
    page.locator("#facts").click()
    page.locator("#ref-2").click()
    assert page.url.endswith("#note-2") and page.locator("#note-2").is_visible()


def test_the_table_of_requirements_sorts_and_comes_back(visit):
    page = visit("accountant-forty")
    first = page.locator("#requirements tbody td:first-child")
    before = first.all_inner_texts()
    head = page.locator("#requirements th").first
    button = head.get_by_role("button")
    button.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending" and first.all_inner_texts() == sorted(before, key=str.casefold)
    button.click()
    assert head.get_attribute("aria-sort") == "descending" and first.all_inner_texts() == sorted(before, key=str.casefold, reverse=True)
    button.click()
    assert head.get_attribute("aria-sort") is None and first.all_inner_texts() == before


def test_who_wrote_what_is_shown_when_asked(visit):
    page = visit("senior-ai-engineer")
    style = "getComputedStyle(document.querySelector('main section .s')).textDecorationLine"
    assert page.evaluate(style) == "none"
    page.locator("#origins").check()
    assert page.evaluate(style) == "underline" and page.locator(".key").is_visible()
