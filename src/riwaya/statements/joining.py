"""What و joins to a noun phrase: another speaker, or one more word on the same."""

from riwaya.statements.nouns import Head, HeadKind, head, is_masdar, owned, proper
from riwaya.statements.phrase import Walk

_ONE_OF = ("احد", "احدي")


def joins(walk: Walk, rest: str) -> bool:
    """و + another speaker or another adjective: الولايات المتحدة وبريطانيا, ميرتس وقادة أوروبيون."""
    noun = head(rest)
    if (rest in _ONE_OF and _of_one(walk)) or (noun and rest.startswith("ال") and _of_office(walk, noun)):
        walk.noun = walk.at if rest in _ONE_OF else walk.noun
        walk.at += 1
        return True
    return _another(walk, rest, noun)


def _another(walk: Walk, rest: str, noun: Head | None) -> bool:
    view, i = walk.view, walk.at
    listed = proper(view.words, i, rest)
    if listed:
        walk.joint, walk.name_from = True, None
        walk.at = min(i + listed.words, walk.limit)
        return True
    if noun and not is_masdar(rest):
        walk.joint = walk.joint or walk.name_from is not None or noun.plural
        walk.name_from = None
        walk.noun = i
        walk.at += 1
        return True
    if owned(rest) is not None:
        walk.joint, walk.name_from, walk.noun = True, None, i
        walk.at += 1
        return True
    if walk.name_from is None and (rest.startswith("ال") or rest.endswith(("يون", "يين", "يه"))):
        walk.at += 1
        return True
    return False


def _of_one(walk: Walk) -> bool:
    """Whether the phrase so far is of one office and no name."""
    noun = head(walk.view.word(walk.noun)) if walk.noun is not None else None
    return walk.name_from is None and noun is not None and not noun.plural


def _of_office(walk: Walk, noun: Head) -> bool:
    """Whether what و joins is one more field of an office, and nobody else."""
    office = head(walk.view.word(walk.noun)) if walk.noun is not None else None
    lone = office is not None and office.kind is HeadKind.ROLE and not office.definite and not office.plural
    collective = noun.kind is HeadKind.GROUP or (noun.plural and noun.lemma.endswith("ه"))
    return lone and walk.name_from is None and collective
