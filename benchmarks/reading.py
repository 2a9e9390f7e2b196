"""How many plain-text resumes of three kilobytes a second on one core, from text to evidence, beside a bare Aho-Corasick pass over the same bytes?

The texts are positions, summaries and skills of the project's own pairs, mixed into 400 different resumes of about 3,000 characters; the pass (pyahocorasick) looks for all names of the catalog in small letters.
"""

from __future__ import annotations

import itertools
import json
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import ahocorasick

from gapwriter import read_catalog, read_resume
from gapwriter.evidence import find_evidence

DATA = Path(__file__).parent / "data" / "pairs"
SIZE, MANY = 3000, 400
AS_OF = date(2026, 11, 1)


def texts() -> Iterator[str]:
    dice = random.Random(5)
    rows = [json.loads((folder / "resume.json").read_text("utf-8")) for folder in sorted(DATA.iterdir())]
    jobs = [job for row in rows for job in row.get("work", ())]
    for _ in range(MANY):
        row = dice.choice(rows)
        lines = [row["basics"]["name"], "", row["basics"].get("summary", ""), "", "Experience"]
        skills = [word for group in row.get("skills", ()) for word in group.get("keywords", ()) or [group.get("name", "")]]
        for year in itertools.count(2024, -2):
            job = dice.choice(jobs)
            lines += ["", f"{job.get('position', '')}, {job.get('name', '')}, {year - 2} - {year}", *(f"- {one}" for one in job.get("highlights", ()))]
            if sum(map(len, lines)) > SIZE - 300:
                break
        yield "\n".join([*lines, "", "Skills", ", ".join(skills)])


def measure() -> dict[str, Any]:
    catalog = read_catalog()
    automaton = ahocorasick.Automaton()
    for name in catalog.names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts()):
            paths.append(Path(folder) / f"{number}.txt")
            paths[-1].write_text(text, "utf-8")
        small = [path.read_text("utf-8").casefold() for path in paths]
        find_evidence(read_resume(paths[0]), catalog, AS_OF)
        start = time.process_time()
        found = sum(len(find_evidence(read_resume(path), catalog, AS_OF)) for path in paths)
        ours = time.process_time() - start
        start = time.process_time()
        hits = sum(1 for text in small for _ in automaton.iter(text))
        bare = time.process_time() - start
    size = sum(map(len, small)) / len(small)
    return {
        "resumes": len(paths),
        "characters": round(size),
        "evidence_found": found,
        "resumes_per_second": round(len(paths) / ours),
        "aho_corasick_per_second": round(len(paths) / bare),
        "aho_corasick_hits": hits,
        "times_as_long": round(ours / bare, 1),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
