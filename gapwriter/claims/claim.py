"""Claim: what a clause says of a skill, a certificate or a resource."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gapwriter.claims import lexicon
from gapwriter.claims.clause import Clause, Group, Line, split_clauses
from gapwriter.claims.entity import Entity
from gapwriter.claims.quantity import NUMBER

OPPOSITE = {"+": "-", "-": "+"}


@dataclass
class Claim:
    """`kind`: `hold` (sign + held, - not held), `relate` (a skill near another, not met), `tier` (value essential, optional or emerging), `ask` and `unasked` (of the role), `level`, `praise`.

    `entity` is the name spoken of, `clause` where.
    """

    kind: str
    entity: Entity
    clause: Clause
    sign: str = ""
    value: str = ""
    hedged: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The clause with the name that it speaks of, or the name alone where that is long."""
        start, end = self.clause.span
        start, end = min(start, self.entity.start), max(end, self.entity.end)
        return (start, end) if end - start <= 120 else (self.entity.start, self.entity.end)


_ALSO_NOT = re.compile(r"(?:,? and|,? but|,? or|,) (?:also|likewise|equally) not(?: yet)?(?: (?:shown|documented)\b|(?= (?:the )?[SC]\b))")


@lru_cache(maxsize=8192)
def read_sign(text: str) -> tuple[str, bool]:
    """The sign of a stretch of a line ("+", "-", "n" for a bare negation, "" for none) and whether it is hedged."""
    signs = set()
    if _ALSO_NOT.search(text):  # a denial that is said again denies once
        bare = _ALSO_NOT.sub("", text)
        text = bare if lexicon.NEGATORS.search(bare) else _ALSO_NOT.sub(" missing", text)
    hedged = bool(lexicon.HEDGES.search(text))
    for some, idioms in lexicon.IDIOMS:
        for sign, pattern in idioms if some.search(text) else ():

            def blank(found: re.Match[str], sign: str = sign) -> str:
                signs.add(sign)
                return ("·" * len(found[0])) if "S" not in found[0] else "".join(c if c in "SCRN" else "·" for c in found[0])

            text = pattern.sub(blank, text)
    negators = _negators(text)
    minus, plus = lexicon.MINUS.search(text), lexicon.PLUS.search(text)
    if "-" in signs and "+" not in signs:
        base = "-"
    elif "+" in signs and "-" not in signs:
        base = "+"
    elif signs >= {"+", "-"}:
        base = "-"
        negators = 0
    elif minus:
        base = "-"
    elif plus:
        base = "+"
    else:
        return ("n" if negators % 2 else ""), hedged
    return (base if negators % 2 == 0 else "-+"[base == "-"]), hedged


def _negators(text: str) -> int:
    """Denials that count: "neither … nor" and "not … nor" deny once, "not yet" and "never … at all" too."""
    found = [one[0] for one in lexicon.NEGATORS.finditer(text)]
    count = len(found)
    if "nor" in found and count > 1:
        count -= found.count("nor")
    if "none" in found and re.search(r"\bbut none\b", text):
        count -= 1
    return count


def read_claims(line: Line, lead: str, section: str) -> tuple[list[Clause], list[Claim]]:
    """The clauses of a line and what they say; `lead` is the line that a list stands under."""
    clauses = split_clauses(line)
    claims: list[Claim] = []
    held: list[tuple[Clause, list[Claim]]] = []
    for clause in clauses:
        own = list(_hold(clause, lead, section))
        held.append((clause, own))
        claims += _rank(clause, lead)
        claims += _level(clause, own)
    _settle(held, lead)
    return clauses, [*(claim for _, own in held for claim in own), *claims]


def _window(clause: Clause, group: Group) -> str:
    """The words of a clause that belong to one of its groups: all of them where it has one."""
    others = [other for other in clause.said if other.kind in "SC" and other is not group]
    if not others or group.at < clause.start:
        return clause.text
    left = max((other.at + 1 for other in others if other.at < group.at), default=clause.start)
    right = min((other.at for other in others if other.at > group.at), default=clause.end)
    return clause.line.text[left:right]


def _hold(clause: Clause, lead: str, section: str) -> Iterator[Claim]:
    groups = clause.groups("SC")
    if groups and _is_relation(clause):
        yield from (Claim("relate", entity, clause) for group in groups if group in clause.said for entity in group.entities)
        return
    if not groups or any(group.kind in "RQ" for group in clause.said):
        return
    own = any(group in clause.said for group in groups)
    for group in groups:
        said = _behind_colon(clause, group) if own else clause.text
        if section == "Candidate Profile":
            said = _IT.sub("the resume ", said)
        text = _window(clause, group) if own and said == clause.text and _BESIDE.search(clause.text) else said
        sign, hedged = read_sign(text)
        whole = read_sign(said)
        if not sign and text != clause.text:
            sign, hedged = whole
        hedged = hedged or whole[1]
        if sign and _only_asks(clause, lead, section):
            sign = ""
        if sign == "+" and section in _OF_THE_PLAN and not (lexicon.PERSON.search(clause.text) and _STRONG.search(clause.text)):
            sign = ""
        if sign in ("-", "n") and lexicon.UNASKED.search(clause.text):
            sign = ""
        if sign and not own and re.search(r"\b(?:leading|leadership|led|people|team)\b", clause.text):
            sign = ""
        if sign and not own and _COUNTED.match(clause.text):
            sign = ""
        if (
            sign
            and not own
            and _OTHER_SUBJECT.match(clause.text)
            and not (clause.mode.startswith("which") and _OBJECT.match(clause.text))
            and not _BACK.search(clause.text)
        ):
            sign = ""
        if clause.mode.startswith(("which:none of", "which:neither of")) and not own:
            sign = OPPOSITE.get(sign, sign)  # "A and B, none of which is shown"
        if re.search(r"\bwith S (?:making up|forming|as|being) the (?:remainder|rest|others)\b", clause.text):
            sign = ""
        if sign == "n" and not own and not _ELLIPSIS.search(clause.text):
            sign = ""
        if re.fullmatch(r"\W*(?:the )?S included\W*", clause.text):
            sign = "same"
        if lead and sign in ("", "n"):
            up, _ = read_sign(lead)
            sign = up if not sign else OPPOSITE.get(up, sign)
        mode = clause.mode.partition(":")[0]
        if re.match(r"\W*whether\b(?! or not)", clause.text):
            sign = ""
        if re.match(r"\W*had (?:N|the candidate|he|she|they) not\b", clause.text):
            sign = "+"
        elif mode == "if" or lexicon.IRREAL.search(clause.line.text[max(0, clause.start - 12) : clause.end]):
            sign, hedged = ("-" if sign in ("+", "-", "n", "") and not re.match(r"the (?:role|position)", clause.text) else ""), False
        yield from (Claim("hold", entity, clause, sign, hedged=hedged) for entity in _picked(clause, group))
    if own and clause.mode.startswith("but") and (ran_on := _RUN_ON.match(clause.text)) and read_sign(ran_on[0])[0] == "+":
        # "A is not shown, but was tested in B" goes on about A
        yield from (Claim("hold", entity, clause, "+") for group in clause.heard if group.kind in "SC" for entity in group.entities)


_COUNTED = re.compile(
    rf"\W*(?:and |but |while )?(?:(?:leaves?|leaving) |(?:(?:none|all|both|neither|one|{NUMBER}) )?of )?(?:the |its |only |another |all )*(?:(?:other|others|remaining|remainder|rest)\b|{NUMBER} (?:other|more|further|open|is|are|remains?|stays?|of (?:the |its )?{NUMBER}|essential|optional|emerging|gaps?|requirements?|ones)\b)"
    rf"|\W*(?:leaves?|leaving) (?:only |another )?{NUMBER}\b|\W*the (?:essential|optional|emerging) (?:group|list|side|tier|ones)\b|\W*(?:and |but )?(?:none|neither|all|both) of (?:the |its )?(?:{NUMBER}|essential|optional|emerging)\b"
)
"""A clause that counts others ("the other five are gaps") says nothing of the names before it."""
_IT = re.compile(r"\bit (?:also |further |only )?(?=(?:names?|lists?|mentions?|includes?)\b)")
"""In a profile it is the resume that names something, not the role."""
_RUN_ON = re.compile(r"\W*(?:was|were|has been|have been) [^,;A-Z]*(?=[SC])")
_COLON = re.compile(r":\s+(?=(?:the (?:resume|cv|record|profile|candidate)|N|it|here|S|C)\b)")


def _behind_colon(clause: Clause, group: Group) -> str:
    """The stretch of a clause behind its colon where it is a sentence of its own ("None is met: the resume does not show A")."""
    colon = next(_COLON.finditer(clause.text), None)
    if not colon:
        return clause.text
    head, tail = clause.text[: colon.start()], clause.text[colon.end() :]
    if group.at < clause.start + colon.start():
        # "A does not appear: the resume does not show it" denies it twice, not its denial
        both = lexicon.FINITE.search(head) and not re.search("[SC]", tail) and read_sign(tail)[0] == "-"
        return head if both and read_sign(head)[0] == "-" else clause.text
    if group.at < clause.start + colon.end() or re.search("[SC]", head):
        return clause.text
    return tail if lexicon.FINITE.search(tail) and read_sign(tail)[0] in ("+", "-") else clause.text


def _part(clause: Clause) -> tuple[int, int]:
    """The part of a line between semicolons that a clause stands in."""
    end = clause.line.text.find(";", clause.start)
    return clause.line.text.rfind(";", 0, clause.start) + 1, end if end >= 0 else len(clause.line.text)


def _is_relation(clause: Clause) -> bool:
    """Whether a clause tells of things as related; where a relative clause does ("A, to which B is related, and C"), what stands around it does not."""
    start, end = _part(clause)
    found = _RELATED.search(clause.line.text, start, end)
    if not found:
        return False
    if clause.start <= found.start() < clause.end or clause.mode.startswith("which"):
        return True
    if clause.end <= found.start() and _NOT_SHOWN.search(clause.text):
        return False  # "A is not shown, although B is related to it"
    opened = re.search(r"(?P<to>\bto )?\bwhich\b[^,;]*$", clause.line.text[start : found.end()])
    return not opened or (not (opened["to"] and re.search("[SC]", opened[0])) and start + opened.start() - clause.end < 3)


_NOT_SHOWN = re.compile(r"\b(?:is|are) not (?:yet )?shown\b|\bdoes not (?:yet )?show\b")
_STRONG = re.compile(
    r"\b(?:already|knows?|documented|held|holds?|in place|covered|covers|existing|possess\w*|master\w*|met|meets|shown|shows|brings|strong|solid|proficien\w+|no gap|needs? no)\b"
)
_BESIDE = re.compile(r"[:=(✓✗✔✘]|\s-\s")
_OTHER_SUBJECT = re.compile(
    r"\W*(?:that |this |and |but |so )?(?:he|she|they|N|the (?:candidate|applicant|role|position|post|employer|company|profile|resume|record|cv)|one|we|G|H|his|her|their)\b"
)
_OBJECT = re.compile(
    r"\W*the (?:resume|cv|record|profile) (?:(?:does|do|not|only|also|already|still|yet) )*(?:shows?|names?|documents?|lists?|mentions?|meets?)(?: yet)?(?:\W*$|,)"
)
"""What "which" stands for is the object: "A, which the resume does not show"."""
_BACK = re.compile(
    r"\b(?:it|them|this|these|those|both|so|there|that|former|latter|either|neither|same|one)\b|\b(?:is|are|does|do|has|have|can|will|not|n't|already)\W*$"
)
_RELATED = re.compile(
    r"\b(?:(?:is|are|as|only|closely) related(?: experience| to)?|related experience|(?:lies?|is|are|comes?) close to (?=S\b)|nearest to|kindred|akin to|stands? (?:near|close to|next to) (?=it\b|S\b)|neighbou?ring|an? (?:[a-z]+ )?neighbou?r|transferable|(?:while|though|although|but) related|(?:this|that|the|these) relations?|may shorten|shortens? the way|without counting as met|does not count as met|do not count as met)\b"
)
_ASSET = re.compile(r"\b(?:a|an|genuine|real|clear) (?:\w+ )?(?:plus|asset|bonus|advantage|benefit|extra)\b|\bpluses\b")
_ELLIPSIS = re.compile(
    r"\b(?:is|are|does|do|has|have|was|were|can|will|would)?\s*(?:not|n't|neither|nor)\b\W*$|^\W*(?:nor|neither)\b|\b(?:former|latter|it|they|these|this|both|that|which)\b"
)
_OF_THE_ROLE = ("Market Requirements Analysis",)
_OF_THE_PLAN = ("Upskilling Roadmap", "Recommended Resources")


def _only_asks(clause: Clause, lead: str, section: str) -> bool:
    """Whether a clause speaks of the role alone, in words that would assert a skill of a person ("Nice to have: S", "extras include S")."""
    text = clause.text
    if section in _OF_THE_ROLE and not lexicon.MARKET_PERSON.search(text):
        return True
    if section == "Candidate Profile" and _IT.search(text):
        return False
    if (
        lexicon.HEDGES.search(text)
        or lexicon.PERSON.search(text)
        or not (section == "Market Requirements Analysis" or read_tier(text) or lexicon.ASKED.search(text) or (lead and lexicon.RANKS.search(lead)))
    ):
        return False
    bare = lexicon.SOFT.sub(" ", lexicon.HARD.sub(" ", lexicon.WEAK.sub(" ", text)))
    bare = re.sub(r"\b(?:not|no|nor|rather than)\s+(?:an?\s+)?(?=\s*(?:[.,;]|$))", " ", bare)  # "a plus, not a must"
    for some, idioms in lexicon.IDIOMS:
        for sign, pattern in idioms if some.search(bare) else ():
            if sign == "0":
                bare = pattern.sub(" ", bare)
            elif pattern.search(bare):
                return False
    return not lexicon.MINUS.search(bare) and not lexicon.PLUS.search(bare) and not lexicon.NEGATORS.search(bare)


_PICK = lexicon.Remembered(
    r"\b(?P<only>only |just |merely )?(?:in |on |with |for |to )?the (?P<which>former|latter|first|second)\b(?P<after>[- ]named|-mentioned)?(?P<alone> alone| only)?(?! \w*(?:gap|step|point|requirement|priority|week|thing|place|list|glance|item|rank|tier|month|year|half))"
)


def _picked(clause: Clause, group: Group) -> list[Entity]:
    """Both names of a pair, or the one that "the former" or "the latter" means."""
    found = _PICK.search(clause.text)
    pair = _couple(clause, group)
    if not found or len(pair) != 2:
        return group.entities
    return [pair[0 if found["which"] in ("former", "first") else 1]]


def _couple(clause: Clause, group: Group) -> list[Entity]:
    """The two names that "the former" and "the latter" choose from: a list of two, else the last two of the sentence before the clause."""
    if len(group.entities) == 2 or group in clause.said:
        return group.entities
    before = [entity for at, other in sorted(clause.line.groups.items()) if at < clause.start and other.kind in "SC" for entity in other.entities]
    return before[-2:]


def _settle(held: list[tuple[Clause, list[Claim]]], lead: str) -> None:
    """Signs that a clause takes from its neighbours, and those of the other one of a pair."""
    for at, (clause, claims) in enumerate(held):
        mode, _, word = clause.mode.partition(":")
        before = held[at - 1][1] if at else []
        after = held[at + 1][1] if at + 1 < len(held) else []
        first = before[-1].sign if before else ""
        for claim in claims:
            if claim.sign == "same":
                claim.sign = first or _main(held, at)
            if claim.sign and claim.sign != "n" and mode not in ("unlike", "except"):
                continue
            if not claim.sign:
                claim.sign = _beside_brackets(held, at) or (_told_apart(held[at - 1][0], clause) if at else "")
                if claim.sign:
                    continue
            if (
                not claim.sign
                and mode in ("but", "stop", "and", "comma")
                and first in ("+", "-")
                and re.fullmatch(r"\W*(?:the )?[SC] (?:can|is|are|does|do|has|have|will)\W*", clause.text)
            ):
                claim.sign = OPPOSITE[first]
                continue
            if not claim.sign and mode == "and" and first == "+" and _CARRIES.match(clause.text):
                claim.sign = first
                continue
            if mode in ("except", "unlike") and claim.sign in ("", "n"):
                if mode == "unlike" and after and held[at + 1][0].mode.startswith("which"):
                    continue
                main = _main(held, at)
                claim.sign = OPPOSITE.get(main, "")
            elif mode == "despite" and not claim.sign:
                claim.sign = "+" if word in ("despite", "in spite of", "notwithstanding", "for all") or not claim.sign else _main(held, at)
                if word in ("besides", "beyond", "in addition to", "alongside", "on top of"):
                    claim.sign = "+" if word == "in addition to" and _main(held, at) == "+" else ""
            elif claim.sign == "n":
                tail = re.search(
                    r"\b(?:is|are|does|do|has|have|was|were|can|will|would)?\s*(?:not|n't|neither|nor)\b\W*$|^\W*(?:nor|neither|not)\b", clause.text
                )
                nexts = next((one.sign for one in after if one.sign in "+-" and one.sign), "")
                opener = re.search(r"\bnot (?P<only>only|just|merely|simply)?\s*(?:\w+ ){0,2}S\W*$", clause.text)
                if opener and nexts and held[at + 1][0].mode.startswith("but"):
                    claim.sign = nexts if opener["only"] else OPPOSITE[nexts]
                elif tail and first in ("+", "-") and mode in ("but", "and", "comma", "stop", "which"):
                    claim.sign = OPPOSITE[first] if not re.search(r"\bneither\b|\bnor\b", clause.text) or first == "+" else first
                    if re.search(r"^\W*(?:nor|neither)\b", clause.text):
                        claim.sign = "-"
                else:
                    claim.sign = "-"
            elif not claim.sign and mode == "but" and first in ("+", "-") and claim.entity not in [one.entity for one in before]:
                claim.sign = OPPOSITE[first] if not lexicon.FINITE.search(clause.text) else ""
            elif (
                not claim.sign
                and mode in ("and", "stop", "comma")
                and first in ("+", "-")
                and re.fullmatch(
                    r"\W*(?=.*\b(?:as|so|also|too|likewise|well|similarly)\b)(?:as|so|also|too|well|likewise|similarly|is|are|does|do|has|have|and|the|S|C|[\s,])*\W*",
                    clause.text,
                )
            ):
                claim.sign = first
        _pair(clause, claims)


_CARRIES = re.compile(r"\W*(?:therefore |thereby |also )?carr(?:y|ies) (?:the )?[SC]\b")
""" "A is shown and carries B": B is met through it."""
_IDENTIFIES = re.compile(
    r"\W*(?:and |namely )?(?:that|this|it|they|these|those|which)(?: (?:one|two|three|ones))? (?:is|are|being)(?: the)? [SC]\W*$|\W*(?:is|are) [SC]\W*$"
)


def _told_apart(before: Clause, clause: Clause) -> str:
    """ "One of six is met, and that one is A": A has the sign of the clause before it, which names nothing itself."""
    if not _IDENTIFIES.match(clause.text) or any(group.kind in "SC" for group in before.said) or clause.line.sentence.section in _OF_THE_ROLE:
        return ""
    sign, _ = read_sign(before.text)
    return sign if sign in ("+", "-") else ""


_IS_LEVEL = re.compile(r"\W*(?:at )?(?:" + "|".join(pattern.pattern for pattern in lexicon.LEVELS.values()) + r"|conversational)(?: level)?\W*$")


def _beside_brackets(held: list[tuple[Clause, list[Claim]]], at: int) -> str:
    """The sign of names that brackets cut off from their verb: "A (native) and B (B1) are named"."""
    clause = held[at][0]
    if clause.mode == "paren" or lexicon.FINITE.search(clause.text) or clause.line.sentence.section in _OF_THE_PLAN:
        return ""
    first = last = at
    while first > 0 and held[first][0].mode in ("paren", "after"):
        first -= 1
    while last + 1 < len(held) and held[last + 1][0].mode in ("paren", "after", *(("comma",) if held[last][0].mode == "paren" else ())):
        last += 1
    parts = [one for one, _ in held[first : last + 1]]
    levels = [one.text for one in parts if one.mode == "paren"]
    if not levels or not all(_IS_LEVEL.match(text) for text in levels):
        return ""
    sign, _ = read_sign(" ".join(one.text for one in parts if one.mode != "paren"))
    return sign if sign in ("+", "-") else ""


def _main(held: list[tuple[Clause, list[Claim]]], at: int) -> str:
    """The sign of the sentence around an exception: of what comes after it, else of what comes before."""
    for _, claims in held[at + 1 : at + 2]:
        for claim in claims:
            if claim.sign in ("+", "-") and claim.entity not in [one.entity for one in held[at][1]]:
                return claim.sign
        if any(claim.kind == "hold" for claim in claims):
            return ""
    for clause, claims in reversed(held[:at]):
        for claim in claims:
            if claim.sign in ("+", "-"):
                return claim.sign
        sign, _ = read_sign(clause.text)
        if sign in ("+", "-"):
            return sign
    for clause, _ in held[at + 1 :]:
        sign, _ = read_sign(clause.text)
        if sign in ("+", "-", "n"):
            sign = "-" if sign == "n" else sign
            nothing = any(re.match(r"\W*(?:nothing|none|no|not one)\b", one.text) for one, _ in held[:at])
            return OPPOSITE[sign] if nothing else sign  # "nothing except A is open"
    return ""


def _pair(clause: Clause, claims: list[Claim]) -> None:
    """ "Of A and B, only the latter is documented" says of A that it is not."""
    found = _PICK.search(clause.text)
    if not found or not (found["only"] or found["alone"]):
        return
    for group in clause.groups("SC"):
        pair = _couple(clause, group)
        if len(pair) == 2:
            chosen = _picked(clause, group)[0]
            sign = next((claim.sign for claim in claims if claim.entity is chosen), "")
            other = next(entity for entity in pair if entity is not chosen)
            claims.append(Claim("hold", other, clause, OPPOSITE.get(sign, "")))


def _rank(clause: Clause, lead: str) -> Iterator[Claim]:
    """What the role asks for, and how firmly."""
    text = clause.text
    groups = clause.groups("SC")
    if not groups:
        return
    if (
        groups[0] not in clause.said
        and clause.mode.partition(":")[0] in ("stop", "comma", "if", "after")
        and not re.match(r"\W*(?:it|they|this|these|those|both|all|the former|the latter|each|neither|none|that)\b", text)
        and not re.search(
            r"\b(?:lists?|names?|calls?|treats?|regards?|counts?|marks?|labels?|describes?|rates?|ranks?|considers?) (?:it|them|this|these|both)\b", text
        )
    ):
        return
    if groups[0] not in clause.said and _COUNTED.match(text):
        return
    if lexicon.UNASKED.search(text) and not re.search(r"\bnot (?:mandatory|essential|strictly|compulsory)", text):
        soft = lexicon.SOFT.search(text)
        yield from (
            Claim("tier" if soft else "unasked", entity, clause, value="optional" if soft else "") for group in groups for entity in _picked(clause, group)
        )
        return
    tier = read_tier(text) or (read_tier(lead) if lead else "")
    if tier == "optional" and lexicon.PERSON.search(text) and not lexicon.RANKS.search(text) and _ASSET.search(text):
        tier = ""  # a plus of the candidate is no plus of the role
    demand = lexicon.ASKED.search(text)
    if demand and demand[0].startswith(("it ", "they ")) and clause.line.sentence.section == "Candidate Profile":
        demand = None  # "it names A": the resume
    asked = bool(demand) or bool(lead and lexicon.RANKS.search(lead) and not read_sign(lead)[0])
    own = {id(group): read_tier(_window(clause, group)) for group in groups} if len(groups) > 1 else {}
    for group in groups:
        if _THROUGH.search(clause.line.text[: group.at]):
            continue  # "met through B": B is what meets it
        if _TOPIC.search(clause.line.text[: group.at]) and re.match(r":\s+(?:[a-z]+ )?[SC]\b", clause.line.text[group.at + 1 :]):
            continue  # "the essential part is about A: B, C and D": A is what they have in common
        if any(own.values()):
            tier = own[id(group)]
        for entity in _picked(clause, group):
            if tier:
                yield Claim("tier", entity, clause, value=tier)
            elif asked:
                yield Claim("ask", entity, clause)


_TOPIC = re.compile(r"\b(?:about|concerns?|around|centres? on|centers? on|to do with) (?:the )?$")
_THROUGH = re.compile(r"\b(?:through|by way of|via|thanks to) (?:the )?$")
_MISNAMED = re.compile(
    r"\b(?:wrong|incorrect|mistaken|inaccurate|false|an error|a mistake|an exaggeration) to (?:call|consider|regard|treat|count|label|name|describe|class|rank|list|see)\b"
)


@lru_cache(maxsize=8192)
def read_tier(text: str) -> str:
    """The relation that a stretch of a line gives a requirement, or ""."""
    text = re.sub(r"\b(?:until|after|before|once|when|beside|around|besides|beyond) (?:the|this|that) (?:core|essentials?)\b", " ", text)
    if re.search(r"\b(?:is|are|was) (?:no|not an?|not one of the) (?:\w+ )?(?:core|essential|mandatory|hard|strict|key) (?:requirements?|skills?|must)", text):
        return "optional"
    soft, hard = lexicon.SOFT.search(text), lexicon.HARD.search(text)
    if _MISNAMED.search(text) and bool(soft) != bool(hard):
        return "optional" if hard else "essential"
    if (
        hard
        and soft
        and re.search(
            r"rather than (?:optional|preferred|desirable|nice|welcome|a bonus|a plus|an extra)|not (?:merely|just|only|simply) (?:\w+ )?(?:preferred|optional|desirable|nice)|(?:anything but|hardly|not|never|no) (?:an? )?(?:optional|nice-to-have|preferred|bonus|extra)",
            text,
        )
    ):
        return "essential"
    if soft and re.search(
        r"(?:anything but|hardly|far from|more than|not|never|no mere|not a mere|not merely|not just) (?:an? |merely |just |only |simply )?(?:optional|nice-to-have|nice to have|preferred|bonus|extra)",
        text,
    ):
        return "essential"
    if (
        hard
        and not soft
        and re.search(
            r"\b(?:not|n't|never|no|without|hardly|nor|neither|isn't|aren't)\b(?: \w+){0,4} "
            + re.escape(hard[0])
            + r"(?!\w| (?:requirements?|skills?|items?|gaps?|criteri\w+|ones?|list))",
            text,
        )
        and "not negotiable" not in hard[0]
        and not hard[0].startswith(("no ", "not ", "cannot", "can't"))
    ):
        return "optional"
    if soft and hard:
        counted = re.search(r"\b(?:core|essential)\b(?=[^,;]*\b(?:requirements|skills|gaps)\b)", text)
        return "optional" if not counted or soft.start() > hard.start() else "essential"
    if soft:
        return "optional"
    if hard:
        return "essential"
    return "emerging" if lexicon.EMERGING.search(text) else ""


def _level(clause: Clause, held: list[Claim]) -> Iterator[Claim]:
    """The proficiency that a clause gives a skill, and its praise."""
    for name, at in _levels(clause.text):
        yield from (Claim("level", entity, clause, value=name) for entity in _graded(clause, clause.start + at))
    for group in clause.said:
        if group.kind == "S" and lexicon.PRAISE.search(_window(clause, group)):
            yield from (Claim("praise", claim.entity, clause, claim.sign) for claim in held if claim.sign == "+" and claim.entity in group.entities)


@lru_cache(maxsize=8192)
def _levels(text: str) -> tuple[tuple[str, int], ...]:
    """The words of level in a stretch of a line, and where they stand."""
    levels: list[tuple[str, int]] = []
    for name, pattern in lexicon.LEVELS.items():
        for found in pattern.finditer(text):
            if re.match(r"[\w\s]{0,12}\b(?:requirements?|course|training|module|programme|tutorial|class|workshop)\b", text[found.end() :]):
                continue
            if re.search(
                r"\b(?:less|more|not|hardly|never|far from|nowhere near|from|below|above|beyond)\s+(?:an? |the )?$", text[: found.start()]
            ) and not re.search(r"not (?:just|only|merely)\s*$", text[: found.start()]):
                continue
            levels.append((name, found.start()))
    return tuple(levels)


def _graded(clause: Clause, at: int) -> list[Entity]:
    """The names that a word of level belongs to: in brackets the last name before it, "respectively" the one at its place, else the nearest."""
    groups = clause.groups("S")
    if not groups:
        return []
    if clause.mode.startswith("paren"):
        return groups[-1].entities[-1:]
    if _PICK.search(clause.text):
        return _picked(clause, groups[0])
    if re.search(r"\brespectively\b", clause.line.text[clause.start : clause.end]):
        words = [found.start() + clause.start for pattern in lexicon.LEVELS.values() for found in pattern.finditer(clause.text)]
        names = [entity for group in groups for entity in group.entities]
        place = sorted(words).index(at) if at in words else 0
        return [names[place]] if len(names) == len(words) else []
    behind = re.match(
        r"[\w'-]+(?:[ -](?:level|knowledge|skills?|command|proficiency|user|use|grasp|understanding|command of|expertise))*\s*(?:in|of|with|for|at|on|:)?\s*(?:the )?(?=S)",
        clause.line.text[at : clause.end],
    )
    if behind:
        return next((group.entities for group in groups if group.at == at + behind.end()), groups[0].entities)
    if re.search(r"\b(?:and|or), at (?:an? |the )?$", clause.line.text[clause.start : at]) and (
        named := next((group for group in groups if re.fullmatch(r"[\w-]+ level, (?:the )?", clause.line.text[at : group.at])), None)
    ):
        return named.entities[:1]  # "A and, at advanced level, B": of B alone
    before = [group for group in groups if group.at < at]
    if not before and clause.heard and re.match(r"[\w-]+(?: level)?,? (?:and|but|while) S", clause.line.text[at : clause.end]):
        return [entity for group in clause.heard if group.kind == "S" for entity in group.entities][-1:]  # "A …, while the role asks for expert, and B at …"
    if before and re.match(r"[\w-]+(?: level)?(?:,| and) S", clause.line.text[at : clause.end]):
        return before[-1].entities[-1:]  # "A, B at beginner level and C": of B alone
    return min(before or groups, key=lambda group: abs(group.at - at)).entities
