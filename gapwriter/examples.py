"""Examples: files to start from."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gapwriter.errors import InputError

CASE = "senior-ai-engineer"
CORRECTIONS = """\
# What a person sets right before the report is written; each entry says one thing, who says it and why.
corrections:
  - {add: Docker, who: the recruiter, why: shown in the first call}
  - {skill: TensorFlow, relation: optional, who: the hiring manager, why: the team moved to PyTorch}
"""


def cases_folder() -> Traversable:
    """The shipped cases: inside the package in an installed wheel, beside it in a checkout."""
    packed = files("gapwriter") / "cases"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "fixtures" / "cases"


def write_examples(folder: Path) -> list[Path]:
    """Write `resume.json`, `role.yaml` and `corrections.yaml` of an invented person; InputError where one of them is there already."""
    case = cases_folder() / CASE
    texts = {"resume.json": (case / "resume.json").read_text("utf-8"), "role.yaml": (case / "role.yaml").read_text("utf-8"), "corrections.yaml": CORRECTIONS}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in texts:
            if (folder / name).exists():
                raise InputError(str(folder / name), "", "this file is there already", "name another folder")
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise InputError(str(folder), "", f"cannot be written ({error.strerror})", "name another folder") from None
    return [folder / name for name in texts]
