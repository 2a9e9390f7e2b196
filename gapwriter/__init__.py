"""gapwriter: a resume and a role in, a true skill-gap report out.

resume, role → matches → gaps → roadmap → facts → prose → report
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Facts",
    "Finding",
    "GapwriterError",
    "InputError",
    "Report",
    "Resume",
    "Role",
    "Settings",
    "analyze",
    "analyze_many",
    "check",
    "rank_candidates",
    "read_catalog",
    "read_corrections",
    "read_resume",
    "read_role",
    "write_report",
]

if TYPE_CHECKING:
    from gapwriter.checker import check
    from gapwriter.correction import read_corrections
    from gapwriter.errors import GapwriterError, InputError
    from gapwriter.fact import Facts
    from gapwriter.finding import Finding
    from gapwriter.gap import Analysis, analyze
    from gapwriter.pool import analyze_many
    from gapwriter.ranking import rank_candidates
    from gapwriter.report import Report, write_report
    from gapwriter.resume import Resume, read_resume
    from gapwriter.role import Role, read_role
    from gapwriter.settings import Settings
    from gapwriter.skill import read_catalog

_HOMES = {
    "Analysis": "gap",
    "Facts": "fact",
    "Finding": "finding",
    "GapwriterError": "errors",
    "InputError": "errors",
    "Report": "report",
    "Resume": "resume",
    "Role": "role",
    "Settings": "settings",
    "analyze": "gap",
    "analyze_many": "pool",
    "check": "checker",
    "rank_candidates": "ranking",
    "read_catalog": "skill",
    "read_corrections": "correction",
    "read_resume": "resume",
    "read_role": "role",
    "write_report": "report",
}


def __getattr__(name: str) -> Any:
    """The public names, imported on first use: `import gapwriter` alone loads nothing."""
    if name in _HOMES:
        return getattr(import_module(f"gapwriter.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'gapwriter' has no attribute {name!r}")
