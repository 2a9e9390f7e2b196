"""The statements of what an interview can settle: a question for each condition and level that is open, each skill that is only named, and each essential gap."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.fact import Fact
from gapwriter.gap import Analysis, Gap, GapKind, GateStatus
from gapwriter.language import Language
from gapwriter.match import Match, Status
from gapwriter.polarity import Polarity
from gapwriter.requirement import Relation, Requirement
from gapwriter.roadmap import Roadmap
from gapwriter.roadmap_statement import Mask


def state_questions(analysis: Analysis, roadmap: Roadmap, mask: Mask, language: Language) -> Iterator[Fact]:
    """The questions, conditions first; each with what a good answer shows. What is asked as a condition is not asked again as a gap; what is asked alike is one question."""
    opened = [gate for gate in analysis.gates if gate.status is GateStatus.UNKNOWN or (gate.kind == "years" and gate.status is GateStatus.FAIL)]
    for gate in opened:
        if gate.kind in _ALONE:
            about, key = language.say(f"conditions.{gate.kind}"), "years_short" if gate.status is GateStatus.FAIL else gate.kind
            yield _question(gate.kind, "open", (about,), language.say(f"question.{key}"), "role: experience")
    asked = {gate.label for gate in opened if gate.kind not in _ALONE}
    requirements = {match.requirement.label: match.requirement for match in analysis.matches}
    for kind in ("licence", "degree", "language"):
        yield from _of_many(kind, "open", [requirements[gate.label] for gate in opened if gate.kind == kind], mask, language)
    matches = [match for match in analysis.matches if match.requirement.label not in asked]
    yield from (_of_level(match, mask, language) for match in matches if match.status is Status.UNKNOWN)
    core = [match for match in matches if match.requirement.relation is Relation.ESSENTIAL]
    yield from (_of_inference(match, mask, language) for match in core if match.inferred)
    yield from _of_many("claimed", "unproven", [match.requirement for match in core if match.unproven], mask, language)
    proofs = {label: step.proof for step in roadmap.steps for label in step.meets} | {gap.label: gap.proof for gap in roadmap.left_out}
    gaps = [gap for gap in analysis.gaps_of(Relation.ESSENTIAL) if gap.label not in asked and gap.match.said is not Polarity.NO]
    kinds = [str(gap.match.said) if gap.match.said in _UNDER_WAY else "gap" if proofs.get(gap.label) else "unknown" for gap in gaps]
    for number, gap in enumerate(gap for gap, kind in zip(gaps, kinds, strict=True) if kind == "gap"):
        yield _of_gap(gap, number, proofs[gap.label], mask, language)
    for wanted in ("expired", "learning", "unknown"):
        yield from _of_many(wanted, "gap", [gap.requirement for gap, kind in zip(gaps, kinds, strict=True) if kind == wanted], mask, language)


_ALONE = ("years", "leadership", "architecture")
_UNDER_WAY = (Polarity.EXPIRED, Polarity.LEARNING)


def _question(name: str, kind: str, about: tuple[str, ...], text: str, source: str) -> Fact:
    return Fact(id=f"question.{name}", kind=f"question.{kind}", about=about, text=text, source=source)


def _of_level(match: Match, mask: Mask, language: Language) -> Fact:
    label = mask(match.requirement.label)
    text = language.say("question.level", label=label, level=language.say(f"level.{match.requirement.proficiency}"))
    return _question(match.requirement.key, "open", (label,), text, f"role: {match.requirement.source}")


def _of_inference(match: Match, mask: Mask, language: Language) -> Fact:
    label = mask(match.requirement.label)
    text = language.say("question.inferred", label=label, narrower=match.implied_by)
    return _question(match.requirement.key, "unproven", (label,), text, f"role: {match.requirement.source}")


def _of_many(text: str, kind: str, requirements: list[Requirement], mask: Mask, language: Language) -> Iterator[Fact]:
    """One question for all skills of which the same is asked."""
    if requirements:
        labels = tuple(mask(requirement.label) for requirement in requirements)
        words = language.say(f"question.{text}", many=len(labels), labels=language.join(labels))
        yield _question(f"{text}.{requirements[0].key}", kind, labels, words, f"role: {requirements[0].source}")


def _of_gap(gap: Gap, number: int, proof: str, mask: Mask, language: Language) -> Fact:
    label = mask(gap.label)
    if gap.kind is GapKind.BELOW_LEVEL:
        level = language.say(f"level.{gap.requirement.proficiency or 'intermediate'}")
        text = language.say("question.below_level", label=label, level=level, proof=proof)
    else:
        text = language.say("question.gap", choice=number, label=label, proof=proof)
    return _question(gap.requirement.key, "gap", (label,), text, f"role: {gap.requirement.source}")
