"""How long pages take while a store is written to.

usage: python bench/serve.py STORE [--ingest PATH] [--seconds 60] [--rate 20]

Asks `riwaya serve` over STORE at a steady rate, each request when its time comes whether or not the one before has been
answered, and prints p50, p99 and the worst by kind of page, in milliseconds, from asking to the last byte. Every story
is asked for in turn, so that most are made for the first time. With --ingest a `riwaya build PATH` runs beside it.
"""

import argparse
import itertools
import random
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx

from riwaya.store import Store

RIWAYA = Path(sys.executable).with_name("riwaya")
KINDS = ("story", "story", "search", "article", "today")  # one after the other


def places(store: str) -> dict[str, list[str]]:
    """Addresses of each kind: the largest and latest stories first, then at random, from a fixed seed."""
    draw = random.Random(1)  # noqa: S311 - a sample
    with Store.existing(store) as held:
        stories = list(held.latest(2000))
        articles = [name for story in stories[:400] for name in story.articles[:3]]
        words = [word for article in held.articles(articles[:300]) for word in (article.headline or "").split()[:4]]
    draw.shuffle(stories)
    draw.shuffle(articles)
    draw.shuffle(words)
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(words)]
    return {
        "story": [f"/story/{story.id}" for story in stories],
        "article": [f"/article/{name}" for name in articles],
        "search": [f"/search?q={quote(asked)}" for asked in (*words, *pairs)],
        "today": ["/"],
    }


def ask(client: httpx.Client, kind: str, path: str, due: float) -> tuple[str, float, int]:
    time.sleep(max(0.0, due - time.perf_counter()))
    answer = client.get(path)
    return kind, time.perf_counter() - due, answer.status_code


def run(base: str, store: str, rate: float, seconds: float) -> list[tuple[str, float, int]]:
    asked, began = places(store), time.perf_counter() + 0.5
    with httpx.Client(base_url=base, timeout=120) as client, ThreadPoolExecutor(64) as pool:
        client.get("/search?q=" + quote("كلمة"))  # the server's own first look-ups
        began = time.perf_counter() + 0.5
        waiting = []
        for number in range(int(rate * seconds)):
            kind = KINDS[number % len(KINDS)]
            path = asked[kind][(number // len(KINDS)) % len(asked[kind])]
            waiting.append(pool.submit(ask, client, kind, path, began + number / rate))
        return [one.result() for one in waiting]


def show(answers: list[tuple[str, float, int]]) -> None:
    print(f"{'page':10}{'asked':>8}{'p50 ms':>10}{'p99 ms':>10}{'worst':>10}{'failed':>8}")
    for kind in dict.fromkeys(KINDS):
        taken = sorted(seconds * 1000 for one, seconds, _ in answers if one == kind)
        failed = sum(status != httpx.codes.OK for one, _, status in answers if one == kind)
        late = taken[min(len(taken) - 1, int(len(taken) * 0.99))]
        print(f"{kind:10}{len(taken):>8}{statistics.median(taken):>10.1f}{late:>10.1f}{taken[-1]:>10.1f}{failed:>8}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--ingest")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20)
    given = parser.parse_args()
    with Store.existing(given.store) as held:
        counts = held.counts()
    command = [RIWAYA, "serve", "--store", given.store, "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    writer = None
    try:
        assert server.stderr is not None  # noqa: S101 - it was asked for
        base = server.stderr.readline().split()[1]
        if given.ingest:
            build = [RIWAYA, "build", given.ingest, "--store", given.store]
            writer = subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        print(f"{counts.articles} articles, {counts.stories} stories")
        print(
            f"{given.rate:g} requests a second for {given.seconds:g} s" + (", while a build writes" if writer else "")
        )
        show(run(base, given.store, given.rate, given.seconds))
    finally:
        server.terminate()
        server.wait(20)
        if writer is not None:
            writer.terminate()
            writer.wait(60)


if __name__ == "__main__":
    main()
