"""Sheet: a report laid out in the words of its language; the formats only draw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gapwriter import __version__
from gapwriter.gap import WEIGHTS, Analysis, Gate, GateStatus
from gapwriter.language import Language
from gapwriter.match import Match, Status
from gapwriter.posting import Salary
from gapwriter.prose import Block, Blocks, Origin
from gapwriter.record import Record
from gapwriter.report import Report
from gapwriter.requirement import Relation
from gapwriter.resource import Resource
from gapwriter.role import Survey
from gapwriter.skill import Rung
from gapwriter.wording import visible
from gapwriter.words import fold_words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: `text`, or the exact `quote` of a document with its `source`, then, behind a space, `more` in plain type. `url` makes a link of the text; `mark` (`met`, `open`, `gap`)
    is the sense of a cell that names a state."""

    text: str = ""
    quote: str = ""
    source: str = ""
    more: str = ""
    url: str = ""
    strong: bool = False
    mark: str = ""


class Table(Record):
    """`numeric` are the columns that hold numbers; `total` says that the last row sums up the others."""

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()
    total: bool = False


class Note(Record):
    """A labelled paragraph, with a list where it has `items`."""

    label: str
    text: str
    items: tuple[str, ...] = ()

    @property
    def colon(self) -> str:
        """What goes behind the label: nothing where it is a sentence."""
        return "" if self.label.endswith(".") else ":"


class Bar(Record):
    """One relation of a coverage chart: `met` of `of` requirements, and the same in words."""

    id: str
    label: str
    met: int
    of: int
    words: str


class Bars(Record):
    """Coverage by relation."""

    title: str
    bars: tuple[Bar, ...]


class Span(Record):
    """A step on the time line, weeks counted from 1 and both included; `after` are the orders of the steps that it builds on."""

    order: int
    label: str
    first: int
    last: int
    after: tuple[int, ...]
    required: bool
    when: str
    words: str

    @property
    def weeks(self) -> int:
        return self.last - self.first + 1


class TimeLine(Record):
    """The steps of a roadmap over `weeks` weeks."""

    title: str
    weeks: int
    spans: tuple[Span, ...]

    @property
    def tick(self) -> int:
        """Weeks from one mark of an axis to the next, with which it has some twelve marks at most."""
        return next(step for step in (1, 2, 4, 5, 10, 13, 20, 26, 52, 104, 520, self.weeks + 1) if self.weeks / step <= 12)


Exhibit = Table | Note | Bars | TimeLine


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact line of a document, and where it stands."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a sentence: a fact, as one sentence, with the lines of resume and role that it was computed from."""

    id: str
    text: str
    source: str
    lines: tuple[Quote, ...]


class Part(Record):
    """A section: prose, then what code makes of the facts."""

    id: str
    title: str
    blocks: Blocks
    exhibits: tuple[Exhibit, ...]


class Sheet(Record):
    """A report ready to be drawn. `who` is empty where the resume gives no name; `provenance` are labels with what they say."""

    language: str
    direction: str
    title: str
    who: str
    role: str
    company: str
    status: str
    as_of: str
    parts: tuple[Part, ...]
    appendix: Part
    provenance: tuple[tuple[str, str], ...]


def lay_sheet(report: Report, language: Language) -> Sheet:
    """The report in the words of a language (that of its facts, with the wording of a theme)."""
    say, analysis = language.say, report.analysis
    who, role = visible(report.cast.names["CANDIDATE"]) if analysis.candidate else "", visible(analysis.role.title)
    exhibits: dict[str, list[Exhibit]] = {
        "executive_summary": _coverage(analysis, language),
        "skill_gap_assessment": [_requirements(analysis, language)],
        "upskilling_roadmap": _roadmap(report, language),
    }
    return Sheet(
        language=language.code,
        direction=language.direction,
        title=say("report.title", who=who, role=role) if who else say("report.title_nameless", role=role),
        who=who,
        role=role,
        company=visible(analysis.role.company),
        status=say("report.status"),
        as_of=say("report.as_of", date=language.date(analysis.as_of)),
        parts=tuple(
            Part(id=section.id, title=section.title, blocks=tuple(map(_seen, section.blocks)), exhibits=tuple(_filled(exhibits.get(section.id, ()))))
            for section in report.sections
        ),
        appendix=Part(id="appendix", title=say("report.appendix"), blocks=(), exhibits=tuple(_filled(_appendix(report, language)))),
        provenance=tuple(_provenance(report, language)),
    )


def _seen(block: Block) -> Block:
    """A block without what steers a terminal or turns the order of a line."""
    if all(text.isprintable() for text in (block.head, *(sentence.text for sentence in block.sentences))):
        return block
    sentences = tuple(sentence.model_copy(update={"text": visible(sentence.text)}) for sentence in block.sentences)
    return block.model_copy(update={"head": visible(block.head), "sentences": sentences})


def _filled(exhibits: Iterable[Exhibit]) -> Iterator[Exhibit]:
    """Without tables and charts that have nothing to show."""
    for one in exhibits:
        if isinstance(one, Note) or (isinstance(one, Table) and one.rows) or (isinstance(one, Bars) and one.bars) or (isinstance(one, TimeLine) and one.spans):
            yield one


def lay_comparison(analysis: Analysis, language: Language) -> tuple[Exhibit, ...]:
    """What is shown of an analysis that no report is written of yet: coverage as a chart, and the conditions."""
    chart, _, conditions = _coverage(analysis, language)
    return tuple(_filled([chart, conditions]))


def _coverage(analysis: Analysis, language: Language) -> list[Exhibit]:
    say = language.say
    asked = [(relation, count) for relation, count in analysis.coverage.items() if count.of]
    bars = [
        Bar(
            id=str(relation),
            label=say(f"relation.{relation}"),
            met=count.met,
            of=count.of,
            words=say("coverage.met_of", met=count.met, of=count.of),
        )
        for relation, count in asked
    ]
    rows = [
        (
            say(f"relation.{relation}"),
            str(count.met),
            str(count.of),
            str(WEIGHTS[relation]),
            f"{WEIGHTS[relation]} × {count.met} = {WEIGHTS[relation] * count.met}",
            f"{WEIGHTS[relation]} × {count.of} = {WEIGHTS[relation] * count.of}",
        )
        for relation, count in asked
    ]
    cells = [_cells(row) for row in rows]
    if analysis.score is not None:
        percent = say("coverage.percent", percent=analysis.score)
        points = (Cell(text=str(analysis.points.met), strong=True), Cell(text=str(analysis.points.of), more=f"({percent})", strong=True))
        cells.append((Cell(text=say("coverage.score"), strong=True), Cell(), Cell(), Cell(), *points))
    head = _head(language, "coverage", "requirements", "met", "of", "weight", "points", "possible")
    # Points and a score rank people; a candidate reads what is met.
    if language.audience == "candidate":
        head, cells = head[:3], [row[:3] for row in cells if not row[0].strong]
    return [
        Bars(title=say("coverage.title"), bars=tuple(bars)),
        Table(
            id="coverage",
            title=say("coverage.arithmetic"),
            head=head,
            rows=tuple(cells),
            numeric=tuple(range(1, len(head))),
            total=bool(cells) and cells[-1][0].strong,
        ),
        Table(
            id="conditions",
            title=say("conditions.title"),
            head=_head(language, "conditions", "condition", "state", "asked", "shown"),
            rows=tuple(_gate(gate, language) for gate in analysis.gates),
        ),
    ]


def _head(language: Language, table: str, *columns: str) -> tuple[str, ...]:
    return tuple(language.say(f"{table}.{column}") for column in columns)


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text=text) for text in texts)


def _gate(gate: Gate, language: Language) -> tuple[Cell, ...]:
    say = language.say
    state = Cell(text=say(f"conditions.{gate.status}"), mark=_GATE_MARKS[gate.status])
    kind = say(f"conditions.{gate.kind}")
    if gate.kind == "years":
        shown = language.months(int(gate.shown)) if gate.shown else say("conditions.no_dates")
        return Cell(text=kind), state, Cell(text=language.months(int(gate.required))), Cell(text=shown)
    label = say("conditions.of_kind", kind=kind, label=visible(gate.label)) if gate.label != gate.kind else kind
    return Cell(text=label), state, Cell(text=say("conditions.yes")), Cell(quote=visible(gate.quote), source=gate.source)


def _requirements(analysis: Analysis, language: Language) -> Table:
    order = tuple(Relation)
    matches = sorted(analysis.matches, key=lambda match: order.index(match.requirement.relation))
    return Table(
        id="requirements",
        title=language.say("requirements.title"),
        head=_head(language, "requirements", "requirement", "relation", "state", "how", "evidence"),
        rows=tuple(_requirement(match, language) for match in matches),
    )


def _requirement(match: Match, language: Language) -> tuple[Cell, ...]:
    say, requirement = language.say, match.requirement
    label = visible(requirement.label)
    if fold_words(requirement.asked) != fold_words(requirement.label):
        label = say("requirements.in_the_role", label=label, asked=visible(requirement.asked))
    if requirement.proficiency:
        label = say("requirements.at_level", label=label, level=say(f"level.{requirement.proficiency}"))
    if match.rung is None:
        how = say(f"said.{match.said}") if match.said else ""
    else:
        how = say(f"rung.{match.rung}")
        how += f": {visible(match.implied_by)}" if match.rung is Rung.NARROWER and match.implied_by else ""
        how += f", {say(f'basis.{match.basis}')}" if match.basis else ""
    best = sorted(match.evidence, key=lambda one: one.basis != match.basis)[:1]
    evidence = Cell(quote=visible(best[0].quote), source=best[0].source, more=_more(len(match.evidence) - 1, language)) if best else Cell()
    state = Cell(text=say(f"status.{match.status}"), mark=_MARKS[match.status])
    return Cell(text=label), Cell(text=say(f"relation.{requirement.relation}")), state, Cell(text=how), evidence


_MARKS = {Status.MET: "met", Status.UNKNOWN: "open", Status.BELOW_LEVEL: "gap", Status.MISSING: "gap"}
_GATE_MARKS = {GateStatus.PASS: "met", GateStatus.UNKNOWN: "open", GateStatus.FAIL: "gap"}


def _more(places: int, language: Language) -> str:
    return language.say("requirements.more", places=language.count(places, "place")) if places else ""


def _roadmap(report: Report, language: Language) -> list[Exhibit]:
    say, steps = language.say, report.roadmap.steps
    orders = {step.label: step.order for step in steps}
    rows = [
        _cells(
            (
                str(step.order),
                visible(step.label),
                say("roadmap.range", first=step.first, last=step.last) if step.weeks > 1 else str(step.first),
                str(step.weeks),
                language.digits(step.hours),
                visible(", ".join(step.after)),
                visible(", ".join(step.serves)),
            )
        )
        for step in steps
    ]
    if rows:
        total = (Cell(), Cell(text=say("roadmap.total"), strong=True), Cell())
        sums = (Cell(text=str(report.roadmap.weeks), strong=True), Cell(text=language.digits(report.roadmap.hours), strong=True))
        rows.append((*total, *sums, Cell(), Cell()))
    spans = []
    for step in steps:
        when = language.weeks(step.first, step.last)
        words = say("roadmap.bar", order=step.order, skill=visible(step.label), weeks=when, hours=language.count(step.hours, "hour"))
        spans.append(
            Span(
                order=step.order,
                label=visible(step.label),
                first=step.first,
                last=step.last,
                after=tuple(orders[label] for label in step.after),
                required=bool(step.meets),
                when=when,
                words=words,
            )
        )
    return [
        TimeLine(title=say("roadmap.time_line"), weeks=report.roadmap.weeks, spans=tuple(spans)),
        Table(
            id="roadmap",
            title=say("roadmap.title"),
            head=_head(language, "roadmap", "step", "skill", "in_weeks", "weeks", "hours", "after", "serves"),
            rows=tuple(rows),
            numeric=(0, 3, 4),
            total=True,
        ),
    ]


def _appendix(report: Report, language: Language) -> Iterator[Exhibit]:
    analysis, role, say = report.analysis, report.analysis.role, language.say
    yield _resources(report, language)
    yield _licences(report, language)
    unknown = [option.label for requirement in role.requirements for option in requirement.options if not option.known] + list(role.unrecognised)
    if unknown:
        yield Note(label=say("notes.unknown"), text=visible(", ".join(dict.fromkeys(unknown))) + ".")
    for lines, of in ((analysis.unplaced, "resume"), (role.unplaced, "role")):
        if lines:
            items = tuple(say("notes.line", place=place, text=visible(text)) for place, text in lines)
            yield Note(label=say("notes.not_assessed"), text=say(f"notes.not_assessed_{of}"), items=items)
    for hidden, of in ((analysis.hidden, "resume"), (role.hidden, "role")):
        if hidden:
            items = tuple(say("notes.hidden_line", place=one.place, how=one.how, text=_short(visible(one.text), language)) for one in hidden)
            yield Note(label=say("notes.not_visible"), text=say(f"notes.not_visible_{of}"), items=items)
    if role.survey:
        yield _survey(role.survey, language)
    if role.salary:
        yield _pay(role.salary, language)
    attributions = tuple((Cell(text=visible(text)),) for text in analysis.attributions)
    yield Table(id="sources", title=say("notes.sources"), head=(say("notes.sources"),), rows=attributions)
    yield Note(label=say("notes.how"), text=say("notes.how_text", wrote=_wrote(report, language)))
    yield Note(label=say("notes.decides"), text=say("notes.decides_text"))


def _resources(report: Report, language: Language) -> Table:
    say = language.say
    pairs = [(step.label, resource) for step in report.roadmap.steps for resource in step.resources] + [
        (gap.label, one) for gap in report.roadmap.left_out for one in gap.resources
    ]
    return Table(
        id="resources",
        title=say("resources.title"),
        head=_head(language, "resources", "for", "resource", "provider", "access", "checked"),
        rows=tuple(_resource(label, resource, language) for label, resource in pairs),
    )


def _resource(label: str, resource: Resource, language: Language) -> tuple[Cell, ...]:
    checked = language.date(resource.checked_on) if resource.checked_on else language.say("resources.not_verified")
    link = Cell(text=visible(resource.title), url=resource.url)
    return Cell(text=visible(label)), link, *_cells((visible(resource.provider), language.say(f"access.{resource.access}"), checked))


def _licences(report: Report, language: Language) -> Table:
    """How the licences that are not shown are had, by region."""
    say = language.say
    rows = tuple(
        _cells(
            (
                visible(gap.label),
                visible(one.region),
                visible(one.body),
                visible("; ".join(one.steps)),
                language.date(one.checked_on) if one.checked_on else say("resources.not_verified"),
            )
        )
        for gap in report.roadmap.left_out
        for one in gap.licensing
    )
    return Table(id="licences", title=say("licences.title"), head=_head(language, "licences", "licence", "region", "body", "steps", "checked"), rows=rows)


def _survey(survey: Survey, language: Language) -> Note:
    """How the role was counted from advertisements."""
    counts = (("copies", survey.copies), ("left_out", survey.left_out), ("undated", survey.undated), ("rarer", survey.rarer))
    left = ", ".join(language.say(f"notes.{key}", number=number) for key, number in counts if number)
    beside = language.say("notes.market_beside", left=left) if left else ""
    text = language.say("notes.market_text", advertisements=language.count(survey.advertisements, "advertisement"), beside=beside)
    return Note(label=language.say("notes.market"), text=text)


def _pay(salary: Salary, language: Language) -> Note:
    """What the one advertisement states."""
    say = language.say
    text = say("notes.pay_text", ends=language.pay(salary.low, salary.high), currency=salary.currency, period=say(f"notes.period.{salary.period}"))
    return Note(label=say("notes.pay"), text=text)


def _short(text: str, language: Language) -> str:
    """The beginning of what may be pages of key words; the JSON has the whole."""
    return text if len(text) <= 200 else language.say("notes.cut", text=text[:200], characters=language.digits(len(text)))


def _wrote(report: Report, language: Language) -> str:
    """Who wrote the sentences, and what was checked."""
    if not report.writing:
        return language.say("notes.how_plain")
    model = visible(report.writing.model)
    if not report.prose_kept:
        answered = (report.writing.account or {}).get("calls")
        return language.say("notes.how_unfit" if answered else "notes.how_silent", model=model)
    count = sum(one.origin is not Origin.PLAIN for one in report.verdict)
    return language.say("notes.how_model", model=model, count=count, all=len(report.verdict))


def _provenance(report: Report, language: Language) -> Iterator[tuple[str, str]]:
    say, writing = language.say, report.writing
    yield say("provenance.program"), f"gapwriter {__version__}"
    yield say("provenance.as_of"), language.date(report.analysis.as_of)
    origin = report.facts.one("market.origin")
    if origin:
        yield say("provenance.requirements"), report.cast.restore(origin.written)
    yield say("provenance.writer"), visible(writing.model) if writing else say("provenance.plain")
    if writing:
        yield say("provenance.prompts"), writing.prompts[:12]
    checked = "none" if language.code != "en" else "model" if writing and report.prose_kept else "plain"
    yield say("provenance.checked"), say(f"provenance.checked_{checked}")


def find_backings(report: Report) -> dict[str, Backing]:
    """Every fact by id, with the lines behind it."""
    analysis = report.analysis
    lines: dict[str, list[Quote]] = {}

    def quote(fact_id: str, text: str, source: str) -> None:
        if text:
            lines.setdefault(fact_id, []).append(Quote(text=visible(text), source=source))

    for held in analysis.held:
        for one in held.evidence:
            quote(f"skill.{held.skill_id}", one.quote, one.source)
    for match in analysis.matches:
        requirement = match.requirement
        quote(f"requirement.{requirement.key}", requirement.quote, requirement.source)
        for kind in ("met", "open", "gap"):
            for one in match.evidence:
                quote(f"{kind}.{requirement.key}", one.quote, one.source)
    for name, shown in (("leadership", analysis.experience.leadership), ("architecture", analysis.experience.architecture)):
        quote(f"experience.{name}", shown.quote, shown.source)
    for gate, fact in zip(analysis.gates, report.facts.of("gate"), strict=True):
        quote(fact.id, gate.quote, gate.source)
    return {
        fact.id: Backing(id=fact.id, text=visible(report.cast.restore(fact.text)), source=fact.source, lines=tuple(dict.fromkeys(lines.get(fact.id, ()))))
        for fact in report.facts
    }
