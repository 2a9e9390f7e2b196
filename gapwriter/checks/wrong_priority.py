"""Steps in another order than the roadmap has them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.claims.clause import Group
from gapwriter.fault import ROADMAP, about_plan, fault
from gapwriter.finding import Finding
from gapwriter.table import in_tables
from gapwriter.world import World

FLAGS = (
    "## Upskilling Roadmap\n\nPyTorch sits further up the list than machine learning.",
    "## Upskilling Roadmap\n\nPyTorch comes before machine learning.",
    "## Upskilling Roadmap\n\nFirst on the list is TensorFlow.",
    "## Upskilling Roadmap\n\nThe longest of the steps is Docker.",
    "Machine learning builds on deep learning.",
)
ALLOWS = (
    "## Upskilling Roadmap\n\nPyTorch sits further down the list than machine learning.",
    "## Upskilling Roadmap\n\nMachine learning comes before PyTorch.",
    "## Upskilling Roadmap\n\nThe plan ends with TensorFlow.",
    "Deep learning, MLOps, PyTorch and TensorFlow build on machine learning.",
)

_BEFORE = re.compile(
    r"^[^A-Z;.]*\b(?:before|ahead of|prior to|precedes?|preceding|earlier [a-z ]{0,12}than|earlier than|(?:further|higher) up [a-z ]{0,14}than|in front of|leads? (?:on )?to|paves? the way (?:for|to)|comes? first,? (?:then|followed)|then|followed by|first,? (?:and )?then|and only then|gives way to|makes? way for|sooner than|takes? precedence over|has priority over|outranks)\b[^A-Z;.]*$"
)
_AFTER = re.compile(
    r"^[^A-Z;.]*\b(?:after|follows?|(?<!the )following(?= (?:on )?$)|behind|later [a-z ]{0,12}than|later than|(?:further|lower) down [a-z ]{0,14}than|succeeds?|subsequent to|preceded by|builds? on|once|only when|comes? second to|has to wait (?:for|until)|waits? (?:for|until))\b[^A-Z;.]*$"
)
_FIRST = re.compile(
    r"\b(?:first|firstly|begins?|beginning|starts?|starting|opens?|opening|kicks? off|initial|initially|foremost|outset|number one|top of the|leads off|to begin with|at the head|heads)\b"
)
_LAST = re.compile(
    r"\b(?:last|lastly|final|finally|concludes?|concluding|ends?|ending|rounds? off|rounded off|closes|closing step|completes the|wraps? up|at the end|finish(?:es)?|bringing up the rear|brings up the rear|final step|caps)\b"
)
_ORDERED = lexicon.Remembered(r"\b(?:before|ahead of|tackled|precedes?|prior to|after|then|follows|earlier)\b")
_BACK = re.compile(
    r"(?P<before>\b(?:before|prior to|ahead of|precedes) (?:that|this|it|them)\b)|\b(?:after (?:that|this|it)|afterwards|thereafter|subsequently|next comes?|(?:comes?|follows?) (?:next|after (?:that|it)))\b"
)
_SEQUENCE = re.compile(r"\b(?:sequence is|in (?:this|that|the following) order|top to bottom|as follows|one after the other|order given|step by step)\b")
_NOT_EDGE = re.compile(
    r"\b[SR] first,? (?:and |then )?[SR] (?:later|next|second|after)|\bstarts? [SR] (?:only )?(?:after|once|when)\b|\b(?:does|do|can|will) [SR] (?:begin|start)|"
    r"\b(?:first|last|final|opening) (?:one|two|three|four|five|six|seven|eight|week|weeks|hours|half|project|\w+ weeks|\w+ hours|aid|hand|of two|step of)\b|\bfirst-?hand\b|\bat (?:first|last)\b|end of (?:week|it|this|the week)|ends? (?:with|in|after) week|ends? with such work|at the end (?:of it )?(?:stands|is) such work|closing (?:the|this|these|a|th\w+) \w*\s*gaps?|closes (?:the|this|a)|\bbefore\b|starts? (?:in|with) week|start(?:s|ing)? from (?:zero|scratch|nothing)|from start to|first among|starting point|in the end|in week"
)
_CORE = re.compile(r"\b(?:core|essential|mandatory|must-haves?|obligatory|compulsory)\b")
_SOFT = re.compile(r"\b(?:preferred|optional|desirable|nice-to-haves?|voluntary|extras)\b")
_ORDINAL = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_STEP = re.compile(r"\bstep\s+(\d+|one|two|three|four|five|six|seven|eight)\b")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def check(reading: Reading, world: World) -> Iterator[Finding]:
    yield from in_tables("wrong_priority", reading, world)
    numbered: list[tuple[int, Said, tuple[int, int]]] = []
    earlier: list[tuple[int, int, tuple[int, int], int]] = []
    for said in reading.said:
        yield from _bases(said, world)
        if not about_plan(said) and not _ORDERED.search(said.text):
            continue
        placed = _placed(said, world)
        if not placed:
            continue
        back = _BACK.search(said.text) if earlier and len({one[1] for one in placed}) == 1 and about_plan(said) else None
        if back and placed[0][1] != earlier[-1][3] and (placed[0][1] < earlier[0][1]) != (back["before"] is not None):
            yield fault("wrong_priority", said, placed[0][2], "the roadmap has these steps in the other order", [])
        earlier = placed
        if said.sentence.number and said.sentence.section == ROADMAP and not (numbered and numbered[-1][1].sentence.block == said.sentence.block):
            numbered.append((placed[0][1], said, placed[0][2]))
        stray = _stray(said, world) if len(placed) == 1 else None
        if stray:
            yield fault("roadmap_step_without_gap", said, stray, "this is no step of the roadmap: the resume shows it", [])
            continue
        wrong = _relation(said, placed) or _extreme(said, placed, world) or (_edge(said, placed, world) if about_plan(said) else None)
        if wrong:
            span, message = wrong
            yield fault("wrong_priority", said, span, message, [])
    if any(_SEQUENCE.search(said.text) for said in reading.of(ROADMAP)):
        numbered = [(one[0][1], said, one[0][2]) for said in reading.of(ROADMAP) if (one := _placed(said, world)) and not _BACK.search(said.text)]
    for (order, _, _), (later, said, span) in itertools.pairwise(numbered):
        if later < order:
            yield fault("wrong_priority", said, span, "the roadmap has these steps in another order", [])


_BUILDS = lexicon.Remembered(r"S(?: in turn| also| both| all| themselves| itself)? builds?(?: directly)? on (?:the )?(?=S)")


_BUILDS_ON_IT = lexicon.Remembered(r"S(?: in turn| also| both| all| themselves| itself)? (?:builds?(?: directly)? on|needs?) (?:it|this|that|them|these)\b")


def _tells_order(world: World) -> bool:
    """Whether the facts would tell of an order if there were one: several steps, each with what it comes after."""
    return len(world.steps) > 1 and all("after" in step.value for step in world.facts.of("step.gap"))


def _antecedent(said: Said, later: Group) -> Group | None:
    """What "it" means in "A comes before B because B builds on it": the last thing named before that is not the same again."""
    keys = {entity.keys for entity in later.entities}
    before = [group for at, group in sorted(said.line.groups.items()) if at < later.at and group.kind == "S"]
    return next((group for group in reversed(before) if not keys & {entity.keys for entity in group.entities}), None)


def _bases(said: Said, world: World) -> Iterator[Finding]:
    """What is said to build on what, held to the order that the facts give."""
    found = _BUILDS.search(said.text) or _BUILDS_ON_IT.search(said.text)
    if not found or not (world.bases or _tells_order(world)):
        return
    later = said.line.groups[found.start()]
    base = said.line.groups.get(found.end()) or _antecedent(said, later)
    if base is None:
        return
    for one in later.entities:
        for other in base.entities:
            if not any(set(other.keys) & world.bases.get(key, set()) for key in one.keys):
                yield fault("wrong_priority", said, (later.start, base.end), f"by the facts {one.text} does not build on {other.text}", [])
                return


_TURN = re.compile(r"\b(?:scheduled|dealt with|tackled|planned|learned|taken up|comes?|precedes?|follows?|succeeds?|step)\b")


def _stray(said: Said, world: World) -> tuple[int, int] | None:
    """A skill that the resume shows, put into the order of the steps."""
    for at, group in sorted(said.line.groups.items()):
        if (
            group.kind == "S"
            and _TURN.search(said.text)
            and (_BEFORE.search(said.text[at + 1 :].split("S")[0].split("R")[0]) or _AFTER.search(said.text[at + 1 :].split("S")[0].split("R")[0]))
        ):
            skills = [world.skills[key] for entity in group.entities for key in entity.keys if key in world.skills]
            if skills and all(skill.held and not skill.gap and not skill.order for skill in skills):
                return group.start, group.end
    return None


def _placed(said: Said, world: World) -> list[tuple[int, int, tuple[int, int], int]]:
    """The steps that a line names: place, order of its first, span, order of its last."""
    found = []
    for at, group in sorted(said.line.groups.items()):
        if group.kind not in "SR":
            continue
        orders = []
        for entity in group.entities:
            skills = [world.skills.get(key) for key in entity.keys] + [
                world.skills.get(one) for key in entity.keys if key in world.works for one in world.works[key].skills
            ]
            orders += [skill.order for skill in skills if skill and skill.order][:1]
        if orders:
            found.append((at, orders[0], (group.start, group.end), orders[-1]))
    return found


def _relation(said: Said, placed: list[tuple[int, int, tuple[int, int], int]]) -> tuple[tuple[int, int], str] | None:
    text = said.text
    whole = (said.sentence.start, said.sentence.end)
    for (at, order, _, last), (then, later, _, _) in itertools.pairwise(placed):
        between, opening = text[at + 1 : then], text[:at]
        if order == later:
            continue
        fronted = re.search(r"\b(?:before|prior to|ahead of|(?<!not )until)\b[^A-Z,;]*$", opening)
        behind = re.search(r"\b(?:after|once|not until|only when|as soon as|following|on top of|building on|behind)\b[^A-Z,;]*$", opening)
        denied = re.search(r"\b(?:not|never|n't)\b(?! until)", between)
        if fronted:
            wrong = later > order
        elif behind:
            wrong = order > later
        elif re.fullmatch(r" first,? (?:and |then )?", between) and re.match(r" (?:later|next|second|after(?:wards)?)\b", text[then + 1 :]):
            wrong = last > later
        elif _AFTER.search(between):
            wrong = last < later
        elif re.search(r"\b(?:most|longest|largest|biggest|least|shortest|smallest)\b", text[:at] + between):
            continue  # ranked by their length, not in the order of the roadmap
        elif _BEFORE.search(between):
            wrong = last > later
        else:
            continue
        if wrong != bool(denied):
            return whole, "the roadmap has these steps in the other order"
    return None


_EXTREME = re.compile(r"\b(?P<which>longest|shortest)\b(?P<behind>[^A-Z,;]{0,25}\b(?:is|are|being|:)\W*(?=[SR]))?")


def _extreme(said: Said, placed: list[tuple[int, int, tuple[int, int], int]], world: World) -> tuple[tuple[int, int], str] | None:
    """A step called the longest or the shortest that is not."""
    core, soft = _CORE.search(said.text), _SOFT.search(said.text)
    tier = "" if bool(core) == bool(soft) else "essential" if core else "optional"
    lengths = {step.order: step.weeks or 0 for step in world.steps if not tier or step.relation == tier}
    if (core and soft) or not lengths:
        return None
    for cue in _EXTREME.finditer(said.text):
        before = re.search(r"[SR](?= (?:is|as|being) (?:by far )?(?:the )?$)", said.text[: cue.start()])
        at = cue.end() if cue["behind"] else before.start() if before else None
        one = next((one for one in placed if one[0] == at), None)
        edge = (max if cue["which"] == "longest" else min)(lengths.values())
        if one and lengths.get(one[1], edge) != edge:
            return one[2], f"this step takes {lengths[one[1]]} weeks, the {cue['which']} {edge}"
    return None


def _edge(said: Said, placed: list[tuple[int, int, tuple[int, int], int]], world: World) -> tuple[tuple[int, int], str] | None:
    text = said.text
    if not world.steps:
        return None
    at, order, span, _last = placed[0]
    step = _STEP.search(text)
    if step and len(placed) == 1:
        number = _NUMBERS.get(step[1]) or int(step[1])
        return (span, f"this is step {order}") if number != order else None
    clause = next((one for one in said.clauses if one.start <= at < one.end), None)
    words = clause.text if clause else text
    ordinal = re.search(r"\b(second|third|fourth|fifth|sixth)\b(?=[^A-Z]*(?:step|place|stage|is|comes|on the|in the|priority|:)|[^A-Z]*$)", words)
    if ordinal and len(placed) == 1 and re.search(r"\b(?:step|stage|place|list|roadmap|plan|turn|comes)\b", words):
        return (span, f"this is step {order}") if _ORDINAL[ordinal[1]] != order else None
    for pattern, final in ((_FIRST, False), (_LAST, True)):
        for cue in pattern.finditer(text):
            if _NOT_EDGE.search(text[max(0, cue.start() - 12) : cue.end() + 22]):
                continue
            behind = [
                one
                for one in placed
                if one[0] > cue.start() and not re.search(r"[;.]|\b(?:then|but|and then|and ends|and closes|and finally)\b", text[cue.end() : one[0]])
            ]
            if re.search(r"[SR] $", text[: cue.start()]) and not re.match(r" (?:with|by|in|at|on)\b", text[cue.end() :]):
                behind = []  # "A opens the roadmap, B closes it"
            before = [one for one in placed if one[0] < cue.start() and not re.search(r"[;.]|\bthen\b", text[one[0] : cue.start()])]
            if before and re.search(
                r"\b(?:comes?|is|are|tackled|done|learned|scheduled|planned|taken|addressed|acquired|goes|go|stands?|placed|ranks?|falls?|follows?|up)\s+(?:in |at )?(?:the )?$",
                text[: cue.start()],
            ):
                behind = []
            one = behind[0] if behind else before[-1] if before else None
            if one is None:
                continue
            near = text[max(0, cue.start() - 45) : cue.end() + 45]
            tier = "optional" if _SOFT.search(near) else "essential" if _CORE.search(near) else ""
            steps = [step for step in world.steps if not tier or step.relation == tier] or world.steps
            edge, mine = (steps[-1], one[3]) if final else (steps[0], one[1])
            whole = (world.steps[-1] if final else world.steps[0]) if world.steps else edge
            if not final and one is (before[-1] if before else None) and any(place[1] in (edge.order, whole.order) for place in before):
                break
            if mine not in (edge.order, whole.order):
                return one[2], f"the roadmap {'ends' if final else 'begins'} with {whole.label}"
            break
    return None
