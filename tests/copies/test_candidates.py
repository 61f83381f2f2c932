import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from riwaya.copies import candidates, postings
from riwaya.copies.candidates import Groups
from riwaya.copies.shelf import NO_DAY, ROW, Shelf
from riwaya.copies.words import Words

RNG = np.random.default_rng(7)


def words(count: int) -> np.ndarray:
    return RNG.integers(0, 1 << 63, count).astype(np.uint64)


def shelved(texts: list[np.ndarray], houses: list[int], days: list[int]) -> tuple[Groups, Shelf]:
    """The runs of texts whose words have these numbers, and what else is known of them."""
    hashes = np.concatenate([*texts, np.empty(0, np.uint64)]).astype(np.uint64)
    bounds = np.cumsum([0, *(len(text) for text in texts)])
    rows = np.zeros(len(texts), ROW)
    for place, text in enumerate(texts):
        key = hash(text.tobytes()) & (1 << 62)
        rows[place] = (days[place], houses[place], len(text), place, key ^ len(text), place, False)
    wholes: dict[bytes, int] = {}
    rows["whole"] = [wholes.setdefault(text.tobytes(), len(wholes)) for text in texts]
    shelf = Shelf()
    shelf.load(rows, [])
    found = Words(hashes, np.zeros(len(hashes)), np.zeros(len(hashes)), bounds)
    return Groups.of(postings.packed(found), shelf), shelf


def pairs(texts: list[np.ndarray], houses: list[int] | None = None, days: list[int] | None = None):
    groups, shelf = shelved(texts, houses or list(range(len(texts))), days or [0] * len(texts))
    return set(map(tuple, candidates.pairs(groups, shelf).tolist()))


def test_two_long_texts_that_share_one_passage_meet():
    passage = words(20)
    texts = [np.concatenate((words(300), passage)), words(300), np.concatenate((passage, words(300)))]
    assert pairs(texts) == {(0, 2)}


def test_texts_that_share_no_run_of_words_do_not_meet():
    assert pairs([words(50) for _ in range(6)]) == set()


def test_a_footer_of_one_house_ties_nothing():
    footer = words(30)
    texts = [np.concatenate((words(60), footer)) for _ in range(12)]
    assert pairs(texts, houses=[1] * 12) == set()


def test_a_wire_in_as_many_houses_on_one_day_ties_all():
    wire = words(30)
    texts = [np.concatenate((words(60), wire)) for _ in range(12)]
    assert len(pairs(texts)) == 66


def test_a_form_of_words_used_day_after_day_ties_nothing_and_is_marked():
    form = words(30)
    texts = [np.concatenate((words(60), form)) for _ in range(12)]
    groups, shelf = shelved(texts, list(range(12)), list(range(12)))
    assert candidates.pairs(groups, shelf).tolist() == []
    runs = postings.runs(form)
    assert groups.worn[groups.places(runs)].all()
    assert int(groups.worn.sum()) == len(runs)
    assert set(groups.last[groups.places(runs)].tolist()) == {11}


def test_a_wire_in_more_houses_than_are_compared_in_full_ties_each_to_the_earliest():
    wire = words(30)
    texts = [np.concatenate((words(60), wire)) for _ in range(90)]
    days = [1] * 90
    days[50] = 0
    found = pairs(texts, days=days)
    assert {tuple(sorted((50, n))) for n in range(90) if n != 50} <= found
    assert len(found) < 90 * candidates.EARLIEST


def test_a_text_meets_whom_it_meets_among_all():
    wire, more = words(30), words(12)
    texts = [np.concatenate((words(60), wire)) for _ in range(70)]
    texts += [np.concatenate((more, words(40))) for _ in range(3)] + [words(4)] * 3
    groups, shelf = shelved(texts, list(range(len(texts))), [0] * len(texts))
    whole = {tuple(pair) for pair in candidates.pairs(groups, shelf).tolist()}
    alone = set()
    for text in range(len(texts)):
        twins = np.flatnonzero(shelf.rows["whole"] == shelf.rows["whole"][text])
        own = np.flatnonzero([text in groups.members(run) for run in range(len(groups.runs))])
        numbers = np.sort(
            np.concatenate(
                [groups.runs[run] | groups.members(run).astype(np.uint64) for run in own] or [np.empty(0, np.uint64)]
            )
        )
        mine = Groups.of(numbers, shelf)
        alone |= {tuple(sorted((text, other))) for other in candidates.met(mine, shelf, text, twins).tolist()}
    assert alone == whole


@given(st.lists(st.integers(1, 9), max_size=12), st.integers(2, 5))
def test_identical_texts_always_meet(numbers: list[int], times: int):
    text = np.array(numbers, dtype=np.uint64)
    found = pairs([text] * times)
    assert found >= ({(0, n) for n in range(1, times)} if numbers else set())


def test_a_day_that_is_not_known_is_no_day_of_a_run():
    text = words(9)
    groups, _ = shelved([text] * 6, list(range(6)), [NO_DAY, 5, NO_DAY, 7, 9, 6])
    assert set(zip(groups.first.tolist(), groups.last.tolist(), strict=True)) == {(5, 9)}


def test_a_run_of_a_few_days_has_not_come_back():
    text = words(9)
    groups, _ = shelved([text] * 6, list(range(6)), [1, 2, 3, 1, 2, 3])
    assert set(groups.last.tolist()) == {-1}


def test_nothing_comes_of_nothing():
    assert pairs([]) == set()
    assert pairs([np.empty(0, dtype=np.uint64)] * 3) == set()
