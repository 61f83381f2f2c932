import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import joined
from riwaya.records import Held, Name, NameDecision
from riwaya.run import naming
from riwaya.run.naming import Known
from riwaya.serve.tongue import arabic

_VERBS = ("merge", "split", "undo")
_PAIR = 3  # a verb and two names
_MOST = 8  # roles shown


@click.command("names")
@click.argument("name", nargs=-1)
@options.store
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many at most.")
@options.as_json
def command(*, name: tuple[str, ...], store: str, limit: int, as_json: bool) -> None:
    r"""Show how each outlet spells NAME, since when, and why its spellings are taken for one.

    Without NAME: the people whom outlets spell in several ways. To decide yourself, quote two names:

    \b
      riwaya names merge "ONE" "OTHER"    they are one
      riwaya names split "ONE" "OTHER"    they are two
      riwaya names undo  "ONE" "OTHER"    forget what was decided
    """
    page = sheet()
    if name[:1] and name[0] in _VERBS:
        if len(name) != _PAIR:
            message = f'names {name[0]} takes two names, each quoted: "ONE" "OTHER"'
            raise click.UsageError(message)
        _decide(name[0], options.question(name[1:2]), options.question(name[2:]), store)
    elif name:
        _tell(options.question(name), store, page, as_json=as_json)
    else:
        for one in naming.spelled_apart(store, limit):
            json_line(one) if as_json else _line(one, page)


def _decide(verb: str, one: str, other: str, store: str) -> None:
    if verb == "undo":
        told = "forgotten" if naming.undo(one, other, store) else "nothing was decided of these"
    else:
        naming.decide(NameDecision(one=one, other=other, together=verb == "merge"), store)
        told = "kept: one name" if verb == "merge" else "kept: two names"
    click.echo(f"riwaya: {told}", err=True)


def _tell(asked: str, store: str, page: Sheet, *, as_json: bool) -> None:
    found = naming.known(asked, store)
    for one in found:
        json_line(one) if as_json else _show(one, page)
    if not found:
        click.echo(f"riwaya: no article names {asked}", err=True)


def _line(name: Name, page: Sheet) -> None:
    spelt = " · ".join(naming.full_spellings(name))
    page.line(f"{page.tone(name.canonical, Tone.STRONG)}: {spelt}")


def _show(known: Known, page: Sheet) -> None:
    name = known.name
    page.line(page.tone(f"{name.canonical} ({sum(s.count for s in name.spellings)})", Tone.STRONG))
    for held in name.roles[:_MOST]:
        page.line(_role(held), 2)
    outlet = None
    for house in known.houses:
        if house.outlet != outlet:
            outlet = house.outlet
            page.line(page.tone(outlet or "(بلا مصدر)", Tone.BLUE), 2)
        days = arabic.days(house.first, house.last) if house.first and house.last else ""
        page.line(joined(house.spelling, page.apart(house.count), days), 4)
    for join in known.joins:
        left = page.apart(join.entity.partition(":")[2])
        right = page.apart(join.target.partition(":")[2])
        page.line(page.tone(f"{left} = {right}: {page.apart('; '.join(join.why))}", Tone.FAINT), 2)


def _role(held: Held) -> str:
    return joined(held.role, arabic.days(held.since, held.until) if held.since and held.until else None)
