"""The shapes of constraints: what breaks them, and that the unknown breaks nothing."""

from datetime import date

import pytest
from django.db.models import F

from cadres.choices import Sex
from cadres.models import Disposition
from villages.db.evaluating import fields_of, holds
from villages.ledgers import constraints as shapes

EARLY, LATE = date(2026, 3, 1), date(2026, 9, 1)
ORDER = shapes.in_order("order", "found_on", "decided_on", "")
AFTER = shapes.after("after", "found_on", "decided_on", "")
FOLLOWS = shapes.follows("follows", "found_on", "decided_on", "")
NEEDS = shapes.needs("needs", "decided_on", "found_on", "")
TOGETHER = shapes.together("together", "ended_on", "end_reason", "")
PART = shapes.at_most("part", "retest_excellent", "retest_votes", "")
SUM = shapes.at_most(
    "sum", "retest_votes", F("retest_excellent") + F("retest_competent"), ""
)  # fmt: skip
RANGE = shapes.within("range", "retest_votes", 1, 9, "")
BOTH = shapes.not_negative("both", "retest_excellent", "retest_competent", message="")
YEAR = shapes.a_year("year", "retest_votes", "")
MONTH = shapes.a_month("month", "retest_votes", "")
FILLED = shapes.filled("filled", "end_reason", "")
LISTED = shapes.one_of("listed", "end_reason", Sex)
OPEN_LIST = shapes.one_of("listed", "end_reason", Sex, blank=True)


@pytest.mark.parametrize(
    ("constraint", "values", "kept"),
    [
        (ORDER, {"found_on": EARLY, "decided_on": LATE}, True),
        (ORDER, {"found_on": LATE, "decided_on": LATE}, True),
        (ORDER, {"found_on": LATE, "decided_on": EARLY}, False),
        (ORDER, {"found_on": None, "decided_on": EARLY}, True),
        (ORDER, {"found_on": LATE, "decided_on": None}, True),
        (AFTER, {"found_on": EARLY, "decided_on": LATE}, True),
        (AFTER, {"found_on": LATE, "decided_on": LATE}, False),
        (AFTER, {"found_on": None, "decided_on": LATE}, True),
        (FOLLOWS, {"found_on": EARLY, "decided_on": LATE}, True),
        (FOLLOWS, {"found_on": LATE, "decided_on": EARLY}, False),
        (FOLLOWS, {"found_on": None, "decided_on": LATE}, False),
        (FOLLOWS, {"found_on": None, "decided_on": None}, True),
        (NEEDS, {"found_on": None, "decided_on": EARLY}, False),
        (NEEDS, {"found_on": LATE, "decided_on": EARLY}, True),
        (TOGETHER, {"ended_on": EARLY, "end_reason": ""}, False),
        (TOGETHER, {"ended_on": None, "end_reason": "期满"}, False),
        (TOGETHER, {"ended_on": EARLY, "end_reason": "期满"}, True),
        (TOGETHER, {"ended_on": None, "end_reason": ""}, True),
        (PART, {"retest_excellent": 3, "retest_votes": 3}, True),
        (PART, {"retest_excellent": 4, "retest_votes": 3}, False),
        (PART, {"retest_excellent": 4, "retest_votes": None}, True),
        (SUM, {"retest_votes": 5, "retest_excellent": 2, "retest_competent": 2}, False),
        (SUM, {"retest_votes": 5, "retest_excellent": 2, "retest_competent": None}, True),
        (RANGE, {"retest_votes": 0}, False),
        (RANGE, {"retest_votes": 9}, True),
        (RANGE, {"retest_votes": None}, True),
        (BOTH, {"retest_excellent": None, "retest_competent": -1}, False),
        (BOTH, {"retest_excellent": None, "retest_competent": 0}, True),
        (YEAR, {"retest_votes": 1999}, False),
        (YEAR, {"retest_votes": 2099}, True),
        (MONTH, {"retest_votes": 200001}, True),
        (MONTH, {"retest_votes": 209913}, False),
        (FILLED, {"end_reason": ""}, False),
        (FILLED, {"end_reason": "期满"}, True),
        (LISTED, {"end_reason": ""}, False),
        (LISTED, {"end_reason": Sex.values[0]}, True),
        (OPEN_LIST, {"end_reason": ""}, True),
        (OPEN_LIST, {"end_reason": "?"}, False),
    ],
)
def test_a_row_keeps_to_a_shape_or_breaks_it(constraint, values, kept):
    assert holds(Disposition(**values), constraint) is kept


def test_a_fault_has_both_fields_to_stand_at_the_later_one_last():
    assert fields_of(ORDER.condition) == ["found_on", "decided_on"]
