"""News labelled by the encoder, for the fast tagger to learn. Run: python training/ner_silver.py MOST NEWS.gz.

Prints a JSON list a sentence, words and [first, end, kind] of each name: articles drawn at random (seeded), two of the
first file for one of the next, the first sentences of each, none twice. No sentence ships; only weights learned from
them do.
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import teacher

from riwaya.language.sentences import sentences
from riwaya.language.tokens import tokens

FEWEST, LONGEST = 4, 80  # words of a sentence
PER = 12  # sentences of an article at most
SEED = 5


def drawn(news: list[Path]) -> Iterator[str]:
    """Titles and texts: of each three articles the last is of the second file, while there are any."""
    chance = random.Random(SEED)  # noqa: S311  a draw, no secret
    first, *others = [list(map(json.loads, gzip.decompress(path.read_bytes()).splitlines())) for path in news]
    chance.shuffle(first)
    for rows in others:
        chance.shuffle(rows)
    rest = [row for rows in others for row in rows]
    for place, row in enumerate(first):
        turn, of_rest = divmod(place, 3)
        article = rest[turn] if of_rest == 2 and turn < len(rest) else row  # noqa: PLR2004  the third of three
        yield f"{article.get('title', '')}\n{article.get('content') or article.get('text', '')}"


def main(most: int, news: list[Path]) -> None:
    encoder, printed = teacher.at(), set[tuple[str, ...]]()
    for text in drawn(news):
        cut = (tuple(token.text for token in tokens(text[slice(*span)])) for span in sentences(text))
        kept = [words for words in cut if FEWEST <= len(words) <= LONGEST and words not in printed][:PER]
        for words, names in zip(kept, encoder.tag(kept), strict=True):
            print(json.dumps([words, [[n.first, n.end, n.kind] for n in names]], ensure_ascii=False))
        printed.update(kept)
        if len(printed) >= most:
            return


if __name__ == "__main__":
    main(int(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
