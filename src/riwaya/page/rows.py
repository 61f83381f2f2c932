"""Files of rows: JSON Lines, one JSON document, Parquet. Each row is one capture, whose bytes are that row's JSON."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page import encodings, fields, times
from riwaya.page.sniff import wide_charset
from riwaya.page.source import Source
from riwaya.page.streams import Stream
from riwaya.records import Capture

MEDIA_TYPE = "application/json"
_BOM = b"\xef\xbb\xbf"
_ROWS_AT_ONCE = 256
_LISTS = frozenset(
    {"items", "articles", "entries", "results", "data", "docs", "documents", "news", "posts", "rows", "stories"}
)
_raw_object = msgspec.json.Decoder(dict[str, msgspec.Raw])
_raw_list = msgspec.json.Decoder(list[msgspec.Raw])
_values = msgspec.json.Decoder(dict[str, object])


def read_json(source: Source, stream: Stream) -> Iterator[Capture | Rejected]:
    """JSON Lines where a first line is whole by itself or a second begins like a row; else one document."""
    charset = wide_charset(stream.head())
    stream = stream.narrowed(charset) if charset else stream
    limit = settings.current().capture_bytes
    first = _line(stream, limit)
    second = _line(stream, limit) if first.endswith(b"\n") else b""
    if first.lstrip(_BOM + b" \t").startswith(b"{") and (_is_object(first) or second.lstrip().startswith(b'{"')):
        yield from _lines(source, stream, itertools.chain((first, second), iter(lambda: _line(stream, limit), b"")))
        return
    rest = stream.reader.read(limit + 1 - len(first) - len(second)) if len(first) + len(second) <= limit else b""
    data = first + second + rest
    if len(data) > limit:
        yield source.reject(Reason.TOO_LARGE, f"a JSON document of more than {limit:,} bytes")
    elif stream.fault:
        yield source.reject(stream.fault.reason, stream.fault.detail)
    else:
        yield from _document(source, data.removeprefix(_BOM))


def _line(stream: Stream, limit: int) -> bytes:
    """The next line with its end, blank ones too; of one longer than `limit` just the beginning, itself too long."""
    line = stream.reader.readline(limit + 1)
    if len(line) > limit:
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.reader.readline(limit)
    return line


def _lines(source: Source, stream: Stream, lines: Iterator[bytes]) -> Iterator[Capture | Rejected]:
    limit = settings.current().capture_bytes
    for number, line in enumerate(lines, 1):
        member = source.member(str(number))
        row = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
        if len(line) > limit:
            yield member.reject(Reason.TOO_LARGE, f"a row of more than {limit:,} bytes")
        elif not row:
            continue
        elif stream.fault and not line.endswith(b"\n") and not _is_object(row):
            break  # the torn row at the break, told below
        else:
            yield from _row(member, row)
    if stream.fault:
        yield source.reject(stream.fault.reason, f"{stream.fault.detail}; the rows before it were read")


def _document(source: Source, data: bytes) -> Iterator[Capture | Rejected]:
    if not data.lstrip().startswith(b"["):
        yield from _row(source, data.strip())
        return
    try:
        rows = _raw_list.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield source.reject(Reason.CORRUPT, f"JSON: {error}")
        return
    for number, row in enumerate(rows, 1):
        yield from _row(source.member(str(number)), bytes(row).strip())


def _row(source: Source, row: bytes) -> Iterator[Capture | Rejected]:
    """One row; or, where it is an object around a list of rows, each of them."""
    try:
        cells = _raw_object.decode(row)
        listed = None if fields.names(cells, "content", "html") else _list_inside(cells)
    except UnicodeDecodeError:
        listed = None
    except (msgspec.DecodeError, RecursionError) as error:
        yield source.reject(Reason.CORRUPT, f"JSON: {error}")
        return
    if listed is None:
        yield _single(source, row)
        return
    for number, inner in enumerate(listed, 1):
        yield _single(source.member(str(number)), inner)


def _single(source: Source, row: bytes) -> Capture | Rejected:
    try:
        stated = fields.read(_values.decode(row))
    except UnicodeDecodeError:  # in another charset: decode tells which
        return source.capture(row, MEDIA_TYPE)
    except (msgspec.DecodeError, RecursionError) as error:
        return source.reject(Reason.CORRUPT, f"JSON: {error}")
    known = replace(
        source,
        url=stated.get("url") or source.url,
        fetched_at=times.moment(stated.get("captured_at")) or source.fetched_at,
        charset="utf-8",
    )
    return known.capture(row, MEDIA_TYPE)


def _list_inside(cells: dict[str, msgspec.Raw]) -> list[bytes] | None:
    """The rows of an object around a list of them: {"articles": [{…}, …]}; a JSON Feed's own title goes with each."""
    for name, cell in cells.items():
        if name in _LISTS and bytes(cell)[:1] == b"[":
            found = [bytes(row).strip() for row in _raw_list.decode(cell)]
            if found and all(row.startswith(b"{") for row in found):
                return [_with_feed(row, cells) for row in found]
    return None


def _with_feed(row: bytes, cells: dict[str, msgspec.Raw]) -> bytes:
    if "jsonfeed" not in bytes(cells.get("version", b"")).decode("utf-8", "replace") or "title" not in cells:
        return row
    return b'{"feed_title":' + bytes(cells["title"]) + (b"," if row[1:].strip() != b"}" else b"") + row[1:]


def _is_object(line: bytes) -> bool:
    try:
        _raw_object.decode(line.removeprefix(_BOM).strip())
    except UnicodeDecodeError:
        return line.strip().endswith(b"}")
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _plain(cell: object) -> object:
    """Pages kept as bytes in a column become text; JSON has no bytes."""
    if not isinstance(cell, bytes):
        return cell
    found = encodings.decode(cell, None)
    return found.text if isinstance(found, encodings.Decoded) else None


def read_parquet(source: Source, file: IO[bytes]) -> Iterator[Capture | Rejected]:
    """Rows of a Parquet file that can be searched, a few hundred at a time."""
    limit = settings.current().capture_bytes
    number = 0
    try:
        with pq.ParquetFile(file) as table:
            for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    content = msgspec.json.encode({key: _plain(cell) for key, cell in row.items()}, enc_hook=str)
                    member = source.member(str(number))
                    if len(content) > limit:
                        yield member.reject(Reason.TOO_LARGE, f"a row of more than {limit:,} bytes")
                    else:
                        yield from _row(member, content)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        yield source.reject(Reason.CORRUPT, f"Parquet, after {number} rows: {error}")
