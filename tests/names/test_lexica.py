from collections import Counter

import pytest

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.names import lexica
from riwaya.records import NameKind

TABLES = ("given", "family", "countries", "places", "organisations", "heads", "roles", "words", "costs")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_names_its_source(table: str):
    assert lexicon.rows("riwaya.names", f"{table}.tsv")


@pytest.mark.parametrize("table", ["countries", "organisations", "heads", "roles", "words", "costs"])
def test_no_table_says_one_thing_twice(table: str):
    counts = Counter(fold(row[0]) for row in lexicon.rows("riwaya.names", f"{table}.tsv"))
    assert not [word for word, count in counts.items() if count > 1]


@pytest.mark.parametrize(
    ("word", "country"),
    [("روسيه", "روسيا"), ("سعوديون", "السعودية"), ("اتراك", "تركيا"), ("امريكي", "الولايات المتحدة")],
)
def test_a_nationality_in_any_form_leads_to_its_country(word: str, country: str):
    assert lexica.nisbas()[word] == country


def test_one_spelling_may_be_a_place_and_a_body():
    kinds = {entry.kind for words, entry in lexica.phrases()["برشلونه"] if len(words) == 1}
    assert kinds == {NameKind.PLACE, NameKind.ORGANISATION}


def test_a_particle_that_is_a_name_too_does_not_end_names():
    assert fold("علي") not in lexica.ends()
    assert fold("إلى") in lexica.ends()


def test_an_article_is_told_from_the_letters_of_a_name():
    assert fold("ألبرت") in lexica.name_words().known
    assert fold("حريري") in lexica.name_words().known
