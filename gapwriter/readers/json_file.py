"""JSON: a resume after JSON Resume, a role, an advertisement after JSON Resume's job schema."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from gapwriter.document import Document, decode_text
from gapwriter.errors import InputError

SUFFIXES = (".json",)


def read(content: bytes, name: str) -> Document:
    """The object in the file; InputError with line and column where it is not JSON, is no object, or names a key twice."""
    text = decode_text(content, name)

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise InputError(name, twice, "this key stands twice in one object", "keep one of the two")
        return dict(pairs)

    try:
        data = json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise InputError(name, f"line {error.lineno}, column {error.colno}", f"this is not JSON ({error.msg})", "mend it there") from None
    except RecursionError:
        raise InputError(name, "", "the JSON is nested too deeply", "give a plain resume or role") from None
    except ValueError:
        raise InputError(name, "", "a number in the JSON has too many digits", "shorten it, or put it in quotes") from None
    if not isinstance(data, dict):
        raise InputError(name, "", "the JSON is no object", "begin with { and name the fields")
    if "\\u" in text:
        data = json.loads(_spell_out(data, name))
    return Document(name=name, lines=tuple(text.split("\n")), data=data)


def _spell_out(data: dict[str, Any], name: str) -> str:
    """The same JSON without escapes, in the normal form that unescaped text is read in."""
    text = unicodedata.normalize("NFC", json.dumps(data, ensure_ascii=False))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(name, f"\\u{ord(text[error.start]):x}", "this escape is half of a character", "write the character itself") from None
    return text
