"""What does the way through prompts, policy and checker cost beside the bare client, and how many tokens are sent?

`python -m benchmarks.overhead`. The server answers from a process of its own, so that only the client's processor time is counted; both ways send the same prompts in the same run.

Tokens: with S letters in the part that all prompts share and T in the six tasks, a report sends S + 5 × 0.1 × S + T, where a cached token is counted at a tenth, as OpenAI, Anthropic and Mistral charge it; a plan of one call for
the whole report would send S + T. `uncached` counts all tokens in full, as where a provider's cache does not take a prefix of this length.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from typing import Any

from benchmarks.narrative import CASES, DATA, SETTINGS, load, title_of
from gapwriter import write_report
from gapwriter.checker import Checker
from gapwriter.prompt import Prompts, choose_sections
from tests.fault_server import FaultServer, answer, refused

ROUNDS = 5


def serve(answers: dict[str, str] | None, pipe: Connection) -> None:
    reply = (lambda body: answer(answers.get(title_of(body["messages"][-1]["content"]), "1. Nothing."))) if answers else [refused(401)]
    with FaultServer(reply) as server:
        pipe.send(server.address)
        pipe.recv()


def with_server(answers: dict[str, str] | None, use: Any) -> Any:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(answers, theirs), daemon=True)
    process.start()
    try:
        return use(ours.recv())
    finally:
        ours.send(None)
        process.join()


def cpu(call: Any) -> float:
    """Processor seconds of this process for some rounds of a call, after one to warm up."""
    call()
    before = time.process_time()
    for _ in range(ROUNDS):
        call()
    return (time.process_time() - before) / ROUNDS


def measure_case(case: str, answers: dict[str, str], address: str) -> tuple[float, float, float]:
    """Processor seconds of a report by the model, of a plain one, of the bare client with the same prompts."""
    import openai

    pair = CASES / case / "resume.json", CASES / case / "role.yaml"
    settings = SETTINGS.model_copy(update={"model": "openai:x", "base_url": address})
    plain = write_report(*pair, settings=SETTINGS)
    prompts = Prompts()
    filled = [prompts.fill(plain.facts, section) for section in prompts.sections.values()]

    def bare() -> None:
        with openai.OpenAI(base_url=address, api_key="none", max_retries=0) as client:
            for prompt in filled:
                client.chat.completions.create(model="x", messages=[{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.task}])

    return cpu(lambda: write_report(*pair, settings=settings)), cpu(lambda: write_report(*pair, settings=SETTINGS)), cpu(bare)


def check_seconds(case: str, answers: dict[str, str]) -> float:
    """Processor seconds of the checks alone: each section, and the whole once."""
    report = write_report(CASES / case / "resume.json", CASES / case / "role.yaml", settings=SETTINGS)
    texts = {title: report.cast.restore(text) for title, text in answers.items()}
    whole = "\n\n".join(f"## {title}\n\n{text}" for title, text in texts.items())

    def check() -> None:
        checker = Checker(report.facts)
        for title, text in texts.items():
            checker.examine(text, title, strict=True)
        checker.examine(whole, None, strict=True)

    return cpu(check)


def first_call_seconds(address: str) -> float:
    """Processor seconds of the command up to its first call, which is refused, so that the command ends."""
    case = CASES / "senior-ai-engineer"
    command = [sys.executable, "-m", "gapwriter.cli", "report", str(case / "resume.json"), str(case / "role.yaml"), "--model", "openai:x"]
    used = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, capture_output=True, env={**os.environ, "GAPWRITER_BASE_URL": address})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 1 and b"key is not accepted" in done.stderr
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return round(min(used), 2)


def token_ratios() -> dict[str, float]:
    """Tokens sent for a report against those of one call for all, the greatest over the cases."""
    prompts = Prompts()
    cached, uncached, shortest = [], [], 10**9
    for case in sorted(CASES.iterdir()):
        facts = write_report(case / "resume.json", case / "role.yaml", settings=SETTINGS).facts
        filled = [prompts.fill(facts, prompts.sections[section.id]) for section in choose_sections()]
        shared, tasks = len(filled[0].system), sum(len(prompt.task) for prompt in filled)
        cached.append((shared * (1 + 0.1 * (len(filled) - 1)) + tasks) / (shared + tasks))
        uncached.append((shared * len(filled) + tasks) / (shared + tasks))
        shortest = min(shortest, shared)
    return {
        "with_cached_prefix": round(max(cached), 3),
        "mean_with_cached_prefix": round(sum(cached) / len(cached), 3),
        "uncached": round(max(uncached), 2),
        "shortest_shared_part_in_letters": shortest,
    }


def measure() -> dict[str, Any]:
    rows = []
    for case, sections in load(DATA / "right.jsonl"):
        answers = {title: row["text"] for title, row in sections.items()}
        model, plain, bare = with_server(answers, lambda address, case=case, answers=answers: measure_case(case, answers, address))
        rows.append((model - plain - bare, check_seconds(case, answers), bare))
    sections = 6 * len(rows)
    return {
        "own_milliseconds_a_section": round(1000 * sum(row[0] for row in rows) / sections, 1),
        "of_which_checks": round(1000 * sum(row[1] for row in rows) / sections, 1),
        "bare_client_milliseconds_a_section": round(1000 * sum(row[2] for row in rows) / sections, 1),
        "first_call_after_processor_seconds": with_server(None, first_call_seconds),
        "tokens_against_one_call": token_ratios(),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
