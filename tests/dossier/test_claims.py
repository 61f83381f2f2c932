"""Claims of stories composed for this test, read by the whole pipeline: who stands where, and how a claim stands."""

from dataclasses import replace
from datetime import date

import pytest

from riwaya.dossier import Material, make
from riwaya.dossier.polarity import negated
from riwaya.records import Stand, Standing, Story, StoryStatus
from riwaya.run import pipeline


def tell(*reports):
    """The dossier of reports given as outlet, day and text."""
    articles, material = [], {"statements": [], "mentions": [], "dates": []}
    for place, (outlet, day, text) in enumerate(reports):
        article = replace(pipeline.article_of(text, date.fromisoformat(day)), id=f"a{place}", outlet=outlet)
        mentions, dates = pipeline.names_of(article), pipeline.dates_of(article)
        articles.append(article)
        material["mentions"] += mentions
        material["dates"] += dates
        material["statements"] += pipeline.find_statements(article, mentions, dates)
    story = Story(
        id="story",
        title="قصة",
        articles=tuple(a.id for a in articles),
        first_seen=None,
        last_seen=None,
        status=StoryStatus.QUIET,
        keywords=(),
    )
    return make(story, Material(articles=articles, copies=pipeline.copies_of(articles), **material))


def claim(dossier, words):
    return next(c for c in dossier.claims if words in c.text)


def stands(found):
    return {p.speaker.name: p.stand for p in found.positions}


BRIDGE = "إغلاق جسر الوادي أمام الشاحنات"


def test_a_denial_and_an_assertion_of_one_thing_are_one_disputed_claim():
    found = claim(
        tell(
            ("الأفق", "2025-03-03", f"أكد المتحدث باسم البلدية نادر القيسوم {BRIDGE}."),
            ("المدى", "2025-03-04", f"نفى النائب فؤاد المرجاني {BRIDGE}."),
        ),
        BRIDGE,
    )
    assert stands(found) == {"نادر القيسوم": Stand.CONFIRMS, "فؤاد المرجاني": Stand.DENIES}
    assert found.standing is Standing.DISPUTED
    assert found.why == "إثبات من: نادر القيسوم؛ نفي من: فؤاد المرجاني"


def test_who_denied_and_then_confirmed_has_turned():
    found = claim(
        tell(
            ("الأفق", "2025-03-03", f"نفى وزير النقل سامر الكردوس {BRIDGE}."),
            ("المدى", "2025-03-06", f"أكد وزير النقل سامر الكردوس {BRIDGE}."),
        ),
        BRIDGE,
    )
    turns = found.positions[0].turns
    assert [(t.stand, t.day) for t in turns] == [
        (Stand.DENIES, date(2025, 3, 3)),
        (Stand.CONFIRMS, date(2025, 3, 6)),
    ]
    assert found.standing is Standing.ONE_SOURCE


def test_one_newspapers_report_is_one_source_however_many_tell_it():
    found = claim(
        tell(
            ("الأفق", "2025-03-03", "ذكرت صحيفة الميناء نقلا عن مسؤولين أن شركة النخيل أوقفت العمل في المصنع القديم."),
            ("المدى", "2025-03-03", "أفادت صحيفة الميناء بأن شركة النخيل أوقفت العمل في المصنع القديم."),
        ),
        "المصنع القديم",
    )
    assert (found.standing, found.sources) == (Standing.ONE_SOURCE, 1)


def test_two_named_speakers_are_two_sources():
    found = claim(
        tell(
            ("الأفق", "2025-03-03", "قال النائب فؤاد المرجاني إن العمل توقف في المصنع القديم قرب الميناء."),
            (
                "المدى",
                "2025-03-04",
                "قال المحامي سامر الكردوس إن العمل توقف قبل أيام في المصنع القديم قرب الميناء الشرقي.",
            ),
        ),
        "المصنع القديم",
    )
    assert (found.standing, found.sources) == (Standing.SEVERAL_SOURCES, 2)


def test_a_bare_denial_answers_the_words_before_it():
    """Not what somebody said some paragraphs above."""
    dossier = tell(
        (
            "الأفق",
            "2025-03-03",
            (
                "قال سامر الكردوس إن مدرسة الحي ستفتح أبوابها الأحد.\n"
                "تتهم النقابة البلدية بقطع المياه عن حي الزيتون، لكن البلدية تنفي ذلك."
            ),
        )
    )
    assert stands(claim(dossier, "قطع المياه")) == {"النقابة": Stand.VOICES, "البلدية": Stand.DENIES}


def test_a_negation_opposes_the_same_words_without_it():
    dossier = tell(
        (
            "الأفق",
            "2025-03-03",
            (
                "قال فؤاد المرجاني إنه لا يوجد تنسيق بين البلدية والنقابة. "
                "وقالت النقابة إن التنسيق قائم بين البلدية والنقابة."
            ),
        )
    )
    assert claim(dossier, "تنسيق").standing is Standing.DISPUTED


def test_two_towns_opening_their_schools_are_two_claims():
    opens = "إن الاستعدادات اكتملت لاستقبال الطلاب في مدارس"
    dossier = tell(
        ("الأفق", "2025-03-03", f"قال فؤاد المرجاني {opens} الرياض."),
        ("المدى", "2025-03-03", f"قال سامر الكردوس {opens} جدة."),
    )
    assert [len(c.positions) for c in dossier.claims] == [1, 1]


@pytest.mark.parametrize(
    ("words", "against"),
    [
        ("لا يوجد تنسيق بين البلدتين", True),
        ("أنه لم يرسل أي قافلة", True),
        ("عدم وجود أي خلاف", True),
        ("المشروع لا يزال قائما", False),
        ("ليس فقط المال ما ينقص", False),
        ("عدم الحركة يضر بالظهر", False),
        ("القافلة وصلت", False),
    ],
)
def test_a_negation_that_opens_the_words_denies(words, against):
    assert negated(words) is against
