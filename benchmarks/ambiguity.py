"""Of words that name a skill in one sentence and none in another, how many are read right?"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from gapwriter import read_catalog
from gapwriter.mention import Lexicon, find_mentions

DATA = Path(__file__).parent / "data" / "ambiguous_mentions.jsonl"


def measure() -> dict[str, Any]:
    lexicon = Lexicon(read_catalog())
    right, found, wanted, wrong = 0, 0, 0, []
    rows = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    for row in rows:
        named = named_at(row, lexicon)
        found += named
        wanted += row["skill"] is not None
        right += named and row["skill"] is not None
        if named != (row["skill"] is not None):
            wrong.append(f"{row['term']} ({'taken for a skill' if named else 'overlooked'}): {row['text']}")
    return {"sentences": len(rows), "precision": round(right / max(1, found), 4), "recall": round(right / max(1, wanted), 4), "wrong": wrong}


def named_at(row: dict[str, Any], lexicon: Lexicon) -> bool:
    """Whether a skill is found at the term; where it names none, a longer phrase around it ("led teams") is another matter."""
    found = re.search(rf"(?<!\w){re.escape(row['term'])}(?!\w)", row["text"])
    assert found, row
    start, end = found.span()
    mentions = find_mentions(row["text"], lexicon, as_of=date(2026, 11, 1))
    if row["skill"] is None:
        return any((mention.start, mention.end) == (start, end) for mention in mentions)
    return any(mention.start < end and start < mention.end for mention in mentions)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1, ensure_ascii=False))
