from riwaya.page.fields import read


def test_names_are_matched_whatever_their_case_and_joints():
    assert read({"Title": "أ", "Date-Published": "2020-01-02", "Site Name": "م"}) == {
        "headline": "أ",
        "published_at": "2020-01-02",
        "outlet": "م",
    }


def test_the_better_of_two_names_wins():
    assert read({"text": "النص كله", "content": ""}) == {"content": "النص كله"}
    assert read({"name": "موقع", "title": "خبر"})["headline"] == "خبر"


def test_wrapped_values_are_opened():
    row = {
        "title": {"rendered": "خبر"},
        "author": [{"name": "ليلى"}, {"name": "سامر"}],
        "source": {"id": None, "name": "بوابة"},
        "tags": ["اقتصاد", "نقل"],
        "content": ["فقرة", "أخرى"],
    }
    assert read(row) == {
        "headline": "خبر",
        "byline": "ليلى، سامر",
        "outlet": "بوابة",
        "keywords": "اقتصاد\nنقل",
        "content": "فقرة\nأخرى",
    }


def test_empty_and_false_values_state_nothing():
    assert read({"title": "", "author": None, "section": [], "tags": [None, ""], "summary": False}) == {}
