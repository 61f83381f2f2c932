import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.statements.shown import balanced
from sayings import found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('ألا يوقع "نصا يعطش له السهل"', 'ألا يوقع "نصا يعطش له السهل"'),
        ('"سنفتح الميناء غدا"', "سنفتح الميناء غدا"),
        ('"الأول" و"الثاني"', '"الأول" و"الثاني"'),
        ('كلام "لا أساس له', "كلام لا أساس له"),
        ('وضع حد" لهذه المناقشات', "وضع حد لهذه المناقشات"),
        ("«الماء قليل «هذا العام»", "الماء قليل «هذا العام»"),
        ('لـ"المدار" رأي', 'لـ"المدار" رأي'),
        ('"', ""),
    ],
)
def test_a_mark_stays_only_with_its_mate(text, shown):
    assert balanced(text) == shown


@given(st.text(alphabet='ابج "«»،', max_size=30))
def test_what_is_balanced_stays_so(text):
    assert balanced(balanced(text)) == balanced(text)


def test_the_marks_at_the_end_of_a_mixed_statement_stay():
    (said,) = found('أكد الوزير سعيد باهر أن المصنع "لن يغلق أبوابه هذا العام".')
    assert said.content == 'المصنع "لن يغلق أبوابه هذا العام"'
    assert said.quotes == ("لن يغلق أبوابه هذا العام",)
