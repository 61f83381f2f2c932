"""One sign, one meaning, on every page: an act has a glyph, a word and a tone."""

import re
from dataclasses import dataclass

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Act, Certainty, Speaker, SpeakerKind, Statement
from riwaya.serve.tongue import Tongue, arabic

_PACKAGE = "riwaya.serve"
_HEDGED = {Act.STATE, Act.ANNOUNCE, Act.EXPECT}
_DOUBTED = {Certainty.LIKELY, Certainty.POSSIBLE, Certainty.UNCONFIRMED}
_LEGEND = ("say", "confirm", "deny", "decline", "likely", "warn", "none")
NOBODY = "غير مذكور"  # the statements room's word for a pronoun whose noun the article does not hold
_NO_VERB = {"بحسب", "وفقا", "نقلا", "حسب", "قوله", "قولها", "قولهم", "وفق", "لم", "يصدر"}
# Of the verbs in ت only these are sure to be present and feminine: توقع, تعهد and تحدث are past and masculine.
_SHE_SAYS = {
    "تقول", "توكد", "تري", "تعتبر", "تنفي", "تشير", "تضيف", "ترجح", "تفيد", "تذكر", "تتوقع", "تعلن", "تطالب", "تدعو",
}  # fmt: skip
_HE_SAYS = {"لفت", "اثبت", "التفت"}  # their ت is of the root
_PARTICIPLES = {"لافته", "قايله", "داعيه"}  # those of a woman that don't begin with م: مشددة, مؤكدة
_VOICES = re.compile(r"[وف]?(?:م?[اي]?عرب|م?عبر|ابد[يت])(?:ت|ا|ه)?(?!\w)")  # أعرب عن أمله, معبرة عن قلقها
_FEWEST = 3  # letters of a verb that can end in the ت of the feminine


@dataclass(frozen=True, slots=True)
class Sign:
    """`icon` names the drawing and the tone; `glyph` is its character; `word` what is read aloud."""

    icon: str
    glyph: str
    word: str


def sign(icon: str, word: str | None = None, tongue: Tongue = arabic) -> Sign:
    glyph, meaning, english = lexicon.table(_PACKAGE, "signs.tsv")[icon]
    return Sign(icon, glyph, word or (meaning if tongue.arabic else english))


def legend(tongue: Tongue = arabic) -> tuple[Sign, ...]:
    return tuple(sign(icon, tongue=tongue) for icon in _LEGEND)


def of_act(act: Act, certainty: Certainty, *, feminine: bool, cue: str = "", tongue: Tongue = arabic) -> Sign:
    """The sign of an act; what is said with a hedge shows as likely, whatever the verb.

    Who voices a feeling does not say it: أبدى قلقه.
    """
    voices = act is Act.STATE and _VOICES.match(fold(cue)) is not None
    doubted = certainty in _DOUBTED and act in _HEDGED
    icon, masculine, other, english = lexicon.table(_PACKAGE, "acts.tsv")["voice" if voices else act.value]
    word = english if not tongue.arabic else other if feminine else masculine
    if not doubted:
        return sign(icon, word)
    if certainty is Certainty.LIKELY:
        _, masculine, other, english = lexicon.table(_PACKAGE, "acts.tsv")[Act.EXPECT.value]
        return sign("likely", english if not tongue.arabic else other if feminine else masculine)
    return sign("likely", f"{word} {tongue.say(f'doubt.{certainty}')}")


def feminine(speaker: Speaker, said: list[Statement], shown: str | None = None) -> bool:
    """Whether the verbs said of this speaker are feminine, by the verbs that the outlets themselves used.

    Where the page shows another name than the speaker's (the house he speaks for) that name decides.
    """
    if speaker.name == NOBODY:
        return False
    if shown is not None and fold(shown) != fold(speaker.name):
        return _feminine_noun(shown)
    if speaker.kind is not SpeakerKind.PERSON and _feminine_noun(speaker.name):
        return True
    votes = [_feminine_verb(statement.cue) for statement in said if not statement.via]  # else the verb is the carrier's
    clear = [vote for vote in votes if vote is not None]
    if clear:
        return sum(clear) * 2 > len(clear)
    named = speaker.role or "" if speaker.kind is SpeakerKind.PERSON else speaker.name  # حمزة is a man
    return _feminine_noun(named)


def called(speaker: Speaker, tongue: Tongue = arabic) -> str:
    """The speaker's name as a reader should see it."""
    return tongue.say("nobody") if speaker.name == NOBODY else speaker.name


def _feminine_noun(name: str) -> bool:
    """By the first word's ending (الحكومة, كوريا; الخارجية for its ministry) or as a table has it (مصر)."""
    known = lexicon.words(_PACKAGE, "feminine.tsv")
    words = fold(name).replace('"', "").split()
    return bool(words) and (words[0].endswith(("ه", "يا", "كا")) or words[0] in known or " ".join(words) in known)


def _feminine_verb(cue: str) -> bool | None:
    words = fold(cue).split()
    verbs = [word.removeprefix("و").removeprefix("ف") for word in words if len(word) > _FEWEST]
    if not verbs or not _NO_VERB.isdisjoint(verbs):
        return None
    first = verbs[-1] if verbs[0] in {"كان", "كانت", "سبق"} else verbs[0]
    if first in _HE_SAYS:
        return False
    participle = (first.startswith("م") and first.endswith("ه")) or first in _PARTICIPLES
    return participle or first.endswith("ت") or first in _SHE_SAYS
