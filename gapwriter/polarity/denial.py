"""Denial: negative words that deny something of the person, told apart from those that praise ("none has failed", "never paid late")."""

NONE = r"none\b(?! (?:has|have|had|was|were|failed|lost|late|missed|abandoned|broken|rejected|refused|returned|overdue|of (?:which|whom|them))\b)"
NEVER = r"never\b(?![^,;.]*\b(?:late|missed|wrong|lost|failed|down|short|broken?|complain\w*)\b)"
OF_A_THING = r"been (?!trained|taught|used|shown|allowed|certified|tested|signed|examined|there\b|in\b)\w+"
"""Behind "not": said of a thing ("my servers have not been rebooted since"), not of the person."""
