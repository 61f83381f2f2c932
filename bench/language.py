"""Letters, words, sentences: the rate of each step, its growth from 1 KB to 10 MB, and the ratio to a peer.

usage: python bench/language.py [NEWS.jsonl.gz] [BYTES…]   default: the public set beside the checkout, 1 KB to 10 MB
Rates are MB of UTF-8 a second of one core's time, the best of three. The peers run on the same text: `str.translate`
with the folding table, Unicode's NFKC, `str.split`, and simplemma's lemmatizer.
"""

import gzip
import json
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import simplemma

from riwaya.language import alphabet
from riwaya.language.clitics import split
from riwaya.language.letters import fold, fold_mapped
from riwaya.language.quotes import pair
from riwaya.language.sentences import sentences
from riwaya.language.stems import stem
from riwaya.language.tokens import words

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]
_ENOUGH = 0.05  # seconds that one measurement takes at least
_SLOW = 1_000_000  # bytes: the words of more are mostly words met before


def corpus(news: Path, size: int) -> str:
    """The first `size` bytes of the news, more or less a letter."""
    found: list[str] = []
    left = size
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            if left <= 0:
                break
            found.append(json.loads(line)["content"])
            left -= len(found[-1].encode())
    return "\n".join(found).encode()[:size].decode("utf-8", "ignore")


def rate(step: Callable[[str], object], text: str) -> float:
    """MB a second: the best of three, each of as many runs as fill the time."""
    best = 0.0
    for _ in range(3):
        runs, start = 0, time.process_time()
        while (spent := time.process_time() - start) < _ENOUGH:
            step(text)
            runs += 1
        best = max(best, runs * len(text.encode()) / spent / 1e6)
    return best


def each(step: Callable[[str], object]) -> Callable[[str], None]:
    """A step over the distinct words of a text, forgetting what it knew."""

    def over(text: str) -> None:
        forget = getattr(step, "cache_clear", None)
        if forget:
            forget()
        for word in {token.text for token in words(text)}:
            step(word)

    return over


STEPS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "  peer str.translate": lambda text: text.translate(alphabet.FOLDS),
    "  peer NFKC": lambda text: unicodedata.normalize("NFKC", text),
    "fold_mapped": fold_mapped,
    "words": words,
    "  peer str.split": str.split,
    "quotes": pair,
    "sentences": sentences,
    "clitics, new words": each(split),
    "stems, new words": each(stem),
    "  peer simplemma": each(lambda word: simplemma.lemmatize(word, lang="ar")),
}


def main(news: Path, sizes: list[int]) -> None:
    print(f"{'MB/s':22}", *(f"{size:>11,}" for size in sizes))
    texts = [corpus(news, size) for size in sizes]
    for step in (split, stem, lambda word: simplemma.lemmatize(word, lang="ar")):
        step("قال")  # the lexicon is loaded once
    for name, step in STEPS.items():
        shown = [
            rate(step, text) if size <= _SLOW or "new" not in name else None
            for size, text in zip(sizes, texts, strict=True)
        ]
        print(f"{name:22}", *(f"{value:>11.1f}" if value is not None else f"{'-':>11}" for value in shown), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else NEWS, [int(size) for size in given[1:]] or SIZES)
