import pytest

from riwaya.statements.draft import Order
from riwaya.statements.rules import rule


@pytest.mark.parametrize("order", [order for order in Order if order is not Order.ANCHOR])
def test_every_pattern_that_makes_a_statement_is_explained(order):
    assert rule(order).pattern


def test_an_unknown_rule_is_a_programmers_mistake():
    with pytest.raises(KeyError):
        rule("no-such-rule")
