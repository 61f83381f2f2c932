"""What holds of the application as a whole, whatever page is asked for."""

import re
from datetime import date

import pytest
from starlette.testclient import TestClient

from riwaya.errors import RiwayaError
from riwaya.serve.app import create
from riwaya.serve.reader import Reader


def story(client):
    return re.search(r'href="(/story/[^"]+)"', client.get("/").text)[1]


@pytest.mark.parametrize("path", ["/", "/no/such/page", "/static/no.css"])
def test_every_answer_carries_the_policy(client, path):
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_an_answer_to_a_fault_of_ours_carries_the_policy_and_tells_nothing(store, now, monkeypatch):
    app = create(store, now=now)
    monkeypatch.setattr(app.state.site.store, "latest", lambda *_: 1 / 0)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        answer = client.get("/")
    assert answer.status_code == 500
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "division" not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_a_host_that_is_not_ours_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


def test_what_a_page_names_is_served_for_good(client):
    names = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text))
    assert len(names) >= 3
    for name in names:
        answer = client.get(name)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


def test_the_style_asks_for_the_faces_that_are_served(client):
    style = next(n for n in re.findall(r'href="(/static/[^"]+\.css)"', client.get("/").text))
    faces = re.findall(r"url\(([^)]+)\)", client.get(style).text)
    assert faces
    assert all(client.get(f"/static/{face}").status_code == 200 for face in faces)


@pytest.mark.parametrize("path", ["/static/../site.py", "/static/%2e%2e/site.py", "/static/..%2f..%2fsettings.py"])
def test_no_path_leads_out_of_the_static_files(client, path):
    assert client.get(path).status_code == 404


def test_english_is_from_the_left_and_keeps_what_articles_say_from_the_right(client):
    client.cookies.set("language", "en")
    text = client.get(story(client)).text
    assert '<html lang="en" dir="ltr"' in text
    assert '<h1 lang="ar" dir="rtl">' in text


@pytest.mark.parametrize(
    ("cookies", "day"),
    [
        ({}, "آب/أغسطس ٢٠٣١"),
        ({"digits": "latn"}, "آب/أغسطس 2031"),
        ({"months": "gulf"}, " أغسطس ٢٠٣١"),
        ({"months": "maghreb"}, " أوت ٢٠٣١"),
        ({"language": "en"}, "August 2031"),
        ({"months": "<script>"}, "آب/أغسطس ٢٠٣١"),
    ],
)
def test_days_are_written_as_the_reader_chose(cookies, day):
    assert Reader.of(cookies).tongue.day(date(2031, 8, 5)).endswith(day)


def test_a_choice_is_kept_and_leads_back(client):
    answer = client.post("/preferences", data={"language": "en", "next": "/story/x?a=b"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/story/x?a=b")
    assert answer.cookies["language"] == "en"


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example", "", "/\r\nx: y"])
def test_a_choice_never_leads_to_another_host(client, target):
    assert client.post("/preferences", data={"language": "en", "next": target}).status_code == 400


@pytest.mark.parametrize("kind", ["json", "csv", "md"])
def test_a_page_is_also_there_as_data(client, kind):
    for path in ("/today", story(client)):
        answer = client.get(f"{path}.{kind}")
        assert answer.status_code == 200
        assert len(answer.content) > 50
        assert "attachment" in answer.headers["content-disposition"]


def test_a_store_that_is_not_there_is_an_error(tmp_path, now):
    with pytest.raises(RiwayaError, match="no store"):
        create(tmp_path, now=now)
