import pytest

from riwaya.language.letters import fold
from riwaya.statements.verbs import Gender, Number, Tense, forms

CASES = [
    ("قالت", "قال", Tense.PAST, Gender.F, Number.SINGLE),
    ("يقولون", "قال", Tense.PRESENT, Gender.M, Number.PLURAL),
    ("نفت", "نفى", Tense.PAST, Gender.F, Number.SINGLE),
    ("نفوا", "نفى", Tense.PAST, Gender.M, Number.PLURAL),
    ("ينف", "نفى", Tense.SHORT, Gender.M, Number.SINGLE),
    ("دعوا", "دعا", Tense.PAST, Gender.M, Number.PLURAL),
    ("يشر", "أشار", Tense.SHORT, Gender.M, Number.SINGLE),
    ("مؤكدة", "أكد", Tense.PARTICIPLE, Gender.F, Number.SINGLE),
    ("لافتين", "لفت", Tense.PARTICIPLE, Gender.M, Number.PLURAL),
    ("داعيا", "دعا", Tense.PARTICIPLE, Gender.M, Number.SINGLE),
    ("نفاه", "نفى", Tense.WITH_OBJECT, Gender.M, Number.SINGLE),
    ("أكدته", "أكد", Tense.WITH_OBJECT, Gender.F, Number.SINGLE),
]


@pytest.mark.parametrize(("written", "lemma", "tense", "gender", "number"), CASES)
def test_a_form_is_known_for_what_it_is(written, lemma, tense, gender, number):
    form = forms()[fold(written)]
    assert (form.verb.lemma, form.tense, form.gender, form.number) == (lemma, tense, gender, number)


def test_the_table_holds_two_hundred_verbs():
    assert len({form.verb.lemma for form in forms().values()}) >= 200
