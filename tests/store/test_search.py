"""Words are found through their forms, and a snippet shows where."""

import pytest

import byhand
from riwaya.store import Store, filed
from riwaya.store.search import found, question

TEXT = "عمال الميناء يعلّقون الإضراب\n" + "كلام كثير قبل الخبر. " * 20 + "\nوقال نديم الصافي إن الأرصفة فُتحت أمام السفن."
PAGE = byhand.capture(TEXT)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path) as store:
        store.keep([PAGE])
        store.file([filed(PAGE.id, [byhand.reading(byhand.article(PAGE))])])
        yield store


@pytest.mark.parametrize(
    "asked",
    [
        "الإضراب",
        "للاضراب",  # another proclitic, no hamza
        "إضـراب",  # tatweel
        "رصيف السفن",  # broken plural by lemma, words apart
        "«نديم الصافي»",  # a phrase
        'نديم "أمام السفن"',
    ],
)
def test_forms_of_a_word_are_found(store, asked):
    assert [hit.article.text for hit in store.search(asked)] == [TEXT]


@pytest.mark.parametrize("asked", ["طائرة", "«الصافي نديم»", "الإضراب طائرة", "", '"', "AND", "headline:x", "*", "؟!"])
def test_what_is_not_there_is_not_found(store, asked):
    assert store.search(asked) == []


def test_a_snippet_holds_the_words():
    hit = found(byhand.article(PAGE), "أرصفة نديم")
    assert "نديم الصافي إن الأرصفة" in TEXT[slice(*hit.snippet)]
    assert [TEXT[slice(*span)] for span in hit.hits] == ["نديم", "الأرصفة"]


def test_a_snippet_stands_below_the_headline_where_it_can():
    text = "فيضان الوادي\nغمرت المياه الجسر، وامتد الفيضان إلى السوق."
    article = byhand.article(byhand.capture(text))
    assert [text[slice(*span)] for span in found(article, "الوادي").hits] == ["الوادي"]
    assert found(article, "المياه الوادي").snippet[0] > len("فيضان الوادي")


def test_an_operator_is_a_word_like_any_other():
    assert question("NOT x OR") == '"not" "x" "or"'
