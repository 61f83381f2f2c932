"""Names: spans by kind on corpora held out of training, for each tagger of this package and for what `names.read` says.

A name is right where its words and its kind are. The peer is a plain gazetteer: the same tables without the grammar.
No other Arabic tagger installs without a download of its model (stanza, camel-tools, spaCy have none in their wheels).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.language.tokens import tokens
from riwaya.measure.corpora import AQMAR, CLEAN, WOJOOD, Corpus, Sentence, held
from riwaya.measure.report import Figure, Report, digest, wanted
from riwaya.names.find import read
from riwaya.names.lexica import bare, name_words, phrases
from riwaya.names.look import look
from riwaya.names.taggers import MODELS, Kind, Tagged, tagger
from riwaya.names.taggers.rules import KINDS


@dataclass(slots=True)
class _Counts:
    right: Counter[Kind] = field(default_factory=Counter)
    said: Counter[Kind] = field(default_factory=Counter)
    gold: Counter[Kind] = field(default_factory=Counter)

    def add(self, gold: Sequence[Tagged], said: Sequence[Tagged]) -> None:
        self.gold.update(name.kind for name in gold)
        self.said.update(name.kind for name in said)
        self.right.update(name.kind for name in set(gold) & set(said))

    def f1(self, kinds: Sequence[Kind]) -> float:
        both = sum(self.said[kind] + self.gold[kind] for kind in kinds)
        return 2 * sum(self.right[kind] for kind in kinds) / both if both else 0.0


def score(data: Path) -> Report:
    paths = wanted(data, CLEAN, WOJOOD, AQMAR)
    figures: list[Figure] = []
    misses: list[str] = []
    for corpus in held(data):
        texts = [sentence.words for sentence in corpus.sentences]
        figures += _figures(corpus, "gazetteer", [gazetteer(words) for words in texts], peer=True)
        for name in ready():
            said = tagger(name).tag(texts)
            figures += _figures(corpus, name, said)
            misses += _misses(corpus, said) if name == ready()[-1] else []
        three = Corpus(corpus.name, corpus.sentences, (Kind.PERS, Kind.LOC, Kind.ORG))
        figures += _figures(three, "names.read", [_read(words) for words in texts])
    return Report(suite="ner", digest=digest(paths), figures=tuple(figures), misses=tuple(misses))


def ready() -> list[str]:
    """The taggers of this package whose model is here, the best one last; an install may leave the large one out."""
    return [name for name in ("rules", "fast", "accurate") if name == "rules" or any(MODELS.glob(f"{name}.*"))]


def _figures(corpus: Corpus, who: str, said: Sequence[Sequence[Tagged]], *, peer: bool = False) -> Iterator[Figure]:
    """F1 of each kind, of all together (micro) and their mean (macro); precision and recall are told, not held."""
    counts = _Counts()
    for sentence, names in zip(corpus.sentences, said, strict=True):
        counts.add(_of(corpus, sentence.names), _of(corpus, names))
    head, whole = f"{corpus.name}: {who}", counts.gold.total()
    held = who != "accurate"  # its 8-bit sums differ a little from one processor to another
    f1s = [counts.f1([kind]) for kind in corpus.kinds]
    yield Figure(name=f"{head} macro F1", value=sum(f1s) / len(f1s), of=whole, peer=peer, held=held)
    yield Figure(name=f"{head} micro F1", value=counts.f1(corpus.kinds), of=whole, peer=peer, held=held)
    for kind, f1 in zip(corpus.kinds, f1s, strict=True):
        right, of = counts.right[kind], counts.gold[kind]
        yield Figure(name=f"{head} {kind} F1", value=f1, of=of, peer=peer, held=held)
        yield Figure(name=f"{head} {kind} P", value=right / max(1, counts.said[kind]), of=of, peer=peer, held=False)
        yield Figure(name=f"{head} {kind} R", value=right / max(1, of), of=of, peer=peer, held=False)


def _of(corpus: Corpus, names: Sequence[Tagged]) -> list[Tagged]:
    return [name for name in names if name.kind in corpus.kinds]


def _misses(corpus: Corpus, said: Sequence[Sequence[Tagged]]) -> Iterator[str]:
    for sentence, names in zip(corpus.sentences, said, strict=True):
        gold, have = set(_of(corpus, sentence.names)), set(_of(corpus, names))
        if gold != have:
            yield f"{corpus.name}: {_shown(sentence, gold - have)} ≠ {_shown(sentence, have - gold)}"


def _shown(sentence: Sentence, names: set[Tagged]) -> str:
    ordered = sorted(names, key=lambda name: name.first)
    return " | ".join(f"{n.kind} {' '.join(sentence.words[n.first : n.end])}" for n in ordered) or "-"


def _read(words: Sequence[str]) -> list[Tagged]:
    """What `names.read` finds in a sentence, as runs of its words."""
    text = " ".join(words)
    spans = [token.span for token in tokens(text)]
    found = []
    for mention in read("ner", text):
        start, end = mention.span
        inside = [place for place, (first, last) in enumerate(spans) if first < end and start < last]
        found.append(Tagged(inside[0], inside[-1] + 1, KINDS[mention.kind]))
    return found


# --- the peer -----------------------------------------------------------------------------------------------------


def gazetteer(words: Sequence[str]) -> list[Tagged]:
    """The longest names of the tables, runs of words that are names of people, and nationalities."""
    folded = [token.folded for token in tokens(" ".join(words))]
    found: list[Tagged] = []
    place = 0
    while place < len(folded):
        end, kind = _entry(folded, place)
        if end > place:
            found.append(Tagged(place, end, kind))
        place = max(end, place + 1)
    return found


def _entry(folded: list[str], place: int) -> tuple[int, Kind]:
    seen = look(folded[place])
    for _, form in seen.forms:
        for spelling, entry in phrases().get(form, ()):
            end = place + len(spelling)
            if not entry.everyday and tuple(folded[place + 1 : end]) == spelling[1:]:
                return end, KINDS[entry.kind]
    end = place
    while end < len(folded) and bare(folded[end]) in name_words().known - name_words().everyday:
        end += 1
    return (end, Kind.PERS) if end > place else (place + bool(seen.nisba), Kind.MISC)
