"""Traces of how a text was made: placeholders, markup, template fields, talk of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapwriter.claims import Reading, lexicon
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "As an AI language model, I cannot verify this.",
    "{{gaps}} are discussed below.",
)
ALLOWS = ("The resume does not show PyTorch.",)

_RAW = re.compile(
    r"(?=[{<`\[&\\\ufffd\"%$#_])(?:\{\{.*?\}\}|\{%.*?%\}|\{[a-z_]+\}|<\|.*?\|>|</?[a-z][a-z0-9]*(?: [^>]*)?/?>|```\w*|\[/?INST\]|<<SYS>>|\[(?:insert|your|name|candidate|company|role|todo|tbd|placeholder|link|date|x{2,}|add|resource|skill|employer|title)\b[^\]]*\]|\[[A-Z_ ]{4,}\]|_{3,}|"
    r"&(?:amp|nbsp|lt|gt|quot|#\d+);|\\n|\\u[0-9a-f]{4}|\ufffd|\"\w+\"\s*:\s*[\"\[{\d]|%[sd]\b|\$\{[^}]*\}|###\s|\[\d+\]$)|^\s*[\[{]\s*\"|^(?:assistant|user|human|output|response|answer)\s*:|lorem ipsum|"
    r"\b(?=[tfxcesnpu])(?:TODO\b|TBD\b|FIXME\b|X{3,}\b|(?:CANDIDATE|EMPLOYER|TITLE|SKILL|COMPANY|SCHOOL|PROJECT)(?:_SHORT|_\d+)\b|None\b(?= years| weeks)|NaN\b|undefined\b|null\b)",
    re.I | re.M,
)
_TALK = lexicon.Remembered(
    r"\b(?:as an? (?:ai|large language|language) (?:language )?(?:model|assistant)|as an ai\b|language model|(?:i|i'm|i am|i've|i have|i'll|i will|i can|i cannot|i can't|i hope|i would|i'd|i do not|i don't|i apologi[sz]e|i trust|my)\b|let me know|feel free|hope this helps|happy to (?:help|expand|adjust|revise)|"
    r"certainly|of course|sure)\b(?:[!,:]|(?= ))|\b(?:here (?:is|are|'s) (?:the|a|an|your|my|some)(?: \w+){0,3} (?:section|summary|report|version|text|paragraph|draft|rewrite|revision|output|answer|response|analysis|rewritten|revised|list)|(?:the )?(?:section|text|summary|report|draft) you (?:asked for|requested)|(?:as|per) (?:you )?(?:requested|your (?:request|instructions))|"
    r"note: |note to (?:the )?(?:editor|user|self)|word count|end of (?:section|report|output|document)|tokens?|prompt|rewritten version|revised version|regenerat\w+|chatgpt|gpt-?\d|claude|llama|openai|based on the (?:information|data|context|facts) (?:provided|given|above)|the (?:provided|given) (?:facts|context|json|data)|would you like|do you want me|please (?:note that|let|provide|confirm|find|see)|tone (?:as|is) (?:requested|professional))\b",
    re.I,
)


@lru_cache(maxsize=2048)
def _find(sentence: str) -> tuple[re.Match[str], ...]:
    return tuple(_RAW.finditer(sentence))


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        text = said.sentence.text
        found = next((one for one in _find(text) if not any(name.start <= said.sentence.start + one.start() < name.end for name in said.entities)), None)
        if found:
            yield fault(
                "artifact_leak",
                said,
                (said.sentence.start + found.start(), said.sentence.start + found.end()) if len(text) > 60 else None,
                "this is a trace of how the text was made",
                [],
            )
            continue
        if said.sentence.section == "Appendix":
            continue  # which tells how the text came to be
        found = _TALK.search(said.loose)
        if not found:
            continue
        if re.match(r"(?:i|my)\b", found[0]) and not re.search(r"(?:^|[\s“\"])(?:I|I'm|I’m|I've|I’ve|I'll|I’ll|I'd|My|my)(?=\s)", text):
            continue
        if re.match(r"(?:certainly|of course|sure)\b", found[0]) and not re.match(r"\s*(?:certainly|of course|sure)\s*[!,:.]", said.text):
            continue
        if found[0].startswith("note: ") and not re.search(r"\b(?:tone|kept|requested|i|me|you|your|text|wrote|written|prompt|above|instruct\w*)\b", said.text):
            continue
        yield fault("artifact_leak", said, None, "this speaks of how the text was made", [])
    for found in re.finditer(r"^\s*(```.*|~~~.*)$", reading.text, re.M):
        if not any(said.sentence.start <= found.start(1) < said.sentence.end for said in reading.said):
            yield Finding(kind="artifact_leak", span=found.span(1), section="", sentence=found[1], message="this is a trace of how the text was made")
