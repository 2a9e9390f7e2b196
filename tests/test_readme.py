"""The README is true: its examples run, and its two commands are what CI runs."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_python_example_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    exec(compile(re.search(r"```python\n(.*?)```", README, re.S)[1], "README.md", "exec"), {})
    assert "# Skill-gap report" in capsys.readouterr().out


def test_role_example_is_a_role(tmp_path):
    from gapwriter import read_role

    path = tmp_path / "role.yaml"
    path.write_text(re.search(r"```yaml\n(.*?)```", README, re.S)[1], "utf-8")
    assert read_role(path).title == "Senior AI Engineer"


def test_first_two_commands_install_and_run():
    commands = [line[4:] for line in README.splitlines() if line.startswith("    ")][:2]
    assert commands[0].endswith("-o report.md")
    assert commands[1].endswith("-m pytest")


def test_every_command_of_the_readme_exists(run):
    commands = re.findall(r"^gapwriter (\w+)", README.split("## Use")[1].split("```")[1], re.M)
    assert len(commands) == 9
    for command in commands:
        assert run(command, "--help")[0] == 0
