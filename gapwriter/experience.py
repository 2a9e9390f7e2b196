"""Experience: how long a person has worked, and whether the resume shows that they led people or designed systems."""

from __future__ import annotations

import re
from datetime import date

from gapwriter.dates import count_months
from gapwriter.evidence import Basis, Evidence
from gapwriter.mention import split_sentences
from gapwriter.polarity import Polarity
from gapwriter.record import Record
from gapwriter.resume import Passage, Resume
from gapwriter.role import Role
from gapwriter.skill import Rung


class Shown(Record):
    """Whether something is shown: True, False where the resume denies it, None where it says nothing; with its exact words."""

    shown: bool | None = None
    quote: str = ""
    source: str = ""


class Experience(Record):
    """`months` of professional experience (union of dated positions), None where no position has dates; `positions` is how many have."""

    months: int | None
    positions: int
    leadership: Shown
    architecture: Shown
    stated: tuple[str, ...] = ()


_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|both|all|other|junior|new)"
_PEOPLE = (
    r"(?:(?:team|crew|squad|shift|staff|group|gang|brigade|department|unit|ward|colleagues|people|persons|members|employees|engineers|developers|technicians|nurses|assistants?|apprentices|trainees|(?:doctoral|phd) students|operators|drivers|"
    r"analysts|designers|teachers|clerks|cooks|chefs|waiters|porters|workers|labou?rers|fitters|electricians|plumbers|welders|carers|carpenters|accountants|agents|reps|representatives|associates|interns|juniors|volunteers|"
    r"pickers|packers|cleaners|guards|officers|coordinators|mechanics|testers|consultants|pharmacists|therapists|supervisors|managers|bricklayers|installers|joiners|direct reports)\b|"
    r"\w+(?:-\w+)?[\s-](?:person|man|strong)\b)"
)
# What is led stands before the next preposition ("ran a team", not "ran workshops for teachers"), and behind "of" only after words of quantity or work.
_WITHIN = (
    r"(?!(?:for|(?<!up )to|with|from|by|at|on|in|into|within|across|between|around|that|which|who|when|while)\b)"
    r"(?!(?!(?:work|activities|efforts|performance|output|total|number|mix|range|maximum|minimum|average|upwards|excess|rest|majority|pool|pair|handful|dozens?|workforce|half|all)\b)"
    r"[\w-]+\s+of\b)"
)
# "Managed staff rotas" is about the rotas.
_THEMSELVES = (
    r"(?!\s+(?:rota|roster|calendar|schedul|budget|record|meeting|training|account|data|file|page|holiday|leave|payroll|turnover|safety|expense|cost|list|group|room|"
    r"event|outing|newsletter|onboarding|welfare|vehicle|diar)\w*)"
)
_THINGS = (
    r"(?:customers|users|suppliers|vendors|servers|containers|computers|printers|routers|clusters|orders|numbers|papers|trailers|boilers|chillers|reactors|sensors|motors|generators|elevators|tractors|errors|investors|visitors|"
    r"letters|cent(?:ers|res)|counters|registers|folders|controllers|compressors|readers|newsletters|partners|stakeholders|passengers|boxers|plants|restaurants|tenants|grants|variants|employers|payers|lenders|borrowers|subscribers|covers|"
    r"tickets|reports|borders|boilers|coolers|loaders|mixers|doors|floors|colou?rs|tumblers|readers|committees|trees|fees)\b"
)
_LEADS = re.compile(
    rf"\b(?:(?:supervis(?:ed?|es|ing)|manag(?:ed|es|e|ing)|led|leads?|leading)\s+(?:a team of\s+|(?:the|my|our)\s+)?{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}?(?!{_THINGS})(?:\w{{3,}}(?:ers|ors|ists|ants|ees|ians|men|women)|students)\b|"
    rf"(?:stands?|stood|stepp?(?:ed|s)?|acts?|acted|acting|filled)\s+(?:in\s+)?as\s+(?:(?:the|a|an)\s+)?(?:\w+\s+){{0,2}}(?:supervisor|manager|lead|leader|foreman|forewoman|head)\b|"
    rf"supervis(?:ed|es|ing)\s+(?:one|an?)\s+(?:[\w-]+\s+){{0,2}}?(?!{_THINGS})\w{{3,}}(?:er|or|ist|ant|ee|ian)\b|assign(?:ed|s|ing)?\s+(?:the\s+)?work\s+(?:of|to)\s+{_NUMBER}\s+(?:\w+\s+)?{_PEOPLE}|"
    rf"head of\s+(?:(?:the|our|a)\s+)?(?:{_NUMBER}\s+)?(?:\w+\s+){{0,2}}?{_PEOPLE}|supervis(?:ed?|es|ing)\s+(?:{_WITHIN}\w+[\s,]+){{0,6}}?{_PEOPLE}{_THEMSELVES}|"
    rf"(?<!-)(?:led|leads?|leading|head(?:ed|s|ing)(?: up)?|manag(?:ed|es|e|ing)|direct(?:ed|s|ing)|oversaw|oversees?|overseeing|co-?ordinat(?:ed?|es|ing)|ran|runs?|running|built and led|line[- ]manag(?:ed|es|e|ing))\s+(?:and\s+\w+\s+)?(?:(?:a|an|the|our|my|its|this|that|of)\s+)*(?:{_WITHIN}[\w'’&,-]+\s+){{0,4}}?(?:of\s+)?(?:{_WITHIN}[\w'’-]+\s+){{0,3}}?{_PEOPLE}{_THEMSELVES}|"
    rf"(?:responsible|accountable) for\s+(?:(?:a|an|the|my)\s+)?(?:{_NUMBER}\s+)?(?:{_WITHIN}(?!(?:and|training|teaching|helping|onboarding|paying|scheduling|hiring|recruiting)\b)[\w'’-]+\s+){{0,3}}?{_PEOPLE}{_THEMSELVES}|"
    rf"(?:in )?charge of\s+(?:(?:a|an|the)\s+)?(?:{_NUMBER}\s+)?(?:\w+\s+){{0,2}}?{_PEOPLE}|in charge of the (?:shift|ward|floor|site|kitchen|line)|"
    rf"charge nurse|nurse in charge|lead hand|ward sister|shift lead(?:er)?\b|crew lead(?:er)?\b|squad lead(?:er)?\b|section head|foreman|forewoman|foreperson|charge ?hand|(?:acting|deputy|assistant|interim)\s+(?!to\b)(?:\w+\s+){{0,2}}?(?:manager|head|supervisor|director)|"
    rf"(?:crew|team|staff|squad) of\s+(?:about |up to |around )?{_NUMBER}(?=[^.;]*\b(?:under me|reporting|report to me|for me)\b)|(?:{_NUMBER}\s+)?(?:\w+\s+){{0,2}}(?:report(?:ed|s|ing)? (?:in)?to me|direct reports)|{_NUMBER}\s+(?:\w+\s+){{0,3}}?under me|line manager (?:of|for|to)|line management of|"
    rf"(?:held|hold|wrote|write|did|do|gave|give|set|conduct(?:ed)?|carr(?:y|ied) out)\s+(?:(?:them|all)\s+)?(?:their|my (?:team|crew|staff)['’]s|the (?:team|crew|staff)['’]s)\s+(?:\w+\s+){{0,2}}?(?:appraisals?|reviews?|objectives|goals|targets|one-to-ones|probation)|"
    rf"(?:plan(?:ned)?|wrote|write|dr(?:e|a)w up|made|make|set|schedul(?:e|ed)|approv(?:e|ed)|sign(?:ed)?)\s+their\s+(?:\w+\s+)?(?:shifts?|rotas?|rosters?|schedules?|hours|holidays?|leave|handovers?|timesheets?)|"
    rf"look(?:s|ed)? after\s+{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}?(?:staff|colleagues|employees|people|teachers|nurses|engineers|developers|technicians|apprentices|trainees|juniors|operators|drivers|clerks|analysts|cooks|assistants|associates)\b|"
    rf"(?:deputi[sz](?:ed?|es|ing)|st(?:and|ood|ands|anding) in) for (?:the|our|my) (?:[\w-]+\s+){{0,2}}(?:manager|supervisor|head|foreman|team lead(?:er)?|matron|sister)\b|"
    rf"had\s+{_NUMBER}\s+(?:\w+\s+)?direct reports|(?:as|promoted to|appointed) (?:an? |the )?(?:team lead(?:er)?|tech(?:nical)? lead|supervisor|manager)\b|hired and (?:led|managed|trained))",
    re.I,
)
_LEADING_TITLE = re.compile(
    r"\b(?:(?:team|shift|crew|squad|section|group|tech|technical|engineering|site|floor|line|warehouse|shop|store|office|kitchen|restaurant|branch|plant|production|ward|nurse|nursing|care|department|general|regional|area|operations|duty|bar|depot|fleet|service|finance|hr|people|marketing|sales|support|it|data|development|qa|housekeeping|front office)\s+"
    r"(?:lead|leader|manager|supervisor)|supervisor|head (?:of|chef|teacher|nurse|cook|porter|gardener)|headteacher|foreman|forewoman|lead hand|chargehand|charge nurse|ward sister|ward manager|principal|director|managing|chief \w+ officer|matron|vice president|captain of the)\b",
    re.I,
)
_NOT_LEADING_TITLE = re.compile(
    r"\b(?:(?:assistant|aide|secretary|pa)\b.*\bto\b|assistant to|secretary|lead generation|(?:to|of) (?:the )?(?:director|head|principal)|art director|director's|principal (?:engineer|consultant|scientist))\b",
    re.I,
)
_NOT_LED = re.compile(
    r"\b(?:never|not)\b[^.;]{0,40}?\bin charge\b|\b(?:nobody|no one|never|not|none)\b[^.;]{0,60}?\breport(?:s|ed|ing)?(?: in)? to me\b|\b(?:have|had|has)(?: never| not) (?:\w+ )?been one\b|\bnor anybody['’]s (?:supervisor|manager)\b|"
    r"\b(?:(?:did|do|does|have|has|had)\s+not|didn['’]t|don['’]t|haven['’]t|hasn['’]t|never|no|not|without)\b[^.;]{0,40}?\b(?:manag(?:e|ed|ing)|supervis(?:e|ed|ion|ing|ory)|led|lead(?:ing)?|line management|direct reports|leadership|people management|managed anybody|staff responsibility)\b",
    re.I,
)
_UNPAID = re.compile(
    r"\b(?:choir|club|unpaid|volunteer(?!s\b)\w*|walking group|scouts?|rugby|football|youth group|hobby|free time|spare time|parish|church|band|orchestra|charity|reading group|book circle|allotment|team spirit)\b",
    re.I,
)
_FALSE_LEAD = re.compile(
    r"\b(?:lead(?:s)? (?:generation|times?|nurturing|scoring|qualification|wires?|paint|by example|flashing|conversion)|(?<!as )(?<!promoted )(?<!appointed )(?:my|our|the|a|to|with|by) (?:team|tech|technical|shift|crew|squad|line) (?:lead|leader|manager)s?\b(?!\s+(?:of|for|since|role))|"
    r"(?:the|our|my)\s+(?:charge nurse|nurse in charge|foreman|forewoman|shift lead(?:er)?|ward sister|lead hand|chargehand)(?:\s+(?:of|on|in)\s+(?:our|the)\s+\w+)?\s+(?:is|was)\b|"
    r"(?:my|our)\s+(?:[\w-]+\s+){1,4}(?:led|leads|managed|manages|supervised|supervises|ran|runs|headed|oversaw)\b[^.;,]*|"
    r"under (?:the )?(?:supervision|direction|guidance)|reported (?:\w+ ){0,3}to(?! me\b)[^.;,]*|reporting to(?! me\b)|supervised by|managed by|led by|(?:(?:would like|want(?:s|ed)?|wish(?:es)?|hop(?:e|es|ing)|aim(?:s|ing)?|plan(?:s|ning)?|aspir(?:e|es|ing)) to|interested in)\b[^.;,]*|"
    r"train(?:ed|ing|s)? users|follow(?:s|ed)? the (?:charge nurse|foreman|lead|leader|supervisor|manager)|leading (?:provider|company|supplier|brand|manufacturer|edge|role models?)|as part of a team|in a team of|member of (?:a|the)|helped (?:to )?(?:lead|manage|supervise))",
    re.I,
)
_DESIGNS = re.compile(
    r"\b(?:(?:design(?:ed|s|ing)?|defin(?:ed|es|ing)|own(?:ed|s)?|set|shap(?:ed|es)|drew up|led|responsible for|specif(?:ied|ies)|plann(?:ed|ing))\s+(?:and \w+ )?(?:(?:a|an|the|our|its|their|whole|overall|target|new)\s+)*(?:[\w/&-]+\s+){0,3}?"
    r"(?:architecture|system design)|architect(?:ed|s|ing)\b(?=\s+(?:a|an|the|our|and|new)\b)|"
    r"design(?:ed|s|ing)?\s+(?:(?:a|an|the|our|new|whole)\s+)+(?:[\w-]+\s+){0,3}?(?:platform|distributed system|microservices?|data platform|control system|backend system|service landscape))\b",
    re.I,
)
_DESIGN_TITLE = re.compile(
    r"\b(?:software|solutions?|systems?|enterprise|data|cloud|technical|network|security|application|integration|platform|infrastructure|it)\s+architect\b",
    re.I,
)
_NOT_DESIGNED = re.compile(r"\b(?:no|not|never|without)\b[^.;]{0,40}?\barchitect(?:ure|ed|ural)\b", re.I)


def read_experience(resume: Resume, as_of: date) -> Experience:
    """Years, leadership and architecture; what a recruiter stated goes before what the text shows."""
    periods = resume.periods(as_of)
    months: int | None = count_months(periods) if periods else None
    stated = resume.stated
    passages = sorted(resume.passages(as_of), key=lambda passage: passage.section != "work")
    leadership = _look(passages, _LEADS, _LEADING_TITLE, _NOT_LED, _FALSE_LEAD)
    architecture = _look(passages, _DESIGNS, _DESIGN_TITLE, _NOT_DESIGNED, None)
    given = []
    if stated.years is not None:
        months = round(stated.years * 12)
        given.append("years")
    if stated.leadership is not None:
        leadership = Shown(shown=stated.leadership, quote="stated", source="meta.gapwriter.leadership")
        given.append("leadership")
    if stated.architecture is not None:
        architecture = Shown(shown=stated.architecture, quote="stated", source="meta.gapwriter.architecture")
        given.append("architecture")
    return Experience(months=months, positions=len(periods), leadership=leadership, architecture=architecture, stated=tuple(given))


def _look(passages: list[Passage], does: re.Pattern[str], title: re.Pattern[str], denies: re.Pattern[str], false: re.Pattern[str] | None) -> Shown:
    """The first sentence of paid work that shows it, else one that denies it, else nothing."""
    denied = Shown()
    for passage in passages:
        if passage.section == "volunteer" or passage.is_list:
            continue
        is_title = passage.source.endswith(".position") or passage.heading == "position"
        if is_title and title.search(passage.text) and not _NOT_LEADING_TITLE.search(passage.text):
            return Shown(shown=True, quote=passage.text.strip(), source=passage.source)
        for first, last in split_sentences(passage.text):
            sentence = passage.text[first:last].strip()
            if denies.search(sentence):
                denied = denied if denied.quote else Shown(shown=False, quote=sentence, source=passage.source)
                continue
            if _UNPAID.search(sentence):
                continue
            if does.search(false.sub(" ", sentence) if false else sentence):
                return Shown(shown=True, quote=sentence, source=passage.source)
    return denied


_LEADING_SKILLS = frozenset({"team-leadership", "leadership", "people-management"})


def lead_evidence(experience: Experience, role: Role) -> tuple[Evidence, ...]:
    """Leading people, once shown, is evidence for the skills that a role may call it by."""
    shown = experience.leadership
    asked = {option.skill_id for requirement in role.requirements for option in requirement.options} & _LEADING_SKILLS
    if not shown.shown or shown.source.startswith("meta."):
        return ()
    return tuple(
        Evidence(skill_id=skill_id, quote=shown.quote, source=shown.source, rung=Rung.ALTERNATIVE, polarity=Polarity.HAS, basis=Basis.DEMONSTRATED)
        for skill_id in sorted(asked)
    )
