"""The suite of claims: what it counts as a join made, and that its gold is whole."""

from riwaya.measure import claims
from riwaya.measure.gold import places

TEXT = "قال سامر إن الجسر أغلق. وقالت سلمى إن الجسر مفتوح."
A, B = (TEXT.index("الجسر أغلق"), TEXT.index(".")), (TEXT.index("الجسر مفتوح"), len(TEXT) - 1)


def pair(join):
    return claims.Pair("0", ((7, A), (7, B)), join)


def told(*at):
    where = places(TEXT)
    return {7: where}, [claims.Told(7, where.of(span), claim) for span, claim in at]


def test_two_statements_of_one_claim_are_joined():
    assert claims.is_joined(pair(join=True), told((A, "c"), (B, "c"))) is True
    assert claims.is_joined(pair(join=True), told((A, "c"), (B, "d"))) is False


def test_a_pair_whose_statement_is_not_found_says_nothing():
    assert claims.is_joined(pair(join=True), told((A, "c"))) is None


def test_figures_count_wrong_joins_and_joins_missed():
    made = [(pair(join=True), True), (pair(join=False), True), (pair(join=True), False), (pair(join=True), None)]
    figures = {figure.name: (figure.value, figure.of) for figure in claims.figures_of(made)}
    assert figures["joins right"] == (0.5, 2)
    assert figures["right joins made"] == (0.5, 2)
    assert figures["pairs whose statements are found"] == (0.75, 4)


def test_every_judged_pair_is_of_a_story_that_is_listed():
    home = claims.HOME
    members = dict(claims.story_members(home / claims.STORIES))
    judged = list(claims.judged_pairs(home / claims.JUDGED))
    assert len(members) == 20
    assert all(n in members[one.story] for one in judged for n, _ in one.places)
