"""Claims: utterances about one proposition, in whose words it is told, and who stands where on it."""

from dataclasses import replace

from riwaya.dossier.joining import FEWEST, Held, joined
from riwaya.dossier.material import Desk
from riwaya.dossier.positions import ASSERTS, Bench, positions
from riwaya.dossier.propositions import PAIR, Proposition
from riwaya.dossier.speakers import Cast
from riwaya.dossier.standing import standing
from riwaya.dossier.utterances import Utterance
from riwaya.dossier.wording import tidy, title
from riwaya.dossier.words import bag, covered
from riwaya.language.quotes import is_whole
from riwaya.records import Claim, Statement

_ENOUGH = 0.34  # of the words of what a claim is about, the part that tells it
_SOME = 0.2  # and the part that a wording must keep where it is taken for being short
_TITLE = 110  # letters of a claim that is read at a glance
_ANSWERED = 200  # letters of what is answered that still make a claim's text
_STEP = 25  # letters by which one wording of a claim must be shorter to be taken before an earlier one


def claims(desk: Desk, said: list[Utterance], cast: Cast, meant: dict[str, Proposition]) -> tuple[Claim, ...]:
    """Every utterance in exactly one claim; claims on which most speakers and outlets stand first."""
    place = {statement.id: at for at, statement in enumerate(desk.statements)}
    bench = Bench(desk, cast, meant)
    made = [_claim(bench, group) for group in joined(desk, said, meant)]
    return tuple(sorted(made, key=lambda c: (-len(c.positions), -_outlets(c), place[c.statements[0]])))


def _outlets(claim: Claim) -> int:
    return len({outlet for position in claim.positions for outlet in position.outlets})


def _claim(bench: Bench, group: list[Held]) -> Claim:
    wanted = {form.id for h in group for form in h.utterance.forms}
    forms = [form for form in bench.desk.statements if form.id in wanted]
    teller = _teller(forms, group[0].meant, bench.meant)
    claim = Claim(
        id=f"c-{min(form.id for form in forms)}",
        text=_text(bench, teller, group[0].meant),
        statements=tuple(form.id for form in forms),
        positions=(),
    )
    stands = positions(bench, claim.id, group, teller)
    return standing(bench, replace(claim, positions=stands), group)


def _text(bench: Bench, teller: Statement, core: Proposition) -> str:
    """The teller's words; of an answer that names nothing («ذلك», «الاتهامات») what it answers, where it is short."""
    answered = tidy(core.about)
    return answered if core.borrowed and 0 < len(answered) <= _ANSWERED else title(bench.desk, teller)


def _teller(forms: list[Statement], core: Proposition, meant: dict[str, Proposition]) -> Statement:
    """The shortest complete statement that asserts the claim; failing that, any in words of its own."""
    own = [form for form in forms if len(bag(form.content)) >= FEWEST and not meant[form.id].borrowed]
    candidates = next(found for found in ([f for f in own if f.act in ASSERTS], own, forms) if found)
    return max(candidates, key=lambda f: _completeness(f, core, meant[f.id].named))


def _completeness(form: Statement, core: Proposition, named: int) -> tuple[int, bool, bool, float, int]:
    """Whom the words themselves name, whether a title holds them, how much they tell; then the shorter, the first."""
    told = covered(core.words, bag(form.content))
    content = form.content.strip()
    fits = len(content) <= _TITLE and told >= _SOME and is_whole(content)
    much = min(told, _ENOUGH)
    return (min(named, len(core.persons), PAIR), fits, is_whole(content), much, -(len(content) // _STEP))
