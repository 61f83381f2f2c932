"""What the world sends at its worst: one line with the reason, the right exit, the rest read, the store whole."""

import gzip
import os
import random
import resource
import sqlite3
import subprocess
from contextlib import closing

import pytest

from command import RIWAYA, ROOT, riwaya, within
from riwaya.store import Store, migrations

GOOD = """\
بلدية الزهراء تعيد بناء الجسر القديم

أعلنت بلدية الزهراء أن العمل في الجسر القديم سيبدأ خلال أيام، بعد أن غمرت المياه منازل كثيرة في المدينة.

وقالت رئيسة البلدية سلمى الهادي: "لن ننتظر شتاء آخر، والعائلات تنتظر العودة إلى بيوتها".

وأضافت أن الكلفة تبلغ ثلاثين مليون درهم، وأن الجسر سيفتح قبل نهاية السنة أمام السيارات والمشاة."""
MADE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": ("\ufeff \u200f\n\n\t \n".encode(), "empty"),
    "binary.bin": (random.Random(5).randbytes(5000), "binary"),  # noqa: S311
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "binary"),
    "long.txt": ((GOOD + "\n\n" + "كلمة " * 1_100_000).encode(), "too_large"),
    "english.txt": (b"The council will rebuild the old bridge before winter, the mayor said. " * 20, "language"),
    "menu.html": ("<html><body><ul><li>الرئيسية<li>رياضة<li>اتصل بنا</ul></body></html>".encode(), "no_article"),
    "links.txt": ("الرئيسية\nرياضة\nاتصل بنا\n".encode(), "no_article"),
}
READ = {
    "utf8.txt": GOOD.encode(),
    "windows.txt": GOOD.encode("windows-1256"),
    "iso.txt": GOOD.replace("،", ",").encode("iso-8859-6"),
    "utf16.txt": GOOD.encode("utf-16"),
    "mojibake.txt": GOOD.encode().decode("latin-1").encode(),
    "nested.html": ("<div>" * 10_000 + "".join(f"<p>{p}</p>" for p in GOOD.split("\n\n")) + "</div>" * 10_000).encode(),
    "whole.txt.gz": gzip.compress((GOOD + "\n").encode()),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One page of each bad kind among pages that can be read."""
    folder = tmp_path_factory.mktemp("pages")
    for name, (content, _) in MADE.items():
        (folder / name).write_bytes(content)
    for name, content in READ.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", MADE)
def test_a_bad_page_alone(folder, name):
    status, out, err = within("read", folder / name, "--json")
    assert (status, out) == (1, "")
    told = [line for line in err.splitlines() if name in line]
    assert [line.split(": ")[2] for line in told] == [MADE[name][1]], err
    assert len(err.splitlines()) == len(told)


@pytest.mark.parametrize("name", READ)
def test_a_page_that_only_looks_bad_is_read(folder, name):
    status, out, err = within("read", folder / name)
    assert status == 0, err
    assert "أعلنت بلدية الزهراء أن العمل في الجسر القديم" in out
    assert "سلمى الهادي" in out


def test_what_comes_before_a_cut_is_read(tmp_path):
    whole = gzip.compress((GOOD + "\n").encode() * 50)
    (tmp_path / "cut.txt.gz").write_bytes(whole[: len(whole) * 9 // 10])
    status, out, err = within("read", tmp_path)
    assert status == 1
    assert "أعلنت بلدية الزهراء أن العمل في الجسر القديم" in out
    assert ": truncated: " in err
    assert err.count("\n") == 1


def test_a_folder_with_all_of_them(folder, tmp_path):
    status, out, err = within("build", folder, "--store", tmp_path / "store")
    assert (status, out) == (1, "")
    for name, (_, reason) in MADE.items():
        assert any(name in line and f": {reason}: " in line for line in err.splitlines()), name
    with Store.existing(tmp_path / "store") as store:
        sources = {source.rsplit("/", 1)[1] for source in store.sources().values()}
    assert sources == set(READ)


def test_a_path_that_is_not_there(folder):
    status, out, err = within("read", folder / "gone", folder / "utf8.txt")
    assert status == 1
    assert "الجسر القديم" in out
    assert "unreadable" in err
    assert err.count("\n") == 1


def test_a_path_that_may_not_be_read(tmp_path):
    (tmp_path / "page.txt").write_text(GOOD)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "secret.txt").write_text(GOOD)
    (tmp_path / "secret.txt").chmod(0)
    status, out, err = within("read", tmp_path)
    assert status == 1
    assert "الجسر القديم" in out
    assert f"{tmp_path}/loop.txt: unreadable: " in err
    assert (f"{tmp_path}/secret.txt: unreadable: " in err) == (os.geteuid() != 0)  # root may read everything


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["reads", "x"],
        ["read", "--jsn", "x"],
        ["dates", "الأحد", "--on", "tomorrow"],
        ["dossier", "1", "--format", "pdf"],
        ["build", "samples", "--workers", "0"],
        ["measure", "weather", "samples"],
        ["stories", "--store", "pyproject.toml"],
        ["stories", "--store", "samples"],
        ["search", "--store", "samples"],
    ],
)
def test_wrong_usage(words):
    status, out, err = within(*words)
    assert (status, out) == (2, "")
    assert err
    assert "Traceback" not in err


COMMANDS = (["build", "samples/strike"], ["stories"], ["dossier", "1"], ["search", "x"], ["who", "x"])


@pytest.mark.parametrize("words", COMMANDS)
def test_a_store_of_a_newer_version(tmp_path, words):
    newest = migrations.newest()
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "riwaya.db")) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(newest + 1),))
    before = (tmp_path / "riwaya.db").read_bytes()
    status, out, err = within(*words, "--store", tmp_path)
    assert (status, out) == (2, "")
    told = f"was made by a newer Riwaya (schema {newest + 1}; this one knows {newest})"
    assert err == f"riwaya: store {tmp_path} {told}\n"
    assert (tmp_path / "riwaya.db").read_bytes() == before


def test_a_disk_that_fills_up(tmp_path):
    store, pages = tmp_path / "store", tmp_path / "pages"
    within("build", "samples/strike", "--store", store)
    with Store.existing(store) as opened:
        before = opened.counts()
    pages.mkdir()
    for number in range(12):
        noise = random.Random(number).choices(GOOD.split(), k=900)  # noqa: S311
        (pages / f"{number}.txt").write_text(f"{GOOD}\n\n{' '.join(noise)}", "utf-8")
    limit = (store / "riwaya.db").stat().st_size + 20_000

    def small_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    status, out, err = riwaya("build", pages, "--store", store, preexec_fn=small_disk)
    assert (status, out) == (2, "")
    assert "what was stored stays" in err.splitlines()[-1]
    assert "Traceback" not in err
    with Store.existing(store) as opened:
        assert opened.counts().articles == before.articles
    assert within("build", pages, "--store", store)[0] == 0
    with Store.existing(store) as opened:
        assert opened.counts().captures == before.captures + 12


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
def test_an_output_that_can_not_be_written():
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [RIWAYA, "read", "samples/strike", "--json"], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
