"""Make src/riwaya/language/forms.tsv.gz and clitics.tsv: the lexicon that stems and clitics are looked up in.

usage: python training/lexicon.py NAMES.tsv NEWS.jsonl.gz…
Forms and lemmas are simplemma's; how common a stem is was estimated from news by expectation and maximisation over
every way to read each word (`language/readings.py`): no tree, no mark of a person. The card is training/README.md.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp, log2
from pathlib import Path

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from riwaya.language.clitics import ARTICLE_LEFT, LISTED, OTHER_END, UNLISTED, fits
from riwaya.language.letters import fold, fold_mapped
from riwaya.language.readings import Reading, readings
from riwaya.language.tokens import words

HOME = Path(__file__).parents[1] / "src/riwaya/language"
_ROUNDS = 8
_LEAST = 3  # a form that no dictionary has must be this common
_NAMED = 3.0  # the count that a name has at least: names of years after the news
_HEAD = """\
# Folded forms of Arabic words, sorted by code point: form, lemma (empty: the form), weight = 2·log2(1 + count of the
# stem in {size:,} words of news, estimated), flags (l: simplemma's dictionary has it; t: its last ه is ة; a: its first
# ال is no article; n: a list of names has it).
# Forms and lemmas: simplemma (MIT). Counts: antcorpus (Apache-2.0), SaudiNewsNet (CC BY-NC-SA; counts only, from 3 up).
# Names: google/transliteration (Apache-2.0).
# Made by training/lexicon.py; see training/README.md.

"""


def dictionary() -> tuple[dict[str, str], set[str]]:
    """Folded form to folded lemma, and the forms that end in ة. Forms of one letter and Latin ones are left out."""
    lemmas: dict[str, str] = {}
    ta: set[str] = set()
    for form, lemma in DefaultDictionaryFactory().get_dictionary("ar").items():
        if len(form) > 1 and form[0] >= "ء" and not set(form) & set(" \t\n"):
            key = fold(form)
            lemmas.setdefault(key, fold(lemma))
            if form.endswith("ة"):
                ta.add(key)
    return lemmas, ta


def counted(paths: list[Path]) -> Counter[str]:
    """Words as written, without their marks."""
    found: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text = "\n".join(row.get(field) or "" for field in ("title", "text", "content"))
                found.update(token.text for token in words(text) if "ء" <= token.folded[:1] <= "ي")
    return found


def read(found: Counter[str]) -> list[tuple[int, list[Reading]]]:
    """Each word's count and readings."""
    plain: Counter[tuple[str, str]] = Counter()
    for word, count in found.items():
        folded = fold_mapped(word)
        plain[folded.text, "".join(word[place] for place in folded.origins)] += count
    return [(count, list(readings(key, written))) for (key, written), count in plain.items()]


class Model:
    """Shares of stems and clitics, and what the next round will take for them."""

    def __init__(self, lemmas: dict[str, str], ta: set[str]) -> None:
        self.lemmas, self.ta = lemmas, ta
        self.stems: dict[str, float] = {}
        self.fronts: dict[str, float] = defaultdict(lambda: 0.02)
        self.ends: dict[str, float] = defaultdict(lambda: 0.02)
        self.total = 1.0
        self.own: set[str] = set()  # forms whose first ال is no article: التزام, التقى

    def likely(self, reading: Reading) -> float:
        stem = reading.stem
        if not fits(reading, self.lemmas.get(stem, stem)):
            return 0.0
        count = self.stems.get(stem, 0.0) + (LISTED if stem in self.lemmas else 0.0)
        share = self.fronts["+".join(reading.proclitics)] * self.ends["".join(reading.enclitics)] * count / self.total
        share *= 1.0 if stem in self.lemmas else exp(UNLISTED)
        share *= exp(ARTICLE_LEFT) if reading.alef and stem not in self.own else 1.0
        return share * (exp(OTHER_END) if stem.endswith("ه") and reading.ta is not (stem in self.ta) else 1.0)

    def round(self, read_words: list[tuple[int, list[Reading]]]) -> None:
        stems: dict[str, float] = defaultdict(float)
        fronts: dict[str, float] = defaultdict(float)
        ends: dict[str, float] = defaultdict(float)
        for count, found in read_words:
            shares = [self.likely(reading) for reading in found]
            whole = sum(shares)
            for share, reading in zip(shares, found, strict=True):
                part = count * (share / whole if whole else reading is found[0])
                if part > 1e-4:  # noqa: PLR2004
                    stems[reading.stem] += part
                    fronts["+".join(reading.proclitics)] += part
                    ends["".join(reading.enclitics)] += part
        self.total = sum(stems.values())
        self.stems = stems
        self.fronts = defaultdict(float, {key: count / self.total for key, count in fronts.items()})
        self.ends = defaultdict(float, {key: count / self.total for key, count in ends.items()})


def first(model: Model, read_words: list[tuple[int, list[Reading]]]) -> None:
    """Before any round: each word whole, and ة where the dictionary or else the news write it so."""
    written: dict[str, int] = defaultdict(int)
    for count, found in read_words:
        stem = found[0].stem
        model.stems[stem] = model.stems.get(stem, 0.0) + count
        model.total += count
        if stem.endswith("ه"):
            written[stem] += count if found[0].ta else -count
    verbs = {lemma for form, lemma in model.lemmas.items() if form[0] == "ي" and form[0] != lemma[0]}
    for form, lemma in model.lemmas.items():
        if (
            form.startswith("ال")
            and not form.startswith("الال")
            and lemma.startswith("ال")
            and (lemma in verbs or f"ال{lemma}" in model.stems)
        ):
            model.own.add(form)
    model.ta |= {stem for stem, more in written.items() if more > 0 and stem not in model.lemmas}


def named(path: Path) -> set[str]:
    """Names of one word, folded; the shortest, that are words too, left out."""
    lines = path.read_text("utf-8").splitlines()
    found = {fold(line.split("\t")[0]) for line in lines if not line.startswith("#")}
    return {name for name in found if len(name) > 3 and " " not in name and "ء" <= name[0] <= "ي"}  # noqa: PLR2004


def rows(model: Model, names: set[str]) -> Iterator[str]:
    common = {stem for stem, count in model.stems.items() if count >= _LEAST}
    for form in sorted(set(model.lemmas) | common | names):
        lemma, count = model.lemmas.get(form, form), model.stems.get(form, 0.0)
        name = form in names - set(model.lemmas)
        weight = round(2 * log2(1 + (max(count, _NAMED) if name else count)))
        flags = {"l": form in model.lemmas, "t": form in model.ta, "a": form in model.own, "n": name}
        said = "".join(flag for flag, holds in flags.items() if holds)
        yield f"{form}\t{'' if lemma == form else lemma}\t{weight}\t{said}\n"


def main(names: Path, news: list[Path]) -> None:
    model = Model(*dictionary())
    read_words = read(counted(news))
    first(model, read_words)
    for number in range(_ROUNDS):
        model.round(read_words)
        print(number, round(model.total), len(model.stems), file=sys.stderr)
    text = _HEAD.format(size=round(model.total)) + "".join(rows(model, named(names)))
    (HOME / "forms.tsv.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    shares = [(k, c, s) for k, found in (("front", model.fronts), ("end", model.ends)) for c, s in found.items()]
    with (HOME / "clitics.tsv").open("w", encoding="utf-8") as table:
        table.write("# How often clitics stand together on a word of news, by estimate. Made by training/lexicon.py.\n")
        table.write("# kind (front, end)\tthe clitics (- for none)\tshare of all words\n")
        table.writelines(f"{k}\t{c or '-'}\t{s:.3g}\n" for k, c, s in sorted(shares, key=lambda row: (row[0], -row[2])))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
