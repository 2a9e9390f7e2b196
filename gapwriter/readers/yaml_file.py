"""YAML: a role, corrections, or a resume with JSON Resume's fields."""

from __future__ import annotations

from typing import Any

import yaml

from gapwriter.document import Document, decode_text
from gapwriter.errors import InputError

SUFFIXES = (".yaml", ".yml")


LIMIT = 300_000
"""The largest YAML read, in characters: a role is a page, and the safe parser is slow."""


class _Loader(yaml.SafeLoader):
    """Safe YAML that keeps dates, numbers and yes/no words as text (`0123`, `3.10`, `NO`) and refuses aliases, which can grow without end."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="YAML aliases (*name) are not read here", problem_mark=mark)
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")] for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _unique_mapping(loader: Any, node: Any) -> dict[Any, Any]:
    mapping: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.MarkedYAMLError(problem=f"the key {key!r} is no text (put it in quotes)", problem_mark=key_node.start_mark)
        if key in mapping:
            raise yaml.MarkedYAMLError(problem=f"the key {key!r} stands twice", problem_mark=key_node.start_mark)
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


def read(content: bytes, name: str) -> Document:
    """The mapping in the file; InputError with the line where it is not YAML or no mapping."""
    text = decode_text(content, name)
    if len(text) > LIMIT:
        raise InputError(name, "", f"the YAML is larger than {LIMIT // 1000} kB", "give the role alone, or JSON")
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise InputError(name, line, f"this is not YAML that gapwriter reads ({error.problem})", "mend it there") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(name, "", f"this is not YAML ({str(error).splitlines()[0]})", "check the indentation") from None
    if not isinstance(data, dict):
        raise InputError(name, "", "the YAML holds no fields", "write `title:` and `essential:` with their values")
    return Document(name=name, lines=tuple(text.split("\n")), data=data)
