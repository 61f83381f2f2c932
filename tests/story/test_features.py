from datetime import date

import numpy as np

import wires
from riwaya.records import DateMention, NameKind, Precision, When
from riwaya.story.features import Material, stems, vectors

NONE = Material({}, {})


def weights(articles, material=NONE, place: int = 0) -> dict[str, float]:
    found = vectors(articles, material)
    ids, values = found.row(place)
    return {found.names[number]: float(value) for number, value in zip(ids, values, strict=True)}


def test_particles_and_reporting_verbs_are_no_features():
    assert stems("وقال المتحدث إن الجسر قد أغلق يوم الثلاثاء") == stems("الجسر أغلق")


def test_forms_of_a_word_are_one_feature():
    assert set(stems("الميزانية")) == set(stems("وميزانية"))


def test_every_article_is_of_unit_length():
    articles = [wires.article("a", *wires.WIRE), wires.article("b", *wires.OTHER)]
    found = vectors(articles, NONE)
    assert np.allclose([np.linalg.norm(found.row(n)[1]) for n in range(2)], 1.0)


def test_a_word_of_every_article_weighs_less_than_one_of_few():
    rare, shared = stems("اليقطين القنطرة")
    articles = [wires.article(str(n), wires.OTHER[n % 2], "القنطرة", "اليقطين" if n == 0 else "") for n in range(5)]
    found = weights(articles)
    assert found[shared] < found[rare]


def test_a_news_word_weighs_less_than_a_rare_one_though_each_stands_once():
    found = weights([wires.article("a", "الحكومة اليقطين")])
    assert found[stems("الحكومة")[0]] < found[stems("اليقطين")[0]]


def test_people_and_days_are_features():
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
    found = weights([article], Material({"a": [wires.mention(article, "سامر الوادعي")]}, {"a": [said, month]}))
    assert "day:2031-05-16" in found
    assert f"{NameKind.PERSON}:سامر الوادعي" in found
    assert sum(name.startswith("day:") for name in found) == 1


def test_an_article_without_words_has_no_features():
    assert weights([wires.article("a", "؟"), wires.article("b", *wires.WIRE)]) == {}
