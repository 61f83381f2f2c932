"""A dossier and its articles as JSON, the story of tests/cases/dossier/bridge.toml: pages are tested without the rooms.

Written by `python tests/serve/conftest.py` where records or the dossier change.
"""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from starlette.testclient import TestClient

from riwaya.records import Article, Dossier
from riwaya.run import desk
from riwaya.serve.app import create
from riwaya.store import Store

HELD = Path(__file__).parents[1] / "cases" / "serve" / "bridge.json"


class Told(msgspec.Struct):
    dossier: Dossier
    articles: list[Article]


@pytest.fixture(scope="session")
def told():
    return msgspec.json.decode(HELD.read_bytes(), type=Told)


@pytest.fixture(scope="session")
def now():
    """The clock of the application under test stands still."""
    return lambda: datetime(2031, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def store(samples, tmp_path_factory):
    """The folder of a store of all samples."""
    directory = tmp_path_factory.mktemp("served")
    desk.build([str(samples)], directory, workers=1)
    return directory


@pytest.fixture
def client(store, now):
    with TestClient(create(store, now=now), base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="session")
def paths(store):
    """A page of each kind, of the samples' largest story."""
    with Store.existing(store) as held:
        story = max(held.stories(), key=lambda one: len(one.articles))
        copy = held.copies(story.articles)[0]
        word = held.article(copy.original).headline.split()[0]
        speaker, outlet = held.voices(1)[0][0], held.outlets()[0][0]
    return {
        "today": "/",
        "story": f"/story/{story.id}",
        "whole": f"/story/{story.id}/whole",
        "article": f"/article/{copy.derived}",
        "compare": f"/compare/{copy.original}/{copy.derived}",
        "speaker": f"/speaker/{quote(speaker)}",
        "outlet": f"/outlet/{quote(outlet)}",
        "outlets": "/outlets",
        "speakers": "/speakers",
        "search": f"/search?q={quote(word)}",
    }


def main():
    import importlib.util  # noqa: PLC0415 - only the writer reaches for the other folder

    from riwaya.dossier import make  # noqa: PLC0415

    place = Path(__file__).parents[1] / "dossier" / "conftest.py"
    spec = importlib.util.spec_from_file_location("bridge", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    story, material = module.tell()
    told = Told(dossier=make(story, material), articles=list(material.articles))
    HELD.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n")


if __name__ == "__main__":
    main()
