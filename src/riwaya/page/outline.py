"""An HTML tree as a flat list of elements and the blocks of text in them, in document order.

The tree is walked without recursion: pages come nested 10,000 deep.
"""

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from itertools import pairwise

from resiliparse.parse.html import ElementNode, HTMLTree, Node, TextNode

from riwaya.language import lexicon
from riwaya.records import BlockKind

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "math",
        "map",
        "head",
        "frameset",
        "progress",
        "meter",
        "bannerinjection",
    }
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
        "picture",
        "source",
    }
)
_FURNITURE = frozenset({"nav", "footer", "aside", "dialog", "menu", "button"})
_PERHAPS = frozenset({"form", "header", "fieldset"})
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
_UNSEEN = re.compile(r"(?<![\w-])(?:hidden|d-none|hide|u-hide|hideMe)(?![\w-])")
_SHOWN = re.compile(r"\b(?:d-(?:sm|md|lg|xl)-(?:block|flex|inline)|(?:sm|md|lg|xl):(?:block|flex))")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_BLANKS = re.compile(r"[ \t\r\f\n]+")
_EDGES = " \t\n\u00a0\ufeff\u200b\u200e\u200f\u3000"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LINKED = 0.8
_LONG = 150  # a paragraph wholly inside a link is still a paragraph
_LONG_CAPTION = 500


class Mark(IntEnum):
    """How surely an element is furniture."""

    NONE = 0
    SOFT = 1
    HARD = 2
    SURE = 3


class Holds(IntEnum):
    """How plainly markup calls an element the article."""

    NOTHING = 0
    MAIN = 1
    ARTICLE = 2
    BODY = 3
    STATED = 4  # itemprop="articleBody"


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
        if tag in _SKIPPED or tag == "br":
            return False
        frame = self.frames[-1]
        if tag in _INLINE and not _stands_alone(node, tag):
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
    node: Node | None = root.first_child if root is not None else None
    depth = 0
    while node is not None:
        if isinstance(node, TextNode):
            walk.add(node.value or "")
        elif isinstance(node, ElementNode) and walk.enter(node):
            below = node.first_child
            if below is not None:
                node, depth = below, depth + 1
                continue
            walk.leave()
        node, left = _following(node, depth)
        depth -= left
        for _ in range(left):
            walk.leave()
    walk.flush()
    return Outline(tuple(walk.elements), tuple(walk.runs))


def _following(node: Node, depth: int) -> tuple[Node | None, int]:
    """The node after `node` and all below it, and how many of its `depth` parents end before it."""
    here: Node | None = node
    left = 0
    while here is not None and here.next is None and left < depth:
        here, left = here.parent, left + 1
    return (here.next if here is not None else None), left


def _stands_alone(node: ElementNode, tag: str) -> bool:
    """An inline element that is no part of the line around it: hidden words, a caption or the body in a span."""
    classes = node.class_name
    if classes:
        mark, _, caption = _of_names(classes, "", False)
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
    if tag in _FURNITURE or role in _ROLES or _is_hidden(node):
        mark = max(mark, Mark.HARD)
    elif tag in _PERHAPS:
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
    return _of_names(node.class_name or "", node.id or "", tag in _UNMARKED)


@cache
def _of_names(classes: str, name: str, whole_page: bool) -> tuple[Mark, Holds, bool]:  # noqa: FBT001  # a key of the cache
    marks = {mark for part in _parts(classes, name) for mark in _marks().get(part, ())}
    holds = Holds.BODY if "body" in marks else Holds.NOTHING
    if whole_page:
        return Mark.NONE, holds, False
    if "soft" in marks and _SHOWN.search(classes):
        marks.discard("soft")
    mark = next((m for m in (Mark.SURE, Mark.HARD, Mark.SOFT) if m.name.lower() in marks), Mark.NONE)
    return mark, holds if mark < Mark.HARD else Holds.NOTHING, "caption" in marks


def _parts(classes: str, name: str) -> set[str]:
    """`td-post-sharing` is post, sharing and post-sharing; `ShareDiv` is share and div; whole classes carry a `=`."""
    found: set[str] = set()
    for word in [*classes.split(), *([name] if name and "$" not in name and "ctl00" not in name else [])]:
        parts = [part.lower() for part in _PARTS.findall(word)]
        found.update(parts, (f"{a}-{b}" for a, b in pairwise(parts)))
        found.update(("-".join(parts), word.lower(), f"={word.lower()}", f"={'-'.join(parts)}"))
    return found


@cache
def _marks() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, mark in lexicon.rows("riwaya.page", "marks.tsv"):
        found[word] = (*found.get(word, ()), mark)
    return found
