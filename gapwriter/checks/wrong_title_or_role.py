"""The role applied for given as the current title, or another role, title or company in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import PROFILE, SUMMARY, fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "The yardstick is the Front Office Manager vacancy.",
    "The title on file is Senior AI Engineer.",
    "Noor is currently a Senior AI Engineer.",
    "The target role is Data Engineer.",
)
ALLOWS = (
    "Noor is considered for the role of Senior AI Engineer at Northlight Analytics.",
    "Noor is a Web Developer.",
)

_NOW = re.compile(
    r"\b(?:current(?:ly)?|present(?:ly)?|now|today)\b(?:[^A-Z.;]{0,40})$|\b(?:title|job title|position held|current role|occupation)(?: on (?:file|record)| in the (?:file|cv|resume))?(?: is| of|:| held is)?\s*(?:an? |the |that of (?:an? )?)?$|\b(?:professional|specialist|expert|works?|working) in the field of (?:an? |the )?$|\b(?:works?|working|employed|serves?|serving|acts?|acting) as (?:an? |the )?$|N,? (?:is|an?|the)\s*(?:an? |the )?$|(?:^|\b)(?:the candidate|he|she),? (?:is )?(?:an? |the )$"
)
_AIM = re.compile(
    r"\b(?:apply|applying|applies|applied|considered|target|targets|targeted|aims?|aiming|assessed|compared|compares|against|role of|post of|position of|job of|move|moving|vacancy|opening|candidate for|towards?|become|becoming|for the|for an?|step up|suitab\w+|future|next|into|aspir\w+|measured|evaluated|with the|than|required of|demands of|requirements of|what an?|expects?|to (?:an? |the )?)\s*[^A-Z.;]{0,25}$"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:target (?:role|position|job)(?: is| of|:)?|(?:role|post|position|job|vacancy|opening)(?: is| of|:| as| for)|applying (?:for|to be(?:come)?)|considered for|aims? (?:for|to become)|assessed for|as)\s+(?:the |an? |that of (?:an? )?)?(?:role of |post of |position of )?$"
)
_SLOT = re.compile(r"\b(?:target (?:role|position|job)|current (?:title|role|position)|job title)(?: is|:)?\s*(?:the |an? )?$")
_TITLE = re.compile(
    r"\b(?:Manager|Engineer|Designer|Officer|Nurse|Teacher|Analyst|Developer|Waiter|Waitress|Chef|Assistant|Director|Lead|Supervisor|Consultant|Specialist|Technician|Planner|Worker|Coordinator|Accountant|Administrator|Architect|Scientist|Researcher|Controller|Executive|Representative|Clerk|Electrician|Mechanic|Driver|Lawyer|Paralegal|Secretary|Editor|Writer|Lecturer|Professor|Tutor|Trainer|Adviser|Advisor|Auditor|Buyer|Operator|Foreman|Head of [A-Z]\\w+)$"
)
_ROLE_AFTER = re.compile(r"^\s*(?:role|position|post|job|vacancy|opening|opportunity)\b")


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        text = said.text
        for at, group in said.line.groups.items():
            before, after = text[:at], text[at + 1 :]
            name = group.entities[0].text
            if group.kind == "G" and world.role not in world.titles and _NOW.search(before) and not _AIM.search(before) and not _ROLE_AFTER.match(after):
                yield fault(
                    "wrong_title_or_role",
                    said,
                    (group.start, group.end),
                    f"{name} is the role applied for, not the current title",
                    ["subject", "position.latest"],
                )
            elif (
                group.kind == "T"
                and name != world.role
                and (
                    (_ROLE_AFTER.match(after) and not re.search(r"\b(?:current|present|from|her|his|their|previous|this)\b", before[-25:]))
                    or re.search(
                        r"\b(?:target (?:role|position|job)(?: is| of|:)?|apply\w* for (?:the )?(?:role|post|position) of|considered (?:as|for the (?:role|post|position) of)|role of|post of)\s*(?:the |an? )?$",
                        before,
                    )
                )
            ):
                if not re.search(
                    r"current|present|previous|last|latest|recent|\b(?:fills?|holds?|occup\w+|leaves?|leave|in|has|from) the (?:role|post|position) of",
                    before[-40:],
                ):
                    yield fault(
                        "wrong_title_or_role",
                        said,
                        (group.start, group.end),
                        f"{name} is the current title, not the role applied for",
                        ["subject", "position.latest"],
                    )
            elif group.kind in "SCJ" and _SLOT.search(before) and re.match(r"\s*(?:[.,;]|at\b|$)", after):
                yield fault("wrong_title_or_role", said, (group.start, group.end), f"the role is {world.role}", ["subject"])
            elif group.kind in "UQ":
                role = _ROLE_BEFORE.search(before) or (_ROLE_AFTER.match(after) and re.search(r"\b(?:the|an?|this|for)\s*$", before))
                title = re.search(
                    r"\b(?:current title|title|job title|presently|currently)(?: is| of|:)?\s*(?:an? |the )?$|N(?: is|,)\s*(?:an?|the)\s*$|\bworks? as (?:an? |the )?$|(?:candidate|he|she) is (?:an? )$",
                    before,
                )
                company = re.search(
                    r"(?:\bG(?: role| position| post| vacancy| job)?|\brole|\bposition|\bpost|\bvacancy|\bjob|\bseat|\bopening) (?:at|with|of)\s*(?:the )?$",
                    before,
                ) or (re.match(r"\s*(?:is|are) (?:hiring|looking|recruiting|seeking)", after))
                titled = (
                    _TITLE.search(name)
                    and said.sentence.section in (SUMMARY, PROFILE)
                    and not re.search(r"\bcertif|\blicen|status\b", said.text[at : at + 20] + name.lower())
                )
                if role or title or company or titled:
                    truth = (
                        f"the role is {world.role}"
                        + (f" at {world.company}" if world.company else "")
                        + (f", the current title {world.titles[0]}" if world.titles else "")
                    )
                    yield fault("wrong_title_or_role", said, (group.start, group.end), truth, ["subject", "position.latest"])
            elif (
                group.kind == "E"
                and world.role not in world.titles
                and re.search(r"\bG(?: role| position| post| seat| job| opening| vacancy)? (?:at|with)\s*$|target (?:company|employer)(?: is|:)?\s*$", before)
                and name != world.company
            ):
                yield fault(
                    "wrong_title_or_role", said, (group.start, group.end), f"{name} is an employer of the candidate, not the company of the role", ["subject"]
                )
