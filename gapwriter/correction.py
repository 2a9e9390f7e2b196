"""Correction: what a person sets right before a report is written, with who and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from gapwriter.document import read_document
from gapwriter.errors import InputError
from gapwriter.record import Record
from gapwriter.requirement import Relation
from gapwriter.resume import Resume
from gapwriter.role import Role
from gapwriter.skill import Catalog
from gapwriter.words import fold_words


class Correction(Record):
    """One of: `skill` with a new `relation` (or `relation: none` to take it out of the role); `add` or `strike`, a skill of the candidate;
    `years`; `leadership`; `architecture`; `pronouns`. `who` and `why` are kept with the fact that it makes."""

    who: str = Field(min_length=1)
    why: str = Field(min_length=1)
    skill: str | None = None
    relation: str | None = None
    add: str | None = None
    strike: str | None = None
    years: float | None = Field(default=None, ge=0, le=70)
    leadership: bool | None = None
    architecture: bool | None = None
    pronouns: str | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Correction:
        given = [name for name in ("relation", "add", "strike", "years", "leadership", "architecture", "pronouns") if getattr(self, name) is not None]
        if len(given) != 1 or (self.skill is None) != (given != ["relation"]):
            raise ValueError("say one thing: skill and relation, add, strike, years, leadership, architecture or pronouns")
        if self.relation is not None and self.relation not in (*Relation, "none"):
            raise ValueError(f"relation is one of {', '.join(Relation)}, none")
        return self


def read_corrections(path: str | Path) -> tuple[Correction, ...]:
    """The entries under `corrections:` of a YAML or JSON file; InputError with the entry that cannot be read."""
    document = read_document(path)
    rows = (document.data or {}).get("corrections")
    if not isinstance(rows, list) or set(document.data or {}) != {"corrections"}:
        raise InputError(document.name, "", "this is no file of corrections", "begin with `corrections:` and a list")
    found = []
    for number, row in enumerate(rows):
        try:
            found.append(Correction.model_validate(row))
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join([f"corrections[{number}]", *map(str, fault["loc"])])
            raise InputError(document.name, place, fault["msg"].removeprefix("Value error, "), "see docs/corrections.md") from None
    return tuple(found)


def apply_corrections(resume: Resume, role: Role, corrections: Sequence[Correction], catalog: Catalog) -> tuple[Resume, Role]:
    """The resume with stated facts in its `meta.gapwriter`, and the role with changed relations; InputError where a skill is not in the role or the catalog."""
    stated = dict(resume.meta.get("gapwriter") or {})
    for number, correction in enumerate(corrections):
        place = f"corrections[{number}]"
        if correction.relation is not None:
            role = _change_relation(role, correction, place, catalog)
        elif correction.add is not None or correction.strike is not None:
            label = correction.add or correction.strike or ""
            labels = {fold_words(option.label) for requirement in role.requirements for option in requirement.options}
            if not catalog.find_label(label) and fold_words(label) not in labels:
                raise InputError("corrections", place, f"{label!r} is neither in the catalog nor in the role", "check the spelling")
            row = {"skill": label, "held": correction.add is not None, "who": correction.who, "why": correction.why}
            stated["skills"] = [*stated.get("skills", ()), row]
        else:
            stated |= {name: value for name in ("years", "leadership", "architecture", "pronouns") if (value := getattr(correction, name)) is not None}
    if not corrections:
        return resume, role
    return resume.model_copy(update={"meta": {**resume.meta, "gapwriter": stated}}), role


def _change_relation(role: Role, correction: Correction, place: str, catalog: Catalog) -> Role:
    name = catalog.find_label(correction.skill or "")
    key = name.skill_id if name else ""
    words = fold_words(correction.skill or "")
    hit = next(
        (
            r
            for r in role.requirements
            if key in [o.skill_id for o in r.options] or words in [fold_words(o.label) for o in r.options] or words == fold_words(r.label)
        ),
        None,
    )
    if hit is None:
        raise InputError("corrections", f"{place}.skill", f"the role does not ask for {correction.skill!r}", "name one of its requirements")
    source = f"{hit.source}, changed by {correction.who}: {correction.why}"
    changed = [] if correction.relation in (None, "none") else [hit.model_copy(update={"relation": Relation(correction.relation or ""), "source": source})]
    kept = [one for requirement in role.requirements for one in (changed if requirement is hit else [requirement])]
    if not kept:
        raise InputError("corrections", place, "no requirement is left", "keep at least one")
    return role.model_copy(update={"requirements": tuple(kept)})
