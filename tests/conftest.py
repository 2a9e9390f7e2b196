"""Inputs that most tests share: a candidate, a role, a fixed day."""

from __future__ import annotations

import copy
import json
import os
from datetime import date
from pathlib import Path

import pytest

from gapwriter import Settings, analyze, write_report
from gapwriter.cli import main

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "fixtures" / "cases"
SETTINGS = Settings(as_of=date(2026, 11, 1))

RESUME = {
    "basics": {"name": "Noor Halvorsen"},
    "work": [
        {"name": "Lindvik", "position": "Web Developer", "startDate": "2023-09", "endDate": "2026-10", "highlights": ["Built an import service in Python."]},
    ],
    "skills": [{"name": "Programming", "keywords": ["Python", "JavaScript"]}],
}
ROLE = {
    "title": "Senior AI Engineer",
    "company": "Northlight",
    "essential": ["Python", "machine learning", "deep learning", "PyTorch"],
    "optional": ["Docker", "SQL"],
    "emerging": ["prompt engineering"],
    "experience": {"years": 5, "leadership": True},
}


@pytest.fixture
def resume():
    return copy.deepcopy(RESUME)


@pytest.fixture
def role():
    return copy.deepcopy(ROLE)


def compare(resume, role, **settings):
    """The analysis of two mappings, as of 1 November 2026."""
    return analyze(resume, role, SETTINGS.model_copy(update=settings))


def report_of(resume, role, **settings):
    return write_report(resume, role, settings=SETTINGS.model_copy(update=settings))


def statuses(resume, role):
    """Each requirement in the role's words with its status."""
    return {match.requirement.asked: str(match.status) for match in compare(resume, role).matches}


def listed(*skills, **more):
    """A resume that lists some skills."""
    return {"basics": {"name": "Ada Brink"}, "skills": [{"name": "Skills", "keywords": list(skills)}], **more}


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command: `run("facts", resume, role)` gives (exit code, standard output, standard error)."""
    for name in [name for name in os.environ if name.startswith(("GAPWRITER_", "OPENAI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GAPWRITER_AS_OF", "2026-11-01")
    monkeypatch.setenv("GAPWRITER_MODEL", "none")

    def run(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def files(tmp_path, resume, role):
    """The candidate and the role as files: (resume.json, role.json)."""
    paths = tmp_path / "resume.json", tmp_path / "role.json"
    for path, data in zip(paths, (resume, role), strict=True):
        path.write_text(json.dumps(data), "utf-8")
    return paths
