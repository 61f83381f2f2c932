"""The fast tagger, and what every tagger keeps to."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.language.tokens import tokens
from riwaya.names.taggers import Kind, Tagged, tagger
from riwaya.names.taggers.decode import spans
from riwaya.names.taggers.weights import LABELS, follows
from strategies import anything, arabic

FAST = tagger("fast")
TEXT = "التقى وزير الخارجية الروسي سيرغي لافروف في موسكو وفدا من منظمة الصحة العالمية."
SENTENCE = [token.text for token in tokens(TEXT)]
SLOWEST = 10  # times as long for four times the words, on a machine that does other things too


def seen(words: list[str]) -> list[str]:
    (names,) = FAST.tag([words])
    return [f"{name.kind} {' '.join(words[name.first : name.end])}" for name in names]


def apart(names: list[Tagged], size: int) -> bool:
    ends = [0, *(name.end for name in names)]
    return all(end <= name.first < name.end <= size for end, name in zip(ends, names, strict=False))


def test_it_sees_people_places_bodies_and_nationalities():
    assert seen(SENTENCE) == ["MISC الروسي", "PERS سيرغي لافروف", "LOC موسكو", "ORG منظمة الصحة العالمية"]


def test_a_sentence_reads_alike_alone_and_among_others():
    others = [["قال", "سمير", "حداد"], [], SENTENCE * 3]
    assert FAST.tag([SENTENCE])[0] == FAST.tag([*others, SENTENCE, *others])[3]


def test_a_second_tagger_of_one_name_is_the_first():
    assert tagger("fast") is FAST


def test_nothing_gives_nothing():
    assert FAST.tag([]) == []
    assert FAST.tag([[], []]) == [[], []]


@pytest.mark.parametrize("name", ["fast", "rules"])
def test_every_tagger_of_ours_says_its_name(name):
    assert tagger(name).name == name


@pytest.mark.parametrize("name", ["fast", "rules"])
@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.one_of(arabic(), anything()), max_size=4))
def test_any_words_are_tagged_inside_their_sentence_and_apart(name, texts):
    sentences = [[token.text for token in tokens(text)] for text in texts]
    found = tagger(name).tag(sentences)
    assert [apart(names, len(words)) for names, words in zip(found, sentences, strict=True)] == [True] * len(texts)


def test_inside_follows_only_its_own_kind():
    allowed = follows()
    for before, first in enumerate(LABELS):
        for after, second in enumerate(LABELS):
            legal = second[0] != "I" or first[1:] == second[1:]
            assert (allowed[before, after] == 0) == legal


def test_labels_spell_out_names():
    place, inside, other = LABELS.index("B-LOC"), LABELS.index("I-LOC"), LABELS.index("B-PERS")
    found = spans([place, inside, place, other, 0, place])
    assert found == [Tagged(0, 2, Kind.LOC), Tagged(2, 3, Kind.LOC), Tagged(3, 4, Kind.PERS), Tagged(5, 6, Kind.LOC)]


def test_a_sentence_without_end_takes_time_by_its_length():
    FAST.tag([SENTENCE * 1000])
    assert _took(4000) < SLOWEST * _took(1000)


def _took(times):
    """The best of three, of this process's own time."""
    best = []
    for _ in range(3):
        start = time.process_time()
        FAST.tag([SENTENCE * times])
        best.append(time.process_time() - start)
    return min(best)
