"""The architecture: who may import whom. A room not in the table is refused, and so is an edge not in it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "riwaya"
BASE = {"records", "errors"}
PURE = BASE | {"language"}
READ = PURE | {"dates", "names"}
STAGES = {"page", "article", "copies", "story", "statements", "dossier"}

MAY = {
    "records": set(),
    "errors": set(),
    "settings": {"errors"},
    "language": BASE,
    "dates": PURE,
    "names": PURE,
    "page": PURE | {"settings"},
    "article": READ,
    "copies": READ,
    "story": READ,
    "statements": READ,
    "dossier": READ,
    "store": PURE,
    "run": READ | STAGES | {"store", "settings"},
    "serve": READ | {"store", "settings", "run"},
    "measure": READ | STAGES | {"run", "store"},
    "mcp": BASE | {"run", "serve", "store"},
    "client": BASE,
    "cli": READ | {"run", "store", "serve", "measure", "settings", "riwaya", "mcp"},
    "riwaya": BASE | {"dates", "names", "run"},
}


def _room(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return "riwaya" if parts in (("__init__",), ("__main__",)) else parts[0]


def _targets(node: ast.AST) -> Iterator[str]:
    """The rooms that one import statement names."""
    names = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        names = [f"riwaya.{a.name}" for a in node.names] if node.module == "riwaya" else [node.module]
    for name in names:
        if name.split(".")[0] == "riwaya":
            room = ([*name.split("."), "riwaya"])[1]
            yield room if room in MAY else "riwaya"


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for room in _targets(node):
            yield node.lineno, room


def _outside(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {part for alias in node.names for part in (alias.name, alias.name.split(".")[0])}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {node.module, node.module.split(".")[0]}
    return found


MODULES = sorted(SRC.rglob("*.py"))


def test_every_room_is_in_the_table():
    assert {_room(path) for path in MODULES} <= set(MAY)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_looks_only_where_it_may(path):
    room = _room(path)
    wrong = [f"{path.name}:{line} imports {t}" for line, t in _imports(path) if t != room and t not in MAY[room]]
    assert not wrong


def test_records_and_errors_import_nothing_of_ours():
    assert not [t for name in BASE for _, t in _imports(SRC / f"{name}.py")]


@pytest.mark.parametrize(
    ("modules", "homes"),
    [
        ({"sqlite3", "sqlalchemy"}, ("store", "measure/search_peers.py")),  # the peer that search is measured beside
        # The second posts alerts to hosts that the user named; the third speaks to a Riwaya that its caller named.
        (
            {"socket", "ssl", "urllib3", "httpx", "requests", "http", "aiohttp", "ftplib", "asyncio", "urllib.request"},
            ("page/fetch.py", "run/webhooks.py", "client.py"),
        ),
    ],
)
def test_sql_and_network_stay_in_their_place(modules, homes):
    outside = [p for p in MODULES if not any(p.is_relative_to(SRC / home) for home in homes)]
    strays = [str(p) for p in outside if modules & _outside(p)]
    assert not strays


def test_nobody_asks_the_clock():
    """ "Now" is an argument; only the edge (cli) may read it."""
    clocks = ("datetime.now(", "date.today(", "time.time(", "utcnow(")
    strays = [str(p) for p in MODULES if _room(p) != "cli" and any(c in p.read_text("utf-8") for c in clocks)]
    assert not strays
