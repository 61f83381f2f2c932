"""Which outlet carried what was said, in the same words or others, and which left it out.

An outlet is never said to have left out what stands on its page: words that no statement was found in still count.
"""

from collections import defaultdict
from datetime import date
from itertools import pairwise

from riwaya.dossier.material import Desk
from riwaya.dossier.speakers import Cast, plain
from riwaya.dossier.utterances import Utterance, Weights, comparable
from riwaya.dossier.wording import clause
from riwaya.dossier.words import bag, folded_words
from riwaya.records import Carried, Coverage, SpeakerKind, Statement

_SAME_WORDS = 0.8  # of the words an outlet gives, the part that is the utterance's own
_HALF = 0.4  # of the utterance's words, the part that must be left for it to be called carried
_ON_PAGE = 0.5  # of the utterance's words in one sentence of the page: enough not to accuse
_ALL_ON_PAGE = 0.85
_SAID = 2  # words of an utterance that says something
_RUN = 4  # words in a row, all the same, that a page can't hold by chance

_RANK = {Carried.CARRIED: 2, Carried.REWORDED: 1, Carried.LEFT_OUT: 0}


class Pages:
    """The words of every page of the story by outlet, sentence by sentence, made once."""

    def __init__(self, desk: Desk) -> None:
        self.outlets: dict[str, list[str]] = defaultdict(list)
        for article in sorted(desk.articles.values(), key=lambda a: (desk.labels[a.id], a.id)):
            self.outlets[desk.labels[article.id]].append(article.id)
        self._desk = desk
        self._sentences: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        self._texts: dict[str, str] = {}

    def sentences(self, outlet: str) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The words of each sentence; the same with those of the sentence before, where its speaker may be named."""
        if outlet not in self._sentences:
            held = [
                comparable(self._desk.words(article, span))
                for article in self.outlets[outlet]
                for span in self._desk.sentences(article)
            ]
            self._sentences[outlet] = [(here, before | here) for before, here in pairwise([frozenset(), *held])]
        return self._sentences[outlet]

    def day(self, article: str) -> date | None:
        published = self._desk.articles[article].published_at
        return published.first if published is not None else None

    def last_day(self, outlet: str) -> date | None:
        """The day of the outlet's last report; None where one has no day."""
        published = [self._desk.articles[article].published_at for article in self.outlets[outlet]]
        days = [when.last for when in published if when is not None]
        return max(days) if len(days) == len(published) else None

    def text(self, outlet: str) -> str:
        """All the words of the outlet's pages, folded, a blank between two."""
        if outlet not in self._texts:
            articles = (self._desk.articles[article].text for article in self.outlets[outlet])
            self._texts[outlet] = " ".join([" ", *(" ".join(folded_words(text)) for text in articles), " "])
        return self._texts[outlet]


def coverage(desk: Desk, said: list[Utterance], cast: Cast, weights: Weights) -> tuple[Coverage, ...]:
    """Every utterance against every outlet; what most outlets carry first, then in the story's order."""
    pages = Pages(desk)
    telling = [utterance for utterance in said if not _points_back(utterance)]
    rows = [_row(utterance, desk, cast, (pages, weights)) for utterance in telling]
    carried = [sum(state is not Carried.LEFT_OUT for state in row.outlets.values()) for row in rows]
    return tuple(row for _, row in sorted(zip(carried, rows, strict=True), key=lambda pair: -pair[0]))


def _points_back(utterance: Utterance) -> bool:
    """«انعقادها», «ذلك»: a word that stands for what others said, and nothing to carry or leave out by itself."""
    return not any(form.quotes or len(folded_words(form.content)) >= _SAID for form in utterance.forms)


def _row(utterance: Utterance, desk: Desk, cast: Cast, measure: tuple[Pages, Weights]) -> Coverage:
    pages, weights = measure
    best = utterance.best
    names = _names(utterance, cast)
    states = {outlet: _on_page(best, names, outlet, measure) for outlet in pages.outlets}
    fullest: dict[str, Statement] = {}
    for form in utterance.forms:
        outlet = desk.labels[form.article]
        state = _form(best, form, weights)
        if _RANK[state] > _RANK[states[outlet]]:
            states[outlet] = state
        held = fullest.get(form.article)
        if held is None or len(form.content) > len(held.content):
            fullest[form.article] = form
    return Coverage(
        speaker=cast.face(utterance.speaker(cast)),
        act=best.act,
        text=clause(desk, best),
        statements=tuple(form.id for form in fullest.values()),
        outlets={
            outlet: state
            for outlet, state in states.items()
            if _could(utterance, outlet, state, pages) and plain(outlet) != plain(best.speaker.name)
        },
    )


def _could(utterance: Utterance, outlet: str, state: Carried, pages: Pages) -> bool:
    """Whether the outlet could have carried it: not where all its reports are of a day before it was said.

    Where no outlet gives that day, the day of the first report that carries it stands for it.
    """
    dated = [form.said_on.first for form in utterance.forms if form.said_on is not None]
    said = dated or [day for form in utterance.forms if (day := pages.day(form.article)) is not None]
    last = pages.last_day(outlet)
    return state is not Carried.LEFT_OUT or not said or last is None or last >= min(said)


def _form(best: Statement, form: Statement, weights: Weights) -> Carried:
    whole, given = comparable(best.content), comparable(form.content)
    if form.id == best.id or whole == given:
        return Carried.CARRIED
    shared = weights.of(whole & given)
    of_given = shared / (weights.of(given) or 1)
    of_whole = shared / (weights.of(whole) or 1)
    kept = of_whole >= _ALL_ON_PAGE or (of_given >= _SAME_WORDS and of_whole >= _HALF)
    return Carried.CARRIED if kept else Carried.REWORDED


def _names(utterance: Utterance, cast: Cast) -> list[frozenset[str]]:
    """Words by which a page would name the speaker, or the house for which he speaks: a person's last name will do."""
    found = []
    for speaker in {form.speaker for form in utterance.forms}:
        words = speaker.name.split()
        found.append(bag(words[-1] if speaker.kind is SpeakerKind.PERSON else speaker.name))
    house = cast.house(utterance.speaker(cast))
    return [*found, bag(house)] if house else found


def _on_page(best: Statement, names: list[frozenset[str]], outlet: str, measure: tuple[Pages, Weights]) -> Carried:
    """What the page's own words say, whatever statements were found on it.

    Loose likeness counts only beside the speaker's name: who leaves out a denial still tells what was denied.
    """
    pages, weights = measure
    run = folded_words(best.content)
    if len(run) >= _RUN and f" {' '.join(run)} " in pages.text(outlet):
        return Carried.CARRIED
    wanted = comparable(best.content)
    total = weights.of(wanted)
    if not total:
        return Carried.LEFT_OUT
    sentences = pages.sentences(outlet)
    named = [here for here, near in sentences if any(name <= near for name in names)]
    most = max((weights.of(wanted & sentence) / total for sentence in named), default=0.0)
    if most >= _ALL_ON_PAGE and len(run) >= _RUN:
        return Carried.CARRIED
    return Carried.REWORDED if most >= _ON_PAGE and len(wanted) > 1 else Carried.LEFT_OUT
