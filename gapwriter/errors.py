"""What can go wrong, by whose fault it is.

GapwriterError
├── InputError      a file or a value that the user gave: names the file, the place and the cure
└── BackendError    the language model cannot be used: not known, not installed, refused
"""

from __future__ import annotations


class GapwriterError(Exception):
    """Anything that gapwriter refuses to do; its text is one line for a person."""


class InputError(GapwriterError):
    """Bad input, told as `file: place: problem; cure`.

    `file` is a path or `-`; `place` is a field (`work[0].startDate`) or a line (`line 12`), empty for the whole file.
    """

    def __init__(self, file: str, place: str, problem: str, cure: str) -> None:
        self.file, self.place, self.problem, self.cure = (_one_line(part, most) for part, most in ((file, 1000), (place, 300), (problem, 300), (cure, 300)))
        where = ": ".join(part for part in (self.file, self.place) if part)
        super().__init__(f"{where}: {self.problem}; {self.cure}")


class BackendError(GapwriterError):
    """A model that cannot be used."""


def _one_line(text: str, most: int) -> str:
    """Shorten to one line that a terminal can show: no control characters, `most` characters at most."""
    clean = " ".join("".join(c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text).split())
    return clean if len(clean) <= most else clean[: most - 1] + "…"
