from riwaya.records import Mention, NameKind, SpeakerKind
from riwaya.statements import find
from sayings import article


def _mention(page, words, nth=0, **fields):
    start = -1
    for _ in range(nth + 1):
        start = page.text.index(words, start + 1)
    name = fields.pop("name", words)
    span = start, start + len(words)
    return Mention(article=page.id, span=span, entity=f"person:{name}", kind=NameKind.PERSON, name=name, **fields)


def test_a_mention_gives_entity_full_name_and_first_role():
    page = article("زار وزير النقل سامي نعيم الميناء.", "وقال نعيم إن الرصيف جاهز.")
    mentions = (
        _mention(page, "سامي نعيم", role_text="وزير النقل"),
        _mention(page, "نعيم", name="سامي نعيم", nth=1),
    )
    speaker = find(page, mentions, ())[0].speaker
    assert (speaker.entity, speaker.name, speaker.role) == ("person:سامي نعيم", "سامي نعيم", "وزير النقل")
    assert speaker.surface == "نعيم"


def test_a_role_alone_finds_its_holder():
    page = article("زار وزير النقل سامي نعيم الميناء.", "وقال الوزير إن الرصيف جاهز.")
    speaker = find(page, (_mention(page, "سامي نعيم", role_text="وزير النقل"),), ())[0].speaker
    assert speaker.name == "سامي نعيم"


def test_a_statement_speaks_for_who_issued_it():
    page = article("أعلنت وزارة النقل في بيان أن الجسر مغلق.", "وأضاف البيان أن الإصلاح بدأ.")
    assert [s.speaker.name for s in find(page, (), ())] == ["وزارة النقل", "وزارة النقل"]


def test_kinds_of_speakers():
    page = article(
        "قال الوزير سامي نعيم إن الجسر مغلق.",
        "وقالت وزارة النقل إن الجسر مفتوح.",
        "وقال خبراء محليون إن الجسر قديم.",
        "وقال مصدر محلي إن الجسر جديد.",
    )
    kinds = [s.speaker.kind for s in find(page, (), ())]
    assert kinds == [SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.UNNAMED]


def test_name_and_role_in_apposition_belong_together():
    page = article('وقالت المتحدثة باسم الوزارة، هدى نعمان: "الجسر مفتوح للجميع".')
    speaker = find(page, (), ())[0].speaker
    assert (speaker.name, speaker.role) == ("هدى نعمان", "المتحدثة باسم الوزارة")
