"""The stages in their order, from a page to its texts with every line labelled: how a page is taken apart.

1 lines · 2 labels by a line's own merit · 3 segments by marks · 4 cards set into a text · 5 silent seams · 6 headline
and what stands above a text · 7 summary · 8 what stands inside and below it; in rebuild.py 9 facts, 10 assembly.
Each later stage touches only what is still undecided.
"""

from riwaya.article import bodies, cards, heads, labelling, marks, seams
from riwaya.article.lines import lines
from riwaya.article.prose import Style
from riwaya.article.segment import Segment, is_row
from riwaya.records import Page, Role


def run(page: Page) -> list[Segment]:
    """The texts of a page in the order of their first lines; each has every line of the page that belongs to it."""
    found = lines(page)
    style = Style.of(found)
    texts = marks.by_marks(labelling.label(found, page), style)
    row = is_row(page)
    if not row:
        texts = [part for text in texts for part in cards.take_out(text, style)]
        texts = [part for text in texts for part in ([text] if text.role is Role.TEASER else seams.at_seams(text))]
    decided = [
        bodies.decide(heads.find_summary(heads.decide(text, page, style)), row=row) for text in texts if text.items
    ]
    return sorted(decided, key=lambda text: text.items[0].line.number)
