"""From a name to a skill."""

import pytest

from gapwriter import read_catalog
from gapwriter.skill import Catalog, Proficiency, Rung, Skill, Strength, index_names


def row(skill_id, label=None, kind="tool", **more):
    return {"id": skill_id, "label": label or skill_id, "kind": kind, "proof": "a page", **more}


SMALL = Catalog(
    {
        "skills": [
            row("kubernetes", "Kubernetes", aliases=["K8s", {"label": "kube", "needs_context": ["cluster"]}], implies={"containers": "strong"}),
            row("containers", "containers", "method", implies={"linux": "usual"}),
            row("linux", "Linux", implies={"operating-systems": "strong"}),
            row("operating-systems", "operating systems", "domain"),
            row("go", "Go", "language", case_sensitive=True),
            row("photography", "photography", "task"),
            row("phonography", "phonography", "task"),
        ],
        "roles": [],
        "resources": [],
    }
)


@pytest.mark.parametrize("label, rung", [("Kubernetes", Rung.PREFERRED), ("KUBERNETES", Rung.PREFERRED), ("k8s", Rung.ALTERNATIVE), ("kube", Rung.ALTERNATIVE)])
def test_a_skill_is_found_by_any_of_its_names(label, rung):
    name = SMALL.find_label(label)
    assert (name.skill_id, name.rung) == ("kubernetes", rung)


@pytest.mark.parametrize("label", ["", "Kuber", "Kubernetes cluster", "🙂"])
def test_what_is_no_name_is_not_found(label):
    assert SMALL.find_label(label) is None


@pytest.mark.parametrize(
    "label, found",
    [
        ("Kubernetse", "kubernetes"),
        ("Kubernets", "kubernetes"),
        ("operatin systms", "operating-systems"),
        ("Linx", None),
        ("phorography", None),
        ("Xubernetes", None),
        ("Kubernetes2", None),
    ],
)
def test_a_slip_of_spelling_is_forgiven_where_one_skill_alone_is_near(label, found):
    name = SMALL.find_spelling(label)
    assert (name.skill_id if name else None) == found


def test_a_chain_of_implications_is_as_strong_as_its_weakest_link():
    assert SMALL.implied("kubernetes") == {"containers": Strength.STRONG, "linux": Strength.USUAL, "operating-systems": Strength.USUAL}
    assert SMALL.implied("operating-systems") == SMALL.implied("nothing") == {}


def test_a_circle_of_implications_ends():
    circle = Catalog({"skills": [row("a", implies={"b": "strong"}), row("b", implies={"a": "usual"})], "roles": [], "resources": []})
    assert circle.implied("a") == {"b": Strength.STRONG}


def test_a_catalog_is_a_collection_of_skills():
    assert len(SMALL) == 7 and "go" in SMALL and "rust" not in SMALL
    assert [skill.id for skill in SMALL][:2] == ["kubernetes", "containers"]
    assert SMALL["go"] is SMALL["go"]
    with pytest.raises(KeyError):
        SMALL["rust"]


def test_the_names_of_a_skill_begin_with_its_label():
    assert [name.label for name in SMALL["kubernetes"].names] == ["Kubernetes", "K8s", "kube"]


def test_the_first_claim_of_a_name_holds():
    assert index_names([row("a", "Same"), row("b", "same")])["same"][0] == "a"


def test_an_id_is_kebab_case():
    with pytest.raises(ValueError, match="pattern"):
        Skill.model_validate(row("Not Kebab"))


def test_proficiencies_are_ordered():
    assert [level.rank for level in Proficiency] == [1, 2, 3, 4]


def test_the_built_in_catalog_is_read_once_and_knows_itself():
    catalog = read_catalog()
    assert catalog is read_catalog() and len(catalog) > 1000
    assert catalog.names == index_names(catalog.raw["skills"])
    assert catalog["python"].label == "Python"
