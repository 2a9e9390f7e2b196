"""What the words around a skill say of the person."""

from datetime import date

import pytest

from gapwriter.polarity import Polarity, read_polarity

AS_OF = date(2026, 11, 1)


def polarity(sentence, skill, heading=""):
    start = sentence.index(skill)
    return read_polarity(sentence, start, start + len(skill), heading, AS_OF)


@pytest.mark.parametrize(
    "sentence, skill, expected",
    [
        ("Built forecasts in Python.", "Python", Polarity.HAS),
        ("I have no experience with Kubernetes so far.", "Kubernetes", Polarity.NO),
        ("No SQL, but Java every day.", "Java", Polarity.HAS),
        ("Excel yes, Access no", "Access", Polarity.NO),
        ("Excel yes, Access no", "Excel", Polarity.HAS),
        ("Not only Python but also Go.", "Python", Polarity.HAS),
        ("Uses Excel daily and has no problem with long lists", "Excel", Polarity.HAS),
        ("Currently learning Rust.", "Rust", Polarity.LEARNING),
        ("Completed an online course in Rust.", "Rust", Polarity.HAS),
        ("Arterial lines: exposure only.", "Arterial lines", Polarity.EXPOSURE),
        ("I would like to move into MLOps.", "MLOps", Polarity.WANTS),
        ("CPA: planning to sit for the first section in 2027.", "CPA", Polarity.WANTS),
        ("Payroll is done by the accountant.", "Payroll", Polarity.OTHERS),
        ("A colleague built the dashboards in Tableau.", "Tableau", Polarity.OTHERS),
        ("ACLS – expired January 2026", "ACLS", Polarity.EXPIRED),
        ("BLS, expires 02/2028", "BLS", Polarity.HAS),
        ("CPR certification, valid until 30 September 2026", "CPR", Polarity.EXPIRED),
    ],
)
def test_sentence(sentence, skill, expected):
    assert polarity(sentence, skill) is expected


@pytest.mark.parametrize(
    "heading, expected",
    [
        ("Currently learning", Polarity.LEARNING),
        ("Machine learning", Polarity.HAS),
        ("Goals", Polarity.WANTS),
        ("Lesson plans", Polarity.HAS),
        ("Not yet trained", Polarity.NO),
    ],
)
def test_a_heading_speaks_for_what_stands_under_it(heading, expected):
    assert polarity("Rust", "Rust", heading) is expected


def test_a_certificate_that_ends_on_the_day_itself_still_holds():
    assert polarity("CPR, valid until 1 November 2026", "CPR") is Polarity.HAS


@pytest.mark.parametrize(
    "sentence, skill, expected",
    [
        ("Excel: started an online course in September, currently at formulas", "Excel", Polarity.LEARNING),
        ("Databricks: online academy, in progress", "Databricks", Polarity.LEARNING),
        ("bookkeeping: first module done, three to go", "bookkeeping", Polarity.LEARNING),
        ("ACCA: 11 of 13 papers passed, the remaining two planned for June", "ACCA", Polarity.LEARNING),
        ("Diploma in Clinical Pharmacy — second year, to be finished in July 2027", "Diploma in Clinical Pharmacy", Polarity.LEARNING),
        ("Rust (still at chapter three)", "Rust", Polarity.LEARNING),
        ("IDEA: watched the vendor's demonstration in 2025", "IDEA", Polarity.EXPOSURE),
        ("reach truck: two hours with the trainer last month, not signed off", "reach truck", Polarity.EXPOSURE),
        ("employment law, two-day seminar, May 2024", "employment law", Polarity.EXPOSURE),
        ("Okta (sandbox only)", "Okta", Polarity.EXPOSURE),
        ("AWS: a free trial account at home", "AWS", Polarity.EXPOSURE),
        ("cannulation: practised on mannequins", "cannulation", Polarity.EXPOSURE),
        ("EDI: know the word, no more.", "EDI", Polarity.EXPOSURE),
        ("Bluetooth: none so far.", "Bluetooth", Polarity.NO),
        ("Kubernetes: moved forty services over, none has been down since.", "Kubernetes", Polarity.HAS),
        ("Payroll: 300 employees, not one late payment.", "Payroll", Polarity.HAS),
        ("Power BI: started with a tutorial, now the reports of the board come from me.", "Power BI", Polarity.HAS),
        ("Ansible: watched over 200 hosts with it.", "Ansible", Polarity.HAS),
        ("Linux: my servers have not been rebooted unplanned since 2021.", "Linux", Polarity.HAS),
        ("AWS: the trial account became our production account; I run it.", "AWS", Polarity.HAS),
        ("Django: not the newest, but the one I ship with.", "Django", Polarity.HAS),
        ("Git: not a day goes by without a rebase.", "Git", Polarity.HAS),
        ("Payroll: never once paid late.", "Payroll", Polarity.HAS),
        ("React: my colleagues review it, I write it.", "React", Polarity.HAS),
        ("Tableau: published 40 workbooks, none abandoned.", "Tableau", Polarity.HAS),
        ("Ansible: all hosts are set up by my playbooks.", "Ansible", Polarity.HAS),
        ("Kafka: the platform people look after it.", "Kafka", Polarity.OTHERS),
        ("React: gave up after the second lesson.", "React", Polarity.NO),
        ("Git: zero.", "Git", Polarity.NO),
        ("Tableau: I open the dashboards that the analysts send.", "Tableau", Polarity.EXPOSURE),
        ("CFA: candidate for Level I, exam in February 2027", "CFA", Polarity.LEARNING),
        ("Final placement: watched two home births", "home births", Polarity.EXPOSURE),
        ("PMP: exam sat twice, not passed", "PMP", Polarity.NO),
        ("MATLAB: haven't touched it for ages", "MATLAB", Polarity.NO),
        ("PMP (exam in December)", "PMP", Polarity.WANTS),
        ("Managing Safely: place booked for spring", "Managing Safely", Polarity.WANTS),
        ("Argo CD looks like what our deployments need", "Argo CD", Polarity.WANTS),
        ("Security+ ................ lapsed Feb 2025", "Security+", Polarity.EXPIRED),
        ("ACLS: due to be renewed, ran out in May 2026", "ACLS", Polarity.EXPIRED),
    ],
)
def test_a_remark_behind_a_skill_is_said_of_it(sentence, skill, expected):
    assert polarity(sentence, skill) is expected


@pytest.mark.parametrize(
    "sentence, skill",
    [
        ("Excel: taught evening courses in it", "Excel"),
        ("Python: taught myself, in daily use for six years", "Python"),
        ("Kubernetes: no cluster too large, in production since 2018", "Kubernetes"),
        ("Onboarding: ran a two-day workshop for each new starter", "Onboarding"),
        ("AutoCAD, not LT", "AutoCAD"),
        ("PMP since 2018, next renewal 2027", "PMP"),
        ("First aid at work, one-day course, October 2026", "First aid at work"),
        ("CIPD Level 5, completed by evening class in 2021", "CIPD Level 5"),
        ("Lead generation by phone and video: 19 meetings a month", "Lead generation"),
        ("Java, Rust (still at chapter three)", "Java"),
        ("Python developer hoping to find a smaller team.", "Python developer"),
    ],
)
def test_a_remark_that_tells_of_work_or_of_something_else_takes_nothing_away(sentence, skill):
    assert polarity(sentence, skill) is Polarity.HAS


@pytest.mark.parametrize(
    "sentence, skill",
    [
        ("SEO is with an outside agency", "SEO"),
        ("Profit and loss stays with the district manager", "Profit and loss"),
        ("Visa applications go through the agency", "Visa applications"),
        ("Translations go out to a bureau", "Translations"),
        ("Loan restructuring goes to the special assets unit", "Loan restructuring"),
        ("Recruitment runs through the regional office.", "Recruitment"),
        ("Payroll is handled centrally.", "Payroll"),
        ("Budgeting is the controller's", "Budgeting"),
        ("Group consolidation happens at head office in Tagetik", "Tagetik"),
        ("The programme is drawn up in Asta Powerproject by the planner in the office.", "Asta Powerproject"),
        ("Orders are keyed into SAP by colleagues", "SAP"),
        ("Accruals are booked by our senior accountant", "Accruals"),
        ("Malware analysis is done by our Tier 3", "Malware analysis"),
        ("Welding was subcontracted.", "Welding"),
        ("The servers run Kubernetes, which the platform team looks after.", "Kubernetes"),
        ("I hand the figures to the controller, who does the budgeting.", "budgeting"),
        ("I pass complaints on to the team that does customer service.", "customer service"),
        ("The Kubernetes cluster is in the hands of two specialists.", "Kubernetes"),
        ("Someone else does the Kubernetes upgrades.", "Kubernetes"),
        ("The head of billing will give you a reference", "billing"),
    ],
)
def test_what_others_do(sentence, skill):
    assert polarity(sentence, skill) is Polarity.OTHERS


@pytest.mark.parametrize(
    "sentence, skill",
    [
        ("Payroll for 80 people, checked by the accountant every month", "Payroll"),
        ("Dashboards in Tableau, used by the sales team every day", "Tableau"),
        ("Built Kafka pipelines that are used by eleven teams", "Kafka"),
        ("Reports in Excel go to the director every Friday", "Excel"),
        ("Budgeting with the district manager, once a year", "Budgeting"),
        ("Every deployment goes through Jenkins, which I set up.", "Jenkins"),
        ("The models are built in Excel with Power Query.", "Excel"),
        ("Promoted and worked as the head of billing", "billing"),
    ],
)
def test_who_receives_the_work_does_not_do_it(sentence, skill):
    assert polarity(sentence, skill) is Polarity.HAS


@pytest.mark.parametrize(
    "sentence, skill, expected",
    [
        ("I would like to do more employer branding than I do now.", "employer branding", Polarity.WANTS),
        ("I plan to take up Kubernetes next year.", "Kubernetes", Polarity.WANTS),
        ("My next aim is Kubernetes.", "Kubernetes", Polarity.WANTS),
        ("Get my hands on TikTok Ads.", "TikTok Ads", Polarity.WANTS),
        ("I look forward to working with Kubernetes.", "Kubernetes", Polarity.WANTS),
        ("There are pupils with EHCPs, and I plan for them with the SENCO (SEND).", "SEND", Polarity.HAS),
        ("Planned for a class of 30 in phonics.", "phonics", Polarity.HAS),
        ("Every move booked in SAP EWM", "SAP EWM", Polarity.HAS),
        ("Meetings with eight managers, who do not always agree (stakeholder management).", "stakeholder management", Polarity.HAS),
        ("Sat beside the manager in hiring interviews", "hiring", Polarity.EXPOSURE),
    ],
)
def test_wishes_and_what_only_sounds_like_them(sentence, skill, expected):
    assert polarity(sentence, skill) is expected


@pytest.mark.parametrize(
    "title, expected",
    [
        ("Still to come", Polarity.WANTS),
        ("What I would like to learn", Polarity.WANTS),
        ("On my wish list", Polarity.WANTS),
        ("Some day", Polarity.WANTS),
        ("Would like to", Polarity.WANTS),
        ("Reading knowledge only", Polarity.LEARNING),
        ("Working through a book at the moment", Polarity.LEARNING),
        ("Started in September", Polarity.LEARNING),
        ("Evening class this winter", Polarity.LEARNING),
        ("In theory", Polarity.EXPOSURE),
        ("Only in tutorials", Polarity.EXPOSURE),
        ("What I do not bring yet", Polarity.NO),
        ("Never", Polarity.NO),
        ("What I lack", Polarity.NO),
        ("Used at work", Polarity.HAS),
        ("Day to day", Polarity.HAS),
        ("Where I started", Polarity.HAS),
        ("Learning support", Polarity.HAS),
        ("Reading and writing", Polarity.HAS),
        ("Planning", Polarity.HAS),
        ("Courses", Polarity.HAS),
    ],
)
def test_titles_that_tell_and_titles_that_name(title, expected):
    assert polarity("Kafka", "Kafka", title) is expected
    assert polarity(f"{title}: Kafka", "Kafka") is expected
