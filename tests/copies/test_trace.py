from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import wires
from riwaya.copies import trace

FIRST = date(2031, 5, 1)
SPOKEN = (
    "«سنفتح الجسر أمام المشاة أولا ثم أمام الحافلات، ولن نرفع رسوم العبور قبل أن تنتهي الأشغال كلها "
    "وقبل أن نسمع رأي السكان في الضفتين»"
)


def test_a_whole_text_taken_is_a_copy_of_share_one():
    (copy,) = trace([wires.article("a", *wires.WIRE), wires.article("b", *wires.WIRE)])
    assert (copy.original, copy.derived, copy.share, copy.coverage) == ("a", "b", 1.0, 1.0)


@given(st.text("ابتثجحخد .\n«»", min_size=1, max_size=60).filter(lambda text: any(map(str.isalpha, text))))
def test_an_identical_text_is_always_a_copy(text: str):
    (copy,) = trace([wires.article("a", text), wires.article("b", text)])
    assert copy.share == 1.0


def test_a_part_taken_has_its_share_of_both():
    short = wires.article("b", *wires.WIRE[:2], *wires.OTHER)
    (copy,) = trace([wires.article("a", *wires.WIRE), short])
    assert 0.4 < copy.share < 0.7
    assert 0.3 < copy.coverage < 0.6


def test_texts_of_their_own_are_no_copies():
    assert trace([wires.article("a", *wires.WIRE), wires.article("b", *wires.OTHER)]) == ()


def test_one_quotation_in_two_reports_is_no_copy():
    one = f"تحدث رئيس لجنة الطرق إلى الصحفيين عقب الجلسة المغلقة وقال {SPOKEN}."
    other = f"وفي مقابلة إذاعية قصيرة صباح الخميس كرر المسؤول البلدي وعوده للأهالي: {SPOKEN}."
    assert trace([wires.article("a", one, *wires.OTHER), wires.article("b", wires.WIRE[4], other)]) == ()


def test_a_quotation_with_the_words_around_it_is_a_copy():
    before = "تحدث رئيس لجنة الطرق إلى الصحفيين عقب الجلسة المغلقة التي امتدت حتى الفجر في مبنى البلدية القديم وقال"
    told = f"{before} {SPOKEN}."
    found = trace([wires.article("a", told, wires.OTHER[0]), wires.article("b", wires.WIRE[4], told)])
    assert len(found) == 1


@given(st.permutations(range(4)))
def test_the_order_of_arrival_changes_nothing(order: list[int]):
    articles = [
        wires.article("a", *wires.WIRE, agency="شفق"),
        wires.article("b", *wires.WIRE[:4]),
        wires.article("c", *wires.WIRE[1:], *wires.OTHER),
        wires.article("d", *wires.OTHER),
    ]
    assert trace([articles[n] for n in order]) == trace(articles)


def test_spans_bring_back_the_words_of_both_texts():
    original, derived = wires.article("a", *wires.WIRE), wires.article("b", *wires.WIRE[:2], *wires.OTHER)
    (copy,) = trace([original, derived])
    kept = [p for p in copy.passages if p.edit == "verbatim"]
    assert [original.text[slice(*p.original)] for p in kept] == list(wires.WIRE[:2])
    assert [derived.text[slice(*p.derived)] for p in kept] == list(wires.WIRE[:2])


def test_nothing_comes_of_nothing():
    assert trace([]) == ()
    assert trace([wires.article("a", "؟"), wires.article("b", "؟")]) == ()


def results(company: str, figures: tuple[str, ...]) -> str:
    """A form of words that a market's announcements are written in."""
    fall, half, quarter, less = figures
    return (
        f"سجل صافي أرباح شركة {company} تراجعا بنسبة {fall} في المئة في النصف الأول من العام الحالي مقارنة بالفترة "
        f"المماثلة من العام السابق وبلغ {half} مليون درهم، وحققت الشركة خلال الربع الثاني ربحا بلغ {quarter} مليون "
        f"درهم بانخفاض نسبته {less} في المئة عن الربع المماثل من العام السابق."
    )


def test_a_form_filled_with_other_figures_is_no_copy():
    one = results("الطواحين للأسمنت", ("12", "340", "95", "7"))
    other = results("السروة للنقل", ("48", "71", "20", "33"))
    assert trace([wires.article("a", one), wires.article("b", other)]) == ()


def test_a_report_of_results_passed_on_with_a_figure_corrected_is_a_copy():
    one = results("الطواحين للأسمنت", ("12", "340", "95", "7"))
    other = results("الطواحين للأسمنت", ("12", "340", "96", "7"))
    assert len(trace([wires.article("a", one), wires.article("b", other)])) == 1


MORE = (
    "وقال رئيس الجمعية إن الموسم تأخر أسبوعين بسبب الرياح التي أبقت المراكب في المرفأ وأضرت بالشباك القديمة.",
    "وتعرض الأسماك في مزاد مفتوح كل صباح أمام المنارة، ويذهب عشر الثمن إلى صندوق يرعى أسر البحارة الغائبين.",
)
GUESTS = (
    "الأمير محمد بن فهد بن سعود والأمير خالد بن سلطان بن عبدالعزيز والأمير تركي بن عبدالله بن محمد والأمير فيصل "
    "بن خالد بن سعود والأمير سعود بن نايف بن فهد والأمير عبدالعزيز بن سطام بن محمد والأمير سلطان بن أحمد بن خالد"
)


def test_the_same_names_with_their_titles_in_two_reports_are_no_copy():
    one = f"وحضر حفل افتتاح الجسر الجديد فوق النهر مساء الأربعاء {GUESTS}."
    other = f"وكان في مقدمة مستقبلي بعثة الصيادين العائدة من السباق {GUESTS}."
    assert trace([wires.article("a", *wires.WIRE, one), wires.article("b", *wires.OTHER, *MORE, other)]) == ()


WEATHER = (
    "توقع مرصد الوادي أن تهب على ساحل رأس اللؤلؤ رياح معتدلة تتحول مساء إلى نشطة بين المنارتين وفي عرض البحر المفتوح.",
    "وأورد المرصد أن حركة الموج ستكون خفيفة في الخليج الصغير ومتوسطة خارجه وأن الرؤية جيدة للقوارب كلها حتى الفجر.",
)
HEADS = ("غبار في حي الطواحين", "ضباب على الجسر", "أمطار قرب السوق", "برد في الميناء", "حر على النهر", "صحو في المدينة")


def test_a_form_that_comes_back_day_after_day_is_no_copy_of_another_days():
    days = [FIRST + timedelta(n) for n in range(6)]
    own = (*wires.WIRE[:2], *wires.OTHER, *wires.OTHER_END)
    more = [tuple(" ".join(w[::-1] + str(n) for w in own[n - k].split()) for k in (1, 2)) for n in range(6)]
    pages = [wires.article(f"d{n}", HEADS[n], *WEATHER, own[n], *more[n], day=days[n]) for n in range(6)]
    assert trace(pages) == ()
    same_day = [wires.article(name, HEADS[0], *WEATHER, own[0], day=FIRST, outlet=name) for name in "ab"]
    assert len(trace(same_day)) == 1


def test_a_report_printed_late_is_a_copy_when_it_is_most_of_the_text():
    late = FIRST + timedelta(6)
    whole = wires.article("a", *wires.WIRE, day=FIRST)
    assert len(trace([whole, wires.article("b", *wires.WIRE[:4], day=late)])) == 1
    assert (
        trace([whole, wires.article("b", wires.WIRE[0], wires.WIRE[3], *wires.OTHER, *wires.OTHER_END, day=late)]) == ()
    )
