"""Language-model tools search, read stories, speakers and articles, and change nothing."""

import asyncio
import hashlib
import json

import pytest

mcp = pytest.importorskip("mcp.client.client")

from riwaya.errors import RiwayaError  # noqa: E402
from riwaya.mcp import server  # noqa: E402
from riwaya.run import desk  # noqa: E402
from riwaya.store import FILE, Store  # noqa: E402


@pytest.fixture(scope="module")
def store(samples, tmp_path_factory):
    directory = tmp_path_factory.mktemp("mcp")
    desk.build([str(samples)], directory, workers=1)
    return directory


def ask(store, tool, **given):
    async def asked():
        async with mcp.Client(server(store)) as client:
            return await client.call_tool(tool, given)

    return asyncio.run(asked())


def test_the_tools_are_four_and_read_only(store):
    async def listed():
        async with mcp.Client(server(store)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert {tool.name for tool in tools} == {"search", "story", "who", "article"}
    assert all(tool.annotations.read_only_hint for tool in tools)


def test_a_search_leads_to_an_article_and_its_statements(store):
    found = ask(store, "search", question="نفى OR أعلن", limit=3)
    found = json.loads(found.content[0].text)
    assert len(found["items"]) == 3
    read = json.loads(ask(store, "article", article=found["items"][0]["article"]).content[0].text)
    assert found["items"][0]["snippet"] in read["text"]
    assert {"speaker", "act", "content"} <= set(read["statements"][0])


def test_a_story_is_told_whole(store):
    with Store.existing(store) as held:
        story = next(held.stories())
    assert story.title.split()[0] in ask(store, "story", story=story.id).content[0].text


def test_a_person_is_found_through_every_spelling(store):
    said = json.loads(ask(store, "who", name="ستانييف").content[0].text)
    assert said
    assert all(one["speaker"] and one["article"] for one in said)


@pytest.mark.parametrize(
    ("tool", "given"),
    [
        ("article", {"article": "../../etc/passwd"}),
        ("story", {"story": "no such story"}),
        ("search", {"question": "x" * 2_000}),
        ("search", {"question": "x", "limit": 10_000}),
        ("search", {"question": "قال", "after": "zzz"}),
        ("who", {"name": ""}),
    ],
)
def test_what_can_t_be_answered_is_told(store, tool, given):
    assert ask(store, tool, **given).is_error


def test_nothing_is_written(store):
    before = hashlib.sha256((store / FILE).read_bytes()).digest()
    ask(store, "search", question="نفى")
    ask(store, "who", name="ستانييف")
    assert hashlib.sha256((store / FILE).read_bytes()).digest() == before


def test_a_store_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(RiwayaError, match="no store"):
        server(tmp_path)
