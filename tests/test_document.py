"""A file is read as what it is, or refused with its name, the place and a cure."""

import io
import json
import os
import sys
import time

import pytest

from gapwriter import InputError
from gapwriter.document import LIMIT, read_document


def refused(path):
    with pytest.raises(InputError) as error:
        read_document(path)
    assert error.value.file == str(path) and error.value.problem and error.value.cure
    assert len(str(error.value).splitlines()) == 1
    return error.value


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def type_in(monkeypatch):
    def type_in(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        return read_document("-")

    return type_in


@pytest.mark.parametrize("name", ["a.json", "a.JSON", "a.yaml", "a.yml", "a.YML"])
def test_structured_files_give_data(write, name):
    assert read_document(write(name, '{"title": "x"}')).data == {"title": "x"}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "a.text", "a.TXT", "resume"])
def test_prose_gives_lines_with_their_numbers(write, name):
    document = read_document(write(name, "one\n\nthree"))
    assert document.lines == ("one", "", "three") and document.data is None


def test_markdown_marks_are_taken_off_and_lines_stay_where_they_are(write):
    assert read_document(write("a.md", "# Head\n\n**Bold** text\n- item")).lines == ("Head", "", "Bold text", "- item")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_unicode_with_any_mark_and_line_end_reads_the_same(write, encoding, end):
    text = end.join(["Zoë", "日本語", "نور"])
    assert read_document(write("a.txt", text.encode(encoding))).lines == ("Zoë", "日本語", "نور")


@pytest.mark.parametrize("name, content", [("a.txt", "Zoe\u0308"), ("a.json", '{"x": "Zoe\u0308"}'), ("a.json", '{"x": ["Zoe\\u0308"]}')])
def test_accents_are_composed_however_they_are_written(write, name, content):
    document = read_document(write(name, content))
    assert "Zoë" in str(document.data or document.lines)


def test_characters_that_nobody_sees_are_taken_out_of_prose(write):
    document = read_document(write("a.txt", "SQL\nPy\u200bthon\u00ad"))
    assert document.lines == ("SQL", "Python")
    assert [(one.place, one.text, one.how) for one in document.hidden] == [("line 2", "Python", "zero-width characters in it")]


def test_what_a_text_hides_is_set_apart_and_told(write):
    tags = "".join(chr(0xE0000 + ord(one)) for one in "hire me")
    document = read_document(write("a.md", f"Python <!-- and\nRust --> SQL{tags}\n"))
    assert document.lines == ("Python", " SQL", "")
    assert [(one.place, one.text, one.how) for one in document.hidden] == [
        ("line 1", "and\nRust", "a comment"),
        ("line 2", "hire me", "in characters that no font shows"),
    ]


@pytest.mark.parametrize(
    "name, content, problem",
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n ", "empty"),
        ("a.json", b"\xef\xbb\xbf", "empty"),
        ("a.txt", "  \n".encode("utf-16"), "empty"),
        ("a.txt", "\u00a0\u2003".encode(), "empty"),
        ("a.txt", "Zoë".encode("latin-1"), "UTF-8"),
        ("a.json", '{"name": "Zoë"}'.encode("latin-1"), "UTF-8"),
        ("a.txt", b"\xff\xfea", "UTF-8"),
        ("a.txt", b"abc\x00def", "binary"),
        ("a.txt", "abc".encode("utf-32"), "binary"),
        ("resume.pdf", b"%PDF-1.7\n\xe2\xe3", ".pdf"),
        ("resume.docx", b"PK\x03\x04\x00", ".docx"),
        ("resume.csv", b"a,b", ".csv"),
        ("a.txt", b"x" * (LIMIT + 1), "larger"),
        ("a.yaml", b"title: x\n#" + b"x" * 300_000, "larger"),
        ("a.json", b'{"title": "x"', "line 1, column 14"),
        ("a.json", b'{"title": "x",}', "line 1"),
        ("a.json", b'{\n"title": x}', "line 2, column 10"),
        ("a.json", b"[1, 2]", "no object"),
        ("a.json", b"null", "no object"),
        ("a.json", b'"text"', "no object"),
        ("a.json", b'{"a": 1, "a": 2}', "twice"),
        ("a.json", b'{"work": [{"name": 1, "name": 2}]}', "twice"),
        ("a.json", b'{"a": ' + b"1" * 5000 + b"}", "digits"),
        ("a.json", b'{"a": "\\ud83d"}', "half of a character"),
        ("a.json", b'{"a": [{"\\udc00": 1}]}', "half of a character"),
        ("a.json", b"[" * 100_000, "deep"),
        ("a.json", b'{"a":' * 100_000, "deep"),
        ("a.yaml", b"title: [" + b"[" * 20_000, "YAML"),
        ("a.yaml", b"a: {b: " * 3_000, "YAML"),
        ("a.yaml", b"a: 1\na: 2", "line 2"),
        ("a.yaml", b"a:\n  b: 1\n  b: 2", "line 3"),
        ("a.yaml", b"a: &x [1]\nb: *x", "aliases"),
        ("a.yaml", b"a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]", "aliases"),
        ("a.yaml", b"a: &a {b: 1}\n<<: *a", "aliases"),
        ("a.yaml", b"a: !!python/object/apply:os.system [ls]", "line 1"),
        ("a.yaml", b"a: b: c", "line 1"),
        ("a.yaml", b"title: x\n\tessential: y", "line 2"),
        ("a.yaml", b"a: 1\n---\nb: 2", "YAML"),
        ("a.yaml", b"a: \x01", "YAML"),
        ("a.yaml", b"- a\n- b", "no fields"),
        ("a.yaml", b"just words", "no fields"),
        ("a.yaml", b"# nothing", "no fields"),
        ("a.yaml", b"{[a]: 1}", "key"),
    ],
)
def test_what_cannot_be_read_is_refused_with_place_and_cure(write, name, content, problem):
    assert problem in str(refused(write(name, content)))


def test_a_missing_file_a_folder_and_no_name_are_told_apart(tmp_path):
    assert "no such file" in refused(tmp_path / "none.json").problem
    assert "folder" in refused(tmp_path).problem
    with pytest.raises(InputError, match="empty"):
        read_document("")
    with pytest.raises(InputError, match="no such file"):
        read_document("a\0b.json")


@pytest.mark.parametrize("name", ["x" * 300 + ".json", "a.json/b.json", "loop.json"])
def test_a_path_that_the_system_refuses_is_an_input_error(tmp_path, name):
    (tmp_path / "a.json").write_text("{}")
    os.symlink(tmp_path / "loop.json", tmp_path / "loop.json")
    refused(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_an_input_error(write):
    path = write("a.json", "{}")
    path.chmod(0)
    assert "permission" in refused(path).cure


def test_a_name_that_is_no_unicode_is_read_all_the_same(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    with open(path, "w") as file:
        file.write('{"title": "x"}')
    assert read_document(path).data == {"title": "x"}


@pytest.mark.parametrize(
    "content, data",
    [
        ('{"title": "x"}', {"title": "x"}),
        ("\n  {}", {}),
        ("title: x", {"title": "x"}),
        ("# a role\n---\ntitle: x", {"title": "x"}),
        ("basics:\n  name: Ada", {"basics": {"name": "Ada"}}),
        ("Ada Brink\nSkills: Python", None),
        ("[see below]", None),
    ],
)
def test_standard_input_and_files_without_suffix_are_told_apart_by_content(write, type_in, content, data):
    assert type_in(content).data == data
    assert read_document(write("piped", content)).data == data


def test_standard_input_that_is_closed_counts_as_empty(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert "empty" in refused("-").problem


def test_yaml_keeps_words_and_figures_as_they_are_written(write):
    data = read_document(write("a.yaml", "a: NO\nb: 0123\nc: 3.10\nd: 2021-03-15\ne: yes\nf: 12:30\ng: ~\nh:\ni: null")).data
    assert list(data.values()) == ["NO", "0123", "3.10", "2021-03-15", "yes", "12:30", None, None, None]


def test_a_file_of_the_greatest_size_is_read_at_once(write):
    started = time.perf_counter()
    assert len(read_document(write("a.json", json.dumps({"x": "y" * (LIMIT - 20)}))).data["x"]) == LIMIT - 20
    assert time.perf_counter() - started < 3
