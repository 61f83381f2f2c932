"""The host of an address, as pages write addresses: well or badly."""

from urllib.parse import urlsplit


def host(url: str | None) -> str:
    """Its host without www; empty where it has none, or is no address (http://[bad)."""
    try:
        found = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return found.removeprefix("www.")
