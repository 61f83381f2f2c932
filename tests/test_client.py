"""The client gives records, whole lists, and one error with its reason."""

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from riwaya.client import Client
from riwaya.errors import RiwayaError
from riwaya.run import desk
from riwaya.serve.app import create


@pytest.fixture(scope="module")
def client(samples, tmp_path_factory):
    directory = tmp_path_factory.mktemp("client")
    desk.build([str(samples)], directory, workers=1)
    with TestClient(
        create(directory, now=lambda: datetime(2031, 5, 9, tzinfo=UTC)), base_url="http://127.0.0.1"
    ) as http:

        def send(address, headers):
            answer = http.get(address, headers=dict(headers))
            return answer.status_code, answer.content

        yield Client("http://127.0.0.1/", send=send)


def test_lists_are_whole_however_many_pages_they_take(client):
    statements = list(client.statements())
    assert len(statements) > 100
    assert len({one.id for one in statements}) == len(statements)
    assert {one.act for one in client.statements(act="deny")} == {"deny"}


def test_records_are_records(client):
    story = next(client.stories())
    dossier = client.story(story.id)
    assert dossier.story.id == story.id
    assert [claim.id for claim in client.claims(story.id)] == [claim.id for claim in dossier.claims]
    assert client.article(story.articles[0]).id == story.articles[0]


def test_a_search_marks_its_words(client):
    hit = next(client.search("نفى"))
    assert hit.marks
    assert client.article(hit.article).text[slice(*hit.at)] == hit.snippet


def test_a_fault_says_why(client):
    with pytest.raises(RiwayaError, match="404: there is no such story"):
        client.story("no such story?#")


def test_a_host_that_does_not_answer_is_told(monkeypatch):
    def refused(*_, **__):
        raise OSError

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refused)
    with pytest.raises(RiwayaError, match=r"http://127\.0\.0\.1:9/"):
        next(Client("http://127.0.0.1:9").stories())
