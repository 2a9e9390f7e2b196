"""Skills named in text: which words are a skill's name, and what the sentence says of the person."""

from datetime import date
from itertools import pairwise

import pytest

from gapwriter import read_catalog
from gapwriter.mention import Lexicon, Polarity, find_mentions, split_sentences
from gapwriter.skill import Rung

AS_OF = date(2026, 11, 1)
CATALOG = read_catalog()
LEXICON = Lexicon(CATALOG)


def mentions(text, **context):
    return find_mentions(text, LEXICON, as_of=AS_OF, **context)


def said(text, label, **context):
    """What a text says of a skill: the polarity of its first mention, "none" where it is not mentioned."""
    skill_id = CATALOG.find_label(label).skill_id
    return next((str(one.polarity) for one in mentions(text, **context) if one.skill_id == skill_id), "none")


SENTENCES = [
    # has
    ("Rewrote the ticket importer in Python and halved its run time.", "Python", "has"),
    ("Kept twelve Linux servers patched.", "Linux", "has"),
    ("Wrote SQL queries for the monthly close.", "SQL", "has"),
    ("Containers were built with Docker and rolled out by hand.", "Docker", "has"),
    ("Dressed leg ulcers and did wound care on a ward of 24 beds.", "wound care", "has"),
    ("Daily phlebotomy clinics, about 30 patients a morning.", "phlebotomy", "has"),
    ("Drew blood by venepuncture from children and adults.", "phlebotomy", "has"),
    ("Responsible for infection control on two wards.", "infection control", "has"),
    ("Joined stainless pipe by TIG welding to drawing.", "TIG welding", "has"),
    ("Carpentry for 40 timber-frame houses.", "carpentry", "has"),
    ("Set and ran lathes; CNC machining of aluminium parts.", "CNC machining", "has"),
    ("Prepared accounts payable for three sites.", "accounts payable", "has"),
    ("Ran payroll for 85 people every fortnight.", "payroll", "has"),
    ("Posted invoices in Xero and reconciled the bank.", "Xero", "has"),
    ("Closed the books under IFRS.", "IFRS", "has"),
    ("Lesson planning for four parallel forms.", "lesson planning", "has"),
    ("Taught pupils with special educational needs in small groups.", "special educational needs", "has"),
    ("Stock control for a cold store, 2,000 lines.", "stock control", "has"),
    ("Wrote the HACCP plan for the fish kitchen.", "HACCP", "has"),
    ("Menu planning with the season.", "menu planning", "has"),
    ("Drafted agreements and advised on contract law.", "contract law", "has"),
    ("Conveyancing of 60 flats a year.", "conveyancing", "has"),
    ("Kept every deal up to date in Salesforce.", "Salesforce", "has"),
    ("Cold calling in the mornings, demos in the afternoons.", "cold calling", "has"),
    ("Cut product photos in Photoshop.", "Photoshop", "has"),
    ("Built dashboards in Tableau that the board reads.", "Tableau", "has"),
    ("Moved the estate from VMs to Terraform modules.", "Terraform", "has"),
    ("No doubt my best work was the GraphQL gateway.", "GraphQL", "has"),
    ("Not only JavaScript but also TypeScript every day.", "TypeScript", "has"),
    ("Not only JavaScript but also TypeScript every day.", "JavaScript", "has"),
    ("Completed an online course in statistics and applied it in two trials.", "statistics", "has"),
    ("Without a tester on the team I wrote the unit testing setup myself.", "unit testing", "has"),
    ("I have not used PHP, but JavaScript every day.", "JavaScript", "has"),
    ("The lead I reported to left, and I took over PostgreSQL.", "PostgreSQL", "has"),
    ("Trained 14 colleagues in Jira.", "Jira", "has"),
    # learning
    ("Currently learning Kubernetes.", "Kubernetes", "learning"),
    ("I am studying bookkeeping at evening school.", "bookkeeping", "learning"),
    ("Enrolled in a course on machine learning.", "machine learning", "learning"),
    ("Some exposure to AutoCAD.", "AutoCAD", "exposure"),
    ("Shadowed a colleague doing phlebotomy.", "phlebotomy", "exposure"),
    ("Watched MIG welding in the next bay.", "MIG welding", "exposure"),
    ("Working towards PRINCE2.", "PRINCE2", "learning"),
    ("Dabbled in Blender for 3D modelling.", "Blender", "exposure"),
    ("Taking an evening class in bookkeeping.", "bookkeeping", "learning"),
    ("Reading a book about Terraform.", "Terraform", "learning"),
    ("Played around with Docker on a Raspberry Pi.", "Docker", "exposure"),
    ("Week 3 of a SQL course.", "SQL", "learning"),
    # wants
    ("Would like to learn Python.", "Python", "wants"),
    ("I hope to move into conveyancing.", "conveyancing", "wants"),
    ("Interested in penetration testing.", "penetration testing", "wants"),
    ("Keen to get into copywriting.", "copywriting", "wants"),
    ("My goal is to run payroll on my own.", "payroll", "wants"),
    ("Planning to take the PMP next spring.", "PMP", "wants"),
    ("Eager to work with PyTorch.", "PyTorch", "wants"),
    ("Willing to learn forklift operation.", "forklift", "wants"),
    ("One day I want to teach British Sign Language.", "British Sign Language", "wants"),
    # no
    ("No experience with Kubernetes.", "Kubernetes", "no"),
    ("I have never used AutoCAD.", "AutoCAD", "no"),
    ("I do not speak German.", "German", "no"),
    ("Not trained in wound care.", "wound care", "no"),
    ("I am unfamiliar with Salesforce.", "Salesforce", "no"),
    ("We chose React instead of Angular.", "Angular", "no"),
    ("First aid: expired in 2021.", "first aid", "expired"),
    ("CISSP lapsed in 2019.", "CISSP", "expired"),
    ("HGV licence, valid until 03/2020.", "HGV licence", "expired"),
    ("Docker: not yet.", "Docker", "no"),
    ("Neither Python nor Java.", "Java", "no"),
    ("Cannot weld: no welding, no soldering.", "soldering", "no"),
    ("Payroll is done by the accountant and not by me.", "payroll", "others"),
    ("I can use Excel VBA for macros but no Power BI.", "Power BI", "no"),
    # others
    ("Payroll is done by an outside bureau.", "payroll", "others"),
    ("My colleagues use Terraform.", "Terraform", "others"),
    ("The website was built in WordPress by an agency.", "WordPress", "others"),
    ("Bookkeeping is outsourced to a firm in town.", "bookkeeping", "others"),
    ("Our developers wrote Java.", "Java", "others"),
    ("My sister speaks Spanish.", "Spanish", "others"),
    # none: common words, and names of something else
    ("Please go through the door on the left.", "Go", "none"),
    ("The store is open from spring to autumn.", "Spring", "none"),
    ("Gave customers access to the vault.", "Access", "none"),
    ("A swift reply is a matter of course.", "Swift", "none"),
    ("Patients react well to a calm voice.", "React", "none"),
    ("Treated rust on railings before painting.", "Rust", "none"),
    ("Spread the word about the food bank.", "Word", "none"),
    ("Worked for Excel Logistics in the night shift.", "Excel", "none"),
    ("Lives in Java Street.", "Java", "none"),
    ("Plan B was not needed.", "C", "none"),
    ("Managed R&D budgets.", "R", "none"),
    ("Made toast and eggs for 60 guests.", "Toast", "none"),
    ("Made it to the top of the sales table.", "Tableau", "none"),
    ("Ruby is the name of my dog.", "Ruby", "none"),
    ("Sold JavaScript books in a shop.", "Java", "none"),
    ("Cut the grass with a push mower; lean meat only.", "Lean", "none"),
    ("A unity of purpose in the choir.", "Unity", "none"),
    ("Drove the epic distance from Bergen to Nice.", "Epic", "none"),
    ("Worked every workday of the year.", "Workday", "none"),
    ("A snowflake fell on my sleeve.", "Snowflake", "none"),
    ("Teams of six took turns.", "Teams", "none"),
    ("Painted a spark on the wall.", "Spark", "none"),
    ("The outlook for the harvest was poor.", "Outlook", "none"),
]


def test_the_table_is_long_enough():
    assert len(set(SENTENCES)) >= 80
    assert {expected for *_, expected in SENTENCES} == {*map(str, Polarity), "none"}


@pytest.mark.parametrize(
    "sentence, skill, expected",
    [
        *SENTENCES,
        ("No SQL.", "SQL", "no"),
        ("No SQL, but Java every day.", "NoSQL", "none"),
        ("Never missed a payroll run in six years.", "payroll", "has"),
        ("I am studying German at evening school.", "German", "learning"),
    ],
)
def test_sentence(sentence, skill, expected):
    assert said(sentence, skill) == expected


AMBIGUOUS = [
    ("Built REST services in Go and Java.", "Go", "has"),
    ("Statistical models in R and Python.", "R", "has"),
    ("Firmware in C and C++ for motor drives.", "C", "has"),
    ("Firmware in C and C++ for motor drives.", "C++", "has"),
    ("Wrote services in C# on .NET.", "C#", "has"),
    ("Wrote services in C# on .NET.", ".NET", "has"),
    ("Backend in Java with Spring.", "Spring", "has"),
    ("iOS apps in Swift.", "Swift", "has"),
    ("Web front ends in React and TypeScript.", "React", "has"),
    ("Pivot tables and formulas in Excel spreadsheets.", "Excel", "has"),
    ("Charted in Epic, the hospital's electronic health record.", "Epic", "has"),
]


@pytest.mark.parametrize("sentence, skill, expected", AMBIGUOUS)
def test_an_ambiguous_name_counts_beside_its_cue_words(sentence, skill, expected):
    assert said(sentence, skill) == expected


@pytest.mark.parametrize("label", ["Go", "R", "C", "Spring", "Swift", "Excel", "React", "Rust"])
def test_an_ambiguous_name_counts_in_a_list_of_skills(label):
    assert said(label, label, is_list=True) == "has"
    assert said(f"Python, {label}, SQL", label, is_list=True) == "has"


@pytest.mark.parametrize(
    "heading, expected",
    [
        ("", "has"),
        ("Skills", "has"),
        ("Tools and languages", "has"),
        ("Currently learning", "learning"),
        ("In progress", "learning"),
        ("What I want to learn", "wants"),
        ("Goals", "wants"),
        ("Expired certificates", "no"),
        ("Machine Learning", "has"),
        ("Deep learning and data", "has"),
        ("Teaching and learning", "has"),
        ("Lesson plans and teaching", "has"),
        ("Next.js and the web", "has"),
    ],
)
def test_a_heading_speaks_for_what_stands_under_it(heading, expected):
    assert said("Python", "Python", heading=heading, is_list=True) == expected


def test_a_mention_quotes_the_text_exactly():
    text = "Kept the till. Wrote SQL, and python for fun; moved stock.\nCNC machining"
    found = mentions(text)
    assert [one.surface for one in found] == ["SQL", "python", "CNC machining"]
    for one in found:
        assert text[one.start : one.end] == one.surface
        first, last = one.sentence
        assert first <= one.start < one.end <= last <= len(text)
        assert "\n" not in text[first:last].strip()


def test_the_longest_name_wins_and_none_overlap():
    found = mentions("Deep learning with PyTorch, and machine learning on AWS.")
    assert [one.skill_id for one in found] == ["deep-learning", "pytorch", "machine-learning", "aws"]
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    "text, rung",
    [
        ("Python", Rung.PREFERRED),
        ("python", Rung.PREFERRED),
        ("PYTHON", Rung.PREFERRED),
        ("venepuncture", Rung.ALTERNATIVE),
        ("machine-learning", Rung.PREFERRED),
    ],
)
def test_the_rung_tells_label_from_alias(text, rung):
    (mention,) = mentions(text, is_list=True)
    assert mention.rung is rung


def test_spelling_variants_are_one_skill():
    assert {one.skill_id for text in ("financial modelling", "Financial Modeling", "FINANCIAL-MODELLING") for one in mentions(text)} == {"financial-modeling"}


def test_labels_of_a_role_are_found_beside_the_catalog():
    lexicon = Lexicon(CATALOG, [("unrecognised-zorbing-desk", "Zorbing desk")])
    (own, python) = find_mentions("Ran the zorbing desk and wrote Python.", lexicon, as_of=AS_OF)
    assert (own.skill_id, own.surface, own.polarity) == ("unrecognised-zorbing-desk", "zorbing desk", Polarity.HAS)
    assert python.skill_id == "python"
    (denied,) = find_mentions("I never saw a zorbing desk.", lexicon, as_of=AS_OF)
    assert denied.polarity is Polarity.NO


@pytest.mark.parametrize(
    "text, when, expected",
    [
        ("First aid, valid until 12/2026", date(2026, 11, 1), "has"),
        ("First aid, valid until 12/2026", date(2027, 3, 1), "expired"),
        ("First aid (expires March 2027)", date(2026, 11, 1), "has"),
        ("First aid (expires March 2027)", date(2027, 6, 1), "expired"),
        ("First aid, expired 2020, renewed 2026", date(2026, 11, 1), "has"),
    ],
)
def test_what_has_expired_depends_on_the_day(text, when, expected):
    (mention,) = find_mentions(text, LEXICON, as_of=when)
    assert str(mention.polarity) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "....", "&&&", "123 456", "\N{SNOWMAN}\N{SNOWMAN}"])
def test_nothing_to_find(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text, parts",
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Worked with Dr. Berg on e.g. stock. Left in Jan. 2020.", ["Worked with Dr. Berg on e.g. stock.", "Left in Jan. 2020."]),
        ("first item\n• second item\nthird", ["first item", "second item", "third"]),
        ("Ran SQL; kept books", ["Ran SQL", "kept books"]),
        ("Node.js and ASP.NET in version 3.5", ["Node.js and ASP.NET in version 3.5"]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert [text[first:last].strip() for first, last in split_sentences(text)] == parts
