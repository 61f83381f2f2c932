import re
from pathlib import Path

import pytest

import riwaya.copies.direction as signs
from riwaya.records import Direction
from riwaya.serve.direction import confidence, reasons

CODES = {code for code in re.findall(r'"([a-z][^"\n]*)"', Path(signs.__file__).read_text("utf-8")) if " " in code}


def test_codes_are_found():
    assert {"agency credit", "captured earlier"} <= CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_reason_that_a_direction_gives_has_arabic_words(code):
    assert not re.search("[a-z]", reasons(Direction(basis=code, confidence=0.5)))


@pytest.mark.parametrize(("chance", "word"), [(0.0, "غير معروف"), (0.2, "محتمل"), (0.5, "مرجّح"), (0.9, "مؤكد")])
def test_how_sure_a_direction_is_in_one_word(chance, word):
    assert confidence(Direction(basis="agency credit", confidence=chance)) == word


def test_a_reason_without_words_stands_as_it_is():
    assert reasons(Direction(basis="agency credit; a new sign", confidence=0.5)).endswith("؛ a new sign")
