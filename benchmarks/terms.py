"""How many everyday terms, listed independently of the catalog, does it know?"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from gapwriter import read_catalog

DATA = Path(__file__).parent / "data" / "everyday_terms.tsv"
TECHNICAL = ("ai_data", "software", "cloud_security")


def measure() -> dict[str, Any]:
    catalog = read_catalog()
    rows = [tuple(line.split("\t")) for line in DATA.read_text("utf-8").splitlines() if line.strip()]
    unknown = [(field, term) for field, term in rows if not catalog.find_label(term)]
    total, missed = Counter(field for field, _ in rows), Counter(field for field, _ in unknown)
    return {
        "technical": _share(total, missed, [field for field in total if field in TECHNICAL]),
        "other": _share(total, missed, [field for field in total if field not in TECHNICAL]),
        "by_field": {field: _share(total, missed, [field]) for field in total},
        "unknown": [f"{field}: {term}" for field, term in unknown],
    }


def _share(total: Counter[str], missed: Counter[str], fields: list[str]) -> dict[str, float]:
    terms = sum(total[field] for field in fields)
    return {"terms": terms, "known": round(1 - sum(missed[field] for field in fields) / terms, 4)}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1, ensure_ascii=False))
