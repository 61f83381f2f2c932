"""Saved searches: what came since, once for each story in quiet mode, told to a webhook and as mail files.

A webhook is a POST of JSON with the time and a signature of both, HMAC-SHA256 under the user's secret, so that the
receiver knows whose it is and an old one sent again is told from a new one. What could not be told stays untold.
"""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from riwaya.errors import RiwayaError
from riwaya.records import Article
from riwaya.run import desk
from riwaya.settings import Settings
from riwaya.store import Alert, Found, Store, Wish

_MOST = 100  # told at once
_LONGEST = 1_000  # letters of a question
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}

Post = Callable[[str, bytes, dict[str, str]], None]  # address, body, headers; raises OSError where it failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`story` is the story it is told for; None where it is in none."""

    article: str
    story: str | None
    headline: str
    outlet: str | None
    day: str | None
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one alert has to tell; `failed` says why a webhook did not take it."""

    alert: Alert
    items: tuple[Item, ...]
    failed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How alerts are told: `mails` is the folder for mail files, `post` the one way out to a webhook."""

    settings: Settings
    mails: Path | None
    post: Post
    now: datetime


def saved(asked: str, now: datetime, owner: str | None = None, *, quiet: bool = True, **ways: str | None) -> Alert:
    """A new alert for a question; `ways` are `name`, `webhook` and `mail`.

    Raises:
        RiwayaError: the question asks for nothing, or an address is none.
    """
    name = ways.get("name") or asked
    if not asked.strip() or len(asked) > _LONGEST or not desk.asks(asked):
        message = f"{asked[:40]!r} asks for nothing"
        raise RiwayaError(message)
    mail, webhook = ways.get("mail"), ways.get("webhook")
    if mail and ("@" not in mail or not mail.isprintable() or any(letter in mail for letter in " ,;<>")):
        message = f"{mail!r} is no mail address"
        raise RiwayaError(message)
    made = hashlib.sha256(f"{asked} {name} {owner} {now.isoformat()}".encode()).hexdigest()[:16]
    return Alert(id=made, name=name[:200], asked=asked, quiet=quiet, webhook=webhook, mail=mail, owner=owner, made=now)


def check(webhook: str, settings: Settings) -> None:
    """That a webhook's host is one that the user named; in the clear only to this machine.

    Raises:
        RiwayaError: it is not.
    """
    try:
        parts = urlsplit(webhook)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.username or host not in settings.webhook_hosts or not webhook.isprintable():
        message = f"{host or webhook!r} is no host named in RIWAYA_WEBHOOK_HOSTS"
        raise RiwayaError(message)
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        message = f"a webhook is https: {webhook}"
        raise RiwayaError(message)


def deliver(store: Store, ways: Ways) -> list[News]:
    """Tell every alert what came since it was last told."""
    told = []
    for alert in list(store.alerts()):
        news = waiting(store, alert)
        if not news.items:
            continue
        failed = _told(news, ways)
        if failed is None:
            store.tell(alert.id, {_key(item, alert) for item in news.items})
        told.append(News(alert=alert, items=news.items, failed=failed))
    return told


def waiting(store: Store, alert: Alert) -> News:
    """What an alert has not told yet."""
    found = [hit for hit in desk.find(store, alert.asked, Wish(limit=_MOST)).found if hit.whole]
    ids = [hit.article.id for hit in found]
    fresh, stories = store.arrived(ids, alert.since), store.stories_of(ids)
    done = store.told(alert.id)
    items: dict[str, Item] = {}
    for hit in found:
        if hit.article.id in fresh:
            story = stories.get(hit.article.id)
            item = _item(hit, story.id if story else None)
            items.setdefault(_key(item, alert), item)
    return News(alert=alert, items=tuple(item for key, item in items.items() if key not in done))


def _key(item: Item, alert: Alert) -> str:
    return item.story if alert.quiet and item.story else item.article


def _item(hit: Found, story: str | None) -> Item:
    article: Article = hit.article
    return Item(
        article=article.id,
        story=story,
        headline=article.headline or "",
        outlet=article.outlet,
        day=article.published_at.first.isoformat() if article.published_at else None,
        snippet=article.text[slice(*hit.snippet)],
    )


def _told(news: News, ways: Ways) -> str | None:
    """None where all went well, else why not."""
    alert = news.alert
    try:
        if alert.webhook:
            check(alert.webhook, ways.settings)
            body = msgspec.json.encode(
                {"alert": alert.id, "name": alert.name, "asked": alert.asked, "items": news.items}
            )
            ways.post(alert.webhook, body, signed(body, ways.now, ways.settings.webhook_secret))
        if alert.mail and ways.mails:
            _mailed(alert, news.items, ways)
    except (OSError, RiwayaError) as fault:
        return str(fault)
    return None


def signed(body: bytes, now: datetime, secret: str) -> dict[str, str]:
    """The headers of a webhook.

    Raises:
        RiwayaError: no secret is set.
    """
    if not secret:
        message = "RIWAYA_WEBHOOK_SECRET is not set: nobody could tell who sent it"
        raise RiwayaError(message)
    moment = str(int(now.timestamp()))
    sign = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Riwaya-Timestamp": moment,
        "X-Riwaya-Signature": f"sha256={sign}",
    }


def _mailed(alert: Alert, items: Sequence[Item], ways: Ways) -> None:
    """One mail file for a mailer to send; its name is made of digits and letters of ours alone."""
    message = EmailMessage(policy=SMTP)
    message["To"] = alert.mail
    message["Subject"] = " ".join(f"رواية: {alert.name} ({len(items)})".split())
    message["Date"] = format_datetime(ways.now)
    message["Message-ID"] = f"<{alert.id}.{int(ways.now.timestamp())}@riwaya.invalid>"
    lines = [f"{item.headline}\n{item.outlet or ''} {item.day or ''}\n{item.snippet}\n" for item in items]
    message.set_content("\n".join(lines))
    if ways.mails is not None:
        ways.mails.mkdir(parents=True, exist_ok=True)
        path = ways.mails / f"{alert.id}-{int(ways.now.timestamp())}.eml"
        path.write_bytes(message.as_bytes())
