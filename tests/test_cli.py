"""The command: data on standard output, one line for what goes wrong on standard error, three exit codes."""

import io
import json
import os
import subprocess
import sys

import pytest
from answers import as_text
from conftest import SETTINGS
from fault_server import FaultServer, answer, refused

from gapwriter import __version__, read_catalog, write_report
from gapwriter.plain import write_plain
from gapwriter.prompt import read_sections

COMMANDS = ["report", "facts", "check", "compare", "catalog", "new", "schema", "doctor"]
ENVIRONMENT = {**os.environ, "GAPWRITER_AS_OF": "2026-11-01", "GAPWRITER_MODEL": "none"}


def shell(command, *arguments, **more):
    """Run a line of shell with "$@" as the files; `gapwriter` is the command."""
    line = ["bash", "-c", f'gapwriter() {{ "$PYTHON" -m gapwriter.cli "$@"; }}; {command}', "bash", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, env={**ENVIRONMENT, "PYTHON": sys.executable}, timeout=60, **more)


def assert_one_line(code, out, err, expected=1):
    assert (code, out) == (expected, "")
    assert err.startswith("gapwriter: ") and err.count("\n") == 1 and err.endswith("\n")
    assert "Traceback" not in err and "; " in err
    return err


@pytest.fixture
def type_in(monkeypatch):
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(data).encode())))


# --- what works ----------------------------------------------------------------------------------------------------------------------


def test_a_report_goes_to_standard_output(run, files):
    code, out, err = run("report", *files)
    assert (code, err) == (0, "") and out.startswith("# Skill-gap report: Noor Halvorsen")


def test_a_role_may_be_the_title_of_a_built_in_one(run, files):
    assert run("report", files[0], "data scientist")[0] == 0


@pytest.mark.parametrize("name", ["r.md", "r.json", "R.MD"])
def test_a_suffix_names_the_format_of_the_file_written(run, files, tmp_path, name):
    code, out, err = run("report", *files, "-o", tmp_path / name)
    assert (code, out, err) == (0, "", f"gapwriter: wrote {tmp_path / name}\n")
    text = (tmp_path / name).read_text("utf-8")
    assert (json.loads(text)["schema"] == "gapwriter.report/1") if name == "r.json" else text == run("report", *files)[1]


def test_facts_are_json(run, files):
    code, out, err = run("facts", *files)
    assert (code, err) == (0, "") and json.loads(out)["as_of"] == "2026-11-01"


@pytest.mark.parametrize("number", [0, 1])
def test_either_side_is_read_from_standard_input(run, files, type_in, number):
    whole = run("facts", *files)
    type_in(json.loads(files[number].read_text("utf-8")))
    assert run("facts", *[("-" if place == number else path) for place, path in enumerate(files)]) == whole


def test_candidates_are_compared_as_text_and_json(run, files):
    code, text, err = run("compare", files[1], files[0], files[0])
    assert (code, err) == (0, "") and len(text.splitlines()) == 3
    rows = json.loads(run("compare", files[1], files[0], "--format", "json")[1])
    assert [(row["place"], row["candidate"]) for row in rows] == [(1, "Noor Halvorsen")]


def test_settings_of_the_command_go_before_the_environment(run, files, tmp_path):
    assert json.loads(run("facts", *files, "--as-of", "2030-01-31")[1])["as_of"] == "2030-01-31"
    env = tmp_path / "my.env"
    env.write_text("GAPWRITER_HOURS_PER_WEEK=60\n")
    slow, fast = (json.loads(run("facts", *files, *more)[1])["roadmap"][0]["weeks"] for more in ([], ["--env-file", env]))
    assert fast < slow


@pytest.mark.parametrize("part", ["skills", "roles", "resources"])
def test_the_catalog_is_listed_a_row_a_line(run, part):
    code, out, err = run("catalog", "list", part)
    assert (code, err) == (0, "") and len(out.splitlines()) == len(read_catalog().raw[part])


def test_a_row_of_the_catalog_is_shown(run):
    assert json.loads(run("catalog", "show", "PYTHON")[1])[0]["id"] == "python"


@pytest.mark.parametrize("of", ["resume", "role", "facts", "report"])
def test_a_schema_is_printed(run, of):
    assert json.loads(run("schema", of)[1])["$schema"].startswith("https://json-schema.org/")


def test_the_version_is_told(run):
    assert run("--version") == (0, f"gapwriter {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)], ids=lambda arguments: " ".join(arguments) or "gapwriter")
def test_every_command_explains_itself_and_its_exit_codes(run, arguments):
    code, out, err = run(*arguments, "--help")
    assert (code, err) == (0, "") and out.startswith("usage: gapwriter") and "exit codes: 0" in " ".join(out.split())
    assert all(command in out for command in ([] if arguments else COMMANDS))


# --- what does not -------------------------------------------------------------------------------------------------------------------

WRONG_CALLS = [
    [],
    ["frob"],
    ["report"],
    ["report", "a"],
    ["report", "a", "b", "c"],
    ["report", "a", "b", "--frob"],
    ["report", "a", "b", "-o"],
    ["facts", "a", "b", "--model", "none"],
    ["compare", "a"],
    ["compare", "a", "b", "--format", "xml"],
    ["catalog"],
    ["catalog", "frob"],
    ["new"],
    ["schema"],
    ["schema", "frob"],
    ["doctor", "x"],
    ["--frob"],
]


@pytest.mark.parametrize("arguments", WRONG_CALLS, ids=" ".join)
def test_a_wrong_call_is_told_in_one_line(run, arguments):
    err = assert_one_line(*run(*arguments), expected=2)
    assert "--help" in err


BAD_RESUMES = {
    "empty.json": b"",
    "blank.txt": b" \n ",
    "cut.json": b'{"basics": {"name": "A',
    "list.json": b"[]",
    "twice.json": b'{"work": [], "work": []}',
    "deep.json": b'{"a":' * 100_000,
    "digits.json": b'{"a": ' + b"9" * 5000 + b"}",
    "half.json": b'{"basics": {"name": "\\ud800"}}',
    "latin.json": '{"basics": {"name": "Zoë"}}'.encode("latin-1"),
    "binary.txt": b"a\x00b",
    "resume.pdf": b"%PDF-1.4 \xff",
    "resume.xyz": b"text",
    "large.json": b" " * 5_000_001,
    "unknown.json": b'{"skill": []}',
    "nothing.json": b"{}",
    "types.json": b'{"work": "Clerk"}',
    "inner.json": b'{"work": [{"highlights": 5}]}',
    "date.json": b'{"skills": [{"name": "Python"}], "work": [{"startDate": "2021-14"}]}',
    "order.json": b'{"skills": [{"name": "Python"}], "work": [{"startDate": "2021", "endDate": "2020"}]}',
    "form.json": b'{"basics": {"name": "{{name}}"}, "skills": [{"name": "Python"}]}',
    "strange.json": b'{"basics": {"name": "A", "summary": "Florble."}}',
    "stated.json": b'{"skills": [{"name": "Python"}], "meta": {"gapwriter": "x"}}',
    "role.json": b'{"title": "x", "essential": ["Python"]}',
    "alias.yaml": b"a: &a [x]\nb: *a",
    "list.yaml": b"- a",
}
BAD_ROLES = {
    "empty.yaml": b"",
    "nothing.yaml": b"title: x",
    "unknown.yaml": b"title: x\nesential: [Python]",
    "types.yaml": b"title: x\nessential: Python",
    "entry.yaml": b"title: x\nessential: [{skil: Python}]",
    "both.yaml": b"title: x\nessential: [Python]\noptional: [python]",
    "level.yaml": b"title: x\nessential: [{skill: Python, proficiency: wizard}]",
    "years.yaml": b"title: x\nessential: [Python]\nexperience: {years: many}",
    "tag.yaml": b"title: !!python/name:os.system",
    "tab.yaml": b"title: x\n\tessential: [Python]",
    "documents.yaml": b"a: 1\n---\nb: 2",
    "nest.yaml": b"a: " + b"[" * 20_000,
    "long.yaml": b"title: x\nessential: [" + b"x" * 300 + b"]",
    "job.json": b'{"title": "x", "skills": 5}',
    "resume.json": b'{"basics": {"name": "A"}}',
    "control.yaml": b"title: \x01",
}


def named(err, path):
    """A message names the file, wherever that stands."""
    assert str(path) in err, err


@pytest.mark.parametrize("name", BAD_RESUMES)
def test_a_bad_resume_is_told_in_one_line_with_its_name(run, files, tmp_path, name):
    (tmp_path / ("bad-" + name)).write_bytes(BAD_RESUMES[name])
    named(assert_one_line(*run("report", tmp_path / ("bad-" + name), files[1])), tmp_path / ("bad-" + name))


@pytest.mark.parametrize("name", BAD_ROLES)
def test_a_bad_role_is_told_in_one_line_with_its_name(run, files, tmp_path, name):
    (tmp_path / ("bad-" + name)).write_bytes(BAD_ROLES[name])
    named(assert_one_line(*run("report", files[0], tmp_path / ("bad-" + name))), tmp_path / ("bad-" + name))


@pytest.mark.parametrize(
    "options",
    [
        ["--as-of", "yesterday"],
        ["--as-of", "0"],
        ["--hours-per-week", "0"],
        ["--hours-per-week", "many"],
        ["--horizon-weeks", "-1"],
        ["--env-file", "/nowhere/.env"],
        ["--corrections", "/nowhere/c.yaml"],
        ["--model", "gpt-9"],
        ["-o", "report.odt"],
        ["-o", "report"],
        ["-o", "/nowhere/report.md"],
    ],
    ids=" ".join,
)
def test_a_bad_option_is_told_in_one_line_with_its_value(run, files, options):
    assert options[1] in assert_one_line(*run("report", *files, *options))


def test_an_output_that_is_a_folder_is_refused(run, files, tmp_path):
    (tmp_path / "folder.md").mkdir()
    named(assert_one_line(*run("report", *files, "-o", tmp_path / "folder.md")), tmp_path / "folder.md")


def test_a_report_that_fails_leaves_no_file(run, files, tmp_path):
    files[0].write_text("{}")
    assert run("report", *files, "-o", tmp_path / "r.md")[0] == 1
    assert not (tmp_path / "r.md").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["catalog", "list", "cats"],
        ["catalog", "show", "zzz"],
        ["catalog", "show"],
        ["catalog", "lint", "/nowhere"],
        ["catalog", "compile", "/nowhere"],
        ["catalog", "compile"],
        ["report", "-", "-"],
        ["compare", "-", "-"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_told_in_one_line(run, arguments):
    assert_one_line(*run(*arguments))


@pytest.mark.parametrize("bad", ["", "x" * 300, "a\nb", "none.json", "."])
def test_a_name_of_no_file_is_told_in_one_line(run, files, bad):
    assert_one_line(*run("report", bad, files[1]))
    assert_one_line(*run("report", files[0], bad))


# --- as a process --------------------------------------------------------------------------------------------------------------------


def test_a_pipe_goes_in_and_out(files):
    done = shell('cat "$1" | gapwriter facts - "$2" | head -c 2', *files)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


def test_a_process_substitution_is_told_apart_by_its_content(files):
    done = shell('gapwriter report <(cat "$1") <(cat "$2") | head -1', *files)
    assert done.stderr == "" and "Noor Halvorsen" in done.stdout


def test_a_reader_that_stops_early_causes_no_message():
    done = shell("gapwriter catalog list | head -1; exit ${PIPESTATUS[0]}")
    assert done.stdout.count("\n") == 1 and done.stderr == "" and done.returncode in (0, 1)


@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
def test_an_output_that_takes_nothing_is_told_in_one_line(files, redirection):
    done = shell(f'gapwriter report "$1" "$2" {redirection}', *files)
    assert "standard output" in assert_one_line(done.returncode, done.stdout, done.stderr)


def test_a_closed_input_is_told_in_one_line(files):
    done = shell('gapwriter report - "$1" <&-', files[1])
    assert "empty" in assert_one_line(done.returncode, done.stdout, done.stderr)


def test_names_of_any_bytes_and_any_locale_do(files, tmp_path):
    done = shell('cp "$1" "$3"/$\'caf\\xe9.json\'; LC_ALL=C PYTHONUTF8=0 gapwriter report "$3"/$\'caf\\xe9.json\' "$2" | head -1', *files, tmp_path)
    assert done.stderr == "" and done.stdout.startswith("# Skill-gap report")
    done = shell("gapwriter report \"$1\"/$'none\\xe9.json' Chef", tmp_path)
    assert_one_line(done.returncode, done.stdout, done.stderr)


def test_a_person_may_interrupt(run, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("gapwriter.schema.json_schema", interrupt)
    assert run("schema", "role") == (130, "", "")


# --- a model ---------------------------------------------------------------------------------------------------------------------------


def test_without_a_setting_the_command_says_how_a_model_is_turned_on(run, files, monkeypatch):
    monkeypatch.delenv("GAPWRITER_MODEL")
    code, out, err = run("report", *files)
    assert code == 0 and out.startswith("# Skill-gap report") and len(err.splitlines()) == 1
    assert "plain sentences" in err and "GAPWRITER_MODEL=openai:" in err and "GAPWRITER_API_KEY" in err
    assert run("report", *files, "--model", "none")[2] == "" == run("facts", *files)[2]


def test_a_key_alone_sends_nothing_anywhere(run, files, monkeypatch):
    monkeypatch.delenv("GAPWRITER_MODEL")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert run("report", *files)[0] == 0


def test_a_model_that_fails_leaves_a_plain_report_and_one_line(run, files, monkeypatch):
    plain = run("report", *files)[1]
    with FaultServer([refused(500)]) as server:
        monkeypatch.setenv("GAPWRITER_BASE_URL", server.address)
        monkeypatch.setenv("GAPWRITER_DEADLINE", "2")
        code, out, err = run("report", *files, "--model", "openai:x")
        assert (
            code == 0
            and len(err.splitlines()) == 1
            and err.startswith("gapwriter: warning: openai:x: the server failed (status 500); 6 of 6 sections are plain")
        )
        assert out.split("## Appendix")[0] == plain.split("## Appendix")[0]
        code, out, err = run("report", *files, "--model", "openai:x", "--require-model")
        assert code == 1 and out == "" and len(err.splitlines()) == 1


def test_a_model_that_refuses_ends_the_command_with_one_line(run, files, monkeypatch):
    with FaultServer([refused(401, message="Incorrect key sk-x")]) as server:
        monkeypatch.setenv("GAPWRITER_BASE_URL", server.address)
        monkeypatch.setenv("GAPWRITER_API_KEY", "sk-x")
        code, out, err = run("report", *files, "--model", "openai:x")
    assert (code, out, err) == (1, "", "gapwriter: the key is not accepted\n") and len(server.asked) == 1


def test_the_report_tells_who_wrote(run, files, monkeypatch):
    facts = write_report(*files, settings=SETTINGS).facts
    plain = {section.title: write_plain(facts, section) for section in read_sections()}

    def say(body):
        task = body["messages"][-1]["content"]
        blocks = next((plain[title] for title in plain if f"Write the {title}" in task), ())
        return answer(as_text(blocks) or "1.")

    with FaultServer(say) as server:
        monkeypatch.setenv("GAPWRITER_BASE_URL", server.address)
        code, out, err = run("report", *files, "--model", "openai:x")
        target = files[0].with_name("report.json")
        assert run("report", *files, "--model", "openai:x", "-o", target)[0] == 0
    assert code == 0 and err == "" and "openai:x wrote " in out
    data = json.loads(target.read_text("utf-8"))
    assert data["writer"] == "openai:x" and data["writing"]["account"]["usage"]["sent"] >= 6000 and data["writing"]["way"] == "section"
    origins = {one["origin"] for section in data["sections"] for block in section["blocks"] for one in block["sentences"]}
    assert "model" in origins and origins <= {"model", "revised", "plain"}


def test_a_rehearsal_asks_nothing_and_names_nobody(run, files, monkeypatch):
    with FaultServer([refused(500)]) as server:
        monkeypatch.setenv("GAPWRITER_BASE_URL", server.address)
        code, out, err = run("report", *files, "--model", "openai:gpt-5-mini", "--dry-run")
    assert code == 0 and err == "" and server.asked == []
    assert "Noor" not in out and "Write the Executive Summary" in out and "tokens sent" in out.splitlines()[-1]


@pytest.mark.parametrize("option", [["--model", "nobody:x"], ["--model", "local:/nowhere.gguf"]])
def test_a_model_that_cannot_be_opened_is_one_line(run, files, option):
    code, out, err = run("report", *files, *option)
    assert code == 1 and out == "" and len(err.splitlines()) == 1


@pytest.mark.parametrize("model", [[], ["--model", "none"]])
def test_a_model_is_required_where_none_is_named(run, files, model, monkeypatch):
    monkeypatch.delenv("GAPWRITER_MODEL")
    code, out, err = run("report", *files, "--require-model", *model)
    assert (code, out) == (1, "") and "none is named" in err and len(err.splitlines()) == 1


def test_a_rehearsal_writes_no_file(run, files):
    code, out, err = run("report", *files, "--model", "openai:x", "--dry-run", "-o", files[0].with_suffix(".md"))
    assert (code, out) == (1, "") and "--dry-run" in err


def test_a_rehearsal_of_single_sentences_shows_them(run, files):
    code, out, _ = run("report", *files, "--model", "local", "--dry-run")
    assert code == 0 and "Say the sentence in other words" in out and "Sentence: " in out and "Noor" not in out
    assert "no model is named, so nothing would be sent" in run("report", *files, "--dry-run")[1]


def test_a_server_that_is_not_there_is_named(run, files, monkeypatch):
    monkeypatch.setenv("GAPWRITER_BASE_URL", "http://127.0.0.1:9/v1")
    code, out, err = run("report", *files, "--model", "openai:x")
    assert code == 0 and "no connection to 127.0.0.1:9 (Connection refused)" in err and "did not answer" in out


def test_a_prompt_that_cannot_be_used_is_one_line(run, files, monkeypatch, tmp_path):
    (tmp_path / "system.md").write_text("{{ nobody }}")
    monkeypatch.setenv("GAPWRITER_PROMPTS", str(tmp_path))
    code, out, err = run("report", *files, "--model", "openai:x", "--dry-run")
    assert code == 1 and out == "" and "'nobody'" in err and "system.md" in err and len(err.splitlines()) == 1


def test_a_report_without_a_model_loads_no_client(files):
    line = (
        "import sys; from gapwriter.cli import main; main(['report', sys.argv[1], sys.argv[2], '--model', 'none', '-o', sys.argv[1] + '.md']); "
        "print([name for name in ('openai', 'langchain', 'langchain_core', 'langchain_openai', 'httpx2', 'tenacity', 'jinja2', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", line, *map(str, files)], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert done.stdout.strip() == "[]"


def test_each_suffix_gives_its_format(run, files, tmp_path):
    for suffix, start in ((".html", b"<!doctype html>"), (".pdf", b"%PDF-"), (".docx", b"PK"), (".md", b"# Skill-gap report"), (".json", b"{")):
        target = tmp_path / f"report{suffix}"
        code, _, told = run("report", *files, "-o", str(target))
        assert code == 0 and target.read_bytes().startswith(start) and str(target) in told


def test_audience_language_and_sections_reach_the_report(run, files):
    assert "your resume" in run("report", *files, "--audience", "candidate")[1]
    assert "## Zusammenfassung" in run("report", *files, "--language", "de")[1]
    text = run("report", *files, "--sections", "upskilling_roadmap,interview_questions")[1]
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Upskilling Roadmap", "## Interview Questions", "## Appendix"]


@pytest.mark.parametrize(
    "options, told",
    [
        (("--audience", "boss"), "--audience: 'boss' should be 'recruiter' or 'candidate'"),
        (("--language", "xx"), "language: 'xx' is none of ours; use one of en, de"),
        (("--sections", "x"), "sections: 'x' is no section; use executive_summary"),
        (("--theme", "x"), "theme: 'x' is no theme of ours; use one of press, quiet"),
        (("--template", "x.docx"), "x.docx: there is no such file"),
        (("--template", __file__, "-o", "report.html"), "a Word template makes no .html file"),
        (("--language", "de", "--model", "openai:x"), "a model writes English alone"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(run, files, options, told):
    code, out, error = run("report", *files, *options)
    assert code == 1 and not out and told in error and error.count("\n") == 1


def test_a_report_to_the_candidate_is_checked_as_one(run, files, tmp_path):
    target = tmp_path / "report.md"
    run("report", *files, "--audience", "candidate", "-o", str(target))
    assert run("check", str(target), *files, "--strict", "--audience", "candidate")[0] == 0
    assert run("check", str(target), *files, "--strict")[0] == 100
