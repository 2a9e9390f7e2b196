"""An employer, a project or an achievement that the resume does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.checks.contradiction_facts import LEADS
from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.quantity import NUMBER
from gapwriter.fault import MARKET, RESOURCES, ROADMAP, fault
from gapwriter.finding import Finding
from gapwriter.invention import judge
from gapwriter.world import World

_OF_REQUIREMENTS = re.compile(
    r"\b(?:requirements?|core|essential\w*|preferred|optional|match\w*|score|coverage|covers?|covered|skills?|list|criteria|gaps?|met|must-haves?|posting|(?<!last )(?<!previous )(?<!former )(?<!earlier )(?<!current )(?:role|position)|compulsory|mandatory|fit|overlap|profile)\b"
)
_DEEDS = lexicon.Remembered(
    r"\b(?:lifted|cut|reduced|increased|raised|grew|lowered|saved|boosted|improved|doubled|tripled|quadrupled|halved) (?:\w+ ){1,4}(?:by|within|in|costs?|output|sales|revenue|profit|turnover)\b|\b(?:tripled|doubled|quadrupled|halved|won an?|won the|awarded|mentored|coached|trained (?:over |more than |about |some )?(?:\w+ )?(?:new|people|staff|colleagues|juniors?|starters|apprentices|employees)|(?:ahead of|on) schedule|under budget|on time and|promoted (?:twice|to)|founded|co-founded|patent\w*|"
    r"(?:costs?|sales|revenue|output|turnover|errors|complaints|profits?|waste)(?: (?:at|in|of|for) (?:\w+ ){1,4}?)? (?:fell|rose|grew|dropped|increased|doubled|halved|climbed|shrank)|(?:an?|the|earlier|previous|former) (?:\w+ )?(?:spell|stint|secondment|internship|traineeship)|industry award|national award|employee of the|best (?:employee|seller)|team of (?:\d+|\w+teen|\w+ty|ten|twelve|five|six|seven|eight|nine)|keynote|bestselling|exceeded (?:all |every |\w+ )?targets?|record (?:sales|revenue|turnover))\b"
)

FLAGS = (
    "Noor worked at Contoso Group before.",
    "In the last role, Noor cut operating costs by 30%.",
    "The resume does not show MLOps, and a course is already booked.",
    "## Candidate Profile\n\nNoor has been in charge of a crew of twelve.",
)
ALLOWS = ("Noor has worked at Lindvik Supply.",)


_UNDER_WAY = lexicon.Remembered(
    r"(?<!role )(?<!position )(?<!post )(?<!G )\b(?:is|are|was|were|been) (?:already |also |now |since )?(?:booked|applied for|signed up for|enrolled (?:in|on)|registered for)\b"
    r"|\b(?:renewal|application|registration|enrolment|exam date) (?:for \S+ )?(?:is|has been|was) (?:already |now )?(?:scheduled|arranged|under way|submitted|pending|in progress|due)\b"
    r"|\b(?:has|have) (?:already |also |now |since )?(?:booked|(?:applied|signed up|registered) for (?:the |an? )?(?=[SCRQ])|enrolled (?:in|on))\b"
)
_HEADCOUNT = re.compile(
    rf"\b(?:crew|team|group|staff|squad|shift|department|class) of (?:at least |about |over |more than |up to )?{NUMBER}\b|\b(?:of|for|over|with) (?:at least |about |over |more than |up to )?{NUMBER} (?:people|staff|employees|colleagues|persons|subordinates|(?:direct )?reports)\b"
)
_MARK = lexicon.Remembered(r"\b(?:score|band|grade|mark) (?:of|is|at) (?:at least )?(?P<mark>\d+(?:\.\d+)?)\b(?! ?(?:per|points?|of|out)\b| ?[%/:])")


def _untold(said: Said, world: World) -> Iterator[Finding]:
    """Steps under way, sizes of teams and marks of tests: what nobody gave, of the resume or of the role."""
    mark = _MARK.search(said.text)
    if mark and float(mark["mark"]) == world.score:
        mark = None
    for found in (_UNDER_WAY.search(said.text), _HEADCOUNT.search(said.text) if LEADS.search(said.text) else None, mark):
        if found and not any(found[0] in world.facts.cast.restore(fact.text).casefold() for fact in world.facts):
            kind = "invented_requirement" if said.sentence.section == MARKET else "invented_history"
            yield fault(kind, said, said.span(*found.span()), f"“{found[0]}” is nothing that the facts tell", [])


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        yield from _untold(said, world)
        if said.sentence.section not in (ROADMAP, RESOURCES, MARKET):
            found = _DEEDS.search(said.text)
            share = next((one for one in said.quantities if one.unit == "percent"), None)
            if share and not _OF_REQUIREMENTS.search(said.text) and "N" not in said.text[share.end :]:
                yield fault("invented_history", said, said.span(share.start, share.end), "the resume tells no such figure", [])
                continue
            known = [group for group in said.line.groups.values() if group.kind in "SJRCD"]
            if found and not known and not any(finding for finding, _ in judge(said, world)):
                yield fault("invented_history", said, said.span(*found.span()), "the resume tells no such thing", [])
        for kind, stranger in judge(said, world):
            if kind == "invented_history":
                yield fault(kind, said, said.span(stranger.start, stranger.end), f"“{stranger.text}” is nothing that the resume tells", [])
