"""Generated resumes and roles, from the labels of the built-in catalog; and a small catalog whose every link a test may rely on."""

from __future__ import annotations

import random
from typing import NamedTuple

from conftest import SETTINGS
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from gapwriter import analyze, read_catalog
from gapwriter.report import write_analysis
from gapwriter.skill import Catalog, Kind

CATALOG = read_catalog()

quick = hypothesis_settings(max_examples=40, deadline=None, derandomize=True, print_blob=True)
thorough = hypothesis_settings(max_examples=120, deadline=None, derandomize=True, print_blob=True)


def _plain(skill):
    """Skills whose label is their own and fits a list of skills; languages and credentials have tests of their own."""
    return (
        skill.kind not in (Kind.HUMAN_LANGUAGE, Kind.CREDENTIAL, Kind.LICENCE)
        and len(skill.label.split()) <= 6
        and all(_is_own(name.label, skill.id) for name in [next(skill.names)])
    )


def _is_own(label, skill_id):
    found = CATALOG.find_label(label)
    return found is not None and found.skill_id == skill_id


SKILLS = sorted((skill.id for skill in random.Random(7).sample(list(CATALOG), 1500) if _plain(skill)), key=str)
LINKED = sorted(
    {one for skill_id in SKILLS for one in (skill_id, *CATALOG.implied(skill_id), *CATALOG[skill_id].requires) if one in CATALOG and _plain(CATALOG[one])}
)
"""The sample, with what its skills imply and build on, so that links occur in generated pairs."""

UNKNOWN = (
    "zorbing desk",
    "Quillfish 9",
    "glim writing",
    "Vantor",
    "Vantor Plus",
    "oblate sorting",
    "perlin tending",
    "Hask-9 control",
    "mirk setting",
    "fenwright rules",
)
"""Labels that no catalog knows."""


def label(skill_id):
    return CATALOG[skill_id].label


class Pair(NamedTuple):
    """A resume and a role, as mappings, with the ids behind them."""

    resume: dict
    role: dict
    held: tuple[str, ...]
    asked: tuple[str, ...]


LEVELS = ("beginner", "intermediate", "advanced", "expert")


@st.composite
def pairs(draw, unknown=True, levels=True, most=14):
    """A resume that lists some skills and a role that asks for some, partly the same; levels, any-of groups, unknown labels, conditions."""
    base = draw(st.lists(st.sampled_from(LINKED), min_size=4, max_size=most, unique=True))
    near = [one for skill_id in base for one in (*CATALOG.implied(skill_id), *CATALOG[skill_id].requires) if one in CATALOG and _plain(CATALOG[one])]
    pool = sorted({*base, *near})
    held = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=8, unique=True))
    asked = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=most, unique=True))
    role = {"title": "Keeper of the Plan", "company": draw(st.sampled_from(["", "Lindvik & Co."])), "essential": [], "optional": [], "emerging": []}
    for skill_id in asked:
        relation = draw(st.sampled_from(("essential", "essential", "optional", "emerging")))
        entry = {"skill": label(skill_id)}
        if levels and draw(st.integers(0, 4)) == 0:
            entry["proficiency"] = draw(st.sampled_from(LEVELS[:3]))
        role[relation].append(entry)
    if draw(st.booleans()) and len(pool) > len(asked) + 1:
        free = [one for one in pool if one not in asked][:2]
        if len(free) == 2:
            role["essential"].append({"any_of": [label(one) for one in free]})
    if unknown:
        role["optional"] += draw(st.lists(st.sampled_from(UNKNOWN), max_size=3, unique=True))
    role["experience"] = {"years": draw(st.one_of(st.none(), st.integers(0, 12))), "leadership": draw(st.booleans()), "architecture": draw(st.booleans())}
    return Pair(draw(resumes(held, levels)), {key: value for key, value in role.items() if value}, tuple(held), tuple(asked))


@st.composite
def resumes(draw, held, levels=True):
    level = draw(st.sampled_from(("", *LEVELS))) if levels else ""
    work = []
    if draw(st.booleans()):
        start = draw(st.integers(2005, 2025))
        used = draw(st.lists(st.sampled_from(held), max_size=2, unique=True))
        work.append(
            {
                "name": "Kvistad Holding",
                "position": draw(st.sampled_from(["Clerk", "Store Manager", "Software Architect", ""])),
                "startDate": f"{start}-{draw(st.integers(1, 12)):02d}",
                "endDate": draw(st.sampled_from(["", f"{start + 1}-12"])),
                "highlights": [f"Daily work: {label(one)}." for one in used],
            }
        )
    return {"basics": {"name": "Noor Halvorsen"}, "work": work, "skills": [{"name": "", "level": level, "keywords": [label(one) for one in held]}]}


def analysis_of(pair, **changes):
    return analyze(pair.resume, pair.role, SETTINGS.model_copy(update=changes), CATALOG)


def report_from(pair, **changes):
    settings = SETTINGS.model_copy(update=changes)
    return write_analysis(analyze(pair.resume, pair.role, settings, CATALOG), settings, CATALOG)


def with_skill(resume, name):
    """The resume with one more entry in its list of skills."""
    return {**resume, "skills": [*resume["skills"], {"name": "", "keywords": [name]}]}


# --- a small catalog ----------------------------------------------------------------------------------------------------------------


def _skill(id, label, kind="tool", **more):
    hours = {} if kind in ("licence",) or more.pop("formal", False) else {"hours": {"beginner": 10, "intermediate": 40, "advanced": 100}}
    return {"id": id, "label": label, "kind": kind, "proof": f"a written record of {label} that another person has checked", **hours, **more}


def _resource(id, title, skills, **more):
    base = {"provider": "Hask Press", "url": "https://example.org/" + id, "kind": "book", "level": "beginner", "hours": [5, 10], "language": "en"}
    return {"id": id, "title": title, "skills": skills, **base, "access": "free", "certificate": False, "checked_on": None, "checked_against": None, **more}


SMALL = Catalog(
    {
        "skills": [
            _skill("weaving", "weaving", "domain", aliases=["cloth making"]),
            _skill("loomwork", "loomwork", "task", aliases=["loom operation"], implies={"weaving": "strong"}, related=["knotwork"]),
            _skill("jacquard", "Jacquard", implies={"loomwork": "strong", "patterning": "usual"}, requires=["loomwork", "patterning"]),
            _skill("patterning", "patterning", "method", requires=["sketching"]),
            _skill("sketching", "sketching", "method"),
            _skill("knotwork", "knotwork", "task"),
            _skill("dyeing", "dyeing", "task", requires=["sketching"], related=["knotwork"]),
            _skill("oldnorse", "Old Norse", "human-language"),
            _skill("guildpass", "guild pass", "licence"),
            _skill("weaver-certificate", "weaver certificate", "credential", implies={"weaving": "usual"}),
            _skill("bachelors-degree", "bachelor's degree", "credential", formal=True),
            _skill("masters-degree", "master's degree", "credential", formal=True, implies={"bachelors-degree": "strong"}),
        ],
        "roles": [],
        "resources": [
            _resource("b-cloth", "Bringing Cloth to Market", ["weaving"]),
            _resource("a-cloth", "A Cloth Primer", ["weaving"], access="subscription", checked_on="2026-08-31", checked_against="its page"),
            _resource("c-cloth", "Cloth for All", ["weaving"], checked_on="2026-08-31", checked_against="its page"),
            _resource("d-cloth", "Drawing and Cloth", ["sketching", "weaving"], checked_on="2026-08-31", checked_against="its page"),
            _resource("guild", "Guild Register", ["guildpass"], kind="register", access="exam_fee"),
        ],
    }
)


def small(resume, role, **changes):
    """The analysis of two mappings against the small catalog."""
    return analyze(resume, role, SETTINGS.model_copy(update=changes), SMALL)


def small_report(resume, role, **changes):
    settings = SETTINGS.model_copy(update=changes)
    return write_analysis(analyze(resume, role, settings, SMALL), settings, SMALL)


def asking(*essential, **more):
    return {"title": "Master Weaver", "essential": list(essential), **more}
