"""Names joined a second, and cost against the number of names, beside rapidfuzz's ratio over all pairs.

usage: python bench/spellings.py [SIZE…]      default: 1000 2000 4000
Names are made of the words of the name tables; each stands in one article with five others.
"""

import random
import sys
import time

from rapidfuzz import fuzz, process

from riwaya.names import gather, key
from riwaya.names.lexica import name_words
from riwaya.records import Article, Mention, NameKind, Role

SEED, EACH = 11, 6


def made(size: int) -> tuple[list[Article], list[Mention]]:
    draw = random.Random(SEED)  # noqa: S311 - a draw, no secret
    given, family = sorted(name_words().given), sorted(name_words().family)
    names = [f"{draw.choice(given)} {draw.choice(family)}" for _ in range(size)]
    articles = [
        Article(id=str(n), capture=str(n), role=Role.MAIN, paragraphs=(), text=" ".join(names[n : n + EACH]), pieces=())
        for n in range(0, size, EACH)
    ]
    mentions = []
    for article in articles:
        start = 0
        for name in names[int(article.id) : int(article.id) + EACH]:
            span = (start, start + len(name))
            entity = f"person:{key(name)}"
            mentions.append(Mention(article=article.id, span=span, entity=entity, kind=NameKind.PERSON, name=name))
            start = span[1] + 1
    return articles, mentions


def main(sizes: list[int]) -> None:
    print(f"{'names':>8} {'seconds':>8} {'names/s':>9} {'found':>7} {'all pairs, rapidfuzz':>21}")
    for size in sizes:
        articles, mentions = made(size)
        start = time.perf_counter()
        found = gather(articles, mentions)
        ours = time.perf_counter() - start
        start = time.perf_counter()
        process.cdist([m.name for m in mentions], [m.name for m in mentions], scorer=fuzz.ratio)
        peer = time.perf_counter() - start
        print(f"{size:>8} {ours:>8.2f} {size / ours:>9.0f} {len(found):>7} {peer:>20.2f}s")


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [1000, 2000, 4000])
