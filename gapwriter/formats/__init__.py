"""One file a format: `SUFFIX` and `render(report, theme) -> str | bytes`."""
