"""Word forms: the verb behind the noun of a task, so that "negotiated contracts" is read as contract negotiation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_SUFFIXES = (
    ("ization", ""),
    ("iation", ""),
    ("iating", ""),
    ("iated", ""),
    ("iate", ""),
    ("ation", ""),
    ("izing", ""),
    ("ating", ""),
    ("ized", ""),
    ("ated", ""),
    ("tion", "t"),
    ("ment", ""),
    ("ize", ""),
    ("ate", ""),
    ("ing", ""),
    ("ed", ""),
    ("e", ""),
)
_IRREGULAR = {
    "analysis": "analyz",
    "analyzed": "analyz",
    "analyzing": "analyz",
    "maintenance": "maintain",
    "administration": "administer",
    "administered": "administer",
    "built": "build",
    "building": "build",
    "wrote": "writ",
    "written": "writ",
    "taught": "teach",
    "sold": "sell",
    "sale": "sell",
    "seling": "sell",  # as "selling" is folded
    "drove": "driv",
    "laid": "lay",
    "laying": "lay",
}
_SAME_AS_VERB = frozenset({"review", "audit", "design", "repair", "check", "inspection", "analysis", "maintenance", "administration", "research"})
_VERBAL = ("ing", "ation", "ition", "ction", "ption", "ment", "sion")


@lru_cache(maxsize=65536)
def stem_verb(word: str) -> str:
    """What a verb and its noun share: negotiated and negotiation, deploy and deployment; a folded word in, "" where too little is left."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for suffix, rest in _SUFFIXES:
        if word.endswith(suffix):
            word = word[: -len(suffix)] + rest
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouslz":
        word = word[:-1]
    return word if len(word) >= 3 else ""


def is_verbal(noun: str) -> bool:
    """Whether a noun names an action ("deployment", "counting", "review")."""
    return noun.endswith(_VERBAL) or noun in _SAME_AS_VERB


def index_forms(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names of tasks by verb and object: `{"negot contract": "contract negotiation"}`, with one or two words of object; of one word by the verb alone.

    `names` are (name, skill id); a form that two skills share is left out.
    """
    forms: dict[str, str] = {}
    owners: dict[str, set[str]] = {}
    for name, skill_id in names:
        words = name.split(" ")
        if len(words) > 3 or not is_verbal(words[-1]) or not stem_verb(words[-1]):
            continue
        key = " ".join([stem_verb(words[-1]), *words[:-1]])
        owners.setdefault(key, set()).add(skill_id)
        forms.setdefault(key, name)
    return {key: name for key, name in forms.items() if len(owners[key]) == 1}
