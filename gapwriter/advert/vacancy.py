"""Vacancy: the title of the job and the name of the company, from the first lines of an advertisement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gapwriter.advert.tier import read_head
from gapwriter.outline.entry import strip_bullet
from gapwriter.outline.position import is_title
from gapwriter.outline.section import clean_title, is_rule


class Vacancy(NamedTuple):
    """`first` is the index of the first line that is not read for title and company."""

    title: str
    company: str
    first: int


_PLACEHOLDER = re.compile(r"<[A-Z_]+>")
_PARENS = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*")
_DASH = re.compile(r"\s+[–—|·•-]+\s+|\s*\|\s*|\s+::\s+")
_HIRING = re.compile(
    r"^(?:looking for\s*:?\s+|(?P<company>.{2,60}?)\s+(?:is|are)\s+(?:now\s+|currently\s+|again\s+)?(?:hiring|looking\s+for|seeking|recruiting|searching\s+for|in\s+search\s+of|after)(?:\s+for)?\s+|(?:wanted|vacancy|we['’]re hiring|we are hiring|now hiring|hiring|job(?: title| opening)?|position|"
    r"role|title|opening|opportunity)\s*[:–—-]\s*|join\s+(?P<joined>.{2,40}?)\s+as\s+)(?:(?:an?|our\s+next|the\s+next|another|one|two|three|our|experienced|full-time|part-time)\s+)*(?P<title>.+)$",
    re.I,
)
_IN_PROSE = re.compile(
    r"\b(?:looking\s+for|seeking|hiring|recruiting|need|searching\s+for|join\s+us\s+as|opening\s+for|vacancy\s+for|work\s+as)\s+(?:(?:an?|our\s+next|another|one|the|experienced|new|full-time|part-time|motivated|skilled|qualified)\s+)+"
    r"(?P<title>[^,.;:!?()]{3,70}?)(?=\s+(?:to|who|with|for|in|at|that|on|from|and|based|near|whose)\b|[,.;:!?()]|$)",
    re.I,
)
_BARE = re.compile(
    r"\b(?:looking\s+for|seeking|wanted|hiring|recruiting)\s*:?\s+(?P<title>(?:[\w/&-]+\s?){1,5}?)(?=\s+(?:to|who|with|for|in|at)\b|[,.;:!?(]|$)", re.I
)
_TITLE_END = re.compile(
    r",\s.*$|\s+(?:to\s+(?:join|help|work|lead|run|build|support|take)\b|who\b|with\b|based\b|in\s+(?:our|the|[A-Z])|at\s+(?:our|the)\b|for\s+(?:our|the|a|an)\b|near\b).*$|[.!]+$"
)
_WANTED = re.compile(r"\s+(?:wanted|needed|required|sought|vacancy|job)\s*[!.]*$", re.I)
_LABEL = re.compile(r"^(?P<label>job title|title|position|role|vacancy|post|company|employer|organi[sz]ation|firm)\s*:\s*(?P<value>\S.*)$", re.I)
_GRADE = re.compile(
    r"^(?:band|grade|level|scale|mid|senior|junior|part|full|nights?|days?|remote|hybrid|permanent|temporary|contract|m/|f/|all genders|\d|ref)\b", re.I
)
_ACRONYMS = frozenset(
    "HR IT AI UI UX QA BI ICU ER OR AP AR SAP EHS ERP PMO SEO API EMT SEN SENCO OSHA CAD CAM AWS GCP IOS PPC PR TV RN LPN CNA HGV LGV CDL CNC PLC NLP ML SRE DBA VP CEO CTO CFO COO US UK EU EMEA FP&A "
    "A&E NHS CAMHS EYFS ESL TEFL PE RE MRI CT ITU HVAC BIM SOC GRC CRM B2B SDR BDR AML KYC GP ICT VFX SQL ETL LLM MLOPS FPGA RF QC QS HSE".split()
)


def read_vacancy(lines: Sequence[str]) -> Vacancy:
    """Title and company. Where no line names the job, a sentence does ("We are looking for a pastry chef"); else the first line stands as the title."""
    top = [(at, _clean(line)) for at, line in enumerate(lines[:40]) if line.strip() and not is_rule(line) and _clean(line)][:8]
    if not top:
        return Vacancy("", "", 0)
    title, company, first = _labelled(top)
    if not title:
        found = _from_lines(top, lines)
        title, company, first = found.title, company or found.company, found.first
    return Vacancy(_in_mixed_case(title), _in_mixed_case(company if _is_named(company, lines) else ""), first)


def _is_named(company: str, lines: Sequence[str]) -> bool:
    """Whether one word beside a title is the company and not the place: it comes again in the text, or stands on a line of its own."""
    if not company or " " in company:
        return True
    text = "\n".join(lines[:200])
    again = len(re.findall(rf"(?<!\w){re.escape(company)}(?!\w)", text, re.I)) > 1
    return again or bool(re.search(rf"^\W*(?:company|employer|firm|organi[sz]ation)?\W*{re.escape(company)}\b(?!\s*/)", text, re.I | re.M))


def _clean(line: str) -> str:
    return " ".join(_PLACEHOLDER.sub(" ", strip_bullet(line[:400])[0]).split()).strip(" *_#=")


def _labelled(top: Sequence[tuple[int, str]]) -> tuple[str, str, int]:
    title = company = ""
    first = 0
    for at, text in top:
        found = _LABEL.match(text)
        if found and len(found["value"].split()) <= 12:
            if found["label"].casefold() in ("company", "employer", "organisation", "organization", "firm"):
                company = company or _company(found["value"])
            else:
                title = title or _PARENS.sub(" ", found["value"]).strip()
            first = at + 1
    return title, company, first if title else 0


def _from_lines(top: Sequence[tuple[int, str]], lines: Sequence[str]) -> Vacancy:
    (at, line), after = top[0], top[1] if len(top) > 1 else None
    line = _WANTED.sub("", line)
    hiring = _HIRING.match(line)
    if hiring and len(line.split()) <= 18:
        company = hiring["company"] or hiring["joined"] or ""
        title, at_company = _at_company(_TITLE_END.sub("", _PARENS.sub(" ", hiring["title"])).strip())
        return Vacancy(title, at_company or _company("" if company.casefold() in ("we", "our team", "our client") else company), at + 1)
    if _is_sentence(line):
        return _from_prose(top)
    bulleted = after is not None and strip_bullet(lines[after[0]])[1]
    company_line = after if after and not bulleted and _is_company_line(line, after[1], after[0] - at) else None
    if company_line and is_title(company_line[1]) and not is_title(line):
        title, _ = _split_title(company_line[1], alone=True)
        return Vacancy(title, _company(line), company_line[0] + 1)
    if not is_title(line) and read_head(clean_title(line)):
        return _from_prose(top)
    title, company = _split_title(line, alone=company_line is not None)
    if company_line and not company:
        return Vacancy(title, _company(company_line[1]), company_line[0] + 1)
    return Vacancy(title, company, at + 1)


def _from_prose(top: Sequence[tuple[int, str]]) -> Vacancy:
    for _, text in top:
        found = next((found for found in (_IN_PROSE.search(text), _BARE.search(text)) if found and (found.re is _IN_PROSE or is_title(found["title"]))), None)
        if found:
            return Vacancy(found["title"].strip(), "", top[0][0])
    return Vacancy(" ".join(re.split(r"[.;:!?]", top[0][1])[0].split()[:10]), "", top[0][0])


def _split_title(line: str, alone: bool) -> tuple[str, str]:
    """Title and company of one line; `alone` says that the company has a line of its own, so that all of this one is the title."""
    bare = _PARENS.sub(" ", line).strip(" ,;:–—|-")
    title, company = _at_company(bare)
    if company:
        return title, company
    parts = [part.strip() for part in _DASH.split(bare) if part.strip()]
    if alone or not parts:
        return bare, ""
    if len(parts) > 1:
        at = next((n for n, part in enumerate(parts) if is_title(part)), 0)
        others = [part for n, part in enumerate(parts) if n != at and not _GRADE.match(part)]
        return parts[at], _company(others[0]) if others else ""
    pieces = [piece.strip() for piece in parts[0].split(",")]
    if len(pieces) > 1 and is_title(pieces[0]) and not _GRADE.match(pieces[1]):
        return pieces[0], _company(pieces[1])
    return parts[0], ""


def _at_company(text: str) -> tuple[str, str]:
    found = re.match(r"(.+?)\s+(?:at|@)\s+((?:the\s+)?[A-Z].*)$", text)
    return (found[1].strip(" ,"), _company(found[2])) if found and is_title(found[1]) else (text, "")


def _company(text: str) -> str:
    """The name alone: without place, parentheses and what follows a dash."""
    bare = _PARENS.sub(" ", text).strip()
    return re.split(r"\s+[–—|·-]+\s+|,\s+|\s+/\s+|\s*\|\s*", bare)[0].strip(" .,;:")


def _is_company_line(line: str, after: str, distance: int) -> bool:
    """Whether the line after the title names the company: short, no sentence, no heading."""
    if distance > 2 or len(after.split()) > 9 or _is_sentence(after) or after.endswith(":") or read_head(clean_title(after)):
        return False
    return (
        (distance == 1 or is_title(after))
        and after[:1].isalnum()
        and not re.match(r"(?:date|posted|salary|location|job|type|full|part)\b", after, re.I)
        and (is_title(line) or is_title(after))
    )


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 14 or (len(text.split()) > 6 and text.endswith((".", "!", "?")))


def _in_mixed_case(text: str) -> str:
    """A title in capitals as it is written in running text; abbreviations keep theirs."""
    if not text.isupper() or len(text) <= 4:
        return text
    return re.sub(r"[^\W\d_][^\W_&'’]*(?:[&'’][^\W_]+)?", _word_case, text)


def _word_case(found: re.Match[str]) -> str:
    word = found.group()
    if word in _ACRONYMS or (len(word) <= 3 and not re.search(r"[AEIOUY]", word)):
        return word
    if word in ("OF", "AND", "FOR", "THE", "IN", "AT", "TO", "WITH", "OR", "ON") and found.start() > 0:
        return word.lower()
    return word[0] + word[1:].lower()
