"""A text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading
from gapwriter.fault import OWN, fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = ("The resume does not",)
ALLOWS = ("The resume does not show PyTorch.",)

_CLOSED = re.compile(r"[.!?:…。][\"'”’»)\]*_]*$|\|$")
_DANGLING = re.compile(
    r"(?:\b(?:a|an|the|and|or|but|of|in|on|at|to|for|with|by|from|as|than|that|which|who|is|are|was|were|has|have|had|does|do|not|will|would|can|could|should|may|be|been|its|his|her|their|this|these|those|such|both|neither|while|although|because|if|when|where|whereas|into|about|over|under|between|without|within|also|(?<!or )more|most|very|so|"
    r"include|includes|including|covers|cover|shows|requires|appear|appears|remains|through|via|per|plus|nor|yet|one|only|still|already|brings|addresses|hold|complete|what|how)|[,;(“\-–—&/])$",
    re.I,
)
_LABEL = re.compile(r"[*_]{0,2}[\w][^.!?:]{2,40}:[*_]{0,2}\s+\S")


def check(reading: Reading, world: World) -> Iterator[Finding]:
    last = {said.sentence.section: said for said in reading.said}
    ends = [said for said in reading.said if said.sentence.ends_block]
    items = [said for said in ends if said.sentence.is_item]
    labelled = [said for said in ends if _LABEL.match(said.sentence.text.strip())]
    open_labels = (len(labelled) > 1 or len(ends) == 1) and not any(_CLOSED.search(said.sentence.text.strip()) for said in labelled)
    lines = len(ends) > 2 and sum(not _CLOSED.search(said.sentence.text.strip()) for said in ends) * 2 > len(ends)
    bare = sum(not _CLOSED.search(said.sentence.text.strip()) for said in items)
    for said in ends:
        if reading.passage.headings and said.sentence.section not in OWN:
            continue
        text = said.sentence.text.strip()
        if _CLOSED.search(text):
            continue
        words = text.rstrip("*_`")
        loose = _DANGLING.search(words) or words.count("(") > words.count(")") or words.count("“") > words.count("”")
        listed = said.sentence.is_item and bare >= max(1, len(items) - 1) and len(items) > 1
        label = _LABEL.match(text) and not said.sentence.is_item
        closing = said is last[said.sentence.section]
        if not loose and ((label and open_labels) or lines):
            continue
        if loose or (not listed and (closing or len(words.split()) > 4 or said.sentence.is_item) and not (label and not closing)):
            yield fault("truncation", said, None, "the sentence breaks off", [])
