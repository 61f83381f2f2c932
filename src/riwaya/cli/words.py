"""The Arabic words of the command line; signs of acts, days and counts are those of the pages (`serve/`)."""

from riwaya.cli.output import Sheet, Tone
from riwaya.records import Article, Basis, ParagraphKind, Published, Role, When
from riwaya.serve.tongue import arabic

# Of the sign of an act, by its drawing.
TONES = {
    "confirm": Tone.GREEN,
    "deny": Tone.RED,
    "decline": Tone.AMBER,
    "likely": Tone.BLUE,
    "warn": Tone.VIOLET,
}
ROLES = {Role.MAIN: "مقال", Role.TEASER: "مقتطف", Role.READ_ALSO: "إقرأ أيضاً", Role.APPENDED: "مقال ملحق"}
KINDS = {
    ParagraphKind.BODY: "",
    ParagraphKind.SUBHEADING: "عنوان فرعي",
    ParagraphKind.CAPTION: "صورة",
    ParagraphKind.NOTICE: "تنويه",
}
BASES = {Basis.STATED: "مذكور", Basis.INFERRED: "مستنتج", Basis.CAPTURED: "يوم الحفظ"}
LABELS = {"breaking": "عاجل", "developing": "خبر يتطوّر", "opinion": "رأي", "live": "مباشر"}
NO_DAY = "بلا تاريخ"


def day(when: When | Published | None) -> str:
    """A day, or its first and last, with the basis of a publish date that no words state."""
    if when is None:
        return NO_DAY
    basis = f" ({BASES[when.basis]})" if isinstance(when, Published) and when.basis is not Basis.STATED else ""
    return arabic.days(when.first, when.last) + basis


def label(article: Article, source: str, sheet: Sheet) -> str:
    """How an article is called in a line: its outlet, else its page's name."""
    return article.outlet or sheet.apart(source)


def joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
