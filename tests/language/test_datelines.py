import pytest

from riwaya.language.datelines import without_dateline


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("المرفأ - 11 - 3 (نداء) -- انهار الجسر", "انهار الجسر"),
        ("المرفأ (نداء) – انهار الجسر", "انهار الجسر"),
        ("انهار الجسر (القديم) في المرفأ", "انهار الجسر (القديم) في المرفأ"),
        ("قال الوزير: الجسر (الجديد) - لا القديم - متين", "قال الوزير: الجسر (الجديد) - لا القديم - متين"),
    ],
)
def test_only_what_stands_before_an_agencys_first_words_goes(text, bare):
    assert without_dateline(text) == bare
