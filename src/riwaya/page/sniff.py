"""What a file holds, told by its first bytes and never by its name."""

import re
from enum import StrEnum
from functools import cache

from riwaya.language import lexicon

_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base)\b)",
    re.DOTALL | re.IGNORECASE,
)
_FRAGMENT = re.compile(rb"\s*<[a-z][\w-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HTML_INSIDE = re.compile(rb"<(?:html|body)\b[^<>]*>", re.IGNORECASE)  # after warnings that a server printed first
_FEED = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!doctype[^>]*>\s*)*<(?:rss|(?:\w+:)?feed|rdf:rdf)\b", re.DOTALL | re.IGNORECASE
)
_XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{"\[]\s*["{}\[\]]|\]\s*$|\{\s*$))')
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_TAR_MAGIC = slice(257, 262)
# Control bytes that no text file holds; escape (0x1b) is kept for terminals' colours, 0x1a for the end mark of DOS.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MAX_CONTROL = 0.01
_MIN_NULS = 0.15  # of a UTF-16 page: blanks, digits and Latin letters have a zero byte each


class Format(StrEnum):
    WARC = "warc"
    PARQUET = "parquet"
    ZIP = "zip"
    TAR = "tar"
    FEED = "feed"
    JSON = "json"
    HTML = "html"
    TEXT = "text"
    BINARY = "binary"


def sniff(head: bytes) -> Format:
    """The format of a file or payload that begins with `head`."""
    if head.startswith(b"WARC/"):
        return Format.WARC
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.ZIP
    if head[_TAR_MAGIC] == b"ustar":
        return Format.TAR
    if known_binary(head) or is_binary(head):
        return Format.BINARY
    return _sniff_text(narrow(head))


def _sniff_text(head: bytes) -> Format:
    if _FEED.match(head):
        return Format.FEED
    if _HTML.match(head) or _FRAGMENT.match(head) or _XML.match(head) or _HTML_INSIDE.search(head):
        return Format.HTML
    return Format.JSON if _JSON.match(head) else Format.TEXT


def narrow(head: bytes) -> bytes:
    """`head` with its markup readable as ASCII, whatever its width."""
    if head.startswith(_WIDE_BOMS):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    width = wide(head)
    if width:
        return head[: len(head) // 2 * 2].decode(width, "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def wide(head: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where zero bytes stand on one side only, as they do in text without a byte order mark.

    Arabic in UTF-16 has 0x06 in place of the zero; both count.
    """
    even, odd = head[0::2], head[1::2]
    half = max(1, len(head) // 2)
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        marks = high.count(0) + high.count(6)
        if marks / half > 0.7 and high.count(0) / half > _MIN_NULS / 2 and low.count(0) == 0:  # noqa: PLR2004  # most
            return name
    return None


def wide_charset(head: bytes) -> str | None:
    """The charset of text of two bytes a letter, with or without its mark."""
    return "utf-16" if head.startswith(_WIDE_BOMS) else wide(head)


def is_binary(head: bytes) -> bool:
    if head.startswith(_WIDE_BOMS) or wide(head):
        return False
    return len(_CONTROL.findall(head)) > _MAX_CONTROL * len(head)


def known_binary(head: bytes) -> str | None:
    """What a file of a known binary format is, in words."""
    return next((name for pattern, name in _magic() if pattern.match(head)), None)


@cache
def _magic() -> tuple[tuple[re.Pattern[bytes], str], ...]:
    return tuple(
        (re.compile(_pattern(code), re.DOTALL), name) for code, name in lexicon.rows("riwaya.page", "magic.tsv")
    )


def _pattern(code: str) -> bytes:
    pairs = (code[i : i + 2] for i in range(0, len(code) // 2 * 2, 2))
    return b"".join(b"." if pair == ".." else re.escape(bytes.fromhex(pair)) for pair in pairs)
