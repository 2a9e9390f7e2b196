"""Page: HTML as the lines that a person sees, what nobody sees set apart, and the advertisement that it carries for machines."""

from __future__ import annotations

from itertools import pairwise

from gapwriter.document import Hidden
from gapwriter.markup.linked import find_posting, read_linked
from gapwriter.markup.style import Look, Sheet
from gapwriter.markup.token import Token, read_attributes, read_tokens
from gapwriter.markup.writer import Writer
from gapwriter.record import Record

__all__ = ["Page", "find_posting", "read_linked", "read_page"]


class Page(Record):
    """`places` says for each line where its text begins in the source ("line 12"); `linked` are the JSON-LD scripts as they are written."""

    lines: tuple[str, ...]
    places: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    linked: tuple[str, ...]


def read_page(text: str, file: str, xml: bool = False, as_typed: bool = False) -> Page:
    """The lines of a page. `xml` reads XHTML, in which a tag may close itself; `as_typed` keeps the line ends of a text that has no tags for them.

    Raises InputError for a page that is cut off in a tag, and for more tags, attributes, styles, lines or depth than a page has.
    """
    tokens = list(read_tokens(text, file, xml))
    sheet = Sheet((token.text for token in tokens if token.kind == "raw" and token.name == "style"), file)
    marked = {"main" if _is_main(token) else token.name for token in tokens if token.kind == "open" and (token.name == "h1" or _is_main(token))}
    writer = Writer(Look(space="line") if as_typed else Look(), sheet, file, xml, marked)
    for token in tokens:
        writer.take(token)
    lines, places, hidden = writer.finish()
    return Page(lines=lines, places=places, hidden=hidden, linked=tuple(_linked(tokens)))


def _is_main(token: Token) -> bool:
    return token.name in ("main", "article") or "JobPosting" in token.text or ("role" in token.text and read_attributes(token.text).get("role") == "main")


def _linked(tokens: list[Token]) -> list[str]:
    return [script.text for tag, script in pairwise(tokens) if script.kind == "raw" and script.name == "script" and "ld+json" in tag.text.lower()]
