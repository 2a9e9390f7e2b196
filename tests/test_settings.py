"""Settings come from the command, the environment and a named file, in that order."""

from datetime import date

import pytest
from conftest import ROOT

from gapwriter import InputError, Settings
from gapwriter.settings import PREFIX, read_settings


def test_without_anything_the_defaults_hold():
    assert read_settings(environ={}) == Settings(model="", hours_per_week=8, horizon_weeks=52, as_of=date.today())


def test_the_example_names_every_setting_with_its_default():
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    shown = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert len(lines) <= 48
    assert list(shown) == [PREFIX + name.upper() for name in Settings.model_fields]
    assert read_settings(ROOT / ".env.example", {}) == Settings()


def test_the_key_of_openai_goes_to_openai_alone():
    def key(**environ):
        return read_settings(environ=environ).api_key.get_secret_value()

    assert key(OPENAI_API_KEY="sk-1") == "sk-1"
    assert key(OPENAI_API_KEY="sk-1", GAPWRITER_API_KEY="sk-2") == "sk-2"
    assert key(OPENAI_API_KEY="sk-1", GAPWRITER_BASE_URL="http://127.0.0.1:1/v1") == ""
    assert "sk-2" not in repr(read_settings(environ={"GAPWRITER_API_KEY": "sk-2"}))


def test_the_command_goes_before_the_environment_and_that_before_the_file(tmp_path):
    env = tmp_path / "my.env"
    env.write_text("GAPWRITER_HOURS_PER_WEEK=1\nGAPWRITER_HORIZON_WEEKS=11\nGAPWRITER_AS_OF=2020-01-01\n")
    settings = read_settings(env, {"GAPWRITER_HOURS_PER_WEEK": "2", "GAPWRITER_HORIZON_WEEKS": "22"}, {"hours_per_week": "3"})
    assert settings == Settings(hours_per_week=3, horizon_weeks=22, as_of=date(2020, 1, 1))


def test_no_env_file_is_looked_for(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("GAPWRITER_HOURS_PER_WEEK=1\n")
    monkeypatch.chdir(tmp_path)
    assert read_settings(environ={}).hours_per_week == 8


def test_an_empty_value_counts_as_left_out():
    assert read_settings(environ={"GAPWRITER_HOURS_PER_WEEK": ""}).hours_per_week == 8


@pytest.mark.parametrize(
    "name, value",
    [("HOURS_PER_WEEK", value) for value in ("0", "61", "-1", "many", "8.5", "1e2")]
    + [("HORIZON_WEEKS", value) for value in ("0", "521", "x")]
    + [("AS_OF", value) for value in ("0", "86400", "20261101", "2026", "2026-13-01", "2026-02-30", "1 November 2026", "tomorrow")],
)
def test_a_value_that_cannot_be_is_refused_with_its_name(name, value):
    with pytest.raises(InputError) as error:
        read_settings(environ={PREFIX + name: value})
    assert (error.value.file, error.value.place) == ("environment", PREFIX + name)
    assert value in error.value.problem and error.value.cure


def test_the_message_names_where_the_value_came_from(tmp_path):
    env = tmp_path / "my.env"
    env.write_text("GAPWRITER_AS_OF=x\n")
    with pytest.raises(InputError) as error:
        read_settings(env, {})
    assert error.value.file == str(env)
    with pytest.raises(InputError) as error:
        read_settings(environ={}, options={"as_of": "x"})
    assert (error.value.file, error.value.place) == ("command line", "--as-of")


@pytest.mark.parametrize("content", [None, b"GAPWRITER_MODEL=\xe9"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "my.env"
    if content:
        path.write_bytes(content)
    with pytest.raises(InputError) as error:
        read_settings(path, {})
    assert error.value.file == str(path)


def test_a_file_is_read_as_it_stands_without_expansion(tmp_path):
    path = tmp_path / "my.env"
    path.write_text("GAPWRITER_MODEL=$HOME\n")
    assert read_settings(path, {}).model == "$HOME"
