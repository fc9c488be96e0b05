"""A shared reading is made once while somebody computes many figures, else every time."""

from villages.common.sharing import shared, sharing

CALLS: list[tuple[str, int]] = []


@shared
def roll(county: str, day: int) -> str:
    """A reading that counts how often it is made."""
    CALLS.append((county, day))
    return f"{county}{day}"


def test_inside_it_is_made_once_for_each_argument() -> None:
    CALLS.clear()
    store: dict[object, object] = {}

    with sharing(store):
        told = [roll("a", 1), roll("a", 1), roll("a", 2)]
    with sharing(store):
        again = roll("a", 1)

    assert [*told, again] == ["a1", "a1", "a2", "a1"]
    assert CALLS == [("a", 1), ("a", 2)]


def test_another_store_and_no_store_remember_nothing() -> None:
    CALLS.clear()

    with sharing({}):
        roll("a", 1)
    with sharing({}):
        roll("a", 1)
    roll("a", 1)
    roll("a", 1)

    assert len(CALLS) == 4
