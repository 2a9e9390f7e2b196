"""JSON Schemas of what gapwriter reads and writes."""

from __future__ import annotations

from typing import Any

from gapwriter.fact import Fact
from gapwriter.prose import SectionText
from gapwriter.resume import Resume
from gapwriter.role import RoleFile


def json_schema(of: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a `resume`, a `role`, the output of `gapwriter facts` or a `report`."""
    if of == "resume":
        schema = Resume.model_json_schema(by_alias=True)
        for hidden in ("file", "outline"):
            schema["properties"].pop(hidden)
        schema["$defs"] = {name: row for name, row in schema["$defs"].items() if name not in ("Outline", "Job", "Piece")}
        schema["title"] = "Resume (JSON Resume 1.0.0; strict at the root, lenient inside)"
        return _dialect(schema)
    if of == "role":
        return _dialect(RoleFile.model_json_schema() | {"title": "Role"})
    return _dialect(_output_schema(of))


def _dialect(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _output_schema(of: str) -> dict[str, Any]:
    text, number, flag = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
    texts = {"type": "array", "items": text}
    maybe_text, maybe_flag = {"type": ["string", "null"]}, {"type": ["boolean", "null"]}
    relation = {"enum": ["essential", "optional", "emerging"]}
    evidence = {"type": "array", "items": _object({"quote": text, "source": text})}
    count = _object({"met": number, "of": number})
    requirement = _object(
        {
            "skill": text,
            "label": text,
            "relation": relation,
            "status": {"enum": ["met", "below_level", "missing", "unknown"]},
            "rung": {"enum": ["preferred label", "alternative label", "narrower skill", "fuzzy spelling", None]},
            "implied_by": maybe_text,
            "evidence": evidence,
        }
    )
    step = _object({"skill": text, "weeks": number, "hours": number, "proof": text, "resources": {"type": "array"}})
    shown = _object({"shown": maybe_flag, "evidence": evidence})
    gate = _object({"kind": text, "label": text, "status": {"enum": ["pass", "fail", "unknown"]}})
    fields: dict[str, Any] = {
        "as_of": {"type": "string", "format": "date"},
        "role": {
            **_object({"title": text, "company": text, "origin": text}),
            "properties": {"title": text, "company": text, "origin": text, "market": {"type": "object"}},
        },
        "requirements": {"type": "array", "items": requirement},
        "experience": _object({"months": {"type": ["integer", "null"]}, "required_years": {"type": ["number", "null"]}, "gate": maybe_text}),
        "leadership": shown,
        "architecture": shown,
        "gates": {"type": "array", "items": gate},
        "coverage": _object(
            {
                "essential": count,
                "optional": count,
                "emerging": count,
                "score": _object({"percent": {"type": ["integer", "null"]}, "met": number, "of": number}),
            }
        ),
        "gaps": {
            "type": "array",
            "items": _object({"skill": text, "label": text, "relation": relation, "kind": {"enum": ["missing", "below_level"]}, "importance": number}),
        },
        "held": {"type": "array", "items": _object({"skill": text, "basis": text, "asked": flag})},
        "roadmap": {"type": "array", "items": step},
        "left_out": {"type": "array", "items": _object({"skill": text, "relation": relation, "reason": text})},
        "unrecognised": texts,
        "unplaced": _object({"resume": {"type": "array"}, "role": {"type": "array"}}),
        "hidden": _object({"resume": {"type": "array"}, "role": {"type": "array"}}),
        "attributions": texts,
        "cast": {"type": "object", "additionalProperties": text},
        "facts": {"type": "array", "items": Fact.model_json_schema()},
    }
    if of == "report":
        section = SectionText.model_json_schema(ref_template="#/$defs/{model}")
        definitions = section.pop("$defs")
        writing = _object(
            {
                "model": text,
                "way": {"enum": ["section", "sentence"]},
                "prompts": text,
                "seconds": {"type": "number"},
                "troubles": texts,
                "account": {"type": ["object", "null"]},
            }
        )
        writing["type"] = ["object", "null"]
        fields = {"schema": {"const": "gapwriter.report/1"}, "writer": text, "writing": writing, "sections": {"type": "array", "items": section}, **fields}
        return _object(fields) | {"$defs": definitions, "title": "Report"}
    return _object(fields) | {"title": "Facts"}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
