"""Copies: near copies in a fortnight of a country's press, by band of likeness, beside MinHash on the same articles.

Pairs that are found and the silver list lacks were judged by reading (measure/gold/copies_judged.tsv): the
precision is that of the judged ones which are still found. It may rise by finding less, so it is printed, not held.
The silver list counts words, so it holds reports of different events in one form of words too; those that reading found
(measure/gold/copies_silver_forms.tsv) are left out of recall, which is printed over the whole list as well.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from riwaya import copies
from riwaya.language.tokens import words
from riwaya.measure.articles import article
from riwaya.measure.report import Figure, Report, digest, rows, wanted
from riwaya.records import Article

_BANDS = ((0.5, 1.01), (0.2, 0.5))  # word 4-gram Jaccard, [from, to)
_JUDGED = Path(__file__).parents[3] / "measure/gold/copies_judged.tsv"
_FORMS = _JUDGED.with_name("copies_silver_forms.tsv")
_MINHASH_WORDS, _MINHASH_PERMUTATIONS, _MINHASH_THRESHOLD = 5, 128, 0.5

Pair = frozenset[str]


def score(data: Path) -> Report:
    silver, news = wanted(data, "news/near_copies_silver.tsv")[0], wanted(data, "news/saudinewsnet.jsonl.gz")[0]
    with silver.open(encoding="utf-8") as lines:
        listed = {
            frozenset((r["line_a"], r["line_b"])): float(r["jaccard4"]) for r in csv.DictReader(lines, delimiter="\t")
        }
    articles = [_article(row) for row in rows(news)]
    put_out = {frozenset((c.original, c.derived)): c for c in copies.trace(articles)}
    raw = [replace(figure, held=False) for figure in _recall("recall on the list as it came,", listed, set(put_out))]
    forms = {frozenset((row["line_a"], row["line_b"])) for row in _read(_FORMS)}
    listed = {pair: likeness for pair, likeness in listed.items() if pair not in forms}
    figures = [*_recall("recall", listed, set(put_out)), *raw, *_judged(set(put_out))]
    outlets = {a.id: a.outlet for a in articles}
    across = [p for p in put_out if len({outlets[k] for k in p}) > 1]
    figures.append(
        Figure(
            name="pairs across outlets that the silver list has too",
            value=_part(across, listed),
            of=len(across),
            held=False,
        )
    )
    near = {key for pair in listed for key in pair}
    figures += _peer([a for a in articles if a.id in near], listed)
    missed = [f"{'–'.join(sorted(p))} jaccard {j:.2f}" for p, j in listed.items() if p not in put_out]
    return Report(suite="copies", digest=digest([silver, news]), figures=tuple(figures), misses=tuple(missed))


def _judged(have: set[Pair]) -> Iterator[Figure]:
    """Of the pairs judged by reading: how many of those still found are copies, and how many copies are still found."""
    judged = _read(_JUDGED)
    verdicts = {frozenset((row["line_a"], row["line_b"])): row["verdict"] for row in judged}
    if not verdicts:
        return
    last = max(row["sample"] for row in judged)
    blind = [
        r["verdict"] == "copy" for r in judged if r["sample"] == last and frozenset((r["line_a"], r["line_b"])) in have
    ]
    yield Figure(
        name="judged by reading: precision in the sample drawn after the rules were made",
        value=sum(blind) / len(blind) if blind else 0.0,
        of=len(blind),
        held=False,
    )
    still = [verdict == "copy" for pair, verdict in verdicts.items() if pair in have]
    kept = [pair in have for pair, verdict in verdicts.items() if verdict == "copy"]
    for name, right in (("precision where the silver list has none", still), ("copies among those still found", kept)):
        value = sum(right) / len(right) if right else 0.0
        yield Figure(name=f"judged by reading: {name}", value=value, of=len(right), held=False)


def _read(gold: Path) -> list[dict[str, str]]:
    """Rows of a gold file; none where an installed package has none."""
    if not gold.is_file():
        return []
    lines = [line for line in gold.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def _article(row: dict[str, object]) -> Article:
    seen = datetime.fromisoformat(f"{row['date_extracted']}+00:00")
    return article(str(row["n"]), str(row["content"]), headline=str(row["title"]), outlet=str(row["source"]), seen=seen)


def _part(pairs: list[Pair], listed: dict[Pair, float]) -> float:
    return sum(p in listed for p in pairs) / len(pairs) if pairs else 0.0


def _recall(name: str, listed: dict[Pair, float], have: set[Pair], *, peer: bool = False) -> Iterator[Figure]:
    for low, high in _BANDS:
        band = [p for p, jaccard in listed.items() if low <= jaccard < high]
        label = f"{name} at Jaccard {low:.1f}–{min(high, 1.0):.1f}"
        yield Figure(
            name=label, value=sum(p in have for p in band) / len(band) if band else 0.0, of=len(band), peer=peer
        )


def _peer(articles: list[Article], listed: dict[Pair, float]) -> Iterator[Figure]:
    """MinHash over whole documents, as news deduplication usually has it, on the listed articles alone."""
    if find_spec("datasketch") is None:
        return
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - the peer is optional

    index = MinHashLSH(threshold=_MINHASH_THRESHOLD, num_perm=_MINHASH_PERMUTATIONS)
    have: set[Pair] = set()
    for a in articles:
        folded = [t.folded for t in words(a.text)]
        grams = {" ".join(folded[i : i + _MINHASH_WORDS]).encode() for i in range(len(folded) - _MINHASH_WORDS + 1)}
        sketch = MinHash(num_perm=_MINHASH_PERMUTATIONS)
        sketch.update_batch(grams)
        have |= {frozenset((a.id, other)) for other in index.query(sketch)}
        index.insert(a.id, sketch)
    yield from _recall("datasketch MinHash: recall", listed, have, peer=True)
