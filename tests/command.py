"""The `riwaya` command: the real one, run as a user runs it, and the same within this process, which is quicker."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from riwaya.cli import commands

ROOT = Path(__file__).parents[1]
RIWAYA = Path(sys.executable).with_name("riwaya")


def riwaya(*words, env=None, **more):
    """Its exit status, standard output and standard error."""
    given = {**os.environ, **(env or {})}
    done = subprocess.run([RIWAYA, *words], capture_output=True, check=False, cwd=ROOT, env=given, **more)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def within(*words, env=None, text=None):
    """As `riwaya`, in this process; an error that the command line does not tell is raised."""
    with contextlib.chdir(ROOT):
        done = CliRunner(catch_exceptions=False).invoke(commands, list(map(str, words)), input=text, env=env)
    return done.exit_code, done.stdout, done.stderr
