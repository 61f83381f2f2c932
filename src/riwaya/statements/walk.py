"""How far a noun phrase goes: over its description (adjectives, genitives), then over a name."""

from riwaya.language.clitics import joined
from riwaya.records import NameKind
from riwaya.statements import frames
from riwaya.statements.addressed import NISBA, is_addressee, told
from riwaya.statements.closed import closed
from riwaya.statements.goods import ADJECTIVES, full, is_goods
from riwaya.statements.joining import joins
from riwaya.statements.naming import takes_name
from riwaya.statements.nouns import Class, Head, HeadKind, classes, head, is_masdar, owned, proper
from riwaya.statements.phrase import ANONYMOUS, STOPS, Phrase, Walk, bars
from riwaya.statements.verbs import Tense, forms
from riwaya.statements.view import MARKS, View

_LONGEST_NAME = 6
_HOLLOW = 4  # letters of أشار, أفاد: تشير and تفيد have the shape of a verbal noun
_FARTHEST = 3  # tokens from a noun to its last bare adjective
_OF_THEM = ("منه", "منها", "منهم")
_SHORT = 3  # letters of a word too short to hold a preposition and a noun
_WITHIN = closed("walk within")
_QUANTIFIERS = closed("walk quantifiers")
_COUNTING = closed("walk counting")


def takes(walk: Walk, start: Phrase) -> bool:
    """Move over what belongs to the phrase; False where it ends."""
    view, i, word = walk.view, walk.at, walk.word
    if word in ("في", "من", "لدي") or (word == "عن" and view.word(i - 1).startswith("صادر")):
        return _takes_preposition(walk, start)
    if word in _OF_THEM and view.word(i - 1).endswith(("ون", "ين")):
        walk.at += 1  # والمقربون منه
        return True
    if _ends(walk, start):
        return False
    if word[0] in MARKS:
        return _takes_marks(walk, start)
    if i in view.mention and (view.mention[i][0].kind is NameKind.PERSON or _led_body(walk, start)):
        return _takes_mention(walk, start)
    return not _begins_other(walk) and _takes_word(walk, start)


def _ends(walk: Walk, start: Phrase) -> bool:
    noted = walk.word in ANONYMOUS and start.head is not None and not start.head.definite
    if walk.word in _QUANTIFIERS or _told_of(walk.word):
        return True
    return noted or walk.word in STOPS or bars(walk.view, walk.at) or _is_day(walk.view, walk.at)


def _told_of(word: str) -> bool:
    """بيان نقلته وكالة كذا: a clause about the noun begins."""
    form = forms().get(word)
    return form is not None and form.tense is Tense.WITH_OBJECT and form.verb.naql


def _begins_other(walk: Walk) -> bool:
    seen = walk.view.word(walk.at - 1) == "عيان" and walk.word.startswith("ال")  # وصف شهود عيان المشاهد
    return seen or _is_verb(walk.view, walk.at) or is_addressee(walk)


def _acts(word: str) -> bool:
    """يسعون is a verb, يمنيون are people."""
    return word.endswith("ون") and not word.endswith("يون") and len(word) > _SHORT + 1


def _takes_word(walk: Walk, start: Phrase) -> bool:
    if walk.word.startswith(("ي", "ت")) and _acts(walk.word):
        return walk.at in walk.view.mention and _takes_person(walk, start)  # باحثون يسعون: a verb
    joiner, rest = joined(walk.word)
    if joiner and joins(walk, rest):
        return True
    verb = walk.verb
    if verb is not None and (
        frames.opens(verb, walk.view, walk.at) is not None or is_goods(walk, start) or told(walk, verb)
    ):
        return False
    return takes_name(walk, start) if walk.name_from is not None else _takes_description(walk, start)


def _is_day(view: View, i: int) -> bool:
    return i in view.dates or bool(classes(view.word(i)) & {Class.TIME})


def _is_verb(view: View, i: int) -> bool:
    form = forms().get(view.word(i)) or forms().get(joined(view.word(i))[1])
    if form is None or form.verb.strict or form.tense is Tense.WITH_OBJECT:
        return False
    if form.tense is Tense.PARTICIPLE:
        return head(view.word(i)) is None and view.word(i).endswith("ا")
    return (form.tense is Tense.PRESENT and len(form.verb.lemma) == _HOLLOW) or not _a_noun_too(view, i)


def _a_noun_too(view: View, i: int) -> bool:
    """طلب, رد, نقل, أمل after a noun are nouns more often than verbs."""
    return is_masdar(view.word(i)) or view.word(i) in ("رد", "نقل", "طلب", "ذكر")


def _takes_marks(walk: Walk, start: Phrase) -> bool:
    """A name in marks right after the noun that calls for one (صحيفة "…", تنظيم «…»)."""
    view, i = walk.view, walk.at
    place = view.quote[i]
    if place < 0 or view.quotations[place].first != i:
        return False
    quoted = view.quotations[place]
    named = start.kind in (HeadKind.ORG, HeadKind.MEDIA, HeadKind.GROUP, HeadKind.ROLE, HeadKind.SOURCE)
    if not named or quoted.last >= walk.limit or quoted.inner[1] - quoted.inner[0] > _LONGEST_NAME:
        return False
    if walk.name_from is None and start.kind in (HeadKind.ORG, HeadKind.MEDIA):
        walk.name_from = i
    walk.at = quoted.last + 1
    return True


def _led_body(walk: Walk, start: Phrase) -> bool:
    """المتحدث باسم مركز الملك فلان, المدير لمركز كذا: a body within a description, read whole."""
    led = walk.word.startswith(("ل", "ب")) or walk.view.word(walk.at - 1) in _WITHIN
    if start.kind is HeadKind.ROLE and walk.name_from is None and walk.noun == walk.at - 1:
        noun = head(walk.view.word(walk.noun))
        if noun is not None and not noun.definite and not noun.plural:
            return True  # مدرب مانشستر يونايتد: of what he is, not who
    return led and not is_addressee(walk) and walk.name_from is None and start.kind in (HeadKind.ROLE, HeadKind.SOURCE)


def _takes_mention(walk: Walk, start: Phrase) -> bool:
    found, end = walk.view.mention[walk.at]
    if found.kind is NameKind.PERSON and not (
        end - walk.at == 1 and _is_indefinite(walk) and walk.word.endswith(NISBA)
    ):
        return _takes_person(walk, start)
    walk.at = min(end, walk.limit)  # a body, or ضابط بوروندي: where he is from
    return True


def _takes_person(walk: Walk, start: Phrase) -> bool:
    if walk.name_from is not None and start.known and walk.view.mention.get(start.first):
        return False
    if walk.verb is not None and walk.verb.person and start.kind in (HeadKind.ORG, HeadKind.GROUP, HeadKind.PLACE):
        return False  # اتهم الحزب باهر: a body bears nobody's name, and accuses him
    if walk.name_from is None:
        walk.name_from = walk.at
    walk.at = min(walk.view.mention[walk.at][1], walk.limit)
    return True


def _takes_preposition(walk: Walk, start: Phrase) -> bool:
    """مصدر في الكرملين, السفيرة لدى الأمم المتحدة, شهود من القرية: part of the description before any name."""
    view, i, word = walk.view, walk.at, walk.word
    follows = view.word(i + 1)
    if walk.verb is not None and walk.word in walk.verb.prepositions and walk.word != "في":
        return False  # اشتكى المزارعون من الأضرار
    if walk.name_from is not None and start.kind not in (HeadKind.ORG, HeadKind.GROUP):
        return False
    if i + 1 >= walk.limit or classes(follows) & {Class.OCCASION, Class.THAT, Class.ADJUNCT}:
        return False
    if walk.word == "من" and start.kind not in (HeadKind.SOURCE, HeadKind.ROLE, HeadKind.GROUP):
        return False
    counted = word == "من" and view.word(i - 1) in _COUNTING and i - 1 == start.first  # عدد من مربي الماشية
    stands = (
        counted
        or proper(view.words, i + 1, follows)
        or head(follows)
        or follows.startswith("ال")
        or i + 1 in view.mention
    )
    if not stands or follows.startswith(("اجل", "جانب", "جهت")):
        return False
    listed = proper(view.words, i + 1, follows)
    if head(follows) is not None:
        walk.noun = i + 1
    walk.at = min(i + 1 + (listed.words if listed else 1), walk.limit)
    return True


def _takes_description(walk: Walk, start: Phrase) -> bool:
    """Adjectives, genitives and names of states and bodies; the first word that is none of these begins the name."""
    view, i, word = walk.view, walk.at, walk.word
    listed = proper(view.words, i, word)
    whole = start.head is None or start.name is not None
    if listed is not None and whole and walk.verb is not None and walk.verb.person:
        return False  # دعا البيت الأبيض إسرائيل: the one spoken to
    if listed is not None and start.kind is not HeadKind.PLACE:
        if start.kind is HeadKind.MEDIA and listed.kind is HeadKind.MEDIA:
            walk.name_from = i
        walk.at = min(i + listed.words, walk.limit)
        return True
    noun = head(word)
    if owned(word) is not None or _describes(word) or (noun is None and _with_l(word)):
        walk.at += 1
        return True
    if noun is None and word.startswith("ب") and len(word) > _SHORT:
        return _takes_prefixed(walk)
    if start.kind is HeadKind.PLACE or not word[0].isalnum() or _like_verb(word):
        return False
    return _takes_noun(walk, start, noun)


def _describes(word: str) -> bool:
    return word.startswith("ال") or word in _WITHIN or Class.ADJECTIVE in classes(word) or word.isdigit()


def _with_l(word: str) -> bool:
    """الأمين العام للأمم المتحدة, وكيل لشؤون: ل within a description."""
    if not word.startswith("ل") or len(word) <= _SHORT:
        return False
    return word.startswith("لل") or head(word[1:]) is not None or is_masdar(word[1:])


def _takes_noun(walk: Walk, start: Phrase, noun: Head | None) -> bool:
    i, word = walk.at, walk.word
    led = walk.view.word(i - 1) in _WITHIN
    if noun is not None and (not full(start) or (led and noun.kind in (HeadKind.ORG, HeadKind.MEDIA))):
        walk.noun = i
    elif not (_is_indefinite(walk) and len(word) > _SHORT and word.endswith(ADJECTIVES)):
        loose = start.kind is HeadKind.DOCUMENT and walk.noun == start.first
        body = start.kind is HeadKind.ORG and full(start) and start.head is not None and start.name is None
        if loose or body or start.kind is HeadKind.GROUP or len(word) == 1:  # اعتبره الحزب الأحمر خطوة
            return False
        if not _opens_genitive(walk) and not is_masdar(word):
            walk.name_from = i
    walk.at += 1
    return True


def _like_verb(word: str) -> bool:
    """اعتقلت, وضعت: after a description a word in ت is a verb more often than a name (طلعت)."""
    return word.endswith("ت") and not word.endswith("ات") and len(word) > _SHORT and not word.startswith("ال")


def _is_indefinite(walk: Walk) -> bool:
    """Whether only bare adjectives have followed the head noun so far: مسؤول أميركي, but not وزير الخارجية."""
    view, noun = walk.view, walk.noun
    if noun is None or walk.at - noun > _FARTHEST:
        return False
    between = [view.word(i) for i in range(noun, walk.at)]
    bare = joined(between[0])[1] if between[0].startswith("و") else between[0]
    return not bare.startswith("ال") and all(w.endswith(ADJECTIVES) and not w.startswith("ال") for w in between[1:])


def _takes_prefixed(walk: Walk) -> bool:
    """مدير بوزارة, بالأمم المتحدة: a place or body with ب; any other word with ب (بوتين) begins the name."""
    view, i, word = walk.view, walk.at, walk.word
    rest = word[1:]
    listed = proper(view.words, i, rest)
    if listed:
        walk.at = min(i + listed.words, walk.limit)
        return True
    if head(rest):
        walk.at += 1
        return True
    if rest.startswith("ال") or is_masdar(rest) or is_masdar("ال" + rest):
        return False
    if _is_indefinite(walk) and word.endswith(NISBA):
        walk.at += 1  # ضابط بلغاري
        return True
    if not view.word(i + 1).startswith("ال") or classes(view.word(i + 1)):
        walk.name_from = i
    walk.at += 1
    return True


def _opens_genitive(walk: Walk) -> bool:
    """رئيس جهاز الأمن: an unlisted noun right after a bare one, with an article after it, is no name."""
    view, noun = walk.view, walk.noun
    follows = view.word(walk.at + 1)
    return noun == walk.at - 1 and not view.word(noun).startswith("ال") and follows.startswith("ال")
