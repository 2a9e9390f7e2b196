"""A child process that reads for us: what it answers, refuses, and what ends it."""

import pytest

from gapwriter import bounded
from gapwriter.bounded import read_bounded
from gapwriter.document import Hidden
from gapwriter.errors import InputError

UNPACKERS = {
    "fine": 'yield Line(content.decode(), "page 1, line 1"); yield Line("buy", "page 1, line 2", "white")',
    "refusing": 'raise Refused("page 3", "this page is a picture", "scan it with text")\n    yield',
    "empty": 'yield Line(" ", "page 1"); yield Line("x", "page 1", "white")',
    "looping": "while True: content += b''\n    yield",
    "swelling": "yield Line('x' * 10**9, '')",
    "failing": "raise ValueError('odd')\n    yield",
    "dying": "import os; os.abort()\n    yield",
}


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Runs an unpacker of the table in the child process."""
    monkeypatch.setattr(bounded, "SECONDS", 1)

    def run(name, package="json"):
        body = f"from gapwriter.unpack import Line, Refused\n\ndef unpack(content):\n    {UNPACKERS[name]}\n"
        (tmp_path / f"{name}.py").write_text(body)
        monkeypatch.setattr(
            bounded,
            "CHILD",
            (
                "-c",
                f"import gapwriter.unpack as u; u.__path__.append({str(tmp_path)!r}); import runpy; runpy.run_module('gapwriter.unpack', run_name='__main__')",
            ),
        )
        return read_bounded(name, b"Python", "cv.pdf", package, "pdf-in")

    return run


def test_lines_keep_their_places_and_what_is_hidden_stands_apart(read):
    document = read("fine")
    assert (document.lines, document.place(1)) == (("Python",), "page 1, line 1")
    assert document.hidden == (Hidden(place="page 1, line 2", text="buy", how="white"),)


@pytest.mark.parametrize(
    "name, told",
    [
        ("refusing", "cv.pdf: page 3: this page is a picture; scan it with text"),
        ("empty", "cv.pdf: no text can be seen in it; export it with its text, or save it as text"),
        ("failing", "cv.pdf: this file cannot be read; export it anew, or save it as text"),
        ("dying", "cv.pdf: this file cannot be read; export it anew, or save it as text"),
        ("looping", "cv.pdf: this file takes more time or memory than a resume or an advertisement does; export it anew, or save it as text"),
        ("swelling", "cv.pdf: this file takes more time or memory than a resume or an advertisement does; export it anew, or save it as text"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(read, name, told):
    with pytest.raises(InputError) as refusal:
        read(name)
    assert str(refusal.value) == told


def test_a_missing_package_is_named_with_its_cure(read):
    with pytest.raises(InputError, match=r"pip install 'gapwriter\[pdf-in\]'"):
        read("fine", package="no_such_package")
