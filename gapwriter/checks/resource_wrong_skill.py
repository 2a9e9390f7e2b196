"""A resource said to teach a skill that it does not."""

from __future__ import annotations

from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.offer import stretches
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = ("## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club) covers Docker.",)
ALLOWS = ("## Recommended Resources\n\n“MLOps Zoomcamp” (DataTalks.Club) covers MLOps.",)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("resource_wrong_skill", reading, world)
    for said in reading.said:
        places = stretches(said, world)
        taught = {skill for work, *_ in places for skill in work.skills}
        groups = [group for at, group in sorted(said.line.groups.items()) if group.kind in "SC"]
        if not places or not groups:
            continue
        if len(places) == 1:
            clause = next((one for one in said.clauses if one.start <= places[0][1] < one.end), None)
            groups = [group for group in groups if clause and clause.start <= group.at < clause.end] or groups
        if len(places) == 1 or len(groups) != len(places):
            pairs = [(places[0][0], entity, taught) for group in groups for entity in group.entities]
        else:
            pairs = [(place[0], entity, place[0].skills) for place, group in zip(places, groups, strict=True) for entity in group.entities]
        for work, entity, skills in pairs:
            known = [key for key in entity.keys if key in world.skills]
            held = [world.skills[key] for key in known if world.skills[key].held and not world.skills[key].gap]
            if known and not skills & set(known):
                claim = next((one for one in said.claims if one.entity is entity and one.kind == "hold"), None)
                if claim and claim.sign == "+" and held:
                    continue
                yield fault(
                    "resource_wrong_skill",
                    said,
                    (entity.start, entity.end),
                    f"“{work.title}” teaches {', '.join(sorted(world.skills[key].label for key in work.skills))}",
                    [work.fact],
                )
