"""Sentences a second of each tagger of names and of `names.read`, beside a plain gazetteer, and cost against size.

usage: python bench/names.py [NEWS.jsonl.gz] [TAGGER…]
Seconds of one core's time, which a busy machine lengthens less than the clock's. "first" is a text that nobody has read
yet in this process, "again" the next one: words once met are kept.
"""

import gzip
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from riwaya.language.sentences import sentences
from riwaya.language.tokens import tokens
from riwaya.measure.ner import gazetteer
from riwaya.names.find import read
from riwaya.names.taggers import OWN, tagger

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
ARTICLES = 400
SIZES = (1 << 10, 1 << 14, 1 << 17, 1 << 20, 10 << 20)  # bytes of text
SLOW = {"accurate": 20}  # of so many articles one


def texts(news: Path, first: int, end: int) -> list[str]:
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = map(json.loads, itertools.islice(lines, first, end))
        return [f"{row['title']}\n{row['content']}" for row in rows]


def cut(text: str) -> list[list[str]]:
    return [[token.text for token in tokens(text[slice(*span)])] for span in sentences(text)]


def each(work: Callable[[Any], object], items: Iterable[object]) -> None:
    for item in items:
        work(item)


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def rates(news: Path, names: list[str]) -> None:
    one, two = ([cut(text) for text in texts(news, *part)] for part in ((0, ARTICLES), (ARTICLES, 2 * ARTICLES)))
    peer = sum(map(len, two)) / timed(partial(each, gazetteer, itertools.chain.from_iterable(two)))
    print(f"{'tagger':>10} {'first, sentences/s':>20} {'again':>8} {'gazetteer':>10} {'ratio':>6}")
    for name in names:
        model, parts = tagger(name), [part[:: SLOW.get(name, 1)] for part in (one, two)]
        first, again = (sum(map(len, part)) / timed(partial(each, model.tag, part)) for part in parts)
        print(f"{name:>10} {first:>20.0f} {again:>8.0f} {peer:>10.0f} {again / peer:>6.2f}")


def growth(news: Path, names: list[str]) -> None:
    whole = "\n".join(texts(news, 0, 20 * ARTICLES))
    print(f"\nnames.read {'KB':>8}" + "".join(f"{name + ' s':>12} {'MB/s':>6}" for name in names))
    for size in SIZES:
        text = whole.encode()[:size].decode(errors="ignore")
        took = [timed(partial(read, "bench", text, tagger(name))) for name in names]
        row = "".join(f"{seconds:>12.3f} {size / seconds / (1 << 20):>6.2f}" for seconds in took)
        print(f"{size >> 10:>19}{row}")


if __name__ == "__main__":
    given = sys.argv[1:]
    source = Path(given[0]) if given else NEWS
    chosen = given[1:] or list(OWN)
    rates(source, chosen)
    growth(source, [name for name in chosen if name not in SLOW])
