"""The question as it is typed, read: every string is one, and what is too much for one is told."""

import pytest

from riwaya.store.search.query import ITEMS, LETTERS, parse, span


def shown(asked):
    """Groups in short: +a|b for wanted, -a for not, "a b" for a phrase, kind:value for a field."""
    query = parse(asked)
    found = []
    for group in (*query.words, *query.fields):
        members = [
            f"{one.kind}:{one.value}"
            if hasattr(one, "kind")
            else (" ".join(one.parts))
            if not one.phrase
            else f'"{" ".join(one.parts)}"'
            for one in group.any_of
        ]
        found.append(("+" if group.wanted else "-") + "|".join(members))
    return found


@pytest.mark.parametrize(
    ("asked", "groups"),
    [
        ("جسر ميناء", ["+جسر", "+ميناء"]),
        ("جسر OR ميناء OR رصيف", ["+جسر|ميناء|رصيف"]),
        ("جسر | ميناء", ["+جسر|ميناء"]),
        ("OR جسر OR", ["+جسر"]),
        ("جسر -ميناء", ["+جسر", "-ميناء"]),
        ("جسر NOT ميناء", ["+جسر", "-ميناء"]),
        ('-"فتح الجسر" خبر', ['-"فتح الجسر"', "+خبر"]),
        ("«فتح الجسر", ['+"فتح الجسر"']),
        ("جونغ-أون", ["+جونغ اون"]),
        ("speaker:«نديم الصافي» جسر", ["+جسر", "+speaker:نديم الصافي"]),
        ("قائل:نديم", ["+speaker:نديم"]),
        ("-منبر:الوادي", ["-outlet:الوادي"]),
        ("act:deny OR act:أكّد", ["+act:deny|act:confirm"]),
        ("جسر OR act:deny", ["+جسر", "+act:deny"]),
        ("unknown:جسر", ["+unknown جسر"]),
        ("speaker:", ["+speaker"]),
        ("http://example.org/x", ["+http example org x"]),
        ("في من", ["+في", "+من"]),
        ("في الجسر", ["+الجسر"]),
        ("-", []),
        ("", []),
    ],
)
def test_a_question_is_read(asked, groups):
    assert shown(asked) == groups


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("٢٠٣١-٠٣-٠٤", ("2031-03-04", "2031-03-04")),
        ("4/3/2031", ("2031-03-04", "2031-03-04")),
        ("2031-03..2031-05-09", ("2031-03-01", "2031-05-09")),
        ("..2031", ("0001-01-01", "2031-12-31")),
        ("2031..", ("2031-01-01", "9999-12-31")),
        ("2031..2030", None),
        ("..", None),
        ("2031-02-30", None),
        ("0000", None),
        ("أمس", None),
        ("", None),
    ],
)
def test_days_are_read(value, days):
    assert span(value) == days


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ("ج" * (LETTERS + 1), "long"),
        ("جسر " * (ITEMS + 5), "many"),
        ("on:أمس", "on:أمس"),
        ("act:غنى", "act:غنى"),
        ("جسر OR act:deny", "or"),
    ],
)
def test_what_was_left_out_is_told(asked, note):
    assert note in parse(asked).notes


@pytest.mark.parametrize(
    "asked",
    [
        '"' * 100_000,
        "«" * 100_000,
        "speaker:" * 50_000,
        "-" * 100_000,
        "a:" * 50_000,
        "OR " * 50_000,
        "\0" * 9_999,
        "(" * 100_000,
    ],
)
def test_no_question_is_too_much(asked):
    query = parse(asked)
    assert len(query.words) + len(query.fields) <= ITEMS
