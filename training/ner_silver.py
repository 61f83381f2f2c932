"""News labelled by the accurate tagger, for the fast one to learn. Run: python training/ner_silver.py MOST NEWS.gz.

Prints a JSON list a sentence, words and [first, end, kind] of each name: from each file in turn, one article in so
many, spread evenly, until MOST sentences. No sentence ships; only weights learned from them do.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from riwaya.language.sentences import sentences
from riwaya.language.tokens import tokens
from riwaya.names.taggers import tagger

FEWEST, LONGEST = 4, 80  # words of a sentence
PER = 8  # sentences of an article, about


def articles(news: Path, most: int) -> Iterator[str]:
    with gzip.open(news, "rt", encoding="utf-8") as file:
        rows = file.readlines()
    for row in rows[:: max(1, len(rows) * PER // most)]:
        article = json.loads(row)
        yield f"{article.get('title', '')}\n{article.get('content') or article.get('text', '')}"


def main(most: int, news: list[Path]) -> None:
    accurate = tagger("accurate")
    for path in news:
        for text in articles(path, most // len(news)):
            cut = ([token.text for token in tokens(text[slice(*span)])] for span in sentences(text))
            kept = [words for words in cut if FEWEST <= len(words) <= LONGEST]
            for words, names in zip(kept, accurate.tag(kept), strict=True):
                print(json.dumps([words, [[n.first, n.end, n.kind] for n in names]], ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
