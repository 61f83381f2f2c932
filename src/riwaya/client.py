"""Riwaya from another program: the API's records, a list as an iterator that asks for its pages as it goes.

    from riwaya.client import Client
    client = Client("http://127.0.0.1:8700")
    for hit in client.search("speaker:… act:deny"): …

On the standard library alone, so that a program that reads from a Riwaya needs no package for it. It speaks to the one
address that it is given and follows no redirect.
"""

import urllib.request
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import quote, urlencode

import msgspec

from riwaya.errors import RiwayaError
from riwaya.records import Article, Claim, Dossier, Statement, Story

T = TypeVar("T")
Send = Callable[[str, Mapping[str, str]], tuple[int, bytes]]  # address, headers → status, body
_OK = 200
_SECONDS = 30.0


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article that a search found; `marks` lie in `snippet`, which stands at `at` in the article's text."""

    article: str
    headline: str
    outlet: str | None
    agency: str | None
    day: str | None
    url: str | None
    snippet: str
    at: tuple[int, int]
    marks: tuple[tuple[int, int], ...]
    whole: bool
    score: float


class _Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - the handler's signature
        """None: what answers elsewhere is not the Riwaya that was named."""


class Client:
    """The Riwaya at `address`; `token` is that of `riwaya users add --token`. Faults raise RiwayaError."""

    def __init__(self, address: str, token: str | None = None, send: Send | None = None) -> None:
        self._base = address.rstrip("/") + "/api/v1"
        self._headers = {"accept": "application/json", **({"authorization": f"Bearer {token}"} if token else {})}
        self._send = send or _sent

    def search(self, asked: str) -> Iterator[Hit]:
        """Articles that hold what is asked, the best first."""
        return self._all("/search", Hit, q=asked)

    def stories(self) -> Iterator[Story]:
        """Stories, the latest first."""
        return self._all("/stories", Story)

    def story(self, story: str) -> Dossier:
        return self._one(f"/stories/{quote(story, safe='')}", Dossier)

    def claims(self, story: str) -> Iterator[Claim]:
        return self._all(f"/stories/{quote(story, safe='')}/claims", Claim)

    def article(self, article: str) -> Article:
        return self._one(f"/articles/{quote(article, safe='')}", Article)

    def statements(self, **asked: str) -> Iterator[Statement]:
        """By `speaker` in any spelling, `act` and `story`; all of them without."""
        return self._all("/statements", Statement, **asked)

    def _one(self, path: str, kind: type[T], **asked: str) -> T:
        query = f"?{urlencode(asked)}" if asked else ""
        status, body = self._send(f"{self._base}{path}{query}", self._headers)
        if status != _OK:
            raise RiwayaError(_detail(status, body))
        return msgspec.json.decode(body, type=kind)

    def _all(self, path: str, kind: type[T], **asked: str) -> Iterator[T]:
        after: dict[str, str] = {}
        while True:
            page = self._one(path, _Page, **asked, **after)
            yield from msgspec.json.decode(page.items, type=list[kind])  # type: ignore[valid-type]
            if page.next is None:
                return
            after = {"after": page.next}


class _Page(msgspec.Struct):
    items: msgspec.Raw
    next: str | None = None


def _detail(status: int, body: bytes) -> str:
    try:
        return f"{status}: {msgspec.json.decode(body)['detail']}"
    except (msgspec.DecodeError, KeyError, TypeError):
        return f"{status}"


def _sent(address: str, headers: Mapping[str, str]) -> tuple[int, bytes]:
    opener = urllib.request.build_opener(_Still)
    try:
        with opener.open(urllib.request.Request(address, headers=dict(headers)), timeout=_SECONDS) as answer:  # noqa: S310
            return answer.status, answer.read()
    except HTTPError as fault:
        return fault.code, fault.read()
    except OSError as fault:
        message = f"{address}: {fault}"
        raise RiwayaError(message) from fault
