"""Time of a search, and of adding an article, against the number of articles stored.

usage: python bench/search.py [NEWS.jsonl.gz] [SIZE…]      default: the public set beside the checkout, 10000 100000
Articles are recombined: paragraphs of the first 3,000 rows under other headlines, their keys made once. Questions are
of four kinds, in turn: three words of a paragraph, one word, one with facets counted, two words in a row.
Milliseconds are of the processor, which other work does not lengthen as it does the clock's; the clock's stand beside.
"""

import gzip
import itertools
import json
import random
import re
import statistics
import sys
import tempfile
import time
import zlib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from riwaya.measure.articles import article
from riwaya.records import Capture, Origin, Reading
from riwaya.run.naming import SPELLER
from riwaya.store import Filed, State, Store, Wish, filed
from riwaya.store.rows import article_row
from riwaya.store.search.entries import Entry, entry

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
ROWS, PARAGRAPHS, AT_ONCE, ASKED = 3_000, 6, 500, 400
WORD = re.compile(r"[ء-ي]{4,}")


class Pool:
    """Headlines and paragraphs with what the index is given for each."""

    def __init__(self, news: Path, chance: random.Random) -> None:
        self.chance = chance
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in itertools.islice(lines, ROWS)]
        self.headlines = [self._keyed(str(row["title"] or "خبر")) for row in rows]
        parts = (part for row in rows for part in re.split(r"\n+|(?<=\.)\s", str(row["content"])))
        self.paragraphs = [self._keyed(part) for part in parts if len(part.split()) > 20]  # noqa: PLR2004
        self.outlets = sorted({str(row["source"]) for row in rows})

    def _keyed(self, text: str) -> tuple[str, Entry]:
        text = " ".join(text.split())
        return text, entry(article("x", text), (), (), SPELLER)

    def made(self, number: int) -> tuple[Capture, Filed]:
        headline, first = self.chance.choice(self.headlines)
        chosen = self.chance.choices(self.paragraphs, k=PARAGRAPHS)
        key = sha256(str(number).encode()).hexdigest()
        outlet = self.chance.choice(self.outlets)
        one = article(key, "\n".join(text for text, _ in chosen), headline=headline, outlet=outlet)
        keyed = [" ".join(held.texts).strip() for _, held in chosen]
        forms = " ".join(zlib.decompress(held.forms).decode() for held in (first, *(held for _, held in chosen)))
        held = Entry(
            texts=(" ".join(first.texts).strip(), keyed[0], " ".join(keyed[1:])),
            forms=zlib.compress(forms.encode()),
            tags=(("outlet", outlet),),
            names=(),
            spellings=tuple({row for _, held in chosen for row in held.spellings}),
        )
        capture = Capture(id=key, name=key, media_type="text/plain", origin=Origin.FILE, content=b"")
        return capture, Filed(capture=key, state=State.READ, articles=[article_row(one)], search=[held])

    def question(self, kind: int) -> tuple[str, bool]:
        words = WORD.findall(self.chance.choice(self.paragraphs)[0])
        if kind == 0:
            return " ".join(self.chance.sample(words, min(3, len(words)))), False
        if kind == 1:
            return self.chance.choice(words or ["خبر"]), False
        if kind == 2:  # noqa: PLR2004
            return self.chance.choice(WORD.findall(self.chance.choice(self.headlines)[0]) or ["خبر"]), True
        start = self.chance.randrange(max(1, len(words) - 1))
        return " ".join(words[start : start + 2]), False


def fill(store: Store, pool: Pool, size: int, start: int) -> None:
    for first in range(start, size, AT_ONCE):
        made = [pool.made(number) for number in range(first, min(size, first + AT_ONCE))]
        store.keep([capture for capture, _ in made])
        store.file([one for _, one in made])


def timed(store: Store, pool: Pool) -> tuple[list[float], list[float]]:
    """Seconds of the processor and of the clock, a question each."""
    cpu, wall = [], []
    for number in range(ASKED):
        asked, counted = pool.question(number % 4)
        begun, seen = time.process_time(), time.perf_counter()
        store.search(asked, Wish(facets=counted), SPELLER)
        cpu.append(time.process_time() - begun)
        wall.append(time.perf_counter() - seen)
    return cpu, wall


def adding(store: Store, pool: Pool, size: int) -> float:
    """Milliseconds of the processor to index and store one article more, the median of ten."""
    taken = []
    for number in range(10):
        capture, one = pool.made(size + 1_000_000 + number)
        text = pool.chance.choice(pool.paragraphs)[0]
        read = article(capture.id, text, headline="خبر جديد", outlet="منبر")
        store.keep([capture])
        begun = time.process_time()
        made = filed(capture.id, [Reading(source="x", article=read, mentions=(), dates=(), statements=())], SPELLER)
        store.file([replace(made, capture=one.capture)])
        taken.append(time.process_time() - begun)
    return statistics.median(taken) * 1000


def main(news: Path, sizes: list[int]) -> None:
    pool = Pool(news, random.Random(3))  # noqa: S311 - no secret
    heads = ("articles", "p50 ms", "p99 ms", "clock p50", "clock p99", "one more ms", "MiB")
    print("".join(f"{head:>12}" for head in heads))
    with tempfile.TemporaryDirectory() as folder, Store.open(folder) as store:
        begun = 0
        for size in sizes:
            fill(store, pool, size, begun)
            begun = size
            timed(store, pool)  # warm, as a server is
            cpu, wall = (sorted(seconds) for seconds in timed(store, pool))
            shown = [seconds[int(len(seconds) * part)] * 1000 for seconds in (cpu, wall) for part in (0.5, 0.99)]
            more = adding(store, pool, size)
            space = sum(path.stat().st_size for path in Path(folder).iterdir()) / (1 << 20)
            print(f"{size:>12}" + "".join(f"{figure:>12.1f}" for figure in (*shown, more, space)), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else NEWS, [int(n) for n in given[1:]] or [10_000, 100_000])
