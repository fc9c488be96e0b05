"""Postings of first secretaries and team members, and their months."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cadres.actions import postings
from cadres.models import Posting, ResidentDuty
from cadres.wording.resident import PostingEnd
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.columns import Kind
from villages.common.faults import Fault
from villages.common.periods import Month
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _settle_posting(row: Posting, _by: Any) -> None:
    """The name as of now; the end of the term where nobody wrote another."""
    if row.person_id and not row.name:
        row.name = row.person.name
    if row.started_on and not row.due_end_on:
        years = parameters.value("cadres.posting_years", on=row.started_on, county=row.county_code)
        row.due_end_on = add_months(row.started_on, 12 * years)


def _check_duty(_values: Mapping[str, Any], row: ResidentDuty) -> Iterable[Fault]:
    """The days fit the month, the month the posting, the village the posting."""
    if not row.posting_id or not row.month or not 1 <= row.month % 100 <= 12:
        return
    month = Month.from_number(row.month)
    spent = (row.days_actual or 0) + row.leave_days + row.business_days_out
    if spent > month.end.day:
        said = _now("驻村、请假、因公外出合计 %(days)d 天,%(month)s只有 %(most)d 天。")
        words = {"days": spent, "month": month.label, "most": month.end.day}
        yield Fault("days_actual", "days_exceed_month", said % words)
    yield from _check_posting(row, month)


def _check_posting(row: ResidentDuty, month: Month) -> Iterable[Fault]:
    posting = row.posting
    if posting.village_id != row.village_id:
        yield Fault("posting", "other_village", _now("此人不在这个村驻村。"))
    ended = posting.ended_on is not None and posting.ended_on <= month.start
    if posting.started_on > month.end or ended:
        yield Fault("month", "not_posted", _now("此人这个月不在任。"))


POSTINGS = Ledger(
    key="postings",
    hub="cadres",
    model=Posting,
    title=_("驻村第一书记和工作队"),
    one=_("驻村选派"),
    title_en="postings",
    one_en="posting",
    items=(
        Item("village", fixed=True),
        Item("person", by="name", fixed=True),
        Item("role", chosen=True),
        Item("unit"),
        Item("started_on", fixed=True),
        Item("due_end_on"),
        Item("ended_on", asked=False),
        Item("end_reason", asked=False, chosen=True),
    ),
    natural_key=("village", "person", "started_on"),
    order=("village__code", "role"),
    settle=_settle_posting,
    verbs=(
        Verb(
            "end", _("登记离任"), "end", act=postings.end,
            offered=lambda _user, row: row.ended_on is None,
            asks=(
                Ask("ended_on", _("离任日期"), "ended on", Kind.DATE),
                Ask(
                    "end_reason", _("离任原因"), "reason", Kind.CHOICE,
                    choices=PostingEnd.choices,
                ),
            ),
        ),
    ),
    parts=(Part("resident-duties", "posting"), Part("leaves", "posting")),
    charts=(Chart("roles", _("按身份"), by="role", unit=_("人")),),
    search=("name", "unit"),
    empty=_("还没有登记驻村人员。先在花名册登记此人,再登记选派。"),
)  # fmt: skip
DUTIES = Ledger(
    key="resident-duties",
    hub="cadres",
    model=ResidentDuty,
    title=_("驻村月记录"),
    one=_("驻村月记录"),
    title_en="resident duties",
    one_en="resident duty",
    items=(
        Item("village", fixed=True),
        Item("posting", by="name", fixed=True),
        Item("month", fixed=True, chosen=True),
        Item("days_planned", shown=False),
        Item("days_actual", total=True),
        Item("leave_days"),
        Item("business_days_out"),
        Item("households_visited", total=True),
        Item("things_done", total=True),
        Item("spot_checks", shown=False),
        Item("spot_check_absent"),
    ),
    natural_key=("village", "posting", "month"),
    month="month",
    order=("-month", "village__code"),
    check=_check_duty,
    charts=(Chart("months", _("每月驻村天数"), by="month", measure="days_actual", unit=_("天")),),
    search=("posting__name",),
    empty=_("还没有驻村月记录。乡镇每月登记天数,不打卡、不定位。"),
)
LEDGERS = (POSTINGS, DUTIES)
