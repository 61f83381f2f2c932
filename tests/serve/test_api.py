"""The API keeps what its description promises, and what is asked wrongly is told, never a fault of ours."""

import csv
import io
from datetime import UTC, datetime

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from riwaya.records import Article, Dossier, Statement, Story
from riwaya.run import desk
from riwaya.serve.api import RESOURCES
from riwaya.serve.api.resource import Listing
from riwaya.serve.app import create
from riwaya.serve.hits import SearchResults

NOW = datetime(2031, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(samples, tmp_path_factory):
    directory = tmp_path_factory.mktemp("api")
    desk.build([str(samples)], directory, workers=1)
    return directory


@pytest.fixture(scope="module")
def app(store):
    return create(store, now=lambda: NOW)


@pytest.fixture(scope="module")
def client(app):
    with TestClient(app, base_url="http://127.0.0.1/api/v1/") as made:
        yield made


@pytest.fixture(scope="module")
def described(app):
    """The description under a base that the application knows as its own host."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"host": "127.0.0.1"})


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())
@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_every_answer_is_as_described(described, resource, mode):
    """Whatever is asked, as the description allows it or not."""
    operation = described[resource.path]["GET"]
    if mode is GenerationMode.NEGATIVE and not resource.all_params:
        return

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def check(case):
        case.call_and_validate(headers={"host": "127.0.0.1"})

    check()


def first(client, path, kind):
    page = msgspec.json.decode(client.get(path).content, type=Listing[kind])
    return page.items[0]


@pytest.fixture(scope="module")
def story(client):
    return first(client, "stories", Story)


def test_what_is_described_is_all_that_there_is(client):
    paths = client.get("openapi.json").json()["paths"]
    assert set(paths) == {resource.path for resource in RESOURCES}


def test_records_come_back_as_records(client, story):
    dossier = msgspec.json.decode(client.get(f"stories/{story.id}").content, type=Dossier)
    assert dossier.story.id == story.id
    article = story.articles[0]
    assert msgspec.json.decode(client.get(f"articles/{article}").content, type=Article).id == article
    assert first(client, f"articles/{article}/statements", Statement).article == article


@pytest.mark.parametrize("path", ["stories", "statements", "speakers", "outlets", "search?q=كلام OR قال"])
def test_pages_of_a_list_hold_each_line_once(client, path):
    glue = "&" if "?" in path else "?"
    whole = client.get(f"{path}{glue}limit=100").json()["items"]
    shown, after = [], ""
    while True:
        page = client.get(f"{path}{glue}limit=3{after}").json()
        shown += page["items"]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert len(whole) > 3
    assert shown[:100] == whole
    assert len({str(line) for line in shown}) == len(shown)


def test_what_the_asker_holds_is_not_sent_again(client, story):
    answer = client.get(f"stories/{story.id}")
    again = client.get(f"stories/{story.id}", headers={"if-none-match": f'"x", W/{answer.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"stories/{story.id}", headers={"if-none-match": '"other"'}).status_code == 200


def test_a_search_says_where_the_words_stand(client):
    page = msgspec.json.decode(
        client.get("search", params={"q": "الجسر", "facets": "true"}).content, type=SearchResults
    )
    assert page.items
    assert page.facets
    for hit in page.items:
        text = client.get(f"articles/{hit.article}").json()["text"]
        assert text[slice(*hit.at)] == hit.snippet
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


@pytest.mark.parametrize("path", ["stories", "statements", "speakers", "outlets", "search?q=قال"])
def test_a_list_leaves_as_a_table(client, path):
    answer = client.get(f"{path}{'&' if '?' in path else '?'}format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    head, *rows = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert rows
    assert all(len(row) == len(head) for row in rows)


def test_a_story_leaves_as_markdown(client, story):
    answer = client.get(f"stories/{story.id}?format=md")
    assert answer.headers["content-type"].startswith("text/markdown")
    assert story.title.split()[0] in answer.text


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("stories/none", 404, "story"),
        ("articles/none/statements", 404, "article"),
        ("search", 400, "q"),
        ("search?q=", 400, "q"),
        ("search?q=a&q=b", 400, "q"),
        ("search?q=a&limit=0", 400, "limit"),
        ("search?q=a&limit=٣", 400, "limit"),
        ("search?q=a&after=zzz", 404, "after"),
        ("stories?after=WyIxIl0", 404, "after"),
        ("speakers?after=WyJhIiwiYiJd", 404, "after"),
        ("statements?act=sing", 400, "act"),
        ("stories?unknown=1", 400, "unknown"),
        ("search?q=" + "ا" * 1001, 400, "q"),
        ("search?q=%00", 400, "q"),
        ("nothing", 404, None),
    ],
)
def test_a_fault_is_told_as_a_problem(client, path, status, parameter):
    answer = client.get(path)
    told = answer.json()
    assert answer.status_code == told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["parameter"] == parameter
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_nothing_can_be_written(client):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, "stories")
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]
