import pytest

from riwaya.copies.texts import prepare
from wires import OTHER, article


@pytest.fixture(scope="session", autouse=True)
def _tables() -> None:
    """The tables are read at first use: no example's time should hold that."""
    prepare(article("a", *OTHER))
