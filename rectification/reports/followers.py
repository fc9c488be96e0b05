"""Receipts that wait go along when townships end: whoever takes over signs.

A township that got the report itself signs once; the line of the old one stays as it was printed.
What was signed stays with whoever signed it, and what was issued never changes.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.reports.models import ReportRecipient
from rectification.reports.states import ReportStatus
from villages.common.registries import MapFollower
from villages.common.scope import TOWNSHIP


def count(codes: Iterable[str]) -> int:
    """Receipts of these townships that wait. One query."""
    return int(_waiting().filter(unit_code__in=list(codes)).count())


def move(change: Any, by: Any) -> int:
    """Hands them to the main successors; how many. One query for each township that ends."""
    towns = (one for one in change.follows if one.is_main and len(one.old) == TOWNSHIP)
    return sum(_take_over(one.old, one.new) for one in towns if one.old != one.new)


def _take_over(old: str, new: str) -> int:
    has = ReportRecipient.objects.filter(unit_code=new).values("report")
    return int(_waiting().filter(unit_code=old).exclude(report__in=has).update(unit_code=new))


def _waiting() -> Any:
    return ReportRecipient.objects.filter(confirmed_at=None, report__status=ReportStatus.ISSUED)


FOLLOWERS = (MapFollower("reports", _("没有签收的报告"), count, move),)
