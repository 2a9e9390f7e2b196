"""Run every benchmark and print all figures as one JSON object."""

import json
from importlib import import_module

QUESTIONS = (
    "claims",
    "seeded",
    "written",
    "checking",
    "narrative",
    "hostile",
    "overhead",
    "local_model",
    "adversarial",
    "terms",
    "ambiguity",
    "pairs",
    "own_pairs",
    "text_pairs",
    "skillspan",
    "reading",
    "speed",
    "rendering",
    "start",
    "digest",
)


def main() -> None:
    print(json.dumps({name: import_module(f"benchmarks.{name}").measure() for name in QUESTIONS}, indent=1))


if __name__ == "__main__":
    main()
