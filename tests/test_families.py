"""Each member of a family keeps the family's contract."""

import json
import re
import types

import pytest
from conftest import RESUME, ROLE, listed, report_of
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter import InputError, plugins
from gapwriter.document import Document
from gapwriter.formats.markdown import escape
from gapwriter.prompt import read_sections
from gapwriter.prose import Block
from gapwriter.theme import read_theme

READERS, FORMATS, PLAIN = (plugins.names(family) for family in ("readers", "formats", "plain"))


@pytest.mark.parametrize("family, names", [("readers", READERS), ("formats", FORMATS), ("plain", PLAIN)])
def test_a_family_is_the_files_of_its_folder(family, names):
    assert names == tuple(sorted(names)) and names
    for name in names:
        assert plugins.load(family, name).__doc__.count(".") >= 1


def test_a_member_that_is_not_there_is_refused_by_name():
    with pytest.raises(KeyError, match=r"formats has no 'odt'; it has .*html, json, markdown"):
        plugins.load("formats", "odt")


def test_a_stranger_adds_a_member_by_an_entry_point(monkeypatch):
    module = types.ModuleType("shout")
    module.SUFFIX, module.render = ".shout", lambda report, theme: report.analysis.candidate.upper()
    point = types.SimpleNamespace(name="shout", load=lambda: module)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if group == "gapwriter.formats" else [])
    plugins.names.cache_clear()
    plugins.load.cache_clear()
    try:
        assert report_of(RESUME, ROLE).render("shout") == "NOOR HALVORSEN"
    finally:
        monkeypatch.undo()
        plugins.names.cache_clear()
        plugins.load.cache_clear()


# --- readers -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READERS)
def test_a_reader_claims_suffixes_of_its_own(name):
    own = plugins.load("readers", name).SUFFIXES
    others = [suffix for other in READERS if other != name for suffix in plugins.load("readers", other).SUFFIXES]
    assert own and all(re.fullmatch(r"\.[a-z0-9]+", suffix) for suffix in own) and not set(own) & set(others)


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None, max_examples=60)
@given(text=st.text())
def test_a_reader_gives_a_document_or_an_input_error(name, text):
    try:
        document = plugins.load("readers", name).read(text.encode(), "f")
    except InputError as refusal:
        document = refusal
    if isinstance(document, Document):
        assert document.name == "f" and len(document.places) in (0, len(document.lines)) and isinstance(document.data, dict | None)
    else:
        assert document.file == "f" and document.cure


values = st.recursive(
    st.none() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=12
)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=5), values, max_size=4))
def test_json_is_read_as_it_was_written(data):
    import unicodedata

    def normal(value):
        if isinstance(value, str):
            return unicodedata.normalize("NFC", value)
        return (
            [normal(one) for one in value]
            if isinstance(value, list)
            else value and {normal(key): normal(one) for key, one in value.items()}
            if value is not None
            else None
        )

    read = plugins.load("readers", "json_file").read
    text = json.dumps(data)
    if "\\u" in text:
        data = normal(data)
    assert read(text.encode(), "f").data == data


# --- plain ---------------------------------------------------------------------------------------------------------------------------


def test_every_section_that_is_not_optional_has_a_writer():
    assert sorted(PLAIN) == sorted(section.id for section in read_sections() if not section.optional)


@pytest.mark.parametrize("name", PLAIN)
def test_a_writer_gives_blocks_whose_sentences_name_their_facts(name):
    facts = report_of(RESUME, ROLE).facts
    blocks = list(plugins.load("plain", name).write(facts))
    ids = {fact.id for fact in facts}
    assert blocks and all(isinstance(block, Block) and block.sentences for block in blocks)
    assert all(sentence.text and sentence.facts and set(sentence.facts) <= ids for block in blocks for sentence in block.sentences)


# --- formats -------------------------------------------------------------------------------------------------------------------------

HOSTILE = [
    "*|<b>`[x](y)",
    "![x](http://e.org/a.png)",
    "<script>alert(1)</script>",
    "# Head",
    "Dev #",
    "- item",
    "1. first",
    "2) second",
    "> quote",
    "---",
    "===",
    "a\n\n# b",
    "a\u2028b",
    "&lt;b&gt; &amp;",
    "\\",
    "a | b | c",
    "__init__",
    "~~gone~~",
    "`code",
    "a\x1b[31mb",
    "a\u202eb",
    "CANDIDATE",
    "{x}",
    "[ref]: http://e.org",
    "<http://e.org>",
]


def rows_of(markdown):
    """The tables of a text as lists of cells; a pipe that is escaped belongs to its cell."""
    tables, lines = [], []
    for line in [*markdown.splitlines(), ""]:
        if line.startswith("|"):
            lines.append(re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1])
        elif lines:
            tables.append(lines)
            lines = []
    return tables


def hostile_report(text):
    data = {
        **listed("Python", text, work=[{"name": text, "position": text, "startDate": "2020", "highlights": [f"Used Docker. {text}"]}]),
        "basics": {"name": text, "summary": f"Knows SQL, {text}"},
    }
    return report_of(
        data,
        {"title": text, "company": text, "essential": ["Python", text + " skill", "Docker", "Kubernetes"], "optional": ["SQL"], "experience": {"years": 2}},
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_a_suffix_and_gives_the_same_text_twice(name):
    member, report = plugins.load("formats", name), report_of(RESUME, ROLE)
    assert re.fullmatch(r"\.[a-z]+", member.SUFFIX)
    content = member.render(report, read_theme())
    assert content == member.render(report, read_theme()) and (isinstance(content, bytes) or content.endswith("\n"))
    assert len({plugins.load("formats", other).SUFFIX for other in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_format_takes_hostile_names(name, text):
    assert plugins.load("formats", name).render(hostile_report(text), read_theme())


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_names_as_they_are(text):
    assert json.loads(hostile_report(text).render("json"))["cast"]["ROLE"] == " ".join(text.split())


@pytest.mark.parametrize("text", ["Noor", *HOSTILE])
def test_markdown_tables_have_equal_rows(text):
    tables = rows_of(hostile_report(text).render())
    assert len(tables) >= 5
    for head, rule, *rows in tables:
        assert all(cell.strip() == "---" for cell in rule) and rows
        assert {len(row) for row in rows} | {len(rule)} == {len(head)} and all(cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text_in_markdown(text):
    markdown = hostile_report(text).render()
    calm = hostile_report("Calm").render()

    def structure(text):
        return [re.match(r"#{1,6} |[-+] |\d+\. |\| |> |---$|===$|", line)[0] for line in text.splitlines()]

    assert [mark for mark in structure(markdown) if mark.startswith("#")] == [mark for mark in structure(calm) if mark.startswith("#")]
    bare = re.sub(r"\\.", "", markdown)
    assert not re.search(r"<(?:b|script)\b|!\[|~~|\x1b|\u202e", bare)
    assert bare.count("`") % 2 == 0 and not re.search(r"(?<!^)#$", bare, re.M)


def unescape(text):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")))
def test_an_escaped_text_reads_as_it_was(text):
    assert unescape(escape(text)) == " ".join(text.split())


@given(st.text(st.sampled_from("*_`[]<>|~\\#-+=&;.)1a ")))
def test_an_escaped_text_holds_no_live_mark(text):
    escaped = escape(text)
    assert not set(re.sub(r"\\.", "", escaped)) & set("*_`[]<>|~\\")
    assert not re.match(r"(?:#{1,6}|[-+]|\d+[.)])(?: |$)|=+$|-[- ]*$", escaped)
    assert not re.search(r" #+$", escaped)
