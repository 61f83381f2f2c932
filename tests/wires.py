"""Articles made by hand for the tests of copies and story. Houses, people, places and words are invented."""

from datetime import UTC, date, datetime

from riwaya import records as r

HEADLINE = "مجلس المدينة يقر ميزانية الجسر الجديد"
WIRE = (
    "أقر مجلس مدينة وادي الزهر مساء الأربعاء ميزانية الجسر الجديد فوق نهر السروة بعد جلسة استمرت تسع ساعات متواصلة.",
    "وصوت لصالح الميزانية سبعة عشر عضوا مقابل ستة أعضاء اعترضوا على كلفة الأعمدة الخرسانية وعلى موعد بدء الحفر.",
    "وتبلغ كلفة المشروع أربعين مليون درهم تدفع على ثلاث دفعات من صندوق الطرق البلدي خلال السنوات المقبلة.",
    "ويربط الجسر حي الطواحين القديم بالسوق المركزي ويختصر رحلة الحافلات المدرسية إلى سبع دقائق بدل نصف ساعة.",
    "وطلب سكان الضفة الشرقية إبقاء المعبر الخشبي مفتوحا للمشاة حتى انتهاء الأشغال في الخريف المقبل.",
)
OTHER = (
    "افتتحت جمعية الصيادين في ميناء رأس اللؤلؤ موسم السردين بسباق للقوارب الخشبية شارك فيه ثلاثون بحارا.",
    "وفاز بالسباق طاقم القارب الأزرق للمرة الثانية بعد أن قطع المسافة بين المنارتين في أقل من ساعة واحدة.",
)

OTHER_END = (
    "وتسلم الفائزون كأسا من خشب الزيتون صنعها نجار الميناء، وأهدى الطاقم جائزته المالية إلى صندوق أرامل البحارة.",
    "وتستمر مهرجانات الموسم حتى نهاية الشهر بمعرض للشباك القديمة وأمسيات للغناء البحري على رصيف المنارة الشمالية.",
)


def article(name: str, *paragraphs: str, headline: str | None = None, day: date | None = None, **fields) -> r.Article:
    lines = [line for line in (headline, *paragraphs) if line]
    placed, start = [], 0
    for line in lines:
        if line is not headline:
            placed.append(r.Paragraph(kind=r.ParagraphKind.BODY, text=line, span=(start, start + len(line))))
        start += len(line) + 1
    text = "\n".join(lines)
    published = day and r.Published(value=str(day), first=day, last=day, basis=r.Basis.STATED, why="by hand")
    given = {"role": r.Role.MAIN, "capture": name, "published_at": published, **fields}
    return r.Article(
        id=name,
        headline=headline,
        headline_span=(0, len(headline)) if headline else None,
        paragraphs=tuple(placed),
        text=text,
        pieces=(r.Piece(start=0, end=len(text), page_start=0),),
        **given,
    )


def captured(day: int) -> datetime:
    return datetime(2031, 5, day, tzinfo=UTC)


def mention(of: r.Article, name: str, kind: r.NameKind = r.NameKind.PERSON) -> r.Mention:
    start = of.text.index(name)
    return r.Mention(article=of.id, span=(start, start + len(name)), entity=f"{kind}:{name}", kind=kind, name=name)
