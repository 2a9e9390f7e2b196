"""Markdown: the prose of the sections, with the tables that code makes: requirements against evidence, coverage, roadmap, limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapwriter.gap import WEIGHTS, Gate, GateStatus
from gapwriter.match import Match, Status
from gapwriter.polarity import Polarity
from gapwriter.posting import Salary
from gapwriter.prose import Block, Origin, Shape
from gapwriter.report import Report
from gapwriter.requirement import Relation
from gapwriter.roadmap_statement import ACCESS_WORDS
from gapwriter.role import Survey
from gapwriter.skill import Rung
from gapwriter.wording import count_noun, visible, write_date, write_months
from gapwriter.words import fold_words

SUFFIX = ".md"

STATUS_WORDS = {Status.MET: "met", Status.BELOW_LEVEL: "below level", Status.MISSING: "not shown", Status.UNKNOWN: "level open"}
SAID_WORDS = {
    Polarity.EXPIRED: "has expired",
    Polarity.LEARNING: "being learned",
    Polarity.EXPOSURE: "exposure only",
    Polarity.WANTS: "named as a wish",
    Polarity.NO: "said not to be held",
    Polarity.OTHERS: "done by others",
}
GATE_WORDS = {GateStatus.PASS: "met", GateStatus.FAIL: "not met", GateStatus.UNKNOWN: "not shown"}


def render(report: Report) -> str:
    """The report in CommonMark with tables; every name and quote is escaped, so that it stays text."""
    analysis = report.analysis
    who = f"{escape(report.cast.names['CANDIDATE'])} for the role of " if analysis.candidate else "for the role of "
    title = f"# Skill-gap report: {who}{escape(analysis.role.title)}"
    parts = [title, f"Draft until a person signs · as of {write_date(analysis.as_of)}"]
    tables = {
        "executive_summary": _coverage(report),
        "skill_gap_assessment": _requirements(report),
        "upskilling_roadmap": _roadmap(report),
    }
    for section in report.sections:
        parts += [f"## {section.title}", *_blocks(section.blocks)]
        if section.id in tables:
            parts += [part for part in tables[section.id] if part]
    parts += ["## Appendix", *_appendix(report)]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    text = visible(text)
    text = re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", text)
    text = re.sub(r"&(?=#?\w+;)", r"\\&", text)
    text = re.sub(r"(?<=\s)(?=#+$)", r"\\", text)
    return re.sub(
        r"^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[- ]*$)|=(?==*$)|\d+(?=[.)](?:\s|$)))",
        lambda found: found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0],
        text,
    )


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    run: list[str] = []
    for block in blocks:
        text = escape(" ".join(sentence.text for sentence in block.sentences))
        if block.shape is Shape.PARAGRAPH:
            if run:
                yield "\n".join(run)
                run = []
            yield text
        elif block.shape is Shape.STEP:
            run.append(f"{len(run) + 1}. **{escape(block.head)}**: {text}")
        else:
            run.append(f"- **{escape(block.head)}**: {text}")
    if run:
        yield "\n".join(run)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *([cell.strip() or "–" for cell in row] for row in rows)]
    if len(lines) == 1:
        return ""
    return "\n".join("| " + " | ".join(line) + " |" for line in [lines[0], ["---"] * len(lines[0]), *lines[1:]])


def _coverage(report: Report) -> list[str]:
    analysis = report.analysis
    rows = [
        (
            str(relation),
            str(count.met),
            str(count.of),
            str(WEIGHTS[relation]),
            f"{WEIGHTS[relation]} × {count.met} = {WEIGHTS[relation] * count.met}",
            f"{WEIGHTS[relation]} × {count.of} = {WEIGHTS[relation] * count.of}",
        )
        for relation, count in analysis.coverage.items()
        if count.of
    ]
    if analysis.score is not None:
        rows.append(("**coverage score**", "", "", "", f"**{analysis.points.met}**", f"**{analysis.points.of}** ({analysis.score} %)"))
    return [
        _table(("Requirements", "met", "of", "weight", "points", "possible"), rows),
        _table(("Condition", "state", "asked", "shown in the resume"), (_gate_row(gate) for gate in analysis.gates)),
    ]


def _gate_row(gate: Gate) -> tuple[str, str, str, str]:
    if gate.kind == "years":
        return "years of experience", GATE_WORDS[gate.status], write_months(int(gate.required)), write_months(int(gate.shown)) if gate.shown else "no dates"
    return f"{gate.kind}: {escape(gate.label)}" if gate.label != gate.kind else gate.kind, GATE_WORDS[gate.status], "yes", _quote(gate.quote, gate.source)


def _quote(quote: str, source: str) -> str:
    return f"“{escape(quote)}” (`{source}`)" if quote else ""


def _requirements(report: Report) -> list[str]:
    order = tuple(Relation)
    matches = sorted(report.analysis.matches, key=lambda match: order.index(match.requirement.relation))
    return [_table(("Requirement", "relation", "state", "how", "evidence in the resume"), (_requirement_row(match) for match in matches))]


def _requirement_row(match: Match) -> tuple[str, str, str, str, str]:
    requirement = match.requirement
    label = escape(requirement.label)
    if fold_words(requirement.asked) != fold_words(requirement.label):
        label += f" (in the role: {escape(requirement.asked)})"
    level = f", {requirement.proficiency}" if requirement.proficiency else ""
    if match.rung is None:
        how = SAID_WORDS.get(match.said, "") if match.said else ""
    else:
        how = f"{match.rung}: {escape(match.implied_by)}" if match.rung is Rung.NARROWER and match.implied_by else str(match.rung)
        how += f", {match.basis}" if match.basis else ""
    best = sorted(match.evidence, key=lambda one: one.basis != match.basis)[:1]
    more = f" and {count_noun(len(match.evidence) - 1, 'more place')}" if len(match.evidence) > 1 else ""
    return label + level, str(requirement.relation), STATUS_WORDS[match.status], how, "".join(_quote(one.quote, one.source) for one in best) + more


def _roadmap(report: Report) -> list[str]:
    rows = [
        (
            str(step.order),
            escape(step.label),
            f"{step.first}–{step.last}" if step.weeks > 1 else str(step.first),
            str(step.weeks),
            f"{step.hours:,}",
            escape(", ".join(step.after)),
            escape(", ".join(step.serves)),
        )
        for step in report.roadmap.steps
    ]
    if rows:
        rows.append(("", "**total**", "", f"**{report.roadmap.weeks}**", f"**{report.roadmap.hours:,}**", "", ""))
    return [_table(("Step", "skill", "in weeks", "weeks", "hours", "builds on", "needed for"), rows)]


def _appendix(report: Report) -> Iterator[str]:
    analysis, role = report.analysis, report.analysis.role
    yield from filter(None, [_resources(report)])
    yield from filter(None, [_licensing(report)])
    unknown = [option.label for requirement in role.requirements for option in requirement.options if not option.known] + list(role.unrecognised)
    if unknown:
        yield "**Not in the catalog**: " + escape(", ".join(dict.fromkeys(unknown))) + "."
    for lines, of in ((analysis.unplaced, "resume"), (role.unplaced, "role")):
        if lines:
            yield f"**Not assessed**: these lines of the {of} could not be placed.\n\n" + "\n".join(f"- {place}: {escape(text)}" for place, text in lines)
    for hidden, of in ((analysis.hidden, "resume"), (role.hidden, "role")):
        if hidden:
            yield f"**Not visible**: this text of the {of} a person would not see; it was not used.\n\n" + "\n".join(
                f"- {one.place}, {one.how}: {escape(_short(one.text))}" for one in hidden
            )
    if role.survey:
        yield _survey(role.survey)
    if role.salary:
        yield _pay(role.salary)
    if analysis.attributions:
        yield _table(("Sources of skills and roles",), ((escape(text),) for text in analysis.attributions))
    yield _how(report)
    yield "**A person decides.** This report compares two documents; it recommends neither to hire nor to reject."


def _survey(survey: Survey) -> str:
    """How the role was counted from advertisements."""
    left = [
        f"{number} {words}"
        for number, words in (
            (survey.copies, "copied and counted once"),
            (survey.left_out, "left out"),
            (survey.undated, "without a date"),
            (survey.rarer, "further skills named by fewer than one in five"),
        )
        if number
    ]
    beside = f" ({', '.join(left)})" if left else ""
    return (
        f"**The market**: the role was counted from {count_noun(survey.advertisements, 'advertisement')}{beside}. What every second of them asks for as a must is essential, "
        "what every fifth names is optional; emerging is what the later ones name twice as often as the earlier ones, and every tenth more of them."
    )


def _licensing(report: Report) -> str:
    """How the licences that are not shown are had, by region."""
    rows = [
        (
            escape(gap.label),
            escape(one.region),
            escape(one.body),
            escape("; ".join(one.steps)),
            write_date(one.checked_on) if one.checked_on else "not verified",
        )
        for gap in report.roadmap.left_out
        for one in gap.licensing
    ]
    return _table(("Licence", "region", "granted by", "steps", "checked"), rows)


def _pay(salary: Salary) -> str:
    """What the one advertisement states."""
    ends = f"{salary.low:,.10g}" if salary.low == salary.high else f"{salary.low:,.10g} to {salary.high:,.10g}"
    return f"**Pay**, as the advertisement states it: {ends} {salary.currency} {'an' if salary.period == 'hour' else 'a'} {salary.period}."


def _short(text: str) -> str:
    """The beginning of what may be pages of key words; the JSON has the whole."""
    return text if len(text) <= 200 else f"{text[:200]} … ({len(text):,} characters)"


def _how(report: Report) -> str:
    """Who wrote the sentences, and what was checked."""
    if not report.writing or not report.prose_kept:
        wrote = "the sentences are plain sentences written from these facts, without a language model"
        if report.writing:
            answered = (report.writing.account or {}).get("calls")
            wrote += f" ({escape(report.writing.model)} was asked and {'gave none that hold' if answered else 'did not answer'})"
    else:
        count = sum(one.origin is not Origin.PLAIN for one in report.verdict)
        wrote = (
            f"{escape(report.writing.model)} wrote {count} of the {len(report.verdict)} sentences from these facts, each of which was compared with them; "
            "the others are plain sentences of the program"
        )
    return (
        f"**How this text came to be**: the facts were computed from the resume and the role by fixed rules; {wrote}. "
        "“Not shown” means that the resume gives no evidence, not that the skill is absent. Learning hours are the catalog's estimates."
    )


def _resources(report: Report) -> str:
    pairs = [(step.label, resource) for step in report.roadmap.steps for resource in step.resources] + [
        (gap.label, one) for gap in report.roadmap.left_out for one in gap.resources
    ]
    rows = [
        (
            escape(label),
            f"[{escape(resource.title)}](<{resource.url.replace('<', '%3C').replace('>', '%3E').replace('|', '%7C')}>)",
            escape(resource.provider),
            ACCESS_WORDS[resource.access],
            write_date(resource.checked_on) if resource.checked_on else "not verified",
        )
        for label, resource in pairs
    ]
    return _table(("For", "resource", "provider", "access", "checked"), rows)
