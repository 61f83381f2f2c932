import pytest

from riwaya.records import Act, Certainty, Speaker, SpeakerKind
from riwaya.serve import signs


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("certainty", Certainty)
def test_every_act_has_a_sign_and_a_word(act, certainty):
    shown = signs.of_act(act, certainty, feminine=True)
    assert shown.word
    assert shown.glyph


def test_what_is_likely_shows_as_likely_whatever_the_verb():
    assert signs.of_act(Act.STATE, Certainty.LIKELY, feminine=True).word == "رجّحت"


def test_a_denial_is_a_denial_however_unsure():
    assert signs.of_act(Act.DENY, Certainty.POSSIBLE, feminine=False).icon == "deny"


def test_one_glyph_has_one_meaning():
    glyphs = [signs.sign(icon).glyph for icon in ("say", "confirm", "deny", "decline", "likely", "warn", "ask", "none")]
    assert len(set(glyphs)) == len(glyphs)


@pytest.mark.parametrize(
    ("name", "she"), [("الحكومة القيروزية", True), ("كوريا الشمالية", True), ("مصر", True), ("ديوان الرئيس", False)]
)
def test_without_a_verb_the_name_tells_the_gender(name, she):
    speaker = Speaker(name=name, surface=name, kind=SpeakerKind.ORGANISATION)
    assert signs.feminine(speaker, []) is she


def test_a_man_whose_name_ends_so_is_a_man():
    speaker = Speaker(name="حمزة العلي", surface="حمزة", role="وزير المال", kind=SpeakerKind.PERSON)
    assert not signs.feminine(speaker, [])
