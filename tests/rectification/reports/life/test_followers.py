"""Receipts that wait when a township ends."""

from datetime import date

import pytest

from rectification.reports.actions.confirming import confirm
from rectification.reports.actions.issuing import issue
from rectification.reports.followers import FOLLOWERS
from rectification.reports.models import Report
from tests.rectification.reports.made import clerk, filled, reviewed, staff
from villages.common.scope import TOWNSHIP
from villages.divisions.mapchange import Follow, MapChange, MapVerb
from villages.models import County

EAST, WILLOW = "999901001", "999901101"
(RECEIPTS,) = FOLLOWERS
ENDS = MapChange(
    verb=MapVerb.MERGE, county_code="999901", effective_on=date(2026, 11, 10), basis="批复",
    follows=(Follow(EAST, WILLOW, "merge"),),
)  # fmt: skip


@pytest.fixture
def issued(county: County) -> Report:
    by = staff()
    report = issue(by=by, report=reviewed(filled(county), by), revision=None, on=date(2026, 11, 5))
    assert len(EAST) == TOWNSHIP
    return report


def test_whoever_takes_over_signs(issued: Report) -> None:
    issued.recipients.filter(unit_code=WILLOW).delete()

    moved = RECEIPTS.count([EAST]), RECEIPTS.move(ENDS, None)
    line = confirm(by=clerk(WILLOW), report=issued)

    assert moved == (1, 1)
    assert (line.unit_code, line.unit_name) == (WILLOW, "东关街道")
    assert RECEIPTS.count([EAST]) == 0


def test_a_township_that_got_it_itself_signs_once(issued: Report) -> None:
    moved = RECEIPTS.move(ENDS, None)

    assert moved == 0
    assert sorted(issued.recipients.values_list("unit_code", flat=True)) == [EAST, WILLOW]


def test_what_was_signed_stays(issued: Report) -> None:
    issued.recipients.filter(unit_code=WILLOW).delete()
    confirm(by=clerk(EAST), report=issued)

    assert RECEIPTS.count([EAST]) == 0
    assert RECEIPTS.move(ENDS, None) == 0
