from datetime import UTC, datetime
from pathlib import Path

import click

from riwaya import settings
from riwaya.cli import options
from riwaya.errors import RiwayaError
from riwaya.run import alerts, webhooks
from riwaya.store import Store


@click.group("alerts")
def command() -> None:
    """Save searches and be told what comes: once a story, by feed, signed webhook or mail file."""


@command.command("add")
@click.argument("question", nargs=-1, required=True)
@options.store
@click.option("--name", help="What it is called; the question itself if not given.")
@click.option("--webhook", metavar="URL", help="Told by a signed POST; its host must be in RIWAYA_WEBHOOK_HOSTS.")
@click.option("--mail", metavar="ADDRESS", help="Told by a mail file for ADDRESS.")
@click.option("--every", is_flag=True, help="Tell every copy, not once a story.")
def add(*, question: tuple[str, ...], store: str, every: bool, **ways: str | None) -> None:
    """Save QUESTION, as `riwaya search` takes it; speaker:NAME follows a person."""
    webhook = ways["webhook"]
    if webhook:
        alerts.check(webhook, settings.current())
    alert = alerts.saved(" ".join(question), datetime.now(UTC), quiet=not every, **ways)
    with Store.existing(store) as held:
        held.watch(alert)
    click.echo(alert.id)


@command.command("list")
@options.store
def listed(*, store: str) -> None:
    """List what is saved, and how many pieces of news wait."""
    with Store.existing(store) as held:
        saved = [(alert, len(alerts.waiting(held, alert).items)) for alert in held.alerts()]
    for alert, waiting in saved:
        ways = " ".join(way for way in (alert.webhook, alert.mail) if way)
        click.echo(f"{alert.id}\t{waiting}\t{alert.name}\t{ways}")
    if not saved:
        click.echo("riwaya: nothing is saved; riwaya alerts add QUESTION")


@command.command("remove")
@click.argument("alert")
@options.store
def remove(*, alert: str, store: str) -> None:
    """Forget an alert, by its id."""
    with Store.existing(store) as held:
        told = "forgotten" if held.unwatch(alert) else "no such alert"
    click.echo(f"riwaya: {told}", err=True)


@command.command("send")
@options.store
@click.option("--mails", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Where mail files go.")
def send(*, store: str, mails: Path | None) -> None:
    """Tell what came since the last time; for a timer, after each build."""
    ways = alerts.Ways(settings=settings.current(), mails=mails, post=webhooks.post, now=datetime.now(UTC))
    with Store.existing(store) as held:
        told = alerts.deliver(held, ways)
    for news in told:
        click.echo(f"{news.alert.name}: {len(news.items)}" + (f" ({news.failed})" if news.failed else ""))
    if any(news.failed for news in told):
        message = "some alerts were not told; they wait for the next time"
        raise RiwayaError(message)
