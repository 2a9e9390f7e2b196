"""Sentences as a good writer puts them: what is true passes the strict rules, what is false beside it is found."""

import pytest
from conftest import CASES, SETTINGS

from gapwriter import write_report
from gapwriter.checker import Checker

TRUE = {
    ("warehouse-supervisor-house-tool", "Executive Summary"): (
        "The comparison concerns Thandolwethu van der Merwe-Siđić and the position of Warehouse Supervisor at Larkhill Pharmacy Wholesale.",
        "Eight of the nine essential requirements are met; the one that is still open is StackHound Yardmaster.",
        "Only StackHound Yardmaster remains open among the essential requirements, while all four optional requirements are unmet.",
        "With 24 out of a possible 31 points, coverage reaches 77 %.",
        "This gives 24 of 31 points, or 77 %, since each essential requirement carries three points and each optional one carries one.",
        "The role asks for three years of experience, a threshold that the documented nine years and seven months clear.",
        "Leadership, which the role also asks for, is shown.",
        "A roadmap of four steps closes the optional gaps in 26 weeks, at 195 hours and eight hours per week.",
        "Both conditions, three years of experience and leadership, are met.",
    ),
    ("warehouse-supervisor-house-tool", "Candidate Profile"): (
        "The resume documents nine years and seven months of professional experience, with all paid positions counted, and its latest position is Warehouse Team Leader at Umfolozi Home Stores.",
        "Skills shown in the resume include warehouse supervision, order picking, staff rostering, cycle counting, 5S, shipping documentation, Manhattan WMS at intermediate level and barcode scanning.",
        "The languages named are Zulu (native), English (fluent) and Afrikaans (conversational).",
        "It also names Excel at intermediate level, packing, inventory control and goods receiving.",
        "The resume shows leading people, but gives no example of designing systems.",
        "Two certificates are on record: a forklift licence and first aid at work.",
    ),
    ("warehouse-supervisor-house-tool", "Skill Gap Assessment"): (
        "Of the nine essential requirements, eight are met and one, StackHound Yardmaster, is not shown.",
        "Inventory management is met through cycle counting, and warehouse management systems through Manhattan WMS.",
        "None of the four optional requirements is met: cold chain logistics, conflict resolution, data reporting and Lean are not shown in the resume.",
        "5S is related to Lean but does not count as meeting it.",
        "Although 5S is related to Lean, the requirement itself remains a gap.",
        "The two emerging requirements, RFID stock counting and warehouse automation, are likewise not shown.",
        "Nothing in the resume shows either RFID stock counting or warehouse automation, so both emerging requirements stay open.",
        "StackHound Yardmaster is not part of the catalog and was therefore compared by its label alone.",
    ),
    ("warehouse-supervisor-house-tool", "Upskilling Roadmap"): (
        "The roadmap consists of four steps and runs for 26 weeks, which amounts to 195 hours at eight hours a week.",
        "It starts with cold chain logistics in weeks 1 to 4 and ends with Lean in weeks 14 to 26.",
        "All four steps address optional gaps.",
        "No hours can be planned for StackHound Yardmaster, because it is not in the catalog.",
        "RFID stock counting and warehouse automation count as emerging and are therefore not part of the plan.",
        "Conflict resolution follows in weeks 5 to 9 with 40 hours; its proof is an anonymised account of one dispute with both interests, options and the agreement kept after a month.",
    ),
    ("warehouse-supervisor-house-tool", "Recommended Resources"): (
        "For cold chain logistics, the catalog offers no resource.",
        "The catalog lists resources for three of the four skills in the roadmap.",
    ),
    ("warehouse-supervisor-house-tool", "Market Requirements Analysis"): (
        "The role has nine essential, four optional and two emerging requirements.",
        "Nine requirements are essential, among them team leadership, inventory management and a forklift licence.",
        "In addition, the role asks for three years of experience and for leadership.",
        "The optional requirements comprise Lean, data reporting, cold chain logistics and conflict resolution.",
    ),
    ("account-executive-weak-any-of", "Executive Summary"): (
        "Laylā Abū al-Ḥasan meets one of the nine essential requirements for the role of Account Executive at Tern Cloud Backup.",
        "The eight essential gaps include B2B sales, cold calling, German, negotiation and prospecting; beyond these five there are three further essential gaps.",
        "Coverage stands at 9 %, which corresponds to 3 of 32 points.",
        "English is the only essential requirement that is met.",
        "One condition is not met: German is shown at beginner level, whereas the role asks for intermediate level.",
    ),
    ("account-executive-weak-any-of", "Skill Gap Assessment"): (
        "German is shown, but at beginner level rather than at the intermediate level that the role asks for.",
        "Sales is related to B2B sales, prospecting, sales demonstrations and sales pipeline management, yet it counts for none of them as met.",
        "Five optional gaps remain: forecasting, MEDDIC, Outreach.io or Salesloft, SaaS sales and social selling.",
        "The resume shows none of Salesforce, HubSpot or Microsoft Dynamics.",
        "Of the essential requirements, only English is met, which leaves eight gaps.",
    ),
    ("account-executive-weak-any-of", "Upskilling Roadmap"): (
        "The eight steps add up to 1,520 hours, or 192 weeks at eight hours a week.",
        "B2B sales is by far the longest step, with 800 hours in weeks 1 to 100.",
        "The optional skills are left out because they do not fit into the horizon of 52 weeks.",
        "The last essential step ends with week 192.",
    ),
    ("account-executive-weak-any-of", "Candidate Profile"): (
        "The resume documents four years and six months of professional experience and an associate degree.",
        "Languages are Arabic (native), English (C1) and German (A2).",
        "There is no example of leading people or of designing systems.",
    ),
    ("senior-ai-engineer", "Executive Summary"): (
        "Noor Halvorsen meets one of the six essential requirements, namely Python.",
        "What is missing are machine learning, deep learning, MLOps, PyTorch and TensorFlow.",
        "The experience condition is not met either: three years and two months are documented, one year and ten months fewer than the five years asked for.",
        "The one essential requirement that the resume meets is Python.",
        "Five of six essential requirements are not met, machine learning first among them.",
        "None of the six optional requirements and none of the four emerging ones is met.",
        "At 13 %, coverage amounts to 3 of 24 points.",
    ),
    ("senior-ai-engineer", "Skill Gap Assessment"): (
        "Five of the six essential requirements are gaps; only Python is met.",
        "The resume documents three years and two months of professional experience, which is one year and ten months short of the five years that the role asks for.",
        "Python is related to PyTorch and TensorFlow, though neither counts as met through it.",
        "Leadership is asked for, but the resume gives no example of it.",
        "Machine learning comes first, since deep learning, MLOps, PyTorch and TensorFlow build on it.",
        "Neither the five years of experience nor leadership is met.",
        "Docker is neither shown nor asked for by the role, but MLOps and Kubernetes build on it.",
        "The optional gaps are AWS, computer vision, data engineering, Kubernetes, natural language processing and one further skill.",
    ),
    ("senior-ai-engineer", "Upskilling Roadmap"): (
        "Nine steps are planned over 97 weeks.",
        "Statistics, linear algebra and Linux are no requirements of the role, but prerequisites of other steps.",
        "Statistics opens the roadmap, TensorFlow closes it.",
        "Machine learning is the longest step: 25 weeks and 200 hours.",
        "Docker is planned because MLOps builds on it, not because the role asks for it.",
    ),
    ("senior-ai-engineer", "Recommended Resources"): (
        "**MLOps**: “Made With ML” from madewithml.com is a course of about 35 to 80 hours; it is free and was checked on 31 August 2026.",
        "“MLOps Zoomcamp” is a course by DataTalks.Club, takes about 50 to 100 hours, is free, and was checked on 24 November 2026.",
        "- **PyTorch**: the catalog has two entries, both free and both checked on 24 November 2026.",
    ),
    ("teacher-below-level", "Skill Gap Assessment"): (
        "Classroom management is shown at advanced level, one level below the expert level that the role asks for.",
        "English falls one level short, as it is shown at intermediate level while the role asks for advanced.",
        "Classroom management and English are shown below the level that the role asks for.",
        "Student assessment is related to formative assessment, and teaching to classroom management and differentiated instruction; none of these relations counts as met.",
        "Excel is shown at beginner level, whereas intermediate is asked for, which makes it an optional gap.",
        "Qualified Teacher Status is neither shown nor replaced by the teaching experience to which it is related.",
    ),
    ("teacher-below-level", "Candidate Profile"): (
        "Classroom management is shown at advanced level, English at B1 and French at native level.",
        "Mathematics teaching is shown without a level, while lesson planning is named at advanced level.",
    ),
    ("icu-nurse-expired-acls", "Skill Gap Assessment"): (
        "Advanced Cardiovascular Life Support has expired and needs to be renewed.",
        "Advanced Cardiovascular Life Support has expired, so the requirement is not met until it is renewed.",
    ),
    ("icu-nurse-expired-acls", "Executive Summary"): (
        "Eight of nine essential requirements are met; Advanced Cardiovascular Life Support is the exception, as it has expired.",
        "The one essential gap is Advanced Cardiovascular Life Support, which has expired.",
        "Three years and five months are documented, so the five years asked for are not reached.",
        "What the role asks for in experience, five years, is missed by one year and seven months.",
    ),
    ("junior-data-analyst-learning", "Executive Summary"): (
        "Two essential requirements, Excel and English, are met, and five are not.",
        "Five essential gaps stand against two essential requirements that are met.",
        "While Excel and English are met, data cleaning, data visualization, Power BI, SQL and statistics are not shown.",
        "The documented experience of six years and four months exceeds the two years that the role asks for.",
        "Experience is no obstacle: the role asks for two years, and the resume documents six years and four months.",
    ),
    ("junior-data-analyst-learning", "Skill Gap Assessment"): (
        "SQL and statistics are not shown yet; according to the resume, both are being learned.",
        "Power BI is not shown, as the resume names it only as a wish.",
        "Three skills are being learned according to the resume, namely SQL, statistics and Python, and count as gaps until they are shown.",
        "The resume says that SQL is being learned, so it is not shown yet.",
        "The resume names Power BI as a wish, which is why it does not count as shown.",
        "Neither data cleaning nor data visualization is shown.",
        "Python is optional, and the resume says that it is being learned.",
    ),
    ("junior-data-analyst-learning", "Upskilling Roadmap"): (
        "With 150 hours, statistics takes up the largest share of the plan.",
        "SQL comes fourth, in weeks 16 to 23, and takes 60 hours.",
        "The essential steps are completed by week 42; the remaining two steps address optional gaps.",
        "Python and Tableau would exceed the horizon of 52 weeks and are therefore left out.",
        "The first five steps belong to essential gaps.",
    ),
    ("back-end-developer-narrower", "Executive Summary"): (
        "All nine essential requirements are met, so that no essential gap remains.",
        "There is no essential gap; the four optional gaps are GraphQL, message queuing, Redis and Ruby.",
        "Of the six optional requirements, AWS and monitoring are met, and the remaining four are gaps.",
        "Nine of nine essential requirements are met, and the role's conditions are met as well.",
        "The role asks for five years of experience, for architecture and for a bachelor's degree, all of which the resume documents or shows.",
    ),
    ("back-end-developer-narrower", "Skill Gap Assessment"): (
        "REST APIs are met through FastAPI, unit testing through pytest, and CI/CD through GitHub Actions.",
        "Kubernetes is met through Amazon EKS, which also meets AWS.",
        "Python is related to Ruby, but the relation does not meet the requirement.",
        "GraphQL, message queuing, Redis and Ruby are the optional gaps, and OpenTelemetry and platform engineering are the emerging ones.",
        "Nothing is missing among the essential requirements.",
    ),
    ("back-end-developer-narrower", "Candidate Profile"): (
        "The resume shows designing systems, while it gives no example of leading people.",
        "Python, Bash, operations management and Datadog are named without being tied to a position.",
    ),
    ("back-end-developer-narrower", "Upskilling Roadmap"): (
        "Ruby is the longest of the four steps, at 120 hours.",
        "Over half of the hours go to Ruby.",
    ),
    ("back-end-developer-narrower", "Recommended Resources"): (
        "The catalog has resources for GraphQL only; message queuing, Redis and Ruby have none.",
        "No resource is listed for message queuing, Redis and Ruby.",
    ),
    ("electrician-strong", "Executive Summary"): (
        "Every essential requirement is met, ten out of ten.",
        "The three optional gaps are aerial lift operation, fire alarm installation and solar panel installation.",
        "Ten years and six months of experience are documented, well above the four years that the role asks for.",
    ),
    ("electrician-strong", "Skill Gap Assessment"): (
        "Electrical wiring is related to solar panel installation, which nevertheless stays a gap.",
        "Besides PLC programming and OSHA 30, which are met, the optional group holds three gaps.",
        "Troubleshooting is met through electrical troubleshooting and electrical safety through NFPA 70E.",
        "The resume has no gap among the essential requirements.",
        "Battery storage systems and EV charger installation, the two emerging requirements, are not shown.",
    ),
    ("electrician-strong", "Upskilling Roadmap"): (
        "Three steps take 37 weeks in total: aerial lift operation (weeks 1 to 4), fire alarm installation (weeks 5 to 19) and solar panel installation (weeks 20 to 37).",
        "Neither battery storage systems nor EV charger installation is part of the plan, as both count as emerging.",
    ),
    ("electrician-strong", "Candidate Profile"): ("PLC programming is named at a basic level, Polish as native and English as fluent.",),
    ("hotel-single-requirement", "Executive Summary"): (
        "The only requirement, night audit, is not shown in the resume.",
        "There is a single essential gap, night audit.",
    ),
    ("hotel-single-requirement", "Skill Gap Assessment"): (
        "Front desk operations are related to night audit without counting as met.",
        "Mews PMS is shown, but not asked for.",
    ),
    ("hotel-single-requirement", "Upskilling Roadmap"): ("The roadmap has a single step: night audit, in weeks 1 to 5, with 40 hours.",),
    ("teacher-below-level", "Executive Summary"): (
        "Four of eleven essential requirements are met: mathematics teaching, lesson planning, French and a bachelor's degree, the last through a Master of Education.",
        "Two conditions are not met: Qualified Teacher Status is not shown, and English is shown at intermediate rather than advanced level.",
        "Of eleven essential requirements the resume meets four, which leaves seven; of five optional ones it meets two.",
        "The three years of experience that the role asks for are documented; Qualified Teacher Status is not.",
    ),
    ("teacher-below-level", "Upskilling Roadmap"): (
        "Qualified Teacher Status has no step, because it is granted by its issuing body, which sets the conditions.",
        "English takes the most time, 400 hours in weeks 59 to 108, followed by classroom management with 380 hours.",
        "Together, the six steps require 970 hours.",
    ),
    ("teacher-below-level", "Market Requirements Analysis"): (
        "Classroom management is asked for at expert level and English at advanced level.",
        "AI in the classroom is the only emerging requirement.",
    ),
    ("accountant-forty", "Executive Summary"): (
        "The resume meets eleven of 15 essential requirements and two of 20 optional ones, but none of the five emerging ones.",
        "Four essential gaps are open: accounts receivable, financial reporting, IFRS and year-end close.",
        "IFRS is shown, though only at beginner level; the role asks for advanced.",
        "Of the conditions, the years of experience are met, and leadership is not shown.",
    ),
    ("accountant-forty", "Skill Gap Assessment"): (
        "Month-end close and accounting are related to year-end close, which still counts as a gap.",
        "Accounting, although related to financial reporting, does not meet it.",
        "The 18 optional gaps include attention to detail, budgeting, cost accounting and payroll.",
        "Power Query is met; Power BI, to which it is related, is not.",
        "Certified Public Accountant is an optional requirement and is not documented.",
    ),
    ("accountant-forty", "Upskilling Roadmap"): (
        "IFRS alone takes 260 of the 460 hours.",
        "More than half of the 460 hours are planned for IFRS.",
        "The four steps run one after another: accounts receivable in weeks 1 to 8, financial reporting in weeks 9 to 18, IFRS in weeks 19 to 51 and year-end close in weeks 52 to 59.",
        "Leadership is not part of the roadmap, as it is shown at work and not by a course.",
        "Certified Public Accountant is granted by its issuing body; for this reason no weeks are planned for it.",
        "Each of the four steps closes an essential gap.",
    ),
    ("accountant-forty", "Candidate Profile"): (
        "Six years and eight months of paid experience are documented, most recently as Staff Accountant at Jade River Valves.",
        "Accounts payable is shown at advanced level and IFRS at beginner level.",
    ),
    ("accountant-forty", "Market Requirements Analysis"): (
        "Twenty optional requirements and five emerging ones follow.",
        "SAP and Excel are among the 15 essential requirements.",
    ),
    ("icu-nurse-expired-acls", "Candidate Profile"): ("No example of leading people or designing systems is given.",),
    ("icu-nurse-expired-acls", "Upskilling Roadmap"): ("Advanced Cardiovascular Life Support is outside the plan because it has expired and needs a renewal.",),
    ("senior-ai-engineer", "Candidate Profile"): (
        "The resume gives no example of leading people.",
        "Three years and two months of professional experience are documented, counting all paid positions.",
    ),
    ("hotel-single-requirement", "Candidate Profile"): ("The resume documents a high school diploma and names English as native.",),
    ("electrician-strong", "Recommended Resources"): ("Solar panel installation is the only skill of the roadmap for which the catalog has a resource.",),
}
FALSE = {
    ("warehouse-supervisor-house-tool", "Executive Summary"): (
        "Eight of the nine essential requirements are met; the one that is still open is forklift operation.",
        "With 27 out of a possible 31 points, coverage reaches 77 %.",
        "With 24 out of a possible 31 points, coverage reaches 87 %.",
        "Three of the optional requirements are met, and none of the two emerging ones.",
        "The roadmap has five steps.",
    ),
    ("warehouse-supervisor-house-tool", "Skill Gap Assessment"): (
        "Inventory management is a gap; the other eight are met.",
        "Cold chain logistics is met; the other three optional requirements are gaps.",
        "5S is related to Lean and counts as half met.",
        "5S is related to Lean, which partly fills the gap.",
        "None of the optional requirements is met: the resume does not show forklift operation, Lean or data reporting.",
        "The gaps are cold chain logistics and order picking, neither of which the resume shows.",
    ),
    ("warehouse-supervisor-house-tool", "Upskilling Roadmap"): (
        "StackHound Yardmaster is left out because Larkhill trains every newcomer in it.",
        "The shortest step is Lean.",
        "Data reporting is the longest step.",
    ),
    ("warehouse-supervisor-house-tool", "Recommended Resources"): (
        "The catalog lists resources for five skills of the roadmap.",
        "With this every gap is covered.",
    ),
    ("warehouse-supervisor-house-tool", "Candidate Profile"): (
        "The resume shows leading people, a team of fourteen.",
        "First aid at work has been renewed, and a refresher is booked.",
        "Thandolwethu van der Merwe-Siđić has applied for an instructor licence.",
    ),
    ("warehouse-supervisor-house-tool", "Market Requirements Analysis"): (
        "Warehouse automation is already in use at Larkhill Pharmacy Wholesale.",
        "Lean is expected from day one.",
        "The role asks for leadership of at least ten people.",
    ),
    ("account-executive-weak-any-of", "Skill Gap Assessment"): (
        "German is shown at the intermediate level that the role asks for.",
        "Sales is related to prospecting, which closes this gap.",
        "Two of the eight essential gaps are already closed.",
    ),
    ("account-executive-weak-any-of", "Executive Summary"): ("One of nine essential requirements is met, and that one is negotiation.",),
    ("account-executive-weak-any-of", "Candidate Profile"): ("The role names an associate degree (core) and Zendesk as essential.",),
    ("senior-ai-engineer", "Recommended Resources"): (
        "“Made With ML” from madewithml.com is a book of about 35 to 80 hours.",
        "“Made With ML” from madewithml.com is free and was checked on 30 August 2026.",
        "“Introduction to Linux (LFS101)” (The Linux Foundation, course, about 40 to 70 hours; completely free).",
        "“MLOps Zoomcamp” is a book from DataTalks.Club.",
        "“MLOps Zoomcamp” (DataTalks.Club, course, about 50 to 100 hours; by subscription, checked 24 November 2026).",
    ),
    ("senior-ai-engineer", "Executive Summary"): (
        "The resume documents three years and two months, two years and ten months fewer than the five years asked for.",
        "The one essential requirement that the resume meets is MLOps.",
        "All but two of the six essential requirements are met.",
    ),
    ("senior-ai-engineer", "Skill Gap Assessment"): (
        "PyTorch is not shown, but has been used in several projects at Lindvik Supply.",
        "Docker and Git are documented, none of which is missing.",
        "MLOps and PyTorch, both of which the resume shows, are essential.",
        "Neither machine learning nor Python is shown.",
        "The optional gaps are AWS, PyTorch and Kubernetes.",
    ),
    ("junior-data-analyst-learning", "Executive Summary"): (
        "Two essential requirements, Excel and SQL, are met, and five are not.",
        "The documented experience of six years and four months falls short of the two years that the role asks for.",
        "Most of the essential requirements are met.",
    ),
    ("junior-data-analyst-learning", "Skill Gap Assessment"): (
        "SQL is shown, as the resume says that it is being learned.",
        "Tableau is documented, since the resume names dashboards.",
    ),
    ("junior-data-analyst-learning", "Upskilling Roadmap"): (
        "SQL comes third, in weeks 16 to 23, and takes 60 hours.",
        "Python is left out because it was learned at university.",
    ),
    ("back-end-developer-narrower", "Executive Summary"): ("Of the six optional requirements, AWS and Redis are met, and the remaining four are gaps.",),
    ("back-end-developer-narrower", "Skill Gap Assessment"): (
        "REST APIs are met through Django and GraphQL through FastAPI.",
        "Python is related to Ruby and therefore meets the requirement.",
        "One essential requirement is missing.",
    ),
    ("back-end-developer-narrower", "Candidate Profile"): ("The resume shows leading people, while it gives no example of designing systems.",),
    ("back-end-developer-narrower", "Upskilling Roadmap"): ("Redis is the longest of the four steps.",),
    ("back-end-developer-narrower", "Recommended Resources"): ("The catalog has resources for all four steps.",),
    ("electrician-strong", "Executive Summary"): ("Nine of ten essential requirements are met.",),
    ("electrician-strong", "Skill Gap Assessment"): (
        "Electrical wiring is related to solar panel installation, which makes up for the gap.",
        "Besides PLC programming and OSHA 30, which are gaps, the optional group holds three requirements that are met.",
    ),
    ("electrician-strong", "Candidate Profile"): (
        "PLC programming is named at an advanced level.",
        "Ten years of experience were spent in charge of a department of twenty.",
    ),
    ("hotel-single-requirement", "Executive Summary"): ("There are two essential gaps, night audit and cash handling.",),
    ("teacher-below-level", "Executive Summary"): (
        "Two conditions are not met: Qualified Teacher Status has been applied for, and English is shown at intermediate rather than advanced level.",
        "Of eleven essential requirements the resume meets four, which leaves six.",
    ),
    ("teacher-below-level", "Skill Gap Assessment"): (
        "English is shown at advanced level, as the role asks.",
        "Student assessment is related to formative assessment and covers half of it.",
    ),
    ("teacher-below-level", "Upskilling Roadmap"): (
        "Qualified Teacher Status has no step, because it will be granted soon.",
        "English is the shortest step.",
    ),
    ("teacher-below-level", "Market Requirements Analysis"): (
        "Pastoral care is in use at Thistlewood Academy.",
        "English is asked for with an IELTS band of 7.5.",
    ),
    ("icu-nurse-expired-acls", "Skill Gap Assessment"): (
        "Advanced Cardiovascular Life Support has expired, and its renewal is scheduled for December.",
        "Advanced Cardiovascular Life Support is valid.",
    ),
    ("senior-ai-engineer", "Upskilling Roadmap"): (
        "Statistics, linear algebra and Linux are essential requirements.",
        "TensorFlow opens the roadmap, statistics closes it.",
        "Docker is planned because Northlight Analytics relies on it.",
    ),
    ("accountant-forty", "Executive Summary"): (
        "The resume meets eleven of 15 essential requirements and three of 20 optional ones.",
        "Five essential gaps are open: accounts receivable, financial reporting, IFRS, budgeting and year-end close.",
    ),
    ("accountant-forty", "Skill Gap Assessment"): (
        "Accounting is related to financial reporting, so that this requirement is met in part.",
        "Power BI is met; Power Query, to which it is related, is not.",
    ),
    ("accountant-forty", "Upskilling Roadmap"): (
        "Certified Public Accountant is left out because the exams are held in spring.",
        "IFRS alone takes 260 of the 560 hours.",
    ),
    ("accountant-forty", "Candidate Profile"): (
        "The candidate leads a team of eight bookkeepers.",
        "IFRS is shown at advanced level.",
    ),
    ("icu-nurse-expired-acls", "Executive Summary"): ("Three years and five months are documented, so the five years asked for are reached.",),
    ("icu-nurse-expired-acls", "Candidate Profile"): ("A CCRN exam has been booked.",),
    ("teacher-below-level", "Candidate Profile"): ("Lesson planning is named at expert level.",),
    ("hotel-single-requirement", "Skill Gap Assessment"): ("Night audit is shown through front desk operations.",),
}
CHECKERS = {
    case: Checker(write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS).facts)
    for case in {case for case, _ in (*TRUE, *FALSE)}
}


def found(case, section, text):
    """The findings about a sentence, not those about what it leaves out."""
    return [finding.kind for finding in CHECKERS[case].check(text, section, strict=True) if finding.span]


def rows(sentences):
    return [(case, section, text) for (case, section), texts in sentences.items() for text in texts]


@pytest.mark.parametrize("case, section, text", rows(TRUE))
def test_what_is_true_passes(case, section, text):
    assert found(case, section, text) == []


@pytest.mark.parametrize("case, section, text", rows(FALSE))
def test_what_is_false_is_found(case, section, text):
    assert found(case, section, text)
