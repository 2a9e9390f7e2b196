"""What does a report cost in each format, in processor time, and what would WeasyPrint take for the pages that typst sets?

Each report is written once, with a name that no report before had: what is drawn a second time costs next to nothing.
"""

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from gapwriter import Settings, plugins, write_report
from gapwriter.formats import pdf
from gapwriter.report import Report
from gapwriter.theme import read_theme

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
SETTINGS = Settings(as_of=date(2026, 11, 1))
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def reports(mark: str) -> list[Report]:
    """The cases, each about a person whose name is new."""
    made = []
    for case in sorted(CASES.iterdir()):
        resume = json.loads((case / "resume.json").read_text("utf-8"))
        resume["basics"]["name"] = f"Noor {mark.title()} Halvorsen"
        made.append(write_report(resume, case / "role.yaml", settings=SETTINGS))
    return made


def measure() -> dict[str, Any]:
    theme = read_theme()
    times = {}
    for name in plugins.names("formats"):
        render = plugins.load("formats", name).render
        times[name] = milliseconds(lambda report, render=render: render(report, theme), name)
    html = plugins.load("formats", "html").render
    weasyprint = milliseconds(lambda report: pdf._print_html(html(report, theme), theme.light), "weasyprint", rounds=1)
    return {
        "cpu_ms_per_report": {name: round(mean, 1) for name, (mean, _) in times.items()},
        "cpu_ms_of_the_costliest_case": {name: round(most, 1) for name, (_, most) in times.items()},
        "weasyprint_cpu_ms_per_report": round(weasyprint[0]),
        "weasyprint_to_typst": round(weasyprint[0] / times["pdf"][0], 1),
    }


def milliseconds(work: Callable[[Report], Any], mark: str, rounds: int = 3) -> tuple[float, float]:
    """The mean over the cases and the most that one takes, of the best of some rounds, after one case to warm up."""
    work(reports(mark)[0])
    best: list[list[float]] = []
    for number in range(rounds):
        spent = []
        for report in reports(f"{mark}{LETTERS[number] * 2}"):
            start = time.process_time()
            work(report)
            spent.append(1000 * (time.process_time() - start))
        best.append(spent)
    least = [min(each) for each in zip(*best, strict=True)]
    return sum(least) / len(least), max(least)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
