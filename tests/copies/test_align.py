from hypothesis import given
from hypothesis import strategies as st

import wires
from riwaya.copies.align import align
from riwaya.copies.edits import marked, misprints, passages
from riwaya.copies.texts import prepare
from riwaya.copies.words import read
from riwaya.records import Edit, Passage

SENTENCES = st.lists(st.sampled_from((*wires.WIRE, *wires.OTHER)), min_size=1, max_size=5, unique=True)


def compared(original: tuple[str, ...], derived: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Edit and words of both sides of each passage."""
    one, other, found = run(original, derived)
    return [(p.edit.value, words(one.text, p.original), words(other.text, p.derived)) for p in found]


def run(original: tuple[str, ...], derived: tuple[str, ...]):
    one, other = wires.article("a", *original), wires.article("b", *derived)
    alignment = marked(align(prepare(one), prepare(other)))
    return one, other, passages(alignment)


def words(text: str, span: tuple[int, int] | None) -> str:
    return text[slice(*span)] if span else ""


def test_a_sentence_kept_is_verbatim_with_its_full_stop():
    assert compared(wires.WIRE[:1], wires.WIRE[:1]) == [("verbatim", wires.WIRE[0], wires.WIRE[0])]


def test_a_short_line_kept_is_verbatim_too():
    found = compared(("جسر السروة", wires.WIRE[0]), (wires.OTHER[0], "جسر السروة"))
    assert ("verbatim", "جسر السروة", "جسر السروة") in found


def test_texts_of_the_same_words_are_verbatim_however_they_are_divided():
    together = " ".join(line.replace(".", "،") for line in wires.WIRE[:2])
    assert [edit for edit, _, _ in compared(wires.WIRE[:2], (together,))] == ["verbatim"]


def test_sentences_in_another_order_are_found_all_the_same():
    found = compared(wires.WIRE, wires.WIRE[::-1])
    assert [edit for edit, _, _ in found] == ["verbatim"] * 5
    assert [kept for _, kept, _ in found] == list(wires.WIRE[::-1])


def test_a_sentence_that_changed_its_place_is_told_and_the_others_are_not():
    _, other, found = run(wires.WIRE, (*wires.WIRE[1:], wires.WIRE[0]))
    assert [words(other.text, p.derived) for p in found if p.moved] == [wires.WIRE[0]]


def test_a_sentence_left_out_is_cut_and_one_put_in_is_added():
    found = compared(wires.WIRE[:3], (wires.WIRE[0], wires.OTHER[0], wires.WIRE[2]))
    assert ("cut", wires.WIRE[1], "") in found
    assert ("added", "", wires.OTHER[0]) in found
    assert sum(edit == "verbatim" for edit, _, _ in found) == 2


def test_a_sentence_with_other_words_in_it_is_reworded_whole():
    changed = wires.WIRE[0].replace("مساء الأربعاء", "في جلسة عامة")
    assert compared(wires.WIRE[:1], (changed,)) == [("reworded", wires.WIRE[0], changed)]


def test_a_clause_cut_from_a_sentence_is_a_cut_of_its_own():
    short = "وصوت لصالح الميزانية سبعة عشر عضوا مقابل ستة أعضاء."
    found = compared(wires.WIRE[1:2], (short,))
    assert found[0][0] == "verbatim"
    assert found[1] == ("cut", "اعترضوا على كلفة الأعمدة الخرسانية وعلى موعد بدء الحفر.", "")


def test_two_sentences_run_together_are_both_found():
    together = wires.WIRE[0].rstrip(".") + "، " + wires.WIRE[3]
    found = compared((wires.WIRE[0], wires.WIRE[3]), (together, wires.OTHER[0]))
    assert [edit for edit, _, _ in found] == ["verbatim", "verbatim", "added"]


def test_a_misprinted_word_is_a_passage_of_its_own():
    wrong = wires.WIRE[1].replace("الحفر", "الحغر").replace("أعضاء", "أعصاء")
    found = compared(wires.WIRE[1:2], (wrong,))
    assert ("corrupted", "أعضاء", "أعصاء") in found
    assert sum(edit == "corrupted" for edit, _, _ in found) == 2


def test_a_spelling_of_the_house_is_no_misprint():
    changed = wires.WIRE[0].replace("الأربعاء", "الاربعاء")
    assert compared(wires.WIRE[:1], (changed,))[0][0] == "verbatim"


def test_misprints_are_told_as_pairs_of_words():
    one = prepare(wires.article("a", wires.WIRE[2]))
    other = prepare(wires.article("b", wires.WIRE[2].replace("صندوق", "صنذوق")))
    assert misprints(marked(align(one, other))) == [tuple(int(read([word]).hashes[0]) for word in ("صندوق", "صنذوق"))]


@given(SENTENCES, SENTENCES)
def test_every_word_of_both_texts_is_in_a_passage(original: list[str], derived: list[str]):
    one, other, found = run(tuple(original), tuple(derived))
    assert covered(one.text, [p.original for p in found]) == set(range(len(one.text.split())))
    assert covered(other.text, [p.derived for p in found]) == set(range(len(other.text.split())))
    assert all(shaped(p) for p in found)


def covered(text: str, spans: list[tuple[int, int] | None]) -> set[int]:
    inside = {place for span in spans if span for place in range(*span)}
    found, start = set(), 0
    for number, word in enumerate(text.split()):
        start = text.index(word, start)
        if start in inside:
            found.add(number)
        start += len(word)
    return found


def shaped(passage: Passage) -> bool:
    if passage.edit is Edit.CUT:
        return passage.derived is None and passage.original is not None
    if passage.edit is Edit.ADDED:
        return passage.original is None and passage.derived is not None
    return passage.original is not None and passage.derived is not None
