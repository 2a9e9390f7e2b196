"""The wheel: built, installed without the network, run from another folder."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_wheel_carries_catalog_prompts_and_cases(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "gapwriter/catalog/catalog.json" in names
    assert "gapwriter/prompts/sections/10_executive_summary.md" in names
    assert "gapwriter/cases/senior-ai-engineer/resume.json" in names
    assert not [name for name in names if name.startswith("gapwriter/catalog/skills")]


def test_installed_wheel_writes_a_report(wheel, tmp_path):
    venv.create(tmp_path / "env", system_site_packages=True, with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    # The packages that it depends on are those of this environment: the network is not asked.
    site = next(path for path in sys.path if path.endswith("site-packages"))
    (next((tmp_path / "env" / "lib").glob("python*")) / "site-packages" / "dependencies.pth").write_text(site, "utf-8")
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--force-reinstall", wheel], check=True)
    subprocess.run([python, "-m", "gapwriter.cli", "new", "start"], cwd=tmp_path, check=True, capture_output=True)
    where = subprocess.run([python, "-c", "import gapwriter; print(gapwriter.__file__)"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert str(tmp_path) in where
    command = [python, "-m", "gapwriter.cli", "report", "start/resume.json", "start/role.yaml"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("# Skill-gap report")
