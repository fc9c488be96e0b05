"""In which order tests run, and which of them stay together."""

from _pytest.nodeid import NodeId
from pytest import Item

# Long ones with real processes come first: begun last, they would keep one process busy while
# the others have nothing left to do.
FIRST = ("tests/browser/", "tests/races/", "tests/config/test_api_contract.py")
FIRST += ("tests/config/test_demo.py",)


def longest_first(items: list[Item]) -> None:
    """The random order of the rest stays as it is."""
    items.sort(key=_turn)


def _turn(item: Item) -> int:
    places = (place for place, start in enumerate(FIRST) if item.nodeid.startswith(start))
    return next(places, len(FIRST))


def name_groups(items: list[Item]) -> None:
    """Says in the id of a test which group it belongs to.

    pytest-xdist hands out tests by this part of the id; what it writes itself, pytest 9.2 does
    not read.
    """
    for item in items:
        names = sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")})
        if names and "@" not in item.nodeid.rpartition("]")[2]:
            item._id = NodeId.parse(f"{item.nodeid}@{'_'.join(names)}")
