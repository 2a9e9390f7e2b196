"""O*NET: occupations of the US Department of Labor with the software that they use, from the text or Excel files of its database (29.x and 30.x)."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

from gapwriter.errors import InputError
from gapwriter.skill import Kind
from gapwriter.taxonomies import AGAIN, Columns, Concept, Occupation, Row, Taxonomy, check_columns, clean, read_rows, read_text

ATTRIBUTION = (
    "This page includes information from the O*NET {version}Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). "
    "Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. gapwriter has modified all or some of this information. "
    "USDOL/ETA has not approved, endorsed, or tested these modifications."
)
SOFTWARE = ("Technology Skills", "Software Skills")
OCCUPATIONS = ("Occupation Data",)
TITLES = ("Alternate Titles", "Job Titles")
CODE = "O*NET-SOC Code"
EXAMPLE, GROUP_CODE, GROUP = ("Example", "Workplace Example"), ("Commodity Code", "Element ID"), ("Commodity Title", "Element Name")
HOT, IN_DEMAND = "Hot Technology", "In Demand"
LARGEST = 200_000_000
"""The most that an Excel file may unpack to, in bytes; the largest of O*NET has some 20 million."""


def read(path: Path) -> Taxonomy:
    """O*NET from a folder with its files. What is in demand in an occupation is essential there, what is a hot technology alone optional; other software makes no part of a role."""
    software, occupations = (_find_file(path, names, True) for names in (SOFTWARE, OCCUPATIONS))
    assert software and occupations
    version, date = _release(path)
    notes = [] if version else ["there is no Read Me.txt that tells the version: the attribution names none"]
    concepts: dict[str, Concept] = {}
    asked: dict[tuple[str, str], list[str]] = defaultdict(list)
    groups: dict[str, list[str]] = defaultdict(list)
    for row in _read_table(software, (CODE, EXAMPLE, GROUP_CODE, GROUP, HOT, IN_DEMAND)):
        label, group, code = (clean(_cell(row, names)) for names in (EXAMPLE, GROUP, GROUP_CODE))
        code = f"onet:{code}"
        concepts.setdefault(code, Concept(external_id=code, label=_in_sentence(group), kind=Kind.TOOL))
        groups[label].append(code)
        relation = "essential" if row[IN_DEMAND] == "Y" else "optional" if row[HOT] == "Y" else ""
        asked[row[CODE], relation].append(label)
    for label, codes in groups.items():
        concepts[label] = Concept(label=label, kind=Kind.TOOL, broader=tuple(dict.fromkeys(codes)), spelled=_spelled(label), short=tuple(_short_names(label)))
    titles = _read_titles(path)
    rows = [(row[CODE], clean(row["Title"])) for row in _read_table(occupations, (CODE, "Title"))]
    return Taxonomy(
        name="onet",
        source=f"O*NET {version}".strip(),
        date=date,
        attribution=ATTRIBUTION.format(version=f"{version} " if version else ""),
        concepts=tuple(concepts.values()),
        occupations=tuple(_occupation(code, title, asked, titles) for code, title in rows),
        notes=tuple(notes),
    )


def _occupation(code: str, title: str, asked: dict[tuple[str, str], list[str]], titles: dict[str, list[str]]) -> Occupation:
    essential, optional = (tuple(dict.fromkeys(asked.get((code, relation), ()))) for relation in ("essential", "optional"))
    return Occupation(external_id=code, title=title, aliases=tuple(dict.fromkeys(titles.get(code, ()))), essential=essential, optional=optional)


def _cell(row: Row, names: tuple[str, ...]) -> str:
    return next(row[name] for name in names if name in row)


def _in_sentence(group: str) -> str:
    """A group of software as it stands in a sentence: "document management software", but "LAN software"."""
    return group[:1].lower() + group[1:] if group[1:2].islower() and not group.startswith("Web ") else group


MAKERS = (
    "Adobe|Amazon|Apache|Apple|Atlassian|Autodesk|Dassault Systemes|ESRI|Google|HP|Hewlett Packard|IBM|JetBrains|Mathsoft|Microsoft|OpenAI|Oracle|SAP|Salesforce|"
    "Siemens|Sun Microsystems|The MathWorks|MathWorks|Unity Technologies|Unreal Technology"
)
"""Makers whose products go by their names alone."""


def _spelled(label: str) -> tuple[str, ...]:
    """A name that ends in its abbreviation, in full: "Learning management system LMS"."""
    full, _, last = label.removesuffix(" systems").rpartition(" ")
    return (full,) if full and _abbreviates(last, full) else ()


def _abbreviates(last: str, full: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Z0-9-]+", last) and re.search(".*?".join(map(re.escape, last)), full, re.I))


def _short_names(label: str) -> Iterator[str]:
    """Other ways to write the name of a tool: without "software", in full or by the abbreviation that stands last, without a maker before it."""
    bare = label.removesuffix(" software")
    if bare != label:
        yield bare
    full, _, last = bare.rpartition(" ")
    if full and _abbreviates(last, full):
        yield from (full, last)
    maker = re.match(rf"(?:{MAKERS}) (?=\S{{3}})", bare)
    if maker:
        yield bare[maker.end() :]


def _read_titles(folder: Path) -> dict[str, list[str]]:
    """Other titles of each occupation; "n/a" is none."""
    titles: dict[str, list[str]] = defaultdict(list)
    file = _find_file(folder, TITLES, False)
    for row in _read_table(file, (CODE, ("Alternate Title", "Job Title"))) if file else ():
        for name in ("Alternate Title", "Job Title", "Short Title"):
            if clean(row.get(name, "")) not in ("", "n/a"):
                titles[row[CODE]].append(clean(row[name]))
    return titles


def _release(folder: Path) -> tuple[str, str]:
    """Version and month of a release, as its Read Me has them."""
    path = folder / "Read Me.txt"
    text = read_text(path) if path.exists() else ""
    version = re.search(r"O\*NET\S* ([\d.]*\d) Database", text)
    month = re.search(r"\b([A-Z][a-z]+ \d{4}) Release", text)
    return version[1] if version else "", month[1] if month else ""


def _find_file(folder: Path, names: tuple[str, ...], needed: bool) -> Path | None:
    looked_for = " or ".join(f"{name}{suffix}" for name in names for suffix in (".txt", ".xlsx"))
    if not folder.is_dir():
        problem = "this is a file" if folder.exists() else "there is no such folder"
        raise InputError(str(folder), "", problem, f"give the folder with {looked_for}")
    found = next((path for name in names for suffix in (".txt", ".xlsx") if (path := folder / f"{name}{suffix}").exists()), None)
    if needed and not found:
        raise InputError(str(folder), "", f"there is no {looked_for} in it", "give the folder of O*NET's database, unpacked")
    return found


def _read_table(path: Path, needed: Columns) -> Iterator[Row]:
    if path.suffix == ".txt":
        return read_rows(path, needed, "\t", quoted=False)
    return _read_sheet(path, needed)


def _read_sheet(path: Path, needed: Columns) -> Iterator[Row]:
    """The rows of the first sheet of an Excel file."""
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        raise InputError(str(path), "", "Excel files need the package openpyxl", "pip install 'gapwriter[onet]', or give the text files") from None
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise InputError(str(path), "", f"it unpacks to more than {LARGEST // 1_000_000} MB", AGAIN)
        with closing(openpyxl.load_workbook(path, read_only=True)) as book:
            table = [["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except (zipfile.BadZipFile, zlib.error, OSError, KeyError, ValueError, IndexError, TypeError, SyntaxError, EOFError) as error:
        raise InputError(str(path), "", f"this is no Excel file that can be read ({type(error).__name__})", AGAIN) from None
    if not table:
        raise InputError(str(path), "", "the file is empty", AGAIN)
    check_columns(path, table[0], needed)
    return (dict(zip(table[0], row, strict=True)) for row in table[1:])
