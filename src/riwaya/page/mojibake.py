"""Text decoded wrongly and saved again: undone where every letter survived, refused where it did not.

Ø§Ù„Ø¹Ø±Ø¨ÙŠØ©   UTF-8 read as windows-1252       ط§ظ„ط¹ط±ط¨ظٹط©   UTF-8 read as windows-1256
ÇáÚÑÈíÉ          windows-1256 read as windows-1252    ????? �����     the letters are gone
"""

import re
from functools import cache

from riwaya.page.script import ARABIC, count, plausible

_READ_AS = (
    ("cp1252", "utf-8"),
    ("cp1256", "utf-8"),
    ("mac_roman", "utf-8"),
    ("cp1252", "cp1256"),
    ("cp1252", "iso8859_6"),
    ("cp1256", "iso8859_6"),
    ("iso8859_6", "cp1256"),
)
_LATIN = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122\u03c0\u0131\u2202\u2206\u220f\u2211\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca\ufb01\ufb02\u02c7\u02d8-\u02db\u2044\u02dd\uf8ff\u03a9]"
)
_MIXED = re.compile("[\u0621-\u064a][\u00c0-\u00ff]|[\u00c0-\u00ff][\u0621-\u064a]")  # انوâن
_MIXED_SHARE = 0.03
_TAH_ZAH = re.compile("[طظ]")
_ASKED = re.compile(r"\?{2,}")
_MANY = 0.25  # of letters: French has 8 % accents, Arabic 1 % of ط and ظ together
_LOST = 0.2
_FEW = 20
_PLAUSIBLE = 0.12
_TWICE = 2
_SAMPLE = 10_000


def mend(text: str) -> str | None:
    """`text`, its wrong decoding undone where it had one; None where that is beyond repair."""
    mended = _undone(text, _TWICE) if _suspect(text) else text
    return None if mended is None or _lost(mended) else mended


def _suspect(text: str) -> bool:
    sample = text[:_SAMPLE]
    arabic = count(sample)
    latin = len(_LATIN.findall(sample))
    plain = sum(map(str.isalpha, sample)) - arabic
    if latin > _FEW / 2 and latin > _MANY * (plain + arabic):
        return plausible(sample) < _PLAUSIBLE or latin > arabic
    if len(_MIXED.findall(sample)) > _MIXED_SHARE * arabic:
        return True
    return arabic > _FEW and len(_TAH_ZAH.findall(sample)) > _MANY * arabic


def _undone(text: str, times: int) -> str | None:
    """The reading with the most Arabic words in it; a page saved wrongly twice takes two steps back."""
    if times == 0:
        return None
    tried = [found for wrong, right in _READ_AS if (found := _reread(text, wrong, right)) not in {None, text}]
    best = max(tried, key=plausible, default=text)
    if plausible(best) >= _PLAUSIBLE and plausible(best) > plausible(text):
        return best
    return next((again for found in tried if _suspect(found) and (again := _undone(found, times - 1))), None)


def _reread(text: str, wrong: str, right: str) -> str | None:
    """Each run of letters that `wrong` made of high bytes, read as `right`; None where more than a trace is not."""
    letters, run = _high(wrong)
    broken = 0

    def read(match: re.Match[str]) -> str:
        nonlocal broken
        found = bytes(letters[letter] for letter in match[0]).decode(right, "replace")
        broken += found.count("\ufffd")
        return found

    found = run.sub(read, text)
    if not ARABIC.search(found):  # half the way back from two wrong readings
        return found if broken == 0 else None
    return found if broken <= 0.02 * count(found) else None


@cache
def _high(charset: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """What `charset` makes of the bytes from 0x80; a byte it leaves undefined passes as the control of that number."""
    letters = {chr(code): code for code in range(0x80, 0xA0)}
    for code in range(0x80, 0x100):
        letter = bytes([code]).decode(charset, "replace")
        if letter != "\ufffd":
            letters[letter] = code
    return letters, re.compile("[" + "".join(map(re.escape, letters)) + "]+")


def _lost(text: str) -> bool:
    gone = text.count("\ufffd")
    asked = sum(len(run) for run in _ASKED.findall(text)) if "??" in text else 0
    if max(gone, asked) <= _FEW:
        return False
    arabic = count(text)
    return gone > _LOST * (arabic + gone) or asked > arabic
