"""The names table is for spellings: neither short forms nor descriptions are one."""

import pytest

from riwaya.records import Name, NameKind, Spelling
from riwaya.serve.spellings import variants


def spelt(kind, *forms):
    found = tuple(Spelling(spelling=form, outlets=("الضحى",), count=1) for form in forms)
    return [
        one.spelling for one in variants(Name(entity="x", canonical=forms[0], kind=kind, roles=(), spellings=found))
    ]


@pytest.mark.parametrize(
    ("kind", "forms", "kept"),
    [
        (NameKind.PERSON, ["سيلفا لورين", "لورين", "سيلفا لوران"], ["سيلفا لورين", "سيلفا لوران"]),
        (NameKind.PERSON, ["مين هو-سونغ", "هو سونغ", "مين هو سونغ"], ["مين هو-سونغ", "مين هو سونغ"]),
        (NameKind.ORGANISATION, ["نداء", "الوكالة", "الوكالة الرسمية"], ["نداء"]),
        (NameKind.ORGANISATION, ["الصحيفة"], ["الصحيفة"]),
        (NameKind.ORGANISATION, ["مجلس البحر الأعلى", "مجلس البحر"], ["مجلس البحر الأعلى"]),
    ],
)
def test_what_counts_as_a_spelling(kind, forms, kept):
    assert spelt(kind, *forms) == kept
