"""Tier: how strongly an advertisement asks, read from its headings and from the words of a sentence."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Tier(StrEnum):
    """How a text asks; `duty` tells what the work is, `none` asks for nothing (company, benefits, "not required")."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"
    EMERGING = "emerging"
    DUTY = "duty"
    NONE = "none"


class Scope(NamedTuple):
    """What a heading decides for the lines below it; `firm` is false where no heading spoke."""

    tier: Tier
    firm: bool = True


OPEN = Scope(Tier.NONE, firm=False)


# --- headings ----------------------------------------------------------------------------------------------------------------------

_SOFT_WORD = (
    r"nice[- ]to[- ]haves?|(?:good|great|cool|lovely|useful|handy) to have|(?:a|another|big|strong|definite|real|huge) plus|bonus(?:es)?|desirables?|desired|preferred|preferably|ideally|advantage(?:s|ous)?|"
    r"an? asset|beneficial|optional(?:ly)?|welcome|(?:it )?helps(?: if)?|would be (?:great|nice|good|useful|helpful|an? \w+)|would help|helpful|useful|extra (?:points|credit)|brownie points|even better|"
    r"stand out|icing|cherry on|should have|(?:we|i)(?:['’]d| would) (?:also )?(?:love|like|be (?:glad|happy|delighted|pleased))|pleased to see|great if|good if|nice if|makes? us (?:happy|smile|glad)|pleases? us|delights? us|good to see|would(?:n['’]t| not) hurt|(?:it|that) would be \w+ if|appreciated|a merit"
)
_SOFT_TITLE = r"plus(?:es)?|might also bring|preferences?|assets?|merits?|extras?|surprise|on top|if you also|like to see|additional (?:skills|strengths)"
_HEADS: tuple[tuple[Tier, str], ...] = (
    (Tier.OPTIONAL, r".*\bnot (?:essential|required|necessary|needed|a must)\b.*\b(?:but|though|yet)\b.*"),
    (
        Tier.NONE,
        r".*\b(?:not|never) (?:\w+ )?(?:required|needed|necessary|wanted|asked|essential|looking for|expected|important|a must|on the list)\b.*|.*\b(?:do|will|would|does) ?(?:not|n['’]t) "
        r"(?:need|ask|require|want|expect|matter|have to)\b.*|.*\b(?:don['’]t|won['’]t|needn['’]t|doesn['’]t) ?(?:need|ask|require|want|expect|matter|worry|have to)?\b.*|.*\b(?:can|may) (?:forget|skip|ignore|leave)\b.*|"
        r"no need.*|.*unnecessary.*|never mind.*|(?:please )?forget (?:about )?.*|no longer .*|.*\b(?:(?<!cannot )(?<!can['’]t )(?<!not )do without|leave (?:it |them )?(?:at home|behind|out))\b.*|no,? thank(?:s| you).*",
    ),
    (
        Tier.ESSENTIAL,
        r"who (?:we(?:['’]re| are)|we) (?:look|need|want|seek).*|you(?:['’]ll| will)? fit(?: in)?\b.*|.*\b(?:indispensable|non-negotiables?|mandatory|insist on|will not work|won['’]t work|cannot do without|vital|obligatory|compulsory)\b.*|"
        r"the person|what counts|you can|what the (?:job|role|post|work) (?:takes|asks|needs|requires|demands).*|you should have",
    ),
    (
        Tier.NONE,
        r"who (?:is|are) (?:asking|we)|(?:the )?(?:bargain|deal)|(?:experience|seniority|career|job) level|seniority|(?:employment|contract|job) type|date posted|likes\b.*|deadline\b.*|(?:additional|further) information|(?:the )?next steps?|what happens next|.*\bhow to apply\b.*|what (?:comes|happens) after .*|your future with us|career development",
    ),
    (
        Tier.EMERGING,
        r".*\b(?:horizon|upcoming|coming|emerging|(?<!brighter )(?<!better )(?<!your )(?<!shape the )(?<!shaping the )(?<!sustainable )(?<!green )(?<!greener )future|changing|next (?:year|season|up)|soon|ahead|being introduced|introducing|(?:is|are|what['’]?s) new|new (?:in|on|at|for|here|this)|later|roadmap|exploring|"
        r"in the pipeline|tomorrow|begin(?:ning)? to|starting to|looking into|evaluating|trying out|experiment\w*|in the works|on (?:our|the) (?:list|table|radar|agenda|drawing board|way)|"
        r"being (?:tested|trialled|piloted|rolled out|evaluated)|trials?|pilots?|down the (?:road|line)|gaining ground|on trial|around the corner|brewing|cooking|in the oven|watching|evolving|under (?:evaluation|discussion|test|review|consideration)|growing|comes next for us|further out|in (?:two|three|a few|five) years|where (?:we|the \w+) (?:are|is) (?:heading|going)|plans|planned|trends?|outlook)\b.*",
    ),
    (Tier.OPTIONAL, rf".*\b(?:{_SOFT_WORD}|{_SOFT_TITLE})\b.*"),
    (Tier.ESSENTIAL, r"(?:a (?:bit|little|word) )?about (?:you|the (?:person|candidate)|your \w+)"),
    (
        Tier.DUTY,
        r"about (?:the |this |your )?(?:role|job|work|position|post|vacancy|opportunity)|(?:job|role|position) (?:description|summary|purpose|overview|title)",
    ),
    (
        Tier.NONE,
        r"about\b.*|.*\b(?:benefits?|perks|we (?:\w+ )?offer|offer(?:ed)?|(?:can |will )?offer you|you(?:['’]ll| will| can)? (?:\w+ )?(?:get|receive|enjoy)|get (?:from us|in return)|in (?:return|exchange)|who we are|our "
        r"(?:company|story|team|values|mission|culture|people|clients|history|firm|school|practice|site|office)|salary|pay|compensation|package|remuneration|rewards?|why (?:join|us|work|you|we|choose)|how to|"
        r"apply(?:ing)?|applications?|contact|location|working (?:hours|time|conditions)|what you can expect|expect from us|equal|diversity|inclusion|process|interview|start(?:ing)? date|"
        r"contract|life at|where (?:you|we)|terms|conditions|hours|company (?:description|size|type|profile)|the company|the team|the firm|industry|job type|department|closing date|deadline|"
        r"small print|practicalities|the rest|good reasons.*|what is in it.*|what we give.*|working with us|why .{2,30}|what makes us.*|sponsorship|privacy|disclaimer)\b.*",
    ),
    (
        Tier.ESSENTIAL,
        r".*\b(?:require(?:ments?|d|s)?|essentials?|must(?:[- ]haves?)?|qualifications?|qualified|you(?:['’]ll| will| should| would| can)? (?:\w+ )?(?:bring|have|need|know|offer|possess|hold|are)|your (?:profile|skills|background|"
        r"experience|qualifications|strengths|toolbox|expertise|competencies)|who you are|profile|look(?:ing)? for|ask(?:ing)?(?: for| of)?|we (?:expect|need|require|seek|want)|person spec(?:ification)?|candidates?|skills?|"
        r"competenc\w+|knowledge|what it takes|minimum|basics?|criteria|credentials|certifications?|licen[sc]es?|languages?|education|technolog(?:y|ies)|stack|needs?|needed|right person|"
        r"successful applicant|eligibility|experience|training|expertise|attributes|prerequisites|should be able to)\b.*|anforderungen|(?:ihr|dein) profil",
    ),
    (
        Tier.DUTY,
        r".*\b(?:responsibilit(?:y|ies)|responsible for|duties|tasks?|you(?:['’]ll| will) (?:\w+ )?(?:do|be|doing|work|own)|what you do|the (?:role|job|position|work|post|opportunity|mission|challenge)|your "
        r"(?:role|job|mission|day|days|work|week|impact|challenges?)|day[- ]to[- ]day|accountabilities|purpose|overview|summary|the job involves|role|typical day)\b.*|position|job",
    ),
)
_COMPILED = tuple((tier, re.compile(pattern, re.I)) for tier, pattern in _HEADS)
PLAIN = re.compile(
    r"(?:essential|desirable|required|requirements?|preferred|must haves?|nice to haves?|good to haves?|qualifications?|responsibilities|duties|benefits|about (?:us|you)|what we offer|we offer|"
    r"desired|bonus(?: points)?|optional|person specification|not (?:required|needed)|emerging|what you(?:'ll| will)? (?:bring|need|do|get)|(?:job )?benefits|perks.{0,30}|contact|deadline.{0,30}|(?:additional|further) information|company description|how to apply|apply now|.{0,16}extra points.{0,24})(?: (?:criteria|skills|qualifications|experience|knowledge))?",
    re.I,
)
_INLINE = re.compile(r"^([^\W\d_][^:.;!?]{2,48}?)\s*(?::|\s[–—-])\s+(?=\S)")


def read_head(title: str) -> Tier | None:
    """The tier that a heading stands for; None for a title that is none we know."""
    text = re.sub(r"\s+", " ", title.strip(" ?!.…:")).strip()
    if not text or len(text) > 100 or len(text.split()) > 9:
        return None
    return next((tier for tier, pattern in _COMPILED if pattern.fullmatch(text)), None)


def read_inline_head(text: str, bullet: bool) -> tuple[Tier, str] | None:
    """A heading with its text in the same line ("Nice to have: Go, Rust")."""
    found = _INLINE.match(text)
    if not found or len(found[1].split()) > 7:
        return None
    colon = ":" in text[found.end(1) : found.end()]
    tier = read_head(found[1])
    # "Contract negotiation: ..." and "Fixed assets: ..." are entries; only words that speak of asking itself make a heading.
    label = found[1].strip()
    sure = bool(_ASKING_LABEL.fullmatch(label) or _SOFT_LABEL.fullmatch(label) or _NOT_ASKED.search(label)) or (
        tier is Tier.NONE and bool(_HEADS_NONE.fullmatch(label))
    )
    if not bullet:
        sure = sure or tier in (Tier.EMERGING, Tier.DUTY)
    return (tier, text[found.end() :]) if tier and sure and (colon or PLAIN.fullmatch(label)) else None


_HEADS_NONE = re.compile(
    r"(?:about (?!you)\w.*|(?:our |the )?(?:benefits?|perks|company|team|salary|pay|compensation|location|hours|contract|closing date|start(?:ing)? date|how to apply|to apply|apply|contact)|(?:what )?we offer|"
    r"what you(?:['’]ll| will)? get|in return|not (?:required|needed|wanted).*|.*\b(?:not|don['’]t) (?:ask|need|require)\b.*|company size|company type|industry|job type|who we are)",
    re.I,
)
_SOFT_LABEL = re.compile(
    rf"(?:(?:a|an|also|would be|other|some|our|the|it['’]?s|it is)\s+)*(?:{_SOFT_WORD}|{_SOFT_TITLE})(?:\s+(?:but not (?:required|essential)|points?|skills|qualifications|criteria|experience|for|if|us|too|as well))*",
    re.I,
)
_ASKING_LABEL = re.compile(
    r"(?:(?:the|our|your|key|main|minimum|basic|job|role|core|technical|general|further|other|formal|professional)\s+)*(?:requirements?|required|essentials?|must[- ]haves?|qualifications?|about you|"
    r"(?:what )?(?:you|we)(?:['’]ll| will)? (?:bring|have|need|ask|ask for|expect|require|are looking for|look for)|your profile|who you are|skills|experience|person specification|profile|looking for|needed|"
    r"licen[sc]es?|certifications?|languages?|education|mandatory|training)(?:\s+(?:skills|criteria|qualifications|experience|and (?:skills|experience|qualifications)))*",
    re.I,
)


# --- sentences ---------------------------------------------------------------------------------------------------------------------

_NOT_ASKED = re.compile(
    r"\b(?:(?:is|are|be|was)?\s*(?:not|never)\s+(?:\w+\s+)?(?:required|needed|necessary|essential|expected|asked\s+for|asked|wanted|a\s+requirement|mandatory|compulsory|obligatory|a\s+must|important|looking\s+for)|"
    r"(?:isn|aren)['’]t\s+(?:\w+\s+)?(?:required|needed|necessary|essential|expected|a\s+must)|(?:do|does|will|would)\s*(?:not|n['’]t)\s+(?:need|have\s+to|require|ask|expect|want|mind|matter|worry)|"
    r"(?:don|doesn|won|needn|wouldn)['’]t\s+(?:need|have\s+to|require|ask|expect|want|mind|matter|worry|be\s+(?:asked|needed))|need\s+not|no\s+need|(?:can|may)\s+(?:safely\s+)?(?:forget|skip|ignore)|"
    r"never\s+mind|no\s+requirement|unnecessary|not?\s+worry|(?:can|could)\s+(?:well\s+)?do\s+without|leave\s+(?:it\s+|them\s+)?at\s+home|no,?\s+thank(?:s|\s+you)|of\s+no\s+(?:use|interest|importance)|makes?\s+no\s+difference|without\s+(?:needing|having)|nobody\b[^.;]*\bhas\s+to|rather\s+than|instead\s+of|no\s+longer\s+(?:use|need|ask|work|required|needed)|"
    r"reports?\s+to|reporting\s+to|got\s+rid\s+of|getting\s+rid\s+of|moved\s+away\s+from|(?:another|other|different)\s+(?:team|group|department)s?\b|no\s+(?:[\w/+#.-]+\s+){1,4}(?:please|needed|required|necessary|expected)\b|"
    r"no\s+(?:prior\s+|previous\s+)?(?:experience|knowledge)\b|equal\s+(?:employment\s+)?opportunit\w+|reasonable\s+accommodations?|(?:without\s+regard\s+to|regardless\s+of)\b|(?:the|your|all)\s+applications?\s+(?:must|should|has\s+to|have\s+to|is|are)\b)|^no\s+(?!less|fewer|doubt)(?:[\w/+#.-]+\s*){1,5}(?:,?\s*please)?[.!]?$",
    re.I,
)
_SOFT = re.compile(rf"\b(?:{_SOFT_WORD}|would be an?|(?:is|are) (?:also )?(?:interesting|of interest)|more if|points for|not essential but)\b", re.I)
_WISHED = re.compile(r"\b(?:plus|bonus|advantage|asset|desirable|preferred|nice to have)\b.*\bbut\s*$", re.I)
_SOFT_LINE = re.compile(
    r"^(?:nice[- ]to[- ]have|advantage|bonus(?: points)?|plus|ideally|preferably|preferred|desirable|desired|optional(?:ly)?|good[- ]to[- ]have|a plus|extra)\b|"
    r"(?:\b(?:is|are|would be|will be|as|considered|seen as)\s+)?(?:(?:an?|also)\s+)?(?:\w+\s+)?\b(?:plus|bonus|advantage|asset|preferred|desirable|desired|welcome|nice[- ]to[- ]have|helpful|beneficial|optional|"
    r"advantageous|useful|appreciated)(?:\s+(?:in|for|with|but|as|to|here|too|though)\b[^.;]{0,40})?[\s.!)]*$",
    re.I,
)
EMERGING = re.compile(
    r"\b(?:(?:are|have|we['’]re|we['’]ve)\s+(?:\w+\s+)?(?:begin(?:ning)?|begun|start(?:ing|ed)?|looking\s+into|evaluating|exploring|rolling\s+out|introducing|trialling|piloting|testing|experimenting)|"
    r"(?:begin|start)(?:s|ning|ing)?\s+to\s+(?:look|try|use|explore|evaluate|experiment|work\s+with|move|adopt|roll)|(?:is|are)\s+being\s+(?:tested|introduced|trialled|piloted|rolled\s+out|evaluated|phased\s+in|built|explored|tried(?:\s+out)?|considered|looked\s+at)|(?:want|hope|expect|intend|would\s+like|['’]d\s+like|going)\s+to\s+(?:try|trial|test|pilot|introduce|explore|look\s+(?:at|into)|experiment\s+with)|(?:is|are)\s+a\s+topic\s+for|(?:might|may|could|should)\s+(?:arrive|come|follow)|(?:is|are)\s+(?:coming|on\s+(?:its|their|the)\s+way)|"
    r"will\s+(?:start|begin|be\s+introduced|be\s+rolled|come|arrive|move|switch|replace|follow)|(?:next|this\s+coming)\s+(?:year|spring|summer|autumn|winter|season)|on\s+the\s+horizon|in\s+the\s+(?:near\s+)?future|"
    r"(?:coming|following)\s+(?:year|months)|from\s+(?:20[23]\d|next)|by\s+20[23]\d|(?:plan|planning|intend)\s+to\s+(?:use|introduce|adopt|move|switch|roll|start|try)|down\s+the\s+(?:road|line)|about\s+to\s+(?:start|introduce))\b",
    re.I,
)
ASKS = re.compile(
    r"\b(?:must|we\s+(?:\w+\s+)?(?:require|need|expect|ask\s+for|look\s+for|insist)|we(?:['’]re|\s+are)\s+(?:\w+\s+)?(?:looking\s+for|seeking|after|hoping\s+for)|looking\s+for|(?:is|are|be)\s+(?:\w+\s+)?(?:essential|required|mandatory|needed|"
    r"necessary|a\s+must|compulsory|expected|indispensable|vital|crucial)|required|(?:essential|mandatory|compulsory|needed|necessary|a\s+must)(?=[.!)]*$)|you(?:['’]ll|\s+will|\s+would|\s+should|['’]d)?\s+(?:also\s+|already\s+|probably\s+|ideally\s+|both\s+|really\s+|can\s+)*(?:have|need|know|hold|bring|possess|speak|"
    r"understand|write|read|master|can|use|are\s+(?:an?|at\s+home|comfortable|familiar|fluent|experienced|used|skilled|confident|proficient|able|qualified|registered|certified|licensed|trained))|"
    r"(?:is|are)\s+your\s+(?:\w+\s+)?(?:tools?|trade|world|bread\s+and\s+butter|strengths?|home|daily\s+work)|you\s+(?:also\s+)?(?:automate|hold|own|keep|prepare|work)\s+(?:in|with|an?|structured|your)\b|you['’]ve\s+(?:\w+\s+)?(?:got|worked|used|built|led|run|managed|carried)|you\s+have\s+(?:worked|used|built|led|run|managed)|"
    r"we\s+(?:can\s+)?only\s+(?:consider|take|hire|invite)|(?:someone|somebody|a\s+person|a\s+colleague|candidates?|applicants?|person)\s+(?:who|with|must|should|needs?)|needs?\s+(?:to|a|an)\b|(?:experience|knowledge|command|understanding|grasp)\s+(?:of|in|with)|"
    r"(?:proficien\w+|fluen\w+|skilled|experienced|versed)\s+(?:in|with)|you\s+should|we\s+want)\b",
    re.I,
)
_MUST = re.compile(
    r"\b(?:is|are)\s+(?:an?\s+)?(?:absolute\s+)?(?:must|mandatory|essential|required)(?=\s*(?:[.,;!)]|$|while\b|but\b|and\b))(?![^.;]*\bbut\s+not\b)", re.I
)
_STRICT = re.compile(
    r"\b(?:you\s+must|we\s+(?:\w+\s+)?require|(?:candidates?|applicants?)\s+(?:must|should|need)|must\s+(?:have|hold|be|know|speak)|is\s+(?:essential|mandatory|a\s+must)|you\s+(?:will\s+)?need\s+(?!to\s+know\s+that))\b",
    re.I,
)
OF_THE_FIRM = re.compile(
    r"^(?:we|our|us|the\s+(?:company|firm|team|office|salary|pay|product|post|job|contract)|there|it|they|this|that|as\s+an?|in\s+return|please|apply|send|to\s+apply|salary|benefits?|interest\s+is)\b",
    re.I,
)
_PRAISES_FIRM = re.compile(
    r"\b(?:is|are)\s+(?:an?|the|one\s+of\s+the)\s+(?:[\w'’-]+\s+){0,4}(?:leaders?|providers?|manufacturers?|compan(?:y|ies)|firms?|organi[sz]ations?|employers?|players?|suppliers?|partner)\b",
    re.I,
)
_CLAUSE = re.compile(
    r"(?:(?<=\bmust)|(?<=\brequired)|(?<=\bessential)|(?<=\bmandatory))\s+and\s+(?=[^,;]{2,60}\b(?:is|are|would\s+be)\s+(?:an?\s+)?(?:\w+\s+)?(?:plus|bonus|advantage|asset|desirable|preferred|welcome)\b)|"
    r",?\s+and\s+(?=you\s+(?:have|know|can|hold|speak|are|write|understand|will|must|need|bring|love)\b)|,\s+(?=you(?:['’]ve|['’]re)?\s+(?:have|know|can|hold|speak|are|write|understand|must|need|bring|\w+ed)\b)|"
    r"(?:,|;)?\s+(?:but|while|whereas|although|though|however)\s+(?!not\b|(?:is\s+|are\s+)?not\b|no\b|(?:would|is|are|will|can|may|very|helpful|useful|desirable|preferred|welcome|an?\s+(?:\w+\s+)?(?:plus|advantage|asset|bonus))\b)|;\s+|,\s+(?:and\s+)?(?=[^,;]*\b(?:is|are|would\s+be|as|a)\s+(?:an?\s+)?(?:\w+\s+)?"
    r"(?:plus|bonus|advantage|asset|desirable|preferred|welcome|not\s+(?:required|needed|necessary)|essential|required)\b)",
    re.I,
)


_SOFT_ASIDE = re.compile(
    r"\s*[(\[]([^)\]]*\b(?:preferred|preferably|ideally|a plus|an? asset|bonus|desirable|nice to have|an advantage|advantageous|beneficial)\b[^)\]]*)[)\]]",
    re.I,
)


_REFERS = re.compile(
    r"\s*(?:and\s+)?(?:(?:that|this|which|it)\s+)?(?:is|are|was|would\s+be)\s+(?:also\s+)?(?:an?\s+)?(?:\w+\s+)?(?:must|required|essential|mandatory|needed|expected|plus|bonus|welcome|advantage|asset)\b",
    re.I,
)
_SUBJECTS = re.compile(r"\bdegree\s+in\s+[^.;:]*$", re.I)
"""The subjects of a degree go on over commas ("a degree in psychology, HR or business is preferred")."""
_PREFERABLY = re.compile(r"(?<=\w)[\s,;–—-]+(?=preferably\s+(?!also\b)(?:in|with|within|from|using|at|on|as|of)?\s*\S)", re.I)


def split_clauses(text: str) -> list[str]:
    """The parts of a sentence that may ask each in its own way ("Python is essential, Go a bonus")."""
    aside = _SOFT_ASIDE.search(text)
    if aside:  # "SQL (PostgreSQL preferred)" asks for SQL as its heading does, and welcomes PostgreSQL
        return [*split_clauses(text[: aside.start()] + text[aside.end() :]), aside[1]]
    wish = _PREFERABLY.search(text)
    if wish:  # "experience with JavaScript, preferably React"
        return [*split_clauses(text[: wish.start()]), text[wish.start() :].lstrip(" ,;-–—")]
    clauses: list[str] = []
    for clause in _CLAUSE.split(text):
        if clauses and (
            _REFERS.match(clause) or _SUBJECTS.search(clauses[-1])
        ):  # "the papers are in English, and that is a must": it asks for what stands before it
            clauses[-1] += f", {clause}"
        elif clause.strip():
            clauses.append(clause)
    return clauses


def read_tier(text: str, scope: Scope, is_item: bool) -> Tier:
    """How a clause asks: what it says itself goes before its heading where that is soft, and the heading decides over a soft word inside an entry."""
    refused = _NOT_ASKED.search(text)
    if refused:
        # "Not essential but useful" and "an advantage but not required" are wishes; "welcome but not needed" is none.
        return Tier.OPTIONAL if _SOFT.search(text, refused.end()) or _WISHED.search(text[: refused.start()]) else Tier.NONE
    if scope.firm and scope.tier in (Tier.OPTIONAL, Tier.EMERGING):
        if _MUST.search(text):
            return Tier.ESSENTIAL  # "English is a must", whatever stands above it
        return Tier.NONE if not is_item and _is_remark(text) else scope.tier
    if scope.tier is Tier.ESSENTIAL:
        if is_item:
            return Tier.OPTIONAL if _SOFT_LINE.search(text) else Tier.ESSENTIAL
        if EMERGING.search(text):
            return Tier.EMERGING
        if _SOFT.search(text):
            return Tier.OPTIONAL
        return Tier.NONE if (OF_THE_FIRM.match(text) or _PRAISES_FIRM.search(text)) and not ASKS.search(text) else Tier.ESSENTIAL
    return _tier_of_prose(text, scope)


def _tier_of_prose(text: str, scope: Scope) -> Tier:
    """A sentence that no heading places asks only where it says so."""
    if scope.firm and scope.tier is Tier.DUTY and _BRINGS.match(text):
        return Tier.OPTIONAL if _SOFT.search(text) else Tier.ESSENTIAL
    if scope.firm:
        return Tier.ESSENTIAL if _STRICT.search(text) and not _SOFT.search(text) else scope.tier
    if EMERGING.search(text):
        return Tier.EMERGING
    if _SOFT.search(text) and not re.match(r"(?:we|our)\s+(?:offer|give|pay)", text, re.I):
        return Tier.OPTIONAL if _SPEAKS_OF_SKILL.search(text) else Tier.NONE
    if re.match(r"(?:we|our)\s+(?:offer|give|pay|are\s+an?\s+equal)|(?:salary|benefits|pay)\b", text, re.I):
        return Tier.NONE
    if ASKS.search(text):
        return Tier.ESSENTIAL
    return Tier.DUTY if re.match(r"you(?:['’]ll|\s+will)\b|(?:the\s+)?(?:job|role|work|duties)\b", text, re.I) else Tier.NONE


_BRINGS = re.compile(
    r"(?:(?:professional|proven|solid|strong|good|extensive|relevant|previous|prior)\s+)?(?:experience|knowledge|proficien\w+|expertise|fluen\w+|degree|bachelor\w*|master\w*|familiarity)\s+(?:and\s+\w+\s+)?(?:in|of|with|level|degree|from)\b|"
    r"you\s+(?:speak|communicate\s+(?:\w+\s+)?in|hold\s+an?|write\s+and\s+speak|are\s+fluent|have\s+(?:\w+\s+)?(?:experience|knowledge|a\s+degree))\b",
    re.I,
)
"""What a person brings, told among the duties."""
_SPEAKS_OF_SKILL = re.compile(
    r"\b(?:you|(?:glad|happy|pleased|delighted)\s+to\s+see|experience|knowledge|know|speak|if|skills?|qualification|certificat\w+|licen[sc]e|degree|training|familiar\w*|candidates?|applicants?|someone|background|use|plus|bonus|advantage|asset|desirable|preferred)\b",
    re.I,
)


LIKE_BEFORE = re.compile(r"\s*(?:the\s+same\s+(?:goes|is\s+true|applies|holds)\s+(?:for|of|to)|so\s+(?:is|are|does|do|would)|likewise|as\s+(?:is|are))\b", re.I)
"""A sentence that asks as the one before it does ("So are employer branding and campus recruiting")."""


def is_told(text: str) -> bool:
    """Whether a part of an entry tells something of the firm or the work, and asks for nothing ("most of our services never talk to each other")."""
    return bool(_TELLS.match(text)) and not ASKS.search(text)


_TELLS = re.compile(
    r"\s*(?:and\s+|but\s+)?(?:we|our|ours|us|it|they|this|that|these|those|there|the\s+[\w'’-]+(?:\s+(?:from|of|in|at)\s+(?:the|our)\s+[\w'’-]+)?|most\s+of\s+\w+|(?:two|three|some|half|all|both|none)\s+of\s+\w+|an?\s+(?:first|second|third)\s+\w+)\s+"
    r"(?:[\w'’-]+\s+){0,3}?(?:is|are|was|were|will|would|has|have|had|can|do|does|did|talk|speak|use|run|need|live|reports?|never|already|still)\b",
    re.I,
)


def _is_remark(text: str) -> bool:
    """A sentence below a heading that names nothing ("Interest is enough today.")."""
    return bool(re.match(r"(?:interest|nobody|no\s?one|none|enthusiasm|curiosity|don['’]t)\b", text, re.I))
