"""`python -m tests.golden` writes `facts.json` and the reports of every case; read the diff before you commit it."""

import json
from pathlib import Path

from gapwriter import plugins, write_report
from gapwriter.settings import Settings

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
TOLD_TWICE = ("icu-nurse-expired-acls", "senior-ai-engineer")
FURTHER = {"de": {"language": "de"}, "candidate": {"audience": "candidate"}, "questions": {"sections": "interview_questions"}}
"""Two cases are also told in German, to the candidate, and as questions for an interview."""
SETTINGS = Settings.model_validate({"as_of": "2026-11-01"})


def golden(case: Path) -> dict[str, str]:
    """The texts of the golden files by name."""
    report = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS)
    facts = plugins.load("formats", "json").facts_data(report)
    texts = {"facts.json": json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "report.md": report.render()}
    for name, other in FURTHER.items() if case.name in TOLD_TWICE else ():
        texts[f"report.{name}.md"] = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS.model_copy(update=other)).render()
    return texts


if __name__ == "__main__":
    for case in sorted(CASES.iterdir()):
        for name, text in golden(case).items():
            (case / name).write_text(text, "utf-8")
