"""Report: the page of the format HTML, in a frame of its own; Markdown where no HTML is shown."""

from __future__ import annotations

from gapwriter.language import read_language
from gapwriter.panel import isolate
from gapwriter.report import Report
from gapwriter.sheet import lay_sheet


def bundle(report: Report) -> dict[str, str]:
    sheet = lay_sheet(report, read_language(report.facts.language, report.facts.audience))
    kept = f", {report.prose_kept:.0%} of the sentences are the model's" if report.writing else ""
    plain = f"{sheet.title} ({sheet.as_of}; {len(report.sections)} sections, {len(report.verdict)} sentences{kept})"
    page, markdown = str(report.render("html")), str(report.render("markdown"))
    return {"text/html": isolate(page, sheet.title, scripts=True), "text/markdown": markdown, "text/plain": plain}
