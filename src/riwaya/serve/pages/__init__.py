"""One module a page."""

from riwaya.serve.pages import article, compare, lists, outlet, search, speaker, story, today

PAGES = (
    today.PAGE,
    story.PAGE,
    story.WHOLE,
    article.PAGE,
    compare.PAGE,
    speaker.PAGE,
    outlet.PAGE,
    lists.OUTLETS,
    lists.SPEAKERS,
    search.PAGE,
)
