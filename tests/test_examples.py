"""`gapwriter new` gives files that work at once."""

import pytest

from gapwriter import InputError
from gapwriter.examples import cases_folder, write_examples

NAMES = ["resume.json", "role.yaml", "corrections.yaml"]


def test_the_examples_make_a_report(run, tmp_path):
    code, out, err = run("new", tmp_path / "a" / "b")
    paths = out.splitlines()
    assert (code, err, [path.rpartition("/")[2] for path in paths]) == (0, "", NAMES)
    code, out, err = run("report", paths[0], paths[1], "--corrections", paths[2])
    assert (code, err) == (0, "") and out.startswith("# Skill-gap report: ")
    assert run("report", paths[0], paths[1])[1] != out


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_overwritten(run, tmp_path, name):
    (tmp_path / name).write_text("mine")
    code, out, err = run("new", tmp_path)
    assert (code, out) == (1, "") and name in err and "another folder" in err
    assert [path.name for path in tmp_path.iterdir()] == [name] and (tmp_path / name).read_text() == "mine"


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_the_way_is_an_input_error(tmp_path, below):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match="cannot be written"):
        write_examples(tmp_path / "file" / below)


def test_the_cases_are_shipped():
    assert (cases_folder() / "senior-ai-engineer" / "resume.json").is_file()
