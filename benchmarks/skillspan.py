"""Of the knowledge that people marked in real postings, how much does the catalog's dictionary find alone?

Needs `../shared/data/skillspan` (Zhang et al. 2022, MIT): strict is the exact span, overlap any word in common. No word is learned from the data; two rules say which names the annotators would call
knowledge that is asked for: none in the title of a job, and a field or a degree only where the sentence asks or is a list of names ("insurance" among the benefits is none).
`python -m benchmarks.skillspan [PART …]` (dev and train).
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from gapwriter import read_catalog
from gapwriter.mention import Lexicon, find_mentions
from gapwriter.skill import Kind
from gapwriter.words import fold_words

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "skillspan"
KNOWLEDGE = (Kind.TOOL, Kind.LANGUAGE, Kind.METHOD, Kind.DOMAIN, Kind.CREDENTIAL, Kind.HUMAN_LANGUAGE, Kind.LICENCE)
"""Kinds that the annotators call knowledge; what one does (tasks, transversal skills) they mark as skills."""
Span = tuple[int, int]
_JOB = r"\b(?:developer|engineer|architect|consultant|administrator|analyst|manager|specialist|lead|scientist|officer|professor|programmer|intern|assistant|director|designer|tester|fellow|student)s?\b"
_OF_A_JOB = re.compile(rf"\s*(?:{_JOB}|(?:expert|team|department|company|industry|sector)s?\b)", re.I)
_IN_A_JOB = re.compile(_JOB, re.I)
_SAYS = re.compile(r"\b(?:you|your|we|our|is|are|have|has|will|must|with|experience|knowledge|in)\b", re.I)
_ASKS = re.compile(
    r"\b(?:experienced?|knowledge|understand(?:ing)?|familiar\w*|skills?|degree|background|proficien\w+|expertise|competenc\w+|work(?:ing)? with|interest in|qualification|certif\w+|ability|fluent|"
    r"technologies|tools|using|principles|e\.g|such as|including|develop(?:ing|s|ed)?|design(?:ing|s|ed)?|build\w*|implement\w*|maintain\w*|write|responsible for)\b",
    re.I,
)


def gold(tags: list[str]) -> list[Span]:
    spans: list[Span] = []
    for at, tag in enumerate([*tags, "O"]):
        if tag.startswith("I") and spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        elif tag != "O":
            spans.append((at, at + 1))
    return spans


def found(tokens: list[str], lexicon: Lexicon) -> list[Span]:
    """The words that names of knowledge fill."""
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += token + " "
    if len(tokens) <= 9 and _IN_A_JOB.search(text) and not _SAYS.search(text):
        return []  # the title of the job
    hits: list[tuple[Kind, Span, bool]] = []
    last = -1
    for mention in find_mentions(text, lexicon, as_of=date(2026, 11, 1)):
        kind = lexicon.catalog[mention.skill_id].kind
        if kind not in KNOWLEDGE or mention.start < last or not lexicon.find_name(" ".join(fold_words(mention.surface))):
            continue
        last = mention.end
        inside = [at for at, start in enumerate(starts) if start < mention.end and start + len(tokens[at]) > mention.start]
        if inside:
            hits.append((kind, (inside[0], inside[-1] + 1), bool(_OF_A_JOB.match(text, mention.end) or _IN_A_JOB.search(mention.surface))))
    listed = len(tokens) > 2 and sum(end - start for _, (start, end), _ in hits) >= len(tokens) / 2
    asks = listed or _ASKS.search(text)
    return [span for kind, span, of_a_job in hits if not of_a_job and (asks or kind not in (Kind.DOMAIN, Kind.CREDENTIAL))]


def measure() -> dict[str, Any]:
    return {part: measure_part(part) for part in ("dev", "train")} if DATA.is_dir() else {"skipped": "the marked postings are not here"}


def measure_part(part: str) -> dict[str, Any]:
    lexicon = Lexicon(read_catalog())
    strict = overlap = named = marked = covered = 0
    for line in (DATA / f"{part}.json").read_text("utf-8").splitlines():
        row = json.loads(line)
        truth, told = gold(row["tags_knowledge"]), found(row["tokens"], lexicon)
        named, marked = named + len(told), marked + len(truth)
        strict += len(set(truth) & set(told))
        overlap += sum(any(a < d and c < b for c, d in truth) for a, b in told)
        covered += sum(any(a < d and c < b for c, d in told) for a, b in truth)
    return {
        "part": part,
        "spans": marked,
        "found": named,
        "strict": scores(strict, strict, named, marked),
        "overlap": scores(overlap, covered, named, marked),
    }


def scores(right: int, covered: int, named: int, marked: int) -> dict[str, float]:
    precision, recall = right / max(1, named), covered / max(1, marked)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3)}


if __name__ == "__main__":
    print(json.dumps({part: measure_part(part) for part in sys.argv[1:]} or measure(), indent=1))
