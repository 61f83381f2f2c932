"""Names in an article: organisations and places, then people, then the words that later stand for them.

A tagger says where names are; the tables and the grammar of this room say how they are called, in what role, and what
stands for them later, and keep what they know for sure.
"""

from datetime import date, timedelta

from riwaya.names import bodies, people
from riwaya.names.found import RULES, Sheet
from riwaya.names.resolve import mentions
from riwaya.names.seen import ask
from riwaya.names.taggers import Tagger
from riwaya.names.taggers import tagger as load
from riwaya.records import Article, Mention

_SURE = timedelta(days=31)  # a publish day less sure than this tells no holder of an office


def find(article: Article, tagger: Tagger | None = None) -> tuple[Mention, ...]:
    """Every mention of a person, an organisation or a place, in the order of the text; by the fast tagger if none."""
    when = article.published_at
    day = when.last if when is not None and when.last - when.first < _SURE else None
    return read(article.id, article.text, tagger, day)


def read(article: str, text: str, tagger: Tagger | None = None, day: date | None = None) -> tuple[Mention, ...]:
    """The same for a text alone, written on `day`; `article` is the id that the mentions carry."""
    by = tagger or load()
    sheet = Sheet.of(text, read=by.name != RULES, day=day)
    ask(sheet, by)
    bodies.find(sheet)
    people.find(sheet)
    return mentions(article, sheet)
