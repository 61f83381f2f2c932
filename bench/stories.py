"""Arriving articles a second, with the window full, and memory, against the number of live articles.

usage: python bench/stories.py [NEWS.jsonl.gz] [LIVE…]    default: the public set, 1000 10000 100000
Each size fills the window with recombined real articles (features of one, and the second half of another's), then times
batches of a thousand arrivals more, groups settled after each. Seconds are those of the processor. Sketching (words,
stems) is told beside, as reading processes share it.
"""

import gzip
import itertools
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from riwaya.measure.articles import article
from riwaya.story.days import Day
from riwaya.story.sketch import Sketch, sketch
from riwaya.story.stream import Stream

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
REAL, BATCH, BATCHES = 4000, 1000, 3
DAY = date(2031, 5, 10).toordinal()
SPAN = 8  # days over which the window's articles came out


def real(news: Path) -> list[Sketch]:
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, REAL)]
    seen = datetime(2031, 5, 10, tzinfo=UTC)
    return [
        sketch(article(str(r["n"]), r["content"], headline=r["title"], outlet=r["source"], seen=seen), (), ())
        for r in rows
    ]


def recombined(given: list[Sketch], size: int) -> Iterator[Sketch]:
    """Arrivals in the order of their days."""
    drawn = random.Random(size)  # noqa: S311 - no secret
    for number in range(size):
        one, other = drawn.sample(given, 2)
        first, second = list(one.features.items()), list(other.features.items())
        features = dict(second[len(second) // 2 :]) | dict(first[: 2 * len(first) // 3])
        day = date.fromordinal(DAY + SPAN * number // size)
        yield replace(one, article=f"r{number}", features=features, day=Day(day, day), outlet=str(number % 50))


def main(news: Path, sizes: list[int]) -> None:
    start = time.process_time()
    given = real(news)
    print(f"sketching: {REAL / (time.process_time() - start):.0f} articles/s on one core")
    print(f"{'live':>8} {'filled/s':>9} {'arriving/s':>11} {'stories':>8} {'largest':>8} {'peak MiB':>9}")
    for size in sizes:
        arrivals = recombined(given, size + BATCH * BATCHES)
        stream = Stream()
        start = time.process_time()
        for _ in range(0, size, BATCH):
            stream.add(list(itertools.islice(arrivals, BATCH)), {})
            stream.settle()
        middle = time.process_time()
        for _ in range(BATCHES):
            stream.add(list(itertools.islice(arrivals, BATCH)), {})
            stream.settle()
        end = time.process_time()
        groups = stream.stories()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:>8} {size / (middle - start):>9.0f} {BATCH * BATCHES / (end - middle):>11.0f} {len(groups):>8}"
            f" {max(map(len, groups)):>8} {peak:>9}",
            flush=True,
        )


if __name__ == "__main__":
    told = sys.argv[1:]
    main(Path(told[0]) if told else NEWS, [int(n) for n in told[1:]] or [1000, 10_000, 100_000])
