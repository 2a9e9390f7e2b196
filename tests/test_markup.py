"""A page reads as a person reads it: lines where the page begins lines, and apart from them what nobody sees."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter import InputError
from gapwriter.markup import read_page


def lines(html, **options):
    return list(read_page(html, "page.html", **options).lines)


def hidden(html):
    return [(found.text, found.how) for found in read_page(html, "page.html").hidden]


# --- lines ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<h1>Ada Brink</h1><p>Baker &amp; cook,\n  since&nbsp;2019</p>", ["Ada Brink", "Baker & cook, since 2019"]),
        ("<p>One sentence.</p><p>Another sentence.</p>", ["One sentence.", "", "Another sentence."]),
        ("<p>Baker, Crumb Ltd</p><p>2019 - 2021</p>", ["Baker, Crumb Ltd", "2019 - 2021"]),
        ("<p>Baker</p><p>&nbsp;</p><p>Cook</p>", ["Baker", "", "Cook"]),
        ("<div>Baker</div><div><br></div><div>Cook</div>", ["Baker", "", "Cook"]),
        ("a<br>b<br><br>c", ["a", "b", "", "c"]),
        ("<p>We bake.</p><h2>Skills</h2><ul><li>Rye<li>Wheat</ul><h2>Other</h2>", ["We bake.", "", "Skills", "• Rye", "• Wheat", "", "Other"]),
        ("<p>We bake.</p><p><strong>You need</strong></p><ul><li>Rye</li></ul>", ["We bake.", "", "You need", "• Rye"]),
        ("<ul><li>Rye<ol><li>light</li></ol></li><li><p>Wheat</p><p>white</p></li></ul>", ["• Rye", "• light", "• Wheat", "  white"]),
        ("<ul><li>• Rye</li><li>- Wheat</li></ul>", ["• Rye", "- Wheat"]),
        ("<ul><li><h3>Baker</h3><p>Crumb Ltd</p></li><li><h3>Cook</h3></li></ul>", ["Baker", "Crumb Ltd", "", "Cook"]),
        ("<table><tr><td>Baker<td>Leeds<tr><td>Cook<td>York</table>", ["Baker | Leeds", "Cook | York"]),
        ("<table><tr><th>Salary</th><td>30,000</td></tr></table>", ["Salary: 30,000"]),
        ("<table><tr><td><p>Baker</p></td><td><p>2019</p></td></tr></table>", ["Baker | 2019"]),
        ("<table><tr><td>Work</td><td><p>Baker.</p><p>Cook.</p></td></tr></table>", ["Work", "Baker.", "", "Cook."]),
        ("<dl><dt>Town</dt><dd>Leeds</dd><dt>Tools:<dd><ul><li>Oven</ul></dl>", ["Town: Leeds", "Tools:", "• Oven"]),
        ("<pre>Rye   bread\n\n  Wheat</pre>", ["Rye   bread", "", "Wheat"]),
        ("<p style='white-space: pre-line'>Rye\nWheat</p>", ["Rye", "Wheat"]),
        ("<span class=tag>Python</span><span class=tag>C++</span>", ["Python   C++"]),
        ("P<b>y</b>thon", ["Python"]),
        ("<h2>Work<h3>Baker</h2>Rye<hr>Wheat</br>Oats", ["Work", "Baker", "Rye", "", "Wheat", "Oats"]),
        ("<p>Rye</p><p>Wheat<div>Oats</div></p>", ["Rye", "Wheat", "Oats"]),
        ("<h2><button>Skills</button></h2><p>Rye</p><button>Apply now</button>", ["Skills", "Rye"]),
        ("<details><summary>More</summary>Rye</details>", ["More", "Rye"]),
        ("a < b and 1 <2 &notanentity; &#233;&#x1F600;", ["a < b and 1 <2 ¬anentity; é😀"]),
        ("Py\u200bthon e\u0301 soft&shy;ware", ["Python é software"]),
    ],
)
def test_a_page_begins_lines_where_a_browser_does(html, expected):
    assert lines(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<title>No</title>",
        "<script>no</script>",
        "<style>no{}</style>",
        "<noscript>no</noscript>",
        "<template><p>no</p></template>",
        "<svg><title>no</title><text>no</text><path/></svg>",
        "<select><option>no</select>",
        "<textarea>no</textarea>",
        "<img alt=no><input value=no>",
        "<!-- no --><!doctype no><?no?>",
        "<video>no</video>",
    ],
)
def test_what_is_no_text_is_left_out_and_not_reported(html):
    page = read_page(f"<p>Yes</p>{html}", "page.html")
    assert page.lines == ("Yes",) and not page.hidden


def test_a_line_has_the_source_line_where_its_text_begins():
    page = read_page("<h1>\n\nAda</h1>\n<ul>\n<li>Rye\n  bread<li>Wheat</ul><pre>a\nb</pre>", "page.html")
    assert list(zip(page.lines, page.places, strict=True)) == [
        ("Ada", "line 3"),
        ("• Rye bread", "line 5"),
        ("• Wheat", "line 6"),
        ("", "line 6"),
        ("a", "line 6"),
        ("b", "line 7"),
    ]


def test_xhtml_closes_a_tag_in_itself():
    text = "<div><script src='x'/><video/><i/><ul><li/></ul><p>Rye</p></div>"
    assert lines(text, xml=True) == ["Rye"]


def test_plain_text_keeps_its_line_ends_where_no_tag_makes_them():
    assert lines("Rye\n\n- Wheat &amp; oats", as_typed=True) == ["Rye", "", "- Wheat & oats"]


# --- what stands around the main part ------------------------------------------------------------------------------------------------

AROUND = """<a href=#m>Skip to content</a><header><a href=/>Jobs4all</a> <a href=/in>Sign in</a></header><nav><ul><li>Home</ul></nav>
<{main}><nav>Home / Jobs</nav><a href=/list>Back to the list</a><h1>Baker</h1><p>Rye bread.</p><aside>Early shift</aside></{main}>
<aside><h2>Similar jobs</h2><a href=/2>Java Developer</a></aside><aside>Town: Leeds</aside><footer>© Jobs4all</footer>"""


@pytest.mark.parametrize("main", ["main", "article", "div role=main", "div itemscope itemtype='https://schema.org/JobPosting'"])
def test_around_a_main_part_menus_foot_and_links_are_left_out(main):
    page = AROUND.replace("</{main}>", f"</{main.split()[0]}>").replace("{main}", main)
    assert [line for line in lines(page) if line] == ["Baker", "Rye bread.", "Early shift", "Town: Leeds"]


def test_without_a_main_part_all_is_kept():
    page = AROUND.replace("<{main}>", "").replace("</{main}>", "").replace("<h1>Baker</h1>", "Baker")
    text = " ".join(lines(page))
    assert all(part in text for part in ("Skip to content", "Jobs4all", "Home / Jobs", "Baker", "Java Developer", "© Jobs4all"))


def test_a_resume_keeps_the_head_with_its_name_and_the_column_beside():
    page = "<header><h1>Ada Brink</h1><a href=x>ada@example.com</a></header><main><h2>Work</h2></main><aside><h2>Skills</h2><ul><li>Rye</ul></aside>"
    assert [line for line in lines(page) if line] == ["Ada Brink", "ada@example.com", "Work", "Skills", "• Rye"]
    first = "<aside><h1>Ada Brink</h1><a href=x>ada@example.com</a></aside><main><h2>Work</h2></main>"
    assert lines(first)[0] == "Ada Brink"


# --- what nobody sees ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attributes, how",
    [
        ("hidden", "not displayed"),
        ("style='display: none'", "not displayed"),
        ("style='DISPLAY:NONE !important'", "not displayed"),
        ("style='visibility:hidden'", "made invisible"),
        ("style='opacity: 0'", "made invisible"),
        ("style='opacity:.01'", "made invisible"),
        ("style='font-size:1px'", "in tiny letters"),
        ("style='font-size:0'", "in tiny letters"),
        ("style='font-size:0.1em'", "in tiny letters"),
        ("style='font: 1px/1 Arial'", "in tiny letters"),
        ("style='color:#FFF'", "white"),
        ("style='color: rgb(250, 250, 250)'", "white"),
        ("style='color:hsl(0, 0%, 100%)'", "white"),
        ("style='background:#123456;color:#123458'", "in the colour of its background"),
        ("style='background:navy;color:navy'", "in the colour of its background"),
        ("style='color:transparent'", "transparent"),
        ("style='color:rgba(0,0,0,0)'", "transparent"),
        ("style='text-indent:-9999px'", "outside the page"),
        ("style='position:absolute;left:-100em'", "outside the page"),
        ("style='margin-left:-2000px'", "outside the page"),
        ("style='transform:translateX(-9999px)'", "outside the page"),
        ("style='position:absolute;clip:rect(0,0,0,0)'", "cut to nothing"),
        ("style='clip-path: inset(50%)'", "cut to nothing"),
        ("style='height:1px;overflow:hidden'", "cut to nothing"),
        ("style='text-decoration:line-through'", "struck out"),
        ("class='x kw'", "white"),
        ("id=secret", "not displayed"),
        ("class=narrow", "in tiny letters"),
    ],
)
def test_what_nobody_sees_is_told_with_its_reason(attributes, how):
    sheet = "<style>/* .a{} */ @import 'x'; .kw, .other {color:white} p#secret{display:none} @media screen {.narrow {font-size:1px}}</style>"
    page = read_page(f"{sheet}<p>Baker</p>\n<p {attributes}>Java <b>expert</b></p>", "page.html")
    assert page.lines == ("Baker",)
    assert [(found.text, found.how, found.place) for found in page.hidden] == [("Java expert", how, "line 2")]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_text_is_no_claim(tag):
    assert lines(f"Rye, <{tag}>Java</{tag}> bread") == ["Rye, bread"] and hidden(f"Rye <{tag}>Java</{tag}>") == [("Java", "struck out")]


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color:white;background:#222'>Rye</p>",
        "<div style='background-color:black'><p style='color:white'>Rye</p></div>",
        "<body bgcolor=black text=white><p>Rye</p>",
        "<p style='color:white;background:linear-gradient(red,blue)'>Rye</p>",
        "<p style='font:700 12px/1.2 Arial'>Rye</p>",
        "<p style='font-size:1.2rem;text-indent:-18pt;margin-left:36pt'>Rye</p>",
        "<p aria-hidden=true>Rye</p>",
        "<style>@media print {p {display:none}} @media (max-width: 600px) {.r{display:none}} .menu p {display:none}</style><p class=r>Rye</p>",
        "<p style='display:none;display:block'>Rye</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>Rye</p></div>",
        "<div style='font-size:0'><p style='font-size:16px'>Rye</p></div>",
        "<p style='position:relative;left:-20px;opacity:0.9;overflow:hidden;height:40px'>Rye</p>",
        "<style>.x{display:none}</style><p class=x style='display:block'>Rye</p>",
        "<dialog open>Rye</dialog>",
    ],
)
def test_what_a_person_sees_stays(html):
    page = read_page(html, "page.html")
    assert page.lines == ("Rye",) and not page.hidden


def test_old_tags_colour_their_text_too():
    assert hidden("<body text=white><p>Java</p></body>") == [("Java", "white")]
    assert hidden("<table bgcolor=navy><tr><td><font color=navy>Java</font></table>") == [("Java", "in the colour of its background")]


def test_hidden_text_ends_where_its_element_ends():
    html = "<p>a<span style='display:none'>b<i>c</i></span>d</p><div hidden><p>e</p><p>f</p></div>g"
    assert lines(html) == ["ad", "g"] and hidden(html) == [("bc", "not displayed"), ("e f", "not displayed")]


@pytest.mark.parametrize(
    "html", ["<div hidden><p>Java</div>Rye", "<table><tr><td hidden>Java<td>Rye</table>", "<p hidden>Java<div>Rye</div>", "<ul><li hidden>Java<li>Rye</ul>"]
)
def test_an_element_that_is_not_closed_ends_where_html_ends_it(html):
    assert [line.removeprefix("• ") for line in lines(html)] == ["Rye"] and hidden(html) == [("Java", "not displayed")]


def test_a_closing_tag_that_fits_nothing_shows_no_hidden_text():
    assert hidden("<span hidden><div></span>Java</div></span>Rye") == [("Java", "not displayed")]


def test_characters_that_no_font_shows_are_spelt_out():
    secret = "".join(chr(0xE0000 + ord(one)) for one in "Java expert")
    assert lines(f"Rye{secret} bread") == ["Rye bread"] and hidden(f"Rye{secret} bread") == [("Java expert", "in characters that no font shows")]


# --- hostile pages -------------------------------------------------------------------------------------------------------------------

BIG = 2_000_000
FLOODS = {
    "nesting": "<div>" * (BIG // 5),
    "pairs": "<p class=a style='color:red'>x</p>" * (BIG // 34),
    "one line": "word " * (BIG // 5),
    "spaces": " " * BIG + "x",
    "attributes": f"<p {'a=b ' * 100_000}>x",
    "more attributes": f"<p {'a ' * (BIG // 2)}>x",
    "unclosed tags": "<a " * (BIG // 3),
    "unclosed quotes": '<a b="' * (BIG // 6),
    "comments": "<!--" * (BIG // 4),
    "declarations": "<![CDATA[" * (BIG // 9),
    "scripts": "<script>" * (BIG // 8),
    "signs": "<" * BIG,
    "entities": "&amp;" * (BIG // 5),
    "broken entities": "&" * BIG,
    "long entities": f"&{'a' * 32};" * (BIG // 34),
    "a long number": f"&#{'9' * BIG};x",
    "typed lines": "<pre>" + "a\n" * (BIG // 2),
    "open rules": "<style>" + "{" * BIG + "</style>x",
    "rules": "<style>" + "a{color:red}" * (BIG // 12) + "</style>x",
    "a long rule": "<style>a{" + "a" * BIG + "}</style>x",
    "classes": f"<style>.a{{color:red}}</style><p class='{'a ' * (BIG // 2)}'>x",
    "accents": "a" + "\u0301\u0327" * (BIG // 4),
    "spelt accents": "a" + "&#x301;&#x327;" * (BIG // 16),
    "tables": "<table><tr><td>" * (BIG // 15),
    "wrong closings": "<div>" * 500 + "</font><span></span>" * (BIG // 20),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_read_or_refused_in_little_time(name):
    before, told = time.process_time(), "page.html: "
    try:
        read_page(FLOODS[name], "page.html")
    except InputError as refusal:
        told = str(refusal)
    assert time.process_time() - before < 2
    assert told.startswith("page.html: ") and len(told.splitlines()) == 1


@pytest.mark.parametrize(
    "html, place, problem",
    [
        ("<p>Rye\n<p class='x", "line 2", "the tag that begins here has no end"),
        ("\n<!-- Rye", "line 2", "the comment that begins here has no end"),
        ("<title>Rye", "line 1", "the <title> that begins here has no end"),
        ("Rye<svg><p>Wheat", "line 1", "the <svg> that begins here has no end"),
        ("<i>" * 600, "line 1", "the tags are nested more than 512 deep"),
    ],
)
def test_what_would_swallow_the_rest_is_refused(html, place, problem):
    with pytest.raises(InputError) as refusal:
        read_page(html, "page.html")
    assert (refusal.value.place, refusal.value.problem) == (place, problem)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from("<p> </p> <ul> <li> </ul> <b> </b> <table> <tr> <td> <th> </td> </table> <div> </div> <br> <dl> <dt> <dd> <h2> </h2> <main> <aside> </aside> <nav> </main> "
                                "<a> <p/hidden> <pre> </pre> <span/class=x> </span> x word\n , &amp; \u00a0".split(" ")), max_size=30))  # fmt: skip
def test_any_order_of_tags_gives_lines_with_places_and_no_line_is_blank_at_an_end(pieces):
    page = read_page("".join(pieces), "page.html")
    assert len(page.lines) == len(page.places)
    assert not page.lines or (page.lines[0].strip() and page.lines[-1].strip())
    assert not any(not one.strip() and not other.strip() for one, other in zip(page.lines, page.lines[1:], strict=False))


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("abc 12.,", min_size=1, max_size=20), min_size=1, max_size=8), st.sampled_from(["p", "div", "li", "h2", "td", "dd"]))
def test_no_visible_word_is_lost(texts, tag):
    page = read_page("".join(f"<{tag}>{text}</{tag}>" for text in texts), "page.html")
    assert " ".join(page.lines).replace("•", "").split() == " ".join(texts).split()
