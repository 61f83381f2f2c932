import pytest

from riwaya.language.letters import fold
from riwaya.statements.nouns import HeadKind, head, is_masdar

HEADS = [
    ("المتحدثة", HeadKind.ROLE, False, True),
    ("مسؤولون", HeadKind.ROLE, True, False),
    ("مسؤولو", HeadKind.ROLE, True, False),
    ("الوكالة", HeadKind.MEDIA, False, True),
    ("وزارة", HeadKind.ORG, False, False),
    ("مصادر", HeadKind.SOURCE, True, False),
    ("بيان", HeadKind.DOCUMENT, False, False),
    ("الدول", HeadKind.GROUP, True, True),
]


@pytest.mark.parametrize(("word", "kind", "plural", "definite"), HEADS)
def test_a_head_noun_is_told_in_all_its_forms(word, kind, plural, definite):
    found = head(fold(word))
    assert found is not None
    assert (found.kind, found.plural, found.definite) == (kind, plural, definite)


@pytest.mark.parametrize("word", ["استخباراتي", "طاولة", "يكتب"])
def test_what_heads_no_speaker_is_none(word):
    assert head(fold(word)) is None


@pytest.mark.parametrize("word", ["تأكيد", "إرسال", "انخفاض", "استقبال", "مشاركة", "وفاة", "دعمه", "التدخل"])
def test_a_verbal_noun_is_told_by_its_shape_or_the_list(word):
    assert is_masdar(fold(word))


@pytest.mark.parametrize("word", ["إيران", "وزير", "كتاب", "الشركة"])
def test_other_nouns_are_not_verbal(word):
    assert not is_masdar(fold(word))
