"""Rank the shipped cases for one role: conditions first, then coverage. Run it from the project's folder: `python examples/rank_candidates.py`."""

from pathlib import Path

from gapwriter import analyze, rank_candidates, read_role

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases"

role = read_role("Data Analyst")
ranks = rank_candidates(analyze(case / "resume.json", role) for case in sorted(CASES.iterdir()))
for rank in ranks[:5]:
    gaps = [gap.label for gap in rank.analysis.gaps_of("essential")]
    print(f"{rank.place}. {rank.analysis.candidate}: {rank.analysis.score} %, essential gaps: {', '.join(gaps) or 'none'}")
