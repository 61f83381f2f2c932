"""A page: where it is, the dataclass that it shows, and the same as JSON, CSV and Markdown. One mechanism for all."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from riwaya.serve import preferences, templating
from riwaya.serve.looks import Look
from riwaya.serve.reader import Reader
from riwaya.serve.site import Site
from riwaya.serve.tongue import Tongue

V = TypeVar("V")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so
_TYPES = {"json": "application/json", "csv": "text/csv", "md": "text/markdown"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as a page needs it."""

    request: Request
    site: Site
    reader: Reader
    tongue: Tongue
    look: Look

    @classmethod
    def of(cls, request: Request) -> "Asked":
        reader = Reader.of(request.cookies)
        site: Site = request.app.state.site
        return cls(request, site, reader, reader.tongue, Look.of(request.cookies.get("look", ""), site.now()))

    def path(self, name: str) -> str:
        return str(self.request.path_params[name])

    def query(self, name: str, default: str = "") -> str:
        return self.request.query_params.get(name, default)

    @property
    def here(self) -> str:
        """This page's own link, which stays."""
        query = urlencode(list(self.request.query_params.multi_items()))
        return self.request.url.path + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What of a page leaves as a table."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[V]):
    """`name` is its template's too; `view` raises HTTPException where there is nothing of what was asked."""

    name: str
    path: str
    view: Callable[[Asked], V]
    sheet: Callable[[V, Tongue], Sheet]
    template: str = ""  # of another name than the page's
    cookies: Callable[[Asked], dict[str, str]] | None = None  # what a look at the page leaves with the reader
    brief: bool = False  # long lists end in a link to the page that has all

    def routes(self) -> list[Route]:
        """The exports before the page, whose pattern would take their ending for a part of a name."""
        stem = "/today" if self.path == "/" else self.path
        exports = [Route(f"{stem}.{kind}", self._export(kind), name=f"{self.name}.{kind}") for kind in _TYPES]
        return [*exports, Route(self.path, self._shown, name=self.name)]

    def _shown(self, request: Request) -> Response:
        asked = Asked.of(request)
        page = templating.shown(self.template or f"{self.name}.html", asked.reader, self._context(asked))
        answer = HTMLResponse(page)
        for name, value in (self.cookies(asked) if self.cookies is not None else {}).items():
            preferences.keep(answer, request, name, value)
        return answer

    def _context(self, asked: Asked) -> dict[str, object]:
        stem = "/today" if self.path == "/" else asked.request.url.path
        query = asked.here.partition("?")[2]
        exports = {kind: f"{stem}.{kind}" + (f"?{query}" if query else "") for kind in _TYPES}
        return {
            "page": self.view(asked),
            "whole": not self.brief,
            "name": self.name,
            "path": asked.request.url.path,
            "here": asked.here,
            "exports": exports,
        }

    def _export(self, kind: str) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            asked = Asked.of(request)
            view = self.view(asked)
            if kind == "json":
                content = msgspec.json.encode(view)
            else:
                table = self.sheet(view, asked.tongue)
                content = (as_csv(table) if kind == "csv" else as_markdown(table, asked.tongue)).encode()
            name = request.url.path.rpartition("/")[2]
            given = {"content-disposition": f"attachment; filename={name!r}" if name.isascii() else "attachment"}
            return Response(content, media_type=_TYPES[kind], headers=given)

        return answer


def as_csv(sheet: Sheet) -> str:
    """With the mark by which spreadsheets know UTF-8; a cell that they would run as a formula is led by a quote."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(sheet.head)
    writer.writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in sheet.rows)
    return "\ufeff" + out.getvalue()


def as_markdown(sheet: Sheet, tongue: Tongue) -> str:
    safe = templating.markdown
    lines = [f"# {safe(sheet.title)}", "", f"| {' | '.join(map(safe, sheet.head))} |", "|---" * len(sheet.head) + "|"]
    lines += [f"| {' | '.join(map(safe, row))} |" for row in sheet.rows]
    direction = "rtl" if tongue.arabic else "ltr"
    return f'<div dir="{direction}" lang="{tongue.language}">\n\n' + "\n".join(lines) + "\n\n</div>\n"
