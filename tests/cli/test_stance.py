"""`riwaya stance`: the articles of a path beside a claim, with the lines that show it."""

import json

from command import within

PAGE = "samples/river/jami-al-akhbar.txt"


def test_an_article_agrees_with_its_own_words():
    article = json.loads(within("read", PAGE, "--json")[1].splitlines()[0])
    claim = article["paragraphs"][0]["text"]
    status, out, err = within("stance", claim, PAGE, "--json")
    taken = json.loads(out.splitlines()[0])
    assert status == 0, err
    assert taken["leaning"] == "agree"
    shown = [article["text"][start:end] for start, end in taken["spans"]]
    assert any(line in claim or claim in line for line in shown)
    assert abs(sum(taken["shares"].values()) - 1) < 1e-6


def test_a_claim_of_something_else_is_unrelated():
    _, out, _ = within("stance", "هبطت أسهم شركة الطيران بعد إعلان نتائج الربع الثالث", PAGE, "--json")
    taken = json.loads(out.splitlines()[0])
    assert (taken["leaning"], taken["spans"]) == ("unrelated", [])


def test_stance_for_people_names_the_leaning():
    _, out, _ = within("stance", "هبطت أسهم شركة الطيران", PAGE)
    assert out.startswith("لا صلة له")


def test_a_claim_without_words_is_refused():
    assert within("stance", "؟!", PAGE)[0] == 2
