import pytest

from riwaya.language.hosts import host


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.minbar.example/a/1", "minbar.example"),
        ("http://Minbar.example:80/", "minbar.example"),
        ("http://[bad", ""),
        ("http://[::bad/x", ""),
        ("minbar.example/a", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_host_of_an_address_or_none(url, found):
    assert host(url) == found
