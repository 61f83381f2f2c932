"""Statements: found with words and speaker, and of those the share with the right act, kind, certainty, day, chain."""

import json
from pathlib import Path
from typing import Any

from riwaya.language.tokens import words
from riwaya.measure.report import Figure, Report, digest, found, ratio, rows, token_f1
from riwaya.records import Statement, StatementKind
from riwaya.run import pipeline

_NAME_WORDS = 2  # two shared words make one person of two long names


def score(data: Path) -> Report:
    gold, speech = found(data, "gold/statements.json"), found(data, "speech/*.jsonl")
    if not gold and not speech:
        message = f"{data} has neither gold/statements.json nor speech/*.jsonl"
        raise FileNotFoundError(message)
    figures: list[Figure] = []
    misses: list[str] = []
    for path in gold:
        more, lost = _gold(path)
        figures, misses = figures + more, misses + lost
    for path in speech:
        figures += _speech(path)
    return Report(suite="statements", digest=digest(gold + speech), figures=tuple(figures), misses=tuple(misses))


def _gold(path: Path) -> tuple[list[Figure], list[str]]:
    table = json.loads(path.read_text("utf-8"))["statements"]
    pages = {r["file"]: path.parent.parent / "seeds" / r["file"] for r in table}
    put_out = {name: [s for s in pipeline.statements(str(p)) if isinstance(s, Statement)] for name, p in pages.items()}
    best = [_best(row, put_out[row["file"]]) for row in table]
    pairs = [(row, s) for row, s in zip(table, best, strict=True) if s]
    figures = [
        ratio("found with speaker", [s is not None for s in best]),
        ratio("act", [s.act in row["act"] for row, s in pairs]),
        ratio("kind", [_kind_right(row, s) for row, s in pairs]),
        ratio("certainty", [s.certainty == row["certainty"] for row, s in pairs if "certainty" in row]),
        ratio("day", [_day_right(row, s) for row, s in pairs if "said_on" in row]),
        ratio("chain", [any(same_name(row["via"][0], v) for v in s.via) for row, s in pairs if "via" in row]),
    ]
    missed = [
        f"{r['file'][:3]}:{r['line']} {r['speaker']} … {r['has']}" for r, s in zip(table, best, strict=True) if not s
    ]
    return figures, missed


def _words(text: str) -> str:
    return " ".join(t.folded for t in words(text))


def same_name(gold: str, name: str) -> bool:
    want, have = set(_words(gold).split()), set(_words(name).split())
    return bool(have) and (want <= have or have <= want or len(want & have) >= _NAME_WORDS)


def _best(row: dict[str, Any], statements: list[Statement]) -> Statement | None:
    """The statement that holds the row's words and has its speaker; of several, the one right in most."""
    speakers = [row["speaker"], *row.get("speaker_also", [])]
    right = [
        s
        for s in statements
        if _words(row["has"]) in _words(" ".join([s.content, *s.quotes]))
        and any(same_name(g, n) for g in speakers for n in (s.speaker.name, s.speaker.surface))
    ]
    return max(right, key=lambda s: (s.act in row["act"], _day_right(row, s), -len(s.content)), default=None)


def _kind_right(row: dict[str, Any], statement: Statement) -> bool:
    return bool(statement.quotes) if row["kind"] == StatementKind.MIXED else statement.kind == row["kind"]


def _day_right(row: dict[str, Any], statement: Statement) -> bool:
    want = row.get("said_on")
    when = statement.said_on
    if want is None or when is None:
        return want is None
    first, last = want if isinstance(want, list) else (want, want)
    return bool(first <= when.first.isoformat() and when.last.isoformat() <= last)


def _speech(path: Path) -> list[Figure]:
    """Token F1 of speaker and content against gold trees, on sentences that stand alone."""
    speakers, contents = [], []
    for row in rows(path):
        text = str(row["text"])
        article = pipeline.article_of(text)
        statements = pipeline.statements_of(article)
        spoke = max((token_f1(str(row["speaker"]), s.speaker.surface) for s in statements), default=0.0)
        said = max((token_f1(str(row["content"]), s.content) for s in statements), default=0.0)
        speakers.append(spoke)
        contents.append(said)
    n = len(speakers)
    return [
        Figure(name="speech speaker token F1", value=sum(speakers) / n, of=n),
        Figure(name="speech content token F1", value=sum(contents) / n, of=n),
    ]
