"""What kind of statement it is, beyond its verb: refusals and denials in the words said, and how sure they are."""

import re
from collections.abc import Callable

from riwaya.language.letters import fold
from riwaya.records import Act, Certainty
from riwaya.statements.closed import closed
from riwaya.statements.draft import Draft

_REFUSES = re.compile(
    fold(
        r"^(?:كلا[،,]? )?(?:لا|لم|لن) (?:يمكننا|يمكنني|أستطيع|نستطيع|يسعنا|يسعني|أريد|نريد|نعلق|أعلق) ?(?:أن )?"
        r"\w*(?:تأكيد|نفي|تعليق|نعلق|أعلق|الحديث|الإجابة)"
        r"|^لا تعليق|^ليس (?:لدينا|لدي|عندنا) (?:ما|أي شيء|شيء) "
    )
)
_DENIES = re.compile(
    fold(
        r"^(?:[إأ]ن[هـ]ا? )?[\"«“]?(?:لا صحة ل|عدم صحة|غير صحيح|هذا غير صحيح|لا أساس)|^(?:نفى|ننفي|أنفي)"
        r"|(?<!\w)(?:عار|عارية?|خالية?) (?:تماما )?(?:عن|من) الصحة|(?<!\w)لا أساس (?:له|لها|لهم)(?!\w)"
    )
)
_DECLINED = re.compile(
    fold(r"^(?:ال)?(?:تعليق|إجابة|رد |رد$|رد على|إفصاح|كشف|إدلاء|تأكيد|نفي|إثبات|تحديد|حديث|خوض|إعطاء|ذكر|توضيح)")
)
_CHARGES = re.compile(
    fold(r"^(?:هذه |تلك |كل |جميع )?(?:ال)?(?:اتهام|مزاعم|ادعاء|ما |أنباء|تقارير|شائعات|رواية|إشاعات)")
)
_WEIGHT = re.compile(fold(r"^(?:أهمي|شأن|شان|خطور|حجم|تأثير|احتمال|فرص|قيم|جدوى|حظوظ)"))
_PRAISED = re.compile(fold(r"^(?:\w+ )?(?:شكر|تقدير|امتنان|إعجاب|ارتياح|ترحيب|سعادت|اعتزاز|فخر)"))
_OFFERED = re.compile(fold(r"^(?:\w+ )?(?:ال)?(?:شكر|تهان|تهني|تعاز|تبريك|امتنان|تقدير|مواسا)"))  # رفع التهاني
_FEARED = re.compile(fold(r"^(?:\w+ )?(?:خشي|مخاوف|تخوف)"))
_BLAMED = re.compile(fold(r"^(?:\w+ )?(?:رفضه|رفضها|استنكار|استيا|إدانت|استهجان|أسفه لعدم)"))

_LIKELY = re.compile(
    fold(
        r"(?<!\w)(?:على الأرجح|من المرجح|الأرجح|يبدو|من المتوقع)(?!\w)"
        r"|^(?:أنه |أنها |إنه |إنها )?(?:يرجح|يتوقع) أن"
    )
)  # X يتوقع أن, within what is said, is X's own expectation
_POSSIBLE = re.compile(
    fold(r"(?<!\w)(?:ربما|من المحتمل|يحتمل|احتمال|من الممكن|لعل|يعتقد|يمكن أن|من غير المستبعد)(?!\w)")
)
_MAY = re.compile(fold(r"(?<!\w)قد (?!ت\w+(?:وا|ت)(?!\w)|تم)[يتن]\w+"))  # قد تقدموا, قد تعهدت are past
_UNCONFIRMED = re.compile(fold(r"^(?:\w+ )?(?:مزاعم|شائعات|إشاعات|أنباء غير مؤكدة|غير مؤكد)|معلومات غير مؤكدة"))
_FAR = 200  # letters of content within which على الأرجح bears on what is said
_NEAR = 90  # letters of content within which قد and يمكن bear on the whole of it
_DOUBTED = closed("act doubted")
_WORDLESS = re.compile(fold(r"^(?:ال)?صمت|^عدم (?:ال)?(?:تعليق|إجابة|رد|خوض|إفصاح|كشف|حديث|إدلاء|تأكيد|إعلان)"))


def act_of(draft: Draft, content: str) -> Act | None:
    """The act of the cue, or what the words themselves do; None where the words make it no statement."""
    words = fold(content).lstrip(' "«“')
    by_words = _BY_WORDS.get(draft.lemma)
    if by_words is not None:
        return by_words(words)
    if draft.act in (Act.STATE, Act.CONFIRM, Act.ANNOUNCE):
        if _REFUSES.search(words):
            return Act.DECLINE
        if _DENIES.search(words):
            return Act.DENY
    return draft.act


def _refusal(words: str) -> Act | None:
    """رفض التعليق declines, رفض الاتهامات denies; رفض with any other thing is a deed and no statement."""
    if _DECLINED.search(words):
        return Act.DECLINE
    return Act.DENY if _CHARGES.search(words) else None


def _evasion(words: str) -> Act | None:
    """تجنب الإجابة; تفادى الحفرة is a deed."""
    return Act.DECLINE if _DECLINED.search(words) else None


def _belittled(words: str) -> Act | None:
    """قلل من شأن الخلاف; قلل من الحوادث is a deed."""
    return Act.STATE if _WEIGHT.search(words) else None


def _feeling(words: str) -> Act:
    if _PRAISED.search(words):
        return Act.PRAISE
    if _BLAMED.search(words):
        return Act.CRITICISE
    return Act.WARN if _FEARED.search(words) else Act.STATE


def is_offer(lemma: str, word: str) -> bool:
    """كما قدم شكره: a verb of many uses and a word that is offered to nobody but by words."""
    return _BY_WORDS.get(lemma) is _offer and _OFFERED.search(word) is not None


def _offer(words: str) -> Act | None:
    """قدم شكره, رفع التهاني; قدم استقالته is a deed."""
    return Act.PRAISE if _OFFERED.search(words) else None


def _wordless(words: str) -> Act | None:
    """فضل عدم التعليق, التزم الصمت; فضل السفر is a taste."""
    return Act.DECLINE if _WORDLESS.search(words) else None


# What these do depends on the words that follow them.
_BY_WORDS: dict[str, Callable[[str], Act | None]] = {
    **dict.fromkeys(("رفض",), _refusal),
    **dict.fromkeys(("تجنب", "تحاشى", "تفادى", "تهرب"), _evasion),
    **dict.fromkeys(("قلل", "هون"), _belittled),
    **dict.fromkeys(("قدم", "رفع"), _offer),
    **dict.fromkeys(("فضل", "آثر", "التزم"), _wordless),
    **dict.fromkeys(("أعرب", "عبر", "أبدى"), _feeling),
}


def certainty_of(draft: Draft, content: str) -> Certainty:
    words = fold(content).lstrip(' "«“')
    if fold(draft.lemma) in _DOUBTED or _UNCONFIRMED.search(words):
        return Certainty.UNCONFIRMED
    if _LIKELY.search(words[:_FAR]) or draft.lemma == "رجح":
        return Certainty.LIKELY
    if _POSSIBLE.search(words) or _MAY.search(words[:_NEAR]):
        return Certainty.POSSIBLE
    if draft.lemma == "استبعد" and draft.negated:
        return Certainty.POSSIBLE
    return Certainty.CERTAIN
