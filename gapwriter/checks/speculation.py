"""A forecast, a motive, a cause, a feeling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, lexicon
from gapwriter.fault import ROADMAP, fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "PyTorch should come easily to Noor.",
    "Colleagues may lose confidence if Noor cannot show Docker.",
    "## Upskilling Roadmap\n\nAWS stays outside because Northlight Analytics teaches it in-house.",
    "## Market Requirements Analysis\n\nVector databases are already standard at Northlight Analytics.",
)
ALLOWS = (
    "Noor would need to build up PyTorch.",
    "## Upskilling Roadmap\n\nAWS is left out because it does not fit into the horizon of 52 weeks.",
)

_LEFT_OUT = lexicon.Remembered(
    r"\b(?:left out|leaves? out|(?:stays?|remains?|is|are) (?:outside|out)|(?:has|have|gets?) no step|not planned)\b[^.;]*?\b(?:because|since|as|owing to|due to|given that)\b(?! (?:well|yet|far|long|soon|such|is|are|was|were)\b)(?P<cause>.*)"
)
_CAUSES = re.compile(
    r"\b(?:horizon|fits?|emerging|catalog(?:ue)?|granted|grants?|issu\w+|renew\w*|expired|courses?|work|weeks?|hours?|steps?|planned|time|formal|body|bodies|order|proof)\b"
)
"""What the facts give as reasons for leaving something out of the roadmap."""
_AT_COMPANY = lexicon.Remembered(
    r"\b(?:standard|in (?:daily )?use|used|established|common(?:place)?|adopted|introduced|rolled out|the norm|relied on|taught)\b[^,;.]{0,20}\b(?:at|by|across|within|in) (?:H|the company)\b"
    r"|\b(?:because|since) (?:H|the company) (?!(?:asks?|requires?|names?|lists?|expects?|wants?|needs?)\b)"
)

_GUESS = lexicon.Remembered(
    r"\b(?:come[s]? (?:easily|naturally|quickly)|come easy|(?:is|are|was|were) (?:probably|likely|presumably|perhaps|most likely|possibly|apparently) (?:due|because|caused|the result|a result|down|owed|to)|probably (?:due|because|reflects|stems|comes|results)|likely (?:due|because|reflects|stems|to (?:succeed|fail|struggle|leave|stay|thrive|excel|be (?:promoted|hired|happy|successful|a good|an excellent)|lead|cause|result|become|find|adapt|learn|pick|grow|take|pose|slow|hold|enjoy|make))|"
    r"may (?:lose|struggle|fail|find it|leave|feel|be tempted|become (?:frustrated|bored)|well (?:become|lead|prove|struggle|find)|never|grow|result|cause|hurt|harm|hinder|pose|slow|lead)|might (?:lose|struggle|fail|find it|leave|feel|be tempted|become|well|never|grow|result|cause|hurt|harm|hinder|lead|prove)|could (?:lose|struggle|fail|find it hard|leave|become|lead to|result in|cause|hurt|harm|hinder|prove|grow into|soon)|will (?:probably|likely|surely|certainly|no doubt|undoubtedly|soon|quickly|easily|struggle|thrive|excel|succeed|fail|flourish|enjoy|love|be (?:happy|successful|able to|promoted|frustrated|motivated|a (?:great|valuable|strong|good))|grow into|become|master|learn (?:quickly|fast)|adapt|find it|value|appreciate|feel|pay off|soon|make (?:a|an|up)|impress)|would (?:surely|certainly|probably|likely|thrive|excel|struggle|enjoy|love|feel|quickly|easily|soon|no doubt|undoubtedly|fit (?:in|well)|be (?:a (?:great|good|strong|valuable)|happy|bored|delighted|overwhelmed|successful))|should (?:have no (?:trouble|difficulty|problem)|find it (?:easy|hard)|be (?:able|easy|quick|ready|no problem)|pose no|prove|adapt|pick (?:it |this |that |them )?up|master|learn (?:quickly|fast)|thrive|excel|take (?:little|no) time|soon|quickly)|"
    r"can be expected (?:until|to|that|in|within|by|from)|is (?:bound|destined|poised|sure|certain|projected|predicted|forecast|anticipated|going) to|are (?:bound|likely|sure|certain|projected) to|is anticipated|expected (?:that|until)|it is (?:likely|unlikely|probable|possible|conceivable|hoped|feared) that|unlikely to|in all likelihood|chances are|no doubt will|before long|sooner or later|in (?:a few|the coming|due|no) (?:months|years|time|course)|within (?:a few )?(?:months|years|no time)|a matter of time|"
    r"salary|salaries|pay rise|promotion|promoted|turnover|colleagues? (?:may|might|will|would|could)|(?:team|manager|clients?|customers?|colleagues|management|co-workers|stakeholders|interviewers?)(?: \w+)? (?:may|might|will|would|could|is likely to|are likely to) (?:lose|doubt|appreciate|be|feel|notice|question|struggle|welcome|value|find|become|have|react|complain|object|prefer|need|see|ask|worry)|lose confidence|morale|resent\w*|frustrat\w+|disappoint\w*|"
    r"motivat\w+|eager|keen|enthusias\w+|passion\w*|ambition|ambitious|hopes?|wishes|dreams?|desire[sd]?|longs|enjoys?(?! priority)|loves?|likes|dislikes?|hates?|feels?|feeling|believes?|fears?|afraid|nervous|anxious|excited|excitement|thrilled|bored|boredom|tired|burn(?:ed|t)?[- ]?out|lazy|laziness|reluctan\w+|hesitan\w+|curiosity|curious|committed to|commitment|determin(?:ed|ation)|dedicat(?:ed|ion)|interest(?:ed)? in|lost interest|out of (?:fear|laziness|boredom|interest|ambition)|"
    r"because of (?:a lack|limited|poor|few|insufficient|inadequate|the lack|budget|personal|his|her|their|fear|family)|due to (?:a lack|limited|poor|few|insufficient|inadequate|the lack|budget|personal|his|her|their|fear|family|limited opportunities)|stems? from|(?:is|are) rooted in|attribut\w+ to (?:a|the) (?:lack|limited|absence)|explained by|owing to|as a result of (?:a lack|limited|poor|insufficient)|reason (?:for|why|behind|is)|presumably because|perhaps because|probably because|suggests? that (?:the candidate|N|he|she|they) (?:is|are|has|have|will|would|may|might|was|prefers?|avoid\w*|lack\w*)|"
    r"(?:missing|absent|lacking) because|because (?:the (?:employer|company|candidate)|N|he|she|they) (?:never|did not|was not|had no|preferred|lost|was|were|has no time)|driven by|motivated by|most likely|appeal(?:ed|s) to|never appealed|(?:a|the) wish (?:for|to)|avoided|avoids|neglect\w*|chose not|decided (?:not|against|to)|never bothered|(?:bright|promising|great|rosy|successful) (?:future|career|prospects?)|future looks|prospects?|potential to|career (?:will|may|might|could|would|should)|risk(?:s|y)? (?:of|that|to|for)|threat to|jeopardi[sz]e|backfire|regret|quick learner|fast learner|learns quickly|picks? (?:things )?up quickly|in no time|could be (?:running|leading|heading|managing)|within (?:a|one|two|three) (?:years?|months?) (?:N|he|she|they|the candidate) (?:could|will|may|might)|natural talent|born (?:leader|teacher|engineer)|gut feeling|on (?:N's|his|her|their) mind|fit(?:s)? (?:in )?(?:well|perfectly|seamlessly) (?:in|into|with)|settle in)\b"
)
_GENERIC = lexicon.Remembered(r"\b(?:applicants|candidates|recruiters|readers|anyone|whoever|H|role|position|employers?) will\b")
_SAFE = re.compile(r"\b(?:would need to|will have to be|needs? to|expected (?:level|proficiency|by the role|of the role)|employers hiring|at the expected)\b")


_WILL = lexicon.Remembered(
    r"\b(?:will|'ll|is going to|are going to)\s+(?:\w+ly |almost |surely |soon |also |then |still |first |not |only |now |in turn |likewise |both |all |each )*(?P<verb>\w+(?: \w+)?)"
)
_PLANNED = re.compile(
    r"(?:have to|need to|need|set|compromise|do|not |cost|do without|not do|take|takes|require|follow|come|close|bring|cover|begin|start|end|build|find|be (?:covered|closed|learned|learnt|needed|required|addressed|discussed|found|described|explained|tackled|shown|completed|taken|added|built|acquired|filled|met|studied|treated|dealt|listed|set|spent|devoted|necessary|new|followed|"
    r"looked|the|a|first|next|last|left|planned|given|named|presented|outlined|seen|done|checked|judged|assessed)|remain|work|complete|learn|study|pass|spend|turn|move|go|deal|run|last|fill|bridge|address|tackle|use|add|concentrate|focus|look|show|see|serve|help|finish|conclude|stay|count|read)\b"
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        will = None if _GENERIC.search(said.text) else _WILL.search(said.loose)
        if will and not _PLANNED.match(will["verb"]):
            yield fault("speculation", said, None, "a forecast is no fact", [])
            continue
        left_out = _LEFT_OUT.search(said.text) if said.sentence.section == ROADMAP else None
        if (left_out and not _CAUSES.search(left_out["cause"])) or _AT_COMPANY.search(said.text):
            yield fault("speculation", said, None, "a cause or a custom that nobody gave is no fact", [])
            continue
        found = _GUESS.search(said.loose)
        if found and found[0].startswith("will") and _GENERIC.search(said.text):
            continue
        if found and not (_SAFE.search(said.loose) and not re.search(r"\b(?:salary|colleagues|motivat|enthusias|passion)", said.text)):
            if found[0] in (
                "interest in",
                "interested in",
                "likes",
                "like",
                "wishes",
                "reason for",
                "reason is",
                "explained by",
                "expected to",
                "is expected",
                "desired",
            ) and not re.search(r"\b(?:candidate|N|he|she|they)\b", said.text):
                continue
            if (
                re.match(r"(?:desired|explained|wish|hope|like|reason|is expected|committed|decided)", found[0])
                and re.search(r"\b(?:role|employer|position|requirement)\b", said.text[: found.start()])
                and not re.search(r"\b(?:N|candidate)\b", said.text[: found.start()])
            ):
                continue
            if found[0] in ("salary", "salaries") and any(group.kind == "M" for group in said.line.groups.values()):
                continue  # what the advertisements state
            yield fault("speculation", said, None, "a forecast, a motive, a cause or a feeling is no fact", [])
