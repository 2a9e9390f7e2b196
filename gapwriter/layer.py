"""Layer: a folder of skills, roles and resources that is laid over the catalog; held to the linter where the two meet, and compiled."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from gapwriter import __version__
from gapwriter.errors import InputError
from gapwriter.lint import PARTS, Fault, File, compile_catalog, lint_catalog, lint_over, read_files, schema_faults, twice_faults, write_catalog
from gapwriter.skill import CATALOG_FILE, Catalog, chosen_layers, plain_tasks, read_catalog, split_names
from gapwriter.wordform import index_forms

COMPILED = "catalog.json"
MORE = "more_aliases"
"""The one field that a row adds to what lies below; every other field takes the place of the one below."""
_NAMING = frozenset({"label", "kind", "aliases", MORE, "case_sensitive", "needs_context", "unless"})


class Layer(NamedTuple):
    """`rows` by part, as they are written; `attributions` are texts with the ids of the rows that they go with, by part; `digest` tells one content of the folder from another."""

    folder: Path
    digest: str
    rows: dict[str, list[dict[str, Any]]]
    attributions: dict[str, dict[str, list[str]]]


class Names(NamedTuple):
    """Names that a layer brings, as `skill.split_names` gives them; the names that the skills `renamed` had below are gone."""

    exact: dict[str, list[Any]]
    small: dict[str, list[Any]]
    renamed: list[str]


class Laid(NamedTuple):
    """A layer over what lies below: the catalog of both with a digest of all that it is made of, and what is wrong with the layer there."""

    layer: Layer
    below: str
    catalog: Catalog
    names: Names
    faults: list[Fault]

    @property
    def digest(self) -> str:
        return _digest(self.below, self.layer.digest)

    def write(self) -> Path:
        """The compiled layer, which is read in place of its YAML as long as neither that nor what lies below has changed."""
        path = self.layer.folder / COMPILED
        data = {"below": self.below, **self.layer._asdict(), "folder": "", "names": self.names._asdict()}
        try:
            path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
        except OSError as error:
            raise InputError(str(path), "", f"cannot be written ({error.strerror})", "check the folder and its permissions") from None
        return path


def lay_folders(built_in: Catalog, layers: str) -> Catalog:
    """The catalog of some folders laid over the built-in one, in order; InputError for the first fault."""
    return _lay_all(built_in, split_layers(layers))[0]


def lay_folder(folder: Path) -> Laid:
    """A folder over the built-in catalog and those folders of GAPWRITER_CATALOG that stand before it, or all of them where it is none of them."""
    return _lay(folder, *read_below(folder))


def lay_files(files: Iterable[File], folder: Path, below: Catalog, digest: str) -> Laid:
    """Files that have just been written to a folder, over what `read_below` gives."""
    return _lay_layer(_layer(folder, _digest_files(folder, list_files(folder)), files), {}, below, digest)


def read_below(folder: Path) -> tuple[Catalog, str]:
    """What a folder is laid over, with its digest."""
    here = folder.resolve()
    return _lay_all(read_catalog(""), takewhile(lambda other: other.resolve() != here, split_layers(chosen_layers())))


def _lay_all(built_in: Catalog, folders: Iterable[Path]) -> tuple[Catalog, str]:
    catalog, digest = built_in, _digest(__version__, CATALOG_FILE.read_bytes())
    for folder in folders:
        laid = _lay(folder, catalog, digest)
        if laid.faults:
            raise _refusal(laid.layer, laid.faults)
        catalog, digest = laid.catalog, laid.digest
    return catalog, digest


def look_over(folder: Path | None) -> tuple[dict[str, Any], list[Fault], Callable[[], Path]]:
    """The rows of a folder by part, what is wrong with them, and how to compile them: ours by itself, any other over what it is laid on. Without a folder what is in use."""
    ours = Path(str(CATALOG_FILE)).parent
    if folder is None or folder.resolve() == ours.resolve():
        raw = compile_catalog(folder) if folder else read_catalog().raw
        return {part: raw[part] for part in PARTS}, lint_catalog(raw), lambda: write_catalog(ours)
    laid = _lay(folder, *read_below(folder), afresh=True)
    return laid.layer.rows, laid.faults, laid.write


def split_layers(layers: str) -> Iterator[Path]:
    """The folders of a setting like PATH."""
    return (Path(part.strip()) for part in layers.split(os.pathsep) if part.strip())


def _lay(folder: Path, below: Catalog, digest: str, afresh: bool = False) -> Laid:
    """`afresh` looks at every row again, whatever was compiled."""
    layer, compiled = _read(folder, afresh)
    return _lay_layer(layer, compiled, below, digest)


def _lay_layer(layer: Layer, compiled: dict[str, Any], below: Catalog, digest: str) -> Laid:
    known = compiled.get("below") == digest
    faults = [] if known else [fault for part in PARTS for fault in (*_id_faults(part, layer.rows[part]), *twice_faults(part, layer.rows[part]))]
    if faults:
        return Laid(layer, digest, below, Names({}, {}, []), faults)
    merged = {part: _merge(layer.rows[part], below.raw[part]) for part in PARTS}
    if known:
        names = Names(**compiled["names"])
    else:
        faults = [fault for part in PARTS for fault in schema_faults(part, merged[part].values())]
        names = Names({}, {}, []) if faults else _names(layer, merged["skills"], below)
    catalog = Catalog(_raw(merged, names, layer, below))
    if not known and not faults:
        faults = lint_over(catalog, below, {part: set(merged[part]) for part in PARTS})
    return Laid(layer, digest, catalog, names, faults)


def _merge(rows: Iterable[dict[str, Any]], below: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The rows of a layer by id, each whole: a field that it leaves out is as below."""
    own = {row["id"]: row for row in rows}
    under = {row["id"]: row for row in below if row["id"] in own}
    merged = {}
    for row_id, row in own.items():
        if row_id in under:
            more = row.get(MORE, [])
            row = under[row_id] | {key: value for key, value in row.items() if key != MORE}
            if more:
                row["aliases"] = [*row.get("aliases", ()), *more] if isinstance(more, list) else more
        merged[row_id] = row
    return merged


def _names(layer: Layer, merged: dict[str, dict[str, Any]], below: Catalog) -> Names:
    naming = [row["id"] for row in layer.rows["skills"] if not _NAMING.isdisjoint(row)]
    return Names(*split_names(merged[skill_id] for skill_id in naming), [skill_id for skill_id in naming if skill_id in below])


def _raw(merged: dict[str, dict[str, dict[str, Any]]], names: Names, layer: Layer, below: Catalog) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    for part in PARTS:
        own = merged[part]
        kept = [own.get(row["id"], row) for row in below.raw[part]]
        under = {row["id"] for row in kept}
        raw[part] = [*kept, *(row for row_id, row in own.items() if row_id not in under)]
    raw["names"], raw["forms"] = _index(names, below)
    earlier = below.raw.get("attributions", {})
    raw["attributions"] = earlier | {
        text: {part: [*earlier.get(text, {}).get(part, ()), *ids[part]] for part in PARTS} for text, ids in layer.attributions.items()
    }
    return raw


def _index(names: Names, below: Catalog) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """The index of names of both, and that of the forms of tasks, in which a skill keeps the name that it goes by below."""
    renamed = set(names.renamed)
    kept = {words: row for words, row in below.names.items() if row[0] not in renamed} if renamed else below.names
    index = names.small | kept | names.exact
    forms = index_forms(plain_tasks(index))
    return index, {form: name if index[name][0] in renamed else below.forms.get(form, name) for form, name in forms.items()}


def _id_faults(part: str, rows: Iterable[dict[str, Any]]) -> Iterator[Fault]:
    yield from (Fault(place=f"{part}: {row.get('id')}", message="the id is no text") for row in rows if not isinstance(row.get("id"), str))


# --- reading --------------------------------------------------------------------------------------------------------------------------


def _read(folder: Path, afresh: bool) -> tuple[Layer, dict[str, Any]]:
    """A folder, from its YAML or, where that has not changed, as it was compiled (with the rest of the compiled data)."""
    files = list_files(folder)
    if not files:
        problem = "there is no skills/*.yaml, roles/*.yaml or resources/*.yaml in it" if folder.is_dir() else "there is no such folder"
        raise InputError(str(folder), "", problem, "see docs/catalogs.md, and check GAPWRITER_CATALOG")
    digest = _digest_files(folder, files)
    compiled = {} if afresh else _read_compiled(folder / COMPILED, digest)
    if compiled:
        return Layer(folder, digest, compiled["rows"], compiled["attributions"]), compiled
    return _layer(folder, digest, read_files(folder)), {}


def list_files(folder: Path) -> list[Path]:
    return [path for part in PARTS for path in sorted((folder / part).glob("*.yaml"))]


def _layer(folder: Path, digest: str, files: Iterable[File]) -> Layer:
    rows: dict[str, list[dict[str, Any]]] = {part: [] for part in PARTS}
    attributions: dict[str, dict[str, list[str]]] = {}
    for file in files:
        rows[file.part] += file.rows
        text = " ".join(str(file.head.get("attribution") or "").split())
        if text:
            # A row that only says what a skill of ours is called elsewhere brings nothing that a report could use.
            used = [str(row.get("id")) for row in file.rows if set(row) - {"id", "external_ids"}]
            attributions.setdefault(text, {part: [] for part in PARTS})[file.part] += used
    return Layer(folder, digest, rows, attributions)


def _digest_files(folder: Path, files: Iterable[Path]) -> str:
    try:
        return _digest(__version__, *(part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes())))
    except OSError as error:
        raise InputError(str(error.filename), "", f"cannot be read ({error.strerror})", "check its permissions") from None


def _read_compiled(path: Path, digest: str) -> dict[str, Any]:
    """The compiled layer, where it is one of this content; anything else is made anew from the YAML."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) and data.get("digest") == digest else {}


def _digest(*parts: str | bytes) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _refusal(layer: Layer, faults: list[Fault]) -> InputError:
    """The first fault, with the file that holds it and the way to all of them."""
    part, _, ids = faults[0].place.partition(": ")
    own = set(ids.split(", "))
    rows = ((file.path, row) for file in read_files(layer.folder) if file.part == part for row in file.rows)
    path = next((path for path, row in rows if str(row.get("id")) in own), layer.folder)
    cure = f"`gapwriter catalog lint {layer.folder}` lists all {len(faults)}" if len(faults) > 1 else "mend this row"
    if "claim the name" in faults[0].message:
        cure = "give one of them another name, or give your row the id of the other, to lay it over that"
    return InputError(str(path), faults[0].place, faults[0].message, cure)
