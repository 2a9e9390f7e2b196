"""Word: the prose of the sections under real headings, tables and charts as tables that keep their header, or a company's own template filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gapwriter import wordml
from gapwriter.errors import InputError
from gapwriter.language import Language
from gapwriter.prose import Block, Shape
from gapwriter.report import Report
from gapwriter.sheet import Bars, Cell, Note, Part, Sheet, Table, TimeLine, lay_sheet
from gapwriter.theme import Theme
from gapwriter.wordml import WIDTH, cell, paragraph, row, run, table, turned

if TYPE_CHECKING:
    from docx.document import Document as Word

SUFFIX = ".docx"
NEEDS = ("docx", "docx")
"""The package that it needs, and the extra of gapwriter that brings it, and what a template needs more."""
_TEMPLATE_NEEDS = "docxtpl"

_WIDTHS = {
    "coverage": (26, 10, 10, 12, 20, 22),
    "conditions": (28, 14, 22, 36),
    "requirements": (24, 12, 13, 20, 34),
    "roadmap": (7, 22, 12, 9, 9, 22, 24),
    "resources": (19, 33, 19, 13, 18),
    "licences": (17, 11, 16, 42, 15),
}
"""How the columns of a table share the width of the page; those of another table have equal shares."""
_STATES = {"requirements": 2, "conditions": 1}
"""The column of a table that holds a state."""
_LABEL, _BAR = 2500, 4600
"""Widths of a chart: what a bar is of, and the bar; what it says in words has the rest."""
_TICKS = 6


def render(report: Report, theme: Theme) -> bytes:
    """The report as a Word file; InputError where a package, or what a template must have, is missing."""
    package, extra = NEEDS
    if find_spec(package) is None or (theme.template and find_spec(_TEMPLATE_NEEDS) is None):
        raise InputError("docx", "", "writing this format needs a package more", f"pip install 'gapwriter[{extra}]'")
    language = theme.language(report.facts.language, report.facts.audience)
    sheet = lay_sheet(report, language)
    if theme.template:
        # Imported here, so that a report without a template does not wait for it.
        from gapwriter.word_template import fill_template

        return fill_template(theme.path(theme.template), report, sheet, language)
    return wordml.pack(_Drawing(sheet, theme, language).draw(), sheet.title, language, report.analysis.as_of)


class _Drawing:
    """One document as it is drawn."""

    def __init__(self, sheet: Sheet, theme: Theme, language: Language) -> None:
        from docx import Document

        self.sheet, self.theme, self.language = sheet, theme, language
        self.right = sheet.direction == "rtl"
        self.word: Word = Document()
        self.lists: list[str] = []
        self.colours = {name: value.removeprefix("#").upper() for name, value in theme.light.model_dump().items()}
        say = language.say
        self.states = {
            "requirements": {say("status.met"): "Met", say("status.below_level"): "Open", say("status.unknown"): "Open", say("status.missing"): "Gap"},
            "conditions": {say("conditions.pass"): "Met", say("conditions.unknown"): "Open", say("conditions.fail"): "Gap"},
        }

    def draw(self) -> Word:
        body = self.word.element.body
        for element in wordml.parse("".join(self._body())):
            body.insert(len(body) - 1, element)
        self._furnish()
        return self.word

    # --- the text ---

    def _body(self) -> Iterator[str]:
        sheet, say = self.sheet, self.language.say
        role = say("report.for_role", role=sheet.role) + (f" {say('report.at_company', company=sheet.company)}" if sheet.company else "")
        yield self._text(say("report.kind"), "ReportKind")
        yield self._text(sheet.who or role, "Title")
        if sheet.who:
            yield self._text(role, "Subtitle")
        yield self._text(f"{sheet.status} · {sheet.as_of}", "ReportStatus")
        for part in (*sheet.parts, sheet.appendix):
            yield self._text(part.title, "Heading1")
            yield from self._blocks(part.blocks)
            yield from self._exhibits(part)
        yield from self._signature()
        yield self._text(say("provenance.title"), "Heading2")
        for order, (label, text) in enumerate(sheet.provenance, 1):
            aligned = ("<w:keepNext/>" if order < len(sheet.provenance) else "") + '<w:tabs><w:tab w:val="left" w:pos="2500"/></w:tabs>'
            properties = f'{aligned}<w:spacing w:before="0" w:after="40"/><w:ind w:left="2500" w:hanging="2500"/>'
            yield paragraph(run(label, "Muted") + wordml.tab() + run(text), "TableText", properties)

    def _text(self, text: str, style: str) -> str:
        bidi = self._turned(text)
        return paragraph(run(text), style, bidi=bidi, end=bidi)

    def _turned(self, text: str) -> bool:
        """Whether a paragraph runs against the document. It then ends at the edge where the others begin, so that one edge holds the page; a document that
        runs from right to left says so in its style."""
        return not self.right and turned(text)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        before = Shape.PARAGRAPH
        for block in blocks:
            text = " ".join(sentence.text for sentence in block.sentences)
            if block.shape is Shape.PARAGRAPH:
                yield self._text(text, "")
            else:
                style = "ListNumber" if block.shape is Shape.STEP else "ListBullet"
                if block.shape is not before:
                    self.lists.append(style)
                numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
                head = run(block.head, "Strong") + run(": ") if block.head else ""
                yield paragraph(head + run(text), style, numbered)
            before = block.shape

    def _exhibits(self, part: Part) -> Iterator[str]:
        title = part.title
        for one in part.exhibits:
            if isinstance(one, Note):
                yield from self._note(one)
                continue
            # A chart and the table of the same numbers stand under one heading.
            yield self._text(one.title, "Heading2") if one.title != title else ""
            title = one.title
            if isinstance(one, Table):
                yield self._table(one)
            else:
                yield self._bars(one) if isinstance(one, Bars) else self._time_line(one)
            yield paragraph("", "ChartEnd")

    def _note(self, note: Note) -> Iterator[str]:
        text = run(note.label, "Strong") + run(f"{note.colon} {note.text}")
        # That a person decides stands where the person signs.
        kept = note.items or note is self.sheet.appendix.exhibits[-1]
        yield paragraph(text, "ReportNote", "<w:keepNext/>" if kept else "")
        if note.items:
            self.lists.append("ListBullet")
            numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
            for item in note.items:
                yield paragraph(run(item), "TableText", numbered + '<w:spacing w:before="0" w:after="60"/>')

    def _signature(self) -> Iterator[str]:
        """Three lines to write on, each with its label below."""
        say = self.language.say
        ends, starts = (4300, 6300, WIDTH), (4600, 6600)
        lines = "".join(f'<w:tab w:val="left" w:leader="underscore" w:pos="{end}"/><w:tab w:val="left" w:pos="{end + 300}"/>' for end in ends[:2])
        ruled = f'<w:keepNext/><w:tabs>{lines}<w:tab w:val="right" w:leader="underscore" w:pos="{ends[2]}"/></w:tabs><w:spacing w:before="480" w:after="40"/>'
        below = "".join(f'<w:tab w:val="left" w:pos="{start}"/>' for start in starts)
        yield self._text(say("signature.title"), "Heading2")
        yield paragraph(wordml.tab() * 5, "", ruled)
        labels = wordml.tab().join(run(say(f"signature.{label}"), "Muted") for label in ("name", "date", "sign"))
        # What follows the signature is not left on a page of its own.
        yield paragraph(labels, "TableText", f"<w:keepNext/><w:tabs>{below}</w:tabs>")

    # --- tables ---

    def _table(self, one: Table) -> str:
        shares = _WIDTHS.get(one.id, ())[: len(one.head)]
        shares = shares if len(shares) == len(one.head) else (1,) * len(one.head)
        widths = _share(WIDTH, _roomy(shares, one))
        columns = list(zip(one.head, widths, strict=True))
        rows = [
            row((cell(paragraph(run(text), "TableHead", "", False, *_beside(one, number)), width) for number, (text, width) in enumerate(columns)), head=True)
        ]
        for order, cells in enumerate(one.rows):
            last = one.total and order == len(one.rows) - 1
            # What is summed up stays with its sum.
            kept = "<w:keepNext/>" if one.total and order == len(one.rows) - 2 else ""
            rows.append(
                row(cell(self._cell(one, number, content, kept, last), width) for number, (content, width) in enumerate(zip(cells, widths, strict=True)))
            )
        return table("ReportTable", one.title, self.language.join(one.head), widths, rows, self.right, one.total)

    def _cell(self, one: Table, column: int, content: Cell, kept: str, last: bool) -> str:
        say, style = self.language.say, "Strong" if content.strong else ""
        if _STATES.get(one.id) == column:
            style = self.states[one.id].get(content.text, style)
        if content.quote:
            runs = run(say("report.quote", text=content.quote)) + run(f" ({content.source})", "Source")
        elif content.url.lower().startswith(("https://", "http://")):
            runs = wordml.link(self._relation(content.url), content.text)
        else:
            runs = run(content.text, style)
        if content.more:
            runs += run(f" {content.more}")
        if not runs and not last:
            runs = run(say("report.none"), "Muted")
        inset, end = _beside(one, column)
        bidi = self._turned(content.quote or content.text)
        return paragraph(runs, "TableText", kept, bidi, inset, end or bidi)

    def _relation(self, url: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        return self.word.part.relate_to(wordml.legible(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    # --- charts ---

    def _bars(self, one: Bars) -> str:
        """Each bar fills its share of a row; the words stand beside it."""
        say = self.language.say
        rows = [
            (bar.label, "", ((round(_BAR * bar.met / bar.of), self.colours["met"]), (_BAR, self.colours["line"])), bar.words)
            for bar in one.bars
        ]  # fmt: skip
        description = "; ".join(f"{bar.label}: {bar.words}" for bar in one.bars)
        return self._chart(one.title, description, (say("coverage.requirements"), (), say("coverage.met")), rows)

    def _time_line(self, one: TimeLine) -> str:
        say = self.language.say
        rows = []
        for span in one.spans:
            colour = self.colours["accent" if span.required else "muted"]
            first, last = (round(_BAR * week / one.weeks) for week in (span.first - 1, span.last))
            label, mark = f"{span.order}  {span.label}", "" if span.required else say("page.prerequisite_mark")
            rows.append((label, mark, ((first, ""), (last, colour), (_BAR, "")), span.when))
        every = next(step for step in _steps() if one.weeks / step <= _TICKS)
        ticks = tuple((round(_BAR * (week - 1) / one.weeks), str(week)) for week in range(1, one.weeks + 1, every))
        head = (say("roadmap.skill"), ticks, say("roadmap.in_weeks"))
        return self._chart(one.title, "; ".join(span.words for span in one.spans), head, rows)

    def _chart(self, title: str, description: str, head: tuple[str, _Ticks, str], rows: Sequence[tuple[str, str, _Pieces, str]]) -> str:
        """Bars on a grid so fine that each has its own ends; `head` holds the labels above, with ticks between them."""
        marks = [at for at, _ in head[1]]
        stops = sorted({0, _BAR, *marks, *(end for _, _, pieces, _ in rows for end, _ in pieces)})
        widths = (_LABEL, *(end - start for start, end in pairwise(stops)), WIDTH - _LABEL - _BAR)
        starts = [*marks, _BAR] if marks else [0, _BAR]
        texts = [text for _, text in head[1]] or [""]
        ticks = [_piece(stops, start, end, paragraph(run(text), "TableHead")) for (start, end), text in zip(pairwise(starts), texts, strict=True)]
        drawn = [
            row((cell(paragraph(run(head[0]), "TableHead"), _LABEL), *ticks, cell(paragraph(run(head[2]), "TableHead", inset=True), widths[-1])), head=True)
        ]
        for label, mark, pieces, words in rows:
            start, cells = 0, []
            for end, colour in pieces:
                if end > start:
                    cells.append(_piece(stops, start, end, paragraph("", "ChartText"), _filled(colour)))
                start = max(start, end)
            named = run(label) + (run(f" · {mark}", "Source") if mark else "")
            bidi = self._turned(label)
            labelled = cell(paragraph(named, "ChartText", bidi=bidi, end=bidi), _LABEL, properties=_MIDDLE)
            drawn.append(row((labelled, *cells, cell(paragraph(run(words), "ChartText", inset=True), widths[-1], properties=_MIDDLE))))
        return table("ReportChart", title, description, widths, drawn, self.right)

    # --- what stands around the text ---

    def _furnish(self) -> None:
        """Styles, numbering, settings, fonts, page, header and footer, and nothing else of the file that python-docx starts from."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.shared import Twips

        word, language = self.word, self.language
        for element, root, xml in (
            (word.styles.element, "styles", wordml.styles(self.theme, language)),
            (word.settings.element, "settings", wordml.settings(language)),
            (word.part.numbering_part.element, "numbering", wordml.numbering(self.lists)),
        ):
            element[:] = list(wordml.parse(xml, root))
        for relation in list(word.part.rels.values()):
            if relation.reltype.endswith(("/stylesWithEffects", "/customXml", "/webSettings")):
                del word.part.rels[relation.rId]
            elif relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
                relation.target_part._blob = wordml.document("fonts", wordml.fonts(self.theme))
        package = word.part.package
        for relation in list(package.rels.values()):
            if relation.reltype.endswith(("/thumbnail", "/extended-properties")):
                del package.rels[relation.rId]
        section = word.sections[0]
        section.page_width, section.page_height = Twips(11906), Twips(16838)
        section.left_margin = section.right_margin = Twips((11906 - WIDTH) // 2)
        section.top_margin, section.bottom_margin = Twips(1134), Twips(1134)
        section.header_distance = section.footer_distance = Twips(600)
        if self.right:
            section._sectPr.append(wordml.parse("<w:bidi/>")[0])
        self._footer(section.footer._element)
        if self.theme.logo:
            self._logo(section.header.paragraphs[0])
        core = word.core_properties
        core.author = core.last_modified_by = "gapwriter"
        core.comments, core.revision = "", 1

    def _footer(self, footer: Any) -> None:
        before, _, rest = self.language.say("page.page_of", page="\0", pages="\1").partition("\0")
        between, _, after = rest.partition("\1")
        pages = run(before) + wordml.field("PAGE") + run(between) + wordml.field("NUMPAGES") + run(after)
        footer[:] = list(wordml.parse(paragraph(run(self.sheet.title) + wordml.tab() + pages, "Footer")))

    def _logo(self, place: Any) -> None:
        from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
        from docx.shared import Cm

        assert self.theme.logo
        path = self.theme.path(self.theme.logo.file)
        try:
            picture = place.add_run().add_picture(str(path), height=Cm(1.1))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError, ValueError, KeyError):
            raise InputError(str(path), "", "this picture is damaged", "save the logo anew as PNG") from None
        if picture.width > Cm(6):
            picture.width, picture.height = Cm(6), round(picture.height * Cm(6) / picture.width)
        properties = picture._inline.docPr
        properties.set("descr", wordml.legible(self.theme.logo.alt))
        properties.set("name", "Logo")


_Ticks = tuple[tuple[int, str], ...]
"""Where marks of an axis stand, and what they say."""
_Pieces = tuple[tuple[int, str], ...]
"""Where pieces of a bar end, and their colours; no colour is blank."""
_MIDDLE = '<w:vAlign w:val="center"/>'
_PAPER = "FFFFFF"


def _beside(one: Table, column: int) -> tuple[bool, bool]:
    """Whether a column stands off from the numbers before it, and whether it holds numbers itself."""
    numeric = column in one.numeric
    return column - 1 in one.numeric and not numeric, numeric


def _filled(colour: str) -> str:
    """A piece of a bar, with air above and below."""
    if not colour:
        return ""
    edge = f'w:val="single" w:sz="36" w:space="0" w:color="{_PAPER}"'
    return f'<w:tcBorders><w:top {edge}/><w:bottom {edge}/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _piece(stops: list[int], start: int, end: int, content: str, properties: str = "") -> str:
    return cell(content, end - start, stops.index(end) - stops.index(start), properties)


def _roomy(shares: Iterable[float], one: Table) -> list[float]:
    """Shares in which the longest word of each column's head and short cells has room; a column of quotes, titles or lists breaks by itself."""
    shares = list(shares)
    for number, share in enumerate(shares):
        words = [word for text in (one.head[number], *(row[number].text for row in one.rows)) if len(text) <= 16 for word in text.split()]
        need = (max(map(len, words), default=0) + 3) * _LETTER / WIDTH * sum(shares)
        shares[number] = max(share, need)
    return shares


_LETTER = 105
"""Twentieths of a point that a letter of a table takes, wide ones counted in."""


def _share(whole: int, shares: Iterable[float]) -> list[int]:
    """A width in parts that add up to it."""
    shares = list(shares)
    stops = [round(whole * sum(shares[:count]) / sum(shares)) for count in range(len(shares) + 1)]
    return [end - start for start, end in pairwise(stops)]


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 …"""
    scale = 1
    while True:
        yield from (scale, 2 * scale, 5 * scale)
        scale *= 10
