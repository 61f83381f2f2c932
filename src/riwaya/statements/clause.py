"""From a cue to a draft: each kind of verb form has its patterns."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.language.clitics import joined
from riwaya.records import Act
from riwaya.statements import nouns
from riwaya.statements.backward import paper_before, resumes
from riwaya.statements.beside import participle, passed_on
from riwaya.statements.closed import closed
from riwaya.statements.cues import Cue
from riwaya.statements.draft import Agreement, Draft, Order
from riwaya.statements.finite import finite, topic
from riwaya.statements.nouns import HeadKind, classes
from riwaya.statements.parts import At
from riwaya.statements.phrase import Phrase
from riwaya.statements.reading import parse
from riwaya.statements.verbs import Gender, Number, Tense
from riwaya.statements.view import View

_ADJUNCTS = closed("cues circumstances")
_SHORT = 3  # letters of a word too short to be sure that it is a verb
_HIS = ("ه", "ها", "هم")  # إحدى تصريحاتها التي قالت فيها
_OFFICE = 5  # tokens of an office before the name of its body
_LONGEST = 9  # tokens of a headline up to its verb
_FEWEST = 4  # tokens of a sentence whose first noun is worth remembering


def match(view: View, cue: Cue, barriers: AbstractSet[int]) -> Draft | None:
    """The statement that `cue` brings, or None where its words do not make one."""
    at = At(view, cue, barriers)
    act = _act(cue)
    if act is None:
        return topic(at)
    if cue.form.tense is Tense.WITH_OBJECT:
        return None
    if cue.form.tense is Tense.PARTICIPLE:
        return participle(at, act)
    if cue.form.verb.naql:
        return passed_on(at, act)
    draft = finite(at, act)
    paper = draft is not None and draft.subject is not None and draft.subject.kind is HeadKind.DOCUMENT
    if draft is not None and (draft.order is Order.PRONOUN or paper) and resumes(view, at.after):
        owned = draft.subject if paper and not view.tokens[paper_before(view, cue.at)].text.endswith(_HIS) else None
        return replace(draft, subject=_of_paper(view, paper_before(view, cue.at)) or owned)
    return draft


def _of_paper(view: View, end: int) -> Phrase | None:
    """بعد ذلك ألقى X كلمة أكد فيها: who stands nearest before the paper or talk that the verb points back at."""
    for first in range(end - 1, -1, -1):
        phrase = parse(view, first, end)
        if phrase is not None and phrase.known and phrase.kind in (HeadKind.ROLE, HeadKind.NAME, HeadKind.ORG):
            longer = (parse(view, j, end) for j in range(max(0, first - _OFFICE), first))
            return next((p for p in longer if p is not None and p.known and p.end > first), phrase)
    return None


def _act(cue: Cue) -> Act | None:
    if not cue.negated:
        return cue.form.verb.act
    if not cue.past_negation and cue.form.verb.lemma not in ("نفى", "استبعد", "أكد"):
        return None  # لا يعترف is how he is, لم يعترف what he did not say
    return cue.form.verb.negated


def opening(view: View) -> Draft | None:
    """Who opens a sentence with some other verb: استقبل X Y، وأكد أن; and in a headline: X يستقبل Y ويؤكد أن."""
    return _verb_first(view) or (_subject_first(view) if view.headline else None)


def _subject_first(view: View) -> Draft | None:
    verb = next((i for i in range(1, min(len(view), _LONGEST)) if _present(view, i)), None)
    subject = parse(view, 0, verb) if verb is not None else None
    if verb is None or subject is None or not subject.known or subject.plural or subject.end != verb:
        return None
    if subject.kind not in (HeadKind.ROLE, HeadKind.NAME, HeadKind.ORG):
        return None
    gender = Gender.F if view.word(verb)[0] == "ت" else Gender.M
    return Draft(Order.ANCHOR, Act.STATE, (0, 1), 0, 1, 1, subject, Agreement(gender, Number.SINGLE))


def _present(view: View, i: int) -> bool:
    """Whether token i has the shape of a verb in the present: يستقبل, تتحفظ."""
    word = view.word(i)
    return word[0] in "يت" and len(word) > _SHORT and nouns.head(word) is None and not classes(word)


def _verb_first(view: View) -> Draft | None:
    word = view.word(0)
    if (
        len(view) < _FEWEST
        or not word[0].isalpha()
        or word.startswith("ال")
        or joined(word)[1] in _ADJUNCTS
        or classes(word)
        or nouns.head(word)
        or 0 in view.mention
    ):
        return None
    subject = parse(view, 1, len(view))
    if (
        subject is None
        or not subject.known
        or subject.plural
        or subject.kind not in (HeadKind.ROLE, HeadKind.NAME, HeadKind.ORG)
    ):
        return None
    gender = Gender.F if word.endswith("ت") or word.startswith(("ت", "وت")) else Gender.M
    return Draft(Order.ANCHOR, Act.STATE, (0, 1), 0, 1, 1, subject, Agreement(gender, Number.SINGLE))
