"""Time of copy tracing beside MinHash (datasketch) on the same articles in one run, and cost against size.

usage: python bench/copies.py [NEWS.jsonl.gz] [SIZE…]
The peer only finds candidates; Riwaya's time holds candidates, alignment of words and direction. Read the ratio so.
"""

import gzip
import itertools
import json
import sys
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH

from riwaya import copies
from riwaya.language.tokens import words
from riwaya.measure.articles import article
from riwaya.records import Article

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
GRAM, PERMUTATIONS, THRESHOLD = 5, 128, 0.5


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


def main(news: Path, sizes: list[int]) -> None:
    print(f"{'articles':>10} {'riwaya s':>9} {'pairs':>7} {'datasketch s':>13} {'pairs':>7} {'ratio':>6}")
    for size in sizes:
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in itertools.islice(lines, size)]
        articles = [article(str(r["n"]), r["content"], headline=r["title"], outlet=r["source"]) for r in rows]
        start = time.perf_counter()
        ours = len(copies.trace(articles))
        middle = time.perf_counter()
        theirs = peer(articles)
        end = time.perf_counter()
        ratio = (end - middle) / (middle - start)
        print(f"{size:>10} {middle - start:>9.1f} {ours:>7} {end - middle:>13.1f} {theirs:>7} {ratio:>6.2f}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else NEWS, [int(n) for n in given[1:]] or [1000, 5000, 20329])
