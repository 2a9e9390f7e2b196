"""The characters of a line: what spaces are one, which are not seen, and the one form in which accents are written."""

from __future__ import annotations

import re
import unicodedata

from gapwriter.errors import InputError

SPACE = " \t\n\r\f"
"""What HTML takes for space: any number of these is one."""
_RUN = re.compile(r"[ \t\n\r\f]+")
_FIXED = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
TAG_CHARACTERS = re.compile("[\U000e0020-\U000e007e]+")
"""Characters that spell ASCII and that no font shows."""
_BEYOND_LATIN = re.compile("[^\\x00-\u02ff]{100,}")
_ACCENTS = 100


def tidy_line(text: str, file: str) -> str:
    """A line as it is seen, in the normal form of all text here."""
    return in_normal_form(_UNSEEN.sub("", _FIXED.sub(" ", _RUN.sub(" ", text.strip(SPACE)))), file).strip()


def in_normal_form(text: str, file: str) -> str:
    """The text with each accent in its letter (NFC); InputError for a letter with more accents than letters have, which would take ages to sort."""
    for run in _BEYOND_LATIN.finditer(text):
        accents = 0
        for character in run[0]:
            accents = accents + 1 if unicodedata.combining(character) else 0
            if accents > _ACCENTS:
                raise InputError(file, "", f"a letter has more than {_ACCENTS} accents", "take them off")
    return unicodedata.normalize("NFC", text)


def spell_tags(characters: str) -> str:
    """What tag characters spell."""
    return "".join(chr(ord(one) - 0xE0000) for one in characters)
