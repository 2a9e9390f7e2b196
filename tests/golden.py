"""`python -m tests.golden` writes `facts.json` and `report.md` of every case; read the diff before you commit it."""

import json
from pathlib import Path

from gapwriter import plugins, write_report
from gapwriter.settings import Settings

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
SETTINGS = Settings.model_validate({"as_of": "2026-11-01"})


def golden(case: Path) -> dict[str, str]:
    """The texts of the golden files by name."""
    report = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS)
    facts = plugins.load("formats", "json").facts_data(report)
    return {"facts.json": json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "report.md": report.render()}


if __name__ == "__main__":
    for case in sorted(CASES.iterdir()):
        for name, text in golden(case).items():
            (case / name).write_text(text, "utf-8")
