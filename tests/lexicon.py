"""The words that no sentence of ours uses, in English and French, and the proper names that may hold one."""

import re

FORBIDDEN = re.compile(
    r"perpetrat|unwilling|genocid|génocid|terroris|safe.?havens?|\bhavens?\b|casualt|victim"
    r"|\bauteurs? d[eu'’]|\bbourreau|refuges? sûrs?|sanctuaire|mauvaise volonté|réticen",
    re.IGNORECASE,
)
PROPER_NAMES = re.compile(
    r"1994 genocide against the Tutsi|génocide (?:perpétré )?(?:de 1994 )?contre les Tutsis?(?: en 1994)?",
    re.IGNORECASE,
)


def judging_words(text: str) -> list[str]:
    """The forbidden words of a text, outside of proper names."""
    return FORBIDDEN.findall(PROPER_NAMES.sub("", text))
