"""One module a page."""

from riwaya.serve.pages import story, today

PAGES = (today.PAGE, story.PAGE)
