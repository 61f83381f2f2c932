"""What the fast tagger knows of words beyond its corpus. Run: python training/ner_lore.py NEWS.jsonl.gz > LORE.json.

Clusters: words that stand between the same neighbours in unlabelled news, by k-means over skip-gram vectors (gensim) in
three grains. Names: how often public lists use a word in people's given and family names and in the names of places.
Needs, in an environment of its own: gensim, scikit-learn, arabic-name-romanizer 0.2.0 (its name index, from Wikidata,
CC0) and arwikicats 0.2.3 (MIT). Seeded; one worker, so that a run gives what the last one gave (PYTHONHASHSEED=0).
"""

import gzip
import json
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from gensim.models import Word2Vec
from sklearn.cluster import MiniBatchKMeans

from riwaya.language.sentences import sentences
from riwaya.language.tokens import tokens, words

GRAINS = (64, 256, 1024)
WIDTH, WINDOW, EPOCHS, FEWEST = 100, 2, 6, 4
LONG = 40  # letters of a line that is read once only
FIELDS = ("title", "content", "abstract", "text")  # saudinewsnet has the first two, ant the others
MOST = 7  # bits of a count
SHORT = 2


def lines(news: Path) -> Iterator[str]:
    """Sentences of folded words, figures as 0; a line that several articles share once."""
    seen: set[str] = set()
    with gzip.open(news, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            for line in "\n".join(str(row.get(field, "")) for field in FIELDS).split("\n"):
                if len(line) > LONG and line in seen:
                    continue
                seen.add(line)
                for start, end in sentences(line):
                    folded = [token.folded or token.text for token in tokens(line[start:end])]
                    yield " ".join("0" if word[0].isdigit() else word for word in folded)


def clusters(paths: list[Path]) -> dict[str, list[int]]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as text:
        text.writelines(f"{line}\n" for path in paths for line in lines(path))
        text.flush()
        model = Word2Vec(corpus_file=text.name, vector_size=WIDTH, window=WINDOW, sg=1, negative=8, min_count=FEWEST,
                         workers=1, epochs=EPOCHS, seed=1)  # fmt: skip
    vectors = model.wv.get_normed_vectors()
    labels = [
        MiniBatchKMeans(grain, batch_size=4096, n_init=2, random_state=0, max_iter=60).fit(vectors).labels_
        for grain in GRAINS
    ]
    return {word: [int(of[i]) for of in labels] for i, word in enumerate(model.wv.index_to_key)}


def people() -> tuple[Counter[str], Counter[str]]:
    """Words of given and of family names, as Wikidata's people of Arab countries and Pakistan bear them."""
    index = sqlite3.connect(str(files("arabic_name_romanizer") / "resources/names.sqlite3"))
    given, family = Counter[str](), Counter[str]()
    units = "select arabic_key, role, count from units where source = 'wikidata' and role in ('given', 'surname')"
    for key, role, count in index.execute(units):
        for word in words(key):
            (given if role == "given" else family)[word.folded] += count
    for key, count in index.execute("select arabic_key, count from full_names where source = 'wikidata'"):
        first, *rest = words(key)
        given[first.folded] += count
        family.update({word.folded: count for word in rest})
    return given, family


def listed(*names: str) -> Counter[str]:
    """Words of the Arabic labels of some of arwikicats' tables."""
    tables = (json.loads((files("ArWikiCats") / f"jsons/{name}.json").read_text("utf-8")) for name in names)
    labels = (label for table in tables for label in table.values() if isinstance(label, str))
    return Counter(word.folded for label in labels for word in words(label))


def main(news: list[Path]) -> None:
    counts = (*people(), listed("people/peoples"), listed("cities/cities_full", "geography/popopo"))
    known = sorted({word for count in counts for word in count if len(word) >= SHORT})
    names = {word: [min(count[word].bit_length(), MOST) for count in counts] for word in known}
    json.dump([clusters(news), names], sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
