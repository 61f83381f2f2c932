"""Words highlighted in their place: spans asked for by the page's parts, and the articles' texts with them in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from riwaya.language.quotes import is_whole, open_at, whole
from riwaya.language.sentences import sentences
from riwaya.records import Article, ParagraphKind, Span
from riwaya.serve.signs import Sign
from riwaya.serve.views import TextLine, Token

_WIDEST = 420  # letters of a quotation whose end is still looked for
_LATE = 0.6  # of the room: where a quotation that begins later is cut, it is left out whole
_AROUND = 170  # letters of context on each side of quoted words


@dataclass(frozen=True, slots=True)
class Mark:
    id: str
    span: Span
    sign: Sign | None = None
    back: str = ""


@dataclass
class Marks:
    """Collects marks while a page is made; the same span asked for twice is one mark."""

    articles: Mapping[str, Article]
    _held: dict[str, dict[Span, Mark]] = field(default_factory=lambda: defaultdict(dict))
    _sentences: dict[str, list[Span]] = field(default_factory=dict)

    def href(self, article: str, span: Span, sign: Sign | None = None, back: str = "") -> str:
        """Where the words at `span` can be opened; a sign and a way back are kept once given."""
        held = self._held[article]
        mark = held.get(span)
        if mark is None:
            mark = Mark(f"m-{self.short(article)}-{span[0]}-{span[1]}", span)
        held[span] = replace(mark, sign=mark.sign or sign, back=mark.back or back)
        return f"#{mark.id}"

    def text(self, article: str) -> str:
        """Where the whole of an article's text can be read."""
        return f"#t-{self.short(article)}"

    def story(self, story: str) -> str:  # noqa: ARG002 - a file holds one story; what overrides this leads to others
        """Where another story can be opened; empty where it can't."""
        return ""

    def beside(self, one: str, other: str) -> str:  # noqa: ARG002 - as `story`
        """Where two texts stand side by side; empty where this page shows what changed."""
        return ""

    def short(self, article: str) -> str:
        """A mark for the article that is short and sure: its place among the story's."""
        return str(list(self.articles).index(article) + 1)

    def around(self, article: str, span: Span) -> Span:
        """The sentence, or sentences, in which the words stand."""
        if article not in self._sentences:
            self._sentences[article] = sentences(self.articles[article].text)
        within = [(a, b) for a, b in self._sentences[article] if a < span[1] and span[0] < b]
        found = min([span[0], *(a for a, _ in within)]), max([span[1], *(b for _, b in within)])
        return self._closed(article, found)

    def _closed(self, article: str, span: Span) -> Span:
        """With the sentences that close a quotation opened in it: «لا أؤكد ذلك. لننتظر»."""
        text = self.articles[article].text
        if is_whole(text[slice(*span)]):
            return span
        first, last = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
        near = [s for s in self._sentences[article] if first <= s[0] and (s[1] <= last or last < 0)]
        later = [(span[0], b) for _, b in near if b > span[1]]
        earlier = [(a, span[1]) for a, _ in reversed(near) if a < span[0]]
        wider = (found for found in (*later, *earlier) if found[1] - found[0] <= _WIDEST)
        return next((found for found in wider if is_whole(text[slice(*found)])), span)

    def sentence(self, article: str, span: Span) -> str:
        return " ".join(self.articles[article].text[slice(*self.around(article, span))].split())

    def context(self, article: str, span: Span) -> tuple[str, str, str]:
        """What stands before the words in their sentence, the words, and what stands after."""
        text = self.articles[article].text
        first, last = self.around(article, span)
        before, after = text[first : span[0]], text[span[1] : last]
        return _end(before), text[slice(*span)], _start(after)

    def lines(self, article: str) -> tuple[TextLine, ...]:
        """The article's text, a line a paragraph, with every mark asked for so far."""
        held = self.articles[article]
        named = kinds(held)
        marks = sorted(self._held[article].values(), key=lambda m: (m.span[0], -m.span[1], m.id))
        found: list[TextLine] = []
        given: set[str] = set()
        start = 0
        for words in held.text.split("\n"):
            if words.strip():
                kind = named.get(start, ParagraphKind.BODY.value)
                found.append(TextLine(kind=kind, tokens=tokens(held.text, (start, start + len(words)), marks, given)))
            start += len(words) + 1
        return tuple(found)


def kinds(article: Article) -> dict[int, str]:
    """What each line of an article's text is, by where it begins."""
    found = {paragraph.span[0]: paragraph.kind.value for paragraph in article.paragraphs}
    if article.headline_span is not None:
        found[article.headline_span[0]] = "headline"
    if article.summary_span is not None:
        found[article.summary_span[0]] = "summary"
    return found


def tokens(text: str, line: Span, marks: list[Mark], given: set[str]) -> tuple[Token, ...]:
    """A line cut at its marks; one that crosses another's end or the line's is cut short there, its id given once."""
    found: list[Token] = []
    ends: list[int] = []
    place = line[0]

    def upto(end: int) -> None:
        nonlocal place
        if end > place:
            found.append(Token(kind="text", text=text[place:end]))
            place = end

    for mark in marks:
        start, end = max(mark.span[0], line[0]), min(mark.span[1], line[1])
        if start >= end:
            continue
        while ends and ends[-1] <= start:
            upto(ends.pop())
            found.append(Token(kind="close"))
        upto(start)
        own = mark.id not in given
        given.add(mark.id)
        found.append(Token(kind="open", id=mark.id if own else "", sign=mark.sign if own else None, back=mark.back))
        ends.append(min([end, *ends]))
    while ends:
        upto(ends.pop())
        found.append(Token(kind="close"))
    upto(line[1])
    return tuple(found)


def _end(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "… " + text[-_AROUND:].partition(" ")[2]


def _start(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + " …"


def clip(text: str, most: int) -> str:
    """`text` cut after a whole word, with the sign that something is missing and its quotations closed."""
    if len(text) <= most:
        return whole(text)
    kept = text[:most].rpartition(" ")[0]
    opened = open_at(kept)
    if opened is not None and opened > _LATE * most:
        kept = kept[:opened].rpartition(" ")[0]  # with the ل or ب written on to its mark
    return whole(kept.rstrip(" ،:؛-") + " …")
