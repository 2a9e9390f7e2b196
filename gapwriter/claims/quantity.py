"""Quantity: a number in a line with what it counts and how it is bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS: dict[str, float] = {word: float(value) for value, word in enumerate(_ONES)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}
WORDS |= {f"{ten}-{one}": 10 * t + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_ONES[1:10], 1)}
WORDS |= {"a dozen": 12, "dozen": 12, "half a dozen": 6, "hundred": 100, "a hundred": 100}
_SPELLED = sorted((re.escape(word).replace(r"\-", "[- ]") for word in WORDS), key=len, reverse=True)
_WORD = "|".join(f"{letter}(?:{'|'.join(word[1:] for word in _SPELLED if word[0] == letter)})" for letter in dict.fromkeys(word[0] for word in _SPELLED))
"""By their first letters, so that few are tried."""
_NUMERALS = (*_ONES, *_TENS, "dozen", "hundred")
"""One of these, or a digit, is in every number."""
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORD}))"
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}

BOUNDS = [
    (
        ">",
        r"(?:just |slightly |well |a little |somewhat |marginally )?(?:over|more than|above|exceeding|in excess of|upwards of|beyond|north of|better than|longer than|greater than)",
    ),
    (">=", r"(?:at least|no fewer than|no less than|not less than|a minimum of|minimum of|from|as many as)"),
    ("<~", r"(?:nearly at|nearly|almost|close to|not quite|just under|just short of|approaching|a little under|slightly under|shy of|just shy of|a bit under)"),
    ("<", r"(?:fewer than|less than|under|below|short of|not even)"),
    ("<=", r"(?:at most|(?<!adds )(?<!add )(?<!adding )(?<!sums )(?<!sum )up to|no more than|not more than|a maximum of|barely|scarcely|hardly)"),
    ("~", r"(?:about|around|roughly|approximately|some|circa|or so|more or less|in the region of)"),
]
_BOUND = "|".join(f"(?P<b{i}>{pattern})" for i, (_, pattern) in enumerate(BOUNDS))

UNITS = {
    "years": r"(?:years?|yrs?)(?:['’]s?)?",
    "months": r"(?:months?|mths?)(?:['’]s?)?",
    "weeks": r"(?:weeks?|wks?)(?:['’]s?)?",
    "hours": r"(?:hours?|hrs?|(?<![a-z])h)\b(?:['’]s?)?",
    "days": r"days?",
    "percent": r"(?:%|per ?cent|percent|percentage points?)",
}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in UNITS.items())
_SPAN = re.compile(
    rf"(?<![\w.-])(?:(?:{_BOUND})\s+)?(?:the\s+|a\s+full\s+|full\s+)?(?P<number>{NUMBER}|an?|a half|half an?|several|a few)(?P<half>\s+and\s+a\s+half|½)?(?:\s*(?:-|to)\s*(?P<to>{NUMBER}))?(?:\s+|-|)(?:full |whole |more |further |additional |calendar |working |paid |solid |documented |required |requested |study |professional |missing |short )?(?:{_UNIT})(?![\w])(?P<tail>\s+and\s+a\s+half|\s+or\s+more|\s+plus|\+)?",
)
_DECADE = re.compile(rf"(?:(?:{_BOUND})\s+)?(?P<number>{NUMBER}|an?|half an?|one)\s+(?P<unit>decades?)(?P<tail>\s+and\s+a\s+half)?")
_PLUS_MONTHS = re.compile(rf"\s*(?:,|and|,\s*and)\s*(?P<number>{NUMBER}|an?)[\s-](?:months?)\b")


@dataclass
class Quantity:
    """`value` is in months for times of work, in percent for shares, else as counted; `bound` is one of `= > >= <~ < <= ~`; `unit` one of UNITS."""

    value: float
    bound: str
    unit: str
    start: int
    end: int
    upper: float | None = None
    nearly: float = 6

    def admits(self, true: float | None, nearly: float | None = None) -> bool:
        """Whether a true value lets the quantity be said of it; `nearly` is how far below "nearly" may lie."""
        if true is None:
            return False
        value, nearly = self.value, nearly or self.nearly
        slack = 1e-6
        return {
            "=": abs(true - value) <= slack,
            ">": true > value + slack,
            ">=": true >= value - slack,
            "<~": value - nearly - slack <= true < value - slack,
            "<": true < value - slack,
            "<=": true <= value + slack,
            "~": abs(true - value) <= max(0.1 * true, nearly / 2),
        }[self.bound]


def number_of(text: str) -> float:
    text = text.strip().replace(",", "")
    text = re.sub(r"(?<=ty) (?=\w)", "-", text)
    if text in WORDS:
        return WORDS[text]
    if text in ("a", "an", "a full"):
        return 1
    if text.startswith(("half", "a half")):
        return 0.5
    if text in ("several", "a few"):
        return float("nan")
    return float(text)


def _bound(found: re.Match[str]) -> str:
    return next((sign for i, (sign, _) in enumerate(BOUNDS) if found[f"b{i}"]), "=")


def read_spans(line: str) -> list[Quantity]:
    """Times, hours and percentages."""
    found: list[Quantity] = []
    for one in _DECADE.finditer(line) if "decade" in line else ():
        value = number_of(one["number"]) * 120 + (60 if one["tail"] else 0)
        found.append(Quantity(value, _bound(one), "years", one.start(), one.end(), nearly=18))
    skip = -1
    for one in _SPAN.finditer(line):
        if one.start() < skip:
            continue
        unit = next(name for name in UNITS if one[name])
        text = one["number"]
        if (
            text in ("a", "an")
            and (unit not in ("years", "months", "weeks") or re.search(r"(?:hours?(?: in| for| of)?|\d|fee|subscription)\s*$", line[: one.start()]))
        ) or text in (
            "several",
            "a few",
        ):
            continue
        value = number_of(text)
        if one["half"] or (one["tail"] or "").strip() == "and a half":
            value += 0.5
        upper = number_of(one["to"]) if one["to"] else None
        bound, end = _bound(one), one.end()
        if bound == ">" and re.search(r"\b(?:stretch\w*|extend\w*|spans?|spread|runs?|reach\w*|distributed|total\w*)\s*$", line[: one.start()]):
            bound = "="  # "stretches over eight years" counts them
        if bound in "<>" and found and found[-1].unit == "years" and not line[found[-1].end : one.start()].strip(" ,"):
            bound = "="  # "one year more than the three years" compares them
        if (one["tail"] or "").strip() in ("or more", "plus", "+"):
            bound = ">="
        if unit == "years":
            value, upper = value * 12, upper * 12 if upper else None
            more = _PLUS_MONTHS.match(line, end)
            if more:
                value, end = value + number_of(more["number"]), more.end()
        if unit == "months":
            unit = "years"
        found.append(Quantity(value, bound, unit, one.start(), end, upper))
        skip = end
    return found


_NOUN = r"(?:requirements?|criteria|criterion|skills?|competenc(?:y|ies)|qualifications?|items?|points?|boxes|box|must-haves?|nice-to-haves?|list|essentials?|demands|conditions?|expectations?|needs|gaps?|areas?|entries|entry|preferences?|extras|asks|set|tier|side|elements?|hurdles?|blocks?|ones?)"
_TIER = r"(?:(?:its|the|these|those|all|of|role's|position's|listed|named|stated|advertised|essential|core|mandatory|must-have|required|indispensable|vital|obligatory|compulsory|decisive|crucial|hard|non-negotiable|key|preferred|optional|desirable|nice-to-have|emerging|technical|further|other|additional|missing|open|remaining|outstanding|unmet)\s+)*"
_COUNTED = rf"{_TIER}{_NOUN}"
_OF = re.compile(
    rf"(?<![\w.-])(?:(?:{_BOUND})\s+)?(?P<x>{NUMBER}|none|neither|both|all|one|no|any|a single one|not a single one)(?:\s+(?P<mid>{_COUNTED}|are|is|met))?\s+(?:out\s+of|of|in|from|from among|/)\s*(?:a (?:total of|possible)\s+)?(?:all\s+)?(?:the\s+|its\s+|these\s+|those\s+)?(?P<y>{NUMBER})(?![\w%.]*\s*(?:years?|weeks?|hours?|months?|%))(?:\s+(?P<noun>{_COUNTED}))?"
)
_RATIO = re.compile(r"(?<![\w./])(?P<x>\d{1,2})\s*(?:/|:)\s*(?P<y>\d{1,2})(?![\d/])")
_OF_INVERTED = re.compile(
    rf"\b(?:of|out of|from|among|against|given|with)\s+(?:all\s+)?(?:the\s+|its\s+)?(?P<y>{NUMBER})\s+(?P<noun>{_COUNTED})(?P<gap>[^.;]*?)[\s(](?:(?:{_BOUND})\s+)?(?P<x>{NUMBER}|none|all|both|neither|half)(?![\w-])(?!\s+(?:years?|weeks?|hours?|months?|%))"
)
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?:{_BOUND})\s+)?(?:(?:a|the|one|exactly|precisely|only|just)\s+)*(?P<n>{NUMBER}\s+|{NUMBER}-)?(?P<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|tenths?)(?:\s+of)?\s+(?:the\s+|all\s+|its\s+|these\s+|those\s+|what\s+)*(?P<noun>{_COUNTED}|them|it|what [^,.;]{{0,40}})"
)
_WORDED = re.compile(
    rf"(?<![\w-])(?P<word>(?:the )?(?:vast |great |large |overwhelming )?majority|most|more than half|over half|less than half|fewer than half|under half|(?:a|the) minority|none|all but (?P<but>{NUMBER})|all|every(?: single)?(?: one)?|each|not one|not a single|no single|not all|no)\s+(?:of\s+)?(?:the\s+|its\s+|these\s+|{NUMBER}\s+)*(?P<noun>{_COUNTED})(?:\s+(?:with the exception of|except(?: for)?|but|bar|save(?: for)?|minus|apart from)\s+(?P<k>{NUMBER})\b)?"
)
_COUNT = re.compile(rf"(?<![\w.$£€/-])(?:(?:{_BOUND})\s+)?(?P<x>{NUMBER}|the only|the sole|no|a single|a|an)\s+(?P<noun>{_COUNTED})(?![\w-])")
_ALL_BUT = re.compile(rf"\ball but (?P<k>{NUMBER})\s+(?:of\s+)?(?:the\s+|its\s+)?(?:(?P<y>{NUMBER})\s+)?(?P<noun>{_COUNTED})")
_EXCEPTIONS = re.compile(
    rf"\b(?:with|but for|bar|save for|save|apart from) (?:just |only )?(?P<k>{NUMBER}|a single) (?P<noun>exceptions?)\b|\bwith the exception of (?P<j>{NUMBER})\b"
)
_AFTER = re.compile(
    rf"(?P<noun>{_COUNTED})\s*(?:met|covered|satisfied|fulfilled|open|missing|matched|coverage|shown|documented|still open|outstanding|unmet)?\s*(?::|=|-|are|is|stand at|stands at|total|number|number of|numbers?)\s*(?P<x>{NUMBER}|none)\b(?!\s*(?:years?|weeks?|hours?|months?|%|of|/|out|in\b|for\b|essential\b|optional\b|emerging\b))"
)


@dataclass
class Count:
    """`x` of `y` things, `y` None where it is not said; `share` a fraction of all; `noun` the words for the things."""

    x: float | None
    y: float | None
    share: tuple[str, Fraction] | None
    noun: str
    bound: str
    start: int
    end: int
    word: str = ""
    between: str = ""
    """The words inside a count that are not of it: "of five requirements the resume meets two"."""

    def admits(self, true: int, total: int) -> bool:
        if self.y is not None and self.y != total:
            return False
        if self.share is not None:
            sign, part = self.share
            actual = Fraction(true, total) if total else Fraction(0)
            return {
                "=": actual == part,
                ">": actual > part,
                "<": actual < part,
                ">=": actual >= part,
                "<=": actual <= part,
                "<~": part - Fraction(1, 8) <= actual < part,
                "~": abs(actual - part) <= Fraction(1, 16),
            }[sign]
        if self.x is None:
            return True
        return Quantity(self.x, self.bound, "", 0, 0).admits(true, nearly=1)


def read_counts(line: str, taken: list[tuple[int, int]]) -> list[Count]:
    """Counts of requirements, skills and gaps; `taken` are stretches that other quantities hold."""
    found: list[Count] = []
    held = list(taken)

    def free(start: int, end: int) -> bool:
        return all(end <= a or b <= start for a, b in held)

    def keep(count: Count) -> None:
        if free(count.start, count.end):
            found.append(count)
            held.append((count.start, count.end))

    def value(text: str, total: float | None) -> float | None:
        if text in ("none", "neither", "no"):
            return 0
        if text in ("all",):
            return total
        if text == "both":
            return 2
        if text == "half":
            return total / 2 if total else None
        if text in ("any", "not a single one"):
            return 0
        if text == "a single one":
            return 1
        return number_of(text)

    numbered = line if any(word in line for word in _NUMERALS) or re.search(r"\d", line) else ""
    for one in _ALL_BUT.finditer(numbered):
        keep(Count(-number_of(one["k"]), number_of(one["y"]) if one["y"] else None, None, one["noun"], "all but", one.start(), one.end(), "all but"))
    for one in _EXCEPTIONS.finditer(line):
        number = one["k"] or one["j"]
        keep(Count(-1 if number == "a single" else -number_of(number), None, None, "exceptions", "all but", one.start(), one.end(), "all but"))
    for one in _OF_INVERTED.finditer(numbered):
        if re.match(r" is [SC]\b", line[one.end() :]):
            continue  # "of nine requirements, one is A, one is B" names them
        if (
            re.search(rf"\b(?:neither|none|both|all|most|half|any|{NUMBER})\s*$", line[: one.start()])
            or len(one["gap"]) > 60
            or re.search(r"\b(?:every|each|second|against|remaining|other|others|further|another)\s*$", one["gap"])
        ):
            continue
        total = number_of(one["y"])
        keep(Count(value(one["x"], total), total, None, one["noun"], _bound(one), one.start(), one.end(), one["x"], one["gap"]))
    for one in _OF.finditer(numbered):
        total = number_of(one["y"])
        noun = one["noun"] or one["mid"] or ""
        keep(Count(value(one["x"], total), total, None, noun, _bound(one), one.start(), one.end(), one["x"]))
    for one in _RATIO.finditer(numbered):
        keep(Count(float(one["x"]), float(one["y"]), None, "", "=", one.start(), one.end(), ":" if ":" in one[0] else "/"))
    for one in _SHARE.finditer(line) if any(part in line for part in _PARTS) else ():
        top = number_of(one["n"].strip(" -")) if one["n"] else 1
        if not one["n"] and one["part"] not in ("half", "halves") and re.match(r"the\b", one[0]):
            continue  # "the fifth of the requirements" is one of a row
        part = Fraction(int(top), _PARTS[one["part"]])
        keep(Count(None, None, (_bound(one), part), one["noun"], "=", one.start(), one.end(), one["part"]))
    for one in _WORDED.finditer(line):
        if re.match(rf"(?:for )?every {NUMBER}", one[0]):
            continue
        word, noun = one["word"].removeprefix("the "), one["noun"]
        if one["but"] or (one["k"] and word.startswith(("all", "every", "each"))):
            keep(Count(-number_of(one["but"] or one["k"]), None, None, noun, "all but", one.start(), one.end(), word))
        elif word in ("none", "not one", "not a single", "no single", "no"):
            keep(Count(0, None, None, noun, "=", one.start(), one.end(), word))
        elif word.startswith(("all", "every", "each")):
            keep(Count(None, None, ("=", Fraction(1)), noun, "=", one.start(), one.end(), word))
        elif word == "not all":
            keep(Count(None, None, ("<", Fraction(1)), noun, "=", one.start(), one.end(), word))
        elif "majority" in word or word in ("most", "more than half", "over half"):
            keep(Count(None, None, (">", Fraction(1, 2)), noun, "=", one.start(), one.end(), word))
        else:
            keep(Count(None, None, ("<", Fraction(1, 2)), noun, "=", one.start(), one.end(), word))
    for one in _AFTER.finditer(numbered):
        keep(Count(value(one["x"], None), None, None, one["noun"], "=", one.start(), one.end()))
    for one in _COUNT.finditer(line):
        if one["x"] in ("a", "an") and not re.search(r"\b(?:gaps?|single)\b", one[0]):
            continue
        x = {"no": 0.0, "a single": 1.0, "a": 1.0, "an": 1.0, "the only": 1.0, "the sole": 1.0}.get(one["x"])
        if re.search(
            r"\b(?:every|is|are|be|being|stays?|remains?|becomes?|makes? (?:it|them|this|that)|leaves? (?:it|them)|counts? as|as)\s*$", line[: one.start()]
        ) and one["x"] in ("no", "a", "an", "a single"):
            continue
        if re.search(r"\bevery\s*$", line[: one.start()]) or one[0].startswith("every"):
            continue
        bound = "=" if re.match(r"(?:short of|shy of|beyond|above|from|under|below|some)\b", one[0]) else _bound(one)
        keep(Count(number_of(one["x"]) if x is None else x, None, None, one["noun"], bound, one.start(), one.end()))
    found.sort(key=lambda count: count.start)
    return found


@lru_cache(maxsize=8192)
def read_numbers(line: str) -> tuple[tuple[Quantity, ...], tuple[Count, ...]]:
    """Both; remembered, because a sentence is read again in the next draft and in the whole report."""
    quantities = read_spans(line)
    return tuple(quantities), tuple(read_counts(line, [(one.start, one.end) for one in quantities]))


MONEY = re.compile(r"(?:(?P<sign>[$£€])\s?(?P<a>\d[\d,]*(?:\.\d+)?)|(?P<b>\d[\d,]*(?:\.\d+)?)\s?(?P<code>usd|eur|gbp|dollars?|euros?|pounds?|[$€£]))")
