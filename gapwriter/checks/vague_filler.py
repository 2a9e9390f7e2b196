"""Praise or prediction without a fact, a sentence that would fit anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapwriter.claims import Reading, lexicon
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Noor has a proven track record of excellence.",
    "Overall, the future looks bright.",
)
ALLOWS = ("The comparison is limited to what the profile states.",)

_FILLER = lexicon.Remembered(
    r"\b(?:unique (?:blend|mix|combination|set|perspective|profile)|blend of talents|speaks? (?:for itself|volumes)|well[- ]positioned|well[- ]placed|well[- ]equipped|well[- ]suited|well[- ]rounded|ideally suited|perfect(?:ly)? (?:fit|match|suited|candidate|placed)|ideal (?:candidate|fit|match|person)|great fit|strong fit|good fit|natural fit|excellent (?:fit|choice|candidate)|"
    r"strong candidate|promising candidate|impressive (?:candidate|profile|background|career|record)|valuable (?:asset|addition|contributor|member)|asset to (?:any|the|every|a)|invaluable|track record of (?!\w+ years|\d+ years)|as everybody knows|great things|proven track record|fast[- ]paced|ever[- ](?:changing|evolving)|rapidly (?:changing|evolving)|today's (?:\w+ )?(?:world|market|landscape|economy|environment)|in (?:a|an|the) (?:\w+ )?(?:digital age|modern world|competitive (?:market|landscape|world|environment))|"
    r"key to (?:everything|success|the future|growth|all)|sky is the limit|bright|rising star|star (?:performer|candidate)|game[- ]chang\w+|cutting[- ]edge|next level|go the extra mile|extra mile|hard[- ]working|hardworking|team player|results[- ]driven|results[- ]oriented|detail[- ]oriented|self[- ]starter|go[- ]getter|dynamic|synerg\w+|world[- ]class|best[- ]in[- ]class|top[- ]notch|second to none|exceptional|extraordinary|remarkable|outstanding (?:candidate|professional|individual|talent|achievements?|commitment|performer|person|profile)|stellar|"
    r"tremendous|immense|boundless|limitless|unlimited|wealth of|plethora|myriad|testament to|(?:career|exciting|great|learning|every) journey|passionate|thrive[sd]?|flourish\w*|(?<!where the candidate )(?<!where N )shine[sd]?(?! is)|shining|excellence|stand(?:s)? out (?:from|in)|head and shoulders|makes? (?:a|the) difference|make an impact|impactful|transformative|transformational|holistic|landscape|paradigm|leverage[sd]?|unlock\w*|empower\w*|elevat\w+|embark\w*|navigat\w+|delve\w*|tapestry|robust foundation for|solid foundation for|springboard|stepping stone|"
    r"all[- ]round(?:er)?|positive attitude|can-do|great potential|high potential|enormous potential|full of potential|huge potential|real potential|true potential|much potential|potential is|potential for (?:growth|success)|success(?:ful)?(?! (?:applicants?|candidates?|applications?))|succeed|destined|promise|inspir\w+|admir\w+|commendable|laudable|noteworthy|praiseworthy|truly|undeniabl\w+|unquestionabl\w+|without a doubt|needless to say|it goes without saying|at the end of the day|when all is said and done|the rest is history|lifelong learn\w+|continuous learning|never stops? learning|growth mindset|think(?:s|ing)? outside|"
    r"recommended for (?:the|hire|hiring)|(?:highly|strongly|warmly|wholeheartedly) recommend\w*|should be (?:hired|considered seriously|on every shortlist)|worth (?:hiring|meeting)|any (?:employer|team|company|organi[sz]ation|organization|business) (?:would|could|will)|would be (?:lucky|fortunate|proud|an asset)|lucky to|a pleasure|delight\w*|joy to|talent(?:s|ed)?|gifted|brilliant|genius|charisma\w*|personality|trustworthy|reliab\w+|dependab\w+|diligen\w+|conscientious|likeable|energetic|vibrant|visionary|innovative|creative (?:mind|thinker)|versatil\w+|resourceful|adaptab\w+|resilien\w+|doors? (?:open|to)|open doors|opportunit\w+ (?:await|abound|ahead|lie)|possibilities|endless|everything (?:it takes|needed|is possible)|what it takes|hard work|pays off|worthwhile|exciting|bring to the table|competitive edge|breath of fresh air|for any organi[sz]ation|cream of the crop|crème|force to be reckoned|right direction|on the right track|on track for|in good hands|confident that|no limits|believe in)\b"
)


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        found = _FILLER.search(said.loose)
        if found and not re.search(r"\b(?:does not|do not|no) (?:recommend|predict)", said.text):
            if found[0] in (
                "successful",
                "success",
                "creative",
                "landscape",
                "dynamic",
                "opportunities",
                "innovative",
                "navigate",
                "promise",
                "leverage",
                "inspiration",
                "talent",
                "possibilities",
                "journey",
                "reliable",
                "reliability",
                "dependable",
            ) and re.search(r"\bproof\b", said.text):
                continue
            yield fault("vague_filler", said, None, "praise or a prediction without a fact", [])
