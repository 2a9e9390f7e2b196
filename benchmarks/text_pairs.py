"""How well are gaps found where resume and advertisement are plain text (`data/text_pairs`)?

Forty pairs in three sets: t1 and t2 as people write them, t3 in the manner of the labelled pairs beside the project. They were written without knowledge of the rules; each set was measured once before its misses were mended, and
README gives those figures. A choice ("A or B") is one unit, which any of its names stands for; an emerging gap under optional is not counted as wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from gapwriter import Settings, analyze
from gapwriter.errors import InputError
from gapwriter.requirement import Requirement

DATA = Path(__file__).parent / "data" / "text_pairs"
SETTINGS = Settings(as_of=date(2026, 11, 1))
LISTS = ("missing_essential", "missing_optional", "met")


def measure() -> dict[str, Any]:
    return {folder.name: _figures(sum((judge(pair) for pair in sorted(folder.iterdir())), Counter())) for folder in sorted(DATA.iterdir())}


def judge(folder: Path) -> Counter[str]:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    counts: Counter[str] = Counter(pairs=1, decoys=0)
    units = {_norm(name): unit["unit"] for unit in gold["units"] for name in unit["names"]}
    found: dict[str, set[str]] = {name: set() for name in LISTS}
    try:
        analysis = analyze(folder / "resume.txt", folder / "job.txt", SETTINGS)
    except InputError:
        return counts + Counter({f"{name} overlooked": len(gold[name]) for name in LISTS})
    for name, requirements in (
        ("missing_essential", [gap.requirement for gap in analysis.gaps_of("essential")]),
        ("missing_optional", [gap.requirement for gap in analysis.gaps_of("optional")]),
        ("met", [match.requirement for match in analysis.matches if match.status == "met"]),
    ):
        found[name] = {_unit(requirement, units) for requirement in requirements}
    found["missing_optional"] -= set(gold["missing_emerging"])
    for name in LISTS:
        counts.update(_compare(name, found[name], set(gold[name])))
    gaps = (set(gold["missing_essential"]) | set(gold["missing_optional"]), found["missing_essential"] | found["missing_optional"])
    counts.update(_compare("gap", gaps[1], gaps[0]))
    everything = {name for names in found.values() for name in names}
    counts["decoys"] = len({_norm(name) for name in gold["decoys"]} & {name.removeprefix("?") for name in everything})
    counts["months"] = abs((analysis.experience.months or -9) - gold["months"]) <= 1
    counts["leadership"] = bool(analysis.experience.leadership.shown) == gold["leadership"]
    counts["quotes"] = all(one.requirement.quote in (folder / "job.txt").read_text("utf-8") for one in analysis.matches)
    return counts


def _unit(requirement: Requirement, units: dict[str, str]) -> str:
    """The unit that a requirement is, by the first of its names that is one; else its own name, marked."""
    names = [_norm(option.asked) for option in requirement.options]
    return next((units[name] for name in names if name in units), f"?{names[0]}")


def _compare(name: str, ours: set[str], theirs: set[str]) -> Counter[str]:
    return Counter({f"{name} right": len(ours & theirs), f"{name} wrong": len(ours - theirs), f"{name} overlooked": len(theirs - ours)})


def _norm(text: str) -> str:
    return " ".join(re.sub(r"[^\w+#.&']", " ", text.casefold().replace("’", "'")).split()).strip(" .")


def _figures(counts: Counter[str]) -> dict[str, Any]:
    def f1(name: str) -> float:
        right, wrong, overlooked = (counts[f"{name} {kind}"] for kind in ("right", "wrong", "overlooked"))
        return round(2 * right / max(1, 2 * right + wrong + overlooked), 3)

    pairs = counts["pairs"]
    return {
        "pairs": pairs,
        **{f"{name}_f1": f1(name) for name in (*LISTS, "gap")},
        **{name: f"{counts[name]} of {pairs}" for name in ("months", "leadership", "quotes")},
        "decoys_reported": counts["decoys"],
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
