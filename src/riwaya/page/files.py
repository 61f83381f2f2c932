"""Paths in, captures out: files, folders and standard input, every container split and told apart by its content."""

import io
import os
import stat
import sys
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, cast

from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page import feeds, rows, warc
from riwaya.page.sniff import Format, known_binary, sniff
from riwaya.page.source import Source
from riwaya.page.streams import Stream, unpack
from riwaya.records import Capture, Origin

STDIN = "-"
_MAX_DEPTH = 3  # a feed in a WARC in a zip
_COPY = 1 << 20
_MEDIA = {Format.HTML: "text/html", Format.TEXT: "text/plain"}
_Found = Iterator[Capture | Rejected]


def captures(path: str) -> _Found:
    """Every capture under `path`: a file, a folder (all of it, in order of name, hidden files left out), or "-".

    What can't be read is one Rejected each, and the rest is read.
    """
    if path == STDIN:
        yield from _opened(Source(name="stdin", origin=Origin.STDIN), sys.stdin.buffer)
        return
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):  # noqa: PTH116  # Path() would not take every name that os does
            yield from _folder(path)
        else:
            yield from _file(path)
    except (OSError, ValueError) as error:
        yield _source(path).reject(Reason.UNREADABLE, _why(error))


def _folder(path: str) -> _Found:
    """Files under `path`, without recursion; a folder met twice (a link that leads back up) is told and passed over."""
    waiting = [path]
    seen: set[tuple[int, int]] = set()
    while waiting:
        here = waiting.pop()
        try:
            status = os.stat(here)  # noqa: PTH116  # as above
            if not stat.S_ISDIR(status.st_mode):
                yield from _member(here, status)
                continue
            if (status.st_dev, status.st_ino) in seen:
                yield _source(here).reject(Reason.UNREADABLE, "a folder already read, reached again by a link")
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(name for name in os.listdir(here) if not name.startswith("."))  # noqa: PTH208  # as above
        except OSError as error:
            yield _source(here).reject(Reason.UNREADABLE, _why(error))
            continue
        waiting.extend(os.path.join(here, name) for name in reversed(names))  # noqa: PTH118  # as above


def _member(path: str, status: os.stat_result) -> _Found:
    if stat.S_ISREG(status.st_mode):
        yield from _file(path)
    else:  # opening a named pipe would wait for ever
        yield _source(path).reject(Reason.UNREADABLE, "neither a file nor a folder")


def _file(path: str) -> _Found:
    source = _source(path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # as above
            yield from _opened(source, file)
    except OSError as error:
        yield source.reject(Reason.UNREADABLE, _why(error))


def _source(path: str) -> Source:
    return Source(name=os.fsencode(path).decode("utf-8", "replace"), origin=Origin.FILE)


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _opened(source: Source, file: IO[bytes]) -> _Found:
    """Captures of an open file; an error of the device in the middle of it ends it."""
    try:
        yield from _split(source, unpack(file), _MAX_DEPTH)
    except OSError as error:
        yield source.reject(Reason.UNREADABLE, _why(error))


def _split(source: Source, stream: Stream, depth: int) -> _Found:
    head = stream.head()
    kind = sniff(head)
    if not head:
        fault = stream.fault
        yield source.reject(fault.reason, fault.detail) if fault else source.reject(Reason.EMPTY, "no bytes")
    elif kind is Format.BINARY:
        yield source.reject(Reason.BINARY, known_binary(head) or "bytes that are no text")
    elif kind in _MEDIA:
        yield from _whole(source, stream, _MEDIA[kind])
    elif kind in _FLAT:
        yield from _FLAT[kind](source, stream)
    elif depth == 0:
        yield source.reject(Reason.UNSUPPORTED, f"{kind} inside containers too deep")
    elif kind is Format.PARQUET:
        yield from _laid_down(source, stream, lambda file: rows.read_parquet(source, file))
    elif kind is Format.ZIP:
        yield from _laid_down(source, stream, lambda file: _zip(source, file, depth))
    elif kind is Format.TAR:
        yield from _tar(source, stream, depth)
    else:
        yield from _warc(source, stream, depth)


_FLAT: dict[Format, Callable[[Source, Stream], _Found]] = {Format.JSON: rows.read_json, Format.FEED: feeds.read}


def _whole(source: Source, stream: Stream, media_type: str) -> _Found:
    """A page: one capture of all the bytes. What stands before a break is kept as a page of its own."""
    limit = settings.current().capture_bytes
    content = stream.reader.read(limit + 1)
    if len(content) > limit:
        yield source.reject(Reason.TOO_LARGE, f"more than {limit:,} bytes (RIWAYA_MAX_CAPTURE_BYTES)")
        return
    yield source.capture(content, media_type)
    if stream.fault:
        yield source.reject(stream.fault.reason, f"{stream.fault.detail}; what stood before it was read")


def _warc(source: Source, stream: Stream, depth: int) -> _Found:
    for found in warc.documents(source, stream):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from _split(found[0], unpack(io.BytesIO(found[1])), depth - 1)


def _laid_down(source: Source, stream: Stream, read: Callable[[IO[bytes]], _Found]) -> _Found:
    """A format whose index stands at its end: read where it lies, or laid down in a temporary file first."""
    if stream.file is not None:
        stream.file.seek(0)
        yield from read(stream.file)
        return
    limit = settings.current().spool_bytes
    size = 0
    with tempfile.TemporaryFile(prefix="riwaya-") as spool:
        while data := stream.reader.read(_COPY):
            size += len(data)
            if size > limit:
                yield source.reject(Reason.TOO_LARGE, f"more than {limit:,} bytes (RIWAYA_MAX_SPOOL_BYTES)")
                return
            spool.write(data)
        spool.seek(0)
        if stream.fault:
            yield source.reject(stream.fault.reason, stream.fault.detail)
        else:
            yield from read(cast("IO[bytes]", spool))


def _zip(source: Source, file: IO[bytes], depth: int) -> _Found:
    try:
        with zipfile.ZipFile(file) as archive:
            if "[Content_Types].xml" in archive.namelist():
                yield source.reject(Reason.UNSUPPORTED, "an office document: save it as text or HTML")
                return
            for info in sorted(archive.infolist(), key=lambda i: i.filename):
                if not info.is_dir() and not _hidden(info.filename):
                    yield from _zipped(source.member(info.filename), archive, info, depth)
    except (zipfile.BadZipFile, ValueError) as error:
        yield source.reject(Reason.CORRUPT, f"zip: {error}")


def _zipped(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int) -> _Found:
    try:
        with archive.open(info) as file:
            yield from _split(source, unpack(file), depth - 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        yield source.reject(Reason.CORRUPT, f"zip: {error}")  # RuntimeError: a password


def _tar(source: Source, stream: Stream, depth: int) -> _Found:
    try:
        with tarfile.open(fileobj=stream.reader, mode="r|") as archive:
            for info in archive:
                file = archive.extractfile(info) if info.isfile() and not _hidden(info.name) else None
                if file is not None:
                    yield from _split(source.member(info.name), unpack(file, searchable=False), depth - 1)
    except (tarfile.TarError, EOFError) as error:
        if not stream.fault:
            yield source.reject(Reason.TRUNCATED, f"tar: {error}")
    if stream.fault:
        yield source.reject(stream.fault.reason, f"{stream.fault.detail}; the files before it were read")


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/")) or name.startswith("__MACOSX/")
