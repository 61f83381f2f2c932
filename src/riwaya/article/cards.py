"""Stage 4, cards: a teaser set into a text (caption, headline, first paragraph) is a text of its own."""

from collections.abc import Sequence

from riwaya.article import phrases, topic
from riwaya.article.label import Label, Labelled
from riwaya.article.prose import Style
from riwaya.article.segment import Segment
from riwaya.records import Role

_TITLES = frozenset({Label.SHORT, Label.CAPTION})
_MOST = 3  # titles on a card
_HEADLINE = 5  # words a card's headline has at least
_CARD = 3.0  # weight of signs from which a run of titles and a paragraph is a card
# What each sign weighs.
_TIGHT = 1.5  # set close where paragraphs are apart
_PAIR = 1.25  # a caption over the headline
_OPENS = 1.0  # the paragraph opens as news does
_SAYS = 0.75  # and says what the headline says
_BETWEEN = 0.5
_BACK = 0.5  # the paragraph below the card goes on with the text
_HALF = 0.5
_STRANGE = -0.04
_AGAIN = 0.4  # part of its words that a card's lead shares with the text's own first paragraphs
_FIRST = 3


def take_out(segment: Segment, style: Style) -> list[Segment]:
    """The segment without its cards, then each card."""
    rest = Segment(segment.role)
    cards: list[Segment] = []
    place = 0
    items = segment.items
    while place < len(items):
        end = _card_end(items, place, rest, style)
        if end > place:
            cards.append(Segment(Role.TEASER, list(items[place:end])))
        rest.add(*([] if end > place else [items[place]]))
        place = max(end, place + 1)
    return [rest, *cards]


def _card_end(items: Sequence[Labelled], start: int, before: Segment, style: Style) -> int:
    """Where the card that begins at `start` ends, `start` where none does."""
    if start and items[start - 1].line.key == items[start].line.key:
        return start  # the other copy of a caption
    lead = start
    while lead < len(items) and items[lead].label in _TITLES and lead - start <= _MOST:
        lead += 1
    inside = before.prose and 0 < lead - start <= _MOST and lead + 1 < len(items)
    if not inside or items[lead].label is not Label.PROSE:
        return start
    below = (items[i] for i in range(lead + 1, len(items)))
    following = next((i for i in below if i.label not in {Label.ADVERTISEMENT, Label.FURNITURE}), None)
    if following is None or following.label is not Label.PROSE:
        return start
    return lead + 1 if _weight(items[start : lead + 1], following, before, style) >= _CARD else start


def _weight(card: Sequence[Labelled], following: Labelled, before: Segment, style: Style) -> float:
    """Signs for a card. A subheading is one title, as far from its paragraph as paragraphs are from each other."""
    titles, lead = card[:-1], card[-1].line
    headline = titles[-1].line
    if phrases.goes_on(lead.look) or headline.words < _HEADLINE or headline.ended:
        return 0.0
    if len({t.line.key for t in titles}) < len(titles):
        return 0.0  # a caption said twice is a photograph of this text's own
    words = topic.counted([lead.text])
    weight = _TIGHT * (style.gaps and lead.gap == 0 and titles[0].line.gap > 0 and following.line.gap > 0)
    weight += _PAIR * (len(titles) > 1) + _OPENS * phrases.leads(lead.look)
    weight += _SAYS * (topic.shared(topic.counted([headline.text]), words) >= _HALF)
    # The same matter again in another lead, or another matter altogether; a text's own paragraphs lie between.
    again = topic.shared(words, topic.counted(line.text for line in before.prose[:_FIRST]))
    weight += _BETWEEN * (again >= _AGAIN or topic.bond(before.ground, [lead.text]) < _STRANGE)
    back = phrases.goes_on(following.line.look) or topic.bond(before.ground, [following.line.text]) > 0
    return weight + (_BACK if back else -2 * _BACK)
