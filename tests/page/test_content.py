import json
import re
from collections import Counter
from pathlib import Path

import pytest
from resiliparse.parse.html import HTMLTree

from riwaya.page import markup
from riwaya.page.content import main
from riwaya.page.decode import decode
from riwaya.page.files import captures
from riwaya.page.outline import read
from riwaya.records import BlockKind

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


def test_cards_with_the_same_names_as_the_article_are_no_part_of_it():
    article = f"<article class='post'><h1>عنوان</h1>{f'<p>{PARAGRAPH}</p>' * 3}</article>"
    cards = f"<article class='post'><h3><a href='/2'>خبر آخر في المدينة</a></h3><p>{PARAGRAPH}</p></article>" * 3
    assert len(_main(article + cards)) == 4


def test_a_promotion_after_a_paragraph_does_not_make_it_a_card():
    part = f"<div class='s'><p>{PARAGRAPH}</p><div class='promo-x'><a href='/2'>خبر آخر في المدينة</a></div></div>"
    assert _main(f"<div><h1>عنوان</h1>{part * 4}</div>").count(PARAGRAPH.strip()) == 4


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


def test_the_gold_pages_keep_their_body_whole_and_little_else(shared):
    """Body words: trafilatura is right in 0.84 of what it keeps of the second page, resiliparse 0.67 of the first."""
    gold = json.loads((shared / "data/pages/lbc.gold.json").read_text("utf-8"))["V1"]["body"]["sections"][0][
        "paragraphs"
    ]
    other = (shared / "data/pages/newspaper4k_arabic.gold.txt").read_text("utf-8")
    for name, body in (("lbc", "\n".join(gold)), ("newspaper4k_arabic", other)):
        page = decode(next(captures(str(shared / f"data/pages/{name}.html"))))
        kept = [page.text[slice(*b.span)] for b in page.blocks if b.main and b.kind is BlockKind.TEXT]
        have, want = (Counter(re.findall(r"\w+", text)) for text in ("\n".join(kept), body))
        assert want - have == Counter(), name
        assert (have & want).total() > 0.95 * have.total(), name
