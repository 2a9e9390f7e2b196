"""The golden facts and reports of the cases: a change of them is read in the diff."""

from pathlib import Path

import pytest

from tests.golden import CASES, golden


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_golden(case):
    for name, text in golden(CASES / case).items():
        assert text == (Path(CASES) / case / name).read_text("utf-8"), f"{case}/{name} differs; run `make golden` and read the diff"
