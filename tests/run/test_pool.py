"""Results in the order of the batches; a process that dies costs one page and not the rest."""

import os
import subprocess
import sys
import textwrap
import time

import pytest

from poolwork import broken, deadly, lost, slow_first, whose
from riwaya.run.pool import Work, ordered

BATCHES = [[0, 1], [2, 3, 4], [5, 6], [7], [8, 9]]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers):
    results = list(ordered(iter(BATCHES), Work(slow_first, lost), workers))
    assert results == [[number * 10 for number in batch] for batch in BATCHES]


def test_a_page_that_kills_its_process_is_told_apart_from_the_rest():
    results = list(ordered(iter(BATCHES), Work(deadly, lost), 2))
    assert results == [[0, 10], [20, 30, 40], [-5, 60], [70], [80, 90]]


def test_one_batch_is_done_here():
    assert list(ordered([[1]], Work(whose, lost), 2)) == [[os.getpid()]]


def test_many_batches_are_done_elsewhere():
    pids = {pid for [pid] in ordered([[1], [2], [3]], Work(whose, lost), 2)}
    assert os.getpid() not in pids


def test_an_error_in_a_process_is_raised_here():
    with pytest.raises(KeyError):
        list(ordered([[1], [2]], Work(broken, lost), 2))


def test_batches_are_drawn_as_they_are_needed():
    drawn = []

    def batches():
        for number in range(100):
            drawn.append(number)
            yield [number]

    results = ordered(batches(), Work(slow_first, lost), 2)
    next(results)
    assert len(drawn) < 10
    results.close()


ORPHANS = """
    import os, time
    from riwaya.run.pool import Work, ordered

    def told(_):
        print(os.getpid(), flush=True)
        time.sleep(60)

    if __name__ == "__main__":
        list(ordered([[1], [2], [3]], Work(told, told), 2))
"""


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="processes are looked up in /proc")  # noqa: PTH112
def test_a_parent_that_is_killed_leaves_no_orphans(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(ORPHANS))
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as parent:
        children = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
        parent.wait()
    deadline = time.monotonic() + 10
    while any(alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(child) for child in children)


def alive(pid):
    """Whether it runs; one that ended and was never asked after does not."""
    try:
        with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
