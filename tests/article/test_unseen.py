"""Shapes met on pages of sites that no rule was made for; the texts are composed."""

import pytest

from plainpage import plain
from riwaya.article import cascade, rebuild
from riwaya.records import Article, ParagraphKind, Role

HEADLINE = "بلدية صدفة تفتح الجسر الشرقي أمام السيارات مطلع الشهر المقبل"
LEAD = "أعلنت بلدية صدفة، الثلاثاء، أنها ستفتح الجسر الشرقي أمام السيارات مطلع الشهر المقبل بعد أعمال صيانة دامت عامين."
MORE = "وقالت رئيسة البلدية نجوى السعفان إن الجسر سيبقى مغلقا أمام الشاحنات إلى حين انتهاء الفحوص الفنية."
LAST = "وكان الجسر قد أغلق قبل عامين بعد ظهور تشققات في دعامته الوسطى خلال موسم الفيضان."
OTHER = "نجح فريق طبي في مستشفى الزعفران في زراعة كبد لطفل عمره عامان بعد عملية استمرت عشر ساعات متواصلة."
OTHER_MORE = "وأوضح كبير الجراحين أن المتبرع هو والد الطفل، وأن حالتهما مستقرة ويخضعان للمراقبة في العناية المركزة."


def read(*texts: str) -> tuple[Article, ...]:
    found = rebuild(plain("\n".join(texts)))
    assert isinstance(found, tuple)
    return found


def kinds(article: Article) -> list[tuple[ParagraphKind, str]]:
    return [(p.kind, p.text) for p in article.paragraphs]


def bodies(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]


def test_the_points_of_a_menu_are_no_headline_though_said_again_and_again():
    menu = ["  • خطة توسعة الميناء القديم", "  • حصاد العام", "", "خطة توسعة الميناء القديم", "", "حصاد العام", ""]
    (article,) = read(*menu, HEADLINE, "", LEAD, "", HEADLINE, "", MORE, "", LAST)
    assert article.headline == HEADLINE
    assert kinds(article) == [(ParagraphKind.BODY, text) for text in (LEAD, MORE, LAST)]


def test_a_masthead_is_no_headline():
    (article,) = read("رئيس التحرير سالم العود رئيس مجلس الإدارة ناجي العود", "", HEADLINE, "", LEAD, "", MORE)
    assert article.headline == HEADLINE


def test_a_line_that_says_one_name_three_times_is_a_menu():
    (article,) = read("قناة الموجة الموجة سبورت الموجة جامعات أخرى", "", HEADLINE, "", LEAD, "", MORE)
    assert article.headline == HEADLINE


def test_headlines_of_other_texts_run_above_one_that_has_none():
    ticker = [
        "توقعات الطقس اليوم: أمطار رعدية على المرتفعات",
        "الذهب يصعد مع تصاعد الطلب العالمي",
        "ضبط مخالفين لأنظمة الصيد في الخليج",
        "انتخاب رئيسة جديدة لنقابة المحامين",
        "افتتاح معرض الكتاب في دورته العاشرة",
    ]
    (article,) = read(*ticker, LEAD, MORE, LAST)
    assert article.headline is None
    assert kinds(article) == [(ParagraphKind.BODY, text) for text in (LEAD, MORE, LAST)]


@pytest.mark.parametrize(
    ("name", "byline"),
    [("سالم بن حمد العود", "سالم بن حمد العود"), ("نجوى السعفان", None)],  # of the second the text speaks
)
def test_a_name_alone_above_a_text_is_its_writer_unless_the_text_speaks_of_it(name, byline):
    (article,) = read(HEADLINE, "", name, "", LEAD, "", MORE, "", LAST)
    assert article.byline == byline
    assert ((ParagraphKind.CAPTION, name) in kinds(article)) == (byline is None)


def test_short_points_between_headline_and_text_are_keywords():
    (article,) = read(HEADLINE, "- بلدية صدفة", "- الجسر الشرقي", "- السيارات", LEAD, MORE, LAST)
    assert article.keywords == ("بلدية صدفة", "الجسر الشرقي", "السيارات")
    assert bodies(article) == [LEAD, MORE, LAST]


def test_a_paragraph_broken_at_its_links_is_running_text():
    torn = ["وقالت رئيسة", "بلدية صدفة", "، نجوى السعفان، إن الجسر سيبقى مغلقا أمام الشاحنات."]
    (article,) = read(HEADLINE, LEAD, *torn, LAST)
    assert {kind for kind, _ in kinds(article)} == {ParagraphKind.BODY}
    assert "رئيسة" in " ".join(bodies(article))
    assert "بلدية صدفة" in " ".join(bodies(article)[1:])


def test_a_bullets_sign_on_its_own_line_belongs_to_the_next():
    below = [
        "مواضيع ذات صلة",
        "-",
        "ارتفاع أسعار الذهب عالميا مع تراجع الدولار",
        "-",
        "انتخاب رئيسة لنقابة المحامين في صدفة",
    ]
    (article,) = read(HEADLINE, "", LEAD, "", MORE, "", *below)
    assert article.related_headlines == (below[2], below[4])


def test_a_list_made_for_screen_readers_is_parted_into_its_headlines():
    run = "اقرأ أيضا list of 2 itemslist 1 of 2ارتفاع أسعار الذهب عالمياlist 2 of 2انتخاب رئيسة للنقابةend of list"
    (article,) = read("الجزيرة:", HEADLINE, "", LEAD, "", run, "", MORE, "", LAST)
    assert article.related_headlines == ("ارتفاع أسعار الذهب عالميا", "انتخاب رئيسة للنقابة")


def test_a_second_text_under_a_read_also_mark_is_one_more_to_read():
    second = [
        "15/3/2024",
        "ارتفاع أسعار القمح في أسواق الشمال",
        "ارتفعت أسعار القمح في أسواق الشمال بعد موسم ضعيف الأمطار وفق نقابة المزارعين.",
    ]
    found = read(
        HEADLINE, LEAD, MORE, "المصدر: وكالات", "إقرأ أيضاً:", "زراعة كبد لطفل عمره عامان", OTHER, OTHER_MORE, *second
    )
    assert [article.role for article in found] == [Role.MAIN, Role.READ_ALSO, Role.READ_ALSO]


def test_a_short_title_alone_opens_no_other_article():
    found = read(LEAD, "", MORE, "", "نجاح في المستشفى", "", OTHER, "", OTHER_MORE)
    assert len(found) == 1


def test_the_other_copy_of_a_caption_opens_no_card():
    caption = "أفراد الفريق الطبي داخل غرفة العمليات (رويترز)"
    above = [LEAD, "", MORE, "", LAST, "", caption, caption, "", "نجاح زراعة كبد لطفل عمره عامان", ""]
    page = plain("\n".join([*above, OTHER, "", OTHER_MORE]))
    assert [text.role for text in cascade.run(page)] == [Role.MAIN, Role.APPENDED]


def test_a_date_that_says_it_is_the_publications_comes_before_a_bare_one():
    (article,) = read(HEADLINE, "24 نوفمبر 2025 11:46 ص", "نشرت في 3 أبريل 2015 09:13 ص", LEAD, MORE, LAST)
    assert article.published_at is not None
    assert article.published_at.value.startswith("2015-04-03")


def test_a_line_of_both_dates_is_no_paragraph():
    (article,) = read(
        HEADLINE, "نشر في: السبت 9 سبتمبر 2017 - 9:00 م | آخر تحديث: السبت 9 سبتمبر 2017 - 9:00 م", LEAD, MORE
    )
    assert bodies(article) == [LEAD, MORE]


def test_the_source_beside_the_date_is_read():
    (article,) = read(HEADLINE, "آخر تحديث 2022-06-05 00:00:00 - المصدر: الحرة", LEAD, MORE)
    assert article.outlet == "الحرة"


def test_a_notice_on_comments_makes_no_opinion():
    (article,) = read(HEADLINE, LEAD, MORE, "التعليقات", "التعليقات لا تعبر بالضرورة عن رأي الموقع")
    assert "opinion" not in article.labels


def test_a_photographs_longer_text_under_its_shorter_one_is_a_caption():
    kicker = "الجسر الشرقي يعود للعمل"
    (article,) = read(
        HEADLINE, "", kicker, f"{kicker} بعد عامين من أعمال الصيانة في بلدية صدفة", "", LEAD, "", MORE, "", LAST
    )
    assert article.headline == HEADLINE
    assert article.summary is None


@pytest.mark.parametrize("head", ["صدى الجسر الإخباري - ", "أخبار صدفة – "])
def test_an_outlet_nobody_declared_is_told_at_the_head_of_the_text(head):
    (article,) = read(HEADLINE, head + LEAD, MORE)
    assert article.outlet == head.strip(" -–")
