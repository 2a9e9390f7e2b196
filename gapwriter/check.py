"""check: a text against the facts of one comparison."""

from __future__ import annotations

from gapwriter import plugins
from gapwriter.claims import Reading, read_text
from gapwriter.fact import Facts
from gapwriter.finding import Finding
from gapwriter.world import World

ORDER = (
    "artifact_leak injection_leak language_mixup wrong_heading_order unsupported_demographic other_candidate_name unsupported_pronoun wrong_title_or_role invented_credential duplicate_item wrong_price wrong_provider resource_not_in_catalogue resource_wrong_skill "
    "invented_history hedged_overclaim wrong_tier contradiction_facts wrong_years wrong_number wrong_priority roadmap_step_without_gap invented_requirement level_inflation gap_as_strength strength_as_gap contradiction_internal invented_skill speculation vague_filler omitted_core_gap omitted_requirement gap_without_roadmap_step truncation unverifiable"
).split()


class Checker:
    """The checks of one comparison; reading the names of its facts once serves many texts."""

    def __init__(self, facts: Facts) -> None:
        self.world = World(facts)

    def read(self, text: str, section: str | None = None) -> Reading:
        return read_text(text, self.world.names, section, self.world.proofs)

    def check(self, text: str, section: str | None = None) -> list[Finding]:
        """The findings, the gravest first."""
        reading = self.read(text, section)
        found: dict[tuple[str, object], Finding] = {}
        for name in plugins.names("checks"):
            if name.startswith("_"):
                continue
            for finding in plugins.load("checks", name).check(reading, self.world):
                found.setdefault((finding.kind, finding.span or finding.message), finding)
        return sorted(found.values(), key=lambda one: (ORDER.index(one.kind), one.span or (0, 0)))
