"""Progress of cases by the monthly form."""

import pytest

from rectification.inputs import PERCENT, SOURCES
from rectification.models import CaseProgress
from rectification.states import CaseStatus
from tests.rectification.situations import case_in
from tests.rectification.work.rows import FAR, LI, at_work
from tests.villages.filings.landings import MONTH, landing, rows_of, says
from villages.common.periods import Month

(PROGRESS,) = SOURCES
pytestmark = pytest.mark.usefixtures("county")


def test_what_lands_is_read_and_taken_back() -> None:
    case = at_work()

    PROGRESS.land(landing({case.village: {PERCENT.key: 60}}))

    row = CaseProgress.objects.get()
    assert (row.case, row.month, row.percent) == (case, 202610, 60)
    assert row.source.startswith("填报")
    assert says(PROGRESS, case.village) == {PERCENT.key: 60}
    assert PROGRESS.last([case.village_id], Month(2026, 11)) == {case.village_id: {PERCENT.key: 60}}
    PROGRESS.lift(landing({case.village: {}}))
    assert not CaseProgress.objects.exists()


def test_words_beside_the_number_stay() -> None:
    case = at_work()
    CaseProgress.objects.create(
        case=case, village=case.village, county_code=case.county_code, month=202610, percent=40,
        text="已丈量三户", source="台账",
    )  # fmt: skip
    before = rows_of(CaseProgress)

    PROGRESS.land(landing({case.village: {PERCENT.key: 55}}))
    assert (CaseProgress.objects.get().percent, CaseProgress.objects.get().text) == (
        55, "已丈量三户",
    )  # fmt: skip
    PROGRESS.lift(landing({case.village: {}}))
    assert rows_of(CaseProgress) == before


def test_only_villages_under_work_are_asked() -> None:
    case = at_work()
    other = case_in(FAR, CaseStatus.SCREENING)

    told = {one.village_id: {PERCENT.key: 50} for one in (case, other)}
    assert PROGRESS.check(told, MONTH) == {
        (other.village_id, PERCENT.key): "这个村本月没有整顿任务,请留空。"
    }
    assert (case.village_id, PERCENT.key) in PROGRESS.check(told, Month(2026, 2))


def test_a_case_closed_in_the_month_still_has_its_progress() -> None:
    case = case_in(LI, CaseStatus.CLOSED)

    assert PROGRESS.check({case.village_id: {PERCENT.key: 100}}, MONTH) == {}
    assert PROGRESS.check({case.village_id: {PERCENT.key: 100}}, Month(2026, 11)) != {}
