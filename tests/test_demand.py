"""What of an advertisement is a list, a paragraph, or somebody else's business."""

from gapwriter import read_role


def role_of(tmp_path, text):
    path = tmp_path / "job.txt"
    path.write_text(text, "utf-8")
    return read_role(path)


def asked(tmp_path, text):
    return {requirement.asked: str(requirement.relation) for requirement in role_of(tmp_path, text).requirements}


def test_a_paragraph_after_a_list_is_no_part_of_it(tmp_path):
    text = "Data Engineer\nFern Ltd\n\nNice to have\n- Kafka\n\nOur web team works in Java and Kotlin. You must know Python.\n\nWe offer Slack, Jira and a pension."
    assert asked(tmp_path, text) == {"Kafka": "optional", "Python": "essential"}


def test_lists_without_bullets(tmp_path):
    text = "Nurse\n\nEssential\nWound care\nInfection control\n\nDesirable\nWelsh\n\nWhat you can expect\nThirty-seven hours and a lease car."
    assert asked(tmp_path, text) == {"Wound care": "essential", "Infection control": "essential", "Welsh": "optional"}


def test_an_advertisement_in_sentences(tmp_path):
    text = (
        "We are looking for a pastry chef for our bakery in Ghent. You know HACCP and you speak Dutch (B2) or French. A driving licence is\n"
        "required because you deliver on Saturdays. No diploma needed. We offer a good salary and free bread."
    )
    assert role_of(tmp_path, text).title == "pastry chef"
    assert asked(tmp_path, text) == {"HACCP": "essential", "Dutch or French": "essential", "driving licence": "essential"}


def test_a_list_without_any_heading_is_what_is_asked(tmp_path):
    assert asked(tmp_path, "Electrician needed\n- 18th Edition\n- IPAF\n- CSCS card not essential") == {"18th Edition": "essential", "IPAF": "essential"}


def test_duties_count_only_where_nothing_is_asked(tmp_path):
    duties = "Analyst\n\nResponsibilities\n- Build models in Python and Power BI\n"
    assert set(asked(tmp_path, duties)) == {"Python", "Power BI"}
    assert set(asked(tmp_path, duties + "\nRequirements\n- Excel\n")) == {"Excel"}


def test_the_quote_is_the_line_itself(tmp_path):
    (first, second) = role_of(tmp_path, "Analyst\n\nRequirements\n- Strong Python and SQL\n").requirements
    assert first.quote == second.quote == "Strong Python and SQL"


def test_lines_that_name_nothing_are_told(tmp_path):
    role = role_of(tmp_path, "Analyst\n\nRequirements\n- Excel\n- A feeling for our customers\n")
    assert role.unplaced == (("line 5", "A feeling for our customers"),)
