"""Do the same facts and the same report come out over processes, hash seeds and locales?"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"
LOCALES = ("C", "C.UTF-8", "POSIX", "en_US.UTF-8", "de_DE.UTF-8")


def measure(runs: int = 20) -> dict[str, Any]:
    case = CASES / "senior-ai-engineer"
    digests = {command: {digest(command, case, seed) for seed in range(runs)} for command in ("facts", "report")}
    return {"runs": runs, **{f"{command}_digests": len(found) for command, found in digests.items()}}


def digest(command: str, case: Path, seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "LC_ALL": LOCALES[seed % len(LOCALES)], "TZ": ("UTC", "Asia/Tokyo", "America/Lima")[seed % 3]}
    arguments = [sys.executable, "-m", "gapwriter.cli", command, str(case / "resume.json"), str(case / "role.yaml"), "--as-of", "2026-11-01"]
    return hashlib.sha256(subprocess.run(arguments, env=environment, capture_output=True, check=True).stdout).hexdigest()


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
