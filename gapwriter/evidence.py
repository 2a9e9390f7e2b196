"""Evidence: where a resume shows a skill, in its exact words, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from gapwriter.mention import Lexicon, Mention, find_mentions, split_sentences
from gapwriter.polarity import Polarity, read_polarity
from gapwriter.record import Record
from gapwriter.requirement import read_level
from gapwriter.resume import Passage, Resume
from gapwriter.role import Role
from gapwriter.skill import Catalog, Kind, Proficiency, Rung
from gapwriter.words import fold_words


class Basis(StrEnum):
    """What stands behind a skill, the weakest first: named in a list or a profile; shown in a position or a project; certified; stated by a person."""

    CLAIMED = "claimed"
    DEMONSTRATED = "demonstrated"
    CERTIFIED = "certified"
    STATED = "stated"


class Evidence(Record):
    """One place in the resume: `quote` is an exact part of its text, `source` the field or line; only the polarity `has` speaks for the skill.
    `level_words` are the resume's own words for the level."""

    skill_id: str
    quote: str
    source: str
    rung: Rung
    polarity: Polarity
    basis: Basis
    level: Proficiency | None = None
    level_words: str = ""


def find_evidence(resume: Resume, catalog: Catalog, as_of: date, role: Role | None = None) -> tuple[Evidence, ...]:
    """Everything that the resume says of skills, in the order of its text; for a role, also of the labels that the catalog does not have."""
    options = [option for requirement in role.requirements for option in requirement.options] if role else []
    unknown = [(option.skill_id, option.asked) for option in options if not option.known]
    lexicon = Lexicon(catalog, unknown, [option.skill_id for option in options])
    found = [evidence for passage in resume.passages(as_of) for evidence in _in_passage(passage, lexicon, catalog, as_of)]
    last_word: dict[str, Evidence] = {}
    for number, stated in enumerate(resume.stated.skills):
        name = catalog.find_label(stated.skill)
        skill_id = name.skill_id if name else next((key for key, label in unknown if fold_words(label) == fold_words(stated.skill)), None)
        if skill_id is None:
            continue
        quote = ": ".join(part for part in (f"stated by {stated.who}" if stated.who else "stated", stated.why) if part)
        polarity = Polarity.HAS if stated.held else Polarity.NO
        source = f"meta.gapwriter.skills[{number}]"
        last_word[skill_id] = Evidence(skill_id=skill_id, quote=quote, source=source, rung=Rung.PREFERRED, polarity=polarity, basis=Basis.STATED)
    struck = {skill_id for skill_id, said in last_word.items() if said.polarity is Polarity.NO}
    return (*(evidence for evidence in found if evidence.skill_id not in struck), *last_word.values())


def _in_passage(passage: Passage, lexicon: Lexicon, catalog: Catalog, as_of: date) -> Iterator[Evidence]:
    if passage.section == "interests" and not _is_prose(passage.text):
        return
    for mention in _mentions(passage, lexicon, catalog, as_of):
        kind = catalog[mention.skill_id].kind if mention.skill_id in catalog else None
        if kind is Kind.LICENCE and mention.polarity is Polarity.HAS and not _is_right(passage, mention):
            continue
        first, last = mention.sentence
        words = passage.level or _level_beside(passage.text, mention, kind, catalog)
        polarity = _read_on(passage, mention, as_of)
        if polarity is Polarity.HAS and passage.level:  # "Git: zero", "Rust: learning"
            polarity = read_polarity(f"x: {passage.level}", 0, 1, "", as_of)
        if polarity is Polarity.HAS and passage.ongoing:
            polarity = Polarity.LEARNING
        if polarity is Polarity.LEARNING and kind is Kind.HUMAN_LANGUAGE and _level_words(words, kind):
            polarity = Polarity.HAS  # "German (B1, evening class goes on)": spoken at that level
        yield Evidence(
            skill_id=mention.skill_id,
            quote=passage.text[first:last].strip(),
            source=passage.source,
            rung=mention.rung,
            polarity=polarity,
            basis=_basis(passage, kind),
            level=read_level(words, kind),
            level_words=_level_words(words, kind),
        )


_DEGREE = re.compile(r"(?:B|M|A)\.?(?:A|S|Sc|Eng|Ed|Com|Tech|Arch|Des|Phil)\b\.?(?:\s*\([^)]*\))?(?:\s+(?:in|of))?,?\s+[A-Z]")


def _mentions(passage: Passage, lexicon: Lexicon, catalog: Catalog, as_of: date) -> list[Mention]:
    text = passage.text
    if passage.is_list and " ".join(fold_words(text)) not in lexicon.own:
        name = catalog.find_label(text)
        if name:
            return [_whole(text, name.skill_id, name.rung, passage, as_of)]
    # Letters at the head of a study are a degree ("BA Modern Languages"), which elsewhere they need not be.
    whole = f"{text} (which is a degree)" if passage.section == "education" and _DEGREE.match(text) else text
    is_remark = passage.section in ("basics", "interests")
    mentions = find_mentions(whole, lexicon, as_of=as_of, heading=passage.heading, is_list=passage.is_list, is_remark=is_remark)
    mentions = [mention for mention in mentions if mention.end <= len(text)]
    opens = text.find("(")
    bare = catalog.find_label(text[:opens]) if passage.is_list and opens > 1 and not any(mention.start == 0 for mention in mentions) else None
    if bare:  # "Excel (pivot tables)"
        mentions.insert(0, _whole(text[:opens].rstrip(), bare.skill_id, bare.rung, passage, as_of, text))
    if not mentions and passage.is_list and len(text.split()) <= 4:
        name = catalog.find_spelling(text)
        if name:
            return [_whole(text, name.skill_id, Rung.FUZZY, passage, as_of)]
    return mentions


def _whole(text: str, skill_id: str, rung: Rung, passage: Passage, as_of: date, sentence: str = "") -> Mention:
    """An entry of a list that is the name of a skill, or begins with it (`sentence` is the whole entry)."""
    sentence = sentence or text
    polarity = read_polarity(sentence, 0, len(text), passage.heading, as_of)
    return Mention(skill_id=skill_id, surface=text, rung=rung, start=0, end=len(text), sentence=(0, len(sentence)), polarity=polarity)


_NAME_END = re.compile(r"\s*(?:\([^)]*\)\s*)?(?::|[.;](?=\s))")
_SAID_OF_IT = re.compile(
    r"^\W*(?:not|no|none|never|nothing|only|just|still|began|begun|started|heard|seen|saw|watched|learning|studying|own)\b|\b(?:it|them)\b(?=\s*(?:$|[.,;)]|(?:yet|so|at|in|for|once|only|properly|somewhere|since|myself|now|later|before|soon|next)\b))",
    re.I,
)
_REACH = 400
"""Characters behind a name within which a remark can speak of it."""
_NEXT_TOPIC = re.compile(r"(?<=[.;])\s+(?=[A-Z][\w+#./& -]{1,40}:\s)")


def _read_on(passage: Passage, mention: Mention, as_of: date) -> Polarity:
    """What a mention says of the person, read past its sentence where the name is the topic of what follows ("SQL: I read what others write; own queries
    come next", "Azure. Not one login.")."""
    text, (first, last) = passage.text, mention.sentence
    apart = _NAME_END.match(text, mention.end)
    if mention.polarity is not Polarity.HAS or apart is None or not text[last : last + 9].strip(" ."):
        return mention.polarity
    alone = text[apart.end() - 1] != ":"
    before = text[first : mention.start].strip(" -*•").casefold()
    if before not in ("", "the", "my", "a", "our") and (alone or len(before.split()) > 2):
        return mention.polarity
    rest = text[apart.end() : apart.end() + _REACH]
    topic = _NEXT_TOPIC.search(rest)
    rest = rest[: topic.start()] if topic else rest
    pieces = [rest[a:b] for a, b in split_sentences(rest)]
    name = mention.surface
    own = name.split()[-1]
    said = [piece for number, piece in enumerate(pieces) if (number == 0 and not alone) or _SAID_OF_IT.search(piece) or (len(own) > 2 and own in piece.split())]
    if not said:
        return mention.polarity
    return read_polarity(f"{name}: {' '.join(said)}", 0, len(name), passage.heading, as_of)


_RIGHT = re.compile(
    r"\b(?:licen[cs]ed?|licen[cs]ure|registered with|registration|register|pin|valid|expire[sd]?|active|current|renewed|renewal|permit|card|ticket|endorse\w*|clean|held?|holds?|full|class|category|certified|certificate|lapsed|status|no\.|since (?:\w+ )?\d{4})\b",
    re.I,
)


def _is_right(passage: Passage, mention: Mention) -> bool:
    """Whether a licence is spoken of as a right that is held, not as somebody's title ("carried tools for a journeyman electrician")."""
    if passage.section in ("certificates", "education") or passage.is_list:
        return True
    first, last = mention.sentence
    return bool(_RIGHT.search(passage.text[first:last]))


_AROUND_LEVEL = frozenset(["level", "speaker", "tongue", "user", "knowledge", "proficiency", "language", "command", "in", "of", "to", "and"])


_LONGEST_LEVEL = 60
"""Words around a skill beyond which they are a passage, not a level."""


def _level_words(words: str, kind: Kind | None) -> str:
    """The resume's words for a level where they say nothing else, or the one word that states it: facts hold no free text."""
    found = re.findall(r"\w+", words)
    if len(found) > _LONGEST_LEVEL:
        return ""
    levels = [word for word in found if read_level(word, kind)]
    return words.strip() if all(word in levels or word.casefold() in _AROUND_LEVEL for word in found) else next(iter(levels), "")


def _is_prose(text: str) -> bool:
    """A whole sentence among the interests is a remark; a bare word there is a pastime."""
    return len(text.split()) >= 5


def _basis(passage: Passage, kind: Kind | None) -> Basis:
    if kind in (Kind.CREDENTIAL, Kind.LICENCE) and passage.section in ("certificates", "education"):
        return Basis.CERTIFIED
    return Basis.DEMONSTRATED if passage.section in ("work", "projects", "volunteer", "publications", "awards") else Basis.CLAIMED


_BEFORE = re.compile(r"\b(beginner|basic|intermediate|advanced|expert|fluent|native|conversational)(?:\s+(?:level|in|knowledge of|user of))?\s+$", re.I)
_AFTER = re.compile(
    r"^\s*(?:[(:,–—-]\s*|(?=basics\b))(?:level\s+)?(basics|beginner|basic|intermediate|advanced|expert|fluent|native|mother tongue|conversational|bilingual|[ABC][12])\b",
    re.I,
)


_SPOKEN = re.compile(
    r"[^\W\d_]+(?:\s+and\s+[^\W\d_]+(?=\s*\(?(?:both|all)\b))?(?:\s*[(:,–—-]\s*(?:both|all)?|\s(?:both|all)?)\s*(?:(?:at|level|in|from my \w+,?|spoken,?|written,?|and|is|my)\s+)*(?i:(beginner|basic|intermediate|advanced|fluent|native|mother tongue|conversational|bilingual|[ABC][12]))\b"
)
"""A language with its level beside it, also one level for two ("Polish and English (both C2)")."""


def _level_beside(text: str, mention: Mention, kind: Kind | None, catalog: Catalog) -> str:
    """The words for a level right beside a skill: "advanced Excel", "German (B2)", "PLC basics"; empty where there are none."""
    if kind is Kind.HUMAN_LANGUAGE and (spoken := _SPOKEN.match(text, mention.start)):
        return spoken[1]
    first, space, rest = mention.surface.partition(" ")
    bare = catalog.find_label(rest) if space else None
    # Where "advanced Excel" is itself a name of Excel, its first word is the level.
    head = len(first) + 1 if bare and bare.skill_id == mention.skill_id else 0
    found = _AFTER.match(text[mention.end : mention.end + 40]) or _BEFORE.search(text[max(0, mention.start - 40) : mention.start + head])
    if not found or (re.fullmatch(r"[abc][12]", found[1], re.I) and kind is not Kind.HUMAN_LANGUAGE):
        return ""
    return found[1]
