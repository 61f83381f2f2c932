from datetime import date

from riwaya.records import DateMention, When
from riwaya.statements import find
from sayings import article


def _day(page, words, day):
    start = page.text.index(words)
    when = When(value=day.isoformat(), first=day, last=day)
    return DateMention(
        article=page.id, span=(start, start + len(words)), text=words, value=when, anchor=day, rule="test"
    )


def test_the_day_of_saying_stands_beside_the_verb_and_not_in_what_is_said():
    page = article("قال الوزير سعيد باهر، الثلاثاء، إن العمل سيبدأ يوم الجمعة.")
    dates = (_day(page, "الثلاثاء", date(2031, 5, 6)), _day(page, "يوم الجمعة", date(2031, 5, 9)))
    statement = find(page, (), dates)[0]
    assert statement.said_on is not None
    assert statement.said_on.value == "2031-05-06"
    assert statement.spans.said_on == dates[0].span


def test_who_goes_on_speaking_speaks_on_the_same_day():
    page = article("قال الوزير سعيد باهر، الثلاثاء، إن العمل سيبدأ.", "وأضاف أن المال جاهز.")
    statements = find(page, (), (_day(page, "الثلاثاء", date(2031, 5, 6)),))
    assert [s.said_on.value for s in statements if s.said_on] == ["2031-05-06", "2031-05-06"]


def test_a_day_within_the_words_is_no_day_of_saying():
    page = article("قال الوزير سعيد باهر إن العمل سيبدأ يوم الجمعة.")
    assert find(page, (), (_day(page, "يوم الجمعة", date(2031, 5, 9)),))[0].said_on is None


def test_the_article_is_given_back_to_those_addressed():
    assert find(article("قال الوزير للصحفيين إن العمل بدأ."), (), ())[0].addressee == "الصحفيين"
