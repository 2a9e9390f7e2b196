"""Clause: a sentence with a letter in place of each name, its lists folded into one, cut where the sense turns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from gapwriter.claims import lexicon
from gapwriter.claims.entity import Entity
from gapwriter.claims.passage import Sentence
from gapwriter.claims.quantity import WORDS


@dataclass
class Group:
    """One name, or a list of names of one kind; `joint` is the word before the last ("and", "or", "nor")."""

    kind: str
    entities: list[Entity]
    at: int
    joint: str = ""

    @property
    def start(self) -> int:
        return self.entities[0].start

    @property
    def end(self) -> int:
        return self.entities[-1].end


@dataclass
class Line:
    """A sentence in lower-case letters; a capital stands for a name (see `Entity.kind`), Q for a quoted title that no fact knows, U for unknown capitalised words.

    `places` gives for each letter its offset in the whole text; `groups` what the capitals stand for, by place in the line.
    """

    text: str
    places: list[int]
    groups: dict[int, Group]
    sentence: Sentence

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the whole text of a stretch of the line."""
        group = self.groups.get(end - 1)
        return self.places[start], group.end if group else self.places[end - 1] + 1


@dataclass
class Clause:
    """A stretch of a line. `said` are its own groups, `heard` those of the clause before, which it speaks of where it names none ("which …", "it …");
    `mode` is what its opening says of it (`but`, `unlike`, `except`, `if`, `unless`, `which` …)."""

    line: Line
    start: int
    end: int
    mode: str
    heard: list[Group] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def said(self) -> list[Group]:
        return [group for at, group in self.line.groups.items() if self.start <= at < self.end]

    def groups(self, kinds: str) -> list[Group]:
        own = [group for group in self.said if group.kind in kinds]
        return own or [group for group in self.heard if group.kind in kinds]

    @property
    def span(self) -> tuple[int, int]:
        first, last = self.start, self.end
        while last > first and self.line.text[last - 1] in " ,;":
            last -= 1
        while first < last and self.line.text[first] in " ,;":
            first += 1
        return self.line.span(first, max(last, first + 1))


_MONTHS = ("january", "february", "april", "june", "july", "august")
_PLAIN = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "−": "-",
    "\u00a0": " ",
    "\n": " ",
    "\t": " ",
    "\u202f": " ",
}
_MARKUP = "*_`"
_ODD = re.compile(r"[*_`\n\t]")
"""ASCII letters that a line does not have as they are."""
_HEADING_WORDS = frozenset(
    "core essential preferred optional emerging mandatory required requirement requirements skill skills gap gaps roadmap report resource resources section candidate profile executive summary market analysis assessment upskilling recommended target "
    "role position job description step steps week weeks hours priority status must have has nice to open met missing learning plan current title none yes no of the and for in a strengths strength resume cv name company total experience education "
    "certification certifications certificate certificates matched missing leadership years english i".split()
)
_CEFR = re.compile("[ABC][12]")
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»\n]{3,90})[”\"“»]")
_SCRIPT = re.compile(r"[^\W\d_\u0000-\u036f\u1e00-\u1eff\u2c60-\u2c7f]+(?:[ -][^\W\d_\u0000-\u036f\u1e00-\u1eff\u2c60-\u2c7f]+)*")
_TITLED = re.compile(
    r"(?:[A-Z0-9][\w+&'’./:-]*|of|the|and|for|in|to|a|an|with|on|&|-|–)(?:\s+(?:[A-Z0-9][\w+&'’./:-]*|of|the|and|for|in|to|a|an|with|on|&|-|–))+"
)
_CAPITALS = re.compile(
    r"(?<![\w'’-])(?:[a-z]{1,6}[A-Z]\w*|[A-ZÀ-ÞĀ-Ž][\w’'&+.#/-]*[\w+#]|[A-Z]\b)(?:[ -](?:(?:of|the|for|and|de|la|in|&)[ ])?[A-ZÀ-ÞĀ-Ž][\w’'&+#/-]*[\w+#]|[ ]\d{1,4}\b)*"
)


def read_line(text: str, sentence: Sentence, entities: list[Entity], frame: frozenset[str]) -> Line:
    """The line of a sentence; `entities` are those inside it."""
    entities = list(entities)
    strangers = _strangers(text, sentence, entities, frame)
    entities = sorted(entities + strangers, key=lambda one: one.start)
    letters: list[str] = []
    places: list[int] = []
    groups: dict[int, Group] = {}
    at = sentence.start

    def copy(end: int) -> None:
        nonlocal at
        plain = text[at:end]
        if plain.isascii() and not _ODD.search(plain):
            letters.extend(plain.lower())
            places.extend(range(at, end))
            at = end
            return
        for place in range(at, end):
            letter = text[place]
            if letter in _MARKUP:
                continue
            if letter == "—":
                letters.extend(" - ")
                places.extend([place] * 3)
                continue
            letter = _PLAIN.get(letter, letter)
            letters.append(letter.lower() if letter.isascii() else _bare(letter))
            places.append(place)
        at = end

    for entity in entities:
        copy(entity.start)
        groups[len(letters)] = Group(entity.kind, [entity], len(letters))
        letters.append(entity.kind)
        places.append(entity.start)
        at = entity.end
    copy(sentence.end)
    return _fold_lists(Line("".join(letters), places, groups, sentence))


def _bare(letter: str) -> str:
    """A letter in small, without its accent ("résumé")."""
    low = unicodedata.normalize("NFKD", letter.lower())[:1]
    return low if low.isalpha() else letter


def _strangers(text: str, sentence: Sentence, entities: list[Entity], frame: frozenset[str]) -> list[Entity]:
    """Quoted titles and capitalised words that no fact knows."""
    taken = {place for one in entities for place in range(one.start, one.end)}
    found: list[Entity] = []
    for quoted in _QUOTED.finditer(text, sentence.start, sentence.end):
        inside = [one for one in entities if quoted.start(1) <= one.start and one.end <= quoted.end(1)]
        if inside and not any(one.kind == "R" for one in inside) and inside[0].text != quoted[1] and _TITLED.fullmatch(quoted[1]):
            for one in inside:
                entities.remove(one)
                taken -= set(range(one.start, one.end))
        words = re.findall(r"[^\W\d_]+", quoted[1])
        if quoted[1].islower() and all(word in frame for word in words):
            continue
        if not taken & set(range(quoted.start(1), quoted.end(1))):
            found.append(Entity("Q", (), quoted.start(1), quoted.end(1), quoted[1]))
            taken |= set(range(quoted.start(), quoted.end()))
    for named in _SCRIPT.finditer(text, sentence.start, sentence.end):
        if not taken & set(range(*named.span())) and len(named[0].split()) <= 3 and len(named[0]) <= 24:
            found.append(Entity("U", (), named.start(), named.end(), named[0]))
            taken |= set(range(*named.span()))
    for named in _free(text, sentence, taken):
        start, end = named.span()
        words = re.findall(r"[^\W\d_][\w’'&+#/.-]*", named[0])
        before = text[sentence.start : start].rstrip(' "“‘(*_`#>')
        opens = first = not before or before[-1] in ":.!?|–—" or (before[-1] == "-" and len(before) < 3)
        while words and first and (words[0].lower().removesuffix("'s").removesuffix("’s") in frame):
            start = text.index(words[0], start) + len(words[0])
            words.pop(0)
            while start < end and text[start] in " -":
                start += 1
            if words and words[0].islower():
                words.pop(0)
            opens = False
        if not words or start >= end or all(word.lower() in WORDS or _CEFR.fullmatch(word) for word in words):
            continue
        known = [word.lower() in frame or word.lower().endswith("-wise") or word.lower().removesuffix("’s").removesuffix("'s") in frame for word in words]
        # "the Front Office Manager vacancy": everyday words, but capitalised together they are a name
        titled = not opens and sum(word[0].isupper() for word in words) > 1 and not all(word.lower() in _HEADING_WORDS for word in words)
        if (all(known) and not titled and not (len(words) == 1 and words[0].lower()[:-2] in _MONTHS and words[0].endswith(("'s", "’s")))) or (
            len(words) == 1 and opens and words[0].lower() in lexicon.common()
        ):
            continue
        ending = re.search(r"['’]s$", text[start:end])
        end -= len(ending[0]) if ending else 0
        found.append(Entity("U", (), start, end, text[start:end]))
    return found


def _free(text: str, sentence: Sentence, taken: set[int]) -> Iterator[re.Match[str]]:
    """Capitalised words in the stretches of a sentence that no name holds."""
    at = sentence.start
    while at < sentence.end:
        if at in taken:
            at += 1
            continue
        end = at
        while end < sentence.end and end not in taken:
            end += 1
        yield from _CAPITALS.finditer(text, at, end)
        at = end


_JOINT = re.compile(
    r"\s*(?:;|,?\s*\band (?:equally|also|likewise|similarly|then|finally|lastly|further|not least|in addition)\b,?|→|>|·|•|\||,\s*(?:and|or|nor|as well as|plus|along with)?|/|&|\band\b|\bor\b|\bnor\b|\bas well as\b|\bplus\b|\balong with\b|\btogether with\b|\band also\b|\bin addition to\b|,?\s*\bbut also\b)\s*(?:(?:in|of|with|on|for|the|also|both|even|either|then|finally|lastly)\s+)*$"
)
_ALIAS = re.compile(r"\s*\(\s*$")


def _fold_lists(line: Line) -> Line:
    """Names of one kind that only commas and "and" divide become one letter."""
    order = sorted(line.groups)
    letters, places = list(line.text), list(line.places)
    cut: list[tuple[int, int]] = []
    groups: dict[int, Group] = {}
    current: Group | None = None
    last = 0
    for at in order:
        group = line.groups[at]
        gap = line.text[last + 1 : at] if current else ""
        if current and group.kind in "SCRPEJ" and (group.kind == current.kind or {group.kind, current.kind} == {"S", "C"}):
            if (
                _JOINT.fullmatch(gap)
                and not _splits(line.text, current, at)
                and (";" not in gap or (gap.strip() == ";" and re.match(r"\s*(?:[;.(]|$)", line.text[at + 1 :])))
            ):
                current.entities += group.entities
                word = re.search(r"\b(and|or|nor|as well as|plus)\b", gap)
                current.joint = word[1] if word else current.joint or "and"
                cut.append((last + 1, at + 1))
                last = at
                continue
            if _ALIAS.fullmatch(gap) and group.entities[0].keys == current.entities[-1].keys and line.text[at + 1 : at + 2] == ")":
                cut.append((last + 1, at + 2))
                last = at + 1
                continue
        current, last = group, at
        groups[at] = group
    if not cut:
        return line
    gone = {place for start, end in cut for place in range(start, end)}
    kept = [place for place in range(len(letters)) if place not in gone]
    moved = {old: new for new, old in enumerate(kept)}
    for group in groups.values():
        group.at = moved[group.at]
    return Line("".join(letters[place] for place in kept), [places[place] for place in kept], {group.at: group for group in groups.values()}, line.sentence)


def _splits(text: str, current: Group, at: int) -> bool:
    """Whether "and" joins two clauses rather than two names: "knows A and B is missing"."""
    before, after = text[: current.at], text[at + 1 :]
    if re.search(r",\s*and (?:for|with|of) (?:the )?$", text[:at]) and re.match(r"\s+(?:the|there|its|no)\b", after):
        return True  # "A and B are not shown, and for B the related C …" begins anew
    if re.search(
        r"\b(?:unlike|like|besides|beyond|apart from|aside from|except for|in addition to|alongside|despite|in contrast to|as opposed to|rather than|instead of|after|with|for)\s+(?:for |with |the |in )?$",
        before,
    ) and re.match(r"\s+(?:is|are|has|have|was|will|would|remains?|does|do|stays?|needs?|must|can|cannot|comes?)\b", after):
        return bool(re.search(r",\s*$", text[:at]))
    if re.search(r"\b(?:unlike|in contrast to|as opposed to|rather than|instead of)\s+(?:for |with |the |in )?$", before) and re.search(r",\s*$", text[:at]):
        # "Unlike A, B and C cannot …": the list that the verb belongs to begins behind the comma.
        return bool(
            re.match(
                r"(?:,? (?:and|or|as well as|plus) [SC]|, [SC])*\s+(?:is|are|has|have|was|will|would|remains?|does|do|stays?|needs?|must|can|cannot|comes?)\b",
                after,
            )
        )
    if re.search(r", (?:met|shown|covered|documented) (?:through|by|via) (?:the )?$", before) and re.search(r",[^,]*$", text[current.at + 1 : at]):
        return True  # "A, met through B, and C are met": C stands beside A, not beside B
    if re.search(r"\band\b.*,\s*and (?:the )?$", text[current.at + 1 : at]):
        return bool(re.match(r"\s+(?:is|has|was|remains?|does|stays|needs|will|still|cannot|comes)\b", after))  # "A and B, and B is met through C"
    if not re.search(r"(?<!as well )\band\s*$|,\s*$|\bor\s*$", text[:at]) or re.search(r"\bneither\b|\beither\b", before):
        return False
    if not re.match(r"\s+(?:is|has|was|remains?|does|stays|needs|will|still|cannot|comes)\b", after):
        return False
    last = re.split(r"[,;:]\s|\b(?:but|whereas|while|although|though)\b", before)[-1]
    return bool(lexicon.FINITE.search(last))


_CUTS = re.compile(
    r"(?!\B\w)(?:"  # nothing begins inside a word, which is where most places are
    r"\s*;\s*|\s*:\s*(?=the (?:first|former)\b)|\s+-\s+|\s*+(?:,\s*+)?\b(?:(?P<but>(?<!anything )(?<!nothing )(?<!all )(?<!none )(?<!last )but(?! also)(?! for (?:the )?S)|whereas|whilst|while|although|though|however|even though|even if|nevertheless|nonetheless|by contrast|in contrast(?! to)|conversely|"
    r"on the other(?: hand| side)?|stands? against|yet(?!\s+(?:to|another)\b)(?!\s*[,.;:)])(?<!not yet)(?<!as yet)|except that|only that|otherwise)\b,?\s*"
    r"|(?P<which>(?:all of |both of |neither of |none of |most of )?which|who|whom|whose|an? (?:further |second |third )?(?:skill|requirement|tool|condition)(?: that| which)?(?= the (?:role|position|post|job|company)\b))\b\s*)"
    r"|\s*,\s*(?P<that>where)\b\s*"
    r"|\s*,?\s+and\s+(?P<and>(?=(?:there|here|the candidate|N|he|she|they|it|this|that|these|those|the (?:role|profile|resume|cv|position|plan|roadmap|record|rest|remaining|former|latter|same|(?:[a-z]+ )?others?)|none|neither|so|only|nothing|in (?:both|each|either|all|this|that|these) cases?|of (?:the |its )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|remaining|other|optional|emerging|essential|[a-z]+ing)\b|(?:one|two|three|four|five|six|seven|eight|\d+) (?:is|are|remains?|still)|continues?|begins?|ends?|starts?|stops?|concludes?|leaves?|lacks?|gives?|names?|lists?|documents?|mentions?|contains?|states?|adds?|carries|has|have|had|is|are|was|were|"
    r"does|do|did|cannot|can|will|would|should|therefore|thus|hence|still|not|no|counts?|meets?|shows?|holds?|knows?|brings?|covers?|misses|needs?|requires?|asks?|closes?|remains?|teaches|costs?|takes?|runs?|addresses|(?:the )?[SC] (?:is|are|has|have|remains?|does|do|needs?|will)|[RUQ] (?:is|costs?|covers?|teaches))\b))"
    r"|\s*,\s*so (?=(?:these|those|they|this|that|it|the|both|all|there|neither|none|nothing)\b)|\s*,\s+and\s+(?=(?:for|with|of) (?:leadership|architecture|(?:the )?[SC] (?:the|there|its|no)\b))|(?<=\brelated)\s*,\s+and\s+(?=(?:for|with|of)\b)|\s*,\s*(?P<comma>(?=(?:(?:his|her|their|N's) (?:profile|record|resume|cv|file|experience|background|application|skills)|the candidate|N|he|she|they|it|there|this|that|none|neither|nothing|nobody|leadership (?:is|has) (?:not\b(?! only)|neither)|the (?:essential|optional|emerging) (?:group|list|side|tier)|the (?:role|profile|resume|cv|position|latter|former|first|second)|(?:the )?[SC] (?:still |also |both |all |then |already )?(?:is|are|has|have|will|would|remains?|stays?|does|do|cannot|can|needs?|comes?|follows?|begins?|starts?)|a (?:second|third|fourth|further)|(?:open|missing|weak|closed|still open) (?:points?|items?|skills?)|S (?:excepted|apart|aside|excluded|included))\b))"
    r"|\s*+(?:,\s*+)?\b(?:(?P<if>if|unless|once|until|provided that|as soon as|should)\b\s+(?=(?:the|N|he|she|they|it|S|this|these|that|a|any|no|both)\b)"
    r"|(?P<because>because(?! of)|since(?=\s+(?:the|N|it|S|he|she|they|this)\b)|(?<!far )(?<!well )(?<!soon )(?<!long )(?<!just )(?<!much )as(?=\s+(?:the (?:role|candidate|position)|N|it is|the (?:resume|cv|record) (?:only )?(?:names|lists|mentions|says|tells|speaks)\b(?=\W+\w)|(?:the (?:resume|cv|record) )?(?:(?:shows?|names?|documents?|does|meets?|gives?) (?:neither|no|none|not)\b)|(?:none|one|two|three|four|five|six|seven|eight|nine|ten|\d+) of\b|[SC] (?:is|are|has|have))\b)|so that)\b\s*"
    r"|(?P<except>all but|except(?:ing)?(?: for)?|with the (?:sole |only |single |one )?exception of|(?:(?<=remain )|(?<=remains )|(?<=left )|(?<=open ))(?:after|besides?)|the (?:sole |only |single |one )?exceptions? being|(?<!nothing )but for|apart from|aside from|save(?: for)?|other than|bar(?:ring)?|excluding)\b\s*(?=(?:(?:for|the|in|only)\s+)?[SCU])"
    r"|(?P<unlike>unlike|in contrast to|as opposed to|rather than|instead of|in place of|not so much|(?<=, )not(?=\s+(?:in |on |with |for |of )?[SC]\s*,))\b\s*(?=(?:(?:for|with|the|in|on)\s+)?[SCRU])"
    r"|(?P<despite>despite|in spite of|notwithstanding|for all|besides|beyond(?! (?:what|the (?:role|requirements|vacancy|job|position|post|advertisement|brief|scope|posting)))|in addition to|alongside|on top of)\b\s*(?=[^,]*[SC]))"
    r"|\s*\((?P<paren>(?=[^)]*\)))|(?<=\))\s*(?P<after>))"
)


@lru_cache(maxsize=8192)
def _cut(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a line is cut: where the clause before ends and the next begins, and its mode; remembered, because a sentence is read again in the next draft and in the whole report."""
    cuts = [(0, 0, "")]
    for found in _CUTS.finditer(text):
        mode = next(
            (
                name
                for name in ("but", "which", "that", "and", "comma", "if", "because", "except", "unlike", "despite", "paren", "after")
                if found.group(name) is not None
            ),
            "stop",
        )
        word = found.group(mode) if mode != "stop" and found.group(mode) else ""
        if mode == "paren" and not re.match(
            r"[^)]*(?:[SCR]|met|open|missing|gap|yes|no\b|tick|absent|present|held|shown|core|preferred|essential|optional|level|beginner|intermediate|advanced|expert|native|basic|conversational|[abc][12]\b)",
            text[found.end() :],
        ):
            continue
        cuts.append((found.start(), found.end(), f"{mode}:{word}" if word else mode))
    return tuple(cuts)


def split_clauses(line: Line) -> list[Clause]:
    """The clauses of a line; one without a finite verb of its own stays with its neighbour."""
    text = line.text
    cuts = _cut(text)
    clauses: list[Clause] = []
    for (_start, body, mode), after in zip(cuts, [*[cut[0] for cut in cuts[1:]], len(text)], strict=True):
        if body < after and re.search(r"[\w%$+✓✔✗✘]", text[body:after]):
            clauses.append(Clause(line, body, after, mode))
        elif clauses and mode:
            clauses[-1].end = max(clauses[-1].end, after)
    clauses = _merge(_resume(clauses))
    for number, clause in enumerate(clauses[1:], 1):
        before = clauses[number - 1]
        clause.heard = before.said or before.heard
        if clause.mode == "paren" and not re.search(r"[SCRUQ][*_\"]?\s*\(\s*$", line.text[: clause.start]):
            clause.heard = []  # "group two (preferred) contains …"
        if re.match(r"(?:for|of|with) (?:leadership|architecture)\b", before.text):
            clause.heard = []  # "asks for A and for leadership, which …" goes on about leadership
        aside = clause.mode in ("main", "comma") and before.mode.partition(":")[0] in ("except", "unlike", "despite", "if")
        if aside and number == 1:
            clause.heard = []
        elif aside:
            clause.mode = "main"
            # "It is A, rather than B, that …": behind an aside the sentence goes on with what stood before it.
            clause.heard = clauses[number - 2].said or clauses[number - 2].heard
    return clauses


_ASIDE = re.compile(r"(?:[SCU](?= there (?:is|are|was)\b))|[^,;]*?[SCU][^,;A-Z]*?(?P<comma>\s*,\s*)")
_BARE_ASIDE = re.compile(r"\W*(?:\w+ ){0,2}[SC](?=\s+(?:that|which|who|is|are|has|have|needs?|must|will|should|does|do|remains?|keeps?|stands?|can)\b)\s*")
_APART = re.compile(r"\W*(?:with )?[SC] (?:excepted|apart|aside|excluded|notwithstanding)(?:\s*,\s*|$)")


def _resume(clauses: list[Clause]) -> list[Clause]:
    """An aside ends at its comma: "apart from A, …", "A excepted, …"."""
    found: list[Clause] = []
    for clause in clauses:
        mode = clause.mode.partition(":")[0]
        end = None
        if mode in ("except", "unlike", "despite", "if"):
            aside = _ASIDE.match(clause.text)
            end = aside.end() if aside else None
            if end is None and mode in ("except", "unlike") and (bare := _BARE_ASIDE.match(clause.text)):
                end = bare.end()
        elif mode == "comma" and re.match(r"\W*[SC] (?:excepted|apart|aside|excluded)\W*$", clause.text):
            clause.mode = "except"
        elif not mode and (apart := _APART.match(clause.text)):
            mode, end = "except", apart.end()
            clause.mode = "except"
        if end is not None and clause.start + end < clause.end - 2:
            found += [Clause(clause.line, clause.start, clause.start + end, clause.mode), Clause(clause.line, clause.start + end, clause.end, "main")]
        else:
            found.append(clause)
    return found


_TOPIC = re.compile(
    r"\W*(?:when it comes to|as (?:for|regards|to)|on|in|with (?:regard|respect) to|regarding|concerning|in terms of|in the (?:field|area) of|where)\s+(?:the )?[SC](?: (?:is|are) concerned)?\W*"
)


def _merge(clauses: list[Clause]) -> list[Clause]:
    """An opening phrase without a verb belongs to what follows ("Among the missing skills, …")."""
    merged: list[Clause] = []
    for clause in clauses:
        before = merged[-1] if merged else None
        kind = clause.mode.partition(":")[0]
        if before and before.text.startswith("far from") and kind == "comma":
            merged.append(clause)
            continue
        if before and kind == "comma" and _TOPIC.fullmatch(before.text):
            before.end = clause.end  # "When it comes to S, the candidate …"
            continue
        if (
            before
            and kind == "comma"
            and any(group.kind in "SC" for group in before.said)
            and (lexicon.PLUS.search(before.text) or lexicon.MINUS.search(before.text))
        ):
            merged.append(clause)  # "Strong on S, the candidate has yet to …"
        elif (
            before
            and kind in ("comma", "and", "after")
            and not re.search(r"\bincluded\W*$", clause.text)
            and not lexicon.FINITE.search(before.text)
            and before.mode.partition(":")[0] not in ("except", "unlike", "despite", "paren", "which")
            and not re.search(r":\s*(met|open)|\b(?:former|latter)\b", before.text + clause.text)
        ):
            before.end = clause.end
        elif before and kind == "but" and not before.said and len(before.text.split()) < 4 and not lexicon.FINITE.search(before.text):
            before.end = clause.end  # "Preferred but absent: …"
        else:
            merged.append(clause)
    return merged
