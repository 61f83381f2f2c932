"""Where others can reach it, `riwaya serve` starts for nobody who is not named."""

import pytest
from click.testing import CliRunner

from riwaya.cli.serve import command
from riwaya.errors import RiwayaError


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example"])  # noqa: S104 - refused
def test_another_address_without_users_is_refused(host, tmp_path):
    told = CliRunner().invoke(command, ["--host", host, "--store", str(tmp_path)])
    assert isinstance(told.exception, RiwayaError)
    assert "riwaya users add" in str(told.exception)


def test_a_user_file_that_names_nobody_is_refused(tmp_path):
    (tmp_path / "users").write_text("", "utf-8")
    told = CliRunner().invoke(command, ["--host", "192.168.1.5", "--users", str(tmp_path / "users")])
    assert "names nobody" in str(told.exception)
