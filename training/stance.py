"""Make src/riwaya/dossier/stance.tsv and src/riwaya/measure/stance_trained.tsv.

usage: python training/stance.py DATA

Two claims of three (by checksum) with all their pages; the third is never seen: `riwaya measure stance` scores it.
"""

import argparse
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from riwaya.dossier import stance as model
from riwaya.dossier.alignment import features
from riwaya.measure.report import wanted
from riwaya.measure.stance import FILES, Pair, digest_of, read
from riwaya.records import Leaning
from riwaya.run import pipeline

SOURCE = Path(__file__).parents[1] / "src" / "riwaya"
PARTS = 3
COUNTS = {Leaning.AGREE: 2.0, Leaning.DISAGREE: 5.0, Leaning.DISCUSS: 2.5, Leaning.UNRELATED: 1.0}
STRENGTH = 0.05  # inverse of the penalty on weights


def taught(claim: str) -> bool:
    return int(digest_of(claim), 16) % PARTS != 0


def given(pair: Pair) -> dict[str, float]:
    article = pipeline.article_of(pair.page)
    aligned = model.beside(pair.claim, article)
    return features(aligned, pipeline.statements_of(article) if model.asked(aligned) else ())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    pairs = [pair for path in wanted(parser.parse_args().data, FILES) for pair in read(path) if taught(pair.claim)]
    found = [(pair, one) for pair in pairs if (one := given(pair))]
    names = list(found[0][1])
    x = np.array([[one[name] for name in names] for _, one in found])
    scaler = StandardScaler().fit(x)
    y = [pair.leaning.value for pair, _ in found]
    fitted = LogisticRegression(C=STRENGTH, max_iter=5000)
    fitted.fit(scaler.transform(x), y, sample_weight=[COUNTS[pair.leaning] for pair, _ in found])
    order = [list(fitted.classes_).index(leaning.value) for leaning in model.LEANINGS]
    rows = [
        (name, mean, scale, *fitted.coef_[order, place])
        for place, (name, mean, scale) in enumerate(zip(names, scaler.mean_, scaler.scale_, strict=True))
    ]
    rows.append((model.BIAS, 0.0, 1.0, *fitted.intercept_[order]))
    lines = ["\t".join([row[0], *(f"{number:.4f}" for number in row[1:])]) for row in rows]
    head = "# Made by training/stance.py. feature, mean, scale, weight of agree, disagree, discuss, unrelated."
    (SOURCE / "dossier" / "stance.tsv").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    claims = sorted({digest_of(pair.claim) for pair in pairs})
    head = (
        "# Made by training/stance.py: claims that stance.tsv was made from, by the first 12 digits of their SHA-256."
    )
    (SOURCE / "measure" / "stance_trained.tsv").write_text("\n".join([head, *claims, ""]), encoding="utf-8")
    print(f"{len(pairs)} pages of {len(claims)} claims")


if __name__ == "__main__":
    main()
