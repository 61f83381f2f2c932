import click
import msgspec

from riwaya.cli import options
from riwaya.cli.options import Refused
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import joined, label
from riwaya.records import Leaning
from riwaya.run import stance
from riwaya.run.stance import Taken

_WORDS = {
    Leaning.AGREE: ("يوافق", Tone.GREEN),
    Leaning.DISAGREE: ("يخالف", Tone.RED),
    Leaning.DISCUSS: ("يتناول بلا موقف", Tone.AMBER),
    Leaning.UNRELATED: ("لا صلة له", Tone.FAINT),
}


@click.command("stance")
@click.argument("claim")
@options.paths
@options.as_json
def command(*, claim: str, paths: tuple[str, ...], as_json: bool) -> None:
    """Say of each article under PATH whether it agrees with CLAIM, disagrees, discusses it or is unrelated.

    The lines that show it stand below. A model says so, and errs: on news that takes no clear side most of all.
    """
    options.question((claim,))
    page, refused = sheet(), Refused()
    for path in paths:
        for taken in refused.sift(stance.stances(claim, path)):
            if as_json:
                json_line({**msgspec.to_builtins(taken.stance), "source": taken.source, "outlet": taken.article.outlet})
            else:
                _show(taken, page)
    refused.end()


def _show(taken: Taken, page: Sheet) -> None:
    word, tone = _WORDS[taken.stance.leaning]
    share = taken.stance.shares[taken.stance.leaning.value]
    head = joined(label(taken.article, taken.source, page), taken.article.headline)
    page.line(f"{page.tone(word, tone)} ({page.apart(f'{share:.0%}')}) {head}")
    for span in taken.stance.spans:
        page.line(page.tone(" ".join(taken.article.text[slice(*span)].split()), Tone.FAINT), 2)
