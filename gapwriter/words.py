"""Word: a word of a text with its place and its folded form, in which case, plurals and British or American spelling do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

# A leading dot belongs to the word only where a word may begin (".NET", not the end of a sentence); + and # belong to C++, C#, A+.
_WORD = re.compile(
    r"(?<![^\s(\[/,;:|\"'“‘–—-])\.[A-Za-z][^\W_]*"
    r"|[^\W\d_][^\W_]*(?:\+\+|#|\+(?![^\W\d_]))"
    r"|(?<![\w-])[eE]-[A-Za-z]{3,}"
    r"|[^\W_]+(?:['’]s(?![^\W_]))?"
    r"|&"
)
_SPELLINGS = (
    (re.compile(r"practis"), "practic"),
    (re.compile(r"lys(?=(e|ed|er|ing)$)"), "lyz"),
    (re.compile(r"(?<=[a-z]{3})is(?=(e|ed|er|ing|ation|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(al|ed|ing|able|er|ful|less)?$)"), "or"),
    (re.compile(r"ll(?=(ing|ed|er|or|ment|ful)$)"), "l"),
    (re.compile(r"^(cent|theat|fib|met|lit|calib|spect|sab)re$"), r"\1er"),
    (re.compile(r"ae(?=[a-z]{2})|(?<=gyn)ae"), "e"),
    (re.compile(r"^oe(?=(dem|soph|str))|oe(?=(a$|t(us|al)$|uv))"), "e"),
    (re.compile(r"(?<=[a-z]{3})ogue$"), "og"),
    (re.compile(r"(?<=[a-z])ence$"), "ense"),
    (re.compile(r"^aluminium"), "aluminum"),
    (re.compile(r"^programme$"), "program"),
    (re.compile(r"^tyre"), "tire"),
    (re.compile(r"^kerb"), "curb"),
    (re.compile(r"^draught"), "draft"),
    (re.compile(r"^(m)ould"), r"\1old"),
    (re.compile(r"^plough"), "plow"),
    (re.compile(r"^sulph"), "sulf"),
    (re.compile(r"(?<=dg)ement"), "ment"),
    (re.compile(r"^ageing$"), "aging"),
    (re.compile(r"^jewellery$"), "jewelry"),
)


class Word(NamedTuple):
    """`folded` is for comparing; `start` and `end` are character offsets in the text it came from."""

    folded: str
    start: int
    end: int


def read_words(text: str) -> list[Word]:
    """The words of a text in order, with offsets; punctuation is left out, `&` reads as "and"."""
    return [Word(fold_word(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=8192)
def fold_words(text: str) -> tuple[str, ...]:
    """The folded words alone: two names of the same skill in other capitals, hyphens, plurals or spelling give the same tuple."""
    return tuple([fold_word(word) for word in _WORD.findall(text)])


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word folded: case, accents, possessive, regular plural, British spelling to American."""
    if word == "&":
        return "and"
    # Capitals of four letters are an abbreviation, whose last letter is no plural (SSRS is not two SSR).
    word = word.replace("-", "")  # e-mail, the one hyphen inside a word
    plural = not (word.isupper() and len(word) == 4)
    word = word.casefold()
    if not word.isascii():
        word = word.replace("’", "'")
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    word = word.removesuffix("'s")
    word = _singular(word) if plural else word
    if len(word) > 3:
        for pattern, replacement in _SPELLINGS:
            word = pattern.sub(replacement, word)
    return word


_NO_PLURAL = frozenset(
    {"alias", "atlas", "bias", "canvas", "christmas", "jenkins", "keras", "kubernetes", "lens", "pandas", "securities", "series", "species", "windows"}
)


def _singular(word: str) -> str:
    if word in _NO_PLURAL or len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


@cache
def common_words() -> frozenset[str]:
    """Everyday English words in small letters: a name of a skill that is one of them is not always meant as one."""
    text = (files("gapwriter") / "catalog" / "common_words.txt").read_text("utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
