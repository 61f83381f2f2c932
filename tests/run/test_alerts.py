"""An alert tells what came since, once a story, signed, to a host that the user named and nowhere else."""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

import byhand
from riwaya.errors import RiwayaError
from riwaya.names import key, same
from riwaya.run import alerts
from riwaya.run.alerts import Ways
from riwaya.settings import Settings
from riwaya.store import Speller, Store, filed

NOW = datetime(2031, 5, 9, 12, tzinfo=UTC)
HOOK = "https://desk.example/riwaya"
SET = Settings(webhook_hosts=frozenset({"desk.example", "127.0.0.1"}), webhook_secret="a secret of this test")  # noqa: S106


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "store") as store:
        put(store, "أخبار قديمة عن الجسر")
        yield store


def put(store, *texts):
    """Articles of one story more."""
    captures = [byhand.capture(f"{text}\nخبر عن الجسر: {text}.", text) for text in texts]
    store.keep(captures)
    articles = [byhand.article(capture) for capture in captures]
    store.file([filed(a.capture, [byhand.reading(a)], Speller(key=key, same=same)) for a in articles])
    ids = [article.id for article in articles]
    stories = [story for story in store.stories() if story.id != texts[0]]
    store.replace_corpus([], [*stories, byhand.story(*ids, name=texts[0])], [])
    return ids


class Hook:
    def __init__(self, fault=None):
        self.got, self.fault = [], fault

    def __call__(self, address, body, headers):
        if self.fault:
            raise self.fault
        self.got.append((address, body, headers))


def ways(hook, mails=None, settings=SET):
    return Ways(settings=settings, mails=mails, post=hook, now=NOW)


def test_only_what_came_since_is_told_and_only_once(store):
    store.watch(alerts.saved("الجسر", NOW, webhook=HOOK))
    hook = Hook()
    assert alerts.deliver(store, ways(hook)) == []
    put(store, "فتح الجسر")
    assert [len(news.items) for news in alerts.deliver(store, ways(hook))] == [1]
    assert alerts.deliver(store, ways(hook)) == []
    assert len(hook.got) == 1


def test_quiet_is_once_a_story_and_not_once_a_copy(store):
    store.watch(alerts.saved("الجسر", NOW, webhook=HOOK))
    store.watch(alerts.saved("الجسر", NOW, webhook=HOOK, name="كل نسخة", quiet=False))
    put(store, "فتح الجسر", "فتح الجسر أمام السيارات", "فتح الجسر صباحا")
    hook = Hook()
    assert sorted(len(news.items) for news in alerts.deliver(store, ways(hook))) == [1, 3]


def test_a_webhook_is_signed_with_its_time(store):
    store.watch(alerts.saved("الجسر", NOW, webhook=HOOK))
    put(store, "فتح الجسر")
    hook = Hook()
    alerts.deliver(store, ways(hook))
    ((address, body, headers),) = hook.got
    moment = headers["X-Riwaya-Timestamp"]
    right = hmac.new(SET.webhook_secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    assert address == HOOK
    assert headers["X-Riwaya-Signature"] == f"sha256={right}"
    assert json.loads(body)["items"][0]["headline"] == "فتح الجسر"


def test_what_was_not_taken_waits(store):
    store.watch(alerts.saved("الجسر", NOW, webhook=HOOK))
    put(store, "فتح الجسر")
    (news,) = alerts.deliver(store, ways(Hook(OSError("refused"))))
    assert news.failed == "refused"
    assert [one.failed for one in alerts.deliver(store, ways(Hook()))] == [None]


def test_a_mail_is_a_file_whose_headers_nobody_breaks(store, tmp_path):
    store.watch(alerts.saved("الجسر", NOW, mail="desk@example.org", name="الجسر\r\nBcc: all@example.org"))
    put(store, "فتح الجسر")
    alerts.deliver(store, ways(Hook(), mails=tmp_path / "mails"))
    (path,) = (tmp_path / "mails").iterdir()
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (mail["to"], mail["bcc"]) == ("desk@example.org", None)
    assert "فتح الجسر" in mail.get_content()


@pytest.mark.parametrize(
    "webhook",
    [
        "https://evil.example/",
        "https://desk.example.evil.example/",
        "https://desk.example@evil.example/",
        "https://user:pass@desk.example/",
        "http://desk.example/",
        "ftp://desk.example/",
        "file:///etc/passwd",
        "https://[::1",
        "https://169.254.169.254/",
        "//desk.example/",
        "https://desk.example/\r\nHost: evil",
        "",
    ],
)
def test_no_host_is_told_that_the_user_did_not_name(webhook):
    with pytest.raises(RiwayaError):
        alerts.check(webhook, SET)


@pytest.mark.parametrize("webhook", [HOOK, "http://127.0.0.1:9000/x"])
def test_a_host_that_the_user_named_is_told(webhook):
    alerts.check(webhook, SET)


def test_without_a_secret_nothing_is_sent(store):
    store.watch(alerts.saved("الجسر", NOW, webhook=HOOK))
    put(store, "فتح الجسر")
    hook = Hook()
    (news,) = alerts.deliver(store, ways(hook, settings=Settings(webhook_hosts=frozenset({"desk.example"}))))
    assert "RIWAYA_WEBHOOK_SECRET" in news.failed
    assert hook.got == []


@pytest.mark.parametrize(
    ("asked", "mail"), [("", None), ("؟!", None), ("-الجسر", None), ("الجسر", "a@b\r\nBcc: c@d"), ("الجسر", "x")]
)
def test_what_is_no_alert_is_refused(asked, mail):
    with pytest.raises(RiwayaError):
        alerts.saved(asked, NOW, mail=mail)


def test_an_alert_forgotten_is_gone_with_what_it_told(store):
    store.watch(alert := alerts.saved("الجسر", NOW))
    put(store, "فتح الجسر")
    alerts.deliver(store, ways(Hook()))
    assert store.unwatch(alert.id)
    assert list(store.alerts()) == []
    assert store.told(alert.id) == set()
