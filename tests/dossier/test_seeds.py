"""The dossier of the story that the five pages share, through the whole flow."""

import pytest

from riwaya.dossier import Material, make
from riwaya.records import Act, Carried, Certainty, Reading
from riwaya.run import pipeline


@pytest.fixture(scope="module")
def dossier(shared):
    found = [r for r in pipeline.readings(str(shared / "seeds")) if isinstance(r, Reading)]
    articles = [r.article for r in found]
    mentions = {r.article.id: r.mentions for r in found}
    dates = {r.article.id: r.dates for r in found}
    corpus = pipeline.Corpus(articles=articles, mentions=mentions, dates=dates, given={})
    for step in pipeline.CORPUS_STEPS:
        corpus = step(corpus)
    story = max(corpus.stories, key=lambda s: len(s.articles))
    material = Material(
        articles=corpus.articles,
        copies=corpus.copies,
        statements=[s for r in found for s in r.statements],
        mentions=[m for r in found for m in r.mentions],
        dates=[d for found in corpus.dates.values() for d in found],
    )
    return make(story, material)


def stand(claim, words):
    return next(p for p in claim.positions if words in p.speaker.name or words in (p.house or ""))


def test_one_announces_one_declines_one_thinks_it_likely(dossier):
    meeting = dossier.claims[0]
    assert stand(meeting, "البيت الأبيض").act is Act.ANNOUNCE
    assert stand(meeting, "الكرملين").act is Act.DECLINE
    assert stand(meeting, "نيويورك تايمز").certainty is Certainty.LIKELY


def test_which_outlet_left_the_refusal_out(dossier):
    refusal = next(row for row in dossier.coverage if row.act is Act.DECLINE)
    assert refusal.outlets["الجزيرة"] is Carried.LEFT_OUT
    assert refusal.outlets["الحرة"] is Carried.CARRIED
