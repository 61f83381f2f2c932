"""Questions for known articles, made from the articles themselves: words of one sentence, as a reader recalls them.

Four kinds, in turn, each of words of one sentence that few articles have, four where nothing else is said:

- as written;
- other clitics: ال taken off, و ب ل written on;
- other forms: words of the same lemma that the news has elsewhere (simplemma's dictionary);
- other spelling: a name in a spelling that another list gives for its Latin key (`names/variants_silver.tsv`, clean
  pairs not learned from), with one other word as written.

What is right is every article that holds the sentence word for word: wires are printed many times.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import simplemma

from riwaya.language.letters import fold
from riwaya.language.sentences import sentences
from riwaya.measure.spelt import Row, read_as
from riwaya.records import Article

KINDS = ("as written", "other clitics", "other forms", "other spelling")
_WORDS = 4
_LONG = (10, 40)  # words of a sentence
_RARE = (2, 0.01)  # articles that have a word: two or more, and this part of all at most
_CLITICS = "وفبكلس"
_SHORTEST = 4  # letters of a word that is recalled
_WORD = re.compile(r"[ء-ي]+")


@dataclass(frozen=True, slots=True)
class Question:
    """`right` are the ids of the articles that hold the sentence that it was made from."""

    kind: str
    asked: str
    right: frozenset[str]


@dataclass(slots=True)
class _Corpus:
    articles: Sequence[Article]
    chance: random.Random
    count: Counter[str] = field(default_factory=Counter)  # articles with a folded word
    forms: Mapping[str, list[str]] = field(default_factory=dict)  # by lemma
    folded: Mapping[str, str] = field(default_factory=dict)  # text by article


def questions(articles: Sequence[Article], spelt: Sequence[Row], each: int, seed: int = 11) -> list[Question]:
    """`each` questions of each kind; the same ones for the same seed."""
    corpus = _corpus(articles, random.Random(seed))  # noqa: S311 - no secret
    variants = _variants(spelt)
    makers: dict[str, Callable[[list[str]], list[str] | None]] = {
        "as written": lambda words: _pick(words, corpus),
        "other clitics": lambda words: _turned(_pick(words, corpus), lambda word: _clitics(word, corpus.chance)),
        "other forms": lambda words: _turned(_pick(words, corpus), lambda word: _form(word, corpus)),
        "other spelling": lambda words: _respelt(words, variants, corpus),
    }
    return [question for kind in KINDS for question in _made(kind, makers[kind], corpus, each)]


def _corpus(articles: Sequence[Article], chance: random.Random) -> _Corpus:
    corpus = _Corpus(articles, chance)
    corpus.folded = {article.id: " ".join(fold(article.text).split()) for article in articles}
    written: dict[str, str] = {}
    for article in articles:
        words = set(_WORD.findall(article.text))
        written.update({fold(word): word for word in words})
        corpus.count.update({fold(word) for word in words})
    forms: dict[str, list[str]] = defaultdict(list)
    for word in sorted(written):
        if corpus.count[word] > 1:
            forms[simplemma.lemmatize(written[word], "ar")].append(written[word])
    corpus.forms = forms
    return corpus


def _made(kind: str, make: Callable[[list[str]], list[str] | None], corpus: _Corpus, each: int) -> Iterator[Question]:
    order = list(corpus.articles)
    corpus.chance.shuffle(order)
    made = 0
    for article in order:
        if made == each:
            return
        held = [span for p in article.paragraphs for span in _sentences(p.text)]
        corpus.chance.shuffle(held)
        # Names of the spelling list are rare: all sentences of an article are looked through for one.
        for sentence in held if kind == KINDS[-1] else held[:1]:
            words = make(sentence.split())
            if words is not None:
                plain = " ".join(fold(sentence).split())
                right = frozenset(i for i, text in corpus.folded.items() if plain in text)
                yield Question(kind, " ".join(words), right)
                made += 1
                break


def _sentences(text: str) -> list[str]:
    cut = (text[slice(*span)] for span in sentences(text))
    return [sentence for sentence in cut if _LONG[0] <= len(sentence.split()) <= _LONG[1]]


def _rare(word: str, corpus: _Corpus) -> bool:
    few, part = _RARE
    return len(word) >= _SHORTEST and few <= corpus.count[fold(word)] <= part * len(corpus.articles)


def _pick(words: list[str], corpus: _Corpus, number: int = _WORDS) -> list[str] | None:
    bare = dict.fromkeys(found for word in words for found in _WORD.findall(word))
    rare = [word for word in bare if _rare(word, corpus)]
    return corpus.chance.sample(rare, number) if len(rare) >= number else None


def _turned(words: list[str] | None, turn: Callable[[str], str]) -> list[str] | None:
    """Every word turned; None where fewer than three quarters of them changed."""
    turned = None if words is None else [turn(word) for word in words]
    if words is None or turned is None:
        return None
    return turned if sum(a != b for a, b in zip(words, turned, strict=True)) * 4 >= len(words) * 3 else None


def _clitics(word: str, chance: random.Random) -> str:
    """Only what makes a word: ب and ل before a noun, by its ال or ة; nothing more on to what may bear one already."""
    if word.startswith("ال"):
        return chance.choice([word[2:], f"لل{word[2:]}", f"ب{word}", f"و{word}"])
    if word[0] in _CLITICS:
        return word
    return chance.choice([f"و{word}", f"ب{word}", f"ل{word}"] if word.endswith("ة") else [f"و{word}"])


def _form(word: str, corpus: _Corpus) -> str:
    others = [other for other in corpus.forms[simplemma.lemmatize(word, "ar")] if fold(other) != fold(word)]
    return corpus.chance.choice(others) if others else word


def _variants(spelt: Sequence[Row]) -> dict[str, list[str]]:
    """By folded spelling, the others of its Latin key, where both can be read off the key."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in spelt:
        clean = [word for word in row.spelt if " " not in word and read_as(word, row.latin) and _strange(word)]
        for one, other in combinations(clean, 2):
            if not row.trained:
                found[one].append(other)
                found[other].append(one)
    return found


def _strange(word: str) -> bool:
    """Whether no dictionary has the word: ناديا is a name and ناد with an ending, and who asks for it means either."""
    return not simplemma.is_known(word, "ar")


def _respelt(words: list[str], variants: Mapping[str, list[str]], corpus: _Corpus) -> list[str] | None:
    bare = [found for word in words for found in _WORD.findall(word)]
    names = [word for word in bare if fold(word) in variants and _rare(word, corpus)]
    if not names:
        return None
    name = corpus.chance.choice(names)
    rest = _pick([word for word in bare if word != name], corpus, 1)
    return None if rest is None else [corpus.chance.choice(variants[fold(name)]), *rest]
