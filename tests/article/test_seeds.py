"""Every line of the labelled pages in its place, by the gold's own rules."""

import importlib.util
import json

import msgspec

from plainpage import plain
from riwaya.article import rebuild
from riwaya.errors import Rejected


def test_every_line_of_the_labelled_pages_is_in_its_place(shared, monkeypatch):
    monkeypatch.syspath_prepend(str(shared / "score"))
    spec = importlib.util.spec_from_file_location("pages_scorer", shared / "score/pages.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    wrong = []
    for page in json.loads((shared / "gold/pages.json").read_text("utf-8"))["pages"]:
        text = (shared / "seeds" / page["file"]).read_text("utf-8")
        found = rebuild(plain(text))
        assert not isinstance(found, Rejected)
        articles = json.loads(msgspec.json.encode(found))
        wrong += scorer.score(page, text.split("\n"), articles)[2]
    # Days that no line states are worked out by the dates room.
    assert [w for w in wrong if not w.endswith("/published_at")] == []
