"""Make src/riwaya/story/background.tsv: in how many of a thousand news articles a stem stands.

usage: python training/background.py NEWS.jsonl.gz > src/riwaya/story/background.tsv
The card is training/README.md. The outlet's own name and land are left out: they tell where it counted, no more.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.story.words import common

_WORD = re.compile(r"\w{2,}")
_LEAST = 5  # of a thousand
_LETTERS = 50  # a shorter text is no article
_OWN = ("الجوهرة", "جوهرة", "تونس", "تونسي", "التونسية", "سوسة", "أف", "أم")
_HEAD = (
    "# In how many of a thousand news articles a stem stands: counts over {size:,} texts of antcorpus (Apache-2.0; one"
    " Tunisian outlet, 2013-2016), from {least} up, its own name and land left out."
)


def main(news: Path) -> None:
    spread: Counter[str] = Counter()
    size = 0
    idle = common() | {stem(word) for word in _OWN}
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row['title'] or ''}\n{row['text'] or ''}"
            if len(text) < _LETTERS:
                continue
            size += 1
            spread.update({stem(word) for word in _WORD.findall(fold(text))} - idle)
    print(_HEAD.format(size=size, least=_LEAST))
    for key, count in sorted(spread.items(), key=lambda item: (-item[1], item[0])):
        share = round(1000 * count / size)
        if share >= _LEAST and not key.isascii():
            print(f"{key}\t{share}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
