"""The ledger's yardstick, on a row and labels of our own."""

import gzip
import json
from pathlib import Path

import pytest

from riwaya.errors import RiwayaError
from riwaya.measure import gold, ledger
from riwaya.records import Act, Certainty, SpeakerKind, StatementKind

TITLE = "وزارة الري: منسوب النهر يرتفع"
CONTENT = (
    "قال وزير الري سعيد باهر الأحد إن السد آمن تماما.\n\n وأضاف: «لن نرفع الأسعار هذا العام».  "
    "ونفت شركة المدار للنقل وجود خلاف مع الوزارة."
)
ROW = {"n": 7, "source": "x", "title": TITLE, "content": CONTENT, "date_extracted": "2015-07-20 10:00:00"}
TEXT = gold.text_of(ROW)


def _span(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def _label(content, cue, who, **more):
    return {
        "content": _span(content),
        "cue": _span(cue),
        "speaker": _span(who),
        "who": _span(who),
        "act": ["state"],
        "kind": ["indirect"],
        "certainty": ["certain"],
        "speaker_kind": ["person"],
        **more,
    }


SAFE = _label("السد آمن تماما", "قال", "وزير الري سعيد باهر", said_on=["2015-07-19"])
PRICES = _label("لن نرفع الأسعار هذا العام", "وأضاف", "وزير الري سعيد باهر", speaker=None, kind=["direct"])
DENIAL = _label("وجود خلاف مع الوزارة", "نفت", "شركة المدار للنقل", act=["deny"], speaker_kind=["organisation"])
RIVER = _label("منسوب النهر يرتفع", ":", "وزارة الري", speaker_kind=["organisation"])


def _sheet(*labels, split="dev", digest=None):
    return {"n": 7, "split": split, "stratum": "any", "digest": digest or gold.digest_of(TEXT), "statements": labels}


@pytest.fixture
def data(tmp_path):
    """A folder laid out as the public sets, with gold of its own."""

    def lay(*sheets):
        for folder in ("news", "gold"):
            (tmp_path / folder).mkdir()
        with gzip.open(tmp_path / "news" / "saudinewsnet.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.write(json.dumps(ROW) + "\n")
        lines = "".join(json.dumps(sheet) + "\n" for sheet in sheets)
        (tmp_path / "gold" / "ledger.jsonl").write_text(lines, encoding="utf-8")
        return tmp_path

    return lay


def _figures(folder):
    return {f.name: (f.value, f.of) for f in ledger.score(folder).figures}


def test_all_that_is_labelled_is_found_and_nothing_else(data):
    figures = _figures(data(_sheet(SAFE, PRICES, DENIAL, RIVER)))
    for name in ("recall", "precision", "F1"):
        assert figures[f"dev statement with speaker: {name}"] == (1, 4)
        assert figures[f"dev cue: {name}"] == (1, 4)
    assert figures["dev direct speech: recall"] == figures["dev direct speech: precision"] == (1, 1)
    assert figures["dev day"] == (1, 1)
    assert figures["test statement with speaker: recall"] == (0, 0)


def test_what_is_found_beyond_the_labels_costs_precision(data):
    report = ledger.score(data(_sheet(SAFE)))
    figures = {f.name: (f.value, f.of) for f in report.figures}
    assert figures["dev statement with speaker: recall"] == (1, 1)
    assert figures["dev statement with speaker: precision"] == (1 / 4, 4)
    assert sum("not in the gold" in miss for miss in report.misses) == 3


def test_an_optional_label_counts_neither_way(data):
    optional = [{**label, "optional": True} for label in (PRICES, DENIAL, RIVER)]
    absent = _label("هذا العام", "الأسعار", "شركة المدار للنقل", optional=True)
    figures = _figures(data(_sheet(SAFE, absent, *optional)))
    assert figures["dev statement with speaker: recall"] == (1, 1)
    assert figures["dev statement with speaker: precision"] == (1, 1)


def test_a_wrong_speaker_is_not_found_but_his_words_are_scored_alone(data):
    wrong = {**DENIAL, "speaker": _span("وزير الري"), "who": _span("وزير الري سعيد باهر")}
    figures = _figures(data(_sheet(SAFE, PRICES, wrong, RIVER)))
    assert figures["dev statement with speaker: recall"] == (3 / 4, 4)
    assert figures["dev content token F1"] == (1, 4)
    assert figures["dev speaker"] == (3 / 4, 4)


def test_each_fact_is_scored_by_itself(data):
    doubted = {**SAFE, "act": ["warn"], "certainty": ["possible"], "kind": ["mixed"], "said_on": ["2015-07-18"]}
    figures = _figures(data(_sheet(doubted, PRICES, DENIAL, RIVER)))
    assert figures["dev statement with speaker: recall"] == (1, 4)
    assert figures["dev act"] == figures["dev certainty"] == figures["dev kind"] == (3 / 4, 4)
    assert figures["dev day"] == (0, 1)


@pytest.mark.parametrize(("act", "recall"), [("deny", 0), ("decline", 1)])
def test_of_a_refusal_any_words_are_enough_where_the_cue_is_the_same(data, act, recall):
    """What was refused is told in two words or none."""
    figures = _figures(data(_sheet({**DENIAL, "content": _span("خلاف"), "act": [act]})))
    assert figures["dev statement with speaker: recall"] == (recall, 1)


def test_a_carrier_that_is_not_there_is_asked_for(data):
    carried = {**SAFE, "via": [_span("شركة المدار للنقل")]}
    assert _figures(data(_sheet(carried, PRICES)))["dev chain"] == (0, 1)


def test_any_act_of_a_label_is_right_and_the_first_is_best(data):
    figures = _figures(data(_sheet({**SAFE, "act": ["announce", "state"]})))
    assert (figures["dev act"], figures["dev act, the best one"]) == ((1, 1), (0, 1))


def test_the_part_kept_for_testing_shows_no_misses(data):
    assert ledger.score(data(_sheet(SAFE, split="test"))).misses == ()


def test_labels_on_other_words_are_refused(data):
    with pytest.raises(RiwayaError, match="row 7"):
        ledger.score(data(_sheet(SAFE, digest="0" * 12)))


def test_a_span_of_no_words_is_the_place_before_the_next():
    """A headline's colon."""
    own = gold.places("الوزير: السد آمن")
    assert own.of((6, 7)) == gold.places("الوزير : السد آمن").of((7, 8)) != own.of((0, 6))


def test_spans_come_through_another_layout_of_the_same_words():
    ours, theirs = "عاجل\nقال الوزيرُ  إن السد\nآمن", "قال الوزير إن السد آمن"
    span = (ours.index("السد"), len(ours))
    assert gold.beside(ours, theirs).of(span) == gold.places(theirs).of(tuple(_span("السد آمن", theirs)))


SHEETS = Path(__file__).parents[2] / "measure" / "gold" / "ledger.jsonl"


def test_our_own_labels_lie_within_their_articles(shared):
    articles = gold.labelled(SHEETS, shared / "data" / "news" / "saudinewsnet.jsonl.gz")
    assert [a.sheet.n for a in articles] == sorted({a.sheet.n for a in articles})
    for article in articles:
        for label in article.sheet.statements:
            spans = [label.content, label.cue, label.who, *label.also, *label.quotes, *label.via]
            spans += [s for s in (label.speaker, label.said_on_span, label.addressee) if s]
            assert all(article.text[slice(*span)].strip(" \n") == article.text[slice(*span)] != "" for span in spans)
            assert all(label.content[0] <= a < b <= label.content[1] for a, b in label.quotes)


def test_our_own_labels_show_every_kind():
    """A class that nobody labelled cannot be measured."""
    labels = [x for line in SHEETS.read_text("utf-8").splitlines() for x in json.loads(line)["statements"]]
    have = {key: {v for x in labels for v in x[key]} for key in ("act", "kind", "certainty", "speaker_kind")}
    assert have["kind"] == set(StatementKind)
    assert have["certainty"] == set(Certainty)
    assert have["speaker_kind"] == set(SpeakerKind)
    assert have["act"] == set(Act)
