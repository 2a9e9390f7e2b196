"""A model that lies, loops, breaks off, leaks and fails: is a report always delivered, and does anything false go out?

`python -m benchmarks.hostile [REPORTS]` writes so many reports (1,000) of the shipped cases, half with 30 % of the model's answers bad and half with all of them, over real HTTP to a server on this machine. What goes out is
judged by the pieces that were planted, which no true report of the case has, not by the checker.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.narrative import CASES, SETTINGS, title_of
from benchmarks.seeded import ADDED, STRANGERS
from gapwriter import write_report
from gapwriter.plain import write_plain
from gapwriter.prompt import read_sections
from gapwriter.prose import Block
from gapwriter.report import Report
from gapwriter.settings import Settings
from tests.fault_server import FaultServer, Reply, answer, refused

WIRE = (
    refused(500),
    refused(502),
    Reply(),
    Reply(body=b'{"choices": [{"message"'),
    Reply(body=b"<!DOCTYPE html><html>Sign in</html>"),
    Reply(body=b'{"choices": null}'),
    answer(""),
    answer("", "content_filter"),
    answer("I'm sorry, but I can't help with that."),
    answer("The \x00 resume \x1b[31m."),
    answer("The resume", "length"),
    answer("The resume shows. " * 8000),
    Reply(body=b'{"id": "1"', cut=True),
)
LOOP = "The resume shows what the resume shows. " * 40


def as_text(blocks: tuple[Block, ...]) -> str:
    """Blocks as a model writes them, with placeholders."""
    return "\n".join(("- **" + block.head + "**: " if block.head else "\n") + " ".join(one.text for one in block.sentences) for block in blocks)


class Liar:
    """Answers with the plain sentences of the case, and spoils a share of the answers; `planted` are the pieces that must not go out."""

    def __init__(self, report: Report, others: list[Report], share: float, dice: random.Random) -> None:
        self.share, self.dice, self.planted = share, dice, dict[str, str]()
        self.plain = {section.title: as_text(write_plain(report.facts, section)) for section in read_sections()}
        self.others = [{section.title: as_text(write_plain(other.facts, section)) for section in read_sections()} for other in others]
        world = report.facts
        gaps = [fact.about[0] for fact in world.of("gap.essential") if fact.value["kind"] == "missing" and "SKILL_" not in fact.about[0]]
        held = [fact.about[0] for fact in world.of("skill.asked") if "SKILL_" not in fact.about[0]]
        self.names = {"name": "CANDIDATE_SHORT", "gap": (gaps or ["beekeeping"])[0], "held": (held or ["falconry"])[0], "stranger": dice.choice(STRANGERS)}
        self.counts: Counter[str] = Counter()

    def reply(self, body: dict[str, Any]) -> Reply:
        task = body["messages"][-1]["content"]
        title = title_of(task)
        if self.dice.random() >= self.share:
            return answer(self.plain.get(title, "1. Nothing."))
        kind = self.dice.choice(("wire", "lie", "lie", "lie", "other", "echo", "loop"))
        self.counts[kind] += 1
        if kind == "wire":
            return self.dice.choice(WIRE)
        if kind == "other" and self.others:
            return answer(self.dice.choice(self.others).get(title, "1. Nothing."))
        if kind == "echo":
            return answer(task)
        if kind == "loop":
            return answer(LOOP)
        return answer(self._lie(title))

    def _lie(self, title: str) -> str:
        """The plain text of a section with one to three sentences in it that are false about anybody."""
        lines = self.plain.get(title, "1. ").split("\n")
        for name in self.dice.sample(sorted(ADDED), self.dice.randint(1, 3)):
            sentence = self.dice.choice(ADDED[name]).format(**self.names)
            if sentence in "\n".join(self.plain.values()):
                continue  # the case makes it true
            self.planted[sentence] = name
            place = self.dice.randrange(len(lines))
            lines[place] = f"{lines[place]} {sentence}" if self.dice.random() < 0.5 or lines[place].startswith("- ") else f"{sentence} {lines[place]}"
        return "\n".join(lines)


def measure(reports: int = 1000) -> dict[str, Any]:
    """Reports written, delivered, false sentences in them, requests against the bound of the settings."""
    cases = sorted(CASES.iterdir())
    plain = {case: write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS) for case in cases}
    figures: dict[str, Any] = {}
    for share in (0.3, 1.0):
        dice, counts, leaks, kept, most, kinds = random.Random(7), Counter[str](), list[str](), 0.0, 0, Counter[str]()
        for number in range(reports // 2):
            case = cases[number % len(cases)]
            liar = Liar(plain[case], [plain[other] for other in cases if other != case], share, dice)
            with FaultServer(liar.reply) as server:
                settings = SETTINGS.model_copy(update={"model": "openai:liar", "base_url": server.address})
                report = write_report(case / "resume.json", case / "role.yaml", settings=settings)
            counts["delivered"] += bool(report.render())
            text = " ".join(one.text for one in report.verdict)
            leaks += [f"{liar.planted[one]}: {case.name}: {one}" for one in liar.planted if report.cast.restore(one) in text]
            kept += report.prose_kept
            most = max(most, len(server.asked))
            counts["planted"] += len(liar.planted)
            kinds += liar.counts
        figures[f"{share:.0%} bad"] = {
            "reports": reports // 2,
            "delivered": counts["delivered"],
            "bad_answers": dict(kinds),
            "false_sentences_planted": counts["planted"],
            "false_sentences_delivered": leaks,
            "prose_kept": round(kept / max(1, reports // 2), 3),
            "most_requests": most,
            "bound": bound(SETTINGS),
        }
    return figures


def bound(settings: Settings) -> int:
    """Attempts for each section and as many revisions of it."""
    return len(read_sections()) * settings.attempts * 2


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    print(json.dumps(measure(*map(int, sys.argv[1:])), indent=1, ensure_ascii=False))
