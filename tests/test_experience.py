"""Years, leadership and the design of systems: what of them a resume shows."""

import pytest
from conftest import SETTINGS

from gapwriter import InputError, analyze

ROLE = {"title": "Lead", "essential": ["Python"]}


def experience_of(**parts):
    """What a resume shows, with a skill beside it so that it can be compared at all."""
    return analyze({"skills": [{"name": "Python"}], **parts}, ROLE, SETTINGS).experience


def in_work(sentence):
    return experience_of(work=[{"position": "Clerk", "highlights": [sentence]}])


LEADS = [
    "Led a team of six developers.",
    "Managed 14 warehouse operatives and drivers.",
    "Supervised two apprentices.",
    "Supervised a crew of two.",
    "Headed the nursing department.",
    "Oversaw a shift of nine operators.",
    "Charge nurse on a ward of 28 beds.",
    "Lead hand on the night shift, five fitters.",
    "Foreman of a gang of bricklayers.",
    "Acting manager for three months.",
    "Deputy head of the science department.",
    "Line manager of four accountants.",
    "Line management of seven carers.",
    "Four analysts reported to me.",
    "Had three direct reports.",
    "Responsible for eight cleaners.",
    "In charge of the kitchen.",
    "In charge of the shift on Sundays.",
    "Ran a team of twelve agents in two languages.",
    "Coordinated a group of 20 volunteers as part of the paid post.",
    "Directed a staff of fifty.",
    "As team leader planned the rota.",
    "Managed the maintenance crew.",
    "Led our support team for two years.",
    "Managed and trained five waiters.",
    "Nurse in charge on nights.",
    "Crew of two under me.",
    "Managed a five-person team.",
    "Leading a squad of testers since 2022.",
    "Squad leader for three sprints.",
    "Managed up to 15 staff.",
    "Managed the work of six fitters.",
    "Promoted to team leader in 2021.",
    "As a team leader I planned shifts.",
    "Six people worked under me.",
    "Recruited six part-time annotators, planned their shifts and held their appraisals.",
    "Hired two developers, gave them their goals and wrote their yearly reviews.",
    "On nights I coordinate the labour ward, which means nine staff.",
    "Charge hand of five until 2023.",
    "Looked after five teachers, the timetable and the mock exams.",
    "Assigned the queue and signed their handovers.",
    "Stood in for the ward manager every other weekend.",
    "Deputised for our branch manager in summer.",
]

NOT_LEADING = [
    "Our sous chef runs a brigade of twelve and I hand her my figures.",
    "My new head of unit led a team of forty.",
    "Hired 60 engineers a year for other departments.",
    "Looked after eight patients a shift.",
    "Planned shifts in the rota software.",
    "Held reviews with suppliers.",
    "Coordinated with the ward about beds.",
    "Ran lead generation for the north of the country.",
    "Cut lead time from nine days to four.",
    "Cut lead times for spare parts.",
    "Scored leads and passed them to sales.",
    "My team lead praised the result.",
    "Reported to the head of finance.",
    "Reported to the team leader.",
    "Worked under the supervision of a senior nurse.",
    "Was supervised by two engineers.",
    "Worked in a team of eight developers.",
    "Member of a crew of six.",
    "Trained users in the new till.",
    "Lead by example.",
    "Removed lead paint from window frames.",
    "Worked for a leading provider of software.",
    "Managed 40 accounts in two counties.",
    "Managed the calendar of the director.",
    "Managed budgets of two million.",
    "Managed stock and returns.",
    "Would like to lead a team of engineers.",
    "Helped to manage the team in summer.",
    "Ran the sound desk of the choir.",
    "Conducted the parish choir of 30 people.",
    "Led an unpaid walking group of 20 people.",
    "Coached a rugby team of juniors in my free time.",
    "Directed customers to the right desk.",
    "Ran the dishwasher.",
    "Led to savings of ten percent.",
    "Followed the lead of the customer.",
    "Managed a project with a budget of 30,000.",
    "Managed databases and servers.",
    "Ran reports for managers.",
    "Ran weekly reports.",
    "Ran workshops for teachers.",
    "Managed the diaries of four managers.",
    "Managed staff rotas.",
    "Managed team calendars.",
    "Supervised exams for 200 students.",
    "Supervised the loading of trucks by drivers.",
    "Coordinated shifts of drivers.",
    "Directed traffic around workers.",
    "Responsible for staff training.",
    "Responsible for training new staff.",
    "My manager led the team.",
    "Led students through a museum.",
    "Interested in leading a team.",
]

DENIED_LEADING = [
    "Did not manage anybody.",
    "Never supervised staff.",
    "I have not led a team so far.",
    "No line management.",
    "No direct reports.",
    "Without staff responsibility.",
]


def test_the_tables_are_long_enough():
    assert len({*LEADS, *NOT_LEADING, *DENIED_LEADING, *DESIGNS, *NOT_DESIGNING}) >= 60


@pytest.mark.parametrize("sentence", LEADS)
def test_leading(sentence):
    shown = in_work(sentence).leadership
    assert (shown.shown, shown.quote, shown.source) == (True, sentence, "work[0].highlights[0]")


@pytest.mark.parametrize("sentence", NOT_LEADING)
def test_not_leading(sentence):
    shown = in_work(sentence).leadership
    assert (shown.shown, shown.quote, shown.source) == (None, "", "")


@pytest.mark.parametrize("sentence", DENIED_LEADING)
def test_leading_denied(sentence):
    shown = in_work(sentence).leadership
    assert (shown.shown, shown.quote) == (False, sentence)


def test_an_example_goes_before_a_denial():
    shown = experience_of(work=[{"highlights": ["Did not manage anybody at first.", "Later led a team of three fitters."]}]).leadership
    assert (shown.shown, shown.source) == (True, "work[0].highlights[1]")


TITLES = [
    ("Store Manager", True),
    ("Assistant Store Manager", True),
    ("Warehouse Supervisor", True),
    ("Team Leader", True),
    ("Ward Sister", True),
    ("Charge Nurse", True),
    ("Head Chef", True),
    ("Head of Finance", True),
    ("Engineering Manager", True),
    ("Managing Director", True),
    ("Lead Hand", True),
    ("Foreman", True),
    ("Chief Technology Officer", True),
    ("Account Manager", None),
    ("Key Account Manager", None),
    ("Project Manager", None),
    ("Product Manager", None),
    ("Case Manager", None),
    ("Community Manager", None),
    ("Lead Generation Specialist", None),
    ("Assistant to the Managing Director", None),
    ("Secretary to the Director", None),
    ("Principal Engineer", None),
    ("Art Director", None),
    ("Executive Assistant", None),
    ("Staff Nurse", None),
    ("Senior Developer", None),
]


@pytest.mark.parametrize("title, expected", TITLES)
def test_a_title_that_is_leading_people(title, expected):
    assert experience_of(work=[{"position": title}]).leadership.shown is expected


def test_unpaid_positions_show_no_leadership():
    assert (
        experience_of(volunteer=[{"organization": "Scouts", "position": "Team Leader", "highlights": ["Led a team of ten helpers."]}]).leadership.shown is None
    )


DESIGNS = [
    "Designed the architecture of the booking platform.",
    "Defined the target architecture for three products.",
    "Owned the system design of the payment service.",
    "Responsible for the architecture of the data warehouse.",
    "Architected a billing system for two countries.",
    "Designed a distributed system for telemetry.",
    "Designed the control system of a packing line.",
    "Drew up the network architecture for four sites.",
    "Designed a new data platform.",
]

NOT_DESIGNING = [
    "Maintained the booking platform.",
    "Followed the architecture that the architects had drawn.",
    "Designed flyers and posters.",
    "Designed a rota for nurses.",
    "Studied architecture before turning to cooking.",
    "Guided tours on the architecture of the old town.",
    "Designed lesson plans.",
    "Met the architect on site every week.",
]


@pytest.mark.parametrize("sentence", DESIGNS)
def test_designing(sentence):
    shown = in_work(sentence).architecture
    assert (shown.shown, shown.quote) == (True, sentence)


@pytest.mark.parametrize("sentence", NOT_DESIGNING)
def test_not_designing(sentence):
    assert in_work(sentence).architecture.shown is None


def test_designing_denied():
    assert in_work("No experience of software architecture.").architecture.shown is False


@pytest.mark.parametrize("title, expected", [("Software Architect", True), ("Solutions Architect", True), ("Architect", None), ("Landscape Architect", None)])
def test_a_title_that_is_designing_systems(title, expected):
    assert experience_of(work=[{"position": title}]).architecture.shown is expected


# --- years --------------------------------------------------------------------------------------------------------------------------


def months(*positions):
    return experience_of(work=[dict(zip(("startDate", "endDate"), position, strict=False)) for position in positions]).months


@pytest.mark.parametrize(
    "positions, expected",
    [
        ([("2020-01", "2020-03")], 3),
        ([("2020-01", "2020-01")], 1),
        ([("2020-01", "2020-06"), ("2020-04", "2020-09")], 9),
        ([("2020-01", "2020-06"), ("2020-01", "2020-06")], 6),
        ([("2020-01", "2020-12"), ("2020-03", "2020-04")], 12),
        ([("2020-01", "2020-02"), ("2021-01", "2021-02")], 4),
        ([("2016", "2018")], 25),
        ([("2026-01", "")], 10),
        ([("2026-01", "Present")], 10),
        ([("2026-01", "2027-12")], 10),
        ([("2020-01-15", "2020-02-20")], 2),
        ([("", "2020-02")], None),
        ([], None),
    ],
)
def test_months(positions, expected):
    assert months(*positions) == expected


def test_positions_that_begin_later_do_not_count():
    found = experience_of(work=[{"startDate": "2020-01", "endDate": "2020-12"}, {"startDate": "2027-01"}])
    assert (found.months, found.positions) == (12, 1)


def test_study_and_unpaid_work_give_no_months():
    found = experience_of(education=[{"startDate": "2010", "endDate": "2014"}], volunteer=[{"startDate": "2014-01", "endDate": "2015-01"}])
    assert found.months is None


@pytest.mark.parametrize("position", [{"startDate": "2020-13"}, {"startDate": "last year"}, {"startDate": "2021-01", "endDate": "2020-01"}])
def test_a_date_that_cannot_be_is_refused(position):
    with pytest.raises(InputError, match=r"work\[0\]"):
        experience_of(work=[position])


def test_what_a_person_states_goes_before_the_text():
    stated = {"gapwriter": {"years": 4.5, "leadership": False, "architecture": True}}
    found = experience_of(work=[{"startDate": "2020-01", "endDate": "2020-12", "position": "Store Manager"}], meta=stated)
    assert (found.months, found.leadership.shown, found.architecture.shown) == (54, False, True)
    assert found.stated == ("years", "leadership", "architecture")
    assert found.leadership.source == "meta.gapwriter.leadership"
