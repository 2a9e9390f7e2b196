"""Another person in the place of the candidate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.clause import Group
from gapwriter.fault import GAPS, PROFILE, SUMMARY, fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Jonas Albrecht knows Python.",
    "Noor Bergström has yet to learn PyTorch.",
    "The resume does not show PyTorch; the other shortlisted applicant is further along.",
)
ALLOWS = ("Noor Halvorsen knows Python.",)

_RIVAL = lexicon.Remembered(
    r"\b(?:the|an?)(?:other| other| rival| competing| shortlisted| remaining)+ (?:\w+ )?(?:applicants?|candidates?)\b|\b(?:than|unlike|like|compared (?:with|to)) (?:the |most |many |any )?(?:other|rival|competing|shortlisted) (?:\w+ )?(?:applicants?|candidates?)\b"
)
"""One comparison knows one candidate."""

_ACTS = re.compile(
    r"['’]s\b|\s+(?:was involved|was part of|has|have|had|holds?|is (?:still |currently |presently |already |now |yet |not |a |an |the |being |well |at home|where|able|new|considered|applying|aiming|credited|short|without|in need|missing|lacking|qualified|proficient|experienced|strong|skilled)|are still|does|do|did|can|cannot|will|would|could|may|might|must|should|works?|worked|brings?|covers?|knows?|needs?|lacks?|shows?|meets?|satisf(?:y|ies)|fulfils?|contributes?|ticks|passes|earns|scores|wants|fails|reaches|offers?|already|"
    r"also|still|currently|presently|never|now|clears?|excels?|falls?|counts?|possesses|demonstrates?|applies|applied|joined|led|leads|stands|starts|lists|misses|looks back|comes|combines|uses|masters?|handles?|contributed|earned|studied|graduated|spent|gained|completed?|moved|aims|seeks|takes|turns|begins|learns|tackles|should|proceeds|continues|follows up|appears to|seems)\b|,\s+(?:who|presently|currently|an?)\b"
)
_FULL_NAME = re.compile(r"(?:[A-Z][a-zà-ÿ'’-]+ ){1,2}[A-Z][a-zà-ÿ'’-]+")
_ELSEWHERE = re.compile(
    r"\b(?:at|for|with|from|joined|by|in|via|using|as|an?|the|and|or|title|role|post|position|employers?|stations?|stops?|includes?|comprises?|knows?|skills?|projects?)[,:]?\s*(?:an? |the )?$|[,:(]\s*$|[\"“]$"
)
_PERSONAL = re.compile(
    r"\b(?:of|for|by|to|with|that|unlike|as|says|credits?|whether|where|because|although|while|so|from|behind|about|lets?|helps?|gives?)\s*$"
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        if rival := _RIVAL.search(said.text):
            yield fault("other_candidate_name", said, said.span(*rival.span()), "the facts know no other candidate", [])
        if any(group.kind in "RQ" for group in said.line.groups.values()):
            continue
        for group in said.line.groups.values():
            if (
                group.kind == "U"
                and said.text[group.at - 2 : group.at] == "N "
                and re.fullmatch(r"[^\W\d_][^\d_]*", group.entities[0].text)
                and group.entities[0].text.istitle()
            ):
                start = said.line.groups[group.at - 2].start
                yield fault("other_candidate_name", said, (start, group.end), "this is another name than the candidate's", ["subject"])
            elif (group.kind == "U" and re.search(r"\b(?:mr|mrs|ms|miss|dr)\.? $", said.text[: group.at])) or (group.kind == "U" and _is_person(said, group)):
                yield fault("other_candidate_name", said, (group.start, group.end), f"{group.entities[0].text} is not the candidate", ["subject"])


def _is_person(said: Said, group: Group) -> bool:
    text = group.entities[0].text
    if (
        re.fullmatch(r"[A-Z][a-z]+ing", text)
        or re.search(r"\d|[&/+#]", text)
        or (text.isupper() and len(text) > 1 and text.isascii())
        or len(text.split()) > 4
        or len(text) < 2
    ):
        return False
    if re.search(
        r"\b(?:Certifi\w+|Licen[cs]e|Degree|Diploma|University|Academy|College|School|Institute|Group|Ltd|Inc|GmbH|Award|Engineer|Manager|Designer|Nurse|Teacher|Analyst|Developer|Status|Master|PhD|MBA|BSc|MSc)\b",
        text,
    ):
        return False
    line = said.text
    if (
        _FULL_NAME.fullmatch(text)
        and said.sentence.section in (SUMMARY, PROFILE, GAPS)
        and (re.search(r"\b(?:submitted|held|shown|offered|sent) by $", line[: group.at]) or not _ELSEWHERE.search(line[: group.at]))
        and not re.search(r"certif|licen|degree|diploma", line)
    ):
        return True
    if re.search(r"[SCRP] $", line[: group.at]):
        return False  # the tail of a longer name
    after, before = line[group.at + 1 :], line[: group.at]
    if not _ACTS.match(after) and not (
        _PERSONAL.search(before) and re.match(r"\s*(?:is|has|does|lacks?|to|and|,|\.|back|that|will|needs|can|with|already|$)", after)
    ):
        return False
    if re.match(
        r"\s+(?:has been|is (?:a|an|the|not|also|still|among|one|required|essential|preferred|mandatory|needed|documented|missing|another|where|listed|part|absent))\b",
        after,
    ) and not re.search(r"[SNCGT]", after):
        return False
    others = [one for one in said.line.groups.values() if one is not group and one.kind in "SCTGDEJ"]
    personal = re.search(
        r"\b(?:years?|team|leadership|led|role|post|requirements?|experience|skills?|record|profile|background|working|career|title|minimum|candidate|match|application)\b",
        line,
    )
    return bool(others or personal)
