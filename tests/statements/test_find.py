from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.records import SpeakerKind, StatementKind
from riwaya.statements import find
from riwaya.statements.nouns import of_saying
from riwaya.statements.shown import balanced
from riwaya.statements.verbs import forms
from sayings import article, cases, found, told

SENTENCES = [row for name in ("finite", "beside", "sources", "silence") for row in cases(name)]


@pytest.mark.parametrize(("text", "speaker", "act", "words", "why"), SENTENCES)
def test_a_sentence_tells_who_said_what(text, speaker, act, words, why):
    statements = found(text)
    assert told(statements, speaker, act, words), (why, [(s.speaker.name, s.act, s.content) for s in statements])


@pytest.mark.parametrize(("text", "speaker", "act", "words", "why"), cases("headlines"))
def test_a_headline_tells_who_said_what(text, speaker, act, words, why):
    statements = found("الجو معتدل.", headline=text)
    assert told(statements, speaker, act, words), (why, [(s.speaker.name, s.act, s.content) for s in statements])


@pytest.mark.parametrize(("text", "why"), cases("none"))
def test_nobody_says_anything(text, why):
    assert found("الجو معتدل.", headline=text) == found(text) == (), why


def test_a_verb_without_subject_goes_on_with_the_last_speaker_of_its_gender():
    lines = (
        "قالت المديرة هدى نعمان إن المعرض ناجح.",
        "وأكد الوزير سعيد باهر أن الطريق مفتوح.",
        "وأضافت أن الزوار كثر.",
        'وتابع: "العمل مستمر ليل نهار".',
    )
    assert [s.speaker.name for s in found(*lines)] == ["هدى نعمان", "سعيد باهر", "هدى نعمان", "سعيد باهر"]


def test_a_plural_verb_goes_on_with_the_people_who_spoke():
    statements = found("قال خبراء محليون إن السد آمن.", "وقالت الوزارة إن الماء كثير.", "وأضافوا أن الصيانة تمت.")
    assert statements[-1].speaker.name == "خبراء محليون"
    assert statements[-1].speaker.kind is SpeakerKind.GROUP


def test_a_surname_and_a_bare_noun_find_the_full_name():
    statements = found(
        'ذكرت صحيفة "المدار اليوم" أن الجسر مغلق.',
        "وقال المهندس كمال الدرويش إن الإصلاح بدأ.",
        "وأضاف الدرويش أن العمل يكتمل غدا.",
        "وقالت الصحيفة إن السير حول إلى النفق.",
    )
    assert [s.speaker.name for s in statements] == ["المدار اليوم", "كمال الدرويش", "كمال الدرويش", "المدار اليوم"]


def test_carriers_stand_nearest_the_speaker_first():
    one, two, three = (
        found("قال ناطق عسكري لوكالة فرانس برس إن القوات تقدمت.")[0],
        found('ذكرت شبكة "المدار"، نقلا عن مسؤول محلي، أن الجسر مغلق.')[0],
        found("أكد الوزير سعيد باهر أن الجسر مفتوح، وفقا لبيان صادر عن وزارة النقل.")[0],
    )
    assert (one.speaker.name, one.via, one.addressee) == ("ناطق عسكري", ("فرانس برس",), "وكالة فرانس برس")
    assert (two.speaker.name, two.via) == ("مسؤول محلي", ("المدار",))
    assert (three.speaker.name, three.via) == ("سعيد باهر", ("وزارة النقل",))


def test_kind_follows_the_share_of_words_in_marks():
    direct, mixed, indirect = (
        found('قال الوزير: "سنبدأ العمل غدا".')[0],
        found('قال الوزير إن العمل في الجسر الكبير سيبدأ غدا "مهما حدث".')[0],
        found("قال الوزير إن العمل سيبدأ غدا.")[0],
    )
    assert [s.kind for s in (direct, mixed, indirect)] == [
        StatementKind.DIRECT, StatementKind.MIXED, StatementKind.INDIRECT,
    ]  # fmt: skip
    assert mixed.quotes == ("مهما حدث",)


def test_ids_number_the_statements_in_order_of_the_text():
    statements = found("قال الوزير إن العمل سيبدأ.", "وأضاف أن المال جاهز.")
    assert [s.id for s in statements] == ["page-0-s0", "page-0-s1"]


@given(
    st.lists(
        st.sampled_from([s for s, *_ in SENTENCES] + ["«", '"', ":", "،", "وقال", "أن", "لـ", "\u200f"]), max_size=8
    )
)
@settings(max_examples=60, deadline=None)
def test_every_span_holds_the_words_it_stands_for(parts):
    """Whatever order sentences and stray marks come in, nothing raises and every word can be pointed at."""
    page = article(" ".join(parts))
    statements = find(page, (), ())
    assert max(Counter(s.id for s in statements).values(), default=1) == 1
    for s in statements:
        assert balanced(page.text[slice(*s.spans.content)]) == s.content
        assert s.quotes == tuple(balanced(page.text[slice(*q)]) for q in s.spans.quotes)
        assert s.cue == page.text[slice(*s.spans.cue)]


@pytest.mark.parametrize(
    ("tail", "left"),
    [
        ("، دون أن يحدد موعدا لافتتاحه", ""),
        (" من دون أن يعطي مزيدا من التفاصيل", ""),
        ("، دون الإشارة إلى الإضراب", ""),
        (" دون توقف", " دون توقف"),
        (" من دون انتظار الحكومة", " من دون انتظار الحكومة"),
    ],
)
def test_what_a_speaker_left_untold_is_the_reporters_remark(tail, left):
    (statement,) = found(f"قال الوزير إن المصنع سيفتح{tail}.")
    assert statement.content == "المصنع سيفتح" + left


def test_a_verb_that_lacks_its_object_takes_none_from_a_clause_of_its_own():
    (statement,) = found("وأكد النائب سامي نعيم ما نفته الوزارة.")
    assert (statement.speaker.name, statement.content) == ("سامي نعيم", "ما نفته الوزارة")


def test_a_noun_with_a_possessive_speaks_for_who_spoke_last():
    statements = found("قال المتهمون إن الفتاة كاذبة.", "وكشف الشهود كذبهم في ادعاءاتهم بأن المال سرق.")
    assert [(s.speaker.name, s.content) for s in statements][-1] == ("المتهمون", "المال سرق")


def test_who_was_carried_on_once_is_carried_on_again():
    statements = found(
        "اتهم الحزب الأحمر الحكومة بالتقصير، ورغم أن الوزير سعيد باهر لم يشر إلى ذلك، إلا أنه قال إن السد آمن.",
        'وقال: "لن ينهار السد".',
    )
    assert [s.speaker.name for s in statements] == ["الحزب الأحمر", "سعيد باهر", "سعيد باهر"]


def test_words_after_a_colon_are_direct_and_terms_in_marks_quote_nobody():
    colon, term = found("قال الوزير: نطالب بفتح الجسر.")[0], found('قال الوزير إن حي "الغدير" آمن.')[0]
    assert (colon.kind, term.kind, term.quotes) == (StatementKind.DIRECT, StatementKind.INDIRECT, ())


def test_how_something_is_added_is_no_statement_more():
    statements = found('قال الوزير إن الجسر مغلق. وأضاف مستهجنا: "ماذا نقول للناس؟".')
    assert [s.cue for s in statements] == ["قال", "وأضاف"]


def test_a_source_alone_in_its_sentence_carries_what_was_said_before_it():
    (statement,) = found("أكد الطبيب سعيد باهر أن الفحص سليم. وفقا للأناضول.")
    assert statement.via == ("الأناضول",)


def test_who_goes_on_in_the_same_breath_goes_on_through_the_same_outlet():
    one, two = found("قال الوزير سعيد باهر لقناة المدار إن الجسر مغلق، مضيفا أن العمل بدأ.")
    assert one.via == two.via != ()


def test_an_outlet_is_told_even_after_what_was_denied():
    (statement,) = found("نفى الناطق هذا الخبر في تصريحات لقناة المدار.")
    assert statement.via == ("المدار",)


def test_the_lexicon_of_saying_is_as_large_as_promised():
    verbs = {form.verb.lemma for form in forms().values()}
    assert len(verbs) >= 250
    assert len(verbs) + len(of_saying()) >= 300
