"""Matching: at which rung a requirement is met, and what stands in the way where it is not."""

import pytest
from conftest import compare, listed, statuses
from strategies import SMALL, asking, small

from gapwriter.evidence import Basis
from gapwriter.match import Status
from gapwriter.mention import Polarity
from gapwriter.skill import Proficiency, Rung, Strength


def match_of(resume, *essential):
    (match,) = small(resume, asking(*essential)).matches
    return match


@pytest.mark.parametrize(
    "held, asked, rung",
    [
        ("weaving", "weaving", Rung.PREFERRED),
        ("Weaving", "WEAVING", Rung.PREFERRED),
        ("cloth making", "weaving", Rung.ALTERNATIVE),
        ("weaving", "cloth making", Rung.PREFERRED),
        ("loomwork", "weaving", Rung.NARROWER),
        ("Jacquard", "weaving", Rung.NARROWER),
        ("knottwork", "knotwork", Rung.FUZZY),
    ],
)
def test_each_rung(held, asked, rung):
    match = match_of(listed(held), asked)
    assert (match.status, match.rung) == (Status.MET, rung)
    assert match.evidence[0].quote == held


def test_the_best_rung_counts():
    assert match_of(listed("knottwork", "knotwork"), "knotwork").rung is Rung.PREFERRED
    assert match_of(listed("loomwork", "cloth making"), "weaving").rung is Rung.ALTERNATIVE


def test_a_narrower_skill_says_which_and_how_firmly():
    strong = match_of(listed("Jacquard"), "weaving")
    assert (strong.implied_by, strong.implied_strength, strong.inferred) == ("Jacquard", Strength.STRONG, False)
    usual = match_of(listed("Jacquard"), "patterning")
    assert (usual.implied_by, usual.implied_strength, usual.inferred) == ("Jacquard", Strength.USUAL, True)


def test_of_two_narrower_skills_the_firmer_one_stands_for_it():
    match = match_of(listed("weaver certificate", "loomwork"), "weaving")
    assert (match.implied_by, match.implied_strength) == ("loomwork", Strength.STRONG)


@pytest.mark.parametrize("held", ["knotwork", "weaving", "sketching"])
def test_wider_related_or_prerequisite_skills_never_meet_it(held):
    match = match_of(listed(held), "loomwork")
    assert (match.status, match.rung, match.evidence) == (Status.MISSING, None, ())


def test_a_claim_in_a_list_alone_is_unproven():
    assert match_of(listed("weaving"), "weaving").unproven
    shown = {"work": [{"position": "Clerk", "highlights": ["Did weaving for the shop."]}], **listed("weaving")}
    match = match_of(shown, "weaving")
    assert (match.basis, match.unproven) == (Basis.DEMONSTRATED, False)
    assert match_of({"certificates": [{"name": "weaver certificate"}]}, "weaver certificate").basis is Basis.CERTIFIED


# --- any of a group ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("held", ["dyeing", "knotwork"])
def test_any_of_a_group_meets_it(held):
    match = match_of(listed(held), {"any_of": ["dyeing", "knotwork"]})
    assert (match.status, match.option.label) == (Status.MET, held)
    assert match.requirement.label == "dyeing or knotwork"


def test_a_group_is_one_requirement():
    analysis = small(listed("sketching"), asking({"any_of": ["dyeing", "knotwork"]}, "sketching"))
    assert (analysis.coverage["essential"].met, analysis.coverage["essential"].of) == (1, 2)
    (gap,) = analysis.gaps
    assert (gap.label, gap.skill_id) == ("dyeing or knotwork", "dyeing")


def test_in_a_group_the_level_reached_goes_before_one_that_is_not():
    resume = {"skills": [{"name": "dyeing", "level": "beginner"}, {"name": "knotwork", "level": "expert"}]}
    match = match_of(resume, {"any_of": ["dyeing", "knotwork"], "proficiency": "advanced"})
    assert (match.status, match.option.label, match.proficiency) == (Status.MET, "knotwork", Proficiency.EXPERT)


@pytest.mark.parametrize("entry", ["dyeing or knotwork", "dyeing/knotwork", "dyeing, or knotwork"])
def test_an_alternative_in_words_is_a_group(entry):
    assert match_of(listed("knotwork"), entry).requirement.label == "dyeing or knotwork"


# --- what the resume says ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words, status, said",
    [
        ("No weaving.", Status.MISSING, Polarity.NO),
        ("Currently learning weaving.", Status.MISSING, Polarity.LEARNING),
        ("Would like to learn weaving.", Status.MISSING, Polarity.WANTS),
        ("Weaving is done by an outside firm.", Status.MISSING, Polarity.OTHERS),
        ("Did weaving for the shop.", Status.MET, None),
    ],
)
def test_only_what_the_person_has_counts(words, status, said):
    match = match_of(listed("sketching", basics={"summary": words}), "weaving")
    assert (match.status, match.said) == (status, said)
    assert match.evidence[0].quote == words


@pytest.mark.parametrize(
    "words, said", [("No weaving so far.", Polarity.NO), ("Currently learning weaving.", Polarity.LEARNING), ("Interested in weaving.", Polarity.WANTS)]
)
def test_what_is_said_outright_goes_before_what_is_implied(words, said):
    match = match_of(listed("loomwork", basics={"summary": words}), "weaving")
    assert (match.status, match.said) == (Status.MISSING, said)


def test_what_others_do_does_not_take_away_what_is_implied():
    match = match_of(listed("loomwork", basics={"summary": "Weaving is done by an outside firm."}), "weaving")
    assert (match.status, match.implied_by) == (Status.MET, "loomwork")


def test_a_denied_skill_implies_nothing():
    resume = listed("sketching", basics={"summary": "No loomwork."})
    assert match_of(resume, "weaving").status is Status.MISSING


def test_of_two_things_said_the_stronger_stands():
    resume = listed("sketching", basics={"summary": "Would like to learn weaving. I have never done weaving."})
    assert match_of(resume, "weaving").said is Polarity.NO


def test_an_expired_credential_is_not_held_wherever_it_stands():
    resume = listed("weaving", basics={"summary": "Guild pass expired in 2021."}, certificates=[{"name": "guild pass"}])
    match = match_of(resume, "guild pass")
    assert (match.status, match.said) == (Status.MISSING, Polarity.EXPIRED)


def test_an_expired_certificate_implies_nothing():
    assert match_of({"certificates": [{"name": "weaver certificate, expired 2019"}], **listed("sketching")}, "weaving").status is Status.MISSING


def test_a_skill_once_denied_and_shown_elsewhere_is_held():
    resume = {"basics": {"summary": "No weaving in the last job."}, "work": [{"highlights": ["Did weaving for the shop."]}]}
    assert match_of(resume, "weaving").status is Status.MET


def test_a_masters_degree_stands_for_a_bachelors():
    resume = {"education": [{"studyType": "Master's degree", "endDate": "2015-06"}]}
    assert (match_of(resume, "bachelor's degree").status, match_of(resume, "bachelor's degree").implied_by) == (Status.MET, "master's degree")
    assert match_of({"education": [{"studyType": "Bachelor's degree", "endDate": "2015-06"}]}, "master's degree").status is Status.MISSING


# --- levels -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given, asked, status",
    [
        ("expert", "advanced", Status.MET),
        ("advanced", "advanced", Status.MET),
        ("beginner", "advanced", Status.BELOW_LEVEL),
        ("intermediate", "expert", Status.BELOW_LEVEL),
        ("", "advanced", Status.UNKNOWN),
        ("blue", "intermediate", Status.UNKNOWN),
        ("", "beginner", Status.MET),
        ("beginner", None, Status.MET),
        ("", None, Status.MET),
    ],
)
def test_levels(given, asked, status):
    entry = {"skill": "weaving", "proficiency": asked} if asked else "weaving"
    match = match_of({"skills": [{"name": "weaving", "level": given}]}, entry)
    assert match.status is status


def test_the_highest_level_shown_counts():
    resume = {"skills": [{"name": "weaving", "level": "beginner"}, {"name": "cloth making", "level": "expert"}]}
    assert match_of(resume, {"skill": "weaving", "proficiency": "advanced"}).proficiency is Proficiency.EXPERT


def test_the_level_of_a_narrower_skill_is_not_lent():
    match = match_of({"skills": [{"name": "loomwork", "level": "expert"}]}, {"skill": "weaving", "proficiency": "intermediate"})
    assert (match.status, match.proficiency) == (Status.UNKNOWN, None)


@pytest.mark.parametrize(
    "fluency, asked, status",
    [
        ("C1", "B2", Status.MET),
        ("B1", "B2", Status.BELOW_LEVEL),
        ("A2", "B2", Status.BELOW_LEVEL),
        ("native", "C1", Status.MET),
        ("B2", "C1", Status.BELOW_LEVEL),
        ("", "B2", Status.UNKNOWN),
        ("A2", None, Status.BELOW_LEVEL),
        ("A1", None, Status.BELOW_LEVEL),
        ("B2", None, Status.MET),
        ("", None, Status.MET),
    ],
)
def test_human_languages(fluency, asked, status):
    entry = {"skill": "Old Norse", "proficiency": asked} if asked else "Old Norse"
    match = match_of({"languages": [{"language": "Old Norse", "fluency": fluency}]}, entry)
    assert match.status is status
    assert not match.unproven


# --- the built-in catalog ---------------------------------------------------------------------------------------------------------------


def test_very_common_skills():
    resume = listed("PyTorch", "PostgreSQL", "Salesforce")
    role = {"title": "T", "essential": ["deep learning", "SQL", "CRM", "TensorFlow", "Java"]}
    assert statuses(resume, role) == {"deep learning": "met", "SQL": "met", "CRM": "met", "TensorFlow": "missing", "Java": "missing"}


def test_one_match_a_requirement_in_the_order_of_the_role():
    role = {"title": "T", "essential": ["SQL", "Python"], "optional": ["Docker"], "emerging": ["Rust"]}
    assert [match.requirement.label for match in compare(listed("Python"), role).matches] == ["SQL", "Python", "Docker", "Rust"]


def test_an_unknown_label_is_matched_by_the_label_alone():
    assert statuses(listed("Python", "Zorbing Desk"), {"title": "T", "essential": ["zorbing desk", "glim writing"]}) == {
        "zorbing desk": "met",
        "glim writing": "missing",
    }


def test_the_small_catalog_has_no_name_twice():
    names = [name.label.casefold() for skill in SMALL for name in skill.names]
    assert len(names) == len(set(names))
