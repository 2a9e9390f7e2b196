"""Usage: whether words that could name a skill are used as its name, or as a common word, a letter, or part of another name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from gapwriter.skill import Kind, Name, Rung, other_capitals
from gapwriter.words import Word, common_words


class Usage(IntEnum):
    """`MAYBE` needs a neighbour that is meant as a skill."""

    NO = 0
    MAYBE = 1
    YES = 2


@dataclass
class Place:
    """Where a name stands: the text, the span of the name and of its sentence, the words near it; whether the text is an entry of a list of skills, and whether the role asks for the skill.

    What few names need is worked out where it is asked for.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    near: Sequence[Word]
    is_entry: bool
    is_asked: bool

    def __post_init__(self) -> None:
        self.surface = self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return self.text[self.first : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.last]

    @cached_property
    def around(self) -> frozenset[str]:
        """The folded words of the sentence around the name."""
        return frozenset([word.folded for word in self.near if self.first <= word.start < self.last and not self.start <= word.start < self.end])


# Words that make a capitalised name before them the name of a place, a firm or a person ("Java Street", "Excel Logistics").
_PROPER_TAIL = re.compile(
    r"[\s-]+(?:[A-Z][\w&'’-]*\s+){0,2}(?:Street|Road|Lane|Row|Quay|Wharf|Close|Court|Crescent|Terrace|Bridge|Hill|Gardens|Place|Way|Yard|Avenue|Square|Choir|Hall|Caf[eé]|Logistics|Ltd|Inc|GmbH|LLC|Corp|Group|Books?|Bakery|Church|School|Club|Inn|Bar|House|"
    r"Adventures?|Trust|Partners|Holdings?|Brothers|Sons|Valley|Park|Farms?|Foods?|Motors|Stores?|Records|Foundation(?!\s+(?:Certificate|Course|Degree|Level|Diploma|Year))|Award|Hotel|Restaurant|Village|Island|Lake|River|Band|Falls|Corporation|Company|Cinemas?|Theat(?:re|er)|Museum|Airlines?|Airport|University|College|Bank|Medical(?=\s*(?:[,.;(–—-]|$))|Hospitality Group|Biology|Calculus|Chemistry|History)\b"
)
_IS_A_NAME = re.compile(
    r"\s+(?:is|was)\s+(?:just\s+)?(?:the|a|my|our)\s+(?:\w+\s+)?(?:name|street|cat|dog|son|daughter|donor|neighbou?r|nickname)\b|\s+(?:has|have)\s+nothing to do with\b|"
    r"\s*,\s+which\b[^,.;]{0,30}?\bis\s+the\b",
    re.I,
)
_PERSON_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lady|Herr|Frau)\.?\s+(?:[A-Z][\w'’.-]*\s+){0,2}$")
_PLACE_BEFORE = re.compile(r"\b(?:(?:City|Town|County|University|Port|Lake|Isle|Borough|State) of|La|San|Santa|Mount|Fort|Port|Lake|Saint|St\.?)\s+$")
_OF_A_FIRM = re.compile(
    r"\s+(?:(?:regional|local|district|field|head|national|trade|family|small|large|mid-sized|leading)\s+)?(?:company|companies|firm|firms|contractors?|business(?:es)?(?!\s+\w)|office(?!\s+\w)|manufacturers?|wholesalers?|suppliers?|dealers?|dealership|"
    r"agency|agencies|shops?(?!\s+\w)|stores?(?!\s+\w)|vendors?|traffic)\b",
    re.I,
)
_WORKED_FOR = re.compile(r"\b(?:an?|the|for|at|our|their)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
_USES = re.compile(
    r"\b(?:in|via|into|using|uses?|used|with|from|to|on|of|through|and|or|know|knows|learned|wrote|written|writes?|plus|our|the|at|about)\s+$", re.I
)
_USES_TOOL = re.compile(r"\b(?:in|via|into|using|uses?|used|know|knows|through)\s+$", re.I)
_BOUNDARY = re.compile(
    r"\s*(?:$|[.,;:)!?–—]|\s-\s|\(|/|\b(?:and|or|for|on|to|as|with|at|by|daily|every|yes|no|under|from|since|in|scripts?|programs?|code|apps?|apis?|services?|pipelines?|queries|models?|workbooks?|spreadsheets?|databases?|\d+(?:\.\d+)+)\b)",
    re.I,
)
_VERB_TAIL = re.compile(r"\s+(?:at|in doing|to all|to the|for it|of mouth|through the|the extra|out|up|away)\b", re.I)
_TOOL_CUES = frozenset(
    (
        "script scripting code coding coded program programmed programming developer development library libraries framework app apis api data sql pipeline "
        "dashboard query querie report model software tool cloud server database package notebook etl automation backend frontend build deploy deployed "
        "container image cluster version"
    ).split()
)
_FIRST_NAMES = frozenset("ruby julia crystal jasmine django kafka sage grace iris dart elm jenkins chef spring summer autumn winter".split())
_LANGUAGE_CUES = frozenset(
    (
        "speak speaks spoke spoken fluent fluently fluency native language bilingual trilingual multilingual translate translated translation translator "
        "interpreter interpret teach taught teacher teaching tutor tutored conversational study studying learning learn tongue a1 a2 b1 b2 c1 c2 written lesson "
        "read proficient mother"
    ).split()
)
_SPEAKING = frozenset("communication communicate communicating command orally oral verbal verbally".split())
LANGUAGE_END = re.compile(r"\s*(?:$|[.,;:)(]|skills?\b|language\b|(?:and|or|is|are|in|on|to|with|both|at)\b)", re.I)
"""What stands behind a language that is spoken, and not behind one that tells of something ("English literature")."""
_ENTRY_REST = re.compile(
    r"(?:\b(?:basic|advanced|intermediate|expert|beginner|fluent|native|good|strong|excellent|proficient|level|experience|skills?|knowledge|certified|certification|certificate|card|licen[cs]e|years?|yrs?|months?|"
    r"and|or|with|in|of|v?\d[\d.+x]*|[a-c][12]|user|daily|use|incl|including)\b|[\W\d_])+",
    re.I,
)


def read_usage(name: Name, place: Place) -> Usage:
    """Whether the words at a place are meant as the name."""
    if _is_other_name(name, place):
        return Usage.NO
    if not _needs_proof(name, place) or (place.is_asked and " " in place.surface):
        return Usage.YES  # a phrase that the role uses too
    if place.is_entry and (_fills_entry(place) if name.needs_context or name.kind is Kind.HUMAN_LANGUAGE else _stands_alone(place)):
        return Usage.YES
    if name.kind is Kind.HUMAN_LANGUAGE:
        spoken = place.around & _LANGUAGE_CUES or (place.around & _SPEAKING and LANGUAGE_END.match(place.after))
        return Usage.YES if spoken or _stands_alone(place) else Usage.MAYBE
    cues = name.needs_context or _TOOL_CUES
    return Usage.YES if place.around & cues or _is_used_as_name(name, place) else Usage.MAYBE


def _is_other_name(name: Name, place: Place) -> bool:
    """Firm, street or person; another abbreviation; a plural that is another word; a single letter of something else."""
    surface, text = place.surface, place.text
    capital = surface[:1].isupper()
    if text[place.end : place.end + 1] == ">" and text[max(0, place.start - 1) : place.start] == "<":
        return True  # a placeholder of a de-identified text
    if (name.unless and place.around & name.unless) or (capital and other_capitals(surface, name.label)):
        return True
    if name.label.endswith("ics") and surface.endswith("ic"):
        return True  # "an electronic chart" is no electronics
    if (
        name.case_sensitive
        and not (place.is_entry and _stands_alone(place))
        and _letters(surface) not in (_letters(name.label), _letters(name.label) + "s", _letters(name.label).upper())
    ):
        return True
    pairs = zip(surface.split(), name.label.split(), strict=False) if " " in name.label else ()
    if any(theirs.isupper() and len(theirs) > 1 and ours.islower() and ours in common_words() for ours, theirs in pairs):
        return True  # "I can bus the office" is no CAN bus
    if name.kind in (Kind.TOOL, Kind.LANGUAGE, Kind.HUMAN_LANGUAGE) and " " not in name.label and _plural_differs(surface, name.label):
        return True
    if capital and (_PROPER_TAIL.match(text, place.end) or _PERSON_BEFORE.search(place.before) or _PLACE_BEFORE.search(place.before)):
        return True
    if not place.is_entry and text[place.end : place.end + 1] == " " and _OF_A_FIRM.match(text, place.end) and _WORKED_FOR.search(place.before):
        return True  # "for a plumbing company": what the firm does is not what the person does
    if capital and surface.casefold() in _FIRST_NAMES and re.match(r"\s+[A-Z][a-z]+\b", text[place.end :]):
        return True
    if _IS_A_NAME.match(text, place.end) or surface[:3].casefold() == "no ":
        return True  # "No SQL" denies SQL, whatever NoSQL is
    return len(surface) == 1 and (text[place.end : place.end + 1] in ("'", "’", "&") or text[max(0, place.start - 1) : place.start] in ("&", "'", "’"))


def _needs_proof(name: Name, place: Place) -> bool:
    """Names with a rule, everyday words that name a skill only in passing, and the proper name of a tool in small letters that is an everyday word ("pandas")."""
    if name.needs_context or name.kind is Kind.HUMAN_LANGUAGE:
        word = place.surface.casefold()
        return not (place.is_asked and name.kind is Kind.TOOL and len(word) > 2 and place.surface == name.label == word and word not in common_words())
    if name.rung is Rung.ALTERNATIVE and " " not in place.surface and not place.is_asked and place.surface.casefold() in common_words():
        return True  # "fostering trust" is no foster care; where the role asks for the skill, the word is taken at its word
    small = place.surface.islower() and " " not in place.surface and name.kind in (Kind.TOOL, Kind.LANGUAGE, Kind.METHOD)
    return small and place.surface.removesuffix("'s").removesuffix("’s") in common_words()


def _fills_entry(place: Place) -> bool:
    """Whether nothing but level words, figures and other entries stand beside the name in its entry."""
    entry = re.split(r"[,;/|]| and | & ", place.text[: place.start])[-1], re.split(r"[,;/|]| and | & ", place.text[place.end :])[0]
    return all(not part.strip() or _ENTRY_REST.fullmatch(part) for part in entry)


def _is_used_as_name(name: Name, place: Place) -> bool:
    """Signs that a name with a rule is meant though no cue stands beside it."""
    surface, before, after = place.surface, place.before, place.after
    if _stands_alone(place):
        return True
    starts = not before.strip(' \t-*•"“(')
    if starts and surface.casefold().endswith("ing") and re.match(r"\s*(?:of|for|and)\b|\s*[,:(]", after):
        return True  # a bullet that opens with a gerund names a task ("Onboarding of about 90 people a year")
    if starts and " " in surface:
        return True
    exact = surface[:1].isupper() and _letters(surface) == _letters(name.label)
    if place.is_asked and re.fullmatch(r"[A-Z&/]{3,6}s?", surface) and _letters(name.label).rstrip("s").isupper():
        return True  # an abbreviation of three capitals that the role uses too
    version = re.match(r"\s+\d+(?:\.\d+)+\b", after)
    if exact and version and not starts:
        return True  # "Ruby 2.7"
    if not exact or not _BOUNDARY.match(after) or len(surface) == 1:
        return bool(exact and len(surface) == 1 and _USES_TOOL.search(before) and _BOUNDARY.match(after))
    if starts:
        return place.is_asked and not _VERB_TAIL.match(after)
    return bool((_USES_TOOL if surface.casefold() in _FIRST_NAMES else _USES).search(before)) and not re.match(r"\s+\d{4}\b", after)


def _stands_alone(place: Place) -> bool:
    return place.text[place.first : place.last].strip(" \t-*•.:()") == place.surface


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _plural_differs(surface: str, label: str) -> bool:
    ours, theirs = (re.sub(r"['’]s$", "", name).casefold() for name in (surface, label))
    plural_of_capitals = surface.endswith("s") and surface[:-1].isupper()
    return ours != theirs and (ours == theirs + "s" or theirs == ours + "s") and not plural_of_capitals
