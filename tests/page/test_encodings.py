import pytest

from packing import HTML, PARAGRAPH
from riwaya.errors import Reason
from riwaya.page.encodings import Decoded, decode

TEXT = (
    "قال المتحدث باسم وزارة النقل في مدينة الميناء إن الطريق الساحلي أغلق أمام حركة السير، وأضاف أن العمل سيستمر.\n"
    "وأكد رئيس البلدية أن الحافلات ستعمل على مدار الساعة خلال هذه الفترة حتى انتهاء الأعمال في 14 كانون الأول."
)
CHARSETS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1256",
    "iso8859_6",
    "mac_arabic",
    "cp720",
]


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_charset_is_told_by_the_words_it_gives(charset):
    content = TEXT.encode(charset, "ignore")
    found = decode(content, None)
    assert isinstance(found, Decoded)
    assert found.text == content.decode(charset)


@pytest.mark.parametrize("charset", ["cp1256", "iso8859_6", "utf-16-le", "utf-16-be"])
def test_a_headline_is_enough(charset):
    text = "الرئيس يزور المدينة في الربيع"
    assert decode(text.encode(charset), None).text == text


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "utf-8", "no-such-charset", None])
def test_a_false_declaration_does_not_stand(declared):
    assert decode(TEXT.encode("cp1256"), declared).charset == "cp1256"


def test_a_page_that_declares_its_charset():
    page = HTML.replace("utf-8", "windows-1256").encode("cp1256")
    assert PARAGRAPH in decode(page, None).text


def test_utf8_cut_or_spoiled_in_a_place_is_still_utf8():
    content = TEXT.encode()
    assert decode(content[:-1], None).charset == "utf-8"
    assert decode(content[:100] + b"\xff" + content[100:], "windows-1256").charset == "utf-8"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\u0085"])
def test_every_line_end_is_one(end):
    assert decode(TEXT.replace("\n", end).encode(), None).text == TEXT


def test_text_is_otherwise_as_it_stood():
    text = "  «هذا\tنصّ» ــ ١٢٣  \u200fعلى حاله  \n\n. "
    assert decode(text.encode(), None).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t ", Reason.EMPTY),
        ("\u200f \u00a0\ufeff".encode(), Reason.EMPTY),
        (bytes(range(32)) * 20, Reason.BINARY),
        (b"\x00\x01\x02\x03\xff\xfe\xfd" * 100, Reason.BINARY),
    ],
)
def test_what_is_no_text(content, reason):
    assert decode(content, None)[0] is reason
