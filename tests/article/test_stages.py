"""Single stages where a whole page would hide which of them decided."""

import pytest

from plainpage import plain
from riwaya.article import bodies, cascade, heads, marks, phrases, tags, topic
from riwaya.article.label import Label, Labelled
from riwaya.article.labelling import label
from riwaya.article.lines import lines
from riwaya.article.prose import Style, continues, is_prose
from riwaya.article.segment import Segment, is_row
from riwaya.language.letters import fold
from riwaya.records import Role

LEAD = "أعلنت بلدية صدفة، الثلاثاء، أنها ستفتح الجسر الشرقي أمام السيارات مطلع الشهر المقبل بعد أعمال صيانة دامت عامين."
MORE = "وقالت رئيسة البلدية نجوى السعفان إن الجسر سيبقى مغلقا أمام الشاحنات إلى حين انتهاء الفحوص الفنية."
STYLE = Style(stops=True, gaps=True)


def of(*texts):
    return lines(plain("\n".join(texts)))


def test_lines_leave_out_blanks_bidi_marks_and_bullets():
    found = lines(plain("  \u200f• سوق السمك\u200f \n\n\nسوق الخضار"))
    assert [(line.text, line.gap) for line in found] == [("سوق السمك", 0), ("سوق الخضار", 2)]


def test_a_line_that_ends_in_an_advertisements_marker_is_ended():
    (line,) = of("انتهت الفحوص الفنية للجسر. اعلان")
    assert line.ended
    assert line.sold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAD, True),
        ("وقال إن الأمر انتهى تماما", True),  # goes on with و
        ("بلدية صدفة تفتح الجسر الشرقي مطلع الشهر المقبل", False),
        ("وزير النقل يفتح الجسر الشرقي غدا", False),  # the و of وزير is no "and"
        ("لماذا أغلق الجسر الشرقي عامين كاملين؟", False),
        ("Loader Search", False),
    ],
)
def test_running_text_is_told_from_headlines(text, expected):
    assert is_prose(of(text)[0], None, STYLE) == expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("وأضاف «سنفتح الجسر أمام الشاحنات الصغيرة أيضا في وقت قريب", "«هذا الشهر", True),
        ("وأضاف أن البلدية تنتظر منذ شهرين نتائج الفحوص الفنية التي تجرى على", "أعمدة الجسر الشرقي", True),
        ("وأضاف «سنفتح الجسر أمام الشاحنات الصغيرة أيضا».", "«هذا الشهر", False),
        ("وأضاف «سنفتح الجسر أمام الشاحنات الصغيرة أيضا في وقت قريب", "وقالت «لن ننتظر أكثر من هذا", False),
    ],
)
def test_a_torn_paragraph_goes_on_in_the_next_line(above, below, expected):
    assert continues(*of(above, below)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال الوزير", True),
        ("من جهته قال الوزير", True),
        ("وصل الوزير", False),
        ("وزارة النقل", False),
        ("في صدفة", False),
        ("- ،", False),
        ("", False),
    ],
)
def test_words_that_carry_a_text_on_are_known(text, expected):
    assert phrases.goes_on(fold(text)) == expected


def test_paragraphs_of_one_matter_are_bound_and_strangers_are_not():
    other = "بدأ مزارعو سهل الزعفران، السبت، حصاد القمح قبل أسبوعين من موعده بسبب موجة حر ضربت قرى السهل."
    same = "وكانت نقابة سائقي الشاحنات قد طالبت بفتح الجسر أمام الجميع، وحذرت من ازدحام في صدفة."
    assert topic.bond(topic.counted([LEAD, MORE]), [same]) > 0 > topic.bond(topic.counted([LEAD, MORE]), [other])


def test_a_mark_above_the_text_is_a_tickers():
    page = plain(f"آخر الأخبار\nبلدية صدفة تفتح الجسر الشرقي مطلع الشهر\n{LEAD}\n{MORE}")
    (text,) = marks.by_marks(label(lines(page), page), STYLE)
    assert [item.label for item in heads.decide(text, page, STYLE).items][:2] == [Label.RELATED_MARK, Label.HEADLINE]


def test_a_snippet_cut_short_below_a_mark_is_another_article():
    snippet = "أعلنت بلدية صدفة، الأربعاء، أن الجسر الشرقي أمام السيارات سيبقى مفتوحا …"
    page = plain(f"بلدية صدفة تفتح الجسر\n{LEAD}\n{MORE}\nشاهد أيضا\nالجسر الشرقي سيبقى مفتوحا\n{snippet}")
    assert [text.role for text in marks.by_marks(label(lines(page), page), STYLE)] == [Role.MAIN, Role.READ_ALSO]


def test_source_and_keywords_close_a_text_only_below_it():
    page = plain(f"المصدر: رويترز\n{LEAD}\n{MORE}")
    (text,) = cascade.run(page)
    assert not text.closed


def test_short_lines_in_a_row_of_a_file_are_its_text():
    verses = of(LEAD, "يا جسر صدفة", "يا باب البحر", "متى تفتح", MORE)
    items = [Labelled(line, Label.PROSE if line.words > 9 else Label.SHORT) for line in verses]
    decided = bodies.decide(Segment(Role.MAIN, items), row=True)
    assert [item.label for item in decided.items] == [Label.PROSE] * 5


def test_a_row_is_told_by_its_stated_headline_at_the_head():
    assert is_row(plain(f"عنوان\n{LEAD}", headline="عنوان"))
    assert not is_row(plain(f"قائمة\nعنوان\n{LEAD}", headline="عنوان"))
    assert not is_row(plain(LEAD))


@pytest.mark.parametrize(
    ("headline", "labels", "skip"),
    [
        ("عاجل. بلدية صدفة تفتح الجسر", ("breaking",), 6),
        ("عاجل | بلدية صدفة تفتح الجسر", ("breaking",), 7),
        ("مباشر – بلدية صدفة تفتح الجسر", ("live",), 0),
        ("رأي: من يفتح الجسر", ("opinion",), 0),
        ("تصحيح: الجسر يفتح في نيسان", ("correction",), 0),
        ("عاجلا أم آجلا سيفتح الجسر", (), 0),
        ("بلدية صدفة تفتح الجسر (فيديو)", ("video",), 0),
    ],
)
def test_headlines_say_what_kind_of_text_follows(headline, labels, skip):
    segment = Segment(Role.MAIN, [Labelled(of(headline)[0], Label.HEADLINE)])
    assert tags.labels(segment, None) == labels
    assert tags.breaking_end(headline) == skip
