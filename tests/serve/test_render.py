"""What holds for every story page: it is whole, safe, and each of its marks opens something."""

import base64
import hashlib
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from resiliparse.parse.html import HTMLTree

from riwaya.serve import render

GOLDEN = Path(__file__).parents[1] / "golden"
_LARGEST = 600_000


@pytest.fixture(scope="session")
def page(told):
    return render.html(told.dossier, told.articles)


@pytest.fixture(scope="session")
def tree(page):
    return HTMLTree.parse(page)


def golden(name, made):
    """The page as it was last looked at; `RIWAYA_REWRITE=1` takes the new one, for its diff to be read."""
    place = GOLDEN / name
    if os.environ.get("RIWAYA_REWRITE") and not os.environ.get("CI"):  # there it would pass whatever came out
        place.write_text(made, "utf-8")
    assert made == place.read_text("utf-8")


def test_the_page_for_a_terminal(told):
    golden("bridge.txt", render.text(told.dossier, told.articles))


def test_the_page_as_markdown(told):
    golden("bridge.md", render.markdown(told.dossier, told.articles))


def test_a_terminal_line_has_at_most_100_columns(told):
    assert max(map(len, render.text(told.dossier, told.articles).splitlines())) <= 100


def test_every_link_of_the_page_leads_into_it(tree):
    ids = {node.getattr("id") for node in tree.body.query_selector_all("[id]")}
    links = {node.getattr("href") for node in tree.body.query_selector_all("[href]")}
    assert links
    assert {link.removeprefix("#") for link in links} <= ids


def test_no_id_stands_twice(tree):
    ids = [node.getattr("id") for node in tree.body.query_selector_all("[id]")]
    assert len(set(ids)) == len(ids)


def test_the_page_asks_nothing_of_any_network(page):
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//|url\((?!data:)|@import""", page)


def test_the_page_runs_no_script(tree):
    assert not tree.document.query_selector_all("script, [onclick], [onload], [style]")


def test_the_policy_lets_in_the_pages_own_style_alone(tree):
    policy = tree.head.query_selector("meta[http-equiv]").getattr("content")
    style = tree.head.query_selector("style").text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_the_page_is_no_larger_than_it_must_be(page):
    assert len(page.encode()) < _LARGEST


def test_what_a_page_says_is_never_markup(told):
    story = replace(told.dossier.story, title="<script>alert(1)</script> «عنوان»")
    evil = [replace(a, text=a.text.replace("الجسر", "<b id=x>جسر")) for a in told.articles]
    made = render.html(replace(told.dossier, story=story), evil)
    assert "<script" not in made
    assert "<b id=x>" not in made


def test_a_highlight_holds_the_words_of_its_statement(told, tree):
    marks = {node.getattr("id"): node.text for node in tree.body.query_selector_all("mark[id]")}
    said = {s.content for s in told.dossier.statements}
    assert said <= set(marks.values())


def test_the_truth_comes_before_any_outlet(page):
    assert page.index("٤ تقارير") < page.index("صحيفة الضحى")
    assert "نصّان مستقلان" in page


def test_markdown_marks_in_a_headline_are_letters(told):
    story = replace(told.dossier.story, title="عنوان *مائل* | [رابط]")
    made = render.markdown(replace(told.dossier, story=story), told.articles)
    assert r"\*مائل\* \| \[رابط\]" in made


def test_a_story_without_statements_still_makes_a_page(told):
    bare = replace(told.dossier, statements=(), claims=(), coverage=(), timeline=(), inconsistencies=(), names=())
    assert "لم يُعثر" in render.html(bare, told.articles)
    assert "التقارير" in render.text(bare, told.articles)
    assert "التقارير" in render.markdown(bare, told.articles)
