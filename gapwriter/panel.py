"""Panel: what a notebook shows of a noun, as a page within the page that neither gives its style away nor takes another's."""

from __future__ import annotations

from html import escape as escape_html
from typing import TYPE_CHECKING

from gapwriter.formats.html import template, variables
from gapwriter.formats.markdown import draw_table, escape
from gapwriter.language import read_language
from gapwriter.record import Record
from gapwriter.sheet import Bars, Exhibit, Note, Table
from gapwriter.theme import read_theme
from gapwriter.wording import visible

if TYPE_CHECKING:
    pass

_TALLEST = 640
"""Pixels: what is longer scrolls inside."""


class Panel(Record):
    """A heading, a line below it, and tables, notes or a chart of coverage."""

    title: str
    lead: str = ""
    exhibits: tuple[Exhibit, ...] = ()

    def bundle(self) -> dict[str, str]:
        """The panel by MIME type, as a notebook takes it."""
        theme = read_theme()
        page = template("panel.html").render(panel=self, light=variables(theme.light), dark=variables(theme.dark))
        html = isolate(page, self.title, min(_TALLEST, self._height()))
        return {"text/html": html, "text/markdown": "\n\n".join(self._markdown()) + "\n", "text/plain": "\n".join(self._text())}

    def _height(self) -> int:
        """About as much as it takes at the width of a notebook."""
        lines = 0.0
        for one in self.exhibits:
            if isinstance(one, Table):
                lines += _lines(one)
            elif isinstance(one, Bars):
                lines += 2.4 + 1.2 * len(one.bars)
            elif isinstance(one, Note):
                lines += 2.5 + len(one.items)
        return round(80 + 21 * lines)

    def _markdown(self) -> list[str]:
        parts = [f"**{escape(self.title)}**", *([escape(self.lead)] if self.lead else [])]
        for one in self.exhibits:
            if isinstance(one, Table):
                parts += [escape(one.title), draw_table(one, read_language())]
            elif isinstance(one, Bars):
                parts.append("\n".join(f"- {escape(bar.label)}: {escape(bar.words)}" for bar in one.bars))
            elif isinstance(one, Note):
                parts.append(f"{escape(one.label)}: {escape(one.text)}" + "".join(f"\n- {escape(item)}" for item in one.items))
        return parts

    def _text(self) -> list[str]:
        lines = [visible(self.title), *([visible(self.lead)] if self.lead else [])]
        for one in self.exhibits:
            if isinstance(one, Table):
                lines += ["", visible(one.title), *_columns(one)]
            elif isinstance(one, Bars):
                lines += [f"  {bar.label}: {bar.words}" for bar in one.bars]
            elif isinstance(one, Note):
                lines += ["", visible(f"{one.label}: {one.text}"), *(f"  {visible(item)}" for item in one.items)]
        return lines


def _lines(table: Table) -> float:
    """How many lines of text a table is high, where its columns are about as wide as each other."""
    most = 150 / len(table.head)
    return 2.8 + sum(0.6 + max(-(-len(cell.text + cell.quote + cell.source + cell.more) // most) or 1 for cell in row) for row in table.rows)


def _columns(table: Table) -> list[str]:
    """A table in plain text, aligned."""
    rows = [list(table.head), *([visible(f"{cell.quote or cell.text or '–'} {cell.more}") for cell in row] for row in table.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
    return ["  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def isolate(page: str, title: str, height: int = _TALLEST, scripts: bool = False) -> str:
    """A whole HTML page in a frame of its own origin, which can reach nothing of the page around it, its cookies or its kernel; `scripts` lets the page's own run inside."""
    # Links within the page would else lead to the page around: a frame takes its address. It stands before the page's own policy, which admits no base.
    page = page.replace("<head>", '<head><base href="about:srcdoc">', 1)
    allowed = "allow-scripts" if scripts else ""
    style = f"display: block; box-sizing: border-box; width: 100%; height: {height}px; border: 1px solid #8884; border-radius: 4px; resize: vertical"
    return f'<iframe srcdoc="{escape_html(page)}" sandbox="{allowed}" title="{escape_html(visible(title))}" style="{style}"></iframe>'
