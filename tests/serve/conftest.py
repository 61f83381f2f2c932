"""A dossier and its articles as JSON, the story of tests/cases/dossier/bridge.toml: pages are tested without the rooms.

Written by `python tests/serve/conftest.py` where records or the dossier change.
"""

from pathlib import Path

import msgspec
import pytest

from riwaya.records import Article, Dossier

HELD = Path(__file__).parents[1] / "cases" / "serve" / "bridge.json"


class Told(msgspec.Struct):
    dossier: Dossier
    articles: list[Article]


@pytest.fixture(scope="session")
def told():
    return msgspec.json.decode(HELD.read_bytes(), type=Told)


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
