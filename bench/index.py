"""Tracing one arriving article against an index of many: time, memory, and what a restart costs, by size.

usage: python bench/index.py [NEWS.jsonl.gz] [SIZE…]
A press larger than the set is the set again, fortnight after fortnight, each time in other words: all but the most
frequent words are exchanged by a key of the fortnight, so that copies, set phrases and footers come at their real rates
within each, and set phrases of frequent words across all. Every fiftieth article of the last fortnight is held back and
asked about.
Seconds are the processor's.
"""

import gzip
import itertools
import json
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

import numpy as np

from riwaya.copies import Index, saved
from riwaya.copies.words import read as words_of
from riwaya.measure.articles import article
from riwaya.records import Article

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
WORD = re.compile(r"\w+")
KEPT, HELD, FORTNIGHT = 4000, 50, 15


def news(path: Path) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        article(
            str(r["n"]),
            r["content"],
            headline=r["title"],
            outlet=r["source"],
            seen=datetime.fromisoformat(r["date_extracted"]).replace(tzinfo=UTC),
        )
        for r in rows
    ]


def fortnights(first: list[Article]) -> Iterator[list[Article]]:
    """The articles, then the same ones in other words and later, again and again."""
    counted = Counter(word for one in first for word in WORD.findall(one.text))
    usual = {word for word, _ in counted.most_common(KEPT)}
    rare = [word for word in counted if word not in usual]
    yield first
    for turn in itertools.count(1):
        table = {word: other(word, turn, rare) for word in rare}
        yield [told(one, turn, table) for one in first]


def other(word: str, turn: int, rare: list[str]) -> str:
    key = int.from_bytes(blake2b(f"{turn} {word}".encode(), digest_size=8).digest(), "little")
    return rare[key % len(rare)]


def told(one: Article, turn: int, table: dict[str, str]) -> Article:
    seen = one.captured_at + timedelta(days=turn * FORTNIGHT) if one.captured_at else None
    text = WORD.sub(lambda found: table.get(found[0], found[0]), one.text)
    return replace(one, id=f"{turn}-{one.id}", capture=f"{turn}-{one.id}", text=text, captured_at=seen)


def main(path: Path, sizes: list[int]) -> None:
    first = news(path)
    print(
        f"{'indexed':>9} {'asked':>6} {'p50 ms':>7} {'p99 ms':>7} {'copies':>7} {'MiB':>6} {'save s':>7} {'load s':>7}"
    )
    for size in sizes:
        index, asked = Index(), []
        for batch in fortnights(first):
            room = size - len(index)
            back = batch[:room:HELD] if room <= len(batch) else []
            keep = [one for n, one in enumerate(batch[: room + len(back)]) if n % HELD] if back else batch
            index.press.place(keep, words_of([one.text for one in keep]))
            if back:
                asked = back
                break
        index.query(asked[0])  # the tables are read at first use
        took, found = [], 0
        for one in asked:
            start = time.process_time()
            found += len(index.query(one))
            took.append(1000 * (time.process_time() - start))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        p50, p99 = np.percentile(took, [50, 99])
        start = time.process_time()
        parts = saved.dump(index)
        middle = time.process_time()
        saved.load(parts, (), lambda _: ())
        end = time.process_time()
        print(
            f"{len(index):>9} {len(took):>6} {p50:>7.1f} {p99:>7.1f} {found:>7} {most:>6} {middle - start:>7.2f} "
            f"{end - middle:>7.2f}",
            flush=True,
        )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0]) if arguments else NEWS, [int(n) for n in arguments[1:]] or [1000, 10_000, 100_000])
