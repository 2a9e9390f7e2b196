"""Themes: a file of one's own over ours, and what it may not do."""

import pytest

from gapwriter.errors import InputError
from gapwriter.language import read_language
from gapwriter.theme import WORDED, contrast, read_theme, themes


@pytest.mark.parametrize("name", themes())
def test_a_shipped_theme_can_be_read_in_light_and_dark(name):
    theme = read_theme(name)
    assert theme.name == name and not [*theme.light.faults(), *theme.dark.faults()]


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    "name, text",
    [
        ("t.toml", '[light]\naccent = "#203040"\n[wording.report]\nstatus = "For review"\n'),
        ("t.yaml", "light: {accent: '#203040'}\nwording: {report: {status: For review}}\n"),
    ],
)
def test_a_theme_of_ones_own_changes_what_it_names(tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    theme, ours = read_theme(str(tmp_path / name)), read_theme()
    assert theme.light == ours.light.model_copy(update={"accent": "#203040"}) and theme.dark == ours.dark
    assert theme.language("en", "recruiter").say("report.status") == "For review"
    assert read_language().say("report.status") != "For review"


@pytest.mark.parametrize(
    "text, fault",
    [
        ("light: {ink: '#dddddd'}", "light: ink on paper has a contrast of 1.4 to 1; take colours"),
        ("light: {ink: red}", "light.ink: 'red' is no colour like #1f5f8b"),
        ("fonts: {text: 'a; } body {'}", "fonts.text: 'a; } body {' is no font family"),
        ("wording: {facts: {x: y}}", "wording.facts.x: this text is not there, or not a theme's to word"),
        ("wording: {report: {status: 'of {nobody}'}}", "wording.report.status: {nobody} is not known here"),
        ("logo: {file: none.png, alt: Us}", "none.png: there is no such file"),
        ("colour: blue", "colour: Extra inputs are not permitted"),
        ("- a", "this holds no theme"),
        ("a: [", "this cannot be read"),
    ],
)
def test_a_theme_that_cannot_be_used_is_refused_with_its_place(tmp_path, text, fault):
    (tmp_path / "t.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError) as refusal:
        read_theme(str(tmp_path / "t.yaml"))
    assert fault in str(refusal.value)


def test_a_logo_is_a_picture(tmp_path):
    (tmp_path / "logo.png").write_text("<svg/>", "utf-8")
    (tmp_path / "t.yaml").write_text("logo: {file: logo.png, alt: Us}", "utf-8")
    with pytest.raises(InputError, match="neither PNG nor JPEG"):
        read_theme(str(tmp_path / "t.yaml"))


def test_a_theme_words_labels_alone():
    groups = {key.partition(".")[0] for key in read_language().keys}
    assert set(WORDED) <= groups and not set(WORDED) & {"facts", "plain", "units", "relation"}
