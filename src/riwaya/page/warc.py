"""WARC files: each response of a page, its HTTP layers taken off.

Records are framed here and parsed one at a time by fastwarc, whose own stream iterator ends at the first broken record.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fastwarc.warc import WarcRecord, WarcRecordType

from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page.source import Source
from riwaya.page.streams import Stream
from riwaya.records import Origin

_KINDS = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
# What a page pulls in is no page; leaving it out is no loss to report. Everything else is told apart by content.
_PARTS = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript",
          "application/x-javascript", "application/font", "application/vnd.ms-fontobject", "text/dns")  # fmt: skip
_OK, _MOVED, _FAILED = 200, 300, 400
_START, _INSIDE = b"WARC/", b"\r\nWARC/1."
_MAX_HEADER = 1 << 16
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Framed:
    """One record's bytes; `fault` where they are not all there or not to be trusted."""

    content: bytes
    fault: tuple[Reason, str] | None = None


class _Frames:
    """Records of a stream. A wrong length or foreign bytes cost one record: reading goes on at the next that begins."""

    def __init__(self, stream: Stream, limit: int) -> None:
        self._reader, self._limit = stream.reader, limit
        self._back = b""  # bytes given back by a record whose length was wrong

    def __iter__(self) -> Iterator[_Framed]:
        told = False  # one fault is told once: what a broken record leaves behind is part of it
        while line := self._line():
            if line.startswith(_START):
                record = self._record(line)
                told = record.fault is not None
                yield record
            elif line.strip() and not told:
                told = True
                yield _Framed(b"", (Reason.CORRUPT, "bytes that belong to no record"))

    def _record(self, first: bytes) -> _Framed:
        header = first
        length = None
        while len(header) < _MAX_HEADER and (line := self._line()).strip():
            header += line
            if line.lower().startswith(b"content-length:"):
                number = line[15:].strip()
                length = int(number) if number.isdigit() else None
        if length is None:
            return _Framed(b"", (Reason.CORRUPT, "a record without a length"))
        if length > self._limit:
            self._skip(length)
            return _Framed(header, (Reason.TOO_LARGE, f"a record of more than {self._limit:,} bytes"))
        body = self._read(length)
        return self._checked(header, body, length)

    def _checked(self, header: bytes, body: bytes, length: int) -> _Framed:
        """The record, if what follows its length is a record's end."""
        end = self._read(4)
        whole = header + b"\r\n" + body + b"\r\n\r\n"
        if len(body) == length and not end.strip():
            return _Framed(whole)
        self._back = end + self._back
        inside = body.find(_INSIDE)
        if inside >= 0:
            self._back = body[inside + 2 :] + self._back
        short = len(body) < length and inside < 0
        return _Framed(
            header, (Reason.TRUNCATED if short else Reason.CORRUPT, "a record whose length is not as it says")
        )

    def _line(self) -> bytes:
        if not self._back:
            return self._reader.readline(_MAX_HEADER)
        head, mark, self._back = self._back.partition(b"\n")
        return head + mark if mark else head + self._reader.readline(_MAX_HEADER)

    def _read(self, size: int) -> bytes:
        found, self._back = self._back[:size], self._back[size:]
        return found + self._reader.read(size - len(found))

    def _skip(self, size: int) -> None:
        while size > 0 and (part := self._read(min(size, _CHUNK))):
            size -= len(part)


def documents(source: Source, stream: Stream) -> Iterator[tuple[Source, bytes] | Rejected]:
    """Payloads of the records that hold documents, with URL, time and charset as the record states them."""
    limit = settings.current().capture_bytes
    for number, framed in enumerate(_Frames(stream, limit), 1):
        if framed.fault is None:
            yield from _document(source, framed.content, number)
        elif stream.fault is None:
            yield _subject(source, framed.content, number).reject(*framed.fault)
    if stream.fault:
        yield source.reject(stream.fault.reason, f"{stream.fault.detail}; the records before it were read")


def _subject(source: Source, header: bytes, number: int) -> Source:
    """A record that could not be read, by its URL where that much is known."""
    lines = (line.partition(b":") for line in header.split(b"\n"))
    url = next((value.strip(b" \r<>") for name, _, value in lines if name.lower() == b"warc-target-uri"), b"")
    return source.member(url.decode("utf-8", "replace") or f"record {number}")


def _document(source: Source, content: bytes, number: int) -> Iterator[tuple[Source, bytes] | Rejected]:
    known = _subject(source, b"", number)
    try:
        record = WarcRecord.from_bytes(content)
        if record.record_type not in _KINDS:
            return
        url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
        known = source.member(url) if url else known
        known = replace(known, url=url, origin=Origin.WARC, fetched_at=_time(record))
        payload = _payload(record, content)
    except (OSError, ValueError) as error:
        yield known.reject(Reason.CORRUPT, f"WARC record: {error}")
        return
    yield from _wanted(known, record, payload)


def _payload(record: WarcRecord, content: bytes) -> bytes:
    """The body, its HTTP encodings taken off; where a crawler stored it decoded under the old header, as it stands."""
    if not record.is_http:
        return bytes(record.reader.read())
    try:
        record.parse_http(auto_decode="all")
        body = bytes(record.reader.read())
    except OSError:
        body = b""
    if body:
        return body
    raw = WarcRecord.from_bytes(content)
    raw.parse_http(auto_decode="none")
    return bytes(raw.reader.read())


def _time(record: WarcRecord) -> datetime | None:
    when = record.record_date
    return when.astimezone(UTC) if when else None


def _wanted(known: Source, record: WarcRecord, payload: bytes) -> Iterator[tuple[Source, bytes] | Rejected]:
    limit = settings.current().capture_bytes
    http = record.http_headers if record.is_http else None
    media_type = (record.http_content_type if http else record.headers.get("Content-Type")) or ""
    media_type = media_type.split(";")[0].strip().lower()
    status = (http.status_code if http else None) or _OK
    if _MOVED <= status < _FAILED or media_type.startswith(_PARTS):
        return
    if status >= _FAILED:
        yield known.reject(Reason.UNREADABLE, f"the server answered {status}")
    elif not payload:
        yield known.reject(Reason.EMPTY, "a response without a body")
    elif len(payload) > limit:
        yield known.reject(Reason.TOO_LARGE, f"more than {limit:,} bytes")
    else:
        charset = record.http_charset if http else None
        yield replace(known, media_type=media_type or None, charset=charset), payload
