"""Why one of two texts is taken for the original, and how sure that is, in the words of a reader."""

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Direction
from riwaya.serve.tongue import Tongue, arabic

_SURE, _LIKELY = 0.8, 0.4  # chances of being right


def confidence(direction: Direction, tongue: Tongue = arabic) -> str:
    """One word for how sure the direction is."""
    if direction.confidence <= 0:
        return tongue.say("direction.unknown")
    if direction.confidence >= _SURE:
        return tongue.say("direction.sure")
    return tongue.say("direction.likely" if direction.confidence >= _LIKELY else "direction.possible")


def reasons(direction: Direction, tongue: Tongue = arabic) -> str:
    """The signs that speak for the direction, which are English as they come; one without words stands as it is."""
    table = lexicon.table("riwaya.serve", "directions.tsv")
    codes = [code.strip() for code in direction.basis.split(";") if code.strip()]
    if not tongue.arabic:
        return "; ".join(codes)
    return "؛ ".join(table.get(fold(code), (code,))[0] for code in codes)
