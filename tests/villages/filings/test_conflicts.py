"""Who changed what, told apart without a database."""

import pytest

from tests.villages.filings.memory import VISITS
from villages.filings.conflicts import chosen, merge
from villages.filings.figures.sheet import Cell, Line


def line(now: str) -> Line:
    cell = Cell(VISITS, last=9, typed=now)
    return Line(1, "999901001200", "李庄村", "draft", 2, "u", False, (cell,))


@pytest.mark.parametrize(
    ("seen", "mine", "theirs", "disputed", "stands", "taken"),
    [
        ("9", "12", "7", True, "12", False),
        ("9", "12", "9", False, "12", False),
        ("9", "9", "7", False, "7", True),
        ("9", "7", "7", False, "7", False),
        ("9", "9", "9", False, "9", False),
        ("9", "", "7", True, "", False),
    ],
)
def test_who_changed_what(
    seen: str, mine: str, theirs: str, disputed: bool, stands: str, taken: bool
) -> None:
    found = merge(line(theirs), {VISITS.key: mine}, {VISITS.key: seen}, {})

    (box,) = [*found.disputed, *found.agreed]
    assert (bool(found.disputed), box.text, bool(found.taken)) == (disputed, stands, taken)


@pytest.mark.parametrize(("pick", "text"), [("mine", "12"), ("theirs", "7"), ("", "12")])
def test_a_choice_is_kept(pick: str, text: str) -> None:
    assert chosen(line("7"), {VISITS.key: "12"}, {VISITS.key: pick}) == {VISITS.key: text}
