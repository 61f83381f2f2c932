"""The command line as a citizen of a shell: quick, quiet in pipes, right to left on a terminal, stopped by Ctrl-C."""

import os
import pty
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from command import RIWAYA, ROOT, riwaya
from riwaya.cli import COMMANDS, commands

PAGE = "samples/river/jami-al-akhbar.txt"
RLM, ESCAPE = "\u200f", "\x1b"


def on_terminal(*words, **environment):
    """What a command writes to a terminal."""
    master, slave = pty.openpty()
    given = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    with subprocess.Popen([RIWAYA, *words], stdout=slave, stderr=subprocess.DEVNULL, cwd=ROOT, env=given) as run:
        os.close(slave)
        out = b""
        while True:
            try:
                more = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            out += more
    os.close(master)
    assert run.returncode == 0
    return out.decode()


def test_help_loads_nothing_heavy():
    check = (
        "import sys; from click.testing import CliRunner; from riwaya.cli import commands;"
        "print(CliRunner().invoke(commands, ['--help']).exit_code, {'sqlalchemy', 'numpy', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "0 set()\n"


def test_import_loads_nothing_heavy_and_gives_the_verbs():
    check = (
        "import riwaya, sys; print({'sqlalchemy', 'numpy', 'msgspec'} & set(sys.modules));"
        "print(callable(riwaya.statements), callable(riwaya.read), riwaya.__version__);"
        "from riwaya.statements import find; import riwaya.dates;"
        "print(callable(riwaya.dates), callable(riwaya.dates.find))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["set()", "True True 0.1.0", "True True"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_of_itself(name):
    done = CliRunner().invoke(commands, [name, "--help"])
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: commands {name}")


def test_a_terminal_gets_colour_and_direction_and_a_pipe_gets_letters():
    shown = on_terminal("read", PAGE)
    assert ESCAPE in shown
    assert all(line.startswith(RLM) for line in shown.splitlines() if line)
    assert not {RLM, ESCAPE, "\u2066"} & set(riwaya("read", PAGE)[1])


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(environment):
    assert ESCAPE not in on_terminal("statements", PAGE, **environment)


def test_lines_keep_to_the_width_of_the_terminal():
    shown = on_terminal("read", PAGE, NO_COLOR="1", COLUMNS="60")
    seen = [line.translate(dict.fromkeys(map(ord, "\u200f\u2066\u2069\r"))) for line in shown.splitlines()]
    assert max(map(len, seen)) <= 60


def test_json_on_a_terminal_is_json():
    assert not {RLM, ESCAPE} & set(on_terminal("read", PAGE, "--json"))


def test_a_reader_that_leaves_is_no_error():
    with subprocess.Popen(
        [RIWAYA, "read", "samples", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as run:
        run.stdout.read(1)
        run.stdout.close()
        err = run.stderr.read()
    assert (run.returncode, err) == (0, b"")


def test_ctrl_c_says_so_in_one_line(tmp_path):
    command = [RIWAYA, "build", "-", "--store", tmp_path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as run:
        while run.poll() is None and not (tmp_path / "riwaya.db").exists():
            time.sleep(0.01)
        time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        err = run.stderr.read().decode()
    assert (run.returncode, err) == (130, "riwaya: stopped; what was stored stays\n")


def test_words_are_utf_8_whatever_the_locale():
    status, out, _ = riwaya("read", PAGE, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert status == 0
    assert "قيروز" in out
