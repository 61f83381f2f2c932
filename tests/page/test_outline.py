from resiliparse.parse.html import HTMLTree

from riwaya.page.marks import Mark
from riwaya.page.outline import read
from riwaya.records import BlockKind


def _runs(body):
    return [(run.kind, run.text) for run in read(HTMLTree.parse(f"<html><body>{body}</body></html>")).runs]


def test_kinds_follow_markup():
    assert _runs(
        "<h1>عنوان</h1><p>نص</p><blockquote><p>قول</p></blockquote><ul><li>بند</li></ul>"
        "<figure><img alt='بديل'><figcaption>صورة</figcaption></figure><p><a href='/x'>رابط</a></p>"
    ) == [
        (BlockKind.HEADING, "عنوان"),
        (BlockKind.TEXT, "نص"),
        (BlockKind.QUOTE, "قول"),
        (BlockKind.BULLET, "بند"),
        (BlockKind.CAPTION, "صورة"),
        (BlockKind.LINK, "رابط"),
    ]


def test_heading_levels_are_kept():
    runs = read(HTMLTree.parse("<h1>أ</h1><h3>ب</h3><p>ج</p>")).runs
    assert [run.level for run in runs] == [1, 3, 0]


def test_line_breaks_end_blocks_and_inline_elements_do_not():
    assert _runs("<div>قال <b>الوزير</b> إن<i>ه</i> هنا<br>وأضاف<br/><br/>وختم</div>") == [
        (BlockKind.TEXT, "قال الوزير إنه هنا"),
        (BlockKind.TEXT, "وأضاف"),
        (BlockKind.TEXT, "وختم"),
    ]


def test_blanks_are_joined_as_a_browser_joins_them():
    assert _runs("<p>\n  كلمة \t\n <span> أخرى</span>&nbsp;</p>") == [(BlockKind.TEXT, "كلمة أخرى")]


def test_lines_of_preformatted_text_are_kept():
    assert [text for _, text in _runs("<pre>سطر\nآخر</pre>")] == ["سطر", "آخر"]


def test_what_is_no_text_is_left_out():
    assert _runs(
        "<script>x</script><style>y</style><noscript>z</noscript><!-- c --><p>نص</p><textarea>t</textarea>"
    ) == [(BlockKind.TEXT, "نص")]


def test_text_without_an_element_is_a_block():
    assert _runs("نص <p>فقرة</p> ذيل") == [(BlockKind.TEXT, "نص"), (BlockKind.TEXT, "فقرة"), (BlockKind.TEXT, "ذيل")]


def test_a_long_paragraph_in_a_link_is_a_paragraph():
    assert _runs(f"<p><a href='/x'>{'كلمة ' * 50}</a></p>")[0][0] is BlockKind.TEXT


def test_hidden_words_in_a_line_stand_alone():
    assert _runs("<p><span class='sr-only'>شرح</span>نص</p>") == [(BlockKind.TEXT, "شرح"), (BlockKind.TEXT, "نص")]


def test_names_mark_furniture():
    outline = read(
        HTMLTree.parse("<div class='td-post-sharing'></div><div class='ShareDiv'></div><div id='comments'></div>")
    )
    assert [element.mark for element in outline.elements[1:]] == [Mark.HARD, Mark.HARD, Mark.SURE]


def test_names_that_only_look_like_furniture():
    body = "<div class='loaded shaded header2 navy readable'></div><body class='has-comments nav-open'>"
    outline = read(HTMLTree.parse(f"<html><body>{body}</body></html>"))
    assert all(element.mark <= Mark.SOFT for element in outline.elements)


def test_ten_thousand_deep_and_ten_thousand_wide():
    deep = "<div>" * 10_000 + "<p>عمق</p>" + "</div>" * 10_000
    assert _runs(deep) == [(BlockKind.TEXT, "عمق")]
    spans = "<span>" * 10_000 + "عمق" + "</span>" * 10_000
    assert _runs(spans) == [(BlockKind.TEXT, "عمق")]
    assert len(_runs("<p>نص</p>" * 10_000)) == 10_000
