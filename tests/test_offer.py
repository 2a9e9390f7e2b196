"""What a sentence says of each resource that it names."""

from conftest import CASES, SETTINGS

from gapwriter import write_report
from gapwriter.checker import Checker
from gapwriter.offer import stretches

EXAMPLE = CASES / "senior-ai-engineer"
CHECKER = Checker(write_report(EXAMPLE / "resume.json", EXAMPLE / "role.yaml", settings=SETTINGS).facts)


def parts(text):
    (said,) = CHECKER.read(text, "Recommended Resources").said
    return [(work.title, said.text[start:end].strip(" ,")) for work, _, start, end in stretches(said, CHECKER.world)]


def test_each_resource_has_its_own_stretch():
    assert parts("“MLOps Zoomcamp” (DataTalks.Club) is free, whereas “Dive into Deep Learning” (d2l.ai) is a book.") == [
        ("MLOps Zoomcamp", '"R" (P) is free'),
        ("Dive into Deep Learning", 'whereas "R" (P) is a book.'),
    ]


def test_a_sentence_without_a_resource_has_none():
    assert parts("MLOps is learned last.") == []
