import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from riwaya.copies.candidates import Meetings
from riwaya.copies.candidates import find as find_in
from riwaya.copies.words import Words

RNG = np.random.default_rng(7)


def words(count: int) -> np.ndarray:
    return RNG.integers(1000, 1_000_000, count).astype(np.int32)


def find(texts: list[np.ndarray], houses: list[int], days: list[int]) -> Meetings:
    """The meetings of texts whose words have these numbers, wherever they stand."""
    hashes = np.concatenate([*texts, np.empty(0)]).astype(np.uint64)
    bounds = np.cumsum([0, *(len(text) for text in texts)])
    return find_in(Words(hashes, np.zeros(len(hashes)), np.zeros(len(hashes)), bounds), houses, days)


def pairs(texts: list[np.ndarray], houses: list[int] | None = None, days: list[int] | None = None):
    found = find(texts, houses or list(range(len(texts))), days or [0] * len(texts))
    return {(pair.first, pair.second) for pair in found.pairs}


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
    found = find(texts, list(range(12)), list(range(12)))
    assert found.pairs == []
    assert [int(worn.sum()) for worn in found.worn] == [30] * 12
    assert all(worn[60:].all() for worn in found.worn)


def test_a_wire_in_more_houses_than_are_compared_in_full_still_ties_its_neighbours():
    wire = words(30)
    texts = [np.concatenate((words(60), wire)) for _ in range(90)]
    found = pairs(texts)
    assert {(n, n + 1) for n in range(89)} <= found
    assert len(found) < 90 * 10


@given(st.lists(st.integers(1, 9), max_size=12), st.integers(2, 5))
def test_identical_texts_always_meet(numbers: list[int], times: int):
    text = np.array(numbers, dtype=np.int32)
    found = pairs([text] * times)
    assert found >= ({(n, n + 1) for n in range(times - 1)} if numbers else set())


def test_nothing_comes_of_nothing():
    assert find([], [], []).pairs == []
    assert find([np.empty(0, dtype=np.int32)] * 3, [0, 1, 2], [0, 0, 0]).pairs == []
