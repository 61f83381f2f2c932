"""Each command on real pages, run as a user runs it: what stands on standard output, and how it leaves."""

import json

import msgspec
import pytest

from command import ROOT, riwaya, within
from riwaya import records as r

PAGE = "samples/river/jami-al-akhbar.txt"


def lines(done, kind=None):
    """Standard output as records; nothing else may stand on it."""
    status, out, err = done
    assert status == 0, err
    return [msgspec.json.decode(line, type=kind) if kind else json.loads(line) for line in out.splitlines()]


def test_read_gives_articles():
    articles = lines(within("read", PAGE, "--json"), r.Article)
    assert articles[0].role is r.Role.MAIN
    assert all(article.text[slice(*p.span)] == p.text for article in articles for p in article.paragraphs)


def test_read_takes_standard_input():
    with (ROOT / PAGE).open("rb") as page:
        piped = lines(riwaya("read", "-", "--json", stdin=page), r.Article)
    assert piped == lines(riwaya("read", PAGE, "--json"), r.Article)


def test_read_for_people():
    _, out, _ = within("read", PAGE)
    article = lines(within("read", PAGE, "--json"), r.Article)[0]
    first, about = out.splitlines()[:2]
    assert first == article.headline
    assert about.startswith("مقال")
    assert PAGE in about
    assert all(paragraph.text in out for paragraph in article.paragraphs)


def test_statements_stand_at_their_spans():
    articles = {article.id: article for article in lines(within("read", "samples/river", "--json"), r.Article)}
    statements = lines(within("statements", "samples/river", "--json"), r.Statement)
    assert {s.act for s in statements} >= {r.Act.DENY, r.Act.DECLINE, r.Act.ANNOUNCE}
    for statement in statements:
        assert articles[statement.article].text[slice(*statement.spans.cue)] == statement.cue


def test_statements_for_people():
    status, out, _ = within("statements", PAGE)
    assert status == 0
    assert "✖ نف" in out
    assert "◐ امتنع" in out


def test_copies():
    copies = lines(within("copies", "samples/river", "--json"), r.Copy)
    assert max(copy.share for copy in copies) > 0.9
    status, out, _ = within("copies", "samples/river")
    assert status == 0
    assert out.count("نقل عن") + out.count("يشارك") == len(copies)


def test_dates():
    [mention] = lines(within("dates", "التقيا مساء الأحد الماضي", "--on", "2026-03-12", "--json"), r.DateMention)
    assert str(mention.value.first) == "2026-03-08"
    _, out, _ = within("dates", "التقيا مساء الأحد الماضي", "--on", "2026-03-12")
    assert "آذار/مارس" in out
    assert "2026-03-08" in out
    assert lines(within("dates", "-", "--on", "2026-03-12", "--json", text="الأحد الماضي"))
    _, out, _ = within("dates", "تستمر ثلاثة أيام وتعقد كل يوم جمعة")
    assert "مدة · P3D" in out
    assert "يتكرر · FREQ=WEEKLY;BYDAY=FR" in out


def test_build_says_what_it_did_on_standard_error(tmp_path):
    status, out, err = riwaya("build", "samples/strike", "--store", tmp_path)
    assert (status, out) == (0, "")
    assert "3 pages: 3 read, 0 known before, 0 refused" in err
    assert "\x1b" not in err
    _, out, err = within("build", "samples/strike", "--json", env={"RIWAYA_STORE": str(tmp_path)})
    assert json.loads(out)["known"] == 3
    assert "0 read, 3 known before" in err


def test_stories_and_the_ways_to_name_one(river):
    stories = lines(within("stories", "--store", river, "--json"), r.Story)
    first = stories[0]
    assert len(first.articles) == max(len(story.articles) for story in stories)
    _, out, _ = within("stories", "--store", river)
    assert f"1. {first.title}" in out
    for name in ("1", first.id, first.id[:10], first.title):
        [dossier] = lines(within("dossier", name, "--format", "json", "--store", river), r.Dossier)
        assert dossier.story == first


@pytest.mark.parametrize("name", ["0", "99", "كلمات لا عنوان لها", ""])
def test_a_story_that_is_not_there(river, name):
    status, out, err = within("dossier", name, "--store", river)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "no story" in err


@pytest.mark.parametrize(("form", "mark"), [("text", "●"), ("html", "<html"), ("md", "# ")])
def test_a_dossier_in_each_form(river, form, mark):
    status, out, err = within("dossier", "1", "--format", form, "--store", river)
    assert status == 0, err
    assert mark in out


def test_search_finds_forms_of_the_words(river):
    found = lines(within("search", "النهر", "المزارع", "--store", river, "--json"))
    assert found
    _, out, _ = within("search", "النهر", "المزارع", "--store", river)
    assert found[0]["article"]["headline"] in out
    assert within("search", "طائرات", "--store", river)[:2] == (0, "")


def test_who_gathers_the_spellings_of_a_name(river):
    statements = lines(within("who", "ستانييف", "--store", river, "--json"), r.Statement)
    assert len({statement.speaker.name for statement in statements}) > 1
    _, out, _ = within("who", "ستانييف", "--store", river)
    assert all(statement.content in out for statement in statements)
    assert within("who", "طه", "حسين", "--store", river)[:2] == (0, "")


def test_measure_prints_figures(shared):
    status, out, err = within("measure", "dates", shared, "--json")
    assert status == 0, err
    assert json.loads(out)["suite"] == "dates"
    status, _, err = within("measure", "dates", "samples")
    assert status == 2
    assert "samples has none of" in err


def test_statements_explain_their_rule_and_places():
    statements = lines(within("statements", PAGE, "--json"), r.Statement)
    _, out, _ = within("statements", PAGE, "--explain")
    for statement in statements:
        assert f"القاعدة {statement.rule}:" in out
        assert f"[{statement.spans.content[0]}, {statement.spans.content[1]})" in out


def test_explaining_is_for_people():
    status, out, err = within("statements", PAGE, "--json", "--explain")
    assert (status, out) == (2, "")
    assert "--explain" in err


def test_copies_side_by_side():
    status, out, _ = within("copies", "samples/river", "--html")
    assert status == 0
    assert out.startswith("<!DOCTYPE html>")
    assert out.count('<section class="comparison"') == len(lines(within("copies", "samples/river", "--json")))


def test_two_forms_of_one_answer_are_refused():
    status, _, err = within("copies", "samples/river", "--html", "--json")
    assert status == 2
    assert "choose one" in err
