"""Bytes to text: byte order marks, UTF-8, what was declared, then the charset whose reading has Arabic words in it."""

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from riwaya.errors import Reason
from riwaya.page.mojibake import mend
from riwaya.page.script import count, plausible
from riwaya.page.sniff import is_binary, wide

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE
)
_ARABIC_CHARSETS = ("cp1256", "iso8859_6", "mac_arabic", "cp720")
_HEAD = 1 << 16
_PLAUSIBLE = 0.08
_DECLARED_WEIGHT = 0.05
_BROKEN = 0.05  # broken characters to Arabic letters: a page cut in mid-character, an advertisement in another charset
_MARKS = re.compile("[\u064b-\u0652]")
_MARKED = 0.2
_NEWLINES = re.compile("\r\n|[\r\u2028\u2029\u0085\x0b\x0c]")


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""`text` has \n at every line's end; `charset` is the one that gave it."""

    text: str
    charset: str


def decode(content: bytes, declared: str | None) -> Decoded | tuple[Reason, str]:
    """The text of `content`, or why there is none."""
    if not content.strip():
        return Reason.EMPTY, "nothing but blanks" if content else "no bytes"
    if is_binary(content[:_HEAD]):
        return Reason.BINARY, "bytes that are no text"
    found = _read(content, declared)
    if found is None:
        return Reason.CHARSET, "text in no charset tried"
    mended = mend(found.text.replace("\x00", ""))
    if mended is None:
        return Reason.MOJIBAKE, f"letters lost before it was saved; read as {found.charset}"
    text = lines(mended)
    if not text.strip("\ufeff \n\t\u00a0\u200f\u200e"):
        return Reason.EMPTY, "nothing but blanks"
    return Decoded(text, found.charset)


def lines(text: str) -> str:
    r"""`text` with every kind of line end as \n."""
    return _NEWLINES.sub("\n", text)


def _read(content: bytes, declared: str | None) -> Decoded | None:
    for bom, charset in _BOMS:
        if content.startswith(bom):
            return Decoded(content[len(bom) :].decode(charset, "replace"), charset)
    width = wide(content[:_HEAD])
    if width:
        return Decoded(content.decode(width, "replace"), width)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _legacy(content, _named(declared) or _in_markup(content)) or _nearly_utf8(content) or _detected(content)


def _in_markup(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    return _named((found[1] or found[2]).decode("ascii", "replace")) if found else None


def _named(charset: str | None) -> str | None:
    """Python's name of a charset as declared; None for UTF-8, which was tried, and for names that nobody knows."""
    try:
        name = codecs.lookup(charset).name if charset else None
    except LookupError:
        return None
    return None if name is None or name.startswith("utf") else name


def _legacy(content: bytes, declared: str | None) -> Decoded | None:
    """The best of the Arabic charsets, the declared one a little ahead."""
    sample = content[:_HEAD]
    tried = dict.fromkeys((declared, *_ARABIC_CHARSETS) if declared else _ARABIC_CHARSETS)
    scores = {name: _score(sample, name) + _DECLARED_WEIGHT * (name == declared) for name in tried}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _PLAUSIBLE:
        return None
    return Decoded(content.decode(best, "replace"), best)


def _score(sample: bytes, charset: str) -> float:
    text = sample.decode(charset, "replace")
    arabic = count(text)
    if not arabic:
        return 0.0
    words = " ".join(re.findall(r"[^\x00-\x7f]+", text))  # markup says nothing about the charset
    if len(_MARKS.findall(words)) > _MARKED * len(words):  # Russian read as Arabic is mostly vowel marks
        return 0.0
    return plausible(words) - text.count("\ufffd") / arabic


def _nearly_utf8(content: bytes) -> Decoded | None:
    text = content.decode("utf-8", "replace")
    return Decoded(text, "utf-8") if text.count("\ufffd") <= _BROKEN * count(text) else None


def _detected(content: bytes) -> Decoded | None:
    """Another language's charset, for the reason given to be the right one: not Arabic."""
    name = detect_encoding(content[:_HEAD])
    try:
        return Decoded(content.decode(name), name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None
