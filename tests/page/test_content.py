import re
from pathlib import Path

import pytest
from resiliparse.parse.html import HTMLTree

from riwaya.page import markup
from riwaya.page.content import main
from riwaya.page.outline import read

PAGES = sorted((Path(__file__).parents[1] / "cases/page/html").glob("*.html"))
PARAGRAPH = "أعلنت البلدية أن أعمال الصيانة في الشارع الرئيسي ستنتهي قبل نهاية الشهر الجاري، وفق بيان نشرته اليوم. "
LABEL = 40  # letters: shorter blocks (a date, a byline) are told by the article room


def _wanted(tree):
    """Blocks that a page's own marks call its article: data-want names their kind, or says that each line is text."""
    for element in tree.document.query_selector_all("[data-want]"):
        kind = element.getattr("data-want")
        if kind != "lines":
            yield kind, " ".join(element.text.split())
            continue
        inner = re.sub(r"<div.*?</div>(?=[^<])", "", element.inner_html, flags=re.DOTALL)
        for line in re.split(r"<br>", inner):
            text = " ".join(re.sub(r"<[^>]*>", " ", line).split())
            if text:
                yield "text", text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_an_article_is_told_from_what_stands_around_it(path):
    tree = HTMLTree.parse(path.read_text("utf-8"))
    stated = markup.hints(tree)
    outline = read(tree)
    kept = main(outline, stated.get("headline", ""), stated.get("body", ""))
    found = [(str(run.kind), run.text) for run, keep in zip(outline.runs, kept, strict=True) if keep]
    wanted = list(_wanted(tree))
    assert wanted
    assert [block for block in wanted if block not in found] == []
    texts = {text for _, text in wanted}
    assert [text for kind, text in found if text not in texts and len(text) >= LABEL and kind != "heading"] == []


def _main(markup_of_body, **stated):
    outline = read(HTMLTree.parse(f"<html><body>{markup_of_body}</body></html>"))
    kept = main(outline, **stated)
    return [run.text for run, keep in zip(outline.runs, kept, strict=True) if keep]


def test_an_article_whose_container_has_a_furniture_name_is_still_found():
    body = f"<div class='related widget'><h1>عنوان</h1>{f'<p>{PARAGRAPH}</p>' * 4}</div>"
    assert len(_main(body + "<div class='x'><a href='/'>رئيسية</a></div>")) == 5


def test_comments_longer_than_the_article_are_not_the_article():
    comments = f"<div id='comments'>{f'<p>{PARAGRAPH * 3}</p>' * 6}</div>"
    assert _main(f"<div><h1>عنوان</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div>{comments}") == [
        "عنوان",
        PARAGRAPH.strip(),
        PARAGRAPH.strip(),
    ]


def test_the_text_that_json_ld_states_finds_its_blocks():
    other = "يعلن الموقع عن خدمة جديدة للقراء تتيح لهم حفظ المقالات والعودة إليها، ويشرح هنا استعمالها بالتفصيل. "
    body = f"<div class='a'>{f'<p>{other}</p>' * 12}</div><div class='b'>{f'<p>{PARAGRAPH}</p>' * 7}</div>"
    assert _main(body, body=PARAGRAPH * 7) == [PARAGRAPH.strip()] * 7


def test_the_standfirst_between_headline_and_body_belongs_to_the_article():
    body = (
        f"<div><h1>عنوان</h1><h2>سطر يشرح العنوان ويسبق النص</h2></div><div class='b'>{f'<p>{PARAGRAPH}</p>' * 3}</div>"
    )
    assert _main(body)[:2] == ["عنوان", "سطر يشرح العنوان ويسبق النص"]


def test_a_stated_headline_is_found_without_a_heading():
    body = f"<div class='t'>افتتاح الجسر القديم أمام المشاة</div><div class='b'>{f'<p>{PARAGRAPH}</p>' * 3}</div>"
    assert _main(body, headline="افتتاح الجسر القديم أمام المشاة")[0] == "افتتاح الجسر القديم أمام المشاة"


@pytest.mark.parametrize(
    "line",
    [
        "الآراء الواردة أدناه لا تعبر عن رأي الموقع، بل تعكس وجهات نظر أصحابها فقط.",
        "باستخدامك الموقع فأنت توافق على سياسة الخصوصية وعلى شروط الاستخدام كما نشرت.",
        "جميع الحقوق محفوظة لبوابة البحر، ولا يجوز نقل المواد من دون إذن خطي مسبق.",
    ],
)
def test_a_sites_words_about_itself_are_no_article(line):
    assert line not in _main(f"<div class='b'>{f'<p>{PARAGRAPH}</p>' * 4}<p>{line}</p></div>")


def test_news_about_a_privacy_policy_is_news():
    line = "أعلنت الشركة أمس تغيير سياسة الخصوصية في تطبيقها بعد شكاوى من المستخدمين في عدة بلدان."
    assert line in _main(f"<div class='b'>{f'<p>{PARAGRAPH}</p>' * 4}<p>{line}</p></div>")


def test_a_page_without_text_has_no_main():
    assert _main("") == []
    assert main(read(HTMLTree.parse(""))) == []


def test_ten_thousand_deep_is_scored_without_recursion():
    assert _main("<div>" * 10_000 + f"<p>{PARAGRAPH}</p>" * 2 + "</div>" * 10_000) == [PARAGRAPH.strip()] * 2
