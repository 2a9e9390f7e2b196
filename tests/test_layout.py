"""Advertisements as they are laid out: wrapped by hand, with letters for bullets, codes, columns of crosses."""

from gapwriter import read_role


def asked(tmp_path, text):
    path = tmp_path / "job.txt"
    path.write_text(f"Pharmacist – Fern Ltd\n\n{text}\n", "utf-8")
    return {option.asked: str(requirement.relation) for requirement in read_role(path).requirements for option in requirement.options}


def test_a_paragraph_that_was_wrapped_reads_as_one(tmp_path):
    text = (
        "You must have worked with Docker for two years, and Amazon\n"
        "Web Services has to be your home. We look after nine shops. Power\n"
        "BI is a plus. Knowledge of Kubernetes is not required, since a\n"
        "colleague does that."
    )
    assert asked(tmp_path, text) == {"Docker": "essential", "Amazon Web Services": "essential", "Power BI": "optional"}


def test_a_quote_stands_in_the_file_as_it_is_over_the_ends_of_lines(tmp_path):
    text = "You must have worked with Docker for two years, and with Amazon\nWeb Services for at least as long, since all of our nine\nshops run there."
    (tmp_path / "job.txt").write_text(f"Engineer – Fern Ltd\n\n{text}\n", "utf-8")
    requirements = read_role(tmp_path / "job.txt").requirements
    assert requirements and all(one.quote in text for one in requirements)


def test_headings_above_a_paragraph_stay_headings(tmp_path):
    text = "Nice to have\nIt would help us if you had worked with Docker, since our\nnine shops will move there within the next two or three years."
    assert asked(tmp_path, text) == {"Docker": "optional"}


def test_letters_and_codes_before_entries_are_bullets(tmp_path):
    assert asked(tmp_path, "Requirements\n   o Docker\n   o Python\n") == {"Docker": "essential", "Python": "essential"}
    coded = "Requirements\nA1  Docker\nA2  Python\n\nNice to have\nB1  Kubernetes\nB2  SQL\n"
    assert asked(tmp_path, coded) == {"Docker": "essential", "Python": "essential", "Kubernetes": "optional", "SQL": "optional"}


def test_crosses_in_columns_say_how_strongly_a_line_asks(tmp_path):
    text = (
        "Person specification\n"
        "                                   Essential    Desirable\n"
        "  E1  Medicines reconciliation         x\n"
        "  E2  Antimicrobial stewardship        x\n"
        "  D1  Python                                        x\n"
        "  D2  Docker                                        x\n"
    )
    wanted = {"Medicines reconciliation": "essential", "Antimicrobial stewardship": "essential", "Python": "optional", "Docker": "optional"}
    assert asked(tmp_path, text) == wanted
