"""The real `riwaya` command, run as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
RIWAYA = Path(sys.executable).with_name("riwaya")


def riwaya(*words, env=None, **more):
    """Its exit status, standard output and standard error."""
    given = {**os.environ, **(env or {})}
    done = subprocess.run([RIWAYA, *words], capture_output=True, check=False, cwd=ROOT, env=given, **more)
    return done.returncode, done.stdout.decode(), done.stderr.decode()
