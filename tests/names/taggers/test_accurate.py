import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.names.taggers import MODELS, Kind, Tagged, tagger
from riwaya.names.taggers.accurate import Accurate
from riwaya.names.taggers.encoder import Encoder
from riwaya.names.taggers.fast import load as fast


def _words(text: str) -> list[str]:
    return text.split()


VISIT = _words("وصل وزير الخارجية سمير الحداد أمس إلى دمشق للقاء وفد من الأمم المتحدة .")


@pytest.fixture(scope="module")
def accurate() -> Accurate:
    made = tagger("accurate")
    assert isinstance(made, Accurate)
    return made


def test_a_person_a_place_and_an_organisation_are_told_apart(accurate):
    assert accurate.tag([VISIT]) == [[Tagged(3, 5, Kind.PERS), Tagged(7, 8, Kind.LOC), Tagged(11, 13, Kind.ORG)]]


def test_harakat_tatweel_and_persian_letters_change_nothing(accurate):
    written = _words("وصل وزیر الخارجیة سَمِير الحـــداد أمس إلى دِمَشْق للقاء وفد من الأمم المتّحدة .")
    assert accurate.tag([written]) == accurate.tag([VISIT])


def test_empty_sentences_keep_their_place(accurate):
    assert accurate.tag([]) == []
    assert accurate.tag([[], []]) == [[], []]
    assert accurate.tag([[], VISIT, []])[1] == accurate.tag([VISIT])[0]


def test_a_page_without_full_stops_is_read_to_its_end(accurate):
    (found,) = accurate.tag([["قال"] * 5000 + VISIT])
    assert Tagged(5003, 5005, Kind.PERS) in found


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.text(min_size=1, max_size=30), max_size=40), max_size=4))
def test_any_words_at_all_give_spans_within_them(sentences):
    found = tagger("accurate").tag(sentences)
    assert len(found) == len(sentences)
    for sentence, names in zip(sentences, found, strict=True):
        ends = [0, *(name.end for name in names)]
        assert all(before <= name.first < name.end for before, name in zip(ends, names, strict=False))
        assert ends[-1] <= len(sentence)


def test_what_is_no_text_is_read_as_something(accurate):
    assert len(accurate.tag([["\ud800", "\u064b" * 100_000, "a" * 1_000_000, "\x00", " "]])) == 1


class Silent(Encoder):
    """Would fail if it were asked."""

    def __init__(self) -> None: ...


def test_a_sentence_that_the_chain_is_sure_of_is_left_to_it():
    told = _words("قال الرئيس إن العمل مستمر .")
    assert Accurate(fast(), Silent()).tag([told]) == fast().tag([told])


def test_what_ships_stays_small():
    assert sum(file.stat().st_size for file in MODELS.glob("accurate.*")) < 27_000_000
