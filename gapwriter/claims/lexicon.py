"""The words by which a clause is read: what asserts a skill, what denies it, what turns the sense, what ranks, hedges, praises or speaks of the report itself.

Every list is of small-letter words and phrases, `|` between them; a name stands as its capital letter (S skill, N candidate, …). A phrase whose sense its words do not
give is an idiom, with the sign it has as a whole.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from gapwriter.words import common_words


class Remembered:
    """A pattern whose searches are remembered: the same sentences are read in a section, in its next draft and in the whole report."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        compiled = re.compile(pattern, flags)
        self.pattern, self.finditer, self.fullmatch, self.sub = pattern, compiled.finditer, compiled.fullmatch, compiled.sub
        self.search = lru_cache(maxsize=2048)(compiled.search)


def phrases(text: str, before: str = r"(?<![\w'-])", after: str = r"(?![\w-])") -> Remembered:
    """One pattern of phrases; inside them `~` stands for up to three words, `?` after a word for may-be."""
    parts = [part.strip() for part in text.replace("\n", "|").split("|") if part.strip()]
    parts.sort(key=len, reverse=True)
    return Remembered(before + "(?:" + "|".join(_part(part) for part in parts) + ")" + after)


def _part(part: str) -> str:
    return part.replace(" ~ ", r"(?: [\w'-]+){0,3} ").replace(" ", r"\s+")


FINITE = Remembered(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|will|would|could|should|may|might|must|needs?|knows?|shows?|brings?|holds?|covers?|meets?|lacks?|offers?|supports?|leaves?|names?|lists?|asks?|requires?|wants?|expects?|calls|seeks?|"
    r"counts?|stands?|remains?|stays?|comes?|goes|takes?|works?|worked|misses|mentions?|documents?|demonstrates?|includes?|contains?|covers?|spans?|features?|appears?|tops?|teaches|costs?|follows?|precedes?|starts?|begins?|opens?|ends?|closes?|excels?|"
    r"welcomes?|insists?|treats?|ticks?|confirms?|credits?|says?|speaks?|points?|falls?|reaches?|possess(?:es)?|uses?|runs?|lies?|matters?|concerns?|applies|makes?|gives?|finds?|found|sits?|belongs?|compares?|fills?|sees?|settles?|shortens?|granted|builds? (?:up)?on|rests? on|leads? (?:to|through|from|up to)|completes? (?:the|it|this|them)|answers? (?:an?|the|to|it|this|each|every|essential|optional)|carry|carries|forms? (?:the|an?|part)|makes? up|lasts?|describes?|comprises?|go(?= (?:to|into|beyond|towards?)\b)|address(?:es)?(?= (?:an?|the|all|it|this|that|each|every|essential|optional|both|S)\b)|adds? up|amounts? to|corresponds? to|equals?|totals?|fits?(?= (?:in|into|within|inside)\b)|sets?|serves?|spends?|ranks?|weighs?|exists?|scores?)\b|'s\b(?=\s+(?:not|still|a|the|missing|documented))"
)

# --- what holds and what does not -------------------------------------------------------------------------------------------------

NEGATORS = phrases(
    "not|never|no|none|nobody|no one|nothing|neither|nor|without|hardly|scarcely|cannot|can't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|doesn't|don't|didn't|won't|wouldn't|couldn't|nowhere|"
    "far from|anything but|fails to|fail to|failed to|failing to|unable to|devoid of|free of|free from|little evidence|little or no|little to show|few traces|would be mistaken|is mistaken|are mistaken|would be wrong|is wrong|would be incorrect|is untrue|is false|be misplaced|is misplaced|is unfounded|be unfounded|a mistake|an error|excepted from|"
    "it would be wrong to|it would be a mistake to|it would be inaccurate to|it would be incorrect to|it would be misleading to|wrong to|incorrect to|inaccurate to|misleading to|untrue that|not true that|cannot be said to|by no means|in no way|no longer|too early to|premature to|denies|denied|rules? out|ruled out|cannot claim|can't claim|hard to find|difficult to find"
)

MINUS = phrases(
    """in vain|to-learn list|learning list|await|awaits|awaiting|lack|lacks|lacked|lacking|missing|miss|misses|missed|absent|absence|gap|gaps|shortfall|shortfalls|falls behind|fall behind|lags|lagging|lag behind|trails|left without|shortcoming|shortcomings|deficit|deficits|deficiency|deficiencies|deficient|weak|weakness|weaknesses|weak spot|weak point|blind spot|hole|holes
    open|outstanding|unmet|unproven|undocumented|unsupported|unconfirmed|unfamiliar|untested|unaddressed|uncovered|unfilled|unfulfilled|unsatisfied|unevidenced|unshown|unmentioned|unlisted|unverified|unattested|unsubstantiated|untouched|unrecorded|unchecked|unticked|unticked|unqualified|inexperienced|untrained|unaccounted for|silent|silence|empty|blank|not applicable
    runs out|run out|leaves off|ends at|stops at|falls down|gives out|comes up short|falls short|fall short|short of|comes up empty|draws a blank|nothing to say|elusive|want|wanting|in need of|need of|need for|needed|needs|need|needing|necessary next|to-do|to do list
    learn|learned|learnt|learning|learns|acquire|acquired|acquiring|acquires|develop|developed|developing|develops|build up|built up|building up|build|builds|built|pick up|picked up|picking up|gain|gained|gaining|close|closes|closed|closing|bridge|bridged|bridging|fill|filled|fills|filling|address|addressed|addressing|remedy|remedied|remedying|make up|catch up|catching up|study|studied|studying|train|tackle|tackled|tackles|tackling|add|added|adds|adding|upskill|upskilling|upskills|upskilled|work on|works on|worked on|working on|get to grips with|familiarise|familiarize|start from|starting from|obtain|obtained|obtaining|attain|attained|earn|earned|earning
    improve|improves|improved|improvement|improvements|strengthen|strengthened|strengthening|growth area|growth areas|development area|development areas|development need|development needs|area for development|areas for development|area to develop|areas to develop|area of development|areas of development|learning need|learning needs|training need|training needs|upskilling need|upskilling needs|room for growth|room to grow|from scratch|from zero|from the ground up|from the beginning
    hold back|holds back|held back|holding back|stand in the way|stands in the way|stumbling block|stumbling blocks|obstacle|obstacles|hurdle|hurdles|barrier|barriers|worry|worries|concern|concerns|issue|problem|sticking point|sticking points|stand between|stands between|keeps from|keep from|separates|separate|still lies ahead|lies ahead|lie ahead|remains to come|still to come|to come|deal-breaker|drawback|pain point|pain points|missing link|missing piece|missing pieces|new to|newcomer to|stranger to|strangers to|foreign to|alien to|unknown|overdue|pending|unresolved|to be closed|to be filled|question mark|question marks|doubtful|unclear|uncertain|beyond reach|out of reach|foreign territory|uncharted|new territory|unexplored|minus|minuses|✗|✘|❌|x mark|loses points|costs points|disqualif|elsewhere unproven"""
)

PLUS = phrases(
    """has|have|having|had|attributed|attributable|ascribed|string to|strings to|on hand|to hand|at hand|possession|can call|abilities|extends to|extend to|firm ground|solid ground|safe ground|part of|a feel for|gives|gave|goes on with|go on with|runs on with|continues with|stands for|stand for|stands in for|holds|hold|holding|held|possess|possesses|possessed|possessing|owns|know|knows|known|knowing|knowledge|knowledgeable|know-how|command|commands|grasp|skill|skills|skilled|experience|experiences|experienced|familiar|familiarity|competent|competence|competency|competencies|proficient|proficiency|fluent|fluency|versed|conversant|grounding|grounded|background|expertise|expert|adept|capable|capability|capabilities|ability|able|aptitude|mastery|masters|mastered|acquainted|acquaintance|literate|literacy|qualified|qualification
    covers|cover|covered|covering|coverage|brings|bring|bringing|brought|offers|offer|offered|offering|shows|show|shown|showing|showed|demonstrate|demonstrates|demonstrated|demonstrable|document|documents|documented|documentation|evidence|evidenced|evidences|evident|evidently|proof|prove|proves|proven|proved|confirm|confirms|confirmed|record|recorded|records|on record|on file|lists|listed|listing|appear|appears|appeared|appearing|feature|features|featured|featuring|mention|mentions|mentioned|names|named|present|presence|visible|visibly|found|find|finds|stated|states|satisfied|satisfies|satisfy|met|meet|meets|meeting|match|matched|matches|matching|tick|ticks|ticked|in place|support|supports|supported|supporting|established|available|at home|comfortable|practise|practises|practised|practice|practiced|practicing|practising|worked with|work with|works with|working with|worked in|works in|work in|working in|work|worked|works|used|use|uses|using|utilises|utilizes|hands-on|exposure|exposed|trained in|trained|training in|credited|credit|credits|count|counts|counted|already|strength|strengths|strong|strongest|solid|sound|excel|excels|excelled|excelling|point to|points to|under the belt|convince|convinces|convincing|speaks for|backed|backs|substantiated|attested|attests|verified|verifies|accounted for|fulfilled|fulfils|fulfills|fulfil|fulfill|fulfilling|in hand|secured|secure|secures|check|yes|✓|✔|✅|☑|handles|handle|handled|touched|touches|touch|trace|traces|sign|signs|indication|indications|hint of|mark|mention of|reference|references|referenced|refers|entry|entries|contains|contain|contained|includes|include|included|including|spans|span|ready|readiness|at ease|accomplished|good at|good with|deep|well|overlap|overlaps|align|aligns|aligned|common ground|asset|assets|plus side|credentials in|track record|toolkit|toolbox|repertoire|portfolio|skill set|skillset|carries|carry|carried|declares|declared|claims|claimed|reported|reports|reports on|equipped|armed|tested|tried|given|hers|theirs|done|did|does do|understands|understand|understanding|understood|operates|operated|performed|performs|perform|applied|applies|apply|delivered|knows about|routine|everyday|daily|already there|there already|in the bag|behind|box ticked|present and correct|complete|completed|completes|acknowledged|recognised|recognized|registers|registered|noted|notes|reveals|reveal|revealed|indicates|indicate|indicated|displays|display|produce|produces|produced|displayed|exhibits|exhibited|boasts|boast|presents|accredited|certified|versatile|sits comfortably|satisfactory|green"""
)

# What asserts a skill only of a candidate or a resume: of a role it says what the role asks for.
WEAK = phrases(
    "has|have|having|include|includes|included|including|lists|listed|listing|names|named|mention|mentions|mentioned|contains|contain|covers|cover|covered|appear|appears|feature|features|counts|count|counted|states|stated|present|presents|experience|skill|skills|knowledge|strong|solid|sound|proven|ability|expertise|competence|competencies|qualification|command|familiarity|match|work|working|use|uses|ready|readiness|done|did|complete|completes|register|carries|carry|boasts|offers|offer|find|finds|marks|mark|sign|support|supports|qualified|well|already there|asset|assets|understanding|hands-on|proficiency|fluency|background|deep|advanced|behind|bring|brings|holds|hold|good with|daily|everyday|routine|know-how|ready|show|shows"
)
PERSON = Remembered(
    r"\b(?:(?<!a )(?<!no )(?<!any )(?<!each )(?<!every )(?<!ideal )(?<!successful )(?<!suitable )candidate|(?<!a )(?<!any )candidate's|the applicant|N|he|she|they|him|her|them|his|their|profile|resume|cv|record|paperwork|papers|documents|match|matched|met|already|satisfied|documented|file|fulfilled|ticked)\b"
)

MARKET_PERSON = Remembered(
    r"\b(?:(?<!a )(?<!no )(?<!any )(?<!each )(?<!every )(?<!ideal )(?<!successful )(?<!suitable )candidate|the applicant|N|he|she|him|her|his|profile|resume|cv|record|paperwork|met|satisfied|ticked|(?:is|are) (?:shown|demonstrated|evidenced|covered|(?:well|fully|clearly|amply|solidly|already) (?:documented|shown|demonstrated|covered|evidenced))|no (?:training|(?<!leaves no )(?<!leave no )(?<!left no )(?<!leaving no )doubt|need to learn)|nothing points|missing(?! from))\b"
)
"""Who is spoken of where a section speaks of the role: "they" are applicants there."""

HEDGES = phrases(
    """likely be assumed|be assumed|be presumed|be taken for granted|can hardly be|reason to believe|suppose|safely|reason to think|reason to suppose|stands to reason|one can assume|it seems|in theory|should know|would know|will know|could well|guess|imagine|not unlikely|not improbable|not impossible|not inconceivable|quite possible|presumably|probably|possibly|perhaps|maybe|likely|may well|might well|may already|might already|could already|may have|might have|could have|may be|might be|could be|may know|might know|may possess|might possess|may hold|might hold|appears to|appear to|seems to|seem to|seemingly|apparently|arguably|supposedly|ostensibly|conceivably|in all likelihood|in all probability|it is reasonable to|reasonable to|it is fair to|fair to assume|safe to assume|safe to say|one may assume|one can assume|can be assumed|may be assumed|reasonably be|can be inferred|be inferred|may be inferred|presumed|assumed|assume|suggests|suggest|suggesting|hints at|hint at|hints|implies|imply|implying|points towards|potentially|plausible|plausibly|partial|partially|partly|to some extent|to some degree|some familiarity|some exposure|some knowledge|some experience|some understanding|a degree of|basic grasp|basic grasp of|passing familiarity|at least some|at least partial|at least a|more or less|a certain|would suggest|tends to|tend to|must have|should have|should be familiar|should be able|ought to|is expected to|can be expected to|no doubt|doubtless|undoubtedly|surely|transferable|would be able|could handle|could manage|would be comfortable|by extension|indirectly|implicitly|informally|informal|picked up along|one would expect|would expect|is thought to|is believed to|believed|thought to|rumoured|on the face of it|looks as if|looks like|looks as though|as if|as though|chances are|odds are|quite possibly|in some form"""
)

# Phrases with a sense of their own: "+" the skill is held, "-" it is not, "0" nothing is said of it.
_IDIOMS: list[tuple[str, str]] = [
    ("0", r"(?:speaks?|tells?|mentions?|names?) (?:only )?(?:of )?(?:an? |some )?(?:exposure to|interest in)(?: (?:it|them|this|these|both)|(?= [SC]\b))"),
    ("-", r"(?:things|skills|ones|those|requirements) (?:that |which )?(?:the resume|it) does not (?:yet )?(?:show|document)"),
    ("0", r"not being in the catalog|(?:can|may|could) be given (?:no|neither) (?:planned )?(?:hours|weeks|step)"),
    ("0", r"(?:once|formerly) (?:was |were )?held|(?:was|were) (?:once|formerly) held"),
    ("+", r"answers? (?:an?|the|this|that|the (?:role's|broader)) (?:[a-z]+ )?requirements?|stands? in for"),
    ("+", r"belongs? to (?:N's|his|her|their|the candidate's)|points? (?:were |are |was )?(?:awarded|given|earned) for"),
    ("0", r"closes? (?:at|with)"),
    ("0", r"coverage (?:is|stands at|reaches|comes to|amounts to|remains at)"),
    ("+", r"there (?:is|are) (?:also )?an?(?= C\b)"),
    ("+", r"(?:entr(?:y|ies)|items|lines|parts|positions|projects|much|most|more) (?:in|of|on) (?:the|N's|this) (?:resume|cv|record|profile) concerns?(?= S)"),
    ("0", r"part of the (?:essential|optional|emerging|core|preferred) (?:group|list|requirements|tier|side)"),
    ("0", r"without (?:being tied|tying (?:it|them|any|either|these|any of them)) to (?:an?|any) (?:\w+ )?(?:positions?|projects?)"),
    ("0", r"(?:can|may) be added to (?:the|these|those) (?:\w+ )?(?:skills|list|ones)"),
    ("+", r"(?:is|are) (?:the |its )?(?:named )?languages?(?=\W*$)"),
    ("0", r"(?:N|he|she|they|candidate|applicant) (?:has )?(?:built|developed)(?= (?:an?|the|several|some) )"),
    ("+", r"(?:can|may|could|might|will) (?:likely |probably |safely |well )?be (?:assumed|presumed|taken for granted)"),
    ("+", r"(?:builds?|develops|creates?|writes?|writing|makes?|designs?|prepares?|produces?) (?:[a-z-]+ ){1,2}(?:in|with|using)(?= S)"),
    ("+", r"(?:most|best|well|highly|fully)[ -]developed"),
    ("-", r"work (?:remains|is left|to do)"),
    ("-", r"of (?:learning|studying|training|wishing|seeing)(?: it| them)?,? (?:and )?not (?:yet )?of (?:use|using|doing|having)(?: it| them)?"),
    ("0", r"not (?:weighed|counted|considered|relevant|included) in the (?:match|comparison|score)"),
    ("+", r"leaves? (?:nothing|no questions?|little|no gap) (?:open|to be desired|unanswered|out|unresolved)"),
    ("0", r"(?:does|do|will|did) not change the fact that"),
    ("-", r"absence of S (?:does|is|has|do) not"),
    (
        "0",
        r"(?:does|do|did|would|can|could|need) not (?:necessarily )?(?:rule out|exclude|preclude|mean|imply|prove|say that)|cannot (?:be )?(?:ruled?|excluded?)(?: out)?|no (?:inference|conclusion|assumption|judgement)|(?:neither confirms? nor|neither confirmed nor)",
    ),
    (
        "-",
        r"if [^,.;]*\b(?:is|are|be) (?:present|there|held|known|available)(?: at all)?,?\s*(?:the (?:profile|resume|cv|record|document)|it) (?:does not|doesn't|fails to) (?:say|show|mention|state|tell)(?: so| it)?",
    ),
    ("0", r"(?:the (?:profile|resume|cv|record)|it|this|that) (?:does not|doesn't) (?:say|tell|show|state)(?: so| it)?$"),
    (
        "-",
        r"(?:would|could|might|will) (?:\w+ )?(?:score (?:higher|better|more)|improve|rise|be (?:higher|better|stronger|complete|closer|fuller|improved)|increase|go up|match (?:better|more)|gain|benefit|profit|look (?:better|stronger)|help|lift|raise|move|close|change)\b",
    ),
    (
        "+",
        r"(?:had|if) the (?:role|position|advertisement|post|job|vacancy|list) (?:had )?(?:stopped|ended|asked|required|named|listed|consisted|wanted|called)(?: only)?(?: \w+)? (?:at|with|for|of)?|were the (?:role|position|job) (?:only )?about",
    ),
    (
        "+",
        r"(?:nobody|no one|none|noone|no reader|nobody reading \w+ \w+)[^.;,]{0,30}? (?:could|can|would|will|should|need|needs) (?:seriously )?(?:doubt|dispute|question|deny|contest)",
    ),
    (
        "+",
        r"(?:beyond|without|not a|not the|not in|is not in|are not in|leaves no|leave no|no|little|hardly any|there is no|there can be no|cannot be|can hardly be|is hardly|not open to)(?: any| much| room for| single| the slightest)? (?:doubt|question|dispute|doubted|disputed|questioned|denied)",
    ),
    (
        "+",
        r"(?:no|without) (?:further |additional |extra |more |special |new )?(?:training|learning|upskilling|courses?|study|instruction|step|steps|action|effort|catching up|work|gap|gaps|shortfall|deficit)(?: (?:is|are|will be|needs? to be|has to be|required|needed|necessary|on|in|for|remains?|arises?|exists?|here|there))*(?: (?:needed|required|necessary|called for|planned|taken|closed|open))?",
    ),
    (
        "-",
        r"(?:development|work|training|improvement|effort|learning|study|upskilling|catching up) (?:is|are|will be) (?:still )?(?:needed|required|necessary|called for)",
    ),
    (
        "+",
        r"(?:does|do|need|needs|will|would) not (?:have to |need to |need )?(?:be )?(?:learn|learned|acquire|acquired|train|trained|study|studied|build|built|need|needed|worry)\w*|needs no|need no|requires no|require no|needs neither",
    ),
    (
        "+",
        r"(?:is|are|was|were)(?:n't| not| no| hardly| never| by no means)? (?:a |an |the |among the |one of the |part of the |any )?(?:gap|gaps|problem|issue|concern|obstacle|worry|hurdle)s? (?:is |are )?not\b",
    ),
    (
        "+",
        r"(?:not|n't|no|never|hardly|by no means)(?: \w+)? (?:among|one of|part of|on|in)(?: the| any| this)?(?: \w+)? (?:gaps?|missing|shortfalls?|weaknesses|deficits|open)\b",
    ),
    (
        "+",
        r"(?:has|have|having|had) (?:already |since |now |successfully |by now |clearly |also |long |been )*(?:acquired|learned|learnt|mastered|built up|built|developed|gained|closed|earned|obtained|attained|picked up|covered|studied|completed|worked on|added|filled)\b",
    ),
    ("+", r"(?:experience|skills?|knowledge|expertise|background|ability|abilities|competence) (?:gained|built|acquired|earned|developed|built up)\b"),
    (
        "-",
        r"(?:has|have|had) (?:yet|still) to (?:be )?(?:\w+ )?\w+(?: \w+ with)?|(?:is|are|remains?|was|were) (?:yet|still) to (?:be )?(?:\w+)?|(?:is|are) to be (?:learned|learnt|acquired|built(?: up)?|developed|closed|added|addressed|gained|obtained|filled|shown|documented|demonstrated)",
    ),
    (
        "-",
        r"(?:will|would|must|should|needs?|has|have|had|still has|still have|still needs?|ought) (?:still |first |also |yet )*(?:have |need |has )?to (?:be )?(?:\w+ )?(?:learn|acquire|develop|build|pick|gain|close|add|study|train|obtain|earn|master|show|demonstrate|prove|document|become|get|tackle|work on|works on|take up|catch|bridge|fill|familiari[sz]e|complete|make|start|evidence|establish|address|cover|strengthen)\w*",
    ),
    ("-", r"(?:yet|still|remains?|what remains) to (?:be )?(?:\w+)(?: (?:with|up|on))?"),
    (
        "-",
        r"(?:is|are) (?:still )?(?:needed|required|necessary|missing) for (?:a|the) (?:complete|full|perfect) (?:match|fit|picture)|(?:is|are) still (?:needed|required|necessary)",
    ),
    ("+", r"(?<=[,:-] )(?:already )?(?:obtained|acquired|completed|passed|earned)\b(?! (?:by|with|through|in|first|next))"),
    ("-", r"counts? against|(?:debit|minus|red|negative) side"),
    ("+", r"(?:credit|plus|positive) side|not (?:\w+ ){0,3}empty-handed|no denying|cannot be denied|no getting around the fact"),
    ("+", r"(?:nobody|no one) (?:has|needs|will have|would have) to (?:teach|train|show|explain)|needs? no (?:teaching|lessons|introduction)"),
    ("+", r"not (?:yet )?(?:progressed|gone|got|moved|advanced|risen|developed) (?:much )?(?:beyond|past|above)"),
    ("0", r"(?:add|adding|added) to (?:that|this|these|those|it)|on top of (?:that|this)"),
    ("+", r"nothing new|no novelty|old hat|second nature|bread and butter|familiar ground|home turf|no terra incognita"),
    ("+", r"(?<!be )(?<!to )closed(?! (?:by|with|through|in|within|via|first|next))"),
    ("+", r"(?:counts?|counted) among (?:its|N's|his|her|their|the candidate's)"),
    ("+", r"(?:shown |documented |named |given |listed )?without (?:a |any )?(?:stated |named )?levels?"),
    ("0", r"carr(?:y|ies)(?= S)|therefore comes? early"),
    (
        "-",
        r"(?:(?:is|are) )?(?:currently |still |now )?being (?:learned|learnt|studied|acquired)|currently (?:learning|studying)|(?:is |are |still )?in progress|(?:named |listed |given |mentioned )?as an? (?:wish|goal|aim|interest|aspiration)",
    ),
    (
        "+",
        r"(?:keep(?:s|ing)?|stay(?:s|ing)?) (?:\w+ )?(?:up to date|up-to-date|current|sharp|fresh)(?: (?:in|with|on))?|brush(?:ing)? up(?: on)?|refresh(?:es|ing)?|deepen(?:s|ing)?|hon(?:e|es|ing)|sharpen(?:s|ing)?|polish(?:es|ing)?|(?:further|continue to) (?:develop|build|improve|strengthen)\w*|build(?:ing)? on (?:the |her |his |their )?(?:existing|current)|consolidat(?:e|es|ing)|(?:existing|current) (?:skills?|knowledge|experience|expertise)",
    ),
    ("+", r"nothing (?:has|needs|is left|remains|more needs|further needs) to be done|no action"),
    (
        "+",
        r"(?:can|could|may|to) (?:be )?(?:build|built|draw|drawn|count|counted|rely|relied|fall back) (?:up)?on|no stranger to|no newcomer to|anything but new to",
    ),
    ("+", r"(?:is|are) (?:all |both |already |certainly |clearly )*(?:there|in place|in hand|on board)(?! (?:is|are|no|any|a|for|to)\b)"),
    ("-", r"(?:nothing similar|the same cannot|nothing of the (?:kind|sort)|not so much) (?:can )?(?:be said|holds?|applies|is true)?"),
    (
        "-",
        r"not (?:to be )?(?:found |seen |visible |listed |present )?(?:in|on|among|part of|anywhere in) (?:the|N's|his|her|their|these) (?:profile|resume|cv|record|file|files|documents?|papers|skill set|application|skills|strengths|abilities)",
    ),
    ("-", r"(?:stronger|better|complete|full|perfect|ideal|stronger) (?:application|profile|match|candidate|candidacy|record|case) would"),
    (
        "0",
        r"(?:applicants?|candidates|anyone|whoever|whoever applies|one|an? (?:\w+ )?(?:candidate|applicant)|those who apply|people)\b[^,;.]{0,30}?\b(?:have to|has to|must|needs? to|should|ought to|is expected to|are expected to|will need)(?: \w+)? \w+",
    ),
    ("0", r"it helps to (?:know|have)|would like to see|likes? to see|would be (?:glad|happy|pleased) to see|can (?:easily )?do without|could do without"),
    (
        "+",
        r"among (?:its|N's|his|her|their|the candidate's) (?:\w+ )?(?:certificates|degrees|skills|strengths|languages|credentials|certifications|qualifications|competenc\w+|assets)(?: and \w+)?",
    ),
    ("-", r"(?:has|have|is|are|had)(?: \w+)? (?:expired|lapsed|run out|invalid|no longer valid|out of date)|no longer valid"),
    (
        "-",
        r"(?:wants?|plans?|planning|hopes?|intends?|wishes|aims?|is about|is due|is set|about|eager|keen|means) to (?:take up|learn|acquire|study|build|gain|develop|pick up|start|begin|take|train)",
    ),
    ("+", r"(?:tied to no|counted as met, yet tied to no|not tied to any) (?:position|project)(?: or project)?"),
    (
        "0",
        r"(?:with no|without (?:a|any)|with neither|no|not tied to (?:a|any)|without) (?:\w+ )?(?:position|project)s?(?: (?:or|and|nor) (?:a )?(?:position|project)s?)?(?: (?:to match|behind \w+|to show for it|that shows? \w+|to back \w+))?",
    ),
    ("0", r"(?:it is |is )?not (?:unlikely|improbable|impossible|inconceivable) that"),
    ("0", r"(?:has|have) (?:only |just )?(?:begun|started) (?:to learn|to study|learning|studying)|no more\b|nothing more|nothing less"),
    (
        "-",
        r"(?:leaves?|leaving|left)\b(?=[^.;,]*\b(?:unsupported|open|undocumented|unproven|out|unanswered|blank|empty|unmet|uncovered|untouched|unaddressed|unmentioned|to be desired)\b)",
    ),
    (
        "-",
        r"(?:not|n't|never|no|neither|without)(?: \w+){0,2} (?:gained|acquired|learned|learnt|built up|developed|obtained|earned|studied|trained|added|built|picked up|closed|filled|attained|worked on)\b",
    ),
    (
        "+",
        r"(?:can|may|could|is able to|are able to|to) (?:already |safely |fairly |confidently |rightly )?(?:point (?:only )?to|be credited|lay claim to|claim|look back on|draw on|build on|rely on|fall back on)",
    ),
    (
        "-",
        r"(?:holds?|held|holding|keeps?|kept|keeping|pulls?|sets?) (?:the candidate|the applicant|N|him|her|them|back|this application|the profile|things)(?: back)?|(?:should|ought to|will|would|may|might|must|does|do)(?: \w+)? (?:worry|concern|trouble|bother|give)\b",
    ),
    ("+", r"(?:should|need|ought|does|do|will|would)(?: not|n't) (?:worry|concern|trouble|bother)\b"),
    (
        "0",
        r"(?:is|are|was|were|be|being|been|it is|remains?) (?:not )?(?:needed|required|necessary|asked for|called for|wanted|expected|sought|demanded)(?: (?:by|for|in|of) (?:the|this) (?:role|position|job|post|G|vacancy|employer|advertisement|company|H))?",
    ),
    (
        "0",
        r"(?:the role|the position|the job|the post|the vacancy|the advertisement|the employer|role|position|G|H|employers?|it|job|vacancy|advertisement|posting|who|team|company|and|also|hiring team)(?: \w+){0,2}? (?:needs?|requires?|wants?|asks? for|calls? for|demands?|expects?|seeks?|looks? for|insists? on|lists?|names?|mentions?|specif\w+|stipulates?|prescribes?|includes?)",
    ),
    (
        "0",
        r"the (?!candidate|applicant|profile|resume|cv|record|file|match|report|plan)\w+(?: \w+)? (?:needs?|requires?|wants?|asks? for|calls? for|demands?|expects?|insists? on)",
    ),
    (
        "0",
        r"(?:needs?|required|needed|necessary|asked|sought|wanted) (?:for|by|in) (?:the|this|that) (?:role|position|job|post|G|vacancy|employer|advertisement)",
    ),
    (
        "0",
        r"(?:is|are) no (?:\w+ )?(?:requirement|must|condition|necessity)(?! (?:that|which|N|he|she|they))|(?:not|n't|never|without|hardly|neither)(?: (?!(?:shows?|documents?|meets?|met|names?|mentions?|lists?|reach|reaches)\b)\w+){0,2} (?:mandatory|required|essential|compulsory|obligatory|indispensable|insist\w*|asked for|a requirement|requirement|requested|demanded|a must|must-haves?|core|preferred|optional|asks? for|on the list|part of the role|strictly|relevant|needed for|requires?|called for|sought|decisive|critical|wanted|a condition|listed as required)\b(?! (?:requirements?|skills?|items?|gaps?|criteri\w+|entr\w+|areas?|points?|list))",
    ),
    (
        "0",
        r"no way around|cannot be done without|can't be done without|cannot do without|stands or falls|stand or fall|not negotiable|non-negotiable|without which|not optional|no substitute|nothing less than|hardly optional|anything but optional|cannot be waived|not up for|not be filled without|no compromise|cannot be filled without|cannot be dispensed|rises and falls|hinges on|not thinkable without",
    ),
    (
        "0",
        r"needs no introduction|nothing but|none but|no less|not least|not only|not just|not merely|no matter|not to mention|no more than|no fewer than|no less than|if not|whether or not|or not|no later than|none other|nothing more|not surprisingly|as needed|where needed|when needed",
    ),
    ("-", r"(?:only|merely|just|at best|at most) (?:a |an )?(?:theoretical|superficial|passing|second-hand|indirect|academic)"),
    (
        "-",
        r"(?:top|tops|topping|head|heads|heading|lead|leads|leading) the list of (?:what is missing|gaps|missing|open)|(?:wide|widest|largest|biggest|main|first|most (?:important|pressing|urgent)) (?:gap|open point|hole|shortfall)",
    ),
    ("-", r"would (?:be |come )?(?:new|a first|unfamiliar|foreign)"),
    ("+", r"(?:nothing|none|little)(?: \w+){0,3} (?:missing|lacking|wanting|to be desired|left to|absent|to add|to learn|to catch up|outstanding|open)"),
    (
        "-",
        r"(?:nothing|little|none|no \w+|not a \w+|not one \w+|nowhere) (?:\w+ ){0,3}?(?:points? to|speaks? (?:for|of)|indicates?|suggests?|shows?|hints? at|attests?|says?|mentions?|documents?|evidences?|supports?|confirms?)",
    ),
    (
        "-",
        r"(?:speaks?|says?|tells?|reveals?|is|are|has|have|remains?|stays?|falls?|keeps?) (?:\w+ )?(?:nothing|silent|quiet|mute|blank)(?: (?:to say|about|on|of))?",
    ),
    ("+", r"strik\w+ out|out of the question(?! mark)"),
    (
        "-",
        r"without (?:any |ever )?(?:\w+ )?(?:S|touching|having|showing|experience|evidence|exposure|knowledge|mention|proof|a trace|trace|documenting|documented)",
    ),
    (
        "0",
        r"\b(?:so|as) far as (?:the|this) (?:profile|resume|cv|record|document|candidate|text)[^,.;]*?(?:shows?|goes|tells?|says?|is concerned|records?|states?|reveals?|indicates?)|judging by the (?:profile|resume|cv|record)|according to the (?:profile|resume|cv|record|role|advertisement|match|facts|document|plan|report|analysis|roadmap)|in the (?:profile|resume|cv|record)|on the evidence(?: of the \w+)?|on the record|as (?:documented|recorded|stated|listed|shown)",
    ),
]


def _idiom(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(patterns)})(?![\w-])")


IDIOMS = [
    (_idiom(*(pattern for _, pattern in some)), [(sign, _idiom(pattern)) for sign, pattern in some])
    for some in (_IDIOMS[at : at + 12] for at in range(0, len(_IDIOMS), 12))
]
"""In order, a dozen behind one pattern that finds any of them: most texts have none."""

IRREAL = Remembered(
    r"(?:had (?=the candidate|N|he|she|they|the applicant)|were (?=S|the candidate to|N to|he to|she to|they to)|with S(?: added| in place)?, [^.;]*\bwould|would (?:\w+ )?(?:score|be|improve|match|rise|gain|close|look|reach|stand|meet|fit|qualify)\b[^.;]*\b(?:with|if|had|having) S|adding S would|S would (?:improve|raise|lift|increase|close|complete|help|strengthen|add|bring the))"
)

# --- how much a requirement counts -------------------------------------------------------------------------------------------------

CORE = phrases(
    "core|essential|essentials|mandatory|required|requires|require|requirement|must-have|must-haves|must have|must haves|musts|a must|obligatory|compulsory|indispensable|vital|crucial|critical|imperative|non-negotiable|not negotiable|no way around|cannot be done without|can't be done without|cannot do without|cannot be filled without|stands or falls|stand or fall|rises and falls|insists on|insist on|insisted on|prerequisite|prerequisites|fundamental|necessary|necessities|heart of|at the heart|backbone|cornerstone|cornerstones|central|key requirement|key requirements|key skills|top priority|highest priority|priority is highest|without which|demanded|demands|demand|deal-breaker|deal-breakers|hinges on|first rank|first-rank|foremost|decisive|hard requirement|hard requirements|basic requirement|basic requirements|minimum requirement|minimum requirements|must be|must bring|must know|must master|irreplaceable|cannot be waived|main requirement|main requirements|primary|stipulates|stipulated|expects|expected|asks for|asked for|calls for|called for|needs|needed|looks for|wants|not optional|no compromise"
)
HARD = phrases(
    "from day one|from the first day|nobody gets past|no one gets past|no candidate gets past|must bring|core|essential|essentials|mandatory|must-have|must-haves|must have|must haves|musts|a must|a condition of|a further condition|precondition|preconditions|a necessity|necessity|demands|demanded|obligatory|compulsory|indispensable|vital|crucial|critical|imperative|non-negotiable|not negotiable|no way around|cannot be done without|can't be done without|cannot do without|cannot be filled without|stands or falls|stand or fall|rises and falls|insists on|insist on|insisted on|prerequisite|prerequisites|fundamental|at the heart|heart of|backbone|cornerstone|cornerstones|central|highest priority|top priority|without which|deal-breaker|deal-breakers|hinges on|decisive|hard requirement|hard requirements|strict requirement|strict requirements|firm requirement|absolute requirement|irreplaceable|cannot be waived|not optional|strictly required|absolutely required|no compromise|rather than optional|rather than preferred|not merely preferred|key requirement|key requirements"
)
SOFT = phrases(
    "would like to see|likes to see|it helps|preferred|preferable|preferably|preference|preferences|prefers|optional|optionally|nice to have|nice-to-have|nice-to-haves|nice to haves|desirable|desirables|desired|a plus|plus|pluses|plus points|bonus|bonuses|beneficial|benefit|welcome|welcomes|welcomed|advantage|advantages|advantageous|an asset|added value|extra|extras|lesser weight|less weight|lower weight|secondary|second tier|second-tier|second rank|lower down|lower priority|would help|helpful|appreciated|appreciates|ideal|ideally|favourable|favorable|useful|not mandatory|not essential|not required|not compulsory|not obligatory|not indispensable|not insist|n't insist|does not insist|without insisting|rather than required|rather than essential|rather than mandatory|not strictly required|not a must|nice|sought after|good to have|supplementary|additional points|a bonus|wish list|wish-list|wishes for|can be waived|dispensable|recommended rather than|rather than demanded|rather than a condition|not a condition|no condition|not decisive|not critical|softer|soft requirement|soft requirements|not core|not among the core|not a core"
)
EMERGING = phrases("on the horizon|emerging|on the rise|up-and-coming|growing|increasingly|trend|trends|trending|future-facing")
UNASKED = Remembered(
    r"\birrelevant (?:to|for) the\b|\bplays? no (?:part|role) in the\b|\bwithout (?:any )?(?:bearing|influence|effect) on the (?:match|comparison|role|score|application)\b|\b(?:though|but|yet|while|although) (?:it is |they are )?(?:no|not a) requirement\b|"
    r"\b(?:nobody|no one) (?:has |had |ever )?asked for\b|\b(?:advert|advertisement|role|vacancy|posting|position|job|post|employer|G|H) makes no mention\b|"
    r"\b(?:role|vacancy|position|job|post|advertisement|employer|G|H|company)(?: \w+){0,2} (?:does not|doesn't|never|nowhere|makes no)(?: \w+)? (?:lists?|names?|mentions?|mention of)\b|(?:nowhere|not|never) (?:listed|named|mentioned) (?:by|in|among) the (?:role|vacancy|position|job|post|advertisement|employer|requirements)|\b(?:has|have|sees|finds) (?:no|little) (?:use|need|call|place|room|line|mention|demand)\b|without being (?:required|a requirement|asked|needed|requested|demanded)|(?:not|n't) (?:something|what|anything|one of the things) (?:that )?the (?:role|position|post|job|vacancy|employer|company)\b|(?:not|n't|never|nowhere|neither|nor|without|no)(?: \w+){0,3} (?:asked for|asks? for|asked|asks?|required|requires?|needed|needs?|requested|requests?|demanded|demands?|sought|seeks?|wanted|called for|call for|listed by|named by|on the (?:role's )?list|among the requirements|part of the (?:role|requirements|advertisement|profile sought)|relevant (?:to|for)|expects?|expected|in the advertisement|count towards|ask about)\b"
    r"|beyond (?:what )?the (?:role|requirements|advertisement|position|job|brief)(?: \w+)?|outside (?:the )?(?:role|requirements|scope|brief|advertisement|list)|over and above|surplus to|unrequested|unasked|in excess of what|goes beyond|go beyond|unrelated to the role|additional to the requirements"
)
ASKED = Remembered(
    r"(?:applicants?|candidates|anyone|whoever|one|an? (?:\w+ )?(?:candidate|applicant))\b[^,;.]{0,30}?\b(?:have to|has to|must|needs? to|should|ought to|are expected to|is expected to)\b|(?:role|position|job|post|vacancy|advertisement|ad|posting|employers?|company|market|team|G|H|they|it|brief|specification|description|listing)(?:'s)?(?: \w+){0,3}? (?:needs?|requires?|wants?|asks?(?: also)?(?: for)?|calls?(?: also)? for|demands?|expects?|seeks?|looks?(?: also)? for|insists? on|lists?|names?|stipulates?|prescribes?|welcomes?|appreciates?|values?|includes?|consists? of|comprises?|prefers?|rests? on|builds? on|turns? on|hinges? on|stands? or falls?|wishes)\b"
    r"|(?:is|are|be) (?:also |further |likewise |explicitly |strictly |always |increasingly )?(?:needed|required|asked for|called for|wanted|expected|sought|demanded|requested|mandatory|essential|compulsory|preferred|optional|desirable|welcome|indispensable)\b|(?<![SC] )requirements?(?: \w+)? (?:are|is|include|includes|comprise|:)|are (?:[a-z]+ ){0,4}conditions\b|(?:role|position|job|post) (?:has|sets|makes) (?:[a-z]+ ){0,3}requirements?\b|essential:|required:|preferred:|optional:|must-haves?:|nice to have:|core:|desirable:"
)
RANKS = Remembered(
    r"\b(?:requirement|requirements|role|position|job|post|vacancy|advertisement|list|tier|criteria|employer|employers|applicants|market|H|G|essential|core|preferred|optional|must-haves?|nice-to-haves?|brief)\b"
)

# --- how well ------------------------------------------------------------------------------------------------------------------------

LEVELS = {
    "beginner": phrases(
        "beginner-level|beginner level|beginner|beginner's|beginners|basic|basics|rudimentary|elementary|novice|introductory|entry-level|entry level|foundational|a1|a2|starter|initial"
    ),
    "intermediate": phrases("intermediate|moderate|mid-level|middle level|medium|b1"),
    "advanced": phrases("advanced|high level|b2|highly proficient|upper level"),
    "expert": phrases(
        "expert|experts|expert-level|mastery|master-level|masterful|guru|native|mother tongue|c1|c2|world-class|leading authority|specialist-level|virtuoso|authority on"
    ),
}
PRAISE = phrases(
    "genuine plus|clear plus|real plus|firm ground|solid ground|strong|stronger|strongest|strength|strengths|excellent|excellence|excels|excel|excelling|proficient|outstanding at|deep|extensive|thorough|impressive|confident|seasoned|accomplished|solid|robust|superb|exceptional|remarkable|standout|stands out|shines|highly skilled|well versed|well-versed|adept|expertise|profound|in-depth|top-notch|stellar|forte|speciality|specialty|at home in|where the candidate excels|fluent|impeccable"
)

# --- whose ---------------------------------------------------------------------------------------------------------------------------

CANDIDATE = r"(?:the candidate|the applicant|the jobseeker|candidate|applicant|N|he|she|they|him|her|them|his|their|theirs|hers)"


@cache
def common() -> frozenset[str]:
    return common_words()


_FUNCTION = """a an the this that these those here there it its itself and or nor but so yet if then than as at by for from in into of off on onto out over per to toward towards upwards downwards under until up upon via with within without about above across after again against
along among amid around because before behind below beneath beside besides between beyond both despite down during each either else even ever every except few fewer first further furthermore hence how however i.e. e.g. instead just last lastly later latter least less
likewise many meanwhile more moreover most much must neither never nevertheless next no none nonetheless not nothing now nowhere often once one only other others otherwise our overall own rather same second several shall should similarly since some still such
therefore third though through throughout thus today together too twice unless unlike very was we what whatever when where whereas whether which while who whom whose why will would yes you your additionally alternatively accordingly consequently conversely finally
firstly secondly thirdly thereafter afterwards subsequently initially currently presently already also always almost altogether regarding concerning given considering excluding including apart aside is are be been being am do does did done doing has have had having can
could may might ought need all any another anyone anything everyone everything someone something nobody everybody everywhere somewhere himself herself themselves he she they him her them his hers their theirs min max yrs yr approx dev cert certs lvl incl resp etc per via re wrt
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday""".split()


@cache
def frame() -> frozenset[str]:
    """Every word that the lists hold: such a word in capitals at the start of a sentence is no name."""
    from gapwriter.claims import vocabulary

    words = set(_FUNCTION) | vocabulary.WORDS
    for pattern in (NEGATORS, MINUS, PLUS, HEDGES, CORE, HARD, SOFT, EMERGING, PRAISE, *LEVELS.values()):
        words |= set(re.findall(r"[a-z]{2,}(?:-[a-z]+)*", pattern.pattern.replace(r"\s+", " ").replace(r"\w", "")))
    return frozenset(words)
