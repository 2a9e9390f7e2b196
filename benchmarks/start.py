"""How much processor time do the import and one cold command take?"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

CASE = Path(__file__).resolve().parents[1] / "fixtures" / "cases" / "senior-ai-engineer"


def measure() -> dict[str, Any]:
    bare = best(["-c", "pass"])
    return {
        "python_seconds": bare,
        "import_gapwriter_seconds": best(["-c", "import gapwriter"]),
        "import_all_public_names_seconds": best(["-c", "from gapwriter import *"]),
        "facts_cold_seconds": best(["-m", "gapwriter.cli", "facts", str(CASE / "resume.json"), str(CASE / "role.yaml")]),
    }


def best(arguments: list[str], times: int = 7) -> float:
    """The least processor time (user and system, seconds) of some runs of the interpreter."""
    used = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return round(min(used), 3)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
