"""A user's own tagger: any token-classification model of the transformers library, by folder or name in the cache.

Needs the extra `riwaya[transformers]`. Nothing is fetched. Labels may be BIO, BIOES or bare types; labels.tsv says
which types are names. Each sentence is read alone, as such models are trained, long ones in windows that overlap.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

import numpy as np

from riwaya.errors import RiwayaError
from riwaya.language import lexicon
from riwaya.names.taggers import Tagged
from riwaya.names.taggers.decode import best, spans
from riwaya.names.taggers.weights import LABELS, Floats, follows
from riwaya.names.taggers.windows import Window, windows

_MOST = 512  # pieces; what a model without a stated length reads at once
_SPARE = 4  # special pieces, and places that some models never use
_TOGETHER = 16  # windows
_BEGIN = frozenset("BSU")  # of BIOES and BILOU
_SEEN = "كتاب"
_LOW = np.float32(-30.0)  # of a label that the model does not have
_LATER = np.float32(1e-3)  # where a model has no B, a run of words is one name


def load(name: str) -> "Transformer":
    """The model in the folder `name`, or of that name in the cache.

    Raises:
        RiwayaError: the extra is not installed, there is no such model here, or none of its labels is a name's.
    """
    try:
        library, torch = import_module("transformers"), import_module("torch")
    except ImportError as error:
        message = f"{name}: no tagger of Riwaya's; for a transformer of your own: pip install 'riwaya[transformers]'"
        raise RiwayaError(message) from error
    try:
        tokenizer = library.AutoTokenizer.from_pretrained(name, local_files_only=True)
        model = library.AutoModelForTokenClassification.from_pretrained(name, local_files_only=True)
    except (OSError, ValueError) as error:
        reason = str(error).strip().partition("\n")[0]
        message = f"{name}: no model of that name in a folder or in the cache ({reason})"
        raise RiwayaError(message) from error
    return Transformer(name, tokenizer, model.eval(), torch)


class Transformer:
    """`name` is the one it was asked for by."""

    def __init__(self, name: str, tokenizer: Any, model: Any, torch: Any) -> None:  # noqa: ANN401  the library is optional
        self.name = name
        self._tokenizer, self._model, self._torch = tokenizer, model, torch
        self._around = _around(tokenizer)
        self._sources = sources(name, model.config.id2label)
        places = getattr(model.config, "max_position_embeddings", None) or _MOST
        self._room = min(tokenizer.model_max_length, places, _MOST) - _SPARE
        self._follow = follows()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """The names of each sentence."""
        sizes = [len(sentence) for sentence in sentences if sentence]
        if not sizes:
            return [[] for _ in sentences]
        labels = iter(best(self.scores(sentences), sizes, self._follow))
        return [spans(next(labels).tolist()) if sentence else [] for sentence in sentences]

    def scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """A row for each word of all sentences, a column for each of LABELS: logarithms of the model's shares."""
        scores = np.full((sum(map(len, sentences)), len(LABELS)), _LOW, dtype=np.float32)
        read = sorted(self._windows(sentences), key=lambda window: len(window.pieces))
        for start in range(0, len(read), _TOGETHER):
            batch = read[start : start + _TOGETHER]
            for window, shares in zip(batch, self._read([window.pieces for window in batch]), strict=True):
                at_words = shares[window.spots]
                for column, (numbers, less) in enumerate(self._sources):
                    if numbers:
                        scores[window.words, column] = np.log(at_words[:, numbers].sum(axis=1) + np.exp(_LOW)) - less
        return scores

    def _windows(self, sentences: Sequence[Sequence[str]]) -> Iterator[Window]:
        pieces = self._pieces(sorted({word for sentence in sentences for word in sentence}))
        counted = 0
        for sentence in sentences:
            for window in windows([[pieces[word] for word in sentence]], self._room, ()):
                yield Window(window.pieces, [counted + word for word in window.words], window.spots)
            counted += len(sentence)

    def _pieces(self, words: list[str]) -> dict[str, list[int]]:
        """The pieces of each word, the unknown one where the tokenizer leaves nothing of it."""
        plain = [[word.encode("utf-8", "replace").decode("utf-8")] for word in words]
        cut = self._tokenizer(plain, is_split_into_words=True, add_special_tokens=False)["input_ids"] if plain else []
        return {word: pieces or [self._tokenizer.unk_token_id] for word, pieces in zip(words, cut, strict=True)}

    def _read(self, rows: list[list[int]]) -> Iterator[Floats]:
        """For each row of pieces the probability of each of the model's labels at each piece."""
        ahead, behind = self._around
        longest = max(map(len, rows))
        blanks = [[self._tokenizer.pad_token_id or 0] * (longest - len(row)) for row in rows]
        ids = [[*ahead, *row, *behind, *blank] for row, blank in zip(rows, blanks, strict=True)]
        real = [[1] * (len(line) - len(blank)) + [0] * len(blank) for line, blank in zip(ids, blanks, strict=True)]
        with self._torch.inference_mode():
            given = self._model(input_ids=self._torch.tensor(ids), attention_mask=self._torch.tensor(real))
        shares = given.logits.float().softmax(-1).numpy()
        for row, read in zip(rows, shares, strict=True):
            yield read[len(ahead) : len(ahead) + len(row)]


def _around(tokenizer: Any) -> tuple[list[int], list[int]]:  # noqa: ANN401  the library is optional
    """The special pieces that the tokenizer sets ahead of a text and behind it, seen on a text of one word."""
    bare = tokenizer([_SEEN], is_split_into_words=True, add_special_tokens=False)["input_ids"]
    dressed = tokenizer([_SEEN], is_split_into_words=True)["input_ids"]
    start = next(at for at in range(len(dressed)) if dressed[at : at + len(bare)] == bare)
    return dressed[:start], dressed[start + len(bare) :]


def sources(name: str, labels: dict[int, str]) -> list[tuple[list[int], np.float32]]:
    """For each of LABELS the numbers of the model's labels that mean it, and what is taken off its score.

    Raises:
        RiwayaError: none of the model's labels is a name's.
    """
    kinds = lexicon.rows("riwaya.names.taggers", "labels.tsv")
    known = {kind: {theirs for theirs, ours in kinds if ours == kind} for kind in {ours for _, ours in kinds}}
    parted = {number: _parted(label) for number, label in labels.items()}
    begins: dict[str, list[int]] = {}
    inside: dict[str, list[int]] = {}
    for kind, names in known.items():
        begins[kind] = [number for number, (mark, sort) in parted.items() if sort in names and mark in _BEGIN]
        inside[kind] = [number for number, (mark, sort) in parted.items() if sort in names and mark not in _BEGIN]
    taken = {number for numbers in (*begins.values(), *inside.values()) for number in numbers}
    if not taken:
        message = f"{name}: none of its labels is a name's: {', '.join(labels.values())}"
        raise RiwayaError(message)
    none = np.float32(0)
    found = [([number for number in labels if number not in taken], none)]
    for label in LABELS[1:]:
        mark, _, kind = label.partition("-")
        if mark == "I":
            found.append((inside[kind], none))
        else:
            found.append((begins[kind], none) if begins[kind] else (inside[kind], _LATER))
    return found


def _parted(label: str) -> tuple[str, str]:
    """`B-per` as B and PER; a bare type as inside."""
    mark, dash, sort = label.upper().partition("-")
    return (mark, sort) if dash else ("I", mark)
