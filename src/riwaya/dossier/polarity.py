"""Whether two statements on one claim stand on one side: «تنسيق قائم» and «لا يوجد تنسيق» do not; an act may deny too.

A negation counts where it opens one wording and the other has none at all: «عدم الحركة يضر» denies nothing.
"""

import re

from riwaya.dossier.words import bag
from riwaya.language.letters import fold
from riwaya.records import Act, Statement

_LIKE = 0.5  # of the longer wording's words: further apart, a negation may be of something else
_THAT = r"^[\"«“'(\s]*(?:[وفبل]?(?:ان|انه|انها|انهم|اننا|اني|انني|انما)\s)?"
_OPENS = re.compile(
    _THAT + r"(?:\w+\s)?(?:(?:لا|لم|لن|ليس|ليست|ليسوا|لسنا)\s|(?:ب?عدم)\s(?:وجود|صحه|حدوث|علم|نيه|التوصل))"
)
_STILL = re.compile(_THAT + r"(?:\w+\s)?(?:(?:لا|لم)\s(?:[يت]زال\w*|بد|سيما|شك|ريب|غني)|ليست?\s(?:فقط|مجرد))")
_ANY = re.compile(r"(?<!\w)(?:لا|لم|لن|ليس|ليست|ليسوا|لسنا|ما|غير|ب?عدم|دون|نفي|ينفي|نفت)(?!\w)")


def negated(words: str) -> bool:
    """Whether a negation opens the words: «لا يوجد تنسيق», «أنه لم يرسل قوات»; not «لا يزال», «ليس فقط»."""
    folded = fold(words)
    return _OPENS.match(folded) is not None and _STILL.match(folded) is None


def opposed(one: Statement, other: Statement) -> bool:
    """Whether the two, on one claim, can't both be right by what they assert or deny."""
    if Act.DENY in {one.act, other.act}:
        asserted = other if one.act is Act.DENY else one
        return asserted.act is not Act.DENY and not negated(asserted.content)
    for left, right in ((one, other), (other, one)):
        if negated(left.content) and _ANY.search(fold(right.content)) is None:
            return alike(left, right)
    return False


def alike(one: Statement, other: Statement) -> bool:
    """Whether most words of the longer stand in the other too."""
    a, b = bag(one.content), bag(other.content)
    return len(a & b) >= _LIKE * max(len(a), len(b), 1)
