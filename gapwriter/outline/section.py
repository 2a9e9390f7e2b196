"""Heading: the title of a part of a resume, and the root key of JSON Resume that stands for that part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Heading(NamedTuple):
    """`section` is a root key of JSON Resume, or `references`; `rest` is the text that follows the title in the same line ("Skills: Python")."""

    title: str
    section: str
    rest: str = ""


# In this order: "volunteer experience" is volunteering, "language skills" are languages, "career objective" is a profile.
_KEYWORDS: dict[str, str] = {
    "references": "references reference referees referee",
    "volunteer": "volunteer volunteering voluntary unpaid community activities extracurricular involvement charity clubs",
    "languages": "languages language sprachen sprachkenntnisse langues idiomas talen",
    "publications": "publications publication papers patents",
    "awards": "awards award honours honors prizes distinctions scholarships",
    "interests": "interests interest hobbies hobby leisure pastimes",
    "projects": "projects project portfolio",
    "certificates": "certifications certification certificates certificate licenses licences license licence licensure registration registrations registered cards tickets "
    "permits credentials accreditations accreditation courses course memberships membership affiliations affiliation seminars workshops cpd",
    "basics": "profile summary statement objective overview introduction about bio highlights aims goal goals",
    "education": "education study studies training qualifications academic academics degrees degree schooling school schools university college apprenticeship coursework "
    "ausbildung bildung studium",
    "work": "experience employment employments work career jobs job positions position posts internships internship berufserfahrung werdegang appointments roles",
    "skills": "skills skill competencies competences competence competency technologies technology tools toolbox toolkit toolset stack expertise strengths software "
    "abilities capabilities kenntnisse proficiencies proficiency know-how",
}
_SECTION_OF = {word: section for section, words in _KEYWORDS.items() for word in words.split()}
_RANK = {section: place for place, section in enumerate(_KEYWORDS)}
_FILLERS = set(
    (
        "and & of the my a an in to with for on at i key core main other additional further relevant related selected recent previous past present paid "
        "professional personal technical tech practical practice industry general special specialist clinical teaching research military service history record "
        "background areas area life working current development management continuing continued vocational academic hands summary statement spoken foreign "
        "computer it digital soft hard transferable and/or top side open source held up brief short full time part leadership nursing trade business legal "
        "health safety safe driving mandatory statutory information details"
    ).split()
)
_PHRASES = (
    (r"(?:what|things|tools|software)(?: that)? i (?:use|work with|know|can do|can use|am good at|bring)(?: \w+){0,3}", "skills"),
    (r"(?:what|things) i (?:have )?(?:studied|learned|learnt)", "education"),
    (
        r"(?:what i am |what i'm |currently |now |still |things i am )?(?:learning|studying)(?: (?:now|next|goals?|at (?:present|the moment)))?|(?:not|never) \(?yet\)?|not yet .{0,20}|in progress|"
        r"on my (?:desk|list|wish ?list)|wish ?list|next(?: steps?| up)?|(?:still )?to come|coming up|learning at present|things i want to learn|what (?:i want|comes) next|where i want to go|"
        r"(?:what|things|where) i(?:'d| would| want| do not| don't| still| hope| have not| haven't| stand| lack)\b.{0,40}|what is (?:still )?missing|blind spots",
        "basics",
    ),
    (r"(?:about|who i am|about (?:me|myself)|hello|in (?:brief|short|a nutshell)|short cv|at a glance|nutshell)", "basics"),
    (
        r"(?:further |other |final |additional |last |personal |more )?(?:notes?|remarks?|points|information|info|comments?|matters|details|data|particulars|facts|words|things)|limits?(?:, .*)?|limitations|"
        r"other|misc(?:ellaneous)?|small print|fine print|honest(?:ly|y)?(?: .{0,30})?|to be (?:honest|fair|clear)|in fairness|what i (?:do not|don't|cannot|can't) do(?: yet)?|gaps|p\.?s\.?|"
        r"good to know|worth knowing|and also|also|for the record|in all honesty|frankly|anything else|personal",
        "basics",
    ),
    (
        r"(?:in my |my )?(?:free|spare) time|outside (?:of )?work|off duty|away from (?:work|the desk)|after (?:work|hours)|when not (?:at )?work(?:ing)?|private(?:ly| life)?",
        "interests",
    ),
    (
        r"(?:my |career |professional |job |working |paid )*history|where i (?:have |'ve )?work(?:ed)?(?: so far)?|what i (?:have |'ve )?done(?: so far)?|so far|on the job|the story so far|jobs so far|my path",
        "work",
    ),
    (r"references? (?:are |is )?(?:available|on|upon|by|from).*", "references"),
)
_PHRASES_COMPILED = tuple((re.compile(pattern), section) for pattern, section in _PHRASES)
_DECORATION = " \t=*_~#:|•·—–-[]<>.»«"
_INLINE = re.compile(r"^([^\W\d_][^:\n]{1,40}?)\s*(?::|\s[–—-])\s+(?=\S)")
_RULE = re.compile(r"^[\s=\-_*~#–—+.|]{3,}$")


def is_rule(line: str) -> bool:
    """A line that only draws a line."""
    return bool(_RULE.match(line))


@lru_cache(maxsize=4096)
def name_section(title: str) -> str | None:
    """The section that a title stands for, by its words; None where one of them is no word of a heading."""
    text = re.sub(r"\s+", " ", title.strip(_DECORATION)).casefold().replace("’", "'")
    if not text or len(text) > 60:
        return None
    for pattern, section in _PHRASES_COMPILED:
        if pattern.fullmatch(text):
            return section
    words = re.sub(r"\([^)]*\)", " ", text).replace("/", " ").replace(",", " ").split()
    found = [_SECTION_OF[word] for word in words if word in _SECTION_OF]
    if not found or len(words) > 6 or any(word not in _SECTION_OF and word not in _FILLERS for word in words):
        return None
    return min(found, key=_RANK.__getitem__)


def read_heading(line: str) -> Heading | None:
    """The heading that a line is, or begins with; None for any other line."""
    title = clean_title(line)
    section = name_section(title) if len(title) < 60 and not line.rstrip().endswith((",", ";")) else None
    if section:
        return Heading(title, section)
    found = _INLINE.match(line)
    if found:
        section = name_section(found[1])
        if section:
            return Heading(clean_title(found[1]), section, line[found.end() :])
    return None


def is_unknown_heading(lines: Sequence[str], at: int) -> bool:
    """Whether a line is set like a heading though its words are none: in capitals, between or above rules, or alone and short."""
    line = lines[at].strip()
    title = clean_title(line)
    words = title.split()
    if not words or len(words) > 8 or re.search(r"[@\d|•·]|[.;!?]$|:\s", title) or line[0] in "•▪◦●>":
        return False
    before = lines[at - 1] if at else ""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    if is_rule(after) or is_framed(line) or re.match(r"^(?:={2,}|-{2,}|\*{2,}|~{2,}|\[)", line):
        return True
    if before.strip() and not is_rule(before):
        return False
    if title.isupper():
        return len(words) > 1 or len(title) > 4
    return bool(after.strip()) and len(words) <= 5 and title[0].isupper() and "," not in title and line[0].isalnum()


_FRAMED = re.compile(r"^\s*([*_~=—–-]+)\s*[^\W_][^*_~=—–]*?\s*\1\s*$")


def is_framed(line: str) -> bool:
    """Whether a short line stands between marks ("— About —", "*Kitchens*")."""
    return len(line) < 60 and bool(_FRAMED.match(line))


def clean_title(line: str) -> str:
    """A heading without what decorates it."""
    title = line.strip().strip(_DECORATION)
    return title + ")" if title.count("(") > title.count(")") else title
