"""A page on which a step breaks is a reject that says what broke and where."""

import byhand
from riwaya.errors import Reason
from riwaya.run.guard import guarded

PAGE = byhand.capture("كلام", "folder/page.txt")


def broken(_):
    return {}["a key\nthat is not there"]


def test_an_error_is_told_in_one_line():
    rejected = guarded(PAGE, broken)
    assert (rejected.subject, rejected.reason) == ("folder/page.txt", Reason.FAILED)
    assert rejected.detail.startswith("KeyError in run/test_guard.py:")
    assert "\n" not in rejected.detail


def test_what_works_is_given_as_it_is():
    assert guarded(PAGE, lambda capture: capture) is PAGE
