"""Checker: a text against the facts of one comparison."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from gapwriter import plugins
from gapwriter.claims import Reading, read_text
from gapwriter.completeness import check_strictly
from gapwriter.document import read_document
from gapwriter.errors import InputError
from gapwriter.fact import Facts
from gapwriter.finding import Examination, Finding, Findings, Judgement, Verdict
from gapwriter.printed import read_printed
from gapwriter.prompt import read_sections
from gapwriter.support import judge_clauses
from gapwriter.wording import count_noun, visible
from gapwriter.world import World

ORDER = (
    "artifact_leak injection_leak language_mixup wrong_heading_order unsupported_demographic other_candidate_name unsupported_pronoun wrong_title_or_role invented_credential duplicate_item wrong_price wrong_provider resource_not_in_catalogue resource_wrong_skill "
    "invented_history hedged_overclaim wrong_tier contradiction_facts wrong_years wrong_number wrong_priority roadmap_step_without_gap invented_requirement level_inflation gap_as_strength strength_as_gap contradiction_internal invented_skill speculation vague_filler "
    "omitted_core_gap omitted_requirement gap_without_roadmap_step truncation wording omitted_fact unverifiable"
).split()
"""The classes of findings, the gravest first where two lie at the same place: those that a sentence cannot recover from go before those that another word mends."""
_RANKS = {kind: rank for rank, kind in enumerate(ORDER)}


class Checker:
    """The checks of one comparison; reading the names of its facts once serves many texts."""

    def __init__(self, facts: Facts) -> None:
        if facts.language != "en":
            raise InputError(
                "language", "", f"the checker reads English, and these facts are in {facts.words.name}", "check the report of the same pair in English"
            )
        self.world = World(facts)

    def read(self, text: str, section: str | None = None) -> Reading:
        """The text as it is understood: sentences, clauses, claims, quantities."""
        return read_text(text, self.world.names, self.world.catalog, section, self.world.proofs, self.world.facts.audience == "candidate")

    def check(self, text: str, section: str | None = None, strict: bool = False) -> Findings:
        """The findings, the gravest first."""
        return Findings(self.examine(text, section, strict).findings)

    def examine(self, text: str, section: str | None = None, strict: bool = False) -> Examination:
        """Findings and judgements. `section` is the title of the section that the text is, None for a text with headings; InputError where no section has it."""
        titles = [one.title for one in read_sections()]
        if section and section not in titles:
            raise InputError("section", "", f"there is no section {section!r}", "the sections are " + ", ".join(titles))
        try:
            printed = None if section else read_printed(text)
            reading = self.read(printed.text if printed else text, section)
        except Exception as error:
            return Examination(findings=(_broken("the text cannot be read", error),), judgements=())
        examination = self.judge(reading, strict)
        return printed.restore(examination) if printed else examination

    def judge(self, reading: Reading, strict: bool = False) -> Examination:
        """Findings and judgements of a text that was read."""
        found: dict[tuple[str, object], Finding] = {}
        for name in plugins.names("checks"):
            try:
                for finding in plugins.load("checks", name).check(reading, self.world):
                    found.setdefault((finding.kind, finding.span or finding.message), finding)
            except Exception as error:
                found[(name, None)] = _broken(f"the check {name} failed", error)
        judgements: list[Judgement] = []
        try:
            judgements += judge_clauses(reading, self.world, found.values())
            for finding in check_strictly(reading, self.world, judgements) if strict else ():
                found.setdefault((finding.kind, finding.span or finding.message), finding)
        except Exception as error:
            found[("strict", None)] = _broken("the clauses cannot be judged", error)
        findings = sorted(found.values(), key=lambda one: (_RANKS.get(one.kind, len(ORDER)), one.span or (0, 0)))
        return Examination(findings=tuple(findings), judgements=tuple(judgements))


def read_facts(path: str | Path) -> Facts:
    """The facts that `gapwriter facts` printed; InputError where the file is something else."""
    document = read_document(path)
    data = document.data or {}
    if not isinstance(data.get("facts"), list) or not isinstance(data.get("cast"), dict):
        raise InputError(document.name, "", "this is not the output of `gapwriter facts`", "write it with `gapwriter facts RESUME ROLE`")
    try:
        return Facts.model_validate({"facts": data["facts"], "cast": {"names": data["cast"]}})
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InputError(document.name, place, error.errors()[0]["msg"], "write it anew with `gapwriter facts RESUME ROLE`") from None


def show_findings(examination: Examination, facts: Facts, text: str, name: str) -> str:
    """The findings for a terminal: place and class, the sentence, what is wrong, the facts; and a last line with the counts."""
    by_id = {fact.id: fact for fact in facts}
    lines: list[str] = []
    for finding in examination.findings:
        line = text.count("\n", 0, finding.span[0]) + 1 if finding.span else None
        lines.append(": ".join(part for part in (name + (f":{line}" if line else ""), finding.section, finding.kind.replace("_", " ")) if part))
        if finding.span:
            lines.append(f"  “{visible(finding.sentence)}”")
            if finding.span[1] - finding.span[0] < len(finding.sentence):
                lines.append(f"  here: “{visible(text[slice(*finding.span)])}”")
        lines.append(f"  {visible(finding.message)}")
        lines += [f"  fact: {visible(facts.cast.restore(by_id[one].text))} [{one}]" for one in finding.facts if one in by_id]
        lines.append("")
    count = len(examination.findings)
    counts = ", ".join(f"{examination.count(verdict)} {verdict}" for verdict in (Verdict.SUPPORTED, Verdict.NEUTRAL, Verdict.UNVERIFIABLE))
    lines.append(f"{'nothing was found' if not count else count_noun(count, 'finding')}; clauses: {counts}")
    return "\n".join(lines)


def _broken(what: str, error: Exception) -> Finding:
    return Finding(kind="unverifiable", span=None, section="", sentence="", message=f"{what} ({type(error).__name__}), so nothing is vouched for")


def check(text: str, facts: Facts, section: str | None = None, strict: bool = False) -> Findings:
    """Compare a text with the facts, clause by clause; the findings, the gravest first, none where all holds.

    `section` is the title of the section that the text is, None for a text with headings. `strict` adds what a report of our own must say and how.
    Never raises for a text: what cannot be read is a finding; InputError for a `section` that there is not.
    """
    return Checker(facts).check(text, section, strict)
