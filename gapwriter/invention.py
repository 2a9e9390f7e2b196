"""What a stranger in a text is taken for: a skill, a credential, a piece of history, a requirement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Said, lexicon
from gapwriter.claims.claim import read_sign, read_tier
from gapwriter.claims.quantity import WORDS
from gapwriter.claims.stranger import Stranger
from gapwriter.fault import GAPS, MARKET, PROFILE, RESOURCES, ROADMAP, SUMMARY, TITLES
from gapwriter.world import World

CREDENTIAL = re.compile(
    r"\b(?:certif\w+|certs?|licen[cs]e[ds]?|degrees?|diplomas?|doctorate|ph\.?d|mba|m\.?sc|b\.?sc|b\.?a|m\.?a|beng|meng|b\.?ed|m\.?ed|llm|bachelor\w*|master's|masters|accredit\w+|chartered|qualification|qualifications|ticket|badge|fellowship|membership|registered|registration|credential|credentials|graduat\w+|studied|alumn\w+|apprenticeship|credentialed|permit|endorsement|practitioner certificate|foundation certificate|scrum master)\b"
)
_TITLED = re.compile(
    r"\b(?:certif\w+|licen[cs]e|degree|diploma|ph\.?d\.?|mba|msc|bsc|ma|ba|beng|meng|bachelor\w*|master'?s?|chartered|accredited|practitioner|status|ticket|fellow|associate|professional|specialist|scrum master|black belt|green belt|level \d|nvq|pmp|prince2|itil|cissp|cfa|acca|cpa|cima|aws certified|comptia)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:at|for|with|from|joined|joining|of|to|employed by|hired by|by|in|time at|spell at|stint at|years at|left|including|such as)\s+(?:the )?$|\b(?:employers?|stations?|stops?)(?: named| on record| listed| to date)?\s*[,:]\s*$"
)
_WORKED = re.compile(
    r"\b(?:worked|working|work|spell|stint|time|employ\w*|joined|position|positions|role|post|career|served|experience|employers?|interned|internship|history|track record|stations?|payroll|previously|former|formerly|years?|months|tenure|clients?|contract|freelanc\w+|projects?|background|company|companies|team|includes|lists|listed|prior|spent|stop|stops|before)\b"
)
_DEED = re.compile(
    r"\b(?:delivered|deliver|cut|reduced|increased|tripled|doubled|quadrupled|halved|won|winning|awarded|award|awards|prize|mentored|mentoring|coached|trained|launched|founded|co-founded|published|patented|invented|presented|spoke|saved|grew|generated|exceeded|surpassed|promoted|achieved|achievement|achievements|accomplish\w+|created|designed|implemented|introduced|rolled out|spearheaded|"
    r"championed|orchestrated|oversaw|transformed|turned around|negotiated|closed|secured|raised|recruited|hired|restructured|streamlined|optimi[sz]ed|automated|migrated|boosted|drove|improved|accelerated|pioneered|established|organi[sz]ed|ran|headed|built|developed|authored|wrote|volunteered|represented|earned|received|honou?red|recogni[sz]ed|nominated|contributed|involved in|responsible for|took part in|handled|completed|supported|project|projects|initiative|campaign|rollout|roll-out|redesign|overhaul|migration)\b"
)
_MADE = re.compile(
    r"\b(?:N|candidate|applicant|he|she|they),?(?: \w+)?,? (?:built|developed|created|designed|launched|delivered|led|ran|founded|wrote|set up|organi[sz]ed|managed|implemented|carried out|completed) (?:an? |the )(?:[a-z-]+ )?$"
)
_LEVELLED = re.compile(r"\s*(?:\(|[-:,]\s*)(?:beginner|basic|intermediate|advanced|expert|native|fluent|proficient)\b[^)]*\)?\s*$")
_SUBJECT = re.compile(
    rf"(?:^|\b(?:that|and|but|where|then|role|post|position|job|here|there|which|also|career|addition|past|previously|earlier|recently|noting|worth)\b,?\s*)[^A-Z]{{0,25}}\b(?:N|candidate|applicant|he|she|they)\b|\b(?:N's|candidate's|his|her|their)\b|^{lexicon.CANDIDATE}\b"
)


_SLOT_BEFORE = re.compile(
    r"\b(?:(?:skills?|skillset|experience|knowledge|expertise|proficien\w+|competen\w+|command|background|grounding|strengths?|skilled|versed|at home|trained|experienced|qualified|fluen\w+|abilit\w+|familiar\w*|training|exposure|mastery|grasp|adept|capable|practice|work|track record|certified|credentials?|degree|diploma|certificate|licen[cs]e|masters?|doctorate)\s+(?:in|of|with|on|at|for|as|includes?|including)|"
    r"knows|masters|uses|includes?|including|lists?|names|requires?|demands?|expects?|asks for|calls for|wants|needs|insists on|holds?|possess(?:es)?|has|brings?|offers|plus|also|notably|even|namely|such as|essential:|core:|required:|mandatory:|preferred:|skills:|are|is)\s+(?:an? |the |also |some |further |additional )*$"
)
_SKILL_OF = re.compile(
    r"\b(?:skills?|experience|knowledge|expertise|proficien\w+|competen\w+|command|grounding|strengths?|skilled|versed|at home|trained|experienced|familiar\w*|mastery|grasp|adept)\s+(?:in|of|with|on|at)\s+(?:[a-z-]+ )?$"
)
_SLOT_END = re.compile(
    r"\s*(?:[a-z-]+ ?)?(?:$|[.,;:)]|and\b|or\b|as well\b|too\b|skills?\b|knowledge\b|experience\b|certifi\w+|licen[cs]e|degree|diploma|on\b|from\b|at\b|in\b|for\b)"
)
_SLOT_START = re.compile(r"(?:^|[,;:]\s*|\b(?:and|also|addition|moreover|notably|that)\b,?\s*)(?:an? |the |\W)*$")
_SLOT_AFTER = re.compile(
    r"\s*(?:[a-z-]+\s+){0,2}(?:is|are|appears?|features?|figures|counts?|comes?|ranks?|belongs?|rounds?|completes?|too|remains?|has been|can be|sits?|stands?|forms?)\b"
)


def judge(said: Said, world: World) -> list[tuple[str, Stranger]]:
    """The strangers of a sentence with the class of what they invent, one for each clause; worked out once."""
    if said.invented is None:
        said.invented = [] if said.sentence.section in (ROADMAP, RESOURCES) else list(_judge(said, world))
    return said.invented


def _judge(said: Said, world: World) -> Iterator[tuple[str, Stranger]]:
    done: set[int] = set()
    for stranger in said.strangers:
        listed = stranger.listed or (stranger.is_skill and " " in stranger.text and _in_list(said.text[: stranger.start], said.text[stranger.end :]))
        if id(stranger.clause) in done or world.is_known(stranger.text, strict=stranger.named or listed) or number_like(stranger.text):
            continue
        kind = _kind(said, stranger, said.sentence.section)
        if kind:
            done.add(id(stranger.clause))
            yield kind, stranger


def _kind(said: Said, stranger: Stranger, section: str) -> str:
    text = stranger.clause.text
    before, after = said.text[: stranger.start], said.text[stranger.end :]
    known = [group for group in stranger.clause.said if group.kind in "SCDEJT"]
    if stranger.listed and re.search(r"J and an? $", before):
        return "invented_history"
    listed = _in_list(before, after)
    whole = re.fullmatch(r"[\W]*", said.text[stranger.clause.start : stranger.start] + said.text[stranger.end : stranger.clause.end]) is not None
    listed = listed or (whole and not stranger.named and any(group.kind == "S" for group in said.line.groups.values()))
    known = known or ([group for group in said.line.groups.values() if group.kind in "SC"] if whole else [])
    bare = _LEVELLED.sub("", after)
    alone = not before.strip(" -*\"'(") and not bare.strip(" .,;\"')") and said.sentence.is_item
    slot = (
        listed
        or alone
        or stranger.named
        or stranger.is_skill
        or bool(_SLOT_BEFORE.search(before) and _SLOT_END.match(after))
        or bool(_SLOT_START.search(before) and _SLOT_AFTER.match(after))
    )
    opener = not before.strip(' -*"(') and " " not in stranger.text and not stranger.is_skill
    if opener and not re.search(
        r"\b(?:N|candidate|applicant|he|she|they|his|her|their|profile|resume|cv|record|role|position|required|essential|mandatory)\b", text
    ):
        return ""
    if not slot and not re.search(r"\bprojects?\b", said.text):
        return ""
    if any(group.kind in "RP" for group in stranger.clause.said):
        return ""
    if lexicon.UNASKED.search(text) and (stranger.is_skill or stranger.named or _SLOT_START.search(before)) and not known and section in (SUMMARY, PROFILE):
        return "invented_skill"
    asked = bool(lexicon.ASKED.search(text) or read_tier(text) or (said.sentence.lead and read_tier(said.sentence.lead.lower())))
    person = bool(_SUBJECT.search(text) or lexicon.PERSON.search(text))
    sign, hedged = read_sign(text)
    if not sign:
        sign, hedged = read_sign(said.text)
    if section == MARKET or (asked and not person):
        return "invented_requirement" if listed or asked or alone or (stranger.named and section == MARKET and not person) else ""
    if section not in (SUMMARY, PROFILE, GAPS, "") and section in TITLES:
        return ""
    near = before[-30:] + " " + stranger.text + " " + after[:40]
    if _TITLED.search(stranger.text) or (CREDENTIAL.search(near) and not any(group.kind in "CD" for group in known)):
        return (
            ""
            if lexicon.NEGATORS.search(text) or re.search(r"\b(?:missing|lacks?|lacking|absent|outstanding|open|yet to|still to)\b", text)
            else "invented_credential"
        )
    if (
        stranger.named
        and any(group.kind == "E" for group in said.line.groups.values())
        and (
            _WORKED.search(said.text)
            or re.search(r"E(?:,? and|,| as well as)\s*(?:the )?$", before)
            or re.match(r"(?:,? and|,| as well as) (?:the )?E\b", after)
        )
        and not any(group.kind == "S" for group in known)
    ):
        return "invented_history"
    if re.search(r"\b(?:projects?|initiatives?)\b", said.text) and not any(group.kind in "JS" for group in known) and sign not in ("-", "n"):
        return "invented_history"
    if stranger.named and _PLACE.search(before) and _WORKED.search(said.text):
        return "invented_history"
    if listed and known and any(group.kind == "S" for group in known):
        return "invented_skill" if sign not in ("-", "n") else "invented_requirement"
    deed = _DEED.search(text)
    if stranger.named and deed and person and sign not in ("-", "n") and not any(group.kind in "SJ" for group in known):
        return "invented_history"
    if person and sign not in ("-", "n") and _MADE.search(before) and not any(group.kind in "SJ" for group in known):
        return "invented_history"
    if known and not listed and not (_SKILL_OF.search(before) and _SLOT_END.match(after)):
        return ""
    if (
        sign == "+"
        and not hedged
        and (
            stranger.named
            or person
            or re.search(
                r"\b(?:skill|skills|skillset|knowledge|experience|expertise|proficien\w+|strength|strengths|command|competenc\w+|abilit\w+|background|documented|profile|record)\b",
                text,
            )
        )
    ):
        return "invented_skill"
    return ""


def number_like(text: str) -> bool:
    return all(part in WORDS or part.isdigit() for part in text.lower().replace("-", " ").split())


def _in_list(before: str, after: str) -> bool:
    """Whether the words stand in a list beside a skill."""
    return bool(
        re.search(
            r"[SC]\s*(?:\([^)]*\)\s*)?(?:,\s*(?:and|or|nor|as well as)?|and|or|but also|as well as|plus|nor|&|/|;)\s*(?:both |the |also |even |on |in |of |with |for |a little |a bit of |some |basic |solid |sound |good |strong |an? |even |further )*$",
            before,
        )
        or re.match(r"\s*(?:,\s*(?:and|or|as well as)?|and|or|as well as|plus|&|/)\s*(?:the )?[SC](?!\s+(?:is|are|has|remains)\b)", after)
    )
