"""Years of experience, asked for or missing, that the facts do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.quantity import NUMBER, Quantity, number_of
from gapwriter.fault import MARKET, ROADMAP, fault, once
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Noor has eleven years of experience.",
    "Noor has more than a decade of experience.",
    "The role asks for five years of experience, two years more than the three years and two months documented.",
)
ALLOWS = (
    "The role asks for five years of experience.",
    "Noor has over three years of experience.",
    "Noor is one year and ten months short of what the role asks for.",
    "The role asks for five years of experience, one year and ten months more than the three years and two months documented.",
)

_ASKED_BEFORE = re.compile(
    r"(?:minimum(?: of| is| stands at)?|asks? for|requires?|required|requirement(?: of| is)?|threshold(?: of| is)?|bar(?: of| is| at)?|demands?|expects?|calls for|wants|sets|needs|stipulates|looks for|asking for|requiring|prescribes|target of|out of|against(?: the)?|of the|than the|versus|vs\\.?|names|instead of the)\s*(?:the |a |an |at least |its )?$"
)
_ASKED_AFTER = re.compile(
    r"^\s*(?:of (?:\w+ )?experience )?(?:that )?(?:the |this )?(?:are |were |is )?(?:role |position |employer |it )?(?:asked for|asks for|required|requires|needed|demanded|expected|stipulated|wanted|minimum|threshold|requirement|called for|the role|sets|sought|wants)\b"
)
_SHOWN_AFTER = re.compile(r"^\s*(?:of (?:\w+ )?experience )?(?:that )?(?:are |is )?(?:the resume |on )?(?:documents?|documented|shown|shows|record)\b")
_REACHED_AFTER = re.compile(r"\s*(?:of (?:\w+ )?experience )?(?:are|is) (?:all )?(?:documented|shown|met|reached|covered|there)\b")
_SHORT_AFTER = re.compile(
    r"^\s*(?:of (?:\w+ )?experience )?(?:are |is )?(?:still )?(?:short|too (?:few|little)|fewer|less|below|missing|under|shy|lacking|behind the|away|more (?:than|are|is)|to go|remain|separate|still|too short|wanting)\b"
)
_SHORT_BEFORE = re.compile(
    r"(?:missed by|misses by|short (?:of (?:it |this |that )?)?by|shortfall of|gap of|lacks?|missing|falls short by|misses (?:it |this )?by|another|a further|additional|still needs|needs|deficit of|difference of|below by|short)\s*$"
)
_OVER_AFTER = re.compile(
    r"^\s*(?:of (?:\w+ )?experience )?(?:are |is )?(?:above|over|more than|beyond|to spare|longer|ahead|in excess|extra|in hand|surplus)\b"
)
_OVER_BEFORE = re.compile(r"(?:exceeds?(?: \w+){0,3} by|surpass\w*(?: \w+){0,3} by|surplus of|margin of|by)\s*$")
_LABEL = re.compile(rf"(?:years?|months?)\b[^:;.\d]{{0,40}}(?::|=|-)\s*(?P<number>{NUMBER})(?!\s*(?:years?|months?|weeks?|%|/|of\b))(?P<half> and a half)?")
_RATIO = re.compile(
    r"(?P<bound>more than |over |at least |exactly |just |almost |nearly |well over |less than |under )?(?P<ratio>half|twice|double|two times|three times|triple|thrice|four times|five times|(?:two|three) thirds|a third|a quarter|three quarters|one and a half times|precisely|exactly|the same as|equal to|equals|matches)\s+(?:of\s+|as (?:much|many|long) as\s+)?(?:what|the|that|this)?\s*(?:number of |amount of |years? )?(?:the )?(?:role|position|employer|minimum|threshold|required|requirement|asked|bar|advertisement|job)\b"
)
_RATIOS = {
    "half": 0.5,
    "twice": 2,
    "double": 2,
    "two times": 2,
    "three times": 3,
    "triple": 3,
    "thrice": 3,
    "four times": 4,
    "five times": 5,
    "two thirds": 2 / 3,
    "three thirds": 1,
    "a third": 1 / 3,
    "a quarter": 0.25,
    "three quarters": 0.75,
    "one and a half times": 1.5,
}

_APART = lexicon.Remembered(r"\byears? old\b|\baged?\b|^\W*had the (?:role|employer|company|position|post)\b|\bwould have (?:been|had)\b")
"""Years of age, and what would have been."""


@once
def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        if _APART.search(said.text):
            continue
        for quantity in said.quantities:
            if quantity.unit == "years" and not _is_true(quantity, said, world):
                yield fault("wrong_years", said, said.span(quantity.start, quantity.end), _truth(world), ["experience.years", "gate.years"])
        for found in _LABEL.finditer(said.text):
            if any(one.start < found.end() and found.start("number") < one.end for one in said.quantities):
                continue
            value = (number_of(found["number"]) + (0.5 if found["half"] else 0)) * (1 if found[0].startswith("month") else 12)
            asked = re.search(r"required|minimum|asked|role", said.text[: found.start("number")]) or _ASKED_AFTER.match(said.text[found.end() :])
            if not Quantity(value, "=", "years", 0, 0).admits(world.required if asked else world.months):
                yield fault("wrong_years", said, said.span(found.start("number"), found.end()), _truth(world), ["experience.years"])
        yield from _ratios(said, world)


def _truth(world: World) -> str:
    shown = "no countable experience" if world.months is None else f"{world.months / 12:g} years"
    return f"the resume documents {shown}" + (f"; the role asks for {world.required / 12:g}" if world.required else "")


def _is_true(quantity: Quantity, said: Said, world: World) -> bool:
    text = said.text
    before, after = text[max(0, quantity.start - 40) : quantity.start], text[quantity.end : quantity.end + 60]
    if (
        re.search(r"\b(?:per|each|every|the (?:last|past|next|coming)|within|in)\s*$", before)
        and re.search(r"\b(?:month|year)s?$", text[quantity.start : quantity.end])
        and not re.search(r"experience", after)
    ):
        return True
    if said.sentence.section == ROADMAP or re.search(r"\b(?:roadmap|plan)\b", text):
        weeks = quantity.value * 52 / 12
        return (
            world.weeks is None
            or abs(weeks - world.weeks) <= 4
            or any(abs(weeks - (step.weeks or 0)) <= 1 for step in world.steps)
            or quantity.admits(world.months)
            or quantity.admits(world.required)
        )
    experience, asked = world.months, world.required
    short = asked - experience if asked is not None and experience is not None else None
    nearly = quantity.nearly
    if (
        short is not None
        and short > 0
        and re.search(r"\b(?:further|more|additional|another)\b", text[quantity.start : quantity.end])
        and re.search(r"\b(?:needed|required|necessary|missing)\b", after)
    ):
        return quantity.admits(short, nearly)
    if re.search(r"\bthan the\b", before[-10:] + text[quantity.start : quantity.end]) and _SHOWN_AFTER.search(after):
        return quantity.admits(experience, nearly)
    if (
        asked is not None
        and experience is not None
        and quantity.value == asked <= experience
        and re.search(r"\b(?:the|those|these|all) ", before[-6:] + text[quantity.start : quantity.start + 4])
        and _REACHED_AFTER.match(after)
    ):
        return True  # "the three years asked for are documented" counts those
    if (
        asked is not None
        and experience is not None
        and quantity.value == asked > experience
        and re.search(r"\b(?:neither|not|nor)\b.*\b(?:met|reached|shown|documented)\b", text)
        and re.search(r"\b(?:the|those|these|all) ", before[-6:] + text[quantity.start : quantity.start + 4])
    ):
        return True  # "neither the five years nor leadership is met"
    if asked is not None and (
        _ASKED_AFTER.search(after)
        or (_ASKED_BEFORE.search(before) and not re.search(r"\b(?:candidate|N|has|he|she|they)\b[^,;]*\b(?:of the|than the)\s*$", before))
    ):
        return Quantity(quantity.value, "=" if quantity.bound in (">=", ">", "<", "<=") else quantity.bound, "", 0, 0).admits(asked, nearly) or (
            quantity.bound == "<~" and quantity.admits(experience)
        )
    if short is not None and short > 0 and (_SHORT_AFTER.search(after) or _SHORT_BEFORE.search(before)):
        return quantity.admits(short, nearly) or (quantity.admits(experience, nearly) and not _SHORT_BEFORE.search(before))
    if short is not None and short > 0 and _OVER_AFTER.search(after) and re.search(r"minimum|required|asked|role|threshold|bar", after):
        return False
    if short is not None and short < 0 and (_OVER_AFTER.search(after) or _OVER_BEFORE.search(before)):
        return quantity.admits(-short, nearly) or quantity.admits(experience, nearly)
    if quantity.admits(experience, nearly) and not (said.sentence.section == MARKET and asked != experience and not lexicon.MARKET_PERSON.search(text)):
        return True
    if (
        asked is not None
        and said.sentence.section == MARKET
        and Quantity(quantity.value, "=" if quantity.bound in (">=", ">", "<") else quantity.bound, "", 0, 0).admits(asked, nearly)
    ):
        return True
    clause = next((one for one in said.clauses if one.start <= quantity.start < one.end), None)
    around = clause.text if clause else text
    if (
        asked is not None
        and quantity.value == asked
        and re.search(
            r"\b(?:minimum|asks?|asked|requires?|required|requirement|threshold|bar|demand\w*|expect\w*|call\w*|role|position|target|conditions?|floor)\b",
            around,
        )
    ):
        return not re.search(
            r"\b(?:candidate|N|he|she|they|resume|profile) (?:\w+ )?(?:has|have|brings?|counts?|documents?|shows?)\b",
            around[: max(0, quantity.start - (clause.start if clause else 0))],
        )
    return (
        short is not None
        and quantity.value == abs(short)
        and bool(re.search(r"\b(?:short|missing|more|below|above|less|fewer|gap|difference|beyond|lack\w*|under|exceed\w*|over|margin|surplus)\b", around))
    )


def _ratios(said: Said, world: World) -> Iterator[Finding]:
    if (
        not world.required
        or world.months is None
        or "S" in said.text
        or not re.search(r"\b(?:minimum|asks|asked|role|threshold|required|requirement|sets|position)\b", said.text)
    ):
        return
    if re.search(r"\b(?:requirements|skills|list)\b", said.text):
        return
    for found in _RATIO.finditer(said.text):
        word = found["ratio"]
        actual = world.months / world.required
        bound = (found["bound"] or "").strip()
        target = _RATIOS.get(word, 1.0)
        true = {
            "more than": actual > target,
            "over": actual > target,
            "well over": actual > target,
            "at least": actual >= target,
            "less than": actual < target,
            "under": actual < target,
            "almost": target * 0.8 <= actual < target,
            "nearly": target * 0.8 <= actual < target,
        }.get(bound, abs(actual - target) < 1e-6)
        if not true:
            yield fault("wrong_years", said, None, _truth(world), ["experience.years", "gate.years"])
