"""Cast: the names behind the placeholders of facts and prose."""

from __future__ import annotations

import re

from gapwriter.gap import Analysis
from gapwriter.language import read_language
from gapwriter.record import Record
from gapwriter.skill import Proficiency
from gapwriter.wording import capital


class Cast(Record):
    """The names that the placeholders stand for: CANDIDATE, CANDIDATE_SHORT, ROLE, COMPANY, TITLE_1, EMPLOYER_1, SCHOOL_1, STUDY_1, PROJECT_1, CERTIFICATE_1, SKILL_1, LEVEL_1, DATE_1 …"""

    names: dict[str, str]

    def restore(self, text: str) -> str:
        """The text with the names in place, in one pass, so that a name is never read as a placeholder."""
        restored = PLACEHOLDER.sub(lambda found: self._name(found), text)
        return capital(restored) if PLACEHOLDER.match(text) else restored

    def mask(self, text: str) -> str:
        """The text with placeholders for the names, the longest first; the other way round."""
        for placeholder, name in sorted(self.names.items(), key=lambda item: -len(item[1])):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", placeholder, text)
        return text

    def _name(self, found: re.Match[str]) -> str:
        """A name that ends in a full stop ("Supply Co.") takes the one that ends the sentence."""
        name = self.names.get(found[0], found[0])
        return name.removesuffix(".") if found.string[found.end() : found.end() + 1] == "." else name


PLACEHOLDER = re.compile(r"\b(?:CANDIDATE_SHORT|CANDIDATE|ROLE|COMPANY|(?:TITLE|EMPLOYER|SCHOOL|STUDY|PROJECT|CERTIFICATE|SKILL|LEVEL|DATE)_\d+)\b")


def cast_names(analysis: Analysis, language: str = "en") -> Cast:
    """Names and free labels of one comparison, by placeholder."""
    nameless = read_language(language).say("nameless")
    names = {
        "CANDIDATE": analysis.candidate or nameless,
        "CANDIDATE_SHORT": _short_name(analysis.candidate) or nameless,
        "ROLE": analysis.role.title,
        "COMPANY": analysis.role.company,
    }
    for number, (title, employer) in enumerate(analysis.jobs, 1):
        names |= {f"TITLE_{number}": title, f"EMPLOYER_{number}": employer}
    for kind in ("school", "study", "project", "certificate", "employer"):
        found = list(dict.fromkeys(name for of, name in analysis.records if of == kind and name.strip()))
        offset = len(analysis.jobs) if kind == "employer" else 0
        names |= {f"{kind.upper()}_{number}": name for number, name in enumerate(found, 1 + offset)}
    names |= {f"SKILL_{number}": label for number, label in enumerate(free_labels(analysis), 1)}
    names |= {f"LEVEL_{number}": words for number, words in enumerate(free_levels(analysis), 1)}
    names |= {"DATE_1": analysis.role.date} if free_date(analysis) else {}
    return Cast(names={key: " ".join(name.split()) for key, name in names.items() if name})


def _short_name(name: str) -> str:
    """The first name of two or more, the whole name where the first part is a title, an initial or the script writes no spaces."""
    parts = name.split()
    if (
        len(parts) < 2
        or len(parts[0].strip(".")) < 2
        or parts[0].rstrip(".").casefold()
        in ("dr", "mr", "mrs", "ms", "prof", "sir", "eng", "al", "de", "van", "von", "el", "abu", "bin", "di", "la", "le", "san", "st")
    ):
        return name
    return parts[0]


def free_labels(analysis: Analysis) -> list[str]:
    labels = [option.label for requirement in analysis.role.requirements for option in requirement.options if not option.known]
    return list(dict.fromkeys(labels))


def free_levels(analysis: Analysis) -> list[str]:
    """Words of the resume for a level that are none of the scale."""
    words = [held.level_words for held in analysis.held if held.level and held.level_words]
    return [one for one in dict.fromkeys(words) if one.casefold() not in tuple(Proficiency)]


def free_date(analysis: Analysis) -> bool:
    """Whether the role's date is in words of its own."""
    return bool(analysis.role.date) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", analysis.role.date)
