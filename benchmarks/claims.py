"""How well the checker reads: `python -m benchmarks.claims [ITEMS CASES]` measures items in the format of benchmarks/data/claims (its README tells it), the project's
own sets without arguments, and prints the figures as JSON. `check_item(item, case)` is for other scorers."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from gapwriter.cast import Cast
from gapwriter.checker import Checker
from gapwriter.fact import Fact, Facts

DATA = Path(__file__).parent / "data" / "claims"
SEVERE = frozenset(
    (
        "contradiction_internal contradiction_facts gap_as_strength strength_as_gap hedged_overclaim invented_skill invented_credential invented_history invented_requirement wrong_years wrong_number wrong_tier "
        "omitted_core_gap omitted_requirement gap_without_roadmap_step resource_not_in_catalogue wrong_price unsupported_pronoun unsupported_demographic other_candidate_name wrong_title_or_role injection_leak artifact_leak"
    ).split()
)
"""Classes by which a person is judged wrongly, or a reader misled, most."""

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


Spans = list[tuple[str, tuple[int, int] | None]]


def load(items: Path, cases: Path) -> list[dict[str, Any]]:
    """Labelled items, each with its case under "facts"."""
    facts = json.loads(cases.read_text("utf-8"))
    rows = [json.loads(line) for line in items.read_text("utf-8").splitlines() if line.strip()]
    return [row | {"facts": row.get("facts") or facts[row["case_id"]]} for row in rows]


def score(items: Iterable[dict[str, Any]], check: Callable[[dict[str, Any], dict[str, Any]], Spans] = check_item) -> dict[str, Any]:
    """The figures of a checker: shares between 0 and 1, milliseconds an item. The first two findings count for class and span; a span much longer than the
    fault (more than 140 characters and twice its length) does not."""
    total, found, typed, spans, spotted = Counter[str](), Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    alarms, kinds = Counter[str](), Counter[str]()
    hard: dict[str, list[bool]] = defaultdict(list)
    pairs: dict[str, dict[str, bool]] = defaultdict(dict)
    rows, seconds = list(items), 0.0
    for item in rows:
        start = time.process_time()
        faults = check({"text": item["text"], "section": item["section"]}, item["facts"])
        seconds += time.process_time() - start
        flagged, kind, gold = bool(faults), item["error_class"], item["error_span"]
        if item["label"] == "faithful":
            for name in ("all", *(item["phenomena"] or ["plain"])):
                kinds[name] += 1
                alarms[name] += flagged
        else:
            total[kind] += 1
            found[kind] += flagged
            typed[kind] += any(one == kind for one, _ in faults[:2])
            if gold:
                spans[kind] += 1
                spotted[kind] += any(
                    span and span[0] < gold[1] and gold[0] < span[1] and span[1] - span[0] <= max(140, 2 * (gold[1] - gold[0])) for _, span in faults[:2]
                )
        if item["pair_id"]:
            pairs[item["pair_id"]][item["label"]] = flagged
        if "hard" in item["phenomena"]:
            hard[item["label"]].append(flagged)
    both = [pair for pair in pairs.values() if len(pair) == 2]
    recall = {kind: found[kind] / total[kind] for kind in sorted(total)}
    severe = {kind: share for kind, share in recall.items() if kind in SEVERE}
    return {
        "items": len(rows),
        "macro_recall": _mean(recall.values()),
        "severe_recall": _mean(severe.values()),
        "worst_severe": min(((share, kind) for kind, share in severe.items()), default=None),
        "typed_recall": _share(typed.total(), total.total()),
        "span_overlap": _share(spotted.total(), spans.total()),
        "false_alarms": _share(alarms["all"], kinds["all"]),
        "pair_accuracy": _share(sum(pair["error"] and not pair["faithful"] for pair in both), len(both)),
        "hard_recall": _share(sum(hard["error"]), len(hard["error"])),
        "hard_false_alarms": _share(sum(hard["faithful"]), len(hard["faithful"])),
        "ms_per_item": 1000 * seconds / len(rows) if rows else None,
        "recall": recall,
        "alarms_by_phenomenon": {name: _share(alarms[name], kinds[name]) for name in sorted(kinds)},
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: Iterable[float]) -> float | None:
    rows = list(values)
    return sum(rows) / len(rows) if rows else None


def measure() -> dict[str, Any]:
    """The figures of each set of the project, and of all of them together."""
    sets = {folder.name: load(folder / "items.jsonl", folder / "cases.json") for folder in sorted(DATA.iterdir()) if folder.is_dir()}
    figures = {name: {key: value for key, value in score(rows).items() if key not in ("recall", "alarms_by_phenomenon")} for name, rows in sets.items()}
    return {**figures, "all": score(row for rows in sets.values() for row in rows)}


def main(arguments: list[str]) -> int:
    if len(arguments) not in (0, 2):
        print("usage: python -m benchmarks.claims [ITEMS CASES]", file=sys.stderr)
        return 2
    figures = score(load(Path(arguments[0]), Path(arguments[1]))) if arguments else measure()
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
