"""Revisits: planned when a case is closed, recorded when held."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions import revisiting
from rectification.choices import RevisitResult
from rectification.figures.following import closed_day
from rectification.ledgers.belonging import find_villages, in_case, of_case
from rectification.models import CaseRevisit, RectificationCase
from rectification.perms import may_see_cases, may_take_county_steps
from rectification.states import OFF_THE_LIST, CaseStatus
from villages.common.calendar_months import add_months
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb

FOLLOWED = (CaseStatus.CLOSED, CaseStatus.FOLLOW_UP)


def _find_closed(values: Sequence[dict[str, Any]], by: Any) -> None:
    """Rows that name only their village belong to its last closed case. One query."""
    villages = {one["village"] for one in values if one.get("village")}
    rows = RectificationCase.objects.visible_to(by).filter(status__in=FOLLOWED)
    rows = rows.filter(village__in=villages).select_related("village__township").order_by("round")
    found = {row.village_id: row for row in rows}
    for one in values:
        if (village := one.get("village")) and village.pk in found:
            one["case"] = found[village.pk]


def _due(row: CaseRevisit, by: Any) -> None:
    of_case(row, by)
    if row.case_id and row.months:
        row.due_on = add_months(closed_day(row.case), min(row.months, 60))


def _record(
    row: CaseRevisit, *, by: Any, held_on: date, visitors: str, result: str, text: str = ""
) -> CaseRevisit:
    return revisiting.record_revisit(
        row, by=by, held_on=held_on, visitors=visitors, result=result, text=text or ""
    )


def _waits(_user: Any, row: CaseRevisit) -> bool:
    return row.result in ("", RevisitResult.PROBLEMS) and row.case.status in OFF_THE_LIST


RECORD = Verb(
    "record", _("登记回访"), "record", act=_record, may=may_take_county_steps, offered=_waits,
    explains=_("有苗头性问题的,整改后再次回访,改登结果;出现反弹的,由县里认定后重新列入。"),
    asks=(
        Ask("held_on", _("回访日期"), "held on", Kind.DATE),
        Ask("visitors", _("回访人"), "visitors", most=120),
        Ask("result", _("结果"), "result", Kind.CHOICE, choices=RevisitResult.choices),
        Ask(
            "text", _("情况"), "what was found", required=False, most=500, wide=True,
            about_zh=_("发现问题的应写明情况。"), about_en="Needed where problems were found.",
        ),
    ),
)  # fmt: skip
REVISITS = Ledger(
    key="case-revisits",
    hub="cases",
    model=CaseRevisit,
    title=_("回访"),
    one=_("回访"),
    title_en="revisits of closed cases",
    one_en="revisit of a closed case",
    items=(
        Item("village", fixed=True, find=find_villages),
        Item("case", by="number", fixed=True, width=14, find=_find_closed),
        Item("months", fixed=True, width=10),
        Item("due_on", asked=False),
        Item("held_on", asked=False),
        Item("visitors", asked=False, width=20),
        Item("result", asked=False, chosen=True),
        Item("text", asked=False, wide=True, shown=False, width=36),
    ),
    natural_key=("village", "case", "months"),
    order=("due_on", "village__code"),
    may_read=may_see_cases,
    may_write=may_take_county_steps,
    imported=False,
    removable=False,
    check=in_case(*FOLLOWED),
    settle=_due,
    verbs=(RECORD,),
    charts=(Chart("results", _("按结果"), by="result", unit=_("次")),),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("还没有回访。销号以后按县里规定的月数自动列出。"),
)
