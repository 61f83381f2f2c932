"""What the README tells a new user to type works as written, in its order."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^(riwaya [^#\n]+)", README, re.MULTILINE)
RIWAYA = Path(sys.executable).with_name("riwaya")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The README's store, elsewhere, so that no test writes into the checkout."""
    return tmp_path_factory.mktemp("readme") / "demo"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command, store):
    words = shlex.split(command.replace("build/demo", str(store)))
    done = subprocess.run([RIWAYA, *words[1:]], cwd=ROOT, capture_output=True, text=True, env=os.environ, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or words[1] == "build"


def test_the_python_of_the_readme_runs():
    block = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert block
    done = subprocess.run([sys.executable, "-c", block[1]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_every_command_is_shown():
    listed = subprocess.run([RIWAYA, "--help"], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^  (\w+) ", listed.split("Commands:")[1], re.MULTILINE)
    assert names
    assert [n for n in names if f"riwaya {n}" not in README] == []
