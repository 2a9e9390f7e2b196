"""How many comparisons and reports a second on one core, beside a bare set difference on the same lists?"""

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from gapwriter import Settings, analyze, read_catalog, read_resume, read_role, write_report

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
SETTINGS = Settings(as_of=date(2026, 11, 1))
LISTS = (
    ["Python", "SQL", "Docker", "Git", "pandas", "Airflow", "Excel", "Tableau", "AWS", "Linux"],
    ["Python", "Kubernetes", "Go", "SQL", "Terraform", "AWS", "Kafka", "dbt"],
)


def measure() -> dict[str, Any]:
    catalog = read_catalog()
    held, asked = LISTS
    resume = read_resume(
        {"basics": {"name": "Ada Brink"}, "skills": [{"name": "Skills", "keywords": held}], "work": [{"position": "Engineer", "startDate": "2020-01"}]}
    )
    role = read_role({"title": "Platform Engineer", "essential": asked[:5], "optional": asked[5:]}, catalog)
    pairs = [(read_resume(case / "resume.json"), read_role(case / "role.yaml", catalog)) for case in sorted(CASES.iterdir())]
    difference = rate(lambda _: set(asked) - set(held), 200_000)
    lists = rate(lambda _: analyze(resume, role, SETTINGS, catalog), 4000)
    return {
        "set_difference_per_second": difference,
        "analyses_of_lists_per_second": lists,
        "set_difference_to_analysis": round(difference / lists),
        "analyses_of_cases_per_second": rate(lambda n: analyze(*pairs[n % len(pairs)], SETTINGS, catalog), 600),
        "reports_markdown_per_second": rate(lambda n: write_report(*pairs[n % len(pairs)], settings=SETTINGS).render(), 400),
        "reports_json_per_second": rate(lambda n: write_report(*pairs[n % len(pairs)], settings=SETTINGS).render("json"), 400),
    }


def rate(work: Callable[[int], Any], times: int) -> int:
    """Calls a second of processor time, after one call to warm up."""
    work(0)
    start = time.process_time()
    for number in range(times):
        work(number)
    return round(times / (time.process_time() - start))


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
