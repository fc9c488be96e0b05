"""What `make test` relies on: groups stay together, the longest tests begin first."""

import pytest

from tests.support.ordering import longest_first, name_groups


def _item(parent: pytest.Item, name: str, *marks: pytest.MarkDecorator) -> pytest.Function:
    item = pytest.Function.from_parent(parent.parent, name=name, callobj=lambda: None)
    for mark in marks:
        item.add_marker(mark)
    return item


def test_a_test_says_its_group_once(request: pytest.FixtureRequest) -> None:
    one = _item(request.node, "one[a]", pytest.mark.xdist_group("demo"))
    other = _item(request.node, "other[b@c]")

    name_groups([one, other])
    name_groups([one, other])

    assert one.nodeid.endswith("one[a]@demo")
    assert other.nodeid.endswith("other[b@c]")


def test_the_others_keep_their_order(request: pytest.FixtureRequest) -> None:
    items = [_item(request.node, name) for name in ("b", "c", "a")]

    longest_first(items)

    assert [item.name for item in items] == ["b", "c", "a"]
