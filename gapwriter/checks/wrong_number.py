"""A count, a share, weeks or hours that the facts do not give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.claim import read_sign
from gapwriter.claims.quantity import NUMBER, Count, Quantity, number_of
from gapwriter.fault import MARKET, RESOURCES, ROADMAP, fault, once
from gapwriter.finding import Finding
from gapwriter.table import in_tables
from gapwriter.world import Skill, Work, World

FLAGS = (
    "With one exception, every essential requirement is met.",
    "Noor meets four of the six essential requirements.",
    "Half of the essential requirements are met.",
    "The roadmap takes 40 weeks.",
    "## Market Requirements Analysis\n\nOf its five essential requirements the first are machine learning and PyTorch.",
    "## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club, course): about 100 to 100 hours; free.",
    "Coverage is 13 %: 5 of 24 points.",
)
ALLOWS = (
    "With five exceptions, every essential requirement is met.",
    "Noor meets one of the six essential requirements.",
    "Of six essential requirements, five are still open.",
    "The roadmap has nine steps.",
    "Coverage is 13 %: 3 of 24 points, three for an essential and one for an optional requirement.",
    "The resume meets one of six essential requirements, none of six optional ones and none of four emerging ones.",
    "Three of the five essential gaps build on machine learning.",
)

_CORE, _SOFT = lexicon.HARD, lexicon.SOFT
_EMERGING = re.compile(r"\bemerging\b")
_ABOUT = re.compile(
    r"\b(?:requirements?|criteria|core|essentials?|preferred|optional|must-haves?|skills?|gaps?|match|boxes|list|qualifications?|coverage|competenc\w+|nice-to-haves?|desirable|mandatory|compulsory|non-negotiable|obligatory|entries|posting)\b"
)
_TOTAL = re.compile(
    r"\b(?:total|totals|totalling|full|overall|altogether|whole|entire|sum|sums|adds? up|add up|in all|all in all|roadmap (?:takes|spans|covers|runs|lasts|needs|requires|comes|extends|amounts|stretches|fills|is)|plan (?:takes|spans|covers|runs|lasts|needs|requires|comes|extends|amounts|stretches|fills|is)|combined|together|complete[sd]?|from start to finish|start to finish|end to end|set at|all told|land at|comes to|come to|amounts? to|arrive at|duration|length|horizon)\b"
)
_WHOLE = re.compile(
    rf"\b(?:all|of)(?: of)?(?: the| its| these| those| their)? (?P<n>{NUMBER}) (?P<tier>essential|optional|emerging)(?: (?:requirements?|ones))?"
    rf"(?: (?:and|or)(?: the| its| of the)? (?P<m>{NUMBER}) (?P<other>essential|optional|emerging)(?: requirements?| ones)?)?\b(?! (?:gaps?|skills?|steps?|that|which|not|still|missing|open|left|unmet|remaining|named|listed|shown|without|outside|in question)\b)"
)
"""All the requirements of a tier, with their number: "of its nine essential requirements"."""
_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})|(?P<month2>[a-z]{3,9}) (?P<day2>\d{1,2})(?:st|nd|rd|th)?,) (?P<year>(?:19|20)\d{2})\b"
)
_STEPS = re.compile(
    rf"(?<![\w-])(?P<x>{NUMBER}|a single)(?:\s+|-)(?:learning |planned |training |consecutive |successive |short |separate |individual |distinct |further )?(?P<noun>steps?|stages?|modules?|milestones?|stations?|phases?|stops|building blocks)\b(?!\s+(?:of|in|to(?! (?:work|complete|take|follow))|toward))"
)
_PLANNED = lexicon.Remembered(r"\b(?:roadmap|plan|step|steps|path|programme|stages?|phases?)\b")
_PER_GAP = re.compile(rf"(?:one|a) step (?:per|for (?:each|every)) gap,? (?:making |so |which makes |or |i\\.e\\. )?(?P<x>{NUMBER})")
_OTHERS = re.compile(r"\b(?:essential|optional|emerging) (?:gaps?|requirements?|skills?|ones)\b")
"""What steps are for, told before their number: "the essential gaps in eight steps"."""
_WEEK = re.compile(rf"\bweeks?\s+(?P<a>{NUMBER})(?:\s*(?:-|to|through|until|and|till)\s*(?:week\s+)?(?P<b>{NUMBER}))?\b")

_SAID_BEHIND = re.compile(
    r"\W*(?:[a-z]+ ){0,3}?(?:met|meets|satisf|fulfil|cover|tick|shown|documented|in place|present|held(?! against)|missing|open|unmet|lacking|outstanding|absent|unfulfilled|proven|evidenced|found|there|matched|accounted for|counterpart|answered|backed|visible|demonstrated|apparent|proved|addressed|not|in hand|gone)"
)
_SAID_BEFORE = re.compile(
    r"\b(?:meets?|satisf\w+|fulfils?|covers?|ticks?|shows?|has|have|lacks?|miss\w*|brings?|holds?|met|fails?|matches) (?:on |in )?(?:\w+ )?$"
)


@once
def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("wrong_number", reading, world)
    before: tuple[str, list[Work]] = ("", [])
    for said in reading.said:
        works = [world.works[key] for group in said.line.groups.values() if group.kind == "R" for entity in group.entities for key in entity.keys]
        if works or before[0] != said.sentence.section:
            before = (said.sentence.section, works)
        for count in said.counts:
            message = _count_fault(count, said, world)
            if message:
                yield fault("wrong_number", said, said.span(count.start, count.end), message, ["count.essential", "count.optional"])
        for quantity in said.quantities:
            message = _quantity_fault(quantity, said, world, before[1])
            if message:
                yield fault("wrong_number", said, said.span(quantity.start, quantity.end), message, ["roadmap.weeks", "roadmap.hours"])
        yield from _steps(said, world)
        yield from _left(said)
        yield from _further(said, reading, world)
        yield from _by_level(said, world)
        yield from _longer(said, world)
        yield from _whole(said, world)
        yield from _dated(said, world)
        yield from _surveyed(said, world)
        if said.sentence.section == RESOURCES:
            yield from _resources_of(said, world)
        if said.sentence.section == RESOURCES and (found := _ALL_TAUGHT.search(said.text)):
            taught = {key for work in world.works.values() for key in work.skills}
            bare = next((step for step in world.steps if step.key not in taught), None)
            if bare and not lexicon.NEGATORS.search(said.text[: found.start()]):
                yield fault(
                    "wrong_number", said, said.span(*found.span()), f"the catalog has no resource for {bare.label}", bare.facts.get("resource.none", [])
                )
        yield from _weeks_of(said, world)


_FURTHER = re.compile(rf"(?<![\w-])(?P<x>{NUMBER}) (?:further|more|other|additional|remaining) (?P<tier>essential|optional|emerging) gaps?\b")


def _further(said: Said, reading: Reading, world: World) -> Iterator[Finding]:
    """ "Three further essential gaps": as many as the section has not named before, or not at all, or as the sentence goes on to name, or as lie beyond the first five."""
    for found in _FURTHER.finditer(said.text):
        gaps = {key: id(gap) for gap in world.gaps(found["tier"]) for key, skill in world.skills.items() if skill is gap}
        total, place = len(set(gaps.values())), said.span(*found.span())[0]
        names = [(entity.start, gaps[key]) for other in reading.of(said.sentence.section) for entity in other.entities for key in entity.keys if key in gaps]
        before = {gap for start, gap in names if start < place}
        after = {gap for start, gap in names if place < start < said.sentence.end}
        left = {total - len(some) for some in (before, {gap for _, gap in names}) if some}
        if number_of(found["x"]) not in (*left, len(after), total - 5):
            yield fault("wrong_number", said, said.span(*found.span()), f"there are {total} {found['tier']} gaps in all", ["count.gaps_beyond_five"])


def _named_tiers(text: str) -> list[str]:
    return [name for name, pattern in (("essential", _CORE), ("optional", _SOFT), ("emerging", _EMERGING)) if pattern.search(text)]


def _gaps_of_level(tiers: Iterable[str], world: World) -> int:
    return sum(fact.value.get("kind") == "below_level" for tier in tiers for fact in world.facts.of(f"gap.{tier}"))


def _tiers(count: Count, said: Said) -> list[str]:
    clause = next((one for one in said.clauses if one.start <= count.start < one.end), None)
    near = said.text[max(0, count.start - 30) : count.end + 30]
    for text in (said.text[count.start : count.end], near, clause.text if clause else "", said.text, said.sentence.lead.lower()):
        found = _named_tiers(text)
        if found:
            return found
    return []


_POINTS = re.compile(r"\b(?:points?|coverage|score)\b")
_WEIGHT = re.compile(r"(?:,? (?:are given )?for|,? where) (?:an?|each|every) (?P<tier>essential|optional)\b")
_WEIGHS = re.compile(
    r"\b(?P<tier>essential|optional)(?: requirements?| ones?)? (?:carry|carries|counts?|counting|brings?|gives?|earns?|is worth|are worth|scores?)(?: for| as)? $"
)


_NAMED_AS = re.compile(r"\W*(?:are|is) (?:\w+ )?(?:listed|named|counted|marked|ranked|rated|classed|given|set|set down|described|treated) as\b")


def _points_fault(count: Count, said: Said, world: World) -> str | None:
    """What is wrong with points of the score, "" for nothing, None where the count is of something else."""
    met, of = world.points
    if of is None or not _POINTS.search(said.text):
        return None
    if count.noun.endswith(("point", "points")) and count.y is None:
        told = _WEIGHT.match(said.text[count.end :]) or _WEIGHS.search(said.text[: count.start])
        weight = {"essential": 3, "optional": 1}[told["tier"]] if told else None
        if weight is None:
            return None
        return "" if count.x == weight else f"an essential requirement counts three points, an optional one counts one: not {count.x:g}"
    if count.y is None or (not re.search(r"\bpoints?\b", count.noun + said.text[: count.start]) and count.y != of):
        return None
    return "" if (count.x, count.y) == (met, of) else f"the score is {met} of {of} points"


_ALL_TAUGHT = re.compile(
    rf"\b(?:resources?|entry|entries|courses?|something|works?) (?:for|on) (?:all|every|each)(?: one)?(?: of)?(?: the| these| its)?(?: {NUMBER})? (?:\w+ )?(?:steps?|skills?|gaps?)\b"
)


def _untaught(count: Count, said: Said, world: World) -> Skill | None:
    """A gap without a resource where a text says that every gap has one."""
    if said.sentence.section != RESOURCES or not count.word.startswith(("every", "each", "all")) or not re.search(r"\bgaps?$", count.noun):
        return None
    if not re.match(
        r"\W*(?:is|are|has|have) (?:now |thus |therefore |then )?(?:covered|closed|addressed|served|provided for|an?\b|its)", said.text[count.end :]
    ):
        return None
    tiers = [relation for relation in _tiers(count, said) if count.y is None] or list(world.counts)
    taught = {key for work in world.works.values() for key in work.skills}
    return next((skill for relation in tiers for skill in world.gaps(relation) if skill.key not in taught), None)


def _of_the_plan(count: Count, said: Said, world: World) -> bool:
    """Whether a count is of the skills that the roadmap has steps for, or that the catalog has resources for."""
    if said.sentence.section not in (ROADMAP, RESOURCES) or not re.search(r"\bskills?$", count.noun) or _CORE.search(said.text) or _SOFT.search(said.text):
        return False
    taught = {key for work in world.works.values() for key in work.skills}
    named = taught | {skill.key for skill in world.skills.values() if "resource.none" in skill.facts}
    if count.y is not None:
        return count.y == len(world.steps) and count.x in (len([step for step in world.steps if step.key in taught]), len(world.steps))
    if re.search(r"\b(?:resources?|catalog)\b", said.text) and count.x == len(taught):
        return True
    numbers = {len(world.steps)} if re.search(r"\b(?:roadmap|plan|steps?)\b", said.text[count.end :]) else {len(world.steps), len(named), len(taught)}
    return count.x in numbers or (count.share is not None and count.share[1] == 1)


_NO_GAP = re.compile(r"(?:^|[:;] )(?!.*\bthere\b)[^:;]*\b(?:experience|years|leadership|architecture)\b[^:;]*\b(?:is|are|leaves?) $")
_OUTSIDE = re.compile(r"\W*(?:(?:are|is|remains?|stays?|fall|falls|lie|lies) )?(?:left )?(?:outside|out of) the (?:plan|roadmap)\b")
_LEARNING = re.compile(r"\W*(?:are|is) (?:skills? that (?:are|is) )?(?:still |also |currently )?being learned\b")
_BY_LEVEL = re.compile(r"\W*(?:are|is) (?:(?:gaps?|an? (?:matter|question|gap)|matters|questions) of|about|due to) (?:the )?level\b")


def _condition_open(spoken: str, world: World) -> str:
    """What is wrong with conditions that are told to leave no gap."""
    for words, gate in ((r"experience|years", "gate.years"), ("leadership", "gate.leadership"), ("architecture", "gate.architecture")):
        fact = world.facts.one(gate)
        if fact and fact.value.get("status") != "pass" and re.search(rf"\b(?:{words})\b", spoken):
            return world.facts.cast.restore(fact.text)
    return ""


def _outside(count: Count, said: Said, world: World) -> str:
    """What is wrong with a count of the requirements that the roadmap leaves out."""
    tiers = _tiers(count, said)
    left = [key for fact in world.facts.of("left_out") for key in world.keys_of(world.facts.cast.restore(fact.about[0]))]
    number = sum(key in world.skills and (not tiers or world.skills[key].relation in tiers) for key in dict.fromkeys(left))
    return "" if count.admits(number, number) else f"{number} requirements are outside the roadmap"


def _count_fault(count: Count, said: Said, world: World) -> str:
    """What is wrong with a count, "" for nothing."""
    other = _other_count_fault(count, said, world)
    if other is not None:
        return other
    return "" if _counts_nothing(count, said) else _requirements_fault(count, _sign_of(count, said), said, world)


def _other_count_fault(count: Count, said: Said, world: World) -> str | None:
    """What is wrong with a count of something else than requirements (points, resources, steps, conditions, what is being learned), "" for nothing; None for requirements."""
    if world.surveyed and said.sentence.section == MARKET and _ADS.search(said.text):
        return ""  # advertisements are counted (`_surveyed`)
    if (wrong := _points_fault(count, said, world)) is not None:
        return wrong
    if count.noun.endswith("skills") and count.y is None and re.match(r" (?:are|is) (?:still |also |currently )?being \w+", said.text[count.end :]):
        return ""  # skills that are being learned are counted by no fact
    if skill := _untaught(count, said, world):
        return f"the catalog has no resource for {skill.label}"
    if _of_the_plan(count, said, world):
        return ""
    if not _ABOUT.search(said.text) or not (count.noun or count.y is not None or count.share):
        return ""
    if said.sentence.section == RESOURCES and not count.noun and not _CORE.search(said.text) and not _SOFT.search(said.text):
        return ""  # "access has not been verified for any of the three": resources
    if re.search(r"\b(?:certif|licen|employer|project|year|week|hour|resource|course|step|position|language)\w*", said.text[count.start : count.end + 15]):
        return ""
    if (
        count.noun
        and re.search(r"\b(?:point|item|area|side|ask|condition|one|element|set|entry|entries|line)s?$", count.noun)
        and not (_CORE.search(count.noun) or _SOFT.search(count.noun))
        and (count.y is None or count.share)
        and not (_CORE.search(said.text) or _SOFT.search(said.text))
    ):
        return ""
    if re.search(r"\bno gaps?$", said.text[count.start : count.end]) and re.search(r"\b(?:as far as|as for|with|in|on|for) [^,;]*S\b", said.text):
        return ""  # no gap in S alone
    if count.y is None and count.x and re.search(r"\b(?:not|cannot|no longer) fit\b|\bbeyond the horizon\b", said.text):
        late = [fact.value.get("relation") for fact in world.facts.of("left_out.horizon")]
        tiers = _tiers(count, said) or ["essential", "optional", "emerging"]
        fits = sum(relation in tiers for relation in late)
        return "" if count.admits(fits, fits) else f"{fits} of them do not fit into the horizon"
    if re.match(r" of (?:its|their) own\b", said.text[count.end :]):
        return ""  # "prerequisites are no gaps of their own"
    if count.x == 0 and re.search(r"\bgaps?$", count.noun) and re.search(r"\b(?:from|among|in|on|with) (?:the |its |these )?conditions\b", said.text):
        # no gap among the conditions alone
        return "a condition is not met" if any(gate.value.get("status") != "pass" for gate in world.facts.of("gate")) else ""
    if (spoken := _NO_GAP.search(said.text[: count.start])) and re.fullmatch(r"no gaps?", said.text[count.start : count.end]):
        return _condition_open(spoken[0], world)
    if _LEARNING.match(said.text[count.end :]) and re.search(r"\bgaps?$", count.noun) and count.y is None:
        told = [fact for one in _tiers(count, said) or world.counts for fact in world.facts.of(f"gap.{one}") if "being learned" in fact.text]
        return "" if count.admits(len(told), len(told)) else f"{len(told)} of the gaps are being learned"
    if _OUTSIDE.match(said.text[count.end :]):
        return _outside(count, said, world)
    if _BY_LEVEL.match(said.text[count.end :]):
        below = _gaps_of_level(_tiers(count, said) or world.counts, world)
        return f"{below} gaps are gaps of level" if count.x is not None and count.x != below else ""
    if count.word in ("no", "not one") and re.search(r"\bgaps?\b", count.noun) and not _CORE.search(said.text) and not _SOFT.search(said.text):
        return "" if not any(world.gaps(relation) for relation in world.counts) else "there are gaps"
    return None


def _counts_nothing(count: Count, said: Said) -> bool:
    """Whether words of counting count nothing where they stand."""
    if re.search(r"\bones?$", count.noun) and count.y is None:
        return True
    if re.match(r"an?\b", said.text[count.start :]) and re.search(r"\b(?:every|each) (?:steps?|one|of)\b", said.text[: count.start]):
        return True  # "every step answers an essential gap"
    every = count.word.startswith(("every", "each", "all"))
    all_of_them = every and count.bound != "all but"
    if all_of_them and any(other.bound == "all but" for other in said.counts):
        return True  # the exceptions are counted
    if all_of_them and not (_SAID_BEHIND.match(said.text[count.end :]) or _SAID_BEFORE.search(said.text[: count.start])):
        return True
    if every and (
        re.search(r"^\W*to \w+ |\bin order to\b|\bwould (?:need|have)\b", said.text)
        or re.search(r"\b(?:missing|open|second|remaining|outstanding)\b", count.noun + said.text[count.end : count.end + 3])
    ):
        return True
    if every and re.search(r"\bgaps?\b", count.noun) and re.search(r"\b(?:roadmap|plan|steps?|covers?|weeks?|closes?)\b", said.text):
        return True
    if re.search(r"^\W*(?:had|were) |\bwere it not for\b|\bwould (?:meet|be|have|reach|satisfy|remain)\b", said.text):
        return True  # what would be is no count
    if (re.match(r"one of\b", said.text[count.start :]) and count.y is None) or re.search(r"\bfar from\b", said.text[: count.start]):
        return True  # "one of the skills that …" counts nothing
    if re.match(r"no\b", said.text[count.start :]) and re.search(r"\b(?:is|are)\s*$", said.text[: count.start]):
        return True  # "S is no requirement itself"
    apart = re.search(r"\b(?:other|rest|remaining|remainder|further|more(?! than))\b", said.text[max(0, count.start - 10) : count.end])
    return bool(apart) and count.y is None


def _sign_of(count: Count, said: Said) -> str:
    """Whether the things counted are told as met or not, by the words near the count."""
    clause = next((one for one in said.clauses if one.start <= count.start < one.end), None)
    text = clause.text if clause else said.text
    if clause:
        first = max(*(at + 2 for mark in (", ", ": ") if (at := said.text.rfind(mark, clause.start, count.start)) >= 0), clause.start, 0)
        last = min((at for mark in (", ", ": ") if (at := said.text.find(mark, count.end, clause.end)) > 0), default=-1)
        near = said.text[first : last if last > 0 else clause.end]
        if own := re.match(r"\s+(?:that|which) (?:is|are|remains?)\b[^,;.]*", said.text[count.end : clause.end]):
            near = said.text[count.start : count.end] + own[0]  # "two requirements that are met"
        if read_sign(near.replace(said.text[count.start : count.end], f" {count.between} "))[0]:
            text = near
    words = said.text[count.start : count.end]
    rest = re.sub(r"\bno \w+ and\b", " ", text.replace(words, f" {count.between} ", 1))  # "no optional and no emerging requirement"
    for other in said.counts:
        if other is not count and other.x == 0 and other.y is not None:
            rest = rest.replace(said.text[other.start : other.end], " ")  # "none of six optional ones and none of four emerging ones"
    sign, _ = read_sign(
        re.sub(r"\b(?:must-haves?|nice-to-haves?|must haves?|nice to haves?|skills?|list|match of|qualifications?|required|needed)\b", "", rest)
    )
    return sign


def _requirements_fault(count: Count, sign: str, said: Said, world: World) -> str:
    """What is wrong with a count of requirements or gaps, "" for nothing: it has to be right for one of the tiers that it can be of."""
    gaps = bool(re.search(r"\bgaps?\b", count.noun))
    tiers = _tiers(count, said)
    relations = tiers or ["essential", "optional", "emerging", "all"]
    if gaps and count.y is not None and count.x and sign != "+" and any(count.x <= count.y == len(world.gaps(one)) for one in relations if one != "all"):
        return ""  # "two of the seven essential gaps are gaps of level"
    if count.word == "any" and sign in ("-", "n"):
        sign = "+"  # "does not show any of the four" counts none as met
    apart = [claim for claim in said.claims if claim.clause.mode.startswith("except") and claim.kind == "hold"]
    one_of = re.match(r"one of\b", said.text[count.start :]) is not None
    for relation in relations:
        met, of = world.counts[relation] if relation != "all" else tuple(map(sum, zip(*world.counts.values(), strict=True)))
        if not tiers and of == 0:
            continue
        if one_of and count.y is not None and count.y != of and count.y == (of - met if sign in ("-", "n") else met):
            return ""  # "one of three essential skills that are not covered"
        if apart and count.y is None and count.bound != "all but":
            # "None but A is met": the exceptions are not counted.
            held = sum(any(world.skills[key].held for key in claim.entity.keys if key in world.skills) for claim in apart)
            met, of = met - held, of - len(apart)
        if count.bound == "all but":
            but = -int(count.x or 0)
            if count.y is not None and count.y != of:
                continue
            if (sign == "-" and met == but) or (sign != "-" and of - met == but):
                return ""
            continue
        if count.noun == "" and count.share is None and count.word == ":" and (count.x, count.y) == (met, of - met):
            return ""
        options = _options(count, relation, (met, of), sign, said, world)
        if any(count.admits(option, of) for option in options):
            return ""
    relation = relations[0] if relations[0] != "all" else "essential"
    met, of = world.counts[relation]
    return f"{met} of {of} {relation} requirements are met"


_TOTAL_BEFORE = re.compile(
    r"\b(?:of|out of|in|from|has|have|names?|lists?|asks?|requires?|sets?|there are|counts?|all|role|with|the|and|its|none|neither)\s*(?:the |its |all |just |only |but )?$"
)
"""What stands before a number of all that there are."""


def _options(count: Count, relation: str, coverage: tuple[int, int], sign: str, said: Said, world: World) -> list[int]:
    """The numbers that a count of one tier may give, by what it is said to count: those met, those open, all of them."""
    (met, of), gaps = coverage, bool(re.search(r"\bgaps?\b", count.noun))
    if gaps and count.y is None and count.share is None:
        options = [len(world.gaps(relation)) if relation != "all" else of - met, of - met]
    elif gaps or sign in ("-", "n"):
        options = [of - met]
    elif sign == "+" or (count.y is not None and not re.search(r"\b(?:open|missing|gaps?|left|remain\w*|lack\w*|unmet|to go)\b", said.text)):
        options = [met]
    else:
        options = [met, of - met]
    if count.y is None and count.share is None and sign == "" and not gaps:
        options += [of, met, of - met]
    elif count.y is None and count.share is None and not gaps and _TOTAL_BEFORE.search(said.text[: count.start]):
        options += [of]
    if said.sentence.section == MARKET and not lexicon.MARKET_PERSON.search(said.text):
        options += [of]
        if count.noun.endswith(("skill", "skills")):
            options += [sum(one.relation == relation and not one.is_credential for one in world.skills.values())]
    if _NAMED_AS.match(said.text[count.end :]):
        options += [of]
    return options


def _step_skills(said: Said, start: int, world: World) -> list[Skill]:
    """The skills that a quantity belongs to: those named in its clause, else in the sentence, also by a resource."""
    clause = next((one for one in said.clauses if one.start <= start < one.end), None)
    for groups in (clause.said if clause else [], list(said.line.groups.values())):
        keys = [key for group in groups if group.kind in "SCR" for entity in group.entities for key in entity.keys]
        skills = [world.skills[key] for key in keys if key in world.skills]
        skills += [world.skills[one] for key in keys if key in world.works for one in world.works[key].skills if one in world.skills]
        if skills:
            return skills
    return []


def _quantity_fault(quantity: Quantity, said: Said, world: World, before: Iterable[Work] = ()) -> str:
    """`before` are the resources that the sentences before it named last."""
    if quantity.unit == "percent":
        return _percent_fault(quantity, said, world)
    if quantity.unit not in ("weeks", "hours"):
        return ""
    after = said.text[quantity.end : quantity.end + 24]
    if quantity.unit == "hours" and re.match(r"\s*(?:(?:in |for |of )?(?:an?|one|each|every)(?: one)?(?: of (?:the )?\w+)?|per|/)\s*weeks?\b|\s*weekly", after):
        return "" if world.pace is None or quantity.admits(world.pace, 1) else f"the plan counts on {world.pace} hours a week"
    skills = _step_skills(said, quantity.start, world)
    works = [world.works[key] for group in said.line.groups.values() if group.kind == "R" for entity in group.entities for key in entity.keys]
    options: set[float] = set()
    steps = list({skill.key: skill for skill in skills if skill.order}.values())
    if quantity.unit == "weeks":
        total = _TOTAL.search(said.text)
        if steps and not (total and len(steps) != 1 and not skills):
            options |= {float(skill.weeks or 0) for skill in steps}
            if len(steps) > 1:
                options.add(float(sum(skill.weeks or 0 for skill in steps)))
        if not steps or total:
            options |= {float(world.weeks or 0)} | {
                float(sum(one.weeks or 0 for one in world.steps if one.relation == relation)) for relation in ("essential", "optional")
            }
            options |= {float(world.last_essential or 0), float(world.horizon or 0)}
            if not total:
                options |= (
                    {float(one.weeks or 0) for one in world.steps}
                    if said.sentence.section == ROADMAP and re.search(r"\b(?:it|this|that|they|which|step|each)\b", said.text)
                    else set()
                )
        if not steps and not skills and not total and not re.search(r"\b(?:plan|roadmap|weeks|it|this)\b", said.text):
            return ""
    else:
        for work in works:
            options |= {float(work.low), float(work.high)}
        for skill in skills:
            options |= {float(skill.hours or 0)} | {
                float(hours) for work in world.works.values() if skill.key in work.skills for hours in (work.low, work.high)
            }
        if not works and not skills:
            options |= {float(world.hours or 0)} | {float(one.hours or 0) for one in world.steps}
            options |= {float(hours) for work in before if not _TOTAL.search(said.text) for hours in (work.low, work.high)}
        if re.search(r"\b(?:of|the|all)(?: the| all)? $", said.text[: quantity.start]) or said.text.startswith("the ", quantity.start):
            options.add(float(world.hours or 0))  # "260 of the 460 hours"
        if re.search(r"\b(?:a|per|each|every) week\b", said.text):
            options.add(float(world.pace or 0))
    if world.horizon and re.match(r"horizon (?:of|is|are|was) ", said.text[max(0, quantity.start - 11) : quantity.start].lstrip()):
        options = {float(world.horizon)}
    options.discard(0.0)
    if not options:
        return "" if quantity.unit == "hours" and not world.hours else f"no fact gives these {quantity.unit}"
    if quantity.upper is not None and quantity.unit == "hours":
        pairs = {
            (float(work.low), float(work.high))
            for work in [*works, *before, *(work for skill in skills for work in world.works.values() if skill.key in work.skills)]
        }
        if pairs and (quantity.value, quantity.upper) not in pairs and not _TOTAL.search(said.text):
            return f"the facts give {', '.join(f'{low:g} to {high:g}' for low, high in sorted(pairs))} hours"
    if quantity.bound == ">" and re.match(r"over\b", said.text[quantity.start :]) and quantity.value in options:
        return ""  # "over 40 hours" can mean their course
    if any(quantity.admits(option, 1) for option in options) and (quantity.upper is None or any(abs(quantity.upper - option) < 1e-6 for option in options)):
        return ""
    return f"the facts give {', '.join(f'{option:g}' for option in sorted(options))} {quantity.unit}"


def _percent_fault(quantity: Quantity, said: Said, world: World) -> str:
    if not _ABOUT.search(said.text) and not re.search(r"\b(?:score|covers?|requirements|met|fit)\b", said.text):
        return ""
    clause = next((one for one in said.clauses if one.start <= quantity.start < one.end), None)
    sign, _ = read_sign((clause.text if clause else said.text).replace(said.text[quantity.start : quantity.end], " "))
    tiers = [name for name, pattern in (("essential", _CORE), ("optional", _SOFT)) if pattern.search(clause.text if clause else said.text)] or [
        "essential",
        "optional",
        "all",
    ]
    options: list[float] = (
        [] if _CORE.search(said.text) and not re.search(r"\bscore\b|\bpoints\b", said.text) else [float(-1 if world.score is None else world.score)]
    )
    for relation in tiers:
        met, of = world.counts[relation] if relation != "all" else tuple(map(sum, zip(*world.counts.values(), strict=True)))
        if of:
            share = 100 * met / of
            options += [100 - share] if sign in ("-", "n") else [share] if sign == "+" else [share, 100 - share]
    if any(quantity.admits(option, 10) or (quantity.bound in "=~" and abs(quantity.value - option) <= 0.6) for option in options):
        return ""
    return f"the share is {options[-1]:.0f} %"


_LEAVES = re.compile(
    rf"\bleav(?:es?|ing) (?:only |another |still )?(?P<n>{NUMBER})(?: (?:gaps?|open|unmet|missing|of them|to go|others?|more))?\s*(?=[,.;:]|$)"
)


def _left(said: Said) -> Iterator[Finding]:
    """What a count leaves: "meets four of eleven, which leaves seven"."""
    for found in _LEAVES.finditer(said.text):
        count = next((one for one in reversed(said.counts) if one.end <= found.start() and one.x is not None and one.y is not None), None)
        if count and count.x is not None and count.y is not None and number_of(found["n"]) not in (count.y - count.x, count.x):
            yield fault("wrong_number", said, said.span(*found.span()), f"{count.x:g} of {count.y:g} leave {count.y - count.x:g}", [])


_SOME_BY_LEVEL = re.compile(rf"\b(?:of which|of them|of these) (?P<n>{NUMBER}|none|both)(?={_BY_LEVEL.pattern})")


def _by_level(said: Said, world: World) -> Iterator[Finding]:
    """How many of the gaps just counted are gaps of level."""
    for found in _SOME_BY_LEVEL.finditer(said.text):
        below = _gaps_of_level(_named_tiers(said.text) or world.counts, world)
        told = {"none": 0, "both": 2}.get(found["n"])
        if (number_of(found["n"]) if told is None else told) != below:
            yield fault("wrong_number", said, said.span(*found.span()), f"{below} of the gaps are gaps of level", [])


_RESOURCES = re.compile(
    rf"(?<!least )(?<!than )\b(?P<n>{NUMBER}|no|an?) (?:[a-z]+ )?(?:resources?|entry|entries|works?|courses?) (?:is |are )?(?:[a-z]+ )?(?:for|on) (?:the )?(?P<skill>[SC])\b"
)


def _resources_of(said: Said, world: World) -> Iterator[Finding]:
    """How many resources the catalog has for one skill."""
    for found in _RESOURCES.finditer(said.text):
        group = said.line.groups.get(found.start("skill"))
        if not group or len(group.entities) != 1 or "course" in found[0] or lexicon.NEGATORS.search(said.text[: found.start()]):
            continue
        has = max((sum(key in work.skills for work in world.works.values()) for key in group.entities[0].keys), default=0)
        told = 0 if found["n"] == "no" else number_of(found["n"])
        if told != has and not (found["n"] in ("a", "an", "one") and has):
            yield fault("wrong_number", said, said.span(*found.span()), f"the catalog has {has} resources for {group.entities[0].text}", [])


_LONGER = re.compile(
    r"\b(?P<one>essential|optional|emerging) (?:list|group|part|side|tier|requirements) (?:is|are|has|have) (?:[a-z]+ )?(?P<how>longer|shorter|larger|smaller|more|fewer)\b(?:[^,;A-Z]*?\bthan (?:the |its )?(?P<other>essential|optional|emerging)\b)?"
)


def _longer(said: Said, world: World) -> Iterator[Finding]:
    """Lists of requirements compared by their length; where the other is left out, it is the essential one, or the optional one."""
    for found in _LONGER.finditer(said.text):
        other = found["other"] or ("essential" if found["one"] != "essential" else "optional")
        mine, theirs = world.counts[found["one"]][1], world.counts[other][1]
        if not (mine > theirs if found["how"] in ("longer", "larger", "more") else mine < theirs):
            yield fault("wrong_number", said, said.span(*found.span()), f"there are {mine} {found['one']} and {theirs} {other} requirements", [])


def _whole(said: Said, world: World) -> Iterator[Finding]:
    """All of a tier, told with a number that is not theirs."""
    for found in _WHOLE.finditer(said.text):
        for number, tier in (("n", "tier"), ("m", "other")):
            if found[tier] and number_of(found[number]) != (of := world.counts[found[tier]][1]):
                yield fault("wrong_number", said, said.span(*found.span()), f"there are {of} {found[tier]} requirements", [f"count.{found[tier]}"])
                break


def _dated(said: Said, world: World) -> Iterator[Finding]:
    """A day of the requirements that is not the one of their source."""
    origin = world.facts.one("market.origin")
    if said.sentence.section != MARKET or not origin or not origin.value.get("date"):
        return
    true = str(origin.value["date"]).casefold().split(" to ")
    for found in _DAY.finditer(said.text):
        told = f"{int(found['day'] or found['day2'])} {found['month'] or found['month2']} {found['year']}"
        if told not in true:
            yield fault("wrong_number", said, said.span(*found.span()), world.facts.cast.restore(origin.text), [origin.id])


_ADS = re.compile(r"\b(?:advertisements?|adverts?|ads|postings?|vacancies)\b")
_PART = re.compile(r"[,;:]|\band\b|\bwhile\b|\bbut\b")
_FIGURE = re.compile(
    rf"(?<!of )(?<!of the )(?<!all )\b(?:{NUMBER}|none|all)\b(?!-)(?! (?:years?|months?|weeks?|hours?|(?:[a-z]+ )?(?:requirements?|conditions?|skills?)))"
)
_OF_HOW_MANY = re.compile(rf"\b(?:of|of the|all) (?P<n>{NUMBER})(?= {_ADS.pattern[2:]})")
_FIGURE_OF = re.compile(rf"\b(?:{NUMBER}|none|all)\b(?!-)")
_BACK = re.compile(r"\W*(?:by|in|which|that|it|each)\b")


def _surveyed(said: Said, world: World) -> Iterator[Finding]:
    """How many advertisements name a skill, of how many."""
    if not world.surveyed or said.sentence.section != MARKET or not _ADS.search(said.text):
        return
    text = _DAY.sub(lambda found: " " * len(found[0]), said.text)
    if re.search(r"\bearlier\b", text) and re.search(r"\blater\b", text):
        yield from _growth(text, said, world)
        return
    for found in _OF_HOW_MANY.finditer(text):
        if number_of(found["n"]) != world.surveyed:
            yield fault("wrong_number", said, said.span(*found.span()), f"{world.surveyed} advertisements were read", ["market.origin"])
    pay = world.facts.one("market.salary")
    loose = {float(world.surveyed)} | {float(str(pay.value[name])) for name in ("stated", "low", "high") if pay}
    last: list[set[str]] = []
    start = 0
    for end in [*(found.start() for found in _PART.finditer(text)), len(text)]:
        part, at, start = text[start:end], start, end
        keys = [set(entity.keys) for place, group in said.line.groups.items() if at <= place < end and group.kind in "SC" for entity in group.entities]
        keys = keys or (last if _BACK.match(part.lstrip(",;: and")) else [])
        last = keys or last
        for figure in _FIGURE.finditer(part):
            told = _told(figure[0], world)
            if not keys and told in loose:
                continue
            if not keys or any(told not in {float(world.shares[key]) for key in named if key in world.shares} for named in keys):
                yield fault("wrong_number", said, said.span(at + figure.start(), at + figure.end()), "so many advertisements do not name it", [])


def _told(figure: str, world: World) -> float:
    return 0.0 if figure == "none" else float(world.surveyed) if figure == "all" else number_of(figure)


def _growth(text: str, said: Said, world: World) -> Iterator[Finding]:
    """What the earlier and the later advertisements name: four numbers of one skill."""
    told = [_told(one[0], world) for one in _FIGURE_OF.finditer(text)]
    keys = {key for group in said.line.groups.values() if group.kind in "SC" for entity in group.entities for key in entity.keys}
    facts = [fact for fact in world.facts.of("market.growth") if world.facts.cast.restore(fact.about[0]).casefold() in keys]
    true = [[float(str(fact.value[name])) for name in ("earlier", "earlier_of", "later", "later_of")] for fact in facts]
    if told and told not in true:
        yield fault("wrong_number", said, None, "the facts give other numbers for the two halves", [fact.id for fact in facts])


def _steps(said: Said, world: World) -> Iterator[Finding]:
    if not _PLANNED.search(said.text):
        return
    for pattern in (_PER_GAP, _STEPS):
        for found in pattern.finditer(said.text):
            if pattern is _STEPS and (_PER_GAP.search(said.text) or re.search(r"\b(?:first|last|next|step)\s*$", said.text[: found.start()])):
                continue
            x = 1.0 if found["x"] == "a single" else number_of(found["x"])
            near = re.sub(
                r"\bprerequisites?\b",
                " ",
                _OTHERS.sub(" ", said.text[max(0, found.start() - 25) : found.start()]) + said.text[found.start() : found.end() + 25].split(",")[0],
            )
            tier = "essential" if _CORE.search(near) else "optional" if _SOFT.search(near) else ""
            steps = [one for one in world.steps if not tier or one.relation == tier]
            if x != len(steps) and world.steps and not (pattern is _PER_GAP and x == 1):
                yield fault("wrong_number", said, said.span(found.start("x"), found.end()), f"the roadmap has {len(world.steps)} steps", ["roadmap.steps"])


def _weeks_of(said: Said, world: World) -> Iterator[Finding]:
    for found in _WEEK.finditer(said.text):
        a, b = number_of(found["a"]), number_of(found["b"]) if found["b"] else None
        skills = [one for one in _step_skills(said, found.start(), world) if one.order] or world.steps
        fits = [one for one in skills if one.first is not None and one.last is not None]
        if not fits:
            continue
        if b is not None:
            true = any(one.first == a and one.last == b for one in fits) or (a == 1 and b == world.weeks)
        else:
            true = any(a in (one.first, one.last) for one in fits) or a in (world.weeks, world.last_essential)
        if not true:
            yield fault("wrong_number", said, said.span(found.start(), found.end()), "no step has these weeks", [])
