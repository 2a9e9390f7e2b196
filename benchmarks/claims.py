"""How well the checker reads: items in the format of benchmarks/data/claims; `python -m benchmarks.claims [ITEMS CASES]` prints the figures as JSON."""

from __future__ import annotations

from typing import Any

from gapwriter.cast import Cast
from gapwriter.checker import Checker
from gapwriter.fact import Fact, Facts

_RELATION = {"core": "essential", "preferred": "optional"}
_CHECKERS: dict[int, tuple[Any, Checker]] = {}


def facts_of(case: dict[str, Any]) -> Facts:
    """The facts of a case in the kinds of fact of the project."""
    candidate, role, computed = case["candidate"], case["role"], case["computed"]
    aliases, facts = case.get("aliases", {}), []

    def add(dotted: str, about: str | None = None, fact_id: str = "", /, **value: Any) -> None:
        fact_id = fact_id or dotted + (f".{about}" if about else "")
        if about in aliases:
            value["names"] = list(aliases[about])
        facts.append(Fact(id=fact_id, kind=dotted, about=(about,) if about else (), value=value, text=f"{dotted}: {about or value}", source="case"))

    add("subject")
    if candidate["pronouns"]:
        add("pronouns", pronouns=candidate["pronouns"])
    for tier, relation in _RELATION.items():
        add(f"count.{relation}", met=computed[f"{tier}_met"], of=computed[f"{tier}_total"])
    months = round(candidate["years_experience"] * 12)
    add("experience.years", months=months)
    add("experience.leadership", shown=candidate["leadership_experience"])
    if role["min_years"]:
        required = round(role["min_years"] * 12)
        add("gate.years", required=required, shown=months, short=max(0, required - months), status="pass" if months >= required else "fail")
    if role["leadership_required"]:
        add("gate.leadership", status="pass" if candidate["leadership_experience"] else "fail")
    held = {skill["name"] for skill in candidate["skills"]}
    for skill in candidate["skills"]:
        level = skill["level"]
        add("skill.asked", skill["name"], f"skill.{skill['name']}", level="expert" if level == "native" else level, level_words=level, kind="tool")
    for requirement in role["requirements"]:
        relation = _RELATION[requirement["tier"]]
        add(f"requirement.{relation}", requirement["skill"], relation=relation, kind="tool", status="met" if requirement["skill"] in held else "missing")
        if requirement["skill"] not in held:
            add(f"gap.{relation}", requirement["skill"], kind="missing")
    for one in candidate["certifications"]:
        add("skill.extra", _title(one), kind="credential")
    for one in role["certifications"]:
        tier = _RELATION.get(one.get("tier", "core"), "essential") if isinstance(one, dict) else "essential"
        add("gate.licence", _title(one), status="pass" if _title(one) in map(_title, candidate["certifications"]) else "unknown", kind="licence", relation=tier)
    if candidate["education"]:
        add("education", candidate["education"])
    for project in candidate["projects"]:
        add("project", project)
    week = 0
    for step in case["roadmap"]:
        add("step.gap", step["skill"], order=step["order"], weeks=step["weeks"], first=week + 1, last=week + step["weeks"])
        week += step["weeks"]
    for one in case["catalogue"]:
        value = {"title": one["title"], "provider": one["provider"], "access": one["price"], "amount": one["amount"], "low": one["hours"], "high": one["hours"]}
        add("resource.record", one["skill"], f"resource.{one['id']}", **value)
    names = {"CANDIDATE": candidate["name"], "CANDIDATE_SHORT": candidate["first_name"], "ROLE": role["title"], "COMPANY": role.get("company") or ""}
    names |= {f"EMPLOYER_{number}": name for number, name in enumerate(candidate["employers"], 1)} | {"TITLE_1": candidate["current_title"]}
    return Facts(facts=tuple(facts), cast=Cast(names={key: name for key, name in names.items() if name}))


def _title(one: Any) -> str:
    return one["name"] if isinstance(one, dict) else one


def check_item(item: dict[str, Any], case: dict[str, Any]) -> list[tuple[str, tuple[int, int] | None]]:
    """The faults of an item, the gravest first, as (kind, span) pairs: `item["text"]` and `item["section"]` alone are read."""
    if id(case) not in _CHECKERS:
        _CHECKERS[id(case)] = (case, Checker(facts_of(case)))
    section = None if item["section"] in ("FULL_REPORT", "MULTI") else item["section"]
    return [(finding.kind, finding.span) for finding in _CHECKERS[id(case)][1].check(item["text"], section)]
