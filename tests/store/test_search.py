"""Words are found through their forms and spellings, fields narrow them, and a snippet shows where they stand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import byhand
from riwaya import records as r
from riwaya.names import key, same
from riwaya.store import CursorError, Speller, Store, Wish, filed

TEXT = "عمال الميناء يعلّقون الإضراب\n" + "كلام كثير قبل الخبر. " * 20 + "\nوقال نديم الصافي إن الأرصفة فُتحت أمام السفن."
PAGE = byhand.capture(TEXT)
SPELLER = Speller(key=key, same=same)


def put(store, capture, *names, said=None, act=r.Act.STATE, **fields):
    reading = byhand.reading(byhand.article(capture, **fields), *names, said=said)
    reading = replace(reading, statements=tuple(replace(one, act=act) for one in reading.statements))
    store.keep([capture])
    store.file([filed(capture.id, [reading], SPELLER)])


@pytest.fixture
def empty(tmp_path):
    with Store.open(tmp_path) as store:
        yield store


@pytest.fixture
def store(empty):
    put(empty, PAGE)
    return empty


def texts(store, asked, **wish):
    return [hit.article.text for hit in store.search(asked, Wish(**wish), SPELLER).found]


@pytest.mark.parametrize(
    "asked",
    [
        "الإضراب",
        "للاضراب",  # another proclitic, no hamza
        "إضـراب",  # tatweel
        "رصيف السفن",  # broken plural by lemma, words apart
        "«نديم الصافي»",  # a phrase
        'نديم "أمام السفن"',
        "طائرة OR الإضراب",
        "الإضراب -طائرة",
        "من الإضراب في",  # words that nearly every article has
        "outlet:الميناء",
        "outlet:«صحيفة الميناء» نديم",
        "on:2031-03",
        "on:2031-03-01..4/3/2031 السفن",
        "-outlet:الوادي",
        "act:غنّى الإضراب",  # no such act: told, and left out
    ],
)
def test_what_is_there_is_found_however_it_is_asked(store, asked):
    assert texts(store, asked) == [TEXT]


@pytest.mark.parametrize(
    "asked",
    [
        "طائرة",
        "«الصافي نديم»",
        "",
        '"',
        "-الإضراب",
        "الإضراب NOT نديم",
        "outlet:الوادي",
        "on:2030 الإضراب",
        "speaker:نديم",  # nobody is quoted
        "headline:x",
        "*",
        "؟!",
    ],
)
def test_what_is_not_there_is_not_found(store, asked):
    assert texts(store, asked) == []


def test_an_article_that_lacks_a_word_comes_after_those_that_hold_all(store):
    put(store, byhand.capture("إضراب الطيارين\nالطائرة في المطار."))
    found = store.search("الإضراب طائرة", speller=SPELLER).found
    assert [(hit.article.headline, hit.whole) for hit in found] == [
        ("إضراب الطيارين", True),
        ("عمال الميناء يعلّقون الإضراب", False),
    ]


def test_another_house_s_spelling_of_a_name_is_found_and_told(empty):
    put(empty, byhand.capture("خطاب في الميناء\nقال سيرغي ترامبوف إن السفن جاهزة."), "سيرغي ترامبوف")
    results = empty.search("سيرجي ترمبوف", speller=SPELLER)
    assert len(results.found) == 1
    assert {(guess.word, guess.instead, guess.used) for guess in results.guesses} == {
        ("سيرجي", "سيرغي", True),
        ("ترمبوف", "ترامبوف", True),
    }
    text = results.found[0].article.text
    assert [text[slice(*hit)] for hit in results.found[0].hits] == ["سيرغي", "ترامبوف"]


def test_a_slip_of_the_pen_has_a_guess(store):
    guesses = store.search("الاضضراب", speller=SPELLER).guesses
    assert "اضراب" in {guess.instead.removeprefix("ال") for guess in guesses}
    assert not any(guess.used for guess in guesses)


def test_speaker_and_act_hold_of_one_statement(empty):
    one, two = (byhand.capture(f"{n}\nقال نديم الصافي إن الجسر مغلق.") for n in "أب")
    put(empty, one, "نديم الصافي", said={"نديم الصافي": "الجسر مغلق"}, act=r.Act.DENY)
    put(empty, two, "نديم الصافي", said={"نديم الصافي": "الجسر مغلق"})
    assert texts(empty, "speaker:الصافي act:نفى") == [one.content.decode()]
    assert len(texts(empty, "speaker:«نديم الصافي»")) == 2
    assert texts(empty, "speaker:نديم -act:deny") == [two.content.decode()]
    assert texts(empty, "speaker:سلمى act:deny") == []


def test_places_and_agencies_are_asked_for(empty):
    page = byhand.capture("خبر\nفتحت فلاديفوستوك ميناءها.")
    article = byhand.article(page, agency="وكالة الوادي", dateline=r.Dateline(place="أنقرة"))
    empty.keep([page])
    empty.file([filed(page.id, [byhand.reading(article)], SPELLER)])
    assert len(texts(empty, "place:أنقره")) == len(texts(empty, "agency:الوادي")) == 1
    assert texts(empty, "place:موسكو") == []


def test_facets_count_what_was_found(empty):
    for number in range(3):
        put(empty, byhand.capture(f"خبر {number}\nفتح الجسر."), outlet="صحيفة الجسر" if number else "صحيفة الوادي")
    facets = empty.search("الجسر", Wish(facets=True), SPELLER).facets
    assert [(f.value, f.count) for f in facets if f.kind == "outlet"] == [("صحيفة الجسر", 2), ("صحيفة الوادي", 1)]
    assert [(f.value, f.count) for f in facets if f.kind == "on"] == [("2031-03", 3)]


def test_the_later_of_two_alike_comes_first(empty):
    for day in (date(2031, 1, 5), date(2031, 1, 9), date(2031, 1, 7)):
        put(empty, byhand.capture(f"فتح الجسر\nفتح الجسر يوم {day.day}."), day=day)
    found = empty.search("الجسر", speller=SPELLER).found
    assert [hit.article.published_at.first.day for hit in found] == [9, 7, 5]


def test_pages_follow_one_another_without_gap_or_double(empty):
    for number in range(23):
        put(empty, byhand.capture(f"فتح الجسر {number}\n" + "كلام عن الجسر. " * (number % 5)))
    whole = texts(empty, "الجسر", limit=50)
    shown, after = [], None
    while True:
        page = empty.search("الجسر", Wish(limit=5, after=after), SPELLER)
        shown += [hit.article.text for hit in page.found]
        after = page.next
        if after is None:
            break
    assert shown == whole
    assert len(whole) == page.total == 23


@pytest.mark.parametrize("cursor", ["", "x", "!!", "WzEsMl0", "W10", "é" * 9, "WzEsMCwiYSIsMCwxXQ", "A" * 4000])
def test_a_cursor_that_no_search_gave_is_refused(store, cursor):
    with pytest.raises(CursorError):
        store.search("الإضراب", Wish(after=cursor))


def test_a_snippet_holds_the_words(store):
    (hit,) = store.search("أرصفة نديم", speller=SPELLER).found
    assert "نديم الصافي إن الأرصفة" in TEXT[slice(*hit.snippet)]
    assert [TEXT[slice(*span)] for span in hit.hits] == ["نديم", "الأرصفة"]


def test_marks_stand_on_the_letters_of_the_page(empty):
    text = "خبر\nقالت الوَزِيرَةُ إنّ الـــجسر فُتِح\u200f."
    put(empty, byhand.capture(text))
    (hit,) = empty.search("وزيرة جسر").found
    assert [text[slice(*span)] for span in hit.hits] == ["الوَزِيرَةُ", "الـــجسر"]


def test_only_the_phrase_is_marked_where_a_phrase_is_asked(store):
    (hit,) = store.search("«أمام السفن»").found
    assert [TEXT[slice(*span)] for span in hit.hits] == ["أمام", "السفن"]
    assert store.search("«قبل الخبر»").found[0].hits


def test_a_snippet_stands_below_the_headline_where_it_can(empty):
    text = "فيضان الوادي\nغمرت المياه الجسر، وامتد الفيضان إلى السوق."
    put(empty, byhand.capture(text))
    (hit,) = empty.search("الوادي").found
    assert [text[slice(*span)] for span in hit.hits] == ["الوادي"]
    assert empty.search("المياه الوادي").found[0].snippet[0] > len("فيضان الوادي")


def test_what_an_older_version_filed_is_put_into_the_search(store):
    with store._writing() as connection:  # noqa: SLF001 - a store as the migration leaves it
        for table in ("search_texts", "search_tags", "search_names", "search_spellings"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
    assert texts(store, "الإضراب outlet:الميناء") == []
    assert store.index(SPELLER) == 1
    assert store.index(SPELLER) == 0
    assert texts(store, "الإضراب outlet:الميناء") == [TEXT]


PIECES = st.sampled_from(
    [
        "«",
        "»",
        '"',
        "-",
        "OR",
        "NOT",
        "speaker:",
        "on:",
        "act:",
        "outlet:",
        "..",
        "2031",
        "الجسر",
        ":",
        "(",
        ")",
        "*",
        "^",
    ]
)


@given(
    asked=st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES).map("".join))
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_string_is_a_question(store, asked):
    results = store.search(asked, Wish(limit=3, facets=True), SPELLER)
    for hit in results.found:
        assert all(hit.snippet[0] <= first < last <= hit.snippet[1] for first, last in hit.hits)
