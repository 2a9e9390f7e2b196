"""One line that a terminal can show, by whose fault it is."""

import pytest

from gapwriter import GapwriterError, InputError
from gapwriter.errors import BackendError


@pytest.mark.parametrize("error", [InputError, BackendError])
def test_every_error_is_a_gapwriter_error(error):
    assert issubclass(error, GapwriterError)


def test_an_input_error_names_file_place_problem_and_cure():
    error = InputError("resume.json", "work[0].startDate", "'soon' is not a date", "write YYYY-MM")
    assert str(error) == "resume.json: work[0].startDate: 'soon' is not a date; write YYYY-MM"
    assert (error.file, error.place, error.problem, error.cure) == ("resume.json", "work[0].startDate", "'soon' is not a date", "write YYYY-MM")


def test_an_error_of_the_whole_file_leaves_the_place_out():
    assert str(InputError("-", "", "the file is empty", "give one")) == "-: the file is empty; give one"


@pytest.mark.parametrize("hostile", ["a\nb", "a\r\nb", "a\x1b[31mb", "a\u2028b", "a\x00b", "a\tb", "\ud800"])
def test_a_message_stays_on_one_line_and_steers_no_terminal(hostile):
    text = str(InputError(hostile, hostile, hostile, hostile))
    assert len(text.splitlines()) == 1 and text.isprintable()
    assert text.encode()


def test_a_long_message_is_cut():
    assert len(str(InputError("f", "", "x" * 10_000, "cure"))) < 400


def test_an_input_error_survives_its_way_between_processes():
    import pickle

    error = InputError("a.json", "work[0]", "no", "mend it")
    assert str(pickle.loads(pickle.dumps(error))) == str(error) and pickle.loads(pickle.dumps(error)).cure == "mend it"
