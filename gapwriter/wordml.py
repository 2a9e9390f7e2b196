"""Wordml: paragraphs, tables and styles in the language of Word, as text; the one place where text becomes XML, and where a file gets the same bytes every time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gapwriter.language import Language
from gapwriter.theme import Theme
from gapwriter.wording import visible

if TYPE_CHECKING:
    from docx.document import Document as Word

WIDTH = 9638
"""Twentieths of a point between the margins of A4."""
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_UNKNOWN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_TURNED = re.compile(f"([{_RIGHT_TO_LEFT}](?:[^\\w]*[{_RIGHT_TO_LEFT}])*)")
_LATIN = "Noto Sans"
_PROPERTY = 255
"""Characters that Word allows a property."""
_EAST_ASIAN = {"ja", "ko", "zh"}


def escape(text: str) -> str:
    """Text as XML holds it, in elements and in attributes, on one line."""
    return legible(visible(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def legible(text: str) -> str:
    """Without the characters that no XML can hold."""
    return _UNKNOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def turned(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    sides = [unicodedata.bidirectional(letter) for letter in text] if _TURNED.search(text) else []
    return sum(side in ("R", "AL") for side in sides) > sum(side == "L" for side in sides)


def run(text: str, style: str = "") -> str:
    """Text in a character style; words that are written from right to left are marked, for Word takes their font and weight from the mark."""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    runs = []
    for number, piece in enumerate(_TURNED.split(text)):
        if piece:
            marked = f"{look}<w:rtl/>" if number % 2 else look
            properties = f"<w:rPr>{marked}</w:rPr>" if marked else ""
            runs.append(f'<w:r>{properties}<w:t xml:space="preserve">{_kept(piece)}</w:t></w:r>')
    return "".join(runs)


def _kept(piece: str) -> str:
    """Escaped, with the spaces at its ends."""
    if not piece.strip():
        return " "
    return f"{' ' if piece[0].isspace() else ''}{escape(piece)}{' ' if piece[-1].isspace() else ''}"


def tab() -> str:
    return "<w:r><w:tab/></w:r>"


def field(name: str) -> str:
    """A number that Word counts: PAGE, NUMPAGES."""
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def link(target: str, text: str) -> str:
    """A link to the target of a relation."""
    return f'<w:hyperlink r:id="{target}" w:history="1">{run(text, "Hyperlink")}</w:hyperlink>'


def paragraph(content: str, style: str = "", properties: str = "", bidi: bool = False, inset: bool = False, end: bool = False) -> str:
    """A paragraph of runs; `properties` are those that the schema has between style and direction, `inset` moves it from the start of the line, `end` to its end."""
    whole = f'<w:pStyle w:val="{style}"/>' if style else ""
    whole += properties + ("<w:bidi/>" if bidi else "") + ('<w:ind w:left="170"/>' if inset else "") + ('<w:jc w:val="right"/>' if end else "")
    return f"<w:p><w:pPr>{whole}</w:pPr>{content}</w:p>" if whole else f"<w:p>{content}</w:p>"


def cell(content: str, width: int, span: int = 1, properties: str = "") -> str:
    """A cell of one paragraph or more; it spans columns of the grid."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{properties}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], head: bool = False, height: int = 0) -> str:
    """A row that is not split between pages; `head` comes again on each page; `height` is exact."""
    properties = "<w:cantSplit/>" + (f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else "") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, title: str, description: str, widths: Sequence[int], rows: Iterable[str], bidi: bool, total: bool = False) -> str:
    """A table of a fixed grid with its alternative text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    turned_over = "<w:bidiVisual/>" if bidi else ""
    sums = "0060" if total else "0020"
    properties = (
        f'<w:tblStyle w:val="{style}"/>{turned_over}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{sums}" w:firstRow="1" w:lastRow="{int(total)}" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/><w:tblDescription w:val="{escape(description)}"/>'
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def parse(xml: str, root: str = "body") -> Any:
    """The elements of a piece of XML, below one of `root`."""
    from docx.oxml import parse_xml

    return parse_xml(f"<w:{root} {_DECLARED}>{xml}</w:{root}>")


def styles(theme: Theme, language: Language) -> str:
    """The styles of a document in the colours and fonts of a theme."""
    colours = {name: value.removeprefix("#").upper() for name, value in theme.light.model_dump().items()}
    text, right = theme.fonts.text or _LATIN, language.direction == "rtl"
    heading = theme.fonts.heading or text
    east = language.tag if language.code in _EAST_ASIAN else "zh-CN"
    bidi = language.tag if right else "ar-SA"

    def look(size: float = 0, colour: str = "", bold: bool = False, font: str = "", underline: bool = False) -> str:
        parts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font and font != text else ""
        parts += "<w:b/><w:bCs/>" if bold else ""
        parts += f'<w:color w:val="{colours[colour]}"/>' if colour else ""
        parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
        parts += '<w:u w:val="single"/>' if underline else ""
        return f"<w:rPr>{parts}</w:rPr>"

    def style(kind: str, name: str, of: str = "", paragraph: str = "", run: str = "", more: str = "", following: str = "") -> str:
        identity = name.replace(" ", "")
        default = ' w:default="1"' if name in _DEFAULTS else ""
        head = f'<w:style w:type="{kind}"{default} w:styleId="{identity}"><w:name w:val="{_NAMES.get(name, name)}"/>'
        head += f'<w:basedOn w:val="{of}"/>' if of else ""
        head += f'<w:next w:val="{following}"/>' if following else ""
        return f"{head}<w:qFormat/>{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}{run}{more}</w:style>"

    def space(before: int, after: int, line: int = 0) -> str:
        return f'<w:spacing w:before="{before}" w:after="{after}"' + (f' w:line="{line}" w:lineRule="auto"/>' if line else "/>")

    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{colours["line"]}"'
    strong_rule = f'w:val="single" w:sz="6" w:space="0" w:color="{colours["muted"]}"'
    start, end = (160, 0) if right else (0, 160)
    margins = f'<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="{start}" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="{end}" w:type="dxa"/></w:tblCellMar>'
    bare = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    return "".join(
        (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{text}" w:hAnsi="{text}" w:eastAsia="Noto Sans CJK SC" w:cs="Arial"/>'
            f'<w:sz w:val="19"/><w:szCs w:val="19"/>'
            f'<w:lang w:val="{language.tag}" w:eastAsia="{east}" w:bidi="{bidi}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
            style("paragraph", "Normal", paragraph=("<w:bidi/>" if right else "") + space(0, 140, 269), run=look(colour="ink")),
            style("character", "Default Paragraph Font"),
            style("table", "Normal Table", more=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{bare}</w:tblCellMar></w:tblPr>'),
            style("numbering", "No List"),
            style("paragraph", "Report Kind", "Normal", "<w:keepNext/>" + space(0, 60), look(10, "accent", True)),
            style("paragraph", "Title", "Normal", "<w:keepNext/>" + space(0, 20, 240), look(25, "ink", True, heading)),
            style("paragraph", "Subtitle", "Normal", space(0, 160, 252), look(13, "muted", font=heading)),
            style(
                "paragraph",
                "Report Status",
                "Normal",
                f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="9" w:color="{colours["line"]}"/></w:pBdr>' + space(0, 320),
                look(9, "muted"),
            ),
            style(
                "paragraph",
                "Heading 1",
                "Normal",
                "<w:keepNext/><w:keepLines/>" + space(400, 140, 240) + '<w:outlineLvl w:val="0"/>',
                look(15, "accent", True, heading),
                following="Normal",
            ),
            style(
                "paragraph",
                "Heading 2",
                "Normal",
                "<w:keepNext/><w:keepLines/>" + space(280, 100, 240) + '<w:outlineLvl w:val="1"/>',
                look(10.5, "ink", True, heading),
                following="Normal",
            ),
            style("paragraph", "List Number", "Normal", space(0, 100, 264)),
            style("paragraph", "List Bullet", "Normal", space(0, 100, 264)),
            style("paragraph", "Table Text", "Normal", space(0, 0, 245), look(8.5)),
            style("paragraph", "Table Head", "TableText", "<w:keepNext/>", look(8, "muted", True)),
            style("paragraph", "Chart Text", "TableText", "<w:keepNext/>"),
            style("paragraph", "Chart End", "Normal", '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>', look(4)),
            style("paragraph", "Report Note", "Normal", "<w:keepLines/>" + space(140, 100, 262), look(9)),
            style("paragraph", "Header", "Normal", tabs + space(0, 0), look(8, "muted")),
            style("paragraph", "Footer", "Normal", tabs + space(0, 0), look(8, "muted")),
            style("character", "Strong", run=look(bold=True)),
            style("character", "Hyperlink", run=look(colour="accent", underline=True)),
            style("character", "Muted", run=look(colour="muted")),
            style("character", "Source", run=look(7, "muted")),
            *(style("character", name, run=look(colour=name.lower(), bold=name == "Met")) for name in ("Met", "Open", "Gap")),
            style(
                "table",
                "Report Table",
                "NormalTable",
                more=f"<w:tblPr><w:tblBorders><w:top {strong_rule}/><w:bottom {strong_rule}/><w:insideH {rule}/></w:tblBorders>{margins}</w:tblPr>"
                f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {strong_rule}/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
                f'<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders><w:top {strong_rule}/></w:tcBorders></w:tcPr></w:tblStylePr>',
            ),
            style("table", "Report Chart", "NormalTable"),
        )
    )


_DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
_NAMES = {"Heading 1": "heading 1", "Heading 2": "heading 2", "Header": "header", "Footer": "footer"}
"""Word's own names of its built-in styles."""


def fonts(theme: Theme) -> str:
    """What stands in for a family that a machine does not have."""
    others = {"Noto Sans CJK SC": ("Microsoft YaHei", "swiss"), "Arial": ("Noto Sans Arabic", "swiss")}
    for family in (theme.fonts.text or _LATIN, theme.fonts.heading or theme.fonts.text or _LATIN):
        serif = "serif" in family.lower() and "sans" not in family.lower()
        others[family] = ("Cambria", "roman") if serif else ("Calibri", "swiss")
    return "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/></w:font>'
        for name, (other, kind) in others.items()
    )


def settings(language: Language) -> str:
    """The settings of a document of Word 2013 and later."""
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language.tag}"/>'
    )


def numbering(lists: Sequence[str]) -> str:
    """A numbering for each list of a document, so that each begins at 1; `lists` are their styles."""

    def level(number: int, kind: str, text: str, style: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="400"/></w:tabs><w:ind w:left="400" w:hanging="400"/></w:pPr>'
            f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr></w:lvl></w:abstractNum>'
        )

    kinds = ("ListNumber", "ListBullet")
    one = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kinds.index(style)}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, style in enumerate(lists, 1)
    )
    return level(0, "decimal", "%1.", "Muted") + level(1, "bullet", "•", "Muted") + one


def pack(word: Word, title: str, language: Language, day: date) -> bytes:
    """A document as a file; the dates in it and around it are of the day of the report, so that the same report has the same bytes."""
    core, title = word.core_properties, legible(title)
    core.title = title if len(title) <= _PROPERTY else title[: _PROPERTY - 1] + "…"
    core.language, core.created = language.tag, datetime(day.year, day.month, day.day)
    core.modified = core.created
    loose, packed = BytesIO(), BytesIO()
    word.save(loose)
    with ZipFile(loose) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            part.compress_type, part.external_attr, part.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(part, source.read(info))
    return packed.getvalue()


def document(root: str, xml: str) -> bytes:
    """A part of its own."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {_DECLARED}>{xml}</w:{root}>'.encode()
