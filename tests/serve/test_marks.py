"""Highlights: whatever spans are asked for, the line's words come back whole and the marks close as they open."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from riwaya.records import Article, Paragraph, ParagraphKind, Piece, Role
from riwaya.serve.marks import Marks, clip

TEXT = "قال الوزير إن الجسر مفتوح\nوأضاف أن العمل مستمر في الضفة الأخرى"
PLACES = st.integers(0, len(TEXT))
SPANS = st.lists(st.tuples(PLACES, PLACES).filter(lambda s: s[0] < s[1]), max_size=8)


def article():
    line = TEXT.index("\n")
    spans = ((0, line), (line + 1, len(TEXT)))
    paragraphs = tuple(Paragraph(kind=ParagraphKind.BODY, text=TEXT[a:b], span=(a, b)) for a, b in spans)
    piece = Piece(start=0, end=len(TEXT), page_start=0)
    return Article(id="a", capture="a", role=Role.MAIN, paragraphs=paragraphs, text=TEXT, pieces=(piece,))


@given(SPANS)
def test_marks_change_no_word_and_close_as_they_open(spans):
    marks = Marks({"a": article()})
    for span in spans:
        marks.href("a", span)
    lines = marks.lines("a")
    assert "\n".join("".join(t.text for t in line.tokens) for line in lines) == TEXT
    for line in lines:
        depth = 0
        for token in line.tokens:
            depth += (token.kind == "open") - (token.kind == "close")
            assert depth >= 0
        assert depth == 0


@given(SPANS)
def test_every_mark_asked_for_stands_once(spans):
    marks = Marks({"a": article()})
    asked = {marks.href("a", span).removeprefix("#") for span in spans if TEXT[slice(*span)].strip()}
    held = [token.id for line in marks.lines("a") for token in line.tokens if token.id]
    assert sorted(held) == sorted(set(held))
    assert asked <= set(held)


def test_a_clipped_text_ends_after_a_word():
    assert clip("واحد اثنان ثلاثة", 12) == "واحد اثنان …"


def test_a_quotation_that_begins_late_is_left_out_of_a_clip():
    assert (
        clip('أعلن الوزير فتح الجسر الجديد بهدف "نقل البضائع إلى الضفة الأخرى"', 45)
        == "أعلن الوزير فتح الجسر الجديد بهدف …"
    )


def test_a_clip_closes_the_quotation_that_it_keeps():
    assert clip("«الجسر مفتوح للجميع منذ اليوم ولن يغلق بعده»", 30) == "«الجسر مفتوح للجميع منذ اليوم …»"


def test_a_sentence_is_shown_with_the_end_of_its_quotation():
    text = "وقال الوزير «لا أؤكد ذلك. لننتظر يوما». ثم غادر."
    held = replace(
        article(), text=text, paragraphs=(Paragraph(kind=ParagraphKind.BODY, text=text, span=(0, len(text))),)
    )
    assert Marks({"a": held}).sentence("a", (13, 24)) == "وقال الوزير «لا أؤكد ذلك. لننتظر يوما»."
