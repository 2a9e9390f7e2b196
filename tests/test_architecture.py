"""The river: every module imports only what stands above it, and every module is tested."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "gapwriter"

ORDER = (
    "errors",
    "record",
    "settings",
    "plugins",
    "frame",
    "display",
    "wording",
    "language",
    "theme",
    "words",
    "wordform",
    "dates",
    "skill",
    "document",
    "markup",
    "unpack",
    "bounded",
    "readers",
    "outline",
    "polarity",
    "usage",
    "mention",
    "rendercv",
    "resume",
    "posting",
    "advert",
    "job_posting",
    "requirement",
    "role",
    "market",
    "correction",
    "evidence",
    "experience",
    "match",
    "gap",
    "pool",
    "ranking",
    "resource",
    "lint",
    "layer",
    "taxonomies",
    "importing",
    "roadmap",
    "cast",
    "fact",
    "roadmap_statement",
    "question_statement",
    "statement",
    "prompt",
    "prose",
    "phrase",
    "plain",
    "finding",
    "claims",
    "world",
    "fault",
    "offer",
    "table",
    "invention",
    "checks",
    "support",
    "completeness",
    "printed",
    "checker",
    "guard",
    "answer",
    "tariff",
    "outage",
    "transport",
    "backends",
    "call",
    "rehearsal",
    "manuscript",
    "desk",
    "settlement",
    "reword",
    "draft",
    "progress",
    "narrative",
    "report",
    "sheet",
    "wordml",
    "word_template",
    "formats",
    "panel",
    "views",
    "schema",
    "examples",
    "doctor",
    "cli",
)
"""The order of the data, and of the imports. CONTRIBUTING.md shows the same list."""

ROOMS = {
    "outline": ("timeline", "section", "position", "contact", "entry", "career", "study"),
    "markup": ("token", "style", "element", "letters", "row", "linked", "writer"),
    "claims": ("passage", "entity", "vocabulary", "lexicon", "quantity", "clause", "stranger", "claim"),
    "polarity": ("sign", "title", "denial", "others", "remark"),
    "advert": ("layout", "tier", "demand", "named", "wanted", "vacancy", "condition"),
}
"""The same inside the packages that read prose; their `__init__` stands last."""


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if name != "__init__":
            yield name, path


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "gapwriter":
            parts = node.module.split(".")
            yield from ([parts[1]] if len(parts) > 1 else [alias.name for alias in node.names if alias.name != "__version__"])


def test_every_module_has_its_place():
    assert {name for name, _ in modules()} == set(ORDER)


def test_imports_point_upwards():
    wrong = [
        f"{path.relative_to(ROOT)} imports {other}"
        for name, path in modules()
        for other in imported(path)
        if other != name and ORDER.index(other) >= ORDER.index(name)
    ]
    assert not wrong


def test_imports_point_upwards_inside_a_room():
    for room, order in ROOMS.items():
        assert {path.stem for path in (PACKAGE / room).glob("*.py")} == {*order, "__init__"}
        for name in order:
            inner = re.findall(rf"^from gapwriter\.{room}\.(\w+)", (PACKAGE / room / f"{name}.py").read_text("utf-8"), re.M)
            assert all(order.index(other) < order.index(name) for other in inner), (room, name, inner)


def test_contributing_shows_the_same_order():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = [line.split()[0].removesuffix(".py").removesuffix("/") for line in text.split("```")[1].splitlines()[1:] if line.strip()]
    assert tuple(listed) == ORDER


def test_every_module_is_tested():
    families = {"readers", "unpack", "plain", "formats", "checks", "backends", "views", "plugins"}  # test_families.py
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests").glob("test_*.py")}
    assert set(ORDER) - families - tested == set()
