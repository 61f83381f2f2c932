"""A capture to a page: bytes to text and blocks, with the hints that markup, feed entry or row state."""

import re
from dataclasses import dataclass, field

import msgspec
from resiliparse.parse.html import HTMLTree

from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page import blocks, content, encodings, feeds, fields, markup, outline, rows, times
from riwaya.page.script import foreign
from riwaya.page.sniff import Format, known_binary, sniff
from riwaya.records import Block, BlockKind, Capture, Page

_HEAD = 1 << 16
_TAGS = re.compile(
    r"<(?:p|br|div|span|h[1-6]|ul|li|a|img|strong|b|figure|blockquote)\b[^<>]*>|</(?:p|div)>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_INSIDE_ROW = frozenset({"content", "html", "captured_at", markup.BODY})
_LABEL = 15  # letters: sections and sites have shorter names than headlines
_LONG_ENOUGH = 200  # letters of main text: enough to tell its language without the furniture around it
_row = msgspec.json.Decoder(dict[str, object])


@dataclass(slots=True)
class _Draft:
    """Page text as it grows, a line a block."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    hints: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def add(self, text: str, kind: BlockKind, level: int = 0, *, main: bool = True) -> None:
        span = (self.size, self.size + len(text))
        self.blocks.append(Block(kind=kind, span=span, level=level, main=main))
        self._line(text)

    def add_lines(self, text: str) -> None:
        for block in blocks.of_lines(text, self.size):
            self.blocks.append(block)
        self._line(text)

    def _line(self, text: str) -> None:
        self.lines.append(text)
        self.size += len(text) + 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def decode(capture: Capture) -> Page | Rejected:
    """The page of a capture, or the one reason why it is none."""
    named = known_binary(capture.content[:_HEAD])
    if named:
        return _rejected(capture, Reason.BINARY, named)
    found = encodings.decode(capture.content, capture.charset)
    if not isinstance(found, encodings.Decoded):
        return _rejected(capture, *found)
    draft = _draft(capture, found.text)
    if isinstance(draft, Rejected):
        return draft
    return _page(capture, draft)


def _page(capture: Capture, draft: _Draft) -> Page | Rejected:
    limit = settings.current().line_letters
    if not draft.text.strip():
        return _rejected(capture, Reason.EMPTY, "no text on the page")
    if blocks.longest(draft.blocks) > limit:
        return _rejected(capture, Reason.TOO_LARGE, f"one line of more than {limit:,} letters")
    why = foreign(_to_judge(draft))
    if why:
        return _rejected(capture, Reason.LANGUAGE, why)
    return Page(
        capture=capture.id,
        name=capture.name,
        url=capture.url or draft.hints.get("url"),
        captured_at=capture.fetched_at,
        text=draft.text,
        blocks=tuple(draft.blocks),
        hints=draft.hints,
    )


def _to_judge(draft: _Draft) -> str:
    """The main text where there is enough of it: Arabic articles stand among English buttons, and the other way."""
    text = draft.text
    parts = [text[slice(*block.span)] for block in draft.blocks if block.main and block.kind is not BlockKind.LINK]
    return "\n".join(parts) if sum(map(len, parts)) >= _LONG_ENOUGH else text


def _rejected(capture: Capture, reason: Reason, detail: str) -> Rejected:
    return Rejected(subject=capture.name, reason=reason, detail=" ".join(detail.split()))


def _draft(capture: Capture, text: str) -> _Draft | Rejected:
    if capture.media_type == rows.MEDIA_TYPE:
        return _of_row(capture, text)
    kind = sniff(text[:_HEAD].encode("utf-8", "replace"))
    if kind is Format.FEED:
        return _of_feed(capture, text)
    draft = _Draft()
    if kind is Format.HTML:
        _add_html(draft, text)
    else:
        draft.add_lines(text)
    return draft


def _add_html(draft: _Draft, text: str) -> None:
    """The blocks of markup, after what the draft holds already; hints that it states, where none stood."""
    tree = HTMLTree.parse(text)
    draft.hints = markup.hints(tree) | draft.hints
    flat = outline.read(tree)
    _match_headline(draft.hints, {run.text for run in flat.runs})
    kept = content.main(flat, draft.hints.get("headline", ""), draft.hints.pop(markup.BODY, ""))
    for run, main in zip(flat.runs, kept, strict=True):
        draft.add(run.text, run.kind, run.level, main=main)


def _match_headline(hints: dict[str, str], shown: set[str]) -> None:
    """Of a title that names its site too ("site : headline", "headline - section - site"), the part the page shows."""
    stated = hints.get("headline", "")
    if not stated or stated in shown:
        return
    part = next((part for part in markup.parts(stated) if part in shown and len(part) > _LABEL), None)
    if part is not None:
        hints["headline"] = part


def _of_row(capture: Capture, text: str) -> _Draft | Rejected:
    try:
        row = _row.decode(text.encode("utf-8", "replace"))
        stated = fields.read(row)
    except (msgspec.DecodeError, RecursionError) as error:
        return _rejected(capture, Reason.CORRUPT, f"JSON: {error}")
    if not stated.keys() & {"content", "html", "summary", "headline"}:
        if fields.names(row, "headline", "content", "html"):
            return _rejected(capture, Reason.EMPTY, "a row whose title and text are empty")
        return _rejected(capture, Reason.NO_ARTICLE, "a row without a title or text under any known name")
    hints = {hint: _dated(hint, value) for hint, value in stated.items() if hint not in _INSIDE_ROW}
    draft = _Draft(hints=hints)
    body = stated.get("content", "")
    if not body and "html" in stated:
        _add_html(draft, stated["html"])
        return draft
    _add_stated(draft, body)
    return draft


def _dated(hint: str, value: str) -> str:
    if hint in {"published_at", "updated_at"}:
        return times.iso(value) or value
    return value.replace("\r", "")


def _of_feed(capture: Capture, text: str) -> _Draft | Rejected:
    stated = feeds.entry(text)
    if stated is None:
        return _rejected(capture, Reason.CORRUPT, "a feed that cannot be parsed")
    draft = _Draft(hints={hint: value for hint, value in stated.items() if hint not in _INSIDE_ROW})
    _add_stated(draft, stated.get("html", ""))
    return draft


def _add_stated(draft: _Draft, body: str) -> None:
    """Headline, summary where the body does not hold it, body: lines of text, or markup where it has tags."""
    headline, summary = draft.hints.get("headline", ""), draft.hints.get("summary", "")
    if headline:
        draft.add(_one_line(headline), BlockKind.HEADING, 1)
    if summary and _one_line(summary)[:60] not in _one_line(body):
        draft.add(_one_line(summary), BlockKind.TEXT)
    if _TAGS.search(body) or _ENTITY.search(body):
        _add_html(draft, body.replace("\n", "<br>") if not re.search(r"<(?:p|br|div)\b", body, re.IGNORECASE) else body)
    elif body:
        draft.add_lines(encodings.lines(body))


def _one_line(text: str) -> str:
    return " ".join(text.split())
