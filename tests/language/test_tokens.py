from hypothesis import given
from hypothesis import strategies as st

from riwaya.language.tokens import tokens, words

TEXTS = st.text(alphabet="ابأ\u064b ـ13:.،-'AFP’«»\n٫", max_size=60)


def test_numbers_times_and_latin_names_stay_whole_and_marks_stand_alone():
    assert [t.text for t in tokens("عند 13:00، بلغ 3.5 (AFP's) جونغ-أون")] == [
        "عند", "13:00", "،", "بلغ", "3.5", "(", "AFP's", ")", "جونغ", "-", "أون",
    ]  # fmt: skip


def test_words_leave_punctuation_out_and_carry_folded_letters():
    assert [(w.text, w.folded) for w in words("«الأُمّة»، ٢٠٢٣")] == [("الأُمّة", "الامه"), ("٢٠٢٣", "2023")]


@given(TEXTS)
def test_tokens_stand_at_their_spans_and_hold_every_letter_that_is_no_blank(text: str):
    found = tokens(text)
    assert all(text[slice(*token.span)] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())
