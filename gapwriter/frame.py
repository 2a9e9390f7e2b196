"""Frame: rows as a data frame of pandas, polars or pyarrow, and a data frame as rows, through narwhals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import Any

from gapwriter.errors import InputError

BACKENDS = ("pandas", "polars", "pyarrow")
"""The libraries whose frames can be asked for, the first that is installed where none is named."""


def make_frame(types: Mapping[str, type], rows: Iterable[Mapping[str, Any]], backend: str = "") -> Any:
    """A data frame with a column for each of `types` (`str`, `int`, `float`, `bool`), whose values may be None; in pandas the columns are of the types that know missing values.

    `backend` is one of BACKENDS. Raises InputError where it is none of them, or is not installed.
    """
    backend, nw = _choose(backend), _narwhals()
    rows = list(rows)
    columns = {name: [row[name] for row in rows] for name in types}
    schema = nw.Schema({name: {str: nw.String, int: nw.Int64, float: nw.Float64, bool: nw.Boolean}[kind]() for name, kind in types.items()})
    if backend != "pandas":
        return nw.from_dict(columns, schema, backend=backend).to_native()
    return nw.from_dict(columns, backend=backend).to_native().astype(schema.to_pandas("numpy_nullable"))


def is_frame(value: Any) -> bool:
    """Whether it is a table of a library for data frames."""
    return type(value).__module__.partition(".")[0] in (*BACKENDS, "modin", "cudf") and type(value).__name__ in ("DataFrame", "LazyFrame", "Table")


def read_rows(frame: Any) -> list[dict[str, Any]]:
    """The rows of a data frame by column; what is missing is None."""
    table = _narwhals().from_native(frame)
    table = table.collect() if hasattr(table, "collect") else table
    return [{name: None if _is_missing(value) else value for name, value in row.items()} for row in table.rows(named=True)]


def _is_missing(value: Any) -> bool:
    """NaN alone differs from itself; pandas' own marks compare with nothing."""
    return value is None or type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value)


def _choose(backend: str) -> str:
    if backend and backend not in BACKENDS:
        raise InputError("to_frame", "", f"{backend!r} gives no data frames", f"use one of {', '.join(BACKENDS)}")
    found = [name for name in ([backend] if backend else BACKENDS) if find_spec(name)]
    if not found:
        missing = backend or "pandas, polars or pyarrow"
        raise InputError("to_frame", "", f"a data frame needs {missing}, which is not installed", f"pip install {backend or BACKENDS[0]}")
    return found[0]


def _narwhals() -> Any:
    if find_spec("narwhals") is None:
        raise InputError("data frame", "", "reading and making data frames needs a package more", "pip install 'gapwriter[frames]'")
    import narwhals

    return narwhals
