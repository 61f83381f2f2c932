"""Sentences a second of finding dates, cost against size, and the ratio to dateparser on the same text in one run.

usage: python bench/dates.py [NEWS.jsonl.gz]      default: the public set beside the checkout
One core. A text is an article. dateparser gets the first letters of the first ones, so slow is its search.
"""

import gzip
import itertools
import json
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from riwaya.dates import find
from riwaya.language.sentences import sentences

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
ARTICLES, STEP, ROUNDS = 1000, 16, 3  # every sixteenth article, so that all outlets are there
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)  # bytes of one text
PEER_TEXTS, PEER_LETTERS = 20, 600
DAY = date(2015, 7, 25)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def rate(texts: list[str]) -> None:
    count, letters = sum(len(sentences(text)) for text in texts), sum(map(len, texts))
    print(f"{len(texts)} articles, {count} sentences, {letters} letters, one core")
    for turn in range(ROUNDS):
        took = seconds(lambda: [find("", text, DAY) for text in texts])
        print(f"  round {turn + 1}: {count / took:>8.0f} sentences/s {letters / took / 1e6:>6.2f} M letters/s")


def growth(texts: list[str]) -> None:
    whole = "\n".join(texts)
    print(f"{'bytes':>10} {'seconds':>9} {'MB/s':>6} {'mentions':>9}")
    for size in SIZES:
        text = (whole * (size // len(whole.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")
        found: list[int] = []
        took = seconds(lambda text=text, found=found: found.append(len(find("", text, DAY))))
        print(f"{size:>10} {took:>9.3f} {size / took / 1e6:>6.2f} {found[0]:>9}")


def peer(texts: list[str]) -> None:
    sample = [text[:PEER_LETTERS] for text in texts[:PEER_TEXTS]]
    base = {"RELATIVE_BASE": datetime(DAY.year, DAY.month, DAY.day)}  # noqa: DTZ001  dateparser takes naive ones
    ours = seconds(lambda: [find("", text, DAY) for text in sample])
    theirs = seconds(lambda: [search_dates(text, languages=["ar"], settings=base) for text in sample])
    print(f"{len(sample)} texts of {PEER_LETTERS} letters: riwaya {ours:.4f} s, dateparser {theirs:.2f} s")
    print(f"  ratio {theirs / ours:.0f}")


def main(news: Path) -> None:
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, 0, ARTICLES * STEP, STEP)]
    texts = [f"{row['title']}\n{row['content']}" for row in rows]
    rate(texts)
    growth(texts)
    peer(texts)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else NEWS)
