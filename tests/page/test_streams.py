import bz2
import gzip
import io
import lzma
import tracemalloc
import zlib

import pytest
import zstandard

from riwaya.errors import Reason
from riwaya.page.streams import unpack

TEXT = "سطر من النص يكفي لأن يملأ أكثر من كتلة واحدة\n".encode() * 5000
NOISE = bytes(range(256)) * 40

PACK = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def _all(data):
    stream = unpack(io.BytesIO(data))
    return stream.reader.read(), stream


@pytest.mark.parametrize("kind", PACK)
def test_a_compression_is_taken_off_whole(kind):
    data, stream = _all(PACK[kind](TEXT))
    assert data == TEXT
    assert stream.fault is None


@pytest.mark.parametrize("kind", PACK)
def test_members_are_joined(kind):
    data, stream = _all(PACK[kind](TEXT) + PACK[kind](b"end"))
    assert data == TEXT + b"end"
    assert stream.fault is None


@pytest.mark.parametrize("kind", PACK)
def test_what_stood_before_a_break_is_given_and_the_break_told(kind):
    packed = PACK[kind](TEXT + zlib.compress(NOISE) + TEXT)
    data, stream = _all(packed[:-30])
    assert stream.fault is not None
    assert stream.fault.reason in {Reason.TRUNCATED, Reason.CORRUPT}
    assert (TEXT + zlib.compress(NOISE) + TEXT).startswith(data)


def test_text_before_a_break_in_gzip_is_kept():
    data, stream = _all(gzip.compress(TEXT, 0)[: len(TEXT) // 2])
    assert len(data) > len(TEXT) // 3
    assert stream.fault.reason is Reason.TRUNCATED


def test_a_changed_byte_is_corrupt():
    packed = bytearray(gzip.compress(TEXT, 0))
    packed[-5] ^= 0xFF
    assert _all(bytes(packed))[1].fault.reason is Reason.CORRUPT


def test_layers_inside_layers():
    data, stream = _all(lzma.compress(bz2.compress(gzip.compress(TEXT))))
    assert data == TEXT
    assert len(stream.layers) == 3


def test_padding_after_a_member_is_no_fault():
    data, stream = _all(gzip.compress(TEXT) + bytes(512))
    assert data == TEXT
    assert stream.fault is None


def test_plain_bytes_pass():
    assert _all(TEXT)[0] == TEXT


def test_nothing_is_nothing():
    assert _all(b"")[0] == b""


@pytest.mark.parametrize("kind", PACK)
def test_a_bomb_costs_what_is_read_of_it(kind):
    bomb = PACK[kind](bytes(60 << 20))
    tracemalloc.start()
    stream = unpack(io.BytesIO(bomb))
    assert len(stream.reader.read(1 << 20)) == 1 << 20
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 45 << 20


def test_a_pipe_with_short_reads_shows_its_whole_head():
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.left = TEXT

        def readable(self):
            return True

        def readinto(self, buffer):
            size = min(100, len(buffer))
            part, self.left = self.left[:size], self.left[size:]
            buffer[: len(part)] = part
            return len(part)

    assert len(unpack(io.BufferedReader(Pipe())).head()) == 1 << 16
