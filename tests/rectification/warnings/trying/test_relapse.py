"""A score anybody can check, and what it would have said before villages came back."""

from datetime import date
from typing import Any

import pytest

from cadres.choices import Post
from cadres.models import PostTenure
from rectification.models import RectificationCase
from rectification.states import CaseStatus
from rectification.warnings.figures.relapse import relapse
from rectification.warnings.figures.relapse_test import BackTest, back_test
from rectification.warnings.models import VillageWarning
from rectification.warnings.relapse import Seen, Weights, score
from tests.rectification import situations
from tests.rectification.warnings.trying import history
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import County, Village

CODE, OTHER = "999901001200", "999901001201"
SCOPE = Scope.of(["999901"])
ON = date(2027, 2, 3)
CALM = {"operating_fen": 100, "operating_before_fen": 100, "petitions_first": 0,
        "filing_late": "0 0 0"}  # fmt: skip


def _score(*facts: dict[str, Any] | None, changed: date | None = None, known: bool = True) -> Any:
    return score(Seen(facts, known, changed), Weights())


@pytest.mark.parametrize(
    ("facts", "changed", "points"),
    [
        ([CALM] * 3, None, [0, 0, 0, 0]),
        ([CALM] * 3, date(2026, 9, 1), [30, 0, 0, 0]),
        ([{**CALM, "operating_fen": 80}, CALM, CALM], None, [0, 25, 0, 0]),
        ([{**CALM, "operating_fen": 81}, CALM, CALM], None, [0, 0, 0, 0]),
        ([{**CALM, "operating_before_fen": 0}, CALM, CALM], None, [0, 0, 0, 0]),
        ([{**CALM, "petitions_collective": 1}, {**CALM, "petitions_first": 1}, CALM], None,
         [0, 0, 25, 0]),
        ([{**CALM, "petitions_first": 2}, None, None], None, [0, 0, 25, 0]),
        ([CALM, None, CALM], None, [0, 0, None, 0]),
        ([{**CALM, "filing_late": "2 0 1"}, CALM, CALM], None, [0, 0, 0, 20]),
        ([{**CALM, "filing_late": "2 0 -"}, CALM, CALM], None, [0, 0, 0, 0]),
        ([{}, {}, {}], None, [0, None, None, None]),
        ([], None, [0, None, None, None]),
    ],
)  # fmt: skip
def test_each_part_by_itself(
    facts: list[dict[str, Any] | None], changed: date | None, points: list[int | None]
) -> None:
    found = _score(*facts, changed=changed)

    assert [one.points for one in found.parts] == points
    assert found.points == sum(one or 0 for one in points)
    assert found.is_flagged == (found.points >= 50)


def test_what_is_missing_adds_nothing_and_is_told() -> None:
    found = _score(CALM, CALM, CALM, known=False)

    assert (found.points, found.most, found.parts[0].why) == (0, 30, "没有书记任职记录")


@pytest.fixture
def closed(county: County) -> RectificationCase:
    """A village closed in October, with receipts of every month since."""
    situations.person(CODE, Post.SECRETARY)
    one = situations.case_in(CODE, CaseStatus.CLOSED)
    assert one.closed_on is not None
    history.store([Village.objects.get(code=CODE)], history.months(Month(2027, 1), 12))
    VillageWarning.objects.update(facts={"months": 1, **CALM})
    return one


def test_only_villages_that_may_relapse_are_watched(closed: RectificationCase) -> None:
    situations.case_in(OTHER, CaseStatus.IN_PROGRESS)

    found = relapse(SCOPE, "999901", Month(2027, 1), ON)

    assert [(one.case.village_code, one.score.points) for one in found] == [(CODE, 0)]
    assert relapse(Scope.of(["999901002"]), "999901", Month(2026, 10), ON) == []


def test_a_new_secretary_after_closing_counts_and_one_before_does_not(
    closed: RectificationCase,
) -> None:
    PostTenure.objects.update(ended_on=date(2026, 11, 1), end_reason="resigned")

    october = relapse(SCOPE, "999901", Month(2026, 10), ON)
    november = relapse(SCOPE, "999901", Month(2026, 11), ON)

    assert october[0].score.parts[0].points == 0
    assert november[0].score.parts[0].points == 30


def _tested(**more: Any) -> BackTest:
    return back_test(SCOPE, "999901", ON, **more)[0]


def _bad(month: int) -> None:
    facts = {"months": 1, **CALM, "operating_fen": 10, "petitions_first": 5}
    VillageWarning.objects.filter(month=month).update(facts=facts)


def test_a_village_that_may_still_come_back_is_no_false_alarm(closed: RectificationCase) -> None:
    assert _tested().counts["quiet"] == 1
    _bad(202701)

    assert _tested().counts["waiting"] == 1
    assert _tested(cut_offs=(80,)).counts["quiet"] == 1


def test_hits_and_misses(closed: RectificationCase) -> None:
    RectificationCase.objects.update(
        status=CaseStatus.RELAPSED, relapsed_on=date(2027, 1, 20), status_since=date(2027, 1, 20)
    )
    assert (_tested().counts["miss"], _tested().recall) == (1, "0%(0/1)")

    # What the month of coming back shows came too late to be a warning.
    _bad(202701)
    assert _tested().counts["miss"] == 1

    _bad(202612)
    found = _tested()
    assert (found.counts["hit"], found.recall, found.precision) == (1, "100%(1/1)", "100%(1/1)")
    assert (found.rows[0].flagged, found.rows[0].lead) == (Month(2026, 12), 1)


def test_without_receipts_nothing_is_tested(county: County) -> None:
    situations.case_in(CODE, CaseStatus.CLOSED)

    assert _tested().rows == ()
