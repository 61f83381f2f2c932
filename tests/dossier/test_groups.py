from hypothesis import given
from hypothesis import strategies as st

from riwaya.dossier.groups import groups

ITEMS = st.integers(0, 20)


def test_pairs_tie_items_together_through_others():
    assert groups("abcd", [("a", "b"), ("b", "c")]) == [["a", "b", "c"], ["d"]]


@given(st.lists(st.tuples(ITEMS, ITEMS)), st.randoms())
def test_groups_do_not_depend_on_the_order_of_pairs(pairs, chance):
    shuffled = chance.sample(pairs, len(pairs))
    assert groups(range(21), pairs) == groups(range(21), shuffled)
