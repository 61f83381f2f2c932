"""Proclitics: the one-letter words و ف ب ك ل س and the article ال, written on to the word that follows.

Without a dictionary nobody can tell وليد (a name) from و + ليد, so nothing is cut off for good: `bare` lists what the
word may be, nearest to it first, and the caller looks each up.
"""

_JOINERS = "وف"
_PREPOSITIONS = "بكل"
_ARTICLE = "ال"
_FUTURE = tuple(f"س{letter}" for letter in "ايتنأ")  # سيقول, ستعلن, سنرد, سأعود; not سلاح, سفير
_FEWEST = 2  # letters that must stay: ل+يد is still a word, ب+ه is not looked for


def bare(word: str) -> tuple[str, ...]:
    """The word itself, then what is left of it as proclitics are taken off one by one.

    Letters are left as they are, folded or not: وللرئيس → وللرئيس, للرئيس, لرئيس, الرئيس, رئيس.
    """
    found = [word]
    rest = word
    if rest[:1] in _JOINERS and len(rest) > _FEWEST:
        rest = rest[1:]
        found.append(rest)
    if rest.startswith("لل") and len(rest) > _FEWEST + 1:
        found.append(rest[1:])  # ل + لجنة is written like ل + ال + جنة
        rest = _ARTICLE + rest[2:]
        found.append(rest)
    elif (rest[:1] in _PREPOSITIONS or rest.startswith(_FUTURE)) and len(rest) > _FEWEST:
        rest = rest[1:]
        found.append(rest)
    if rest.startswith(_ARTICLE) and len(rest) > _FEWEST + 1:
        found.append(rest[2:])
    return tuple(candidate for candidate in found if candidate)


def joined(word: str) -> tuple[str, str]:
    """A leading و or ف and the rest; ("", word) where there is none or too little would be left."""
    if word[:1] in _JOINERS and len(word) > _FEWEST:
        return word[0], word[1:]
    return "", word
