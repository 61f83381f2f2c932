from datetime import date

import numpy as np

import wires
from riwaya.records import DateMention, NameKind, Precision, When
from riwaya.story.index import Vocabulary
from riwaya.story.sketch import Sort, sketch
from riwaya.story.words import stems


def weights(articles, mentions=(), dates=(), place: int = 0) -> dict[str, float]:
    words = Vocabulary()
    sketches = [sketch(article, mentions, dates) for article in articles]
    for one in sketches:
        words.learn(one.features)
    return words.about(sketches[place])


def test_particles_and_reporting_verbs_are_no_features():
    assert stems("وقال المتحدث إن الجسر قد أغلق يوم الثلاثاء") == stems("الجسر أغلق")


def test_an_entity_that_a_feed_left_undecoded_is_no_word():
    assert stems("&#8220;الجسر&#8221; &quot;الجديد&quot;") == stems("الجسر الجديد")


def test_forms_of_a_word_are_one_feature():
    assert set(stems("الميزانية")) == set(stems("وميزانية"))


def test_every_article_is_of_unit_length():
    words = Vocabulary()
    sketches = [sketch(wires.article(n, *text), (), ()) for n, text in (("a", wires.WIRE), ("b", wires.OTHER))]
    for one in sketches:
        words.learn(one.features)
    assert np.allclose([np.linalg.norm(words.row(one).whole) for one in sketches], 1.0)


def test_a_word_of_every_article_weighs_less_than_one_of_few():
    rare, shared = stems("اليقطين القنطرة")
    articles = [wires.article(str(n), wires.OTHER[n % 2], "القنطرة", "اليقطين" if n == 0 else "") for n in range(5)]
    found = weights(articles)
    assert found[shared] < found[rare]


def test_a_news_word_weighs_less_than_a_rare_one_though_each_stands_once():
    found = weights([wires.article("a", "الحكومة اليقطين")])
    assert found[stems("الحكومة")[0]] < found[stems("اليقطين")[0]]


def test_people_and_single_days_are_features_and_months_are_none():
    article = wires.article("a", *wires.WIRE, "سامر الوادعي يوم الجمعة")
    day = date(2031, 5, 16)
    said = DateMention(
        article="a", span=(0, 1), text="الجمعة", value=When(first=day, last=day), anchor=day, rule="weekday"
    )
    month = DateMention(
        article="a",
        span=(0, 1),
        text="مايو",
        value=When(first=date(2031, 5, 1), last=date(2031, 5, 31), precision=Precision.MONTH),
        anchor=day,
        rule="month",
    )
    found = sketch(article, [wires.mention(article, "سامر الوادعي")], [said, month]).features
    assert [key for sort, key in found if sort is Sort.DAY] == ["2031-05-16"]
    assert (Sort.PERSON, f"{NameKind.PERSON}:سامر الوادعي") in found


def test_an_article_without_words_has_no_features():
    assert weights([wires.article("a", "؟"), wires.article("b", *wires.WIRE)]) == {}
