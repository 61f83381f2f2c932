"""Names in an article: organisations and places, then people, then the words that later stand for them."""

from riwaya.names import bodies, people
from riwaya.names.found import Sheet
from riwaya.names.look import words
from riwaya.names.resolve import mentions
from riwaya.records import Article, Mention


def find(article: Article) -> tuple[Mention, ...]:
    """Every mention of a person, an organisation or a place, in the order of the text."""
    return read(article.id, article.text)


def read(article: str, text: str) -> tuple[Mention, ...]:
    """The same for a text alone; `article` is the id that the mentions carry."""
    found = words(text)
    sheet = Sheet(text, found, [None] * len(found))
    bodies.find(sheet)
    people.find(sheet)
    return mentions(article, sheet)
