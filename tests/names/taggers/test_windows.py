from hypothesis import given
from hypothesis import strategies as st

from riwaya.names.taggers.windows import windows

ROOM = 40
_WORD = st.lists(st.integers(4, 99), min_size=1, max_size=20)
_TEXT = st.lists(st.lists(_WORD, max_size=90), max_size=5)


@given(_TEXT)
def test_every_word_is_read_once_at_its_own_first_piece(text):
    words = [word for sentence in text for word in sentence]
    made = windows(text, ROOM, (2,))
    assert sorted(word for window in made for word in window.words) == list(range(len(words)))
    for window in made:
        assert len(window.pieces) <= ROOM
        for word, spot in zip(window.words, window.spots, strict=True):
            head = words[word][:16]
            assert window.pieces[spot : spot + len(head)] == head


def test_short_sentences_share_a_window_each_with_its_end_behind_it():
    (window,) = windows([[[5], [6, 7]], [[8]]], ROOM, (2,))
    assert window.pieces == [5, 6, 7, 2, 8, 2]
    assert (window.words, window.spots) == ([0, 1, 2], [0, 1, 4])


def test_a_word_that_two_windows_hold_is_read_where_more_stands_around_it():
    first, second = windows([[[9]] * 60], ROOM, ())
    assert len(first.pieces) == ROOM
    assert first.words == list(range(35))
    assert second.words[0] == 35
    assert second.spots[0] == 5
