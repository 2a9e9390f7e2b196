"""One file a format: `SUFFIX` and `render(report) -> str`."""
