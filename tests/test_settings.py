import pytest

from riwaya import settings
from riwaya.errors import RiwayaError


@pytest.fixture(autouse=True)
def _fresh():
    settings.current.cache_clear()
    yield
    settings.current.cache_clear()


def test_limits_have_defaults():
    assert settings.current() == settings.Settings()


def test_the_environment_is_read_once(monkeypatch):
    monkeypatch.setenv("RIWAYA_MAX_CAPTURE_BYTES", "1000")
    assert settings.current().capture_bytes == 1000
    monkeypatch.setenv("RIWAYA_MAX_CAPTURE_BYTES", "2000")
    assert settings.current().capture_bytes == 1000


@pytest.mark.parametrize("given", ["", "0", "-5", "1.5", "ten", "٥"])
def test_a_limit_that_is_no_number_is_refused(monkeypatch, given):
    monkeypatch.setenv("RIWAYA_MAX_LINE_LETTERS", given)
    with pytest.raises(RiwayaError, match="RIWAYA_MAX_LINE_LETTERS"):
        settings.current()
