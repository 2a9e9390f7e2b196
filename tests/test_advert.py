"""A whole advertisement: each skill once, under its strongest relation, and the comparison with a resume."""

from textwrap import dedent

from conftest import SETTINGS, listed

from gapwriter import analyze, read_role

ADVERT = dedent("""\
    Senior Data Engineer – Brightquay Logistics (hybrid, Antwerp)

    Brightquay plans the routes of 3,000 trucks a night. Our web team works in Java and Kotlin.

    Requirements
    - 5+ years of professional experience in data roles
    - Strong Python and SQL
    - Kafka or Pub/Sub
    - Fluent English

    Nice to have
    - Python, Docker
    - Kafka
    - glimmerware

    On the horizon
    Next year we start to look at vector databases and at Docker.

    We offer 28 days of leave. Experience with Scala is not required.
    """)


def read(tmp_path):
    path = tmp_path / "job.txt"
    path.write_text(ADVERT, "utf-8")
    return path


def test_each_skill_once_under_its_strongest_relation(tmp_path):
    role = read_role(read(tmp_path))
    assert [(str(requirement.relation), requirement.asked) for requirement in role.requirements] == [
        ("essential", "Python"),
        ("essential", "SQL"),
        ("essential", "Kafka or Pub/Sub"),
        ("essential", "English"),
        ("optional", "Docker"),
        ("optional", "Kafka"),
        ("optional", "glimmerware"),
        ("emerging", "vector databases"),
    ]
    assert (role.title, role.company, role.years, role.leadership, role.origin) == (
        "Senior Data Engineer",
        "Brightquay Logistics",
        5,
        False,
        "advertisement",
    )
    assert (role.unrecognised, role.unplaced) == (("glimmerware",), ())


def test_the_recruiters_words_are_kept(tmp_path):
    path = tmp_path / "job.txt"
    path.write_text("SRE\n\nMust have\n- k8s\n- ArgoCD\n", "utf-8")
    assert [(requirement.asked, requirement.label) for requirement in read_role(path).requirements] == [("k8s", "Kubernetes"), ("ArgoCD", "Argo CD")]


def test_the_gaps_of_a_candidate(tmp_path):
    analysis = analyze(listed("Python", "Pub/Sub", "Glimmerware"), read(tmp_path), SETTINGS)
    assert {gap.requirement.asked for gap in analysis.gaps} == {"SQL", "English", "Docker", "Kafka", "vector databases"}
