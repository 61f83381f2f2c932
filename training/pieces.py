"""Word pieces of the accurate tagger: those of its encoder that Arabic news uses, as a sentencepiece model."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import sentencepiece
import sentencepiece.sentencepiece_model_pb2 as model_pb2
from encoder import SPECIAL, Wheel

SAMPLE = "صفحة من كلمات عربية قليلة تكفي لصنع نموذج فارغ"


def model(wheel: Wheel, kept: Sequence[int]) -> bytes:
    """A unigram model of the pieces `kept`, in their order, which are the encoder's ids.

    The normaliser is sentencepiece's own nmt_nfkc, which the body was trained with; a model of a few letters is made
    to get it.
    """
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text"
        text.write_text(f"{SAMPLE}\n", "utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(text),
            model_prefix=str(text),
            vocab_size=25,
            hard_vocab_limit=False,
            normalization_rule_name="nmt_nfkc",
            bos_id=0,
            pad_id=1,
            eos_id=2,
            unk_id=3,
            minloglevel=2,
        )
        made = model_pb2.ModelProto.FromString(text.with_suffix(".model").read_bytes())
    del made.pieces[:]
    kinds = {"<unk>": model_pb2.ModelProto.SentencePiece.UNKNOWN}
    for number in kept:
        piece = wheel.pieces[number]
        kind = model_pb2.ModelProto.SentencePiece.NORMAL
        if piece in SPECIAL:
            kind = kinds.get(piece, model_pb2.ModelProto.SentencePiece.CONTROL)
        made.pieces.add(piece=piece, score=wheel.scores[number], type=kind)
    made.trainer_spec.vocab_size = len(kept)
    for where in ("input", "model_prefix"):
        made.trainer_spec.ClearField(where)
    return made.SerializeToString()


def used(wheel: Wheel, texts: Iterable[str], least: int) -> list[int]:
    """Numbers of the special pieces and of those that the texts use `least` times or more, in order."""
    full = sentencepiece.SentencePieceProcessor(model_proto=model(wheel, range(len(wheel.pieces))))
    counts = Counter(number for text in texts for number in full.encode(text))
    return sorted(set(SPECIAL.values()) | {number for number, count in counts.items() if count >= least})
