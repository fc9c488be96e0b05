"""What the monthly form may ask about cases: how far a village's rectification is."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.models import CaseProgress, RectificationCase
from rectification.states import LISTED, UNDER_WORK
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import Faults, FilingInput, InputSource, Landing, Stated
from villages.filings.landing import Wanted, put, take_back
from villages.filings.recalling import monthly

PERCENT = FilingInput(
    "cases.progress", gettext_lazy("整顿进度"), Kind.INTEGER,
    gettext_lazy("到月底整顿方案整体完成的百分比,由乡镇判断;没有整顿任务的村留空。"),
    gettext_lazy("县委组织部"), unit="%", most=100, seconds=6,
    used_by=(gettext_lazy("整顿月进展"), gettext_lazy("月度调度")),
)  # fmt: skip


def read(villages: Sequence[int], month: Month) -> Stated:
    """What is told for the month. One query."""
    return series(villages, [month]).get(month.number, {})


def last(villages: Sequence[int], month: Month) -> Stated:
    """What was told for the month before. One query."""
    return read(villages, month.previous())


def series(villages: Sequence[int], months: Sequence[Month]) -> Mapping[int, Stated]:
    """What was told for these months; of two cases in one month the later. One query."""
    numbers = [one.number for one in months]
    rows = CaseProgress.objects.filter(village__in=villages, month__in=numbers)
    rows = rows.order_by("case__listed_year", "case__round", "case")
    found: dict[int, dict[int, dict[str, int]]] = {}
    for village, number, percent in rows.values_list("village_id", "month", "percent"):
        found.setdefault(number, {})[village] = {PERCENT.key: percent}
    return found


def check(answers: Stated, month: Month) -> Faults:
    """Only a village with a case under work has a progress. One query."""
    told = [village for village, given in answers.items() if PERCENT.key in given]
    cases = _cases(told, month)
    return {
        (village, PERCENT.key): _("这个村本月没有整顿任务,请留空。")
        for village in told
        if village not in cases
    }


def land(landing: Landing) -> None:
    """One row for each case and month. At most five statements."""
    villages = list(landing.answers)
    cases, stored = _cases(villages, landing.month), _stored(villages, landing.month)
    put(
        landing, CaseProgress,
        (
            Wanted(
                village, stored.get(cases[village]),
                {"case_id": cases[village], "month": landing.month.number,
                 "percent": answers[PERCENT.key]},
            )
            for village, answers in landing.answers.items()
            if village in cases and PERCENT.key in answers
        ),
    )  # fmt: skip


def lift(landing: Landing) -> None:
    """The rows as they were."""
    take_back(landing, CaseProgress)


def _cases(villages: Sequence[int], month: Month) -> dict[int, int]:
    """The case that was under work in a part of the month; of two the later. What a paper ledger
    does not date is under work since its year."""
    begun = Q(confirmed_on__lte=month.end) | Q(confirmed_on=None, listed_year__lte=month.year)
    open_then = Q(status__in=UNDER_WORK) | Q(closed_on__gte=month.start)
    rows = RectificationCase.objects.filter(
        begun, open_then, village__in=villages, status__in=LISTED
    )
    ordered = rows.order_by("listed_year", "round", "pk")
    return dict(ordered.values_list("village_id", "pk"))


def _stored(villages: Sequence[int], month: Month) -> dict[int, Any]:
    rows = CaseProgress.objects.filter(village__in=villages, month=month.number)
    return {row.case_id: row for row in rows}


SOURCES = (
    InputSource(
        "cases", (PERCENT,), read=read, last=last, land=land, lift=lift, series=series,
        check=check, recall=monthly(series),
    ),
)  # fmt: skip
