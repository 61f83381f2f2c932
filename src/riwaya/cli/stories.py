import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import NO_DAY, joined
from riwaya.records import Story, StoryStatus
from riwaya.run import desk
from riwaya.serve.tongue import Noun, arabic

_STATUS = {StoryStatus.BREAKING: "عاجلة", StoryStatus.DEVELOPING: "تتطوّر", StoryStatus.QUIET: ""}
_ID = 12  # letters of an id that tell stories apart


@click.command("stories")
@options.store
@options.as_json
def command(*, store: str, as_json: bool) -> None:
    """List the stories of a store, the one with most reports first."""
    page = sheet()
    for number, story in enumerate(desk.stories(store), 1):
        if as_json:
            json_line(story)
        else:
            _show(number, story, page)


def _show(number: int, story: Story, page: Sheet) -> None:
    page.line(f"{page.apart(number)}. {page.tone(story.title, Tone.STRONG)}")
    about = joined(
        arabic.counted(len(story.articles), Noun.REPORT),
        arabic.days(story.first_seen, story.last_seen or story.first_seen) if story.first_seen else NO_DAY,
        _STATUS[story.status],
        "، ".join(story.keywords[:6]),
        page.apart(story.id[:_ID]),
    )
    page.line(page.tone(about, Tone.FAINT), 3)
