"""What the words at a verb of saying point back at: the talk or paper it was said in, the time at which it was said."""

from riwaya.statements.closed import closed
from riwaya.statements.view import View

RESUMED = closed("backward resumed")
_TIMES = closed("backward times")
_NEAR = 8  # tokens from a paper to its verb
_PAPERS = (
    "بيان",
    "كلم",
    "خطاب",
    "رسال",
    "تصريح",
    "تغريد",
    "تدوين",
    "منشور",
    "تقرير",
    "مذكر",
    "مقال",
    "حديث",
    "خطب",
    "مداخل",
    "حوار",
    "لقاء",
    "مكالم",
    "محاضر",
    "ورق",
)


def paper_before(view: View, i: int) -> int:
    """Where the paper or talk is told that the verb at token i points back at (ألقى كلمة أكد فيها); i if nowhere."""
    return next((j for j in range(i - 1, max(-1, i - 1 - _NEAR), -1) if view.word(j).startswith(_PAPERS)), i)


def resumes(view: View, i: int) -> bool:
    """Whether token i points back at a paper or talk: أكدت فيه, أوضح من خلالها."""
    return view.word(i) in RESUMED or (view.word(i) == "من" and view.word(i + 1).startswith("خلال"))


def time_clause(view: View, i: int) -> bool:
    """في الوقت الذي أكد فيه X: a clause of time, and none that describes."""
    return view.word(i - 1) in ("الذي", "التي") and view.word(i - 2) in _TIMES
