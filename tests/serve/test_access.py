"""Who is not known reads nothing, who may not edit edits nothing, and no other site does either in their name."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import byhand
from riwaya.cli.users import command as users
from riwaya.errors import RiwayaError
from riwaya.names import key, same
from riwaya.records import DecisionKind
from riwaya.run import local
from riwaya.serve.access import limits
from riwaya.serve.access.accounts import Accounts, Role
from riwaya.serve.access.limits import Limit
from riwaya.serve.access.sessions import COOKIE, LASTS, Sessions
from riwaya.serve.app import create
from riwaya.store import Speller, Store, filed

START = datetime(2031, 5, 9, tzinfo=UTC)
PASSWORD = "صباح الخير ١٢٣"  # noqa: S105 - of a user of this test alone


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    accounts = Accounts.at(tmp_path_factory.mktemp("users") / "users")
    accounts.add("salma", Role.EDITOR, PASSWORD)
    accounts.add("nadim", Role.READER, PASSWORD)
    accounts.tokens = {role: accounts.add_token(f"robot-{role}", role) for role in Role}
    return accounts


@pytest.fixture
def filled(tmp_path):
    """Two stories, of two articles and of one."""
    bridge, wheat = "الجسر الكبير مغلق أمام السيارات حتى مساء الخميس", "أسعار القمح ترتفع في الأسواق البعيدة"
    texts = (f"إغلاق الجسر الكبير\nقال نديم الصافي إن {bridge}.", f"الجسر مغلق\nقال نديم الصافي إن {bridge}.")
    texts = (*texts, f"القمح والأسواق\nقال نديم الصافي إن {wheat}.")
    captures = [byhand.capture(text, f"{n}.txt") for n, text in enumerate(texts)]
    articles = [byhand.article(capture) for capture in captures]
    with Store.open(tmp_path) as store:
        store.keep(captures)
        said = [{"نديم الصافي": article.text.split("إن ")[1].rstrip(".")} for article in articles]
        read = [byhand.reading(a, "نديم الصافي", said=s) for a, s in zip(articles, said, strict=True)]
        store.file([filed(r.article.capture, [r], Speller(key=key, same=same)) for r in read])
        ids = [article.id for article in articles]
        store.replace_corpus([], [byhand.story(*ids[:2], name="one"), byhand.story(ids[2], name="two")], [])
    return tmp_path, ids


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def client(filled, people, clock):
    app = create(filled[0], now=clock, accounts=people)
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


@pytest.fixture
def still(monkeypatch):
    """Time stands: however slow the machine, no bucket fills."""
    monkeypatch.setattr(limits, "monotonic", lambda: 0.0)


def sign_in(client, name="salma", password=PASSWORD):
    return client.post("/login", data={"name": name, "password": password, "next": "/"})


def bearer(people, role):
    return {"authorization": f"Bearer {people.tokens[role]}"}


@pytest.mark.parametrize("path", ["/", "/story/one", "/search?q=a", "/edits", "/today.json", "/no/such"])
def test_a_stranger_is_sent_to_sign_in(client, path):
    answer = client.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_strange_program_is_told_how(client):
    answer = client.get("/api/v1/stories")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("token", ["", "x", "é", "Bearer", "0" * 64, "a b"])
def test_a_guessed_token_opens_nothing(client, token):
    assert client.get("/api/v1/stories", headers={"authorization": f"Bearer {token}".encode()}).status_code == 401


def test_a_token_opens_the_api(client, people):
    assert client.get("/api/v1/stories", headers=bearer(people, Role.READER)).status_code == 200


def test_a_session_is_safe_and_ends(client, clock):
    answer = sign_in(client)
    assert answer.status_code == 303
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert client.get("/").status_code == 200
    clock.now += LASTS + timedelta(seconds=1)
    assert client.get("/").status_code == 303


def test_signing_out_takes_the_cookie(client):
    sign_in(client)
    client.post("/logout")
    assert client.get("/").status_code == 303


@pytest.mark.parametrize("change", [lambda c: c[:-1] + ("0" if c[-1] != "0" else "1"), lambda c: "x" + c, lambda _: ""])
def test_a_changed_session_is_none(client, change):
    sign_in(client)
    cookie = client.cookies.get(COOKIE)
    client.cookies.set(COOKIE, change(cookie))
    assert client.get("/", headers={"cookie": f"{COOKIE}={change(cookie)}"}).status_code == 303


def test_a_session_of_another_run_is_none(client, people):
    cookie = Sessions().begin(people.get("salma"), START)
    assert client.get("/", headers={"cookie": f"{COOKIE}={cookie}"}).status_code == 303


def test_a_new_password_ends_the_old_sessions(filled, tmp_path_factory, clock):
    accounts = Accounts.at(tmp_path_factory.mktemp("users") / "users")
    accounts.add("salma", Role.EDITOR, PASSWORD)
    with TestClient(create(filled[0], now=clock, accounts=accounts), base_url="http://127.0.0.1") as client:
        sign_in(client)
        accounts.add("salma", Role.EDITOR, PASSWORD + "!")
        assert client.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("name", ["salma", "nobody", "robot-editor", "", "sal\0ma"])
def test_a_wrong_password_or_name_is_told_alike(client, name):
    answer = sign_in(client, name, "wrong password")
    assert answer.status_code == 401
    assert COOKIE not in answer.cookies
    assert 'role="alert"' in answer.text


@pytest.mark.usefixtures("still")
def test_guesses_are_slowed(client):
    told = [sign_in(client, "salma", f"guess number {n}").status_code for n in range(14)]
    assert told[:10] == [401] * 10
    assert set(told[10:]) == {429}
    assert sign_in(client).status_code == 429


@pytest.mark.usefixtures("still")
def test_asking_too_often_is_told(client, people):
    told = [client.get("/api/v1/openapi.json", headers=bearer(people, Role.READER)) for _ in range(160)]
    refused = [answer for answer in told if answer.status_code == 429]
    assert refused
    assert int(refused[0].headers["retry-after"]) >= 1


def test_a_limit_fills_with_time():
    limit = Limit(each=2, burst=3)
    assert [limit.wait("a", at) > 0 for at in (0, 0, 0, 0, 0.4, 0.6, 0.7)] == [
        False,
        False,
        False,
        True,
        True,
        False,
        True,
    ]
    assert limit.wait("b", 0.7) == 0


# --- edits --------------------------------------------------------------------------------------------------------


def edit(client, verdict="together", headers=None, **form):
    token = client.get("/edits/token", headers=headers).json()["token"]
    return client.post("/edits", data={"token": token, "verdict": verdict, "next": "/", **form}, headers=headers)


def test_a_reader_edits_nothing(client, filled, people):
    sign_in(client, "nadim")
    one, _, other = filled[1]
    assert edit(client, kind="article", one=one, other=other).status_code == 403
    assert edit(client, kind="name", one="أ", other="ب", headers=bearer(people, Role.READER)).status_code == 403
    assert client.get("/edits").json() == []


def test_an_article_moves_is_signed_and_stays_through_a_rebuild(client, filled):
    sign_in(client)
    directory, (one, two, three) = filled
    assert edit(client, kind="article", one=two, other=three).status_code == 303
    (told,) = client.get("/edits").json()
    assert (told["who"], told["made"], told["kind"]) == ("salma", START.isoformat(), "article")

    def together(store, a, b):
        return any({a, b} <= set(story.articles) for story in store.stories())

    with Store.open(directory) as store:
        assert together(store, two, three)
        assert not together(store, one, two)
        local.store_corpus(store)
        assert together(store, two, three)
        assert not together(store, one, three)


def test_an_article_taken_out_stands_alone(client, filled):
    sign_in(client)
    directory, (one, two, _) = filled
    assert edit(client, "apart", kind="article", one=two, other=one).status_code == 303
    with Store.open(directory) as store:
        for _ in range(2):
            assert [story.articles for story in store.stories() if two in story.articles] == [(two,)]
            local.store_corpus(store)
    assert client.get("/").status_code == 200


def test_a_wrong_join_of_a_claim_is_undone_in_every_dossier(client):
    sign_in(client)
    (claim,) = [c for c in client.get("/api/v1/stories/one/claims").json()["items"] if len(c["statements"]) > 1]
    one, other = claim["statements"][:2]
    assert edit(client, "apart", kind="claim", one=one, other=other).status_code == 303
    claims = client.get("/api/v1/stories/one/claims").json()["items"]
    assert not [c for c in claims if {one, other} <= set(c["statements"])]
    assert {s for c in claims for s in c["statements"]} >= {one, other}
    assert edit(client, "forget", kind="claim", one=one, other=other).status_code == 303
    assert len(client.get("/api/v1/stories/one/claims").json()["items"]) == len(claims) - 1


def test_names_are_decided_in_the_same_table(client, filled):
    sign_in(client)
    assert edit(client, kind="name", one="نديم الصافي", other="نديم صافي").status_code == 303
    with Store.existing(filled[0]) as store:
        assert [d.together for d in store.decisions()] == [True]
        assert store.decided(DecisionKind.NAME)[0].who == "salma"


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "article", "one": "none", "other": "no"},
        {"kind": "claim", "one": "x", "other": "y"},
        {"kind": "name", "one": "؟", "other": "!"},
        {"kind": "table", "one": "a", "other": "b"},
        {"kind": "name", "one": "أ", "other": "ب", "verdict": "drop"},
        {"kind": "name", "one": "", "other": "ب"},
    ],
)
def test_an_edit_of_nothing_is_refused(client, form):
    sign_in(client)
    assert edit(client, **form).status_code == 400
    assert client.get("/edits").json() == []


def test_a_form_without_its_token_is_refused(client):
    sign_in(client)
    form = {"kind": "name", "one": "أ", "other": "ب", "verdict": "together", "next": "/"}
    other = TestClient(client.app, base_url="http://127.0.0.1", follow_redirects=False)
    sign_in(other)
    stolen = other.get("/edits/token").json()["token"]
    for token in ("", "0" * 64, "ü", stolen):
        assert client.post("/edits", data={**form, "token": token}).status_code == 403
    assert client.get("/edits").json() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
@pytest.mark.parametrize("path", ["/edits", "/login", "/logout", "/preferences"])
def test_another_site_s_form_is_refused(client, path, headers):
    sign_in(client)
    assert client.post(path, data={"next": "/"}, headers=headers).status_code == 403


def test_a_form_larger_than_ours_is_refused(client):
    sign_in(client)
    assert client.post("/edits", data={"one": "x" * 100_000}).status_code == 413
    chunks = (b"one=" + b"x" * 50_000 for _ in range(50))
    assert client.post("/edits", content=chunks).status_code == 413


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "localhost.evil"]
)
def test_another_host_s_name_is_refused_before_all_else(client, host):
    assert client.post("/login", data={}, headers={"host": host}).status_code == 400


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_host(client, target):
    answer = client.post("/login", data={"name": "salma", "password": PASSWORD, "next": target})
    assert answer.status_code == 400


# --- the user file ------------------------------------------------------------------------------------------------


def test_users_are_added_listed_and_removed(tmp_path):
    file = tmp_path / "users"
    run = CliRunner().invoke
    done = run(users, ["add", "salma", "--users", str(file), "--role", "editor"], input=f"{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    token = run(users, ["add", "robot", "--token", "--users", str(file)]).output.strip()
    assert file.stat().st_mode & 0o077 == 0
    text = file.read_text("utf-8")
    assert PASSWORD not in text
    assert token not in text
    assert "$argon2id$" in text
    held = Accounts.read(file)
    assert held.signed_in("salma", PASSWORD).role is Role.EDITOR
    assert held.bearing(token).name == "robot"
    assert run(users, ["list", "--users", str(file)]).output == "salma\teditor\tpassword\nrobot\treader\ttoken\n"
    run(users, ["remove", "robot", "--users", str(file)])
    assert Accounts.read(file).get("robot") is None


@pytest.mark.parametrize(
    "line", ["", "# nobody", "salma", "salma\teditor\tpassword", "a b\teditor\tpassword\tx", "a\tking\ttoken\tx"]
)
def test_a_user_file_that_is_none_is_refused(tmp_path, line):
    file = tmp_path / "users"
    file.write_text(line, "utf-8")
    with pytest.raises(RiwayaError, match="the user file"):
        Accounts.read(file)


@pytest.mark.parametrize(
    ("name", "password"), [("salma", "short"), ("a\tb", PASSWORD), ("", PASSWORD), ("x" * 65, PASSWORD)]
)
def test_what_can_t_be_a_user_is_refused(tmp_path, name, password):
    with pytest.raises(RiwayaError):
        Accounts.at(tmp_path / "users").add(name, Role.READER, password)


def test_every_page_of_forms_that_edit_carries_a_token_of_its_session(client):
    sign_in(client)
    token = client.get("/edits/token")
    assert re.fullmatch(r"[0-9a-f]{64}", token.json()["token"])
    assert token.headers["cache-control"] == "no-store"
