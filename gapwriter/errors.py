"""What can go wrong, by whose fault it is.

GapwriterError
├── InputError      a file or a value that the user gave: names the file, the place and the cure
├── PromptError     a prompt file cannot be used: names the file and the cure
└── BackendError    the language model gives no usable answer now; `retryable` says whether asking again may help
    ├── RefusedError    it never will as things are: key, quota, unknown model, host not allowed, package missing
    └── BudgetError     the budget of money or tokens is spent
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

    def __reduce__(self) -> tuple[type, tuple[str, ...]]:
        return type(self), (self.file, self.place, self.problem, self.cure)


class PromptError(GapwriterError):
    """A prompt file that cannot be used, told as `file: problem; cure`."""

    def __init__(self, file: str, problem: str, cure: str) -> None:
        super().__init__(f"{_one_line(file, 1000)}: {_one_line(problem, 300)}; {_one_line(cure, 300)}")


class BackendError(GapwriterError):
    """A model that gives no usable answer.

    `retryable`: the same call may succeed later, no sooner than after `wait` seconds where the server says so; `declined`: it was turned away before any work was done (429, 503, no connection).
    """

    def __init__(self, problem: str, retryable: bool = False, wait: float = 0.0, declined: bool = False) -> None:
        self.retryable, self.wait, self.declined = retryable, wait, declined
        super().__init__(_one_line(problem, 400))


class RefusedError(BackendError):
    """A model that cannot be used as things are: nothing is gained by asking again."""


class BudgetError(BackendError):
    """The budget that the settings name is spent."""


def _one_line(text: str, most: int) -> str:
    """Shorten to one line that a terminal can show: no control characters, `most` characters at most."""
    clean = " ".join("".join(c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text).split())
    return clean if len(clean) <= most else clean[: most - 1] + "…"
