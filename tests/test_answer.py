"""What a model's message is read as; the faults of the wire are in test_call.py."""

import pytest
from langchain_core.messages import AIMessage

from gapwriter.answer import Usage, read_answer, read_finish, read_served, read_usage
from gapwriter.errors import BackendError


def message(text="The resume shows Python.", **metadata):
    return AIMessage(text, response_metadata={"finish_reason": "stop", **metadata})


@pytest.mark.parametrize(
    "metadata, finish",
    [({"finish_reason": "length"}, "length"), ({"finish_reason": None, "stop_reason": "end_turn"}, "stop"), ({"finish_reason": None}, "unknown")],
)
def test_finish_reasons_are_told_in_one_dialect(metadata, finish):
    assert read_finish(message(**metadata)) == finish


def test_the_served_model_is_a_name_and_no_path():
    assert read_served(message(model_name="/home/somebody/models/small.gguf")) == "small.gguf"
    assert read_served(message()) == ""


def test_tokens_are_counted_as_the_server_counts_them():
    usage = {"input_tokens": 10, "output_tokens": 2, "total_tokens": 12, "input_token_details": {"cache_read": 8}}
    assert read_usage(AIMessage("x", usage_metadata=usage)) == Usage(sent=10, cached=8, written=2)
    assert read_usage(message()) == Usage()
    assert Usage(sent=1, written=2) + Usage(sent=3, cached=1) == Usage(sent=4, cached=1, written=2)


def test_parts_of_a_message_are_read_as_their_text():
    assert (
        read_answer(AIMessage([{"type": "text", "text": "The resume shows Python."}], response_metadata={"finish_reason": "stop"})).text
        == "The resume shows Python."
    )


def test_a_thought_that_never_ends_leaves_nothing():
    with pytest.raises(BackendError, match="empty") as error:
        read_answer(message("<think>The facts say"))
    assert error.value.retryable


@pytest.mark.parametrize("text", ["", "The resume", "\x00"])
def test_a_cut_answer_without_a_whole_sentence_is_none(text):
    with pytest.raises(BackendError):
        read_answer(message(text, finish_reason="length"))
