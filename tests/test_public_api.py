"""The names that others rely on."""

import importlib
import subprocess
import sys

import pytest

import gapwriter

NAMES = [
    "Analysis",
    "Facts",
    "Finding",
    "GapwriterError",
    "InputError",
    "Report",
    "Resume",
    "Role",
    "Settings",
    "analyze",
    "analyze_many",
    "check",
    "rank_candidates",
    "read_catalog",
    "read_corrections",
    "read_resume",
    "read_role",
    "write_report",
]


def test_the_public_names_are_these():
    assert sorted(gapwriter.__all__) == gapwriter.__all__ == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_can_be_imported_and_says_what_it_is(name):
    thing = getattr(importlib.import_module("gapwriter"), name)
    assert thing.__name__ == name and thing.__doc__


def test_a_star_imports_them_all():
    space = {}
    exec("from gapwriter import *", space)
    assert set(NAMES) <= set(space)


def test_an_unknown_name_is_refused_by_name():
    with pytest.raises(AttributeError, match="no attribute 'write_reprot'"):
        gapwriter.write_reprot  # noqa: B018


def test_importing_the_package_loads_nothing_heavy():
    code = "import gapwriter, sys; print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert "gapwriter" in loaded and not {"pydantic", "yaml", "rapidfuzz", "dotenv", "json", "argparse"} & loaded


@pytest.mark.parametrize("arguments, heavy", [(["--help"], {"pydantic", "yaml", "rapidfuzz"}), (["schema", "role"], {"rapidfuzz"})])
def test_the_command_loads_what_it_uses(arguments, heavy):
    code = f"import sys; from gapwriter.cli import main\ntry: main({arguments!r})\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stderr.split())


def test_the_version_is_that_of_the_package():
    from importlib.metadata import version

    assert version("gapwriter") == gapwriter.__version__


def test_the_package_is_typed():
    from importlib.resources import files

    assert (files("gapwriter") / "py.typed").is_file()
