"""Copies over a store that grows: the second run traces what is new, and says what one run over all would."""

import pytest

import wires
from riwaya.copies import Index, judge, saved, trace
from riwaya.run import tracing
from riwaya.run.tracing import indexed, restored

ARTICLES = [wires.article(f"a{n}", *wires.WIRE[n % 4 :], *wires.OTHER[: n % 2], outlet=f"منبر {n}") for n in range(12)]


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The pairs judged."""
    seen: list[object] = []
    judging = judge.judge

    def told(job, *rest):
        seen.extend(job.pairs)
        return judging(job, *rest)

    monkeypatch.setattr(tracing, "judge", told)
    return seen


def test_a_second_run_judges_only_the_pairs_of_what_is_new(aligned: list[object]):
    index = indexed(ARTICLES[:11], None, 1)
    first = len(aligned)
    again = restored(saved.dump(index), index.copies(), ARTICLES)
    assert again is not None
    grown = indexed(ARTICLES, again, 1)
    assert grown is again
    assert 0 < len(aligned) - first <= 11
    assert grown.copies() == trace(ARTICLES)


def test_what_is_gone_from_the_store_is_gone_from_the_index():
    index = indexed(ARTICLES, None, 1)
    left = ARTICLES[1:]
    assert indexed(left, index, 1).copies() == trace(left)


def test_where_most_is_new_all_is_traced_at_once():
    index = Index.of(ARTICLES[:2])
    assert indexed(ARTICLES, index, 1) is not index


def test_several_processes_say_what_one_does(monkeypatch: pytest.MonkeyPatch):
    jobs = Index.jobs
    monkeypatch.setattr(Index, "jobs", lambda self: jobs(self, 16))
    assert indexed(ARTICLES, None, 2).copies() == trace(ARTICLES)
