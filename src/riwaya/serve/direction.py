"""Why one of two texts is taken for the original, and how sure that is, in the words of a reader."""

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Direction

_SURE, _LIKELY = 0.8, 0.4  # chances of being right


def confidence(direction: Direction) -> str:
    """One word for how sure the direction is."""
    if direction.confidence <= 0:
        return "غير معروف"
    if direction.confidence >= _SURE:
        return "مؤكد"
    return "مرجّح" if direction.confidence >= _LIKELY else "محتمل"


def reasons(direction: Direction) -> str:
    """The signs that speak for the direction; one without words here stands as it is."""
    table = lexicon.table("riwaya.serve", "directions.tsv")
    codes = [code.strip() for code in direction.basis.split(";") if code.strip()]
    return "؛ ".join(table.get(fold(code), (code,))[0] for code in codes)
