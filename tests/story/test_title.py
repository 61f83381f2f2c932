from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import wires
from riwaya.records import ParagraphKind, Role
from riwaya.story.title import cut, keywords, plain, title
from riwaya.story.words import stems

LINES = (Path(__file__).parents[1] / "cases/story/plain.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]
ABOUT = Counter(stems(" ".join((wires.HEADLINE, *wires.WIRE))))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_labels_are_taken_off_a_headline(row: list[str]):
    assert plain(row[0]) == row[1]


def test_the_title_is_the_headline_that_says_most_of_the_story():
    articles = [
        wires.article("a", *wires.WIRE, headline="تطورات جديدة في المدينة"),
        wires.article("b", *wires.WIRE, headline="عاجل: " + wires.HEADLINE),
    ]
    assert title(articles, ABOUT) == wires.HEADLINE


def test_a_plain_headline_goes_before_a_loud_one_of_the_same_words():
    loud = wires.HEADLINE + "!؟"
    articles = [wires.article("a", headline=loud), wires.article("b", headline=wires.HEADLINE)]
    assert title(articles, ABOUT) == wires.HEADLINE


def test_a_card_gives_the_title_only_where_no_article_does():
    card = wires.article("a", headline="مجلس المدينة يقر ميزانية الجسر الجديد فوق نهر السروة", role=Role.TEASER)
    main = wires.article("b", headline="المجلس يقر ميزانية الجسر الجديد")
    assert title([card, main], ABOUT) == main.headline
    assert title([card], ABOUT) == card.headline


def test_without_a_headline_the_first_sentence_is_the_title_cut_at_a_word():
    found = title([wires.article("a", "(وادي الزهر)", *wires.WIRE)], ABOUT)
    assert found.endswith("…")
    assert len(found) <= 91
    assert wires.WIRE[0].startswith(found[:-1])


def test_a_caption_is_no_first_sentence():
    article = wires.article("a", "عمال يحفرون عند الضفة الشرقية للنهر صباح اليوم", wires.OTHER[0])
    caption = article.paragraphs[0]
    article = replace(article, paragraphs=(replace(caption, kind=ParagraphKind.CAPTION), article.paragraphs[1]))
    assert title([article], ABOUT).startswith("افتتحت جمعية الصيادين")


def test_a_short_sentence_is_not_cut():
    assert cut("أقر المجلس الميزانية.") == "أقر المجلس الميزانية"


def test_stated_keywords_come_first_and_the_storys_own_words_fill_up():
    article = wires.article("a", *wires.WIRE, keywords=("جسر السروة", "الميزانية"))
    found = keywords([article], ABOUT, {})
    assert found[:2] == ("جسر السروة", "الميزانية")
    assert 2 < len(found) <= 10
    assert "ميزانية" not in found
    assert len(set(found)) == len(found)


def test_names_come_before_words_and_are_given_in_full():
    article = wires.article("a", *wires.WIRE, "سامر الوادعي")
    found = keywords([article], ABOUT + Counter({"person:x": 1}), {"person:x": "سامر الوادعي"})
    assert found[0] == "سامر الوادعي"
    assert "الوادعي" not in found
