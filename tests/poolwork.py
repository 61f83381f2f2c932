"""What the tests of run/pool.py do in other processes: at the top of a module that those can import."""

import os
import signal
import time


def slow_first(number):
    time.sleep(0.2 if number == 0 else 0)
    return number * 10


def deadly(number):
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 10


def lost(number):
    return -number


def whose(_):
    return os.getpid()


def broken(number):
    raise KeyError(number)
