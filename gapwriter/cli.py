"""The command line: arguments only, no logic."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NoReturn

from gapwriter import __version__, plugins
from gapwriter.errors import GapwriterError, InputError

EXIT_CODES = "exit codes: 0 all is well, 100 (check) something was found, 1 an input or a setting cannot be used (one line on standard error says which), 2 the command was called wrongly"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; data goes to standard output, messages to standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    if sys.stdout is None:
        print("gapwriter: standard output: is closed; name a file with `>` or `-o`", file=sys.stderr)
        return 1
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except GapwriterError as error:
        print(f"gapwriter: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        # What is left in the buffer cannot be written either; the interpreter would say so once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"gapwriter: standard output: cannot be written ({error.strerror}); check where it goes", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"gapwriter: {message}; see `{self.prog} --help`\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gapwriter", description="Compare a candidate with a target role and write a skill-gap report.", epilog=EXIT_CODES)
    parser.add_argument("--version", action="version", version=f"gapwriter {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help, description=help[0].upper() + help[1:] + ".", epilog=EXIT_CODES)
        command.set_defaults(run=run)
        return command

    report = add("report", _report, "write the report of one candidate and one role")
    _add_pair(report)
    report.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where to write it; the suffix names the format (.md, .html, .pdf, .docx, .json); Markdown to the terminal without it",
    )
    report.add_argument("--theme", metavar="NAME", help="how it looks: quiet (the default), press, or a theme of your own (.toml, .yaml)")
    report.add_argument("--template", metavar="FILE", help="a Word file of your own that the report is written into (.docx)")
    _add_audience(report)
    report.add_argument("--language", metavar="CODE", help="en (the default) or de")
    report.add_argument("--sections", metavar="NAMES", help="which sections, in which order, with commas; all but the optional ones without it")
    report.add_argument("--model", metavar="NAME", help="who writes: none (plain sentences, the default), openai:NAME, local, PROVIDER:NAME")
    report.add_argument("--require-model", action="store_true", help="fail where the model does, instead of writing plain sentences in its place")
    report.add_argument("--dry-run", action="store_true", help="print the prompts with an estimate of tokens and cost, and ask nothing")
    _add_pair(add("facts", _facts, "print the computed facts as JSON"))
    check = add("check", _check, "compare a report, whoever wrote it, with the facts of a candidate and a role")
    check.add_argument("file", metavar="FILE", help="the report as text or Markdown; - reads standard input")
    _add_pair(check, optional=True)
    check.add_argument("--facts", metavar="FACTS", help="the output of `gapwriter facts`, in place of RESUME and ROLE")
    check.add_argument("--section", metavar="TITLE", help="the section that the text is, where it has no headings")
    _add_audience(check)
    check.add_argument("--strict", action="store_true", help="hold it to what a report of gapwriter must say, and how")
    check.add_argument("--format", choices=("text", "json"), default="text")
    compare = add("compare", _compare, "rank candidates for one role: conditions first, then coverage")
    compare.add_argument("role", metavar="ROLE", help="a role file, an advertisement, or the title of a built-in role")
    compare.add_argument("resumes", metavar="RESUME", nargs="+")
    compare.add_argument("--format", choices=("text", "json"), default="text")
    _add_settings(compare)
    market = add("market", _market, "make one role from many advertisements of one title, by counting")
    market.add_argument("adverts", metavar="AD", nargs="+", help="advertisements in any format that is read, or folders of them")
    market.add_argument("-o", "--output", metavar="FILE", help="where to write the role (.yaml); to the terminal without it")
    market.add_argument("--title", metavar="TITLE", help="only advertisements whose title has these words; the title of the role")
    market.add_argument("--counts", metavar="FILE", help="write everything that is named as CSV: skill, must, named, earlier, later")
    catalog = add("catalog", _catalog, "list, show, check and extend the catalog of skills, roles and resources")
    catalog.add_argument("action", choices=("list", "show", "lint", "compile", "import"))
    catalog.add_argument(
        "what",
        metavar="WHAT",
        nargs="?",
        help="list: skills, roles or resources; show: a name or an id; lint (what is in use if left out), compile: a folder of YAML files that is laid over ours; "
        "import: esco, onet or csv",
    )
    catalog.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        help="import: ESCO's folder of CSV files or one of skills; O*NET's folder of text or Excel files; a CSV file with the columns id, label, aliases, kind, broader, "
        "of which label is needed, and | between several aliases or ids",
    )
    catalog.add_argument("-o", "--output", metavar="DIR", help="import: the folder to write; GAPWRITER_CATALOG=DIR lays it over ours")
    catalog.add_argument("--aliases", action="store_true", help="import: other labels as well, which find more and are wrong more often")
    new = add("new", _new, "make a folder with example files to start from")
    new.add_argument("folder", metavar="DIR", type=Path)
    schema = add("schema", _schema, "print a JSON Schema")
    schema.add_argument("of", metavar="WHAT", help="resume, role, facts or report", choices=("resume", "role", "facts", "report"))
    _add_settings(add("doctor", _doctor, "say what this installation can do"))
    return parser


def _add_pair(command: argparse.ArgumentParser, optional: bool = False) -> None:
    many: dict[str, Any] = {"nargs": "?"} if optional else {}
    command.add_argument("resume", metavar="RESUME", **many, help="JSON Resume (.json, .yaml) or plain text (.txt, .md); - reads standard input")
    command.add_argument(
        "role", metavar="ROLE", **many, help="a role file (.yaml, .json), an advertisement (.txt, .md), or the title of a built-in role; - reads standard input"
    )
    command.add_argument("--corrections", metavar="FILE", help="what a person sets right (YAML): relations, skills, years, pronouns, each with who and why")
    _add_settings(command)


def _add_audience(command: argparse.ArgumentParser) -> None:
    command.add_argument("--audience", metavar="WHO", help="whom it speaks to: recruiter (the default) or candidate, as “you”")


def _add_settings(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", metavar="DATE", help='the day on which "Present" ends (YYYY-MM-DD; today)')
    command.add_argument("--hours-per-week", metavar="N", help="learning hours a week that the roadmap counts on (8)")
    command.add_argument("--horizon-weeks", metavar="N", help="how far the roadmap plans optional gaps (52)")
    command.add_argument("--env-file", metavar="FILE", help="read settings from this .env file, besides the environment, which goes before it")


def _settings(arguments: argparse.Namespace) -> Any:
    from gapwriter.settings import read_settings

    return read_settings(arguments.env_file, options=vars(arguments))


def _write(arguments: argparse.Namespace, model: str | None = "none", **options: Any) -> Any:
    from gapwriter.correction import read_corrections
    from gapwriter.report import write_report

    if arguments.resume == "-" and arguments.role == "-":
        raise InputError("-", "", "standard input can be only one of resume and role", "name a file for the other")
    corrections = read_corrections(arguments.corrections) if arguments.corrections else ()
    return write_report(arguments.resume, arguments.role, model, _settings(arguments), corrections, **options)


def _report(arguments: argparse.Namespace) -> int:
    from gapwriter.report import format_of
    from gapwriter.theme import read_theme

    target = Path(arguments.output) if arguments.output else None
    if target:
        try:
            format_of(target)
        except KeyError:
            suffixes = ", ".join(sorted(plugins.load("formats", name).SUFFIX for name in plugins.names("formats")))
            raise InputError(str(target), "", "no format has this suffix", f"use one of {suffixes}") from None
    settings = _settings(arguments)
    theme = read_theme(settings.theme, settings.template)
    if settings.template and target and target.suffix.lower() != ".docx":
        raise InputError(settings.template, "", f"a Word template makes no {target.suffix} file", "write to a .docx file, or leave out the template")
    if arguments.dry_run and target:
        raise InputError(str(target), "", "--dry-run writes no report", "leave out one of -o and --dry-run")
    if arguments.dry_run:
        from gapwriter.rehearsal import rehearse

        print(rehearse(_write(arguments).facts, settings))
        return 0
    from gapwriter.progress import show_on_terminal

    with show_on_terminal() if not settings.writes_plainly else nullcontext() as progress:
        report = _write(arguments, None, require_model=arguments.require_model, progress=progress)
    if not target:
        sys.stdout.write(report.render(theme=theme))
        _tell(report, settings)
        return 0
    try:
        report.save(target, theme)
    except OSError as error:
        raise InputError(str(target), "", f"cannot be written ({error.strerror})", "check the folder and its permissions") from None
    print(f"gapwriter: wrote {target.resolve()}", file=sys.stderr)
    _tell(report, settings)
    return 0


def _tell(report: Any, settings: Any) -> None:
    """Who wrote, in one line, where a reader could think otherwise."""
    if not settings.model:
        print(
            "gapwriter: written in plain sentences; a model writes with GAPWRITER_MODEL=openai:NAME and GAPWRITER_API_KEY, or GAPWRITER_BASE_URL for a server of your own",
            file=sys.stderr,
        )
    elif report.writing and report.writing.troubles:
        _, _, reason = report.writing.troubles[0].partition(": ")
        count = f"{len(report.writing.troubles)} of {len(report.sections)} sections are plain"
        print(f"gapwriter: warning: {report.writing.model}: {reason}; {count}, {report.prose_kept:.0%} of the sentences are the model's", file=sys.stderr)


def _facts(arguments: argparse.Namespace) -> int:
    _print_json(plugins.load("formats", "json").facts_data(_write(arguments)))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from gapwriter.checker import Checker, read_facts, show_findings
    from gapwriter.document import read_text_file

    if bool(arguments.facts) == bool(arguments.resume and arguments.role):
        raise InputError("check", "", "give either RESUME and ROLE or --facts", "see `gapwriter check --help`")
    if [arguments.file, arguments.resume, arguments.role, arguments.facts].count("-") > 1:
        raise InputError("-", "", "standard input can be only one of the files", "name files for the others")
    text = read_text_file(arguments.file)
    facts = read_facts(arguments.facts) if arguments.facts else _write(arguments).facts
    examination = Checker(facts).examine(text, arguments.section, arguments.strict)
    if arguments.format == "json":
        _print_json(examination.as_data())
    else:
        print(show_findings(examination, facts, text, arguments.file))
    return 100 if examination.findings else 0


def _compare(arguments: argparse.Namespace) -> int:
    from gapwriter.gap import analyze
    from gapwriter.ranking import rank_candidates, ranking_rows, ranking_table
    from gapwriter.role import read_role
    from gapwriter.skill import read_catalog

    settings = _settings(arguments)
    if [arguments.role, *arguments.resumes].count("-") > 1:
        raise InputError("-", "", "standard input can be only one of role and resumes", "name files for the others")
    catalog = read_catalog(settings.catalog)
    role = read_role(arguments.role, catalog)
    ranks = rank_candidates(analyze(resume, role, settings, catalog) for resume in arguments.resumes)
    if arguments.format == "json":
        _print_json(ranking_rows(ranks))
    else:
        print(ranking_table(ranks))
    return 0


def _market(arguments: argparse.Namespace) -> int:
    import csv
    import io

    import yaml

    from gapwriter.market import Named, survey_market
    from gapwriter.wording import write_number

    market = survey_market(arguments.adverts, arguments.title or "")
    for fault in market.faults:
        print(f"gapwriter: left out: {fault}", file=sys.stderr)
    role = yaml.safe_dump(market.role, sort_keys=False, allow_unicode=True, width=160)
    if arguments.counts:
        table = io.StringIO()
        csv.writer(table, lineterminator="\n").writerows([Named._fields, *market.counts])
        _save(arguments.counts, table.getvalue())
    if arguments.output:
        _save(arguments.output, role)
    else:
        sys.stdout.write(role)
    survey = market.role["market"]
    told = ", ".join(
        f"{write_number(survey[name])} {words}"
        for name, words in (("copies", "copied"), ("left_out", "left out"), ("undated", "without a date"))
        if name in survey
    )
    print(f"gapwriter: {market.role['source']}" + (f"; {told}" if told else ""), file=sys.stderr)
    return 0


def _save(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(path, "", f"cannot be written ({error.strerror})", "check the folder and its permissions") from None
    print(f"gapwriter: wrote {Path(path).resolve()}", file=sys.stderr)


def _catalog(arguments: argparse.Namespace) -> int:
    from gapwriter.lint import PARTS, find_rows
    from gapwriter.skill import read_catalog

    if arguments.action != "import" and (arguments.path or arguments.output or arguments.aliases):
        raise InputError("catalog", "", f"{arguments.action} takes no PATH, -o or --aliases", "see `gapwriter catalog --help`")
    if arguments.action == "import":
        return _import(arguments)
    if arguments.action == "compile" and not arguments.what:
        raise InputError("catalog", "", "compile needs a folder", "name the one with skills/, roles/ or resources/")
    if arguments.action in ("lint", "compile"):
        return _lint(arguments.what, arguments.action == "compile")
    catalog = read_catalog()
    if arguments.action == "list":
        part = arguments.what or "skills"
        if part not in PARTS:
            raise InputError("catalog", "", f"there are no {part!r}", f"list one of {', '.join(PARTS)}")
        for row in catalog.raw[part]:
            print(f"{row['id']}\t{row.get('label') or row.get('title')}\t{row.get('kind') or ''}".rstrip())
        return 0
    rows = find_rows(arguments.what or "", catalog)
    if not rows:
        raise InputError("catalog", "", f"there is no {arguments.what or ''!r}", "`gapwriter catalog list` names what is there")
    _print_json(rows)
    return 0


def _lint(folder: str | None, write: bool) -> int:
    from gapwriter.layer import look_over

    rows, faults, save = look_over(Path(folder) if folder else None)
    for fault in faults:
        print(f"{fault.place}: {fault.message}")
    print(f"gapwriter: {', '.join(f'{len(found):,} {part}' for part, found in rows.items())}, {len(faults)} faults", file=sys.stderr)
    if write and not faults:
        save()
    return 1 if faults else 0


def _import(arguments: argparse.Namespace) -> int:
    from gapwriter.importing import import_files
    from gapwriter.skill import chosen_layers

    if not (arguments.what and arguments.path and arguments.output):
        raise InputError("catalog", "", "import needs a format, a PATH and -o DIR", "write `gapwriter catalog import esco PATH -o DIR`")
    brought = import_files(arguments.what, Path(arguments.path), Path(arguments.output), arguments.aliases)
    layers = dict.fromkeys([*filter(None, chosen_layers().split(os.pathsep)), arguments.output])
    for line in (brought.summary, *brought.notes, f"wrote {arguments.output}; it is used with GAPWRITER_CATALOG={os.pathsep.join(layers)}"):
        print(f"gapwriter: {line}", file=sys.stderr)
    return 0


def _new(arguments: argparse.Namespace) -> int:
    from gapwriter.examples import write_examples

    for path in write_examples(arguments.folder):
        print(path)
    return 0


def _schema(arguments: argparse.Namespace) -> int:
    from gapwriter.schema import json_schema

    _print_json(json_schema(arguments.of))
    return 0


def _doctor(arguments: argparse.Namespace) -> int:
    from gapwriter.doctor import examine

    rows, well = examine(_settings(arguments))
    for name, state in rows:
        print(f"{name:<12} {state}")
    return 0 if well else 1


def _print_json(data: Any) -> None:
    from pydantic_core import to_json

    print(to_json(data, indent=1).decode())


if __name__ == "__main__":
    sys.exit(main())
