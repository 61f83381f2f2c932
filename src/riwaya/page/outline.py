"""An HTML tree as a flat list of elements and the blocks of text in them, in document order.

The tree is walked without recursion: pages come nested 10,000 deep.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from resiliparse.parse.html import ElementNode, HTMLTree, Node, TextNode

from riwaya.language import lexicon
from riwaya.page.marks import Holds, Mark, of_names
from riwaya.records import BlockKind

_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alert",
        "menu",
        "menubar",
        "toolbar",
        "form",
    }
)
_UNMARKED = frozenset({"html", "body", "main", "article"})  # their classes speak of the whole page
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(r"(?<![\w-])(?:hidden|d-none|hide)(?![\w-])")
_BLANKS = re.compile(r"[ \t\r\f\n]+")
_EDGES = " \t\n\u00a0\ufeff\u200b\u200e\u200f\u3000"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LINKED = 0.8
_LONG = 150  # a paragraph wholly inside a link is still a paragraph
_LONG_CAPTION = 500


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    parent: int
    mark: Mark
    holds: Holds
    names: str = ""  # tag and classes: what repeats on a page is of one kind


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one block; `linked` of its `letters` are inside links."""

    element: int
    text: str
    letters: int
    linked: int
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    elements: tuple[Element, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds inside an element, by inheritance."""

    element: int
    level: int = 0
    caption: bool = False
    quote: bool = False
    item: bool = False
    link: bool = False
    pre: bool = False


class _Walk:
    """Elements and runs as they are met; `parts` is the text of the block that is open."""

    def __init__(self) -> None:
        self.elements: list[Element] = [Element("", -1, Mark.NONE, Holds.NOTHING)]
        self.runs: list[Run] = []
        self.frames = [_Frame(0)]
        self._parts: list[str] = []
        self._linked = 0
        self._holder = self.frames[0]

    def enter(self, node: ElementNode) -> bool:
        """Open an element; False where its inside is not text of the page."""
        tag = (node.tag or "").lower()
        if tag == "br":
            self.flush()
        if tag == "br" or _kind_of(tag) == "skipped":
            return False
        frame = self.frames[-1]
        if _kind_of(tag) == "inline" and not _stands_alone(node, tag):
            link = frame.link or (tag == "a" and _leads_away(node.getattr("href") or ""))
            self.frames.append(replace(frame, link=link) if link != frame.link else frame)
            return True
        self.flush()
        self.elements.append(_element(node, tag, frame.element))
        self.frames.append(_inside(frame, node, tag, len(self.elements) - 1))
        return True

    def leave(self) -> None:
        frame = self.frames.pop()
        if frame.element != self.frames[-1].element:  # a block, or an inline element that stands alone
            self.flush()

    def add(self, text: str) -> None:
        frame = self.frames[-1]
        if not frame.pre:
            self._add(text, frame)
            return
        first, *rest = text.split("\n")
        self._add(first, frame)
        for line in rest:
            self.flush()
            self._add(line, frame)

    def _add(self, text: str, frame: _Frame) -> None:
        if not self._parts:
            if not text.strip(_EDGES):
                return
            self._holder = frame
        self._parts.append(text)
        self._linked += len(text.strip()) if frame.link else 0

    def flush(self) -> None:
        """Close the open block."""
        if not self._parts:
            return
        text = _BLANKS.sub(" ", "".join(self._parts)).strip(_EDGES)
        if text:
            kind = _kind(self._holder, text, self._linked)
            level = self._holder.level if kind is BlockKind.HEADING else 0
            self.runs.append(Run(self._holder.element, text, len(text), self._linked, kind, level))
        self._parts, self._linked = [], 0


def read(tree: HTMLTree) -> Outline:
    """The page's body as elements and runs; element 0 is the page itself."""
    walk = _Walk()
    root = tree.body or tree.document
    above: list[Node] = []
    node: Node | None = root.first_child if root is not None else None
    while node is not None:
        below = None
        if isinstance(node, TextNode):
            walk.add(node.value or "")
        elif isinstance(node, ElementNode) and walk.enter(node):
            below = node.first_child
            if below is None:
                walk.leave()
        if below is not None:
            above.append(node)
            node = below
        else:
            node = _following(walk, node, above)
    walk.flush()
    return Outline(tuple(walk.elements), tuple(walk.runs))


def _following(walk: _Walk, node: Node, above: list[Node]) -> Node | None:
    """The node after `node` and all below it; elements that end before it are left."""
    after = node.next
    while after is None and above:
        after = above.pop().next
        walk.leave()
    return after


def _kind_of(tag: str) -> str:
    return _tags().get(tag, "block")


@cache
def _tags() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("riwaya.page", "tags.tsv")}


def _stands_alone(node: ElementNode, tag: str) -> bool:
    """An inline element that is no part of the line around it: hidden words, a caption or the body in a span."""
    classes = node.class_name
    if classes:
        mark, _, caption = of_names(classes, "", False)
        if caption or mark is Mark.SURE or (tag != "a" and (mark is Mark.HARD or _UNSEEN.search(classes))):
            return True
    return tag == "span" and "articlebody" in (node.getattr("itemprop") or "").lower()


def _leads_away(href: str) -> bool:
    return bool(href) and not href.startswith("#")


def _inside(frame: _Frame, node: ElementNode, tag: str, element: int) -> _Frame:
    return replace(
        frame,
        element=element,
        level=_HEADINGS.get(tag, frame.level),
        caption=frame.caption or tag in {"figcaption", "figure", "caption"} or _named(node, tag)[2],
        quote=frame.quote or tag == "blockquote",
        item=(frame.item or tag == "li") and tag not in {"td", "th"},
        pre=frame.pre or tag == "pre",
    )


def _kind(frame: _Frame, text: str, linked: int) -> BlockKind:
    if linked >= _LINKED * len(text) and frame.level != 1 and len(text) < _LONG:
        return BlockKind.LINK
    if frame.caption and len(text) < _LONG_CAPTION:
        return BlockKind.CAPTION
    if frame.level:
        return BlockKind.HEADING
    if frame.quote:
        return BlockKind.QUOTE
    return BlockKind.BULLET if frame.item else BlockKind.TEXT


def _element(node: ElementNode, tag: str, parent: int) -> Element:
    mark, holds, _ = _named(node, tag)
    role = (node.getattr("role") or "").lower()
    if _kind_of(tag) == "hard" or role in _ROLES or _is_hidden(node):
        mark = max(mark, Mark.HARD)
    elif _kind_of(tag) == "soft":
        mark = max(mark, Mark.SOFT)
    if "articlebody" in (node.getattr("itemprop") or node.getattr("property") or "").lower():
        mark, holds = Mark.NONE, Holds.STATED
    elif tag == "article" or role == "article":
        holds = max(holds, Holds.ARTICLE)
    elif tag == "main" or role == "main":
        holds = max(holds, Holds.MAIN)
    return Element(tag, parent, mark, holds, f"{tag} {node.class_name or ''}")


def _is_hidden(node: ElementNode) -> bool:
    return node.hasattr("hidden") or bool(_HIDDEN.search(node.getattr("style") or ""))


def _named(node: ElementNode, tag: str) -> tuple[Mark, Holds, bool]:
    """What class and id call an element: furniture, the article's body, a caption."""
    return of_names(node.class_name or "", node.id or "", tag in _UNMARKED)
