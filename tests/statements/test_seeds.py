"""What the room gives on the public sentences with their trees, where they are there."""

import json

from riwaya.language.tokens import words
from sayings import found

SPEAKER_FLOOR, CONTENT_FLOOR = 0.70, 0.65  # token F1 over 30 sentences, November 2026


def _f1(want, have):
    a, b = {t.folded for t in words(want)}, {t.folded for t in words(have)}
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else float(a == b)


def test_sentences_with_gold_trees_stay_above_the_floor(shared):
    rows = [json.loads(line) for line in (shared / "data/speech/pud.jsonl").read_text("utf-8").splitlines()]
    speakers = [max((_f1(r["speaker"] or "", s.speaker.surface) for s in found(r["text"])), default=0) for r in rows]
    contents = [max((_f1(r["content"], s.content) for s in found(r["text"])), default=0) for r in rows]
    assert sum(speakers) / len(rows) >= SPEAKER_FLOOR
    assert sum(contents) / len(rows) >= CONTENT_FLOOR
