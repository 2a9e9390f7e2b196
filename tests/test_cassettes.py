"""Answers of a real small model, recorded through a server on loopback: whatever it says, the report holds."""

import re

import pytest
import yaml
from cassettes import FOLDER, MODEL, WAYS, player, write

from gapwriter.checker import Checker


@pytest.fixture(scope="module")
def reports():
    """The reports by way; the model is not there, only what it said."""
    found = {}
    for way in WAYS:
        with player("none").use_cassette(f"{way}.yaml", allow_playback_repeats=True) as cassette:
            found[way] = write(way)
            assert len(cassette) > 5 and cassette.play_count > 5
    return found


@pytest.mark.parametrize("way", WAYS)
def test_a_report_comes_of_it_and_holds(reports, way):
    report = reports[way]
    assert report.writing.way == way and report.writing.account["calls"] > 5 and report.writing.account["usage"]["written"] > 50
    assert report.writing.account["served"] == ["SmolLM2-135M-Instruct.Q4_1.gguf"]
    assert not Checker(report.facts).check(report.render(), strict=True)


@pytest.mark.parametrize("way", WAYS)
def test_a_cassette_names_its_model_and_holds_no_secret(way):
    text = (FOLDER / f"{way}.yaml").read_text("utf-8")
    assert text.startswith(f"# Recorded from {MODEL}.")
    assert not re.findall(r"authorization|bearer|api[-_]?key|cookie|sk-|organization|/home/|/root/|/tmp/|/usr/|site-packages|127\.0\.0\.1:\d", text, re.I)
    assert {line.split(":")[0].strip() for row in yaml.safe_load(text)["interactions"] for line in row["request"]["headers"]} == {"content-type"}


@pytest.mark.parametrize("way", WAYS)
def test_no_name_of_the_case_is_in_what_was_sent(reports, way):
    sent = "".join(str(row["request"]["body"]) for row in yaml.safe_load((FOLDER / f"{way}.yaml").read_text("utf-8"))["interactions"])
    names = [name for placeholder, name in reports[way].cast.names.items() if not placeholder.startswith("ROLE")]
    assert names and not [name for name in names if name in sent]
