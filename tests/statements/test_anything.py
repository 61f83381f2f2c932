from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.records import Mention, NameKind
from riwaya.run.explain import parts
from riwaya.statements import find
from sayings import article, cases
from strategies import anything, arabic, quoted

_SAID = [text for name in ("finite", "beside", "sources", "silence") for text, *_ in cases(name)]
_LINE = st.one_of(anything(), arabic(), quoted(), st.sampled_from(_SAID))


@given(st.lists(_LINE, max_size=5), st.one_of(st.none(), _LINE))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_statements_whose_spans_lie_within_it(lines, headline):
    page = article(*lines, headline=headline)
    for s in find(page, (), ()):
        spans = [s.spans.cue, s.spans.content, *s.spans.quotes, *s.spans.via]
        spans += [span for span in (s.spans.speaker, s.spans.addressee, s.spans.said_on) if span is not None]
        assert all(0 <= start < end <= len(page.text) for start, end in spans)
        assert s.content
        assert s.speaker.name
        assert all(part.words for part in parts(s, page.text))


@given(st.lists(_LINE, max_size=4), st.data())
@settings(max_examples=60, deadline=None)
def test_mentions_may_stand_anywhere(lines, data):
    """What the names room gives may overlap, begin within a word, or cover a verb: nothing raises."""
    page = article(*lines)
    place = st.integers(0, max(0, len(page.text) - 1))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
    kinds = st.sampled_from(list(NameKind))
    mentions = [
        Mention(article=page.id, span=(a, b + 1), entity=f"e{n}", kind=data.draw(kinds), name=page.text[a : b + 1])
        for n, (a, b) in enumerate(spans)
        if page.text[a : b + 1].strip()
    ]
    for s in find(page, mentions, ()):
        assert 0 <= s.spans.content[0] < s.spans.content[1] <= len(page.text)
