"""A model that lies, loops, breaks off, leaks and fails: is a report always delivered, and does anything false go out?

`python -m benchmarks.hostile [REPORTS]` writes so many reports (1,000) of the shipped cases, half with 30 % of the model's answers bad and half with all of them, over real HTTP to a server on this machine. What goes out is
judged by the pieces that were planted, which no true report of the case has, not by the checker.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import re
import sys
from collections import Counter
from typing import Any

from benchmarks.narrative import CASES, SETTINGS, title_of
from benchmarks.seeded import ADDED, STRANGERS
from gapwriter import write_report
from gapwriter.plain import write_plain
from gapwriter.prompt import choose_sections
from gapwriter.report import Report
from gapwriter.settings import Settings
from tests.answers import as_text
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


SHOWN = ("Executive Summary", "Candidate Profile", "Skill Gap Assessment")
"""Where a swap of a gap and a strength makes a sentence false; both may be asked for or planned."""
NUMBERS = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\b(?!-| (?:of experience|more|years? and))")
_WORDS = "two three four five six seven eight nine ten".split()


def another(number: str, dice: random.Random) -> str:
    """Another number of the same kind."""
    if number in _WORDS:
        return dice.choice([word for word in _WORDS if word != number])
    return str(int(number.replace(",", "")) + dice.choice((3, 7, 11)))


def swapped(sentence: str, pairs: dict[str, str]) -> str:
    """The sentence with the members of pairs in each other's place."""
    names = {**pairs, **{other: one for one, other in pairs.items()}}
    if not names:
        return sentence
    return re.sub("|".join(map(re.escape, sorted(names, key=len, reverse=True))), lambda found: names[found[0]], sentence)


class Liar:
    """Answers with the plain sentences of the case, and spoils a share of the answers; `planted` are the pieces that must not go out."""

    def __init__(self, report: Report, others: list[Report], share: float, dice: random.Random) -> None:
        self.share, self.dice, self.planted = share, dice, dict[str, str]()
        self.plain = {section.title: as_text(write_plain(report.facts, section)) for section in choose_sections()}
        self.others = [{section.title: as_text(write_plain(other.facts, section)) for section in choose_sections()} for other in others]
        world = report.facts
        gaps = [fact.about[0] for fact in world.of("gap.essential") if fact.value["kind"] == "missing" and "SKILL_" not in fact.about[0]]
        held = [fact.about[0] for fact in world.of("skill.asked") if "SKILL_" not in fact.about[0]]
        self.names = {"name": "CANDIDATE_SHORT", "gap": (gaps or ["beekeeping"])[0], "held": (held or ["falconry"])[0], "stranger": dice.choice(STRANGERS)}
        self.counts: Counter[str] = Counter()
        own = {label for fact in world for label in fact.about}
        self.foreign = {
            label: other.facts.cast.names["ROLE"]
            for other in others
            for fact in other.facts
            for label in fact.about
            if label not in own and "SKILL_" not in label
        }
        self.held, self.gaps = held, gaps

    def reply(self, body: dict[str, Any]) -> Reply:
        task = body["messages"][-1]["content"]
        title = title_of(task)
        if self.dice.random() >= self.share:
            return answer(self.plain.get(title, "1. Nothing."))
        kind = self.dice.choice(("wire", "lie", "lie", "number", "number", "swap", "other", "echo", "loop"))
        self.counts[kind] += 1
        if kind == "wire":
            return self.dice.choice(WIRE)
        if kind == "other" and self.others:
            return answer(self._plant(self.dice.choice(self.others).get(title, "1. Nothing.")))
        if kind == "echo":
            return answer(task)
        if kind == "loop":
            return answer(LOOP)
        if kind == "swap" and title not in SHOWN:
            kind = "number"
        if kind in ("number", "swap"):
            return answer(self._changed(title, kind))
        return answer(self._lie(title))

    def _plant(self, text: str) -> str:
        """Another candidate's text; its sentences about what neither this role nor this resume names are planted."""
        for sentence in re.findall(r"[^.\n]+\.", text):
            if any(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", sentence) for label in self.foreign):
                self.planted[sentence.strip().removeprefix("- ")] = "other"
        return text

    def _changed(self, title: str, kind: str) -> str:
        """The plain text with a number of it changed, or a gap and a strength swapped, in one sentence."""
        text = self.plain.get(title, "1. Nothing.")
        sentences = re.findall(r"[A-Z“][^.\n]*\.", text)
        self.dice.shuffle(sentences)
        for sentence in sentences:
            if kind == "number":
                changed = NUMBERS.sub(lambda found: another(found[0], self.dice), sentence, count=1)
            elif " is related" in sentence or ("essential" in sentence.casefold() and "not" not in sentence):
                continue  # both may be essential, and near each other
            else:
                changed = swapped(sentence, dict(zip(self.held, self.gaps, strict=False)))
            if changed != sentence and not any(changed in plain for plain in self.plain.values()):
                self.planted[changed] = kind
                return text.replace(sentence, changed)
        return text

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
    """Reports written, delivered, false sentences in them, requests against the bound of the settings; the two shares side by side."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return dict(pool.starmap(measure_share, [(share, reports // 2) for share in (0.3, 1.0)]))


def measure_share(share: float, reports: int) -> tuple[str, dict[str, Any]]:
    cases = sorted(CASES.iterdir())
    plain = {case: write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS) for case in cases}
    dice, kept, most = random.Random(7), 0.0, 0
    counts, kinds, leaks = Counter[str](), Counter[str](), list[str]()
    for number in range(reports):
        case = cases[number % len(cases)]
        liar = Liar(plain[case], [plain[other] for other in cases if other != case], share, dice)
        with FaultServer(liar.reply) as server:
            report = write_report(
                case / "resume.json", case / "role.yaml", settings=SETTINGS.model_copy(update={"model": "openai:liar", "base_url": server.address})
            )
        counts["delivered"] += bool(report.render())
        text = " ".join(one.text for one in report.verdict)
        leaks += [f"{liar.planted[one]}: {case.name}: {one}" for one in liar.planted if report.cast.restore(one) in text]
        kept += report.prose_kept
        most = max(most, len(server.asked))
        counts["planted"] += len(liar.planted)
        kinds += liar.counts
    return f"{share:.0%} bad", {
        "reports": reports,
        "delivered": counts["delivered"],
        "bad_answers": dict(kinds),
        "false_sentences_planted": counts["planted"],
        "false_sentences_delivered": leaks,
        "prose_kept": round(kept / max(1, reports), 3),
        "most_requests": most,
        "bound": bound(SETTINGS),
    }


def bound(settings: Settings) -> int:
    """Attempts for each section and as many revisions of it."""
    return len(choose_sections()) * settings.attempts * 2


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:])), indent=1, ensure_ascii=False))
