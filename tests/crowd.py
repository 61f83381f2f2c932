"""A story of many reports, invented: one agency's wire cut and reworded by many papers, with denials, numbers, days."""

import json
from datetime import date, timedelta
from pathlib import Path

PAPERS = (
    "صحيفة الضحى", "جريدة الصدى", "منبر الساحل", "أخبار الوادي", "يومية المنارة", "شبكة الميناء", "صوت السنديان",
    "البلاد الجديدة", "مرآة النهر", "الرأي الحر", "صباح الزهراء", "نبض الجبل", "ورقة المدينة", "الأفق", "المرفأ",
    "دفاتر", "البيادر", "السنابل", "الرواق", "النافذة", "القلعة", "المحيط", "الواحة", "السفينة", "الديوان", "الميزان",
    "البرج", "الينبوع", "القنطرة", "الشراع",
)  # fmt: skip
WIRE = (
    "أعلنت حكومة قيروزيا الاثنين أنها ستغلق جسر تل الغزال أمام الشاحنات ابتداء من الأحد المقبل.",
    'وقال وزير النقل القيروزي نديم الصافي في مؤتمر صحافي: "لن نعرّض حياة الناس للخطر، والجسر لا يحتمل أكثر من {n} طناً".',
    "ونفت شركة البحر الأعلى المشغلة للجسر وجود أي تصدع في دعائمه، وأكدت أن الفحوص الأخيرة كانت سليمة.",
    "وامتنعت بلدية كفر الريح عن التعليق على القرار.",
    'وحذرت رئيسة نقابة السائقين هالة البرّاق من أن "آلاف الأسر ستخسر رزقها" إذا طال الإغلاق.',
    "وتوقع مسؤول في الوزارة طلب عدم كشف اسمه أن تستمر أعمال الترميم ستة أشهر.",
    "وكان الجسر قد أغلق أسبوعين في نيسان/أبريل الماضي بعد فيضان النهر.",
)
OWN = (
    "وشهد مراسلنا في تل الغزال صفاً من الشاحنات يمتد {n} كيلومتراً عند مدخل الجسر.",
    "وقال سائق يدعى رامز الوادي إنه ينتظر منذ {n} ساعات.",
    "وذكرت مصادر محلية أن {n} شاحنة عادت أدراجها قبل الظهر.",
    "وقدّرت غرفة التجارة خسائر اليوم الأول بنحو {n} مليون درهم.",
)


def report(number: int) -> dict[str, str]:
    """The wire without a sentence or two, in turn with a number changed and a sentence of the paper's own."""
    paper = PAPERS[number % len(PAPERS)]
    kept = [line for at, line in enumerate(WIRE) if at == 0 or (number + at) % (3 + number % 4)]
    lines = [line.format(n=30 if number % 11 else 35) for line in kept]
    if number % 3 == 0:
        lines.append(OWN[number % len(OWN)].format(n=2 + number % 17))
    if number % 5 == 0:
        lines[0] = lines[0].replace("أعلنت حكومة قيروزيا", "قالت الحكومة القيروزية")
    credit = "(نداء) " if number % 2 else ""
    return {
        "source": paper,
        "url": f"https://paper{number % len(PAPERS)}.example/{number}",
        "title": f"قيروزيا تغلق جسر تل الغزال أمام الشاحنات {('ستة أشهر', 'من الأحد', 'وسط نفي الشركة')[number % 3]}",
        "date_published": str(date(2031, 5, 5) + timedelta(days=number % 4)),
        "content": credit + "\n\n".join(lines),
    }


def write(path: Path, count: int) -> Path:
    path.write_text("".join(json.dumps(report(n), ensure_ascii=False) + "\n" for n in range(count)), "utf-8")
    return path
