"""What the monthly form asks about cadres: how long the first secretary was in the village."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cadres.derived import derived
from cadres.models import Posting, ResidentDuty
from cadres.wording.resident import PostingRole
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import Faults, FilingInput, InputSource, Landing, Stated
from villages.filings.landing import Wanted, put, take_back
from villages.filings.recalling import monthly

DAYS = FilingInput(
    "cadres.resident_days", gettext_lazy("第一书记驻村天数"), Kind.INTEGER,
    gettext_lazy("本月第一书记实际在村工作的天数,由乡镇据实填写,不要求打卡;没有第一书记的村留空。"),
    gettext_lazy("县委组织部"), unit=gettext_lazy("天"),
    basis=gettext_lazy("《关于向重点乡村持续选派驻村第一书记和工作队的意见》(2021年)"),
    most=31, seconds=6, used_by=(gettext_lazy("驻村天数"),),
)  # fmt: skip


def read(villages: Sequence[int], month: Month) -> Stated:
    """Days told for the month. One query."""
    return series(villages, [month]).get(month.number, {})


def last(villages: Sequence[int], month: Month) -> Stated:
    """Days told for the month before, by the same posting or the one that it followed."""
    return read(villages, month.previous())


def series(villages: Sequence[int], months: Sequence[Month]) -> Mapping[int, Stated]:
    """Days told for these months; of two postings in one month the later. One query."""
    rows = ResidentDuty.objects.filter(
        village__in=villages, month__in=[one.number for one in months],
        posting__role=PostingRole.FIRST_SECRETARY,
    ).order_by("posting__started_on")  # fmt: skip
    found: dict[int, dict[int, dict[str, int]]] = {}
    for village, number, days in rows.values_list("village_id", "month", "days_actual"):
        found.setdefault(number, {})[village] = {DAYS.key: days}
    return found


def check(answers: Stated, month: Month) -> Faults:
    """Somebody must be posted, and the days of the month must suffice. At most two queries."""
    told = {village: given[DAYS.key] for village, given in answers.items() if DAYS.key in given}
    postings, duties = _postings(list(told), month), _duties(list(told), month)
    found = {}
    for village, days in told.items():
        duty = duties.get(postings.get(village, 0))
        away = duty.leave_days + duty.business_days_out if duty else 0
        if village not in postings:
            found[village, DAYS.key] = _("这个村本月没有在任的第一书记,请留空。")
        elif days + away > month.end.day:
            found[village, DAYS.key] = _("驻村、请假、因公外出天数之和不能超过当月天数。")
    return found


def land(landing: Landing) -> None:
    """One record of the month for each posting. At most five statements."""
    villages = list(landing.answers)
    postings, duties = _postings(villages, landing.month), _duties(villages, landing.month)
    put(
        landing, ResidentDuty,
        (
            Wanted(
                village, duties.get(postings[village]),
                {"posting_id": postings[village], "month": landing.month.number,
                 "days_actual": answers[DAYS.key]},
            )
            for village, answers in landing.answers.items()
            if village in postings
        ),
    )  # fmt: skip


def _postings(villages: Sequence[int], month: Month) -> dict[int, int]:
    """The first secretary of a part of the month; of two the later."""
    rows = Posting.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=month.start), village__in=villages,
        role=PostingRole.FIRST_SECRETARY, started_on__lte=month.end,
    )  # fmt: skip
    return dict(rows.order_by("started_on").values_list("village_id", "pk"))


def _duties(villages: Sequence[int], month: Month) -> dict[int, ResidentDuty]:
    rows = ResidentDuty.objects.filter(village__in=villages, month=month.number)
    return {row.posting_id: row for row in rows}


def lift(landing: Landing) -> None:
    """The records as they were."""
    take_back(landing, ResidentDuty)


SOURCES = (
    InputSource(
        "resident",
        (DAYS,),
        read=read,
        last=last,
        land=land,
        lift=lift,
        series=series,
        check=check,
        derived=derived,
        recall=monthly(series),
    ),
)
