"""A saved page: its characters, its lines for the readers of resumes and advertisements, and the advertisement that it carries for machines."""

import html
import json
import time
from datetime import date
from textwrap import dedent

import pytest

from gapwriter import InputError, read_resume, read_role
from gapwriter.document import read_document
from gapwriter.readers.html import SUFFIXES, read
from gapwriter.skill import read_catalog


def refused(content, name="page.html"):
    with pytest.raises(InputError) as error:
        read(content, name)
    assert error.value.file == name and error.value.cure
    return error.value


# --- characters ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        "<p>Zoë – Bäckerin</p>".encode(),
        "<p>Zoë – Bäckerin</p>".encode("utf-8-sig"),
        "<p>Zoë – Bäckerin</p>".encode("utf-16"),
        "\ufeff<p>Zoë – Bäckerin</p>".encode("utf-16-be"),
        "<p>Zoë – Bäckerin</p>".encode("cp1252"),
        "<meta charset=ISO-8859-1><p>Zoë – Bäckerin</p>".encode("cp1252"),
        "<meta charset='windows-1252'><p>Zoë – Bäckerin</p>".encode("cp1252"),
        "<meta http-equiv='Content-Type' content='text/html; charset=utf-8'><p>Zoë – Bäckerin</p>".encode(),
        '<?xml version="1.0" encoding="utf-8"?><p>Zoë – Bäckerin</p>'.encode(),
        "<meta charset=utf-16><p>Zoë – Bäckerin</p>".encode(),
        "<meta charset=made-up><p>Zoë – Bäckerin</p>".encode(),
        "<meta charset=zip><p>Zoe\u0308 – Ba\u0308ckerin</p>".encode(),
    ],
)
def test_a_page_is_read_in_the_characters_it_was_written_in(content):
    assert read(content, "page.html").lines == ("Zoë – Bäckerin",)


def test_other_alphabets_are_read_as_declared():
    assert read("<meta charset=shift_jis><p>日本語</p>".encode("cp932"), "page.html").lines == ("日本語",)
    assert read("<meta charset=koi8-r><p>пекарь</p>".encode("koi8-r"), "page.html").lines == ("пекарь",)


@pytest.mark.parametrize(
    "content, place, problem",
    [
        (b"", "", "the file is empty"),
        (b" \n", "", "the file is empty"),
        (b"<p>a\0b", "", "this is a binary file"),
        (b"<meta charset=utf-8><p>Zo\xeb", "byte 25", "this is not utf-8 text"),
        (b"<p>Zo\x81", "byte 5", "this is not windows-1252 text"),
        (b"<p>" + b"a" * 5_000_000, "", "the page is larger than 5 MB"),
        (b"<div hidden>Java</div><script>x</script>", "", "no text can be seen in this page"),
        (b"<div id=app></div><noscript>Please enable JavaScript.</noscript>", "", "no text can be seen in this page"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_reason(content, place, problem):
    error = refused(content)
    assert (error.place, error.problem) == (place, problem)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_page_is_known_by_its_name_or_by_its_beginning(tmp_path, suffix):
    for name in (f"page{suffix}", f"page{suffix.upper()}", "page"):
        path = tmp_path / name
        path.write_text("<!DOCTYPE html><html><body><p>Baker</p></body></html>", "utf-8")
        assert read_document(path).lines == ("Baker",)


def test_only_xhtml_lets_a_tag_close_itself():
    text = b"<div><b hidden/>Rye</div>"
    assert read(text, "page.xhtml").lines == ("Rye",) and refused(text).problem == "no text can be seen in this page"


# --- an advertisement as a page ------------------------------------------------------------------------------------------------------

ADVERT = dedent("""\
    Data Analyst, Wexmoor Ferries

    Wexmoor runs nine ferries between the islands. Our crews write their reports in Word and do not like it, so there is something to improve for everybody here.

    What you will do
    Explain to captains and to finance what happened last month and why.

    Requirements
    - three years or more in an analyst post
    - SQL that goes beyond select star
    - Python or R for analysis
    - Dashboards in Tableau
    - Fluent English

    Nice to have
    - Snowflake
    - Git

    On the horizon
    Next year we start to look at vector databases.

    What you get
    A salary of 36,000 to 44,000 pounds and a pass for all ferries. Experience with Scala is not required.
    """)
HEAD = "<a href=#m>Skip to content</a><header><a href=/>FerryJobs</a><nav><ul><li><a href=/java>Java jobs</a></ul></nav></header>"
FOOT = "<aside><h3>Similar jobs</h3><ul><li><a href=/2>Kubernetes Administrator</a></ul></aside><footer>You must accept Docker cookies.</footer>"


def as_page(heading, paragraph, listed, around="<main>{}</main>"):
    """The advertisement as HTML; each argument says how one kind of line is set."""
    blocks = []
    for number, block in enumerate(ADVERT.strip().split("\n\n")):
        first, *rest = map(html.escape, block.split("\n"))
        if number == 0:
            blocks.append(f"<h1>{first}</h1>")
            continue
        blocks.append(heading.format(first) if rest else paragraph.format(first))
        items = [line.removeprefix("- ") for line in rest if line.startswith("- ")]
        blocks += [listed.format("".join(f"<li>{item}</li>" for item in items))] if items else [paragraph.format(line) for line in rest]
    return around.format("".join(blocks))


PAGES = [
    as_page("<h2>{}</h2>", "<p>{}</p>", "<ul>{}</ul>"),
    as_page("<h2>{}</h2>", "<p>{}</p>", "<ul>{}</ul>", HEAD + "<main><nav>Home</nav><a href=/l>Back</a>{}<button>Apply now</button></main>" + FOOT),
    as_page("<p><strong>{}</strong></p>", "<p>{}</p>", "<ul>{}</ul>"),
    as_page("<div><b>{}</b></div>", "<div>{}</div>", "<div><ul>{}</ul></div>", "<body><div><div>{}</div></div></body>"),
    as_page("<h3>{}</h3>", "<div><p>{}</p></div>", "<ol>{}</ol>", "<table><tr><td>{}</td></tr></table>"),
]


def asked(path):
    role = read_role(path)
    return role.title, role.company, role.years, [(str(one.relation), one.asked, one.proficiency) for one in role.requirements]


@pytest.mark.parametrize("page", PAGES)
def test_an_advertisement_asks_the_same_as_a_page_and_as_text(tmp_path, page):
    (tmp_path / "job.txt").write_text(ADVERT, "utf-8")
    (tmp_path / "job.html").write_text(page, "utf-8")
    expected = asked(tmp_path / "job.txt")
    assert len(expected[3]) == 7 and asked(tmp_path / "job.html") == expected


# --- a resume as a page --------------------------------------------------------------------------------------------------------------

CV = """<html><head><title>CV</title><style>.kw{color:#fff}</style></head><body><header><h1>Ada Brink</h1><p>ada@example.com</p></header>
<main><section><h2>Experience</h2><article><h3>Data Analyst</h3><h4>Wexmoor Ferries Ltd</h4><p>Jan 2019 – Mar 2022</p>
<ul><li>Built dashboards in Tableau.</li><li><del>Java</del> Wrote reports in SQL.</li></ul></article></section></main>
<aside><h2>Skills</h2><ul><li>Python</li></ul></aside><p class=kw>Kubernetes expert, Terraform</p></body></html>"""


def test_a_resume_gives_its_jobs_and_skills_and_what_is_hidden_is_no_evidence(tmp_path):
    path = tmp_path / "cv.html"
    path.write_text(CV, "utf-8")
    resume = read_resume(path)
    assert resume.name == "Ada Brink"
    assert [(job.position, job.name, job.start_date, job.end_date) for job in resume.work] == [("Data Analyst", "Wexmoor Ferries Ltd", "2019-01", "2022-03")]
    texts = {passage.text: passage.source for passage in resume.passages(date(2026, 11, 1))}
    assert texts["Built dashboards in Tableau."] == "line 3" and texts["Python"] == "line 4"
    assert not any("Kubernetes" in text or "Java" in text for text in texts)
    assert [(found.text, found.how) for found in resume.hidden] == [("Java", "struck out"), ("Kubernetes expert, Terraform", "white")]


# --- the advertisement for machines --------------------------------------------------------------------------------------------------

POSTING = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Baker", "description": "<p>Rye bread.</p>"}


def with_scripts(*scripts):
    return ("<p>Seen</p>" + "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)).encode()


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(POSTING),
        json.dumps([{"@type": "WebPage"}, POSTING]),
        json.dumps({"@graph": [{"@type": "WebPage", "mainEntity": POSTING}]}),
        json.dumps(POSTING | {"@type": ["Thing", "http://schema.org/JobPosting"]}),
        "\n//<![CDATA[\n" + json.dumps(POSTING) + "\n//]]>\n",
        json.dumps(POSTING).replace("Rye bread.", "Rye\nbread."),
        html.escape(json.dumps(POSTING)),
    ],
)
def test_the_posting_of_a_page_is_its_data_and_the_seen_text_its_lines(script):
    document = read(with_scripts('{"@type": "Organization"}', script), "page.html")
    assert document.data is not None and document.data["title"] == "Baker" and document.lines == ("Seen",)


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 100_000,
        '{"@type": "Organization"}',
        '"JobPosting"',
        json.dumps(POSTING | {"description": ""}),
        json.dumps(POSTING | {"description": "We bake rye bread and ..."}),
        json.dumps({key: value for key, value in POSTING.items() if key != "description"}),
    ],
)
def test_without_a_whole_posting_the_seen_text_stands(script):
    assert read(with_scripts(script), "page.html").data is None


def test_one_posting_twice_is_one_and_two_are_refused():
    assert read(with_scripts(json.dumps(POSTING), json.dumps(POSTING)), "page.html").data == POSTING
    assert refused(with_scripts(json.dumps(POSTING), json.dumps(POSTING | {"title": "Cook"}))).problem == "this holds more than one advertisement"


def test_a_page_of_sixty_kilobytes_takes_little_time():
    read_catalog()
    item = "<li class='item row-3' style='margin: 0 4px'><span class=\"text\">Python &amp; SQL for the analysis of ferries</span></li>"
    page = f"<style>.item{{color:#333}}</style><main><ul>{item * (60_000 // len(item))}</ul></main>".encode()
    times = []
    for _ in range(3):
        before = time.process_time()
        read(page, "page.html")
        times.append(time.process_time() - before)
    assert min(times) < 0.1
