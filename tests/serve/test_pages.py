"""Every page of the application over the samples' store: it answers, in both languages, with what it is for."""

import csv
import io
import json
import re

import pytest

from riwaya.store import Store

NAMES = ("today", "story", "whole", "article", "compare", "speaker", "outlet", "outlets", "speakers", "search")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_answers_in_both_languages(client, paths, name, language):
    answer = client.get(paths[name], headers={"cookie": f"language={language}"})
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
    assert len(re.findall("<h1", answer.text)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_id_stands_twice(client, paths, name):
    ids = re.findall(r'\sid="([^"]+)"', client.get(paths[name]).text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_page_leads_to_a_page(client, paths, name):
    text = client.get(paths[name]).text
    ids = set(re.findall(r'\sid="([^"]+)"', text))
    links = {link.replace("&amp;", "&") for link in re.findall(r'(?:href|src)="([^"]*)"', text)}
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    own = sorted(link for link in links if link.startswith(("/", "?")))
    assert own
    for link in own[:60]:
        where = link if link.startswith("/") else paths[name].partition("?")[0] + link
        assert client.get(where).status_code == 200, where


def test_a_page_names_no_other_host(client, paths):
    for path in paths.values():
        text = client.get(path).text
        assert not re.findall(r'(?:src|action|srcset)="(?:https?:)?//', text)
        assert not re.findall(r'<link[^>]+href="(?:https?:)?//', text)


@pytest.mark.parametrize("name", [n for n in NAMES if n != "today"])
def test_the_data_of_a_page_is_what_it_shows(client, paths, name):
    path, _, query = paths[name].partition("?")
    data = client.get(f"{path}.json?{query}")
    assert isinstance(json.loads(data.text), dict)
    rows = list(csv.reader(io.StringIO(client.get(f"{path}.csv?{query}").text.removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    assert client.get(f"{path}.md?{query}").text.count("|") > 4


def test_words_asked_for_are_shown_in_their_place(client, paths):
    match = re.search(r'href="(/article/[^"]+\?at=(\d+)-(\d+))#at"', client.get(paths["story"]).text)
    text = client.get(match[1]).text
    shown = re.search(r'<mark id="at" class="at[^"]*">(.*?)</mark>', text, re.DOTALL)[1]
    article = match[1].split("/")[2].split("?")[0]
    with Store.existing(client.app.state.site.store.directory) as held:
        words = held.article(article).text[int(match[2]) : int(match[3])]
    assert re.sub(r"<[^>]+>|\s", "", shown)[:20] == re.sub(r"\s", "", words).replace('"', "&#34;")[:20]


@pytest.mark.parametrize("at", ["1-0", "x", "5-99999999", "-1-5", "0-1" * 90, "<script>"])
def test_a_place_that_is_none_shows_the_article(client, paths, at):
    answer = client.get(paths["article"], params={"at": at})
    assert answer.status_code == 200
    assert 'id="at"' not in answer.text


def test_a_capture_is_shown_in_a_cage(client, paths):
    link = re.search(r'<iframe src="([^"]+)" sandbox ', client.get(paths["article"]).text)[1]
    answer = client.get(link)
    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert policy.startswith("sandbox;")
    assert "script" not in policy
    assert "default-src 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/story/none", "/article/none", "/compare/a/b", "/speaker/%F0%9F%90%99", f"/speaker/{'x' * 5000}",
        "/outlet/none", "/capture/none", "/article/..%2f..%2fetc%2fpasswd", "/story/none.json", "/capture/%00",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("asked", ["(" * 3000, '"' * 999, "a:b:c:" * 300, "* OR NOT (", "\x00", "ا" * 9_000, "%", "-"])
def test_a_question_that_makes_no_sense_is_answered(client, asked):
    assert client.get("/search", params={"q": asked}).status_code == 200


def test_a_question_is_never_markup(client):
    text = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text


def test_a_cursor_that_is_none_gives_the_first_page(client, paths):
    first = client.get(paths["search"]).text
    again = client.get(paths["search"] + "&after=none").text
    assert re.findall(r"<h2>.*?</h2>", again) == re.findall(r"<h2>.*?</h2>", first)


def test_a_cell_that_a_spreadsheet_would_run_is_led_by_a_quote():
    from riwaya.serve.page import Sheet, as_csv  # noqa: PLC0415

    made = as_csv(Sheet(title="x", head=("a",), rows=(("=1+1",), ("+966",), ("كلام",))))
    assert made.splitlines()[1:] == ["'=1+1", "'+966", "كلام"]
