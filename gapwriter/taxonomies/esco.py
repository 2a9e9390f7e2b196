"""ESCO: skills and occupations of the European Commission, from the CSV files of its download (1.1 and 1.2)."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from gapwriter.errors import InputError
from gapwriter.skill import Kind
from gapwriter.taxonomies import Columns, Concept, Occupation, Row, Taxonomy, clean, read_rows, split_labels

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
DIGITAL, LANGUAGES, TRANSVERSAL = "digitalSkillsCollection", "languageSkillsCollection", "transversalSkillsCollection"
SKILLS = ("skills", DIGITAL, LANGUAGES, TRANSVERSAL, "greenSkillsCollection", "researchSkillsCollection", "digCompSkillsCollection")
OCCUPATIONS, RELATIONS, BROADER = "occupations", "occupationSkillRelations", "broaderRelationsSkillPillar"
SKILL_COLUMNS: Columns = ("conceptUri", "preferredLabel", "altLabels", "status", "skillType", "reuseLevel")


def read(path: Path) -> Taxonomy:
    """ESCO from a folder with its CSV files, or from one file of skills."""
    files = {_stem(path): path} if path.is_file() else _find_files(path)
    concepts: dict[str, Concept] = {}
    notes: list[str] = []
    dates = {""}
    drafts = 0
    broader = _read_broader(files)
    for stem in [stem for stem in files if stem not in (OCCUPATIONS, RELATIONS, BROADER)]:
        for row in read_rows(files[stem], SKILL_COLUMNS):
            if row["status"] != "released":
                drafts += 1
                continue
            dates.add(row.get("modifiedDate", "")[:10])
            one = _concept(row, stem, broader)
            earlier = concepts.get(one.external_id)
            concepts[one.external_id] = _joined(earlier, one, stem) if earlier else one
    if not concepts:
        raise InputError(str(path), "", "there is no released skill in it", "give the files as they were downloaded")
    if drafts:
        notes.append(f"{drafts:,} skills are not released")
    occupations = _read_occupations(files, concepts, dates, notes)
    concepts_in_order = tuple(concepts[key] for key in sorted(concepts))
    return Taxonomy(
        name="esco", source="ESCO", date=max(dates), attribution=ATTRIBUTION, concepts=concepts_in_order, occupations=tuple(occupations), notes=tuple(notes)
    )


def _stem(path: Path) -> str:
    """What a file holds, by its name: `skills_en.csv` holds skills."""
    stem = path.stem.rpartition("_")[0] if re.search(r"_[a-z]{2}$", path.stem) else path.stem
    if stem in (OCCUPATIONS, RELATIONS, BROADER):
        raise InputError(str(path), "", "this file names no skills", "give the folder, or skills_en.csv")
    return stem


def _find_files(folder: Path) -> dict[str, Path]:
    """The files of a folder by what they hold, all in one language: English where there is more than one."""
    looked_for = f"skills_en.csv or {DIGITAL}_en.csv"
    if not folder.is_dir():
        raise InputError(str(folder), "", "there is no such file or folder", f"give the folder with {looked_for}")
    found = {stem: sorted(folder.glob(f"{stem}_??.csv")) for stem in (*SKILLS, OCCUPATIONS, RELATIONS, BROADER)}
    languages = {path.stem[-2:] for paths in found.values() for path in paths}
    if "en" not in languages and len(languages) > 1:
        raise InputError(str(folder), "", f"there are files in several languages ({', '.join(sorted(languages))})", "give a folder with one of them")
    language = "en" if "en" in languages else "".join(languages)
    files = {stem: path for stem, paths in found.items() for path in paths if path.stem.endswith(f"_{language}")}
    if not set(SKILLS) & set(files):
        raise InputError(str(folder), "", f"there is no {looked_for} in it", "give the folder of ESCO's download in CSV")
    return files


def _read_broader(files: dict[str, Path]) -> dict[str, list[str]]:
    """Wider skills by skill; groups of skills are left aside, since names like "skills" or "languages" stand in any text."""
    broader: dict[str, list[str]] = defaultdict(list)
    if BROADER in files:
        for row in read_rows(files[BROADER], ("conceptUri", "broaderType", "broaderUri")):
            if row["broaderType"] == "KnowledgeSkillCompetence":
                broader[row["conceptUri"]].append(row["broaderUri"])
    return broader


def _concept(row: Row, stem: str, broader: dict[str, list[str]]) -> Concept:
    label, uri = clean(row["preferredLabel"]), clean(row["conceptUri"])
    bare, _, brackets = label.rstrip(")").partition(" (")
    kind = _kind(row, label, stem)
    named = kind is Kind.TOOL and bool(brackets)
    return Concept(
        external_id=uri,
        label=label,
        kind=kind,
        aliases=split_labels(row["altLabels"]),
        broader=tuple(dict.fromkeys([*broader.get(uri, ()), *split_labels(row.get("broaderConceptUri", ""))])),
        short=(bare,) if named else (),
        hints=tuple(word for word in re.findall(r"\w+", brackets.casefold()) if len(word) > 3) if named else (),
    )


def _kind(row: Row, label: str, stem: str) -> Kind:
    if stem == LANGUAGES:
        return Kind.HUMAN_LANGUAGE
    if stem == TRANSVERSAL or row["reuseLevel"] == "transversal":
        return Kind.TRANSVERSAL
    if row["skillType"] != "knowledge":
        return Kind.TASK
    if stem != DIGITAL:
        return Kind.DOMAIN
    return Kind.TOOL if _is_name(label) else Kind.METHOD


def _is_name(label: str) -> bool:
    """Whether a label is the proper name of a product ("SQL Server", "iOS"), not of a method ("ICT encryption"); what it is stands in brackets ("Salt (tools for …)")."""
    return label.endswith(")") or all(re.search(r"[A-Z]", word) for word in label.split())


def _joined(earlier: Concept, later: Concept, stem: str) -> Concept:
    """One concept of two files: the collections of digital, language and transversal skills say what kind it is."""
    chosen = later if stem in (DIGITAL, LANGUAGES, TRANSVERSAL) else earlier
    aliases = tuple(dict.fromkeys([*earlier.aliases, *later.aliases]))
    return chosen.model_copy(update={"aliases": aliases, "broader": tuple(dict.fromkeys([*earlier.broader, *later.broader]))})


def _read_occupations(files: dict[str, Path], concepts: dict[str, Concept], dates: set[str], notes: list[str]) -> list[Occupation]:
    """Occupations with the skills that they ask for; without the file that says which, none."""
    if OCCUPATIONS not in files or RELATIONS not in files:
        missing = [stem for stem in (OCCUPATIONS, RELATIONS) if stem not in files]
        notes.append(f"no occupations: there is no {' and no '.join(f'{stem}_*.csv' for stem in missing)}")
        return []
    asked: dict[tuple[str, str], list[str]] = defaultdict(list)
    unknown = 0
    for row in read_rows(files[RELATIONS], ("occupationUri", "relationType", "skillUri")):
        if row["skillUri"] in concepts:
            asked[row["occupationUri"], row["relationType"]].append(row["skillUri"])
        else:
            unknown += 1
    if unknown:
        notes.append(f"{unknown:,} links of occupations are to skills that are not in the files")
    occupations = []
    for row in read_rows(files[OCCUPATIONS], ("conceptUri", "preferredLabel", "altLabels", "status")):
        if row["status"] == "released":
            dates.add(row.get("modifiedDate", "")[:10])
            uri = clean(row["conceptUri"])
            essential, optional = (tuple(dict.fromkeys(asked[uri, relation])) for relation in ("essential", "optional"))
            title, aliases = clean(row["preferredLabel"]), split_labels(row["altLabels"])
            occupations.append(Occupation(external_id=uri, title=title, aliases=aliases, essential=essential, optional=optional))
    return occupations
