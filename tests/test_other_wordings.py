"""Sentences in wordings that the rules met late: what is true passes the strict rules, what is false is found."""

import pytest
from conftest import CASES, SETTINGS

from gapwriter import write_report
from gapwriter.checker import Checker

TRUE = (
    ("electrician-strong", "Executive Summary", "Against the ten essential requirements stand ten that are met."),
    ("electrician-strong", "Executive Summary", "What is still open lies entirely outside the essential list: three optional gaps and two emerging ones."),
    ("electrician-strong", "Executive Summary", "With 32 of 35 points, coverage comes to 91 %."),
    ("electrician-strong", "Executive Summary", "The most recent post in the resume is that of Journeyman Electrician with Copperline Electric."),
    ("electrician-strong", "Candidate Profile", "Electrical troubleshooting is named, and it is through this that troubleshooting counts as met."),
    ("electrician-strong", "Candidate Profile", "Two languages appear, Polish at native level and English, which is called fluent."),
    ("electrician-strong", "Candidate Profile", "Besides what is asked for, the resume holds home renovation, multimeter use and electrical testing."),
    ("electrician-strong", "Candidate Profile", "A completed apprenticeship is on record, and so is OSHA 30."),
    ("electrician-strong", "Candidate Profile", "People have been led, as the resume shows; systems designed are not among its examples."),
    ("electrician-strong", "Market Requirements Analysis", "Lockout/tagout, conduit bending and the National Electrical Code head a list of ten essentials."),
    ("electrician-strong", "Market Requirements Analysis", "Beyond skills, two licences are demanded, one for journeyman electricians and one for driving."),
    (
        "electrician-strong",
        "Market Requirements Analysis",
        "Fire alarm installation, aerial lift operation and solar panel installation would be welcome, as would OSHA 30 and PLC programming.",
    ),
    ("electrician-strong", "Skill Gap Assessment", "No essential gap remains."),
    (
        "electrician-strong",
        "Skill Gap Assessment",
        "Solar panel installation has a neighbour in electrical wiring, which is related but does not count as met.",
    ),
    ("electrician-strong", "Skill Gap Assessment", "Neither of the two emerging requirements, EV charger installation and battery storage systems, is shown."),
    (
        "electrician-strong",
        "Upskilling Roadmap",
        "Aerial lift operation opens the plan with four weeks, fire alarm installation takes the next fifteen, and solar panel installation fills the rest up to week 37.",
    ),
    ("electrician-strong", "Upskilling Roadmap", "At eight hours a week the three steps add up to 290 hours."),
    ("electrician-strong", "Upskilling Roadmap", "Battery storage systems and EV charger installation are emerging and therefore have no step."),
    (
        "icu-nurse-expired-acls",
        "Executive Summary",
        "Of nine essential requirements only one is open, Advanced Cardiovascular Life Support, which has expired.",
    ),
    (
        "icu-nurse-expired-acls",
        "Executive Summary",
        "The role wants five years of experience; the three years and five months on record leave one year and seven months to go.",
    ),
    ("icu-nurse-expired-acls", "Candidate Profile", "Epic answers the requirement of electronic health records."),
    (
        "icu-nurse-expired-acls",
        "Candidate Profile",
        "The resume names medication administration, haemodynamic monitoring, teamwork and patient education without tying them to a position.",
    ),
    ("icu-nurse-expired-acls", "Candidate Profile", "Its documents include a nursing degree, the RN licence and Basic Life Support."),
    (
        "icu-nurse-expired-acls",
        "Market Requirements Analysis",
        "Five points are optional: ECMO, CCRN, wound care, precepting and continuous renal replacement therapy.",
    ),
    (
        "icu-nurse-expired-acls",
        "Market Requirements Analysis",
        "Tele-ICU and Sepsis screening tools are classed as emerging, and neither is found in the catalog.",
    ),
    ("icu-nurse-expired-acls", "Skill Gap Assessment", "Advanced Cardiovascular Life Support once was held, but by the resume's own account it has expired."),
    (
        "icu-nurse-expired-acls",
        "Skill Gap Assessment",
        "The resume speaks of exposure to continuous renal replacement therapy, which is not the same as showing it.",
    ),
    ("icu-nurse-expired-acls", "Skill Gap Assessment", "Two of the five optional requirements are met, precepting and wound care."),
    ("icu-nurse-expired-acls", "Skill Gap Assessment", "Two conditions are missed as well: the five years, and leadership."),
    ("icu-nurse-expired-acls", "Upskilling Roadmap", "CCRN occupies the first 20 weeks, continuous renal replacement therapy the ten that follow."),
    ("icu-nurse-expired-acls", "Upskilling Roadmap", "No weeks are set aside for Advanced Cardiovascular Life Support, because what it needs is a renewal."),
    ("icu-nurse-expired-acls", "Upskilling Roadmap", "Leadership is left out too, since it is shown at work and not by a course."),
    ("junior-data-analyst-learning", "Executive Summary", "Two of the seven essential requirements, Excel and English, are in place."),
    ("junior-data-analyst-learning", "Executive Summary", "Coverage stands at 24 %, which is 6 of 25 points."),
    (
        "junior-data-analyst-learning",
        "Skill Gap Assessment",
        "SQL and statistics are being learned, according to the resume, and so is Python; none of the three is shown yet.",
    ),
    ("junior-data-analyst-learning", "Skill Gap Assessment", "Power BI is mentioned only as a wish."),
    ("junior-data-analyst-learning", "Candidate Profile", "English is named at B2 and Indonesian as the native language."),
    (
        "junior-data-analyst-learning",
        "Upskilling Roadmap",
        "The first five steps serve essential gaps and end with week 42; the last two, A/B testing and stakeholder management, serve optional ones.",
    ),
    ("junior-data-analyst-learning", "Upskilling Roadmap", "Statistics is the longest step, with 19 weeks and 150 hours."),
    ("junior-data-analyst-learning", "Upskilling Roadmap", "For Python and Tableau no room is left within the horizon of 52 weeks."),
    (
        "senior-ai-engineer",
        "Executive Summary",
        "A single essential requirement, Python, is met; machine learning, deep learning, MLOps, PyTorch and TensorFlow are not.",
    ),
    ("senior-ai-engineer", "Executive Summary", "Coverage amounts to 13 %, or 3 points of a possible 24."),
    ("senior-ai-engineer", "Executive Summary", "The roadmap stretches over 97 weeks, and its last essential step closes with week 97."),
    ("senior-ai-engineer", "Candidate Profile", "Programming and problem solving are named, and JavaScript, REST APIs, web development and Git are shown."),
    ("senior-ai-engineer", "Candidate Profile", "Certificates, degrees or licences that the catalog would know are not listed."),
    ("senior-ai-engineer", "Candidate Profile", "The current position is Web Developer at Lindvik Supply."),
    ("senior-ai-engineer", "Market Requirements Analysis", "At the core stand Python, machine learning, deep learning, MLOps, TensorFlow and PyTorch."),
    (
        "senior-ai-engineer",
        "Market Requirements Analysis",
        "Docker, AWS, Kubernetes, natural language processing, data engineering and computer vision are preferred rather than required.",
    ),
    ("senior-ai-engineer", "Skill Gap Assessment", "Machine learning is the foundation here: deep learning, MLOps, PyTorch and TensorFlow all build on it."),
    ("senior-ai-engineer", "Skill Gap Assessment", "Although Python is related to both PyTorch and TensorFlow, neither counts as met."),
    ("senior-ai-engineer", "Skill Gap Assessment", "The optional side is entirely open, with six gaps out of six."),
    ("senior-ai-engineer", "Skill Gap Assessment", "On experience, the resume falls one year and ten months short of the five years asked for."),
    ("senior-ai-engineer", "Upskilling Roadmap", "Statistics, linear algebra and Linux are prerequisites and no gaps of their own."),
    ("senior-ai-engineer", "Upskilling Roadmap", "Docker is planned before MLOps because MLOps builds on it."),
    ("senior-ai-engineer", "Upskilling Roadmap", "The longest step is machine learning, which takes 25 weeks and 200 hours."),
    ("hotel-single-requirement", "Executive Summary", "The role has just one requirement, night audit, and the resume does not show it."),
    ("hotel-single-requirement", "Candidate Profile", "Guest check-in and check-out is named as well as English, the native language."),
    ("hotel-single-requirement", "Skill Gap Assessment", "Front desk operations come nearest to night audit, yet they do not count as met."),
    ("hotel-single-requirement", "Upskilling Roadmap", "One step of five weeks makes up the whole plan."),
    (
        "hotel-single-requirement",
        "Recommended Resources",
        "The catalog offers one resource here, the “Oracle Hospitality OPERA Cloud Services User Guide”, which is documentation by Oracle.",
    ),
    ("back-end-developer-narrower", "Executive Summary", "Everything essential is met, nine of nine."),
    ("back-end-developer-narrower", "Candidate Profile", "Amazon EKS counts for Kubernetes and for AWS."),
    (
        "back-end-developer-narrower",
        "Skill Gap Assessment",
        "What remains are four optional gaps, GraphQL, message queuing, Redis and Ruby, and two emerging ones, OpenTelemetry and platform engineering.",
    ),
    ("back-end-developer-narrower", "Upskilling Roadmap", "More than half of the 220 hours, 120 of them, go to Ruby."),
    ("warehouse-supervisor-house-tool", "Executive Summary", "The only essential requirement that is not met is StackHound Yardmaster."),
    (
        "warehouse-supervisor-house-tool",
        "Skill Gap Assessment",
        "All four optional requirements are still open: cold chain logistics, conflict resolution, data reporting and Lean.",
    ),
    ("warehouse-supervisor-house-tool", "Upskilling Roadmap", "Data reporting is third, in weeks 10 to 13."),
    (
        "warehouse-supervisor-house-tool",
        "Upskilling Roadmap",
        "For the two emerging requirements, RFID stock counting and warehouse automation, no step is planned.",
    ),
    ("teacher-below-level", "Skill Gap Assessment", "In English the resume reaches intermediate level where advanced is asked for."),
    ("teacher-below-level", "Upskilling Roadmap", "English is the third of six steps and takes 50 weeks."),
    ("teacher-below-level", "Market Requirements Analysis", "English is expected at advanced level."),
    ("accountant-forty", "Market Requirements Analysis", "In addition, five years of experience and leadership are asked for."),
    ("accountant-forty", "Skill Gap Assessment", "Accounts payable, which the resume shows, is related to accounts receivable."),
    ("accountant-forty", "Skill Gap Assessment", "The resume shows month-end close but not year-end close."),
    ("accountant-forty", "Executive Summary", "Four of the fifteen essential requirements are gaps."),
    ("back-end-developer-narrower", "Candidate Profile", "Python is named, PostgreSQL is shown."),
    ("back-end-developer-narrower", "Skill Gap Assessment", "Ruby is not shown; Python, which is, stands near it but does not meet it."),
    ("icu-nurse-expired-acls", "Executive Summary", "The licence that the role asks for, the RN licence, is held."),
    ("electrician-strong", "Upskilling Roadmap", "After fire alarm installation, which ends with week 19, solar panel installation begins in week 20."),
    ("junior-data-analyst-learning", "Market Requirements Analysis", "Seven requirements are essential, four optional and two emerging."),
    ("junior-data-analyst-learning", "Skill Gap Assessment", "Stakeholder management, Tableau, Python and A/B testing are the four optional gaps."),
    ("hotel-single-requirement", "Skill Gap Assessment", "Nothing but night audit is asked for, and it is not shown."),
    ("senior-ai-engineer", "Upskilling Roadmap", "Five optional requirements, among them AWS and Kubernetes, do not fit into the horizon of 52 weeks."),
    ("senior-ai-engineer", "Market Requirements Analysis", "Leadership and five years of experience complete the list."),
)
FALSE = (
    ("electrician-strong", "Executive Summary", "All but one of the ten essential requirements are met."),
    ("electrician-strong", "Candidate Profile", "Systems designed are among its examples as well."),
    ("electrician-strong", "Candidate Profile", "OSHA 30 stands in for electrical safety."),
    ("electrician-strong", "Market Requirements Analysis", "Solar panel installation belongs to what the role insists on."),
    ("electrician-strong", "Skill Gap Assessment", "Electrical wiring covers solar panel installation to a large extent."),
    ("electrician-strong", "Upskilling Roadmap", "Battery storage systems follow in week 38."),
    ("electrician-strong", "Upskilling Roadmap", "Fire alarm installation is the shortest of the three steps."),
    ("electrician-strong", "Upskilling Roadmap", "The three steps add up to 37 weeks, 296 hours in all."),
    ("icu-nurse-expired-acls", "Candidate Profile", "The RN licence was granted in Ireland."),
    ("icu-nurse-expired-acls", "Market Requirements Analysis", "Wound care is one of the essential requirements."),
    ("icu-nurse-expired-acls", "Skill Gap Assessment", "Advanced Cardiovascular Life Support is due to be renewed next spring."),
    ("icu-nurse-expired-acls", "Skill Gap Assessment", "Mechanical ventilation makes up for the missing ECMO."),
    ("icu-nurse-expired-acls", "Skill Gap Assessment", "Leadership is missing, the second essential gap."),
    ("icu-nurse-expired-acls", "Upskilling Roadmap", "ECMO comes third, once continuous renal replacement therapy is done."),
    ("junior-data-analyst-learning", "Executive Summary", "Statistics, SQL and Python are already known in their basics."),
    ("junior-data-analyst-learning", "Skill Gap Assessment", "Python is essential and not shown yet."),
    ("junior-data-analyst-learning", "Upskilling Roadmap", "Tableau is added as an eighth step after week 51."),
    ("senior-ai-engineer", "Executive Summary", "Two essential requirements, Python and machine learning, are met."),
    ("senior-ai-engineer", "Candidate Profile", "Git was used to lead releases at Lindvik Supply."),
    ("senior-ai-engineer", "Market Requirements Analysis", "Docker is at the core as well."),
    ("senior-ai-engineer", "Skill Gap Assessment", "Four of the five essential gaps build on Docker."),
    ("senior-ai-engineer", "Upskilling Roadmap", "Prompt engineering follows TensorFlow."),
    ("hotel-single-requirement", "Skill Gap Assessment", "Night audit is partly shown through front desk operations."),
    ("hotel-single-requirement", "Recommended Resources", "The catalog offers two resources for night audit."),
    ("back-end-developer-narrower", "Executive Summary", "Architecture is the one condition that is not met."),
    ("back-end-developer-narrower", "Candidate Profile", "Datadog stands in for unit testing."),
    ("warehouse-supervisor-house-tool", "Skill Gap Assessment", "Lean is met in part by 5S."),
    ("teacher-below-level", "Market Requirements Analysis", "English is expected at expert level."),
    ("accountant-forty", "Skill Gap Assessment", "Only three essential gaps remain."),
    ("back-end-developer-narrower", "Upskilling Roadmap", "Ruby is taken up first."),
    ("icu-nurse-expired-acls", "Upskilling Roadmap", "A renewal of Advanced Cardiovascular Life Support takes two weeks."),
    ("electrician-strong", "Skill Gap Assessment", "Fire alarm installation is no gap."),
    ("junior-data-analyst-learning", "Candidate Profile", "A statistics certificate is on record."),
    ("hotel-single-requirement", "Market Requirements Analysis", "Mews PMS is asked for as well."),
    ("senior-ai-engineer", "Skill Gap Assessment", "Python counts as half of PyTorch."),
    ("warehouse-supervisor-house-tool", "Upskilling Roadmap", "Lean is the shortest step."),
)
CHECKERS = {
    case: Checker(write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS).facts)
    for case in {case for case, _, _ in (*TRUE, *FALSE)}
}


def found(case, section, text):
    """The findings about a sentence, not those about what it leaves out."""
    return [finding.kind for finding in CHECKERS[case].check(text, section, strict=True) if finding.span]


@pytest.mark.parametrize("case, section, text", TRUE)
def test_what_is_true_passes(case, section, text):
    assert found(case, section, text) == []


@pytest.mark.parametrize("case, section, text", FALSE)
def test_what_is_false_is_found(case, section, text):
    assert found(case, section, text)
