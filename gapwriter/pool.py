"""Pool: many candidates compared with one role, in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from gapwriter.display import Displayed
from gapwriter.document import parse_document
from gapwriter.errors import InputError
from gapwriter.frame import is_frame, make_frame, read_rows
from gapwriter.gap import ROW, Analysis, analyze
from gapwriter.resume import Resume, read_resume
from gapwriter.role import Role, read_role
from gapwriter.settings import Settings, read_settings
from gapwriter.skill import Catalog, read_catalog


class Pool(Displayed, tuple[Analysis, ...]):
    """Analyses in the order of the resumes; `faults` are the rows that could not be read, each with the reason."""

    VIEW: ClassVar[str] = "pool"
    faults: tuple[InputError, ...]

    def __new__(cls, analyses: Iterable[Analysis] = (), faults: Iterable[InputError] = ()) -> Self:
        pool = super().__new__(cls, tuple(analyses))
        pool.faults = tuple(faults)
        return pool

    def to_frame(self, backend: str = "") -> Any:
        """One row a requirement and candidate, as a data frame of pandas, polars or pyarrow."""
        return make_frame(ROW, (row for analysis in self for row in analysis.rows()), backend)


def analyze_many(
    resumes: Any,
    role: str | Path | Mapping[str, Any] | Role,
    settings: Settings | None = None,
    catalog: Catalog | None = None,
    on_error: Literal["raise", "keep"] = "raise",
) -> Pool:
    """Compare many candidates with one role, which is read once.

    `resumes` are paths, texts, mappings or objects; or a data frame (or mappings) with the column `resume`, which holds them, and at will `id`, what you call each.
    A text is told from a path by its line breaks, or as JSON. A resume that cannot be used is an InputError that names its row, counted from 1; with `on_error="keep"`
    the others are compared and these errors are the pool's `faults`.
    """
    if on_error not in ("raise", "keep"):
        raise InputError("on_error", "", f"{on_error!r} is no way to go on", "use raise or keep")
    settings = settings or read_settings()
    catalog = catalog or read_catalog(settings.catalog)
    role = read_role(role, catalog)
    analyses, faults = [], []
    for number, (name, resume) in enumerate(_rows(resumes), 1):
        row = f"row {number}" + (f" ({name})" if name else "")
        try:
            analyses.append(analyze(_read(resume, row), role, settings, catalog).model_copy(update={"id": name}))
        except InputError as error:
            place = ": ".join(part for part in (error.file if error.file != row else "", error.place) if part)
            fault = InputError(row, place, error.problem, error.cure)
            if on_error == "raise":
                raise fault from None
            faults.append(fault)
    return Pool(analyses, faults)


def _rows(resumes: Any) -> Iterator[tuple[str, Any]]:
    """What each candidate is called, with the resume."""
    if is_frame(resumes):
        resumes = read_rows(resumes)
        if resumes and "resume" not in resumes[0]:
            raise InputError("data frame", "", f"it has no column 'resume', only {', '.join(map(str, resumes[0]))}", "name the column of the resumes so")
    if isinstance(resumes, str | Path | Mapping | Resume) or not isinstance(resumes, Iterable):
        raise InputError("resumes", "", "this is one resume, or none", "give a list of resumes, or a data frame with the column 'resume'")
    for one in resumes:
        if isinstance(one, Mapping) and "resume" in one:
            name = one.get("id")
            yield "" if name is None else str(name), one["resume"]
        else:
            yield "", one


def _read(resume: Any, row: str) -> Resume:
    """A resume in any of its forms, named for its row where it has no file."""
    if isinstance(resume, Mapping):
        return read_resume(resume, row)
    if isinstance(resume, str) and ("\n" in resume.strip() or resume.lstrip().startswith("{")):
        return read_resume(parse_document(resume.encode(errors="surrogatepass"), row))
    if isinstance(resume, str | Path | Resume):
        if resume == "-":
            raise InputError(row, "", "standard input holds one resume, not many", "name files")
        return read_resume(resume)
    problem = "there is no resume in it" if resume is None else f"this is no resume but a {type(resume).__name__}"
    raise InputError(row, "", problem, "give a path, a text, or a mapping of JSON Resume")
