"""How a check tells a finding."""

from conftest import RESUME, ROLE, report_of

from gapwriter.checker import Checker
from gapwriter.fault import FURTHER, TITLES, fault, missing
from gapwriter.prompt import read_sections

CHECKER = Checker(report_of(RESUME, ROLE).facts)


def test_a_fault_without_a_place_is_the_whole_sentence():
    (said,) = CHECKER.read("Python is documented.", TITLES[0]).said
    finding = fault("wrong_years", said, None, "it is not so", ["experience.years"])
    assert (finding.span, finding.sentence, finding.section, finding.facts) == ((0, 21), "Python is documented.", TITLES[0], ("experience.years",))


def test_what_is_left_out_has_no_place():
    assert missing("omitted_core_gap", TITLES[3], "PyTorch is left out", ["gap.pytorch"]).span is None


def test_the_titles_are_those_of_the_sections():
    assert tuple(section.title for section in read_sections() if not section.optional) == TITLES
    assert tuple(section.title for section in read_sections() if section.optional) == FURTHER
