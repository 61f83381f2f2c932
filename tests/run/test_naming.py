"""Names asked of a store: spellings by house with their evidence, and what the user decides, kept through a rebuild."""

import json

import pytest

from riwaya import settings
from riwaya.errors import RiwayaError
from riwaya.records import NameDecision
from riwaya.run import desk, naming
from riwaya.store import Wish

PAPERS = {
    "المرفأ": ("سيرغي مالينوف", "أدريان ستيفنسون"),
    "الضفة": ("سيرجي مالينوف", "أديان ستيفنسون"),
    "الساحل": ("سيرغي مالينوف", "أدريان ستيفنسون"),
}


def row(paper, day, minister, spokeswoman):
    return {
        "source": paper,
        "title": f"وزير الدفاع في زيارة رقم {day}",
        "date_published": f"2031-05-{day:02}",
        "content": (
            f"قال وزير الدفاع {minister} إن القوات ستعود يوم الأحد إلى قواعدها في الشمال بعد انتهاء التدريب.\n\n"
            f"وقالت المتحدثة باسم الوزارة {spokeswoman} إن عددها يبلغ {day} آلاف، وإن {minister.split()[-1]} راض عنها."
        ),
    }


@pytest.fixture(autouse=True)
def _by_the_tables(monkeypatch):
    """What is joined is asked here, not what a model sees; the tables see these names whatever it learns."""
    monkeypatch.setenv("RIWAYA_TAGGER", "rules")
    settings.current.cache_clear()
    yield
    settings.current.cache_clear()


@pytest.fixture
def archive(tmp_path):
    rows = [row(paper, day, *names) for day, (paper, names) in enumerate(PAPERS.items(), 1)]
    rows.append(
        {
            "source": "الجنوب",
            "title": "مالينوف يعود",
            "date_published": "2031-05-09",
            "content": "عاد مالينوف أمس إلى العاصمة. وقال مالينوف إن الرحلة كانت طويلة ومتعبة لكنها نافعة للجميع.",
        }
    )
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), "utf-8")
    return path


@pytest.fixture
def store(archive, tmp_path):
    directory = tmp_path / "store"
    desk.build([str(archive)], directory, workers=1)
    return directory


def test_each_house_is_shown_with_its_spelling_and_its_days(store):
    (found,) = naming.known("سيرغي مالينوف", store)
    spelt = {(house.outlet, house.spelling): str(house.first) for house in found.houses}
    assert spelt["المرفأ", "سيرغي مالينوف"] == "2031-05-01"
    assert spelt["الضفة", "سيرجي مالينوف"] == "2031-05-02"
    assert spelt["الجنوب", "مالينوف"] == "2031-05-09"


def test_a_merge_says_what_speaks_for_it(store):
    (found,) = naming.known("أدريان ستيفنسون", store)
    reasons = [reason for join in found.joins for reason in join.why]
    assert "letters: one lost or changed" in reasons
    assert any(reason.startswith("role: ") for reason in reasons)


def test_a_full_name_finds_what_was_said_by_the_surname_alone(store):
    outlets = {told.article.outlet for told in desk.who("سيرجي مالينوف", store)}
    assert outlets == {"المرفأ", "الضفة", "الساحل", "الجنوب"}


def test_what_the_user_splits_stays_split_after_a_rebuild_and_can_be_undone(store, archive):
    naming.decide(NameDecision(one="أدريان ستيفنسون", other="أديان ستيفنسون", together=False), store)
    assert len(naming.known("ستيفنسون", store)) == 2
    desk.build([str(archive)], store, workers=1)
    assert len(naming.known("ستيفنسون", store)) == 2
    assert naming.undo("أديان ستيفنسون", "أدريان ستيفنسون", store)
    assert len(naming.known("ستيفنسون", store)) == 1
    assert not naming.undo("أديان ستيفنسون", "أدريان ستيفنسون", store)


def test_spellings_of_one_key_can_be_split_too(store):
    naming.decide(NameDecision(one="سيرغي مالينوف", other="سيرجي مالينوف", together=False), store)
    spelt = {found.name.canonical for found in naming.known("مالينوف", store)}
    assert {"سيرغي مالينوف", "سيرجي مالينوف"} <= spelt


def test_what_the_user_merges_is_one_name(store):
    naming.decide(NameDecision(one="سيرغي مالينوف", other="أدريان ستيفنسون", together=True), store)
    (found,) = naming.known("أدريان ستيفنسون", store)
    assert found.name.canonical == "سيرغي مالينوف"
    assert any("joined by the user" in join.why for join in found.joins)


def test_the_last_word_on_two_spellings_counts(store):
    for together in (True, False):
        naming.decide(NameDecision(one="سيرغي مالينوف", other="أدريان ستيفنسون", together=together), store)
    assert [found.name.canonical for found in naming.known("مالينوف", store)] == ["سيرغي مالينوف"]


def test_people_whom_houses_spell_apart_are_listed(store):
    assert {name.canonical for name in naming.spelled_apart(store)} >= {"سيرغي مالينوف"}


def test_marks_are_no_name_to_decide_on(store):
    with pytest.raises(RiwayaError, match="is no name"):
        naming.decide(NameDecision(one="؟", other="سيرغي مالينوف", together=True), store)
    with pytest.raises(RiwayaError, match="no store in"):
        naming.undo("سيرغي", "سيرجي", store / "none")


# --- what the user decides shows everywhere --------------------------------------------------------------------------

ONE, OTHER = "سيرغي مالينوف", "أدريان ستيفنسون"
SHARED = ("سيرغي مالينوف", "سيرجي مالينوف")  # of one key


def decide(store, one, other, *, together):
    naming.decide(NameDecision(one=one, other=other, together=together), store)


def said_by(name, store):
    return {told.statement.speaker.name for told in desk.who(name, store)}


def dossiers(store):
    return [desk.dossier(story.id, store) for story in desk.stories(store)]


def test_a_merge_shows_in_who_names_search_and_dossier_until_it_is_undone(store, archive):
    before = said_by(ONE, store)
    decide(store, ONE, OTHER, together=True)
    for _ in ("at once", "after a rebuild"):
        assert said_by(ONE, store) == said_by(OTHER, store) > before
        assert len(naming.known(OTHER, store)) == 1
        found = desk.search(f"{OTHER} OR قواعد", store, Wish())
        assert found.total
        names = [name.canonical for made in dossiers(store) for name in made.names]
        assert ONE in names
        assert OTHER not in names
        desk.build([str(archive)], store, workers=1)
    naming.undo(OTHER, ONE, store)
    assert said_by(ONE, store) == before


def test_a_merge_is_one_speaker_of_a_dossiers_claims(store):
    apart = {c.speaker.name for made in dossiers(store) for c in made.coverage}
    assert {ONE, OTHER} <= apart
    decide(store, ONE, OTHER, together=True)
    speakers = {c.speaker.name for made in dossiers(store) for c in made.coverage}
    assert len(speakers & {ONE, OTHER}) == 1


def test_a_split_of_one_key_shows_in_who_and_dossier_and_survives_a_rebuild(store, archive):
    assert len(said_by(SHARED[0], store)) > 1
    decide(store, *SHARED, together=False)
    for _ in ("at once", "after a rebuild"):
        outlets = {told.article.outlet for told in desk.who(SHARED[1], store)}
        assert "الضفة" in outlets
        assert not outlets & {"المرفأ", "الساحل"}
        assert "الضفة" not in {told.article.outlet for told in desk.who(SHARED[0], store)}
        names = {name.canonical for made in dossiers(store) for name in made.names}
        assert set(SHARED) <= names
        desk.build([str(archive)], store, workers=1)
    naming.undo(*SHARED, store)
    assert "الضفة" in {told.article.outlet for told in desk.who(SHARED[0], store)}


def test_a_question_for_one_of_two_merged_names_finds_the_other_ones_articles(store):
    asked = '"سالم الودعاني"'
    assert not desk.search(asked, store, Wish()).found
    decide(store, ONE, "سالم الودعاني", together=True)
    for question in (asked, "سالم الودعاني", "وزير سالم الودعاني", "speaker:«سالم الودعاني»"):
        outlets = {one.article.outlet for one in desk.search(question, store, Wish()).found}
        assert {"المرفأ", "الضفة"} <= outlets, question


def test_a_question_no_longer_reaches_a_spelling_that_was_split_off(store):
    def outlets():
        return {one.article.outlet for one in desk.search(SHARED[0], store, Wish()).found if one.whole}

    assert "الضفة" in outlets()
    decide(store, *SHARED, together=False)
    assert outlets() == {"المرفأ", "الساحل"}
