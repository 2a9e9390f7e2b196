"""How well are gaps found on the labelled pairs beside the project (../shared/gap_pairs), from the structured files?"""

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from subprocess import run
from typing import Any

from gapwriter import Settings, analyze
from gapwriter.gap import Analysis
from gapwriter.requirement import Relation, Requirement

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "gap_pairs"
SETTINGS = Settings(as_of=date(2026, 11, 1))
FORMS = {"structured": ("resume.json", "role.yaml"), "text": ("resume.txt", "job.txt")}


def measure() -> dict[str, Any]:
    if not FOLDER.is_dir():
        return {"skipped": "the labelled pairs are not here"}
    return {form: score(*names) for form, names in FORMS.items()}


def score(resume: str, role: str) -> dict[str, Any]:
    """The figures of the set's own scorer, over the pairs that have both files."""
    folders = [path.parent for path in sorted(FOLDER.glob(f"*/*/{resume}")) if (path.parent / role).exists()]
    rows = [predict(folder.name, analyze(folder / resume, folder / role, SETTINGS)) for folder in folders]
    with tempfile.TemporaryDirectory() as place:
        chosen = Path(place)
        for folder in folders:
            (chosen / "dev").mkdir(exist_ok=True)
            (chosen / "dev" / folder.name).mkdir()
            (chosen / "dev" / folder.name / "gold.json").write_bytes((folder / "gold.json").read_bytes())
        (chosen / "score.py").write_bytes((FOLDER / "score.py").read_bytes())
        (chosen / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
        answer = run([sys.executable, chosen / "score.py", chosen / "rows.jsonl", "--json"], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(answer.stdout)["ALL"]
    return figures


def predict(pair: str, analysis: Analysis) -> dict[str, Any]:
    missing = {f"missing_{relation}": [_named(gap.requirement) for gap in analysis.gaps_of(relation)] for relation in Relation}
    return {
        "pair": pair,
        **missing,
        "met": [_named(match.requirement) for match in analysis.matches if match.status == "met"],
        "total_months": analysis.experience.months,
        "leadership_shown": bool(analysis.experience.leadership.shown),
    }


def _named(requirement: Requirement) -> str:
    """A requirement in the words of the role; of a choice the first member, whose spelling the scorer takes for the whole."""
    return requirement.options[0].asked


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
