"""Whole pages in the shapes that pages come in, every word of them invented."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainpage import marked, plain
from riwaya.article import rebuild
from riwaya.errors import Reason, Rejected
from riwaya.records import Article, Basis, BlockKind, Page, ParagraphKind, Role

HEADLINE = "بلدية صدفة تفتح الجسر الشرقي مطلع الشهر المقبل"
LEAD = "أعلنت بلدية صدفة، الثلاثاء، أنها ستفتح الجسر الشرقي أمام السيارات مطلع الشهر المقبل بعد أعمال صيانة دامت عامين."
MORE = (
    "وقالت رئيسة البلدية نجوى السعفان إن الجسر سيبقى مغلقا أمام الشاحنات إلى حين انتهاء الفحوص الفنية.",
    'وأضافت السعفان: "أنفقنا على الجسر أقل مما خصص له، وسنعيد الفائض إلى صندوق المدينة".',
    "وكانت نقابة سائقي الشاحنات قد طالبت بفتح الجسر أمام الجميع، وحذرت من ازدحام على الطريق الساحلي في صدفة.",
)
OTHER = "مزارعو سهل الزعفران يبدؤون حصاد القمح قبل أوانه"
OTHER_TEXT = (
    "بدأ مزارعو سهل الزعفران، السبت، حصاد القمح قبل أسبوعين من موعده بسبب موجة حر غير معتادة ضربت قرى السهل كلها.",
    "وقال رئيس اتحاد المزارعين في السهل عوني الدبور إن المحصول أقل من محصول السنة الفائتة بنحو الربع.",
    "وطلب الاتحاد من وزارة الزراعة أن تؤجل أقساط البذور والأسمدة إلى الموسم التالي.",
)


def read(page: Page) -> tuple[Article, ...]:
    found = rebuild(page)
    assert not isinstance(found, Rejected), found
    return found


def bodies(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


def aggregator(gap: str) -> Page:
    head = f"صحيفة الميناء:\n2024-03-09@08:15:20 GMT{gap}{HEADLINE}{gap}تاريخ النشر: 7th, March 2024 GMT"
    tail = ("المصدر: صحيفة الميناء", "كلمات دلالية: الجسر الشرقی نجوى السعفان", "إقرأ أيضاً:", f"عاجل. {OTHER}")
    notice = "المحررون يعملون على تحرير هذه القصة وستضاف التفاصيل تباعا"
    bar = "انتقل إلى اختصارات الوصول انسخ الرابط"
    lists = ("مقالات مشابهة", "  • سوق السمك ينتقل إلى رصيفه الجديد", "  • أسعار الخبز لن تتغير هذا العام")
    return plain(gap.join((head, HEADLINE, LEAD, *MORE, *tail, *OTHER_TEXT, notice, bar, *lists)))


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_an_aggregators_page_holds_a_main_and_a_read_also_article(gap):
    main, also = read(aggregator(gap))
    assert (main.role, also.role) == (Role.MAIN, Role.READ_ALSO)
    assert (main.headline, also.headline) == (HEADLINE, OTHER)
    assert bodies(main) == [LEAD, *MORE]
    assert bodies(also) == list(OTHER_TEXT)


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_what_an_aggregators_page_states_belongs_to_the_article_it_stands_by(gap):
    main, also = read(aggregator(gap))
    assert main.outlet == "صحيفة الميناء"
    assert main.keywords == ("الجسر الشرقي", "نجوى السعفان")
    assert main.published_at is not None
    assert (main.published_at.value, main.published_at.basis) == ("2024-03-07", Basis.STATED)
    assert main.captured_at == datetime(2024, 3, 9, 8, 15, 20, tzinfo=UTC)
    assert also.outlet is None
    assert also.published_at is None
    assert also.labels == ("breaking", "developing")
    assert also.related_headlines == ("سوق السمك ينتقل إلى رصيفه الجديد", "أسعار الخبز لن تتغير هذا العام")


def test_the_span_of_a_stated_day_is_the_words_that_state_it():
    page = aggregator("\n")
    published = read(page)[0].published_at
    assert published is not None
    assert published.span is not None
    assert page.text[slice(*published.span)] == "7th, March 2024"


def outlets_page(gap: str) -> Page:
    caption, second = "الجسر الشرقي في صدفة قبل إغلاقه", "حصاد القمح في سهل الزعفران (رقيم)"
    title = "نقابة السائقين: سنغلق الطريق الساحلي إذا بقي الجسر مغلقا"
    first = "حذرت نقابة سائقي الشاحنات في صدفة، الاثنين، من أنها ستغلق الطريق الساحلي إذا بقي الجسر الشرقي مغلقا."
    card = f"لافتة على الجسر\n{title}\n{first}"
    lines = (f"{caption}\n{caption}", LEAD, MORE[0], card, *MORE[1:], f"{second}\n{second}", *OTHER_TEXT)
    return plain(gap.join(lines))


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_an_outlets_page_holds_a_card_and_an_appended_article(gap):
    main, card, appended = read(outlets_page(gap))
    assert [a.role for a in (main, card, appended)] == [Role.MAIN, Role.TEASER, Role.APPENDED]
    assert bodies(main) == [LEAD, *MORE]
    assert card.headline == "نقابة السائقين: سنغلق الطريق الساحلي إذا بقي الجسر مغلقا"
    assert len(bodies(card)) == 1
    assert bodies(appended) == list(OTHER_TEXT)


def test_captions_said_twice_are_kept_once_with_their_credit():
    main, card, appended = read(outlets_page("\n\n"))
    captions = [[(p.text, p.credit) for p in a.paragraphs if p.kind is ParagraphKind.CAPTION] for a in (main, card)]
    assert captions == [[("الجسر الشرقي في صدفة قبل إغلاقه", None)], [("لافتة على الجسر", None)]]
    assert [p.credit for p in appended.paragraphs if p.kind is ParagraphKind.CAPTION] == ["رقيم"]


def test_a_wire_in_a_newspaper_is_joined_where_it_was_torn():
    torn = ("وأضافت «لدينا خطة تشمل فتح الجسر أمام الشاحنات الصغيرة مطلع العام في", "«المدينة القديمة")
    unstopped = [text.rstrip(".") for text in (LEAD, MORE[0], MORE[2])]
    page = plain("\n\n\n".join((HEADLINE, "(صدفة (أ ف ب", *unstopped[:2], *torn, unstopped[2])))
    (article,) = read(page)
    assert (article.headline, article.agency) == (HEADLINE, "AFP")
    assert article.dateline is not None
    assert article.dateline.place == "صدفة"
    assert bodies(article) == [*unstopped[:2], " ".join(torn), unstopped[2]]


def test_a_subheading_is_no_other_article():
    (article,) = read(plain("\n\n".join((HEADLINE, LEAD, MORE[0], "مطالب السائقين", *MORE[1:]))))
    kinds = [p.kind for p in article.paragraphs]
    assert kinds.count(ParagraphKind.SUBHEADING) == 1
    assert bodies(article) == [LEAD, *MORE]


def test_headlines_of_a_box_in_mid_text_are_related_and_the_text_goes_on():
    box = ("أخبار ذات صلة", "مهندسون يفحصون جسور البلاد كلها", OTHER)
    (article,) = read(plain("\n\n".join((HEADLINE, LEAD, MORE[0], *box, *MORE[1:]))))
    assert article.related_headlines == box[1:]
    assert bodies(article) == [LEAD, *MORE]


def test_a_summary_is_told_by_the_advertisement_after_it():
    summary = "يبقى الجسر مغلقا أمام الشاحنات حتى تنتهي الفحوص الفنية."
    lead = "أعلنت بلدية صدفة، الثلاثاء، أن الجسر الشرقي سيفتح أمام السيارات مطلع الشهر المقبل بعد صيانة دامت عامين."
    (article,) = read(plain("\n\n".join((HEADLINE, f"{summary} اعلان", lead, *MORE))))
    assert article.summary == f"{summary} اعلان"
    assert bodies(article) == [lead, *MORE]


def test_a_page_of_headlines_is_no_article():
    page = plain(f"الرئيسية\nأخبار\n{HEADLINE}\n{OTHER}\nسوق السمك ينتقل إلى رصيفه الجديد\nاتصل بنا")
    found = rebuild(page)
    assert isinstance(found, Rejected)
    assert found.reason is Reason.NO_ARTICLE
    assert "running text" in found.detail


def test_a_row_of_a_file_stays_one_article():
    headline = "أوراق متفرقة"
    text = "\n".join((headline, LEAD, *MORE, "من السهل", *OTHER_TEXT))
    (article,) = read(plain(text, headline=headline, byline="صدفة: ريما الخطيب", outlet="صحيفة الميناء"))
    assert article.headline == headline
    assert bodies(article) == [LEAD, *MORE, *OTHER_TEXT]
    assert article.byline == "ريما الخطيب"


def test_markup_decides_where_it_speaks():
    page = marked(
        (BlockKind.HEADING, HEADLINE, 1),
        (BlockKind.CAPTION, "الجسر الشرقي ليلا"),
        (BlockKind.TEXT, LEAD),
        (BlockKind.HEADING, "مطالب السائقين", 2),
        *((BlockKind.TEXT, text) for text in MORE),
        (BlockKind.LINK, "سوق السمك ينتقل إلى رصيفه الجديد"),
        headline=HEADLINE,
        outlet="CNN بالعربية",
        published_at="2026-03-12T09:30:00+02:00",
    )
    (article,) = read(page)
    assert [p.kind.value for p in article.paragraphs] == ["caption", "body", "subheading", "body", "body", "body"]
    assert article.related_headlines == ("سوق السمك ينتقل إلى رصيفه الجديد",)
    assert article.published_at is not None
    assert article.published_at.value == "2026-03-12T09:30:00+02:00"


def test_a_source_that_is_an_agency_is_no_outlet():
    page = plain("\n".join((HEADLINE, LEAD, *MORE, "المصدر: الجزيرة + وكالات + رويترز")))
    (article,) = read(page)
    assert (article.outlet, article.agency) == ("الجزيرة", "Reuters")


def test_the_outlet_of_an_address_is_its_declared_name():
    page = plain("\n".join((HEADLINE, LEAD, *MORE)), url="http://www.alriyadh.com/2015/07/20/1067696")
    (article,) = read(page)
    assert article.outlet == "الرياض"
    assert article.published_at is not None
    assert article.published_at.value == "2015-07-20"


LINES = (
    HEADLINE,
    LEAD,
    *MORE,
    OTHER,
    *OTHER_TEXT,
    "",
    "اعلان",
    "المصدر: رويترز",
    "إقرأ أيضاً:",
    "«المدينة القديمة",
    "2024",
)


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["\n", "\n\n", " \u200f\n\t"]))
def test_every_letter_of_every_article_stands_on_the_page(chosen, gap):
    page = plain(gap.join(chosen))
    found = rebuild(page)
    for article in () if isinstance(found, Rejected) else found:
        for piece in article.pieces:
            size = piece.end - piece.start
            assert article.text[piece.start : piece.end] == page.text[piece.page_start : piece.page_start + size]
        for paragraph in article.paragraphs:
            assert article.text[slice(*paragraph.span)] == paragraph.text
        covered = sum(piece.end - piece.start for piece in article.pieces)
        assert covered >= len(article.text.replace("\n", "").replace(" ", ""))


@given(st.text(alphabet='ابتةوين «»".:()-–\n\u200f12aA،', max_size=300))
def test_nothing_the_world_sends_raises(text):
    found = rebuild(plain(text))
    assert isinstance(found, Rejected) or all(article.text for article in found)


def test_a_short_lead_under_a_dateline_is_text_where_pages_have_no_full_stops():
    lead = "تفتح بلدية صدفة الجسر الشرقي أمام السيارات مطلع الشهر المقبل"
    (article,) = read(plain("\n\n".join((HEADLINE, "صدفة - أ ف ب", lead, *(text.rstrip('."') for text in MORE)))))
    assert article.headline == HEADLINE
    assert bodies(article)[0] == lead


def test_a_page_that_states_only_its_last_change_is_of_that_day():
    page = plain("\n\n".join((HEADLINE, "آخر تحديث: 10 مارس 2026 الساعة 21:15", LEAD, *MORE)))
    (article,) = read(page)
    assert article.published_at is not None
    assert article.published_at.first == date(2026, 3, 10)
    assert "last change" in article.published_at.why
