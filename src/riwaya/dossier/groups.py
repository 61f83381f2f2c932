"""Things that belong together: pairs in, groups out, whatever the order of the pairs."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def groups(items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """`items` parted into the components that `pairs` tie; groups and members in the order of `items`."""
    ordered = list(dict.fromkeys(items))
    parent = {item: item for item in ordered}

    def root(item: T) -> T:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        parent[root(left)] = root(right)
    found: dict[T, list[T]] = {}
    for item in ordered:
        found.setdefault(root(item), []).append(item)
    return list(found.values())
