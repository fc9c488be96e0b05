"""The ledgers of recruitment."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import DateField, Value
from django.utils.translation import gettext_lazy as _

from branches.choices import Stage
from branches.figures.findings import STEP_FIELDS, hits_of, sentence
from branches.ledgers.belonging import of_village, while_it_exists
from branches.models import DevelopmentCount, DevelopmentRecord
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Chart, Item, Ledger


def stage_of(row: DevelopmentRecord) -> str:
    """The stage that the dates tell: the last step that is known."""
    steps = (
        (row.cancelled_on, Stage.CANCELLED),
        (row.formal_approved_on, Stage.FORMAL),
        (row.approved_on, Stage.PROBATIONARY),
        (row.candidate_on, Stage.CANDIDATE),
        (row.activist_on, Stage.ACTIVIST),
    )
    return next((stage for day, stage in steps if day is not None), Stage.APPLICANT)


def _settle(row: DevelopmentRecord, _by: Any) -> None:
    row.stage = stage_of(row)


def _check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    yield from of_village(values)
    yield from while_it_exists(values.get("branch"), values.get("assembly_on"), "assembly_on")


def _with_day(rows: Any, on: date) -> Any:
    return rows.annotate(judged_on=Value(on, output_field=DateField()))


def _count(row: dict[str, Any]) -> int:
    return len(hits_of(row, row["judged_on"]))


def _texts(row: dict[str, Any]) -> str:
    found = hits_of(row, row["judged_on"])
    return " ".join(f"{sentence(hit)}({hit.basis})" for hit in found)


def _days(*names: str) -> tuple[Item, ...]:
    return tuple(Item(name, shown=False) for name in names)


RECRUITS = Ledger(
    key="development-counts",
    hub="branches",
    model=DevelopmentCount,
    title=_("发展党员月报"),
    one=_("发展党员月报"),
    title_en="recruitment by month",
    one_en="recruitment of a month",
    items=(
        Item("village", fixed=True),
        Item("month", fixed=True),
        Item("applicants"),
        Item("activists"),
        Item("candidates"),
        Item("accepted", total=True),
        Item("turned", total=True),
        Item("prolonged", total=True),
        Item("cancelled", total=True),
    ),
    natural_key=("village", "month"),
    month="month",
    order=("-month", "village__code"),
    charts=(Chart("accepted", _("接收预备党员"), by="month", measure="accepted"),),
    names=lambda row: f"{row.village.name} {row.month}",
    empty=_("还没有发展党员月报。乡镇组织干事每月按村填报人数,不填姓名。"),
)

RECORDS = Ledger(
    key="development-records",
    hub="branches",
    model=DevelopmentRecord,
    title=_("发展党员记录"),
    one=_("发展党员记录"),
    title_en="recruitment records",
    one_en="recruitment record",
    items=(
        Item("village", fixed=True),
        Item("branch", by="name", width=24, fixed=True),
        Item("serial"),
        Item("stage", chosen=True, asked=False),
        Item("age", shown=False),
        Item("applied_on"),
        *_days("talked_on"),
        Item("activist_on"),
        *_days("activist_filed_on", "contacts", "reviewed_on", "publicity_from", "publicity_to"),
        Item("candidate_on"),
        *_days(
            "introducers", "political_review_on", "training_days", "training_hours",
            "pre_review_on", "assembly_on",
        ),
        Item("approved_on"),
        *_days("oath_on", "prolonged_months", "formal_assembly_on"),
        Item("formal_approved_on"),
        *_days("cancelled_on"),
    ),
    sections=(
        (_("对象"), ("village", "branch", "serial", "stage", "age")),
        (_("申请入党"), ("applied_on", "talked_on")),
        (_("入党积极分子"), ("activist_on", "activist_filed_on", "contacts", "reviewed_on")),
        (_("发展对象"), ("publicity_from", "publicity_to", "candidate_on", "introducers",
                     "political_review_on", "training_days", "training_hours")),
        (_("预备党员"), ("pre_review_on", "assembly_on", "approved_on", "oath_on")),
        (_("转正"), ("prolonged_months", "formal_assembly_on", "formal_approved_on",
                   "cancelled_on")),
    ),
    natural_key=("village", "branch", "serial"),
    order=("village__code", "branch__name", "serial"),
    annotate=_with_day,
    columns=(
        Column(
            "hits", _("时限问题"), kind=Kind.INTEGER, unit=_("处"), computed=True, show=_count,
            needs=(*STEP_FIELDS, "judged_on"),
            help=_("按各步骤当时有效的发展党员工作细则核对日期,不符合的处数。"),
        ),
        Column(
            "hit_texts", _("问题和依据"), computed=True, show=_texts, visible=False, width=60,
            needs=(*STEP_FIELDS, "judged_on"),
        ),
    ),
    check=_check,
    settle=_settle,
    charts=(Chart("stages", _("按阶段"), by="stage"),),
    names=lambda row: f"{row.branch.name} {row.serial}",
    empty=_("还没有发展党员记录。每个对象用自编编号,不填姓名和身份证号。"),
)  # fmt: skip
