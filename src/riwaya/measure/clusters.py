"""B³ of clusters (Bagga and Baldwin 1998), and peers that make clusters of texts."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from importlib.util import find_spec

import numpy as np

from riwaya.measure.report import Figure

Labels = Mapping[str, Hashable]
_DAYS = 4  # apart at most, in the peer that goes day by day
_ONLINE = (0.2, 0.25, 0.3, 0.35, 0.4)  # likenesses tried; the best on the tuning part is taken
_HDBSCAN = ("eom", "leaf")  # ways of cutting its tree, tried the same way
_COMPONENTS = 150


def b_cubed(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over the articles of `gold`; `found` has a cluster for each."""
    right, have = _members(gold), _members({key: found[key] for key in gold})
    shared = [(len(right[gold[k]] & have[found[k]]), len(have[found[k]]), len(right[gold[k]])) for k in gold]
    precision = sum(both / size for both, size, _ in shared) / len(shared)
    recall = sum(both / size for both, _, size in shared) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


def figures(name: str, gold: Labels, found: Labels, *, peer: bool = False, held: bool = True) -> Iterator[Figure]:
    for what, value in zip(("precision", "recall", "F1"), b_cubed(gold, found), strict=True):
        yield Figure(name=f"{name}: B³ {what}", value=value, of=len(gold), peer=peer, held=held)


def agreement(one: Labels, other: Labels) -> float:
    """B³ F1 of one clustering held to another: 1 where both are the same."""
    return b_cubed(one, other)[2]


def _members(labels: Labels) -> dict[Hashable, set[str]]:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for key, label in labels.items():
        found[label].add(key)
    return found


def peers(texts: Mapping[str, str], days: Mapping[str, date], tuned_on: Labels) -> Iterator[tuple[str, Labels]]:
    """Clusterings by plain TF-IDF online and by HDBSCAN over TF-IDF and SVD, each at its best on `tuned_on`."""
    if find_spec("sklearn") is None:
        return
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    order = sorted(texts, key=lambda key: (days[key], key))
    rows = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.2).fit_transform([texts[key] for key in order])
    tried = [online(order, rows.astype(np.float32), days, floor) for floor in _ONLINE]
    yield "TF-IDF online", _best(tried, tuned_on)
    yield "HDBSCAN", _best([_dense(order, rows, days, cut) for cut in _HDBSCAN], tuned_on)


def _best(tried: Sequence[Labels], tuned_on: Labels) -> Labels:
    return max(tried, key=lambda labels: b_cubed(tuned_on, labels)[2])


def online(order: Sequence[str], rows: np.ndarray, days: Mapping[str, date], floor: float) -> Labels:
    """Single pass: an article joins the cluster of the likest one before it within some days, or begins its own."""
    when = np.array([days[key].toordinal() for key in order])
    labels: list[int] = []
    for at in range(len(order)):
        first = int(np.searchsorted(when, when[at] - _DAYS))
        alike = np.asarray((rows[first:at] @ rows[at].T).todense()).ravel() if at > first else np.zeros(0)
        best = int(alike.argmax()) if len(alike) else -1
        labels.append(labels[first + best] if best >= 0 and alike[best] >= floor else at)
    return dict(zip(order, labels, strict=True))


def _dense(order: Sequence[str], rows: np.ndarray, days: Mapping[str, date], cut: str) -> Labels:
    """HDBSCAN over 150 dimensions, in windows of some days, as all at once is beyond a small machine."""
    from sklearn.cluster import HDBSCAN  # noqa: PLC0415
    from sklearn.decomposition import TruncatedSVD  # noqa: PLC0415
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    points = normalize(TruncatedSVD(min(_COMPONENTS, rows.shape[1] - 1), random_state=0).fit_transform(rows))
    window = np.array([days[key].toordinal() for key in order]) // _DAYS
    labels: dict[str, Hashable] = {}
    for number in np.unique(window):
        inside = np.flatnonzero(window == number)
        model = HDBSCAN(min_cluster_size=2, min_samples=1, cluster_selection_method=cut, copy=True)
        found = model.fit_predict(points[inside]) if len(inside) > 1 else [-1]
        labels |= {
            order[at]: (int(number), int(label)) if label >= 0 else order[at]
            for at, label in zip(inside.tolist(), found, strict=True)
        }
    return labels
