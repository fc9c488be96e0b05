"""The frozen rows of joint reviews and dispositions.

They bear neither name nor post nor village: a report is read more widely than the ledgers.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from cadres.models import Disposition, JointReview
from cadres.wording.reviews import ReviewResult
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table

_REVIEW = {
    "township_code": "乡镇代码", "initiated_on": "发起日期", "decided_on": "结论日期",
    "initiated": "期内发起", "result": "期内结论", "open": "期末未结论",
}  # fmt: skip
_DISPOSITION = {
    "township_code": "乡镇代码", "kind": "处置方式", "category": "类别", "decided_on": "决定日期",
}  # fmt: skip


def review_rows(asked: Asked) -> Table:
    """Joint reviews that were begun or concluded in the period or are open at its end. One
    query."""
    since, on = asked.period.start, asked.as_of
    found = asked.read(_reviews, asked.county.code, since, on)
    rows = tuple(_review(one, since, on) for one in found)
    return Table("reviews", "任职资格联审", tuple(_REVIEW), tuple(_REVIEW.values()), rows)


def _reviews(county: str, since: date, on: date) -> list[dict[str, Any]]:
    rows = JointReview.objects.in_county(county).filter(initiated_on__lte=on)
    recent = Q(initiated_on__gte=since) | Q(decided_on=None) | Q(decided_on__gte=since)
    read = ("initiated_on", "decided_on", "result", "withdrawn_reason", "village__code")
    return list(rows.filter(recent).order_by("initiated_on", "village__code", "pk").values(*read))


def _review(one: dict[str, Any], since: date, on: date) -> tuple[Cell, ...]:
    begun, decided = one["initiated_on"], one["decided_on"]
    is_decided = decided is not None and decided <= on
    counts = is_decided and decided >= since
    is_open = not one["withdrawn_reason"] and not is_decided
    return (
        _township(one["village__code"]), begun.isoformat(),
        decided.isoformat() if is_decided else None, int(begun >= since),
        str(ReviewResult(one["result"])) if counts and one["result"] else None, int(is_open),
    )  # fmt: skip


def disposition_rows(asked: Asked) -> Table:
    """Dispositions decided in the period, revoked ones not among them. One query."""
    found = asked.read(_dispositions, asked.county.code, asked.period.start, asked.as_of)
    rows = tuple(
        (_township(code), kind, category, day.isoformat()) for code, kind, category, day in found
    )
    return Table(
        "dispositions", "不胜任处置", tuple(_DISPOSITION), tuple(_DISPOSITION.values()), rows
    )


def _dispositions(county: str, since: date, on: date) -> list[tuple[Any, ...]]:
    rows = Disposition.objects.in_county(county).decided(on).filter(decided_on__gte=since)
    read = ("village__code", "kind__name", "situation__category", "decided_on")
    return list(rows.order_by("decided_on", "kind__position", "pk").values_list(*read))


def _township(village_code: str) -> str:
    return village_code[:9]
