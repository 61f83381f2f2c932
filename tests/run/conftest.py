"""An archive of invented reports as JSON Lines: enough for several batches, some of them copies of one another."""

import json
from datetime import date, timedelta

import pytest

TOWNS = ("الزهراء", "كفر الريح", "تل الغزال", "عين الصفا", "وادي السنديان", "رأس المرسى")
SPEAKERS = ("سلمى الهادي", "نديم الصافي", "هالة البرّاق", "رامز الوادي")
THINGS = ("الجسر القديم", "سوق السمك", "مدرسة البلدة", "محطة القطار", "مستشفى الميناء")


def report(number):
    town, speaker, thing = TOWNS[number % 6], SPEAKERS[number % 4], THINGS[number % 5]
    families, days = 20 + number, 2 + number % 9
    return {
        "source": f"صحيفة {town}",
        "title": f"بلدية {town} تعيد بناء {thing} بعد فيضان رقم {number}",
        "date_published": str(date(2031, 3, 1) + timedelta(days=number % 20)),
        "content": (
            f"أعلنت بلدية {town} أن العمل في {thing} سيبدأ خلال {days} أيام، بعد أن غمرت المياه {families} منزلاً.\n\n"
            f'وقالت رئيسة البلدية {speaker}: "لن ننتظر شتاء آخر، و{families} عائلة تنتظر العودة إلى {town}".\n\n'
            f"وأضافت أن الكلفة تبلغ {number * 3 + 7} مليون درهم، وأن {thing} سيفتح قبل نهاية السنة.\n\n"
            f"ونفى متحدث باسم الشركة المنفذة أي تأخير في الأعمال التي تجري في {thing} منذ {days} أشهر."
        ),
    }


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """120 reports, every tenth of them the text of the one before it in another paper, without a date."""
    rows = [report(number) for number in range(120)]
    for number in range(9, 120, 10):
        rows[number] = {
            "source": "جريدة الصدى",
            "title": rows[number - 1]["title"],
            "content": rows[number - 1]["content"],
        }
    path = tmp_path_factory.mktemp("archive") / "archive.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path
