import pytest

from riwaya.page.marks import Holds, Mark, of_names


@pytest.mark.parametrize(
    ("classes", "name", "mark"),
    [
        ("td-post-sharing-top", "", Mark.HARD),
        ("ShareDiv ShareFloat", "", Mark.HARD),
        ("post_share_bar", "", Mark.HARD),
        ("", "comments", Mark.SURE),
        ("related-posts col-md-4", "", Mark.HARD),
        ("hidden", "", Mark.SOFT),
        ("overflow-hidden", "", Mark.NONE),
        ("d-none", "", Mark.SOFT),
        ("d-none d-md-block", "", Mark.NONE),
        ("loaded shaded navy readable adapted", "", Mark.NONE),
        ("", "ctl00_Main_ShareBox", Mark.NONE),
    ],
)
def test_furniture_is_told_by_words_in_names(classes, name, mark):
    assert of_names(classes, name, False)[0] is mark


@pytest.mark.parametrize(
    "classes", ["entry-content", "td-post-content tagdiv-type", "articleBody", "field--name-body", "NewsDetails"]
)
def test_a_body_is_told_by_its_name(classes):
    assert of_names(classes, "", False)[1] is Holds.BODY


def test_furniture_of_a_body_is_furniture():
    assert of_names("post-content-share", "", False)[:2] == (Mark.HARD, Holds.NOTHING)


def test_what_names_the_whole_page_marks_nothing():
    assert of_names("single has-comments menu-open", "", True)[0] is Mark.NONE


@pytest.mark.parametrize("classes", ["wp-caption-text", "imgCaption", "photo-caption"])
def test_captions_are_told_by_name(classes):
    assert of_names(classes, "", False)[2]
