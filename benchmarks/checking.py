"""How fast are reports checked? Against writing them (Markdown, from the same analyses), in the same run on one core."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gapwriter import write_report
from gapwriter.checker import Checker

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"


def _rate(work: Callable[[], object], seconds: float = 3.0) -> float:
    """Runs a second of processor time."""
    work()
    start, runs = time.process_time(), 0
    while time.process_time() - start < seconds:
        work()
        runs += 1
    return runs / (time.process_time() - start)


def measure() -> dict[str, Any]:
    pairs = [(next(case.glob("resume.*")), next(case.glob("role.*"))) for case in sorted(CASES.iterdir())]
    reports = [write_report(*pair) for pair in pairs]
    texts = [(report.facts, report.render()) for report in reports]
    checked = _rate(lambda: [Checker(facts).check(text) for facts, text in texts]) * len(texts)
    strict = _rate(lambda: [Checker(facts).check(text, strict=True) for facts, text in texts]) * len(texts)
    written = _rate(lambda: [write_report(*pair).render() for pair in pairs]) * len(texts)
    return {
        "reports": len(texts),
        "characters_a_report": round(sum(len(text) for _, text in texts) / len(texts)),
        "checked_a_second": round(checked, 1),
        "strictly_checked_a_second": round(strict, 1),
        "written_a_second": round(written, 1),
        "written_for_each_checked": round(written / checked, 2),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
