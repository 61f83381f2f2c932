"""Time of copy tracing beside MinHash (datasketch) on the same articles in one run, cost against size, and bad input.

usage: python bench/copies.py [NEWS.jsonl.gz] [SIZE…]
Seconds are those of the processor, which a busy machine does not lengthen as it does the clock's. The peer only finds
candidates; Riwaya's time holds candidates, alignment of words, changes of meaning and direction. Read the ratio so.
"""

import gzip
import itertools
import json
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from datasketch import MinHash, MinHashLSH

from riwaya import copies
from riwaya.language.tokens import words
from riwaya.measure.articles import article
from riwaya.records import Article

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
GRAM, PERMUTATIONS, THRESHOLD = 5, 128, 0.5
HOUSES, PAGES, LONG = 100, 20_000, 5_000_000


def peer(articles: list[Article]) -> int:
    """Candidate pairs of a MinHash index over word 5-grams."""
    index, pairs = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), 0
    for one in articles:
        folded = [t.folded for t in words(one.text)]
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch({" ".join(folded[i : i + GRAM]).encode() for i in range(len(folded) - GRAM + 1)})
        pairs += len(index.query(sketch))
        index.insert(one.id, sketch)
    return pairs


def read(news: Path, size: int | None) -> list[Article]:
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, size)]
    return [article(str(r["n"]), r["content"], headline=r["title"], outlet=r["source"]) for r in rows]


def bad(some: list[Article]) -> Iterator[tuple[str, list[Article]]]:
    """What a press never sends, and a crawler does."""
    one = some[0]
    same = [replace(one, id=f"s{n}", capture=f"s{n}", outlet=f"house {n % HOUSES}") for n in range(PAGES)]
    yield f"{PAGES} identical pages", same
    whole = "\n".join(a.text for a in some)
    long = (whole * (LONG // len(whole) + 1))[:LONG]
    yield f"one article of {LONG} letters beside {len(some)}", [article("long", long), *some]
    yield "the same in one sentence", [article("long", long.replace("\n", " ").replace(".", " ")), *some]
    yield "nothing but quotations", [replace(a, text="«" + a.text.replace("\n", " ") + "»") for a in some]
    yield f"{PAGES} empty texts", [article(f"e{n}", "") for n in range(PAGES)]


def main(news: Path, sizes: list[int]) -> None:
    print(f"{'articles':>10} {'riwaya s':>9} {'copies':>7} {'datasketch s':>13} {'pairs':>7} {'ratio':>6} {'MiB':>6}")
    for size in sizes:
        articles = read(news, size)
        start = time.process_time()
        ours = len(copies.trace(articles))
        middle = time.process_time()
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        theirs = peer(articles)
        end = time.process_time()
        ratio = (end - middle) / (middle - start)
        print(
            f"{size:>10} {middle - start:>9.1f} {ours:>7} {end - middle:>13.1f} {theirs:>7} {ratio:>6.2f} {most:>6}",
            flush=True,
        )
    for name, given in bad(read(news, 1000)):
        start = time.process_time()
        found = len(copies.trace(given))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name}: {time.process_time() - start:.1f} s, {found} copies, {most} MiB", flush=True)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0]) if arguments else NEWS, [int(n) for n in arguments[1:]] or [1000, 5000, 20329])
