"""The statements of what an interview can settle: a question for each condition and level that is open, each skill that is only named, and each essential gap."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact
from gapwriter.gap import Analysis, Gap, GapKind, Gate, GateStatus
from gapwriter.language import Language
from gapwriter.match import Match, Status
from gapwriter.polarity import Polarity
from gapwriter.requirement import Relation
from gapwriter.roadmap import Roadmap
from gapwriter.roadmap_statement import Mask

MOST = 7
"""Skills that one question may name."""


def state_questions(analysis: Analysis, roadmap: Roadmap, mask: Mask, language: Language) -> Iterator[Fact]:
    """The questions, conditions first; each with what a good answer shows. What is asked as a condition is not asked again as a gap."""
    asked: set[str] = set()
    for gate in analysis.gates:
        if gate.status is GateStatus.UNKNOWN or (gate.kind == "years" and gate.status is GateStatus.FAIL):
            asked.add(gate.label)
            yield _of_gate(gate, mask, language)
    for match in analysis.matches:
        if match.requirement.label in asked:
            continue
        if match.status is Status.UNKNOWN:
            yield _of_level(match, mask, language)
        elif match.inferred and match.requirement.relation is Relation.ESSENTIAL:
            yield _of_inference(match, mask, language)
    yield from _of_claims([match for match in analysis.matches if match.unproven and match.requirement.relation is Relation.ESSENTIAL], mask, language)
    proofs = {label: step.proof for step in roadmap.steps for label in step.meets} | {gap.label: gap.proof for gap in roadmap.left_out}
    gaps = [gap for gap in analysis.gaps_of(Relation.ESSENTIAL) if gap.label not in asked and gap.match.said is not Polarity.NO]
    for number, gap in enumerate(gaps):
        yield _of_gap(gap, number, proofs.get(gap.label, ""), mask, language)


def _question(name: str, kind: str, about: tuple[str, ...], text: str, source: str) -> Fact:
    return Fact(id=f"question.{name}", kind=f"question.{kind}", about=about, text=text, source=source)


def _of_gate(gate: Gate, mask: Mask, language: Language) -> Fact:
    label = mask(gate.label) if gate.label != gate.kind and gate.kind != "years" else language.say(f"conditions.{gate.kind}")
    kind = "years_short" if gate.status is GateStatus.FAIL else gate.kind
    name = f"{gate.kind}.{gate.label}" if gate.kind not in ("years", "leadership", "architecture") else gate.kind
    return _question(name.replace(" ", "-").casefold(), "open", (label,), language.say(f"question.{kind}", label=label), "role: conditions")


def _of_level(match: Match, mask: Mask, language: Language) -> Fact:
    label = mask(match.requirement.label)
    text = language.say("question.level", label=label, level=language.say(f"level.{match.requirement.proficiency}"))
    return _question(match.requirement.key, "open", (label,), text, f"role: {match.requirement.source}")


def _of_inference(match: Match, mask: Mask, language: Language) -> Fact:
    label = mask(match.requirement.label)
    text = language.say("question.inferred", label=label, narrower=match.implied_by)
    return _question(match.requirement.key, "unproven", (label,), text, f"role: {match.requirement.source}")


def _of_claims(matches: list[Match], mask: Mask, language: Language) -> Iterator[Fact]:
    """One question for several skills that the resume only names."""
    for start in range(0, len(matches), MOST):
        run = matches[start : start + MOST]
        labels = tuple(mask(match.requirement.label) for match in run)
        text = language.say("question.claimed_one" if len(run) == 1 else "question.claimed", labels=language.join(labels), first=labels[0])
        yield _question(f"claimed.{run[0].requirement.key}", "unproven", labels, text, "resume: skills")


def _of_gap(gap: Gap, number: int, proof: str, mask: Mask, language: Language) -> Fact:
    label, said = mask(gap.label), gap.match.said
    if said in (Polarity.EXPIRED, Polarity.LEARNING):
        text = language.say(f"question.{said}", label=label)
    elif not proof:
        text = language.say("question.unproved_gap", label=label)
    elif gap.kind is GapKind.BELOW_LEVEL:
        level = language.say(f"level.{gap.requirement.proficiency or 'intermediate'}")
        text = language.say("question.below_level", label=label, level=level, proof=proof)
    else:
        wordings = language.choices("question.gap")
        text = language.fill(wordings[number % len(wordings)], label=label, proof=proof)
    return _question(gap.requirement.key, "gap", (label,), text, f"role: {gap.requirement.source}")
