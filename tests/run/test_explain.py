from riwaya.run.explain import parts
from sayings import article, found

LINES = ("قال الوزير سعيد باهر للصحفيين إن المصنع جاهز.", "وأضاف أن العمال عادوا.")


def test_each_part_is_its_own_words_in_the_text():
    text = article(*LINES).text
    for statement in found(*LINES):
        assert all(part.words == text[slice(*part.span)] for part in parts(statement, text) if part.span)


def test_a_speaker_carried_over_is_named_and_has_no_place():
    _, carried = found(*LINES)
    (who,) = [part for part in parts(carried, article(*LINES).text) if part.name == "القائل"]
    assert who.span is None
    assert who.words.startswith("سعيد باهر")
