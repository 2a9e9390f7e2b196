"""How many pairs of a resume and a role, written independently of the rules, come out exactly right?"""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from gapwriter import GapwriterError, Settings, analyze

DATA = Path(__file__).parent / "data" / "adversarial_pairs.jsonl"
SETTINGS = Settings(as_of=date(2026, 11, 1))


def measure() -> dict[str, Any]:
    cases = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    wrong = {case["id"]: fault for case in cases if (fault := judge(case))}
    topics = Counter(case["topic"] for case in cases)
    return {"pairs": len(cases), "right": len(cases) - len(wrong), "share": round(1 - len(wrong) / len(cases), 4), "topics": len(topics), "wrong": wrong}


def judge(case: dict[str, Any]) -> str:
    """What differs, empty where nothing does; a resume in which nothing is found counts as meeting nothing."""
    try:
        matches = analyze(case["resume"], case["role"], SETTINGS).matches
    except GapwriterError as error:
        return "" if not case["met"] and "no known skill" in str(error) else str(error)
    met = {match.requirement.asked for match in matches if match.status == "met"}
    missing = {match.requirement.asked for match in matches if match.status != "met"}
    if met == set(case["met"]) and missing == set(case["missing"]):
        return ""
    return f"met {sorted(met)}, expected {sorted(case['met'])}"


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1, ensure_ascii=False))
