"""Things that belong together: whoever is joined to a third is joined to each other."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Sets that grow by joining two members; every item starts alone. The order of joining changes nothing."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}

    def join(self, one: Item, other: Item) -> None:
        """Make the groups of two items one."""
        self._parent[self._root(one)] = self._root(other)

    def together(self, one: Item, other: Item) -> bool:
        """Return whether two items are in one group."""
        return self._root(one) == self._root(other)

    def sets(self) -> list[list[Item]]:
        """Return the groups, and the items in each, in the order in which the items were given."""
        found: dict[Item, list[Item]] = {}
        for item in self._parent:
            found.setdefault(self._root(item), []).append(item)
        return list(found.values())

    def _root(self, item: Item) -> Item:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item
