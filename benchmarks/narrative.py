"""Hand-written answers of every quality, put through the whole loop as if a model had given them: what is kept, and what of the planted faults goes out.

`python -m benchmarks.narrative` prints the figures of `benchmarks/data/narrative/*.jsonl`: sections written independently of the rules, about the cases of `fixtures/`.
A fault is found in a report by its canary, a piece of text that no true report of the case has; the checker does not judge itself. Revisions are answered with nothing.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from gapwriter import write_report
from gapwriter.backends.scripted import scripted
from gapwriter.prompt import read_sections
from gapwriter.report import Report
from gapwriter.settings import Settings

ROOT = Path(__file__).resolve().parent
CASES = ROOT.parent / "fixtures" / "cases"
DATA = ROOT / "data" / "narrative"
SETTINGS = Settings.model_validate({"as_of": "2026-11-01"})


def load(path: Path) -> list[tuple[str, dict[str, dict[str, Any]]]]:
    """The answers of a file, a report at a time: a case with its sections by title; a second answer for the same section begins another report."""
    reports: dict[tuple[str, int], dict[str, dict[str, Any]]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        turn = next(turn for turn in range(99) if row["section"] not in reports[row["case"], turn])
        reports[row["case"], turn][row["section"]] = row
    return [(case, sections) for (case, _), sections in reports.items() if sections]


def title_of(task: str) -> str:
    return next((section.title for section in read_sections() if f"Write the {section.title}" in task), "")


def write_case(case: str, answers: dict[str, str]) -> Report:
    """The report of a case by a model that gives these answers; sections without one are plain."""
    return write_report(
        CASES / case / "resume.json", CASES / case / "role.yaml", model=scripted(lambda system, task: answers.get(title_of(task), "")), settings=SETTINGS
    )


def measure_file(path: Path) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    kept: dict[str, list[float]] = defaultdict(list)
    left: list[str] = []
    for case, sections in load(path):
        report = write_case(case, {title: row["text"] for title, row in sections.items()})
        for section in report.sections:
            row = sections.get(section.title)
            if not row:
                continue
            text = " ".join([*(block.head for block in section.blocks), *(one.text for one in section.sentences)])
            bad = [report.cast.restore(fault["sentence"]) for fault in row["faults"]]
            counts["sentences"] += len(section.sentences)
            model = [one for one in section.sentences if one.origin != "plain"]
            counts["kept"] += len(model)
            kept[row["quality"]].append(len(model) / max(1, len(section.sentences)))
            counts["faults"] += len(row["faults"])
            for fault, sentence in zip(row["faults"], bad, strict=True):
                if report.cast.restore(fault["canary"]) in text and sentence in text:
                    left.append(f"{case}: {fault['canary']}")
            counts["untouched"] += untouched(row, report)
    figures: dict[str, Any] = {
        "sections": sum(map(len, kept.values())),
        "prose_kept": round(counts["kept"] / counts["sentences"], 3),
        "prose_kept_by_quality": {quality: round(sum(shares) / len(shares), 3) for quality, shares in kept.items()},
    }
    if counts["faults"]:
        figures |= {"faults": counts["faults"], "faults_delivered": left, "true_sentences_kept": round(counts["kept"] / max(1, counts["untouched"]), 3)}
    return figures


def untouched(row: dict[str, Any], report: Report) -> int:
    """How many sentences of an answer hold no planted fault."""
    from gapwriter.checker import Checker
    from gapwriter.manuscript import read_manuscript

    blocks = read_manuscript(row["text"], Checker(report.facts), row["section"] in ("Upskilling Roadmap", "Recommended Resources"))
    bad = " ".join(fault["sentence"] for fault in row["faults"])
    return sum(one.text not in bad for block in blocks for one in block.sentences)


def measure() -> dict[str, Any]:
    return {path.stem: measure_file(path) for path in sorted(DATA.glob("*.jsonl"))}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1, ensure_ascii=False))
