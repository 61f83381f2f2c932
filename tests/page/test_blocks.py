from hypothesis import given
from hypothesis import strategies as st

from riwaya.page.blocks import of_lines
from riwaya.records import BlockKind


def _read(text):
    return [(block.kind, text[slice(*block.span)]) for block in of_lines(text)]


def test_one_block_a_line_blank_ones_too():
    assert _read("عنوان\n\n  سطر \u200f\n") == [
        (BlockKind.TEXT, "عنوان"),
        (BlockKind.BLANK, ""),
        (BlockKind.TEXT, "سطر"),
        (BlockKind.BLANK, ""),
    ]


def test_list_marks_make_bullets():
    marks = ["• بند", "- بند", "* بند", "– بند", "●بند", "\u200f- بند"]
    assert [kind for kind, _ in _read("\n".join(marks))] == [BlockKind.BULLET] * len(marks)


def test_a_dash_that_is_no_list_mark():
    lines = ["-الأربعاء الماضي- قال الوزير", "--", "-", "5- بند"]
    assert {kind for kind, _ in _read("\n".join(lines))} == {BlockKind.TEXT}


@given(st.text(alphabet="اب -•\n\u200f\t", max_size=60))
def test_spans_lie_in_their_lines_in_order(text):
    blocks = list(of_lines(text))
    assert len(blocks) == text.count("\n") + 1
    ends = [0, *(block.span[1] for block in blocks)]
    assert all(end <= block.span[0] <= block.span[1] for end, block in zip(ends, blocks, strict=False))
    assert all("\n" not in text[slice(*block.span)] for block in blocks)
