"""How does the checker, with its strict rules, judge what others wrote about the project's cases?

`data/small_model.jsonl`: sentences as SmolLM2-135M-Instruct (Q4_1) wrote them from the plain sentences of seven cases, labelled by one strict reader (`round` 1 zero-shot,
2 with two examples in the prompt); `data/bad_report.jsonl`: a report with the faults that such reports have, sentence by sentence. What a sentence leaves out is not counted.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from gapwriter import write_report
from gapwriter.checker import Checker

DATA = Path(__file__).parent / "data"
CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
LEFT_OUT = {"omitted_core_gap", "omitted_requirement", "gap_without_roadmap_step", "omitted_fact"}


@cache
def checker(case: str) -> Checker:
    folder = CASES / case
    return Checker(write_report(next(folder.glob("resume.*")), next(folder.glob("role.*"))).facts)


def judge(name: str, strict: bool) -> dict[str, str]:
    """For each label how many sentences were flagged."""
    counts: Counter[tuple[str, bool]] = Counter()
    for line in (DATA / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        found = [one for one in checker(row["case"]).check(row["text"], row["section"], strict) if one.kind not in LEFT_OUT]
        counts[row["label"], bool(found)] += 1
    labels = sorted({label for label, _ in counts})
    return {label: f"{counts[label, True]} of {counts[label, True] + counts[label, False]} flagged" for label in labels}


def measure() -> dict[str, Any]:
    return {name.removesuffix(".jsonl"): {"strict": judge(name, True), "plain": judge(name, False)} for name in ("bad_report.jsonl", "small_model.jsonl")}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
