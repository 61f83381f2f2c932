import pytest

from riwaya.page.mojibake import mend

TEXT = (
    "قال المتحدث باسم وزارة النقل في مدينة الميناء إن الطريق الساحلي أغلق أمام السير، وأضاف أن العمل «سيستمر أسبوعا».\n"
    "وأكد رئيس البلدية أن الحافلات ستعمل على مدار الساعة خلال هذه الفترة – حتى انتهاء الأعمال في 14 كانون الأول."
)


def _spoiled(text, saved, read):
    """`text` saved as one charset and read as another; bytes that the other leaves undefined pass as controls."""
    return "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(saved, "ignore"))


@pytest.mark.parametrize(
    ("saved", "read"),
    [
        ("utf-8", "cp1252"),
        ("utf-8", "latin-1"),
        ("utf-8", "cp1256"),
        ("utf-8", "mac_roman"),
        ("cp1256", "cp1252"),
        ("cp1256", "latin-1"),
        ("iso8859_6", "cp1252"),
        ("iso8859_6", "cp1256"),
    ],
)
def test_a_wrong_reading_is_undone(saved, read):
    assert mend(_spoiled(TEXT, saved, read)) == TEXT.encode(saved, "ignore").decode(saved)


def test_two_wrong_readings_are_undone():
    assert mend(_spoiled(_spoiled(TEXT, "utf-8", "latin-1"), "utf-8", "latin-1")) == TEXT


def test_words_that_were_right_stay_right_beside_mended_ones():
    mixed = "العنوان صحيح\n" + _spoiled(TEXT, "utf-8", "cp1252") + "\nالمصدر: وكالات"
    assert mend(mixed) == "العنوان صحيح\n" + TEXT + "\nالمصدر: وكالات"


@pytest.mark.parametrize(
    "lost",
    [
        "????? ??? ?????? ?? ????? " * 10,
        TEXT.encode("ascii", "replace").decode(),
        TEXT.encode("cp1256").decode("utf-8", "replace"),
    ],
)
def test_letters_that_are_gone_cannot_be_mended(lost):
    assert mend(lost) is None


@pytest.mark.parametrize(
    "sound",
    [
        TEXT,
        "Le président a déclaré à l'été dernier que la réponse était prête, où qu'elle fût",
        "ظط",
        "هل هذا صحيح؟؟ نعم??!!",
        "طلب ظالم حفظ وظيفة بطريقة طبيعية وطالب بطعام وطن مطر",
        "",
    ],
)
def test_sound_text_is_left_alone(sound):
    assert mend(sound) == sound
