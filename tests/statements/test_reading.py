import pytest

from riwaya.statements.nouns import HeadKind
from riwaya.statements.reading import after_l, parse
from riwaya.statements.view import views
from sayings import article

CASES = [
    # text, where the phrase ends, its name, its kind
    ("الناطق باسم وزارة النقل سامي نعيم في المؤتمر", "الناطق باسم وزارة النقل سامي نعيم", "سامي نعيم", HeadKind.ROLE),
    ("مصدر في وزارة النقل خلال لقاء", "مصدر في وزارة النقل", None, HeadKind.SOURCE),
    ("وكالة الأنباء المحلية الثلاثاء", "وكالة الأنباء المحلية", None, HeadKind.MEDIA),
    ("رئيس جهاز الإطفاء المحلي سامي نعيم أمس", "رئيس جهاز الإطفاء المحلي سامي نعيم", "سامي نعيم", HeadKind.ROLE),
    ("المدير العام للشركة سامي نعيم للصحفيين", "المدير العام للشركة سامي نعيم", "سامي نعيم", HeadKind.ROLE),
    ("فرنسا وألمانيا وإيطاليا في بيان", "فرنسا وألمانيا وإيطاليا", None, HeadKind.PLACE),
    ("مسؤولون محليون آخرون إن", "مسؤولون محليون آخرون", None, HeadKind.ROLE),
    ("وزير النقل الذي زار الميناء", "وزير النقل", None, HeadKind.ROLE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whole", "name", "kind"), CASES)
def test_a_phrase_ends_where_its_words_end(text, whole, name, kind):
    page = article(text)
    view = views(page, (), ())[0]
    phrase = parse(view, 0, len(view))
    assert phrase is not None
    assert page.text[slice(*view.span(phrase.first, phrase.end))] == whole
    assert phrase.kind is kind
    if name is not None:
        assert phrase.name is not None
        assert page.text[slice(*view.span(*phrase.name))] == name


def test_several_states_are_joint():
    view = views(article("فرنسا وألمانيا وإيطاليا في بيان"), (), ())[0]
    phrase = parse(view, 0, len(view))
    assert phrase is not None
    assert phrase.joint


def test_a_minister_of_two_fields_is_one_man():
    view = views(article("وزير الثقافة والإعلام سامي نعيم"), (), ())[0]
    phrase = parse(view, 0, len(view))
    assert phrase is not None
    assert not phrase.joint


def test_l_written_on_to_a_noun_is_read_off():
    view = views(article("لبيان الشركة"), (), ())[0]
    phrase = after_l(view, 0, len(view))
    assert phrase is not None
    assert phrase.kind is HeadKind.DOCUMENT
