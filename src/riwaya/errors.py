"""What the world sends never raises: it becomes a Rejected with a Reason, counted and shown."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why something could not be read. One word each; `Rejected.detail` says the rest."""

    EMPTY = "empty"  # no bytes, or nothing but blanks
    BINARY = "binary"  # neither text nor a format Riwaya reads
    TOO_LARGE = "too_large"  # over `settings.MAX_CAPTURE_BYTES`
    TRUNCATED = "truncated"  # a compressed or framed file that ends early
    CORRUPT = "corrupt"  # a known format with a broken inside
    CHARSET = "charset"  # bytes that are text in no charset tried
    MOJIBAKE = "mojibake"  # text decoded wrongly before it was saved, beyond repair
    UNREADABLE = "unreadable"  # no such path, no permission, a device error
    LANGUAGE = "language"  # not Arabic
    NO_ARTICLE = "no_article"  # a page without an article on it
    UNSUPPORTED = "unsupported"  # a format told apart but not read
    FAILED = "failed"  # a step of Riwaya broke on it: a fault to report; the detail names step and error


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One thing that was not read: `subject` is the path, member or URL as the user knows it."""

    subject: str
    reason: Reason
    detail: str


class RiwayaError(Exception):
    """A condition of the run itself (store of a newer version, full disk) that the user must mend; one-line message."""
