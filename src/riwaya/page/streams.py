"""Bytes in, with their compressions taken off as they are read, so that no file and no bomb fills memory.

A break in a compressed stream ends it; what stood before the break is given, and `Stream.fault` says what broke.
"""

import bz2
import codecs
import io
import lzma
import zlib
from dataclasses import dataclass
from typing import IO, Protocol

import zstandard

from riwaya.errors import Reason

HEAD_BYTES = 1 << 16
_MAX_LAYERS = 5  # .tar.gz inside .xz inside .zip happens; more is an attack
_ERRORS = (zlib.error, OSError, lzma.LZMAError, zstandard.ZstdError, EOFError, MemoryError)


@dataclass(frozen=True, slots=True)
class Fault:
    reason: Reason
    detail: str


class _Codec(Protocol):
    """One member of a compressed stream: `step` feeds bytes and gives at most about `limit` back."""

    chunk: int

    def step(self, data: bytes, limit: int) -> bytes: ...

    @property
    def hungry(self) -> bool: ...

    @property
    def rest(self) -> bytes | None:
        """What follows the member's end; None before its end."""


class _Gzip:
    name, magic, chunk = "gzip", b"\x1f\x8b\x08", 1 << 16

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    def step(self, data: bytes, limit: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, limit)

    @property
    def hungry(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def rest(self) -> bytes | None:
        return self._inner.unused_data if self._inner.eof else None


class _Standard:
    """bz2 and lzma share their shape."""

    name, magic, chunk = "", b"", 1 << 16
    _inner: bz2.BZ2Decompressor | lzma.LZMADecompressor

    def step(self, data: bytes, limit: int) -> bytes:
        return self._inner.decompress(data, limit)

    @property
    def hungry(self) -> bool:
        return self._inner.needs_input

    @property
    def rest(self) -> bytes | None:
        return self._inner.unused_data if self._inner.eof else None


class _Bzip2(_Standard):
    name, magic = "bzip2", b"BZh"

    def __init__(self) -> None:
        self._inner = bz2.BZ2Decompressor()


class _Xz(_Standard):
    name, magic = "xz", b"\xfd7zXZ\x00"

    def __init__(self) -> None:
        self._inner = lzma.LZMADecompressor(memlimit=256 << 20)


class _Zstd:
    # The library gives no bound on output, but a block of 128 KiB costs at least 4 bytes: a small chunk bounds it.
    name, magic, chunk = "zstd", b"\x28\xb5\x2f\xfd", 1 << 8

    def __init__(self) -> None:
        self._inner = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()

    def step(self, data: bytes, limit: int) -> bytes:  # noqa: ARG002  # see `chunk`
        return self._inner.decompress(data) if data else b""

    @property
    def hungry(self) -> bool:
        return True

    @property
    def rest(self) -> bytes | None:
        return self._inner.unused_data if self._inner.eof else None


_CODECS: tuple[type[_Gzip | _Bzip2 | _Xz | _Zstd], ...] = (_Gzip, _Bzip2, _Xz, _Zstd)


class _Unpacked(io.RawIOBase):
    """`source` with one compression taken off, its members joined."""

    def __init__(self, source: IO[bytes], kind: type[_Gzip | _Bzip2 | _Xz | _Zstd]) -> None:
        self._source, self._kind = source, kind
        self._codec: _Codec | None = kind()
        self._left = b""  # compressed bytes read but not yet fed
        self._held = memoryview(b"")  # plain bytes not yet given
        self.fault: Fault | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = 0
        while size < len(buffer):
            if not self._held and not self._fill(len(buffer)):
                break
            part = self._held[: len(buffer) - size]
            buffer[size : size + len(part)] = part
            self._held = self._held[len(part) :]
            size += len(part)
        return size

    def _fill(self, limit: int) -> bool:
        """Hold more plain bytes; False at the end, whole or broken."""
        while self._codec is not None:
            hungry = self._codec.hungry
            data = self._feed() if hungry else b""
            try:
                self._held = memoryview(self._codec.step(data, limit))
            except _ERRORS as error:
                self._break(Reason.CORRUPT, str(error))
            else:
                self._advance(ended=hungry and not data and not self._held)
            if self._held:
                return True
        return False

    def _feed(self) -> bytes:
        data = self._left or self._source.read(self._kind.chunk)
        self._left = data[self._kind.chunk :]
        return data[: self._kind.chunk]

    def _advance(self, *, ended: bool) -> None:
        rest = self._codec.rest if self._codec else None
        if rest is not None:
            rest += self._left
            rest += self._source.read(64) if len(rest) < len(self._kind.magic) else b""
            self._left = rest
            # What follows a member and is no member is padding, as gzip itself takes it.
            self._codec = self._kind() if rest.startswith(self._kind.magic) else None
        elif ended:
            self._break(Reason.TRUNCATED, "ends in the middle")

    def _break(self, reason: Reason, why: str) -> None:
        self.fault = Fault(reason, f"{self._kind.name} stream: {why}")
        self._codec = None


class _Plain(io.RawIOBase):
    """Any binary file, as a raw stream whose reads are filled to the end; pipes give short reads."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.fault: Fault | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._source.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Narrowed(io.RawIOBase):
    """Text of two bytes a letter as UTF-8, for formats that are read by line."""

    def __init__(self, source: IO[bytes], charset: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(charset)("replace")
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._held and (data := self._source.read(HEAD_BYTES)):
            self._held = self._decoder.decode(data).encode("utf-8", "replace")
        part, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


@dataclass(frozen=True, slots=True)
class Stream:
    """`reader` gives plain bytes, `reader.peek()` the first 64 KiB; `layers` are the compressions taken off.

    `file` is the file itself where nothing was taken off and it can be searched.
    """

    reader: io.BufferedReader
    layers: tuple[_Unpacked, ...] = ()
    file: IO[bytes] | None = None

    @property
    def fault(self) -> Fault | None:
        """What broke, outermost first; whole streams have none."""
        return next((layer.fault for layer in self.layers if layer.fault), None)

    def narrowed(self, charset: str) -> "Stream":
        """The same text as UTF-8."""
        return Stream(_buffered(_Narrowed(self.reader, charset)), self.layers)

    def head(self) -> bytes:
        return self.reader.peek(HEAD_BYTES)[:HEAD_BYTES]


def unpack(source: IO[bytes], *, searchable: bool = True) -> Stream:
    """`source`, every compression taken off, told by its first bytes. A member of a tar stream is not searchable."""
    stream = Stream(_buffered(_Plain(source)), file=source if searchable and source.seekable() else None)
    for _ in range(_MAX_LAYERS):
        head = stream.head()
        kind = next((codec for codec in _CODECS if head.startswith(codec.magic)), None)
        if kind is None:
            break
        layer = _Unpacked(stream.reader, kind)
        stream = Stream(_buffered(layer), (*stream.layers, layer))
    return stream


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(raw, HEAD_BYTES)
