"""Print the articles that the gold labels, by a rule that looks at no output of ours: n, stratum and split.

usage: python measure/gold/choose.py DATA

Articles of 400 to 2,400 letters stand in the order of the SHA-256 of "riwaya gold N". From it each stratum takes the
articles that hold its cue, only so many of one outlet, none with the same words as, nor a near copy of, one taken
before: denials, refusals, unnamed sources, then speech without any of these three, any article at all, then more where
those were thin: chains, quotations, refusals to comment, plain denials. Every third of the whole list is test, the
others dev.
"""

import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

LENGTH = range(400, 2401)
_SAID = r"(?:قال|قالت|أكد|أكدت|أوضح|أوضحت|أضاف|أضافت|أشار|أشارت|ذكر|ذكرت|أعلن|أعلنت|صرح|بين|كشف|لفت)"
_DENIED = r"(?<!\w)و?(?:نفى|نفت|ينفي|تنفي|نافيا|نافية|نافياً|نفيه|نفيها|نفي|فند|فندت|كذب|كذبت|لا صحة)(?!\w)"
_DECLINED = (
    r"(?:رفض|رفضت|امتنع عن|امتنعت عن|أحجم عن|اعتذر عن|دون|لم يشأ|لم يرغب في) (?:أن )?"
    r"(?:التعليق|يعلق|الرد|الإجابة|الإفصاح|الكشف|كشف|ذكر اسمه|التصريح|الحديث|الخوض)"
    r"|لم (?:يرد|ترد) على|لم (?:يصدر|تصدر)|لم (?:يعلق|تعلق|يؤكد|تؤكد|ينف|تنف|يستبعد|تستبعد|يتسن)|تحفظ (?:عن|على)"
)
_REFUSED = (
    r"(?:رفض|رفضت|امتنع عن|امتنعت عن|أحجم عن|أحجمت عن|اعتذر عن|دون|تعذر الحصول على) (?:أي )?(?:الإدلاء|التعليق|تعليق)"
    r"|لم (?:يعلق|تعلق|يستبعد|تستبعد|يؤكد|تؤكد|ينف|تنف)(?!\w)|لم (?:يرد|ترد) على (?:اتصال|سؤال|أسئلة|طلب|استفسار)"
    r"|لم (?:يصدر|تصدر) [^.]{0,40}(?:تعليق|رد |تصريح)|(?:رغم|برغم) نفي"
)
_UNNAMED = r"مصادر|(?:قال|ذكر|أفاد|صرح|أكد|أوضح|كشف) مصدر|شهود|(?:طلب|اشترط|فضل|طلبت) عدم|مسؤول(?:ون|ين) (?!عن)|مراقبون"
_CHAIN = (
    r"نقلا عن|نقلاً عن|(?:نقلت|نقل|ذكرت|أوردت|أفادت|بحسب|حسب|وفق) (?:عن |ما ذكرت )?"
    r"(?:وكالة|صحيفة|شبكة|قناة|مجلة|إذاعة|وسائل|تقارير)"
)
_QUOTED = rf"(?s)(?<!\w)و?{_SAID}(?!\w)[^.]{{0,60}}[«“\"].*(?<!\w)و?{_SAID}(?!\w)[^.]{{0,60}}[«“\"]"
STRATA = {  # stratum: cue in the raw text, how many, at most of one outlet
    "deny": (_DENIED, 9, 2),
    "decline": (_DECLINED, 8, 2),
    "unnamed": (_UNNAMED, 8, 2),
    "speech": (rf"(?s)(?<!\w)و?{_SAID}(?!\w).*(?<!\w)و?{_SAID}(?!\w)", 20, 3),
    "any": (r"", 15, 2),
    "chain": (_CHAIN, 10, 2),
    "quoted": (_QUOTED, 10, 2),
    "refused": (_REFUSED, 8, 2),
    "denied": (r"(?<!\w)و?(?:نفى|نفت|ينفي|تنفي)(?!\w)", 6, 2),
}
TEST = 3  # every third article


def order(n: int) -> str:
    return hashlib.sha256(f"riwaya gold {n}".encode()).hexdigest()


def copies(path: Path) -> dict[int, set[int]]:
    """Near copies by n, both ways."""
    pairs: dict[int, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        a, b = header.index("line_a"), header.index("line_b")
        for line in lines:
            cells = line.split("\t")
            pairs[int(cells[a])].add(int(cells[b]))
            pairs[int(cells[b])].add(int(cells[a]))
    return pairs


def choose(rows: list[dict[str, str]], near: dict[int, set[int]]) -> Iterator[tuple[int, str, str]]:
    taken: set[int] = set()
    words: set[str] = set()
    special = re.compile(f"{_DENIED}|{_DECLINED}|{_UNNAMED}")
    ordered = sorted((r for r in rows if len(r["content"]) in LENGTH), key=lambda r: order(int(r["n"])))
    for stratum, (cue, most, cap) in STRATA.items():
        outlets: Counter[str] = Counter()
        for row in ordered:
            n, text = int(row["n"]), row["content"]
            same = " ".join(text.split())
            if n in taken or same in words or near[n] & taken or outlets[row["source"]] == cap:
                continue
            if not re.search(cue, text) or (stratum == "speech" and special.search(text)):
                continue
            taken.add(n)
            words.add(same)
            outlets[row["source"]] += 1
            yield n, stratum, "dev" if len(taken) % TEST else "test"
            if outlets.total() == most:
                break


def main(data: Path) -> None:
    with gzip.open(data / "news/saudinewsnet.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for n, stratum, split in choose(rows, copies(data / "news/near_copies_silver.tsv")):
        print(n, stratum, split, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
