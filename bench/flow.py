"""Articles a second, processors' time and peak memory through the whole flow, and cost against size.

usage: python bench/flow.py [NEWS.jsonl.gz] [SIZE…]      default: the public set beside the checkout, 1000 5000 20329
Each size is built into a new store by the command that a user types, as a process of its own.
"""

import gzip
import itertools
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared/data/news/saudinewsnet.jsonl.gz"
RIWAYA = ROOT / ".venv/bin/riwaya"
MIB = 1024


def build(news: Path, size: int, folder: Path) -> tuple[float, float, int, int]:
    """(seconds, seconds of all its processes' CPU time, peak KiB of the largest, exit status) of one build."""
    part = folder / f"{size}.jsonl"
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        part.write_text("".join(itertools.islice(lines, size)), encoding="utf-8")
    start = time.perf_counter()
    pid = os.posix_spawn(
        RIWAYA, [str(RIWAYA), "build", str(part), "--store", str(folder / f"store-{size}")], os.environ
    )
    _, status, usage = os.wait4(pid, 0)
    return (
        time.perf_counter() - start,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss,
        os.waitstatus_to_exitcode(status),
    )


def main(news: Path, sizes: list[int]) -> None:
    titles = (("articles", 10), ("seconds", 9), ("articles/s", 11), ("ms each", 8), ("CPU ms", 7), ("peak MiB", 9))
    print(" ".join(f"{title:>{width}}" for title, width in titles), f"{'store MiB':>10}  exit")
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            seconds, cpu, peak, status = build(news, size, Path(name))
            store = sum(p.stat().st_size for p in (Path(name) / f"store-{size}").iterdir()) / MIB / MIB
            rate, each, spent = size / seconds, 1000 * seconds / size, 1000 * cpu / size
            print(f"{size:>10} {seconds:>9.1f} {rate:>11.1f} {each:>8.2f} {spent:>7.2f}", end="")
            print(f" {peak / MIB:>9.0f} {store:>10.1f} {status:>5}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else NEWS, [int(n) for n in given[1:]] or [1000, 5000, 20329])
