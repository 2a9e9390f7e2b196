"""How strongly headings and sentences of an advertisement ask."""

import pytest

from gapwriter import InputError, read_role


def asked(tmp_path, text):
    path = tmp_path / "job.txt"
    path.write_text(f"Data Engineer – Fern Ltd\n\n{text}\n", "utf-8")
    return {option.asked: str(requirement.relation) for requirement in read_role(path).requirements for option in requirement.options}


@pytest.mark.parametrize(
    "title, relation",
    [
        ("Requirements", "essential"),
        ("You must have", "essential"),
        ("What you'll bring", "essential"),
        ("Person specification", "essential"),
        ("About you", "essential"),
        ("Minimum qualifications", "essential"),
        ("Nice to have", "optional"),
        ("Good to have", "optional"),
        ("Should have", "optional"),
        ("Preferred Qualifications", "optional"),
        ("Bonus points for", "optional"),
        ("It helps if you have", "optional"),
        ("Not essential, but useful", "optional"),
        ("On the horizon", "emerging"),
        ("What the future holds", "emerging"),
        ("What is changing", "emerging"),
        ("Being introduced", "emerging"),
        ("On our list for next year", "emerging"),
        ("Not required", None),
        ("YOU CAN FORGET ABOUT", None),
        ("You don't need", None),
        ("What we do not ask for", None),
        ("What we offer", None),
        ("About us", None),
        ("Our team", None),
    ],
)
@pytest.mark.parametrize("form", ["{}\n- Docker", "{}:\n- Docker", "{}\nDocker", "{}: Docker"])
def test_headings(tmp_path, form, title, relation):
    found = asked(tmp_path, "Must have\n- Python\n\n" + form.format(title))
    assert found == {"Python": "essential"} | ({"Docker": relation} if relation else {})


@pytest.mark.parametrize(
    "sentence, relation",
    [
        ("You must be at home with Docker.", "essential"),
        ("Docker is essential because every service runs in it.", "essential"),
        ("It would be a plus if you know Docker.", "optional"),
        ("Ideally you have worked with Docker.", "optional"),
        ("Experience with Docker is welcome.", "optional"),
        ("Docker is not essential but would be an advantage.", "optional"),
        ("Next year we start to look at Docker.", "emerging"),
        ("We are beginning to evaluate Docker.", "emerging"),
        ("Docker is not required.", None),
        ("No Docker please.", None),
        ("Experience with Docker is interesting but not required.", None),
        ("You do not need Docker.", None),
        ("Docker belongs to another team.", None),
        ("We use Docker and a great deal of tea.", None),
    ],
)
def test_sentences(tmp_path, sentence, relation):
    found = asked(tmp_path, f"About you\nYou know Python. {sentence}")
    assert found == {"Python": "essential"} | ({"Docker": relation} if relation else {})


def test_the_head_of_a_list_decides_over_a_soft_word_inside(tmp_path):
    assert asked(tmp_path, "Required\n- Python, ideally with pandas") == {"Python": "essential", "pandas": "essential"}


def test_an_entry_that_is_soft_as_a_whole_is_a_wish(tmp_path):
    assert asked(tmp_path, "Requirements\n- Python\n- Advantage: Kafka\n- Docker would be a plus") == {
        "Python": "essential",
        "Kafka": "optional",
        "Docker": "optional",
    }


def test_one_sentence_can_ask_twice(tmp_path):
    assert asked(tmp_path, "About you\nPython is essential, Kafka a bonus, but Docker is not needed.") == {"Python": "essential", "Kafka": "optional"}


def test_nothing_asked_is_refused(tmp_path):
    with pytest.raises(InputError, match="asks for nothing"):
        asked(tmp_path, "We have a canteen.")


@pytest.mark.parametrize(
    "text, found",
    [
        ("Good command of Excel is a must and Docker experience is a plus.", {"Excel": "essential", "Docker": "optional"}),
        ("Requirements\n- Experience with Python, preferably Django", {"Python": "essential", "Django": "optional"}),
        ("Nice to have\n- Docker\n- English is a must", {"Docker": "optional", "English": "essential"}),
        ("Pioneer a brighter future\nYou must know Docker.", {"Docker": "essential"}),
        (
            "Your duties\nYou run the nightly loads.\nExperience with Docker.\nKnowledge of Terraform is an advantage.",
            {"Docker": "essential", "Terraform": "optional"},
        ),
        ("You must know German, and Italian and French are an advantage.", {"German": "essential", "Italian": "optional", "French": "optional"}),
    ],
)
def test_strong_and_soft_words_side_by_side(tmp_path, text, found):
    assert asked(tmp_path, text) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Fern is a global leader in financial services.",
        "We provide equal employment opportunities to all applicants.",
        "We make reasonable accommodations for religious practices.",
        "Your application must be written in English.",
        "Knowledge of <ORGANIZATION> is needed.",
    ],
)
def test_text_about_the_firm_and_the_application_asks_for_nothing(tmp_path, sentence):
    assert asked(tmp_path, f"Requirements\n- Docker\n\n{sentence}") == {"Docker": "essential"}
