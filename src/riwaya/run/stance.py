"""The stance of every article under a path to a claim given as text."""

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.dossier import stance as model
from riwaya.errors import Rejected
from riwaya.records import Article, Stance
from riwaya.run import pipeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A stance with its article and the name of its page."""

    stance: Stance
    article: Article
    source: str


def of_article(claim: str, article: Article) -> Stance:
    aligned = model.beside(claim, article)
    said = pipeline.statements_of(article) if model.asked(aligned) else ()
    return model.stance(aligned, article, said)


def of_text(claim: str, text: str) -> Stance:
    return of_article(claim, pipeline.article_of(text))


def stances(claim: str, path: str) -> Iterator[Taken | Rejected]:
    """Page by page; what can't be read comes as Rejected."""
    for found in pipeline.readings(path, pipeline.ARTICLE_STEPS):
        if isinstance(found, Rejected):
            yield found
        else:
            stance = of_article(claim, found.article)
            yield Taken(stance=stance, article=found.article, source=found.source)
