"""Kinds of reports; the list one can read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.reports.content import ReportContent
from rectification.reports.kinds import monthly
from villages.common.errors import DomainError
from villages.common.periods import Month, Period
from villages.models import County

Build = Callable[[Any, County, Any], ReportContent]


@dataclass(frozen=True)
class Kind:
    """A kind of report: its code on the wire, its name, the kind of period it covers, the
    template it is printed with, and the function that composes it."""

    code: str
    label: Any
    period: type[Period]
    template: str
    build: Build


KINDS: tuple[Kind, ...] = (Kind("monthly", _("月调度通报"), Month, "monthly.docx", monthly.build),)


def kind_of(code: str) -> Kind:
    """The kind with this code. Raises `report_kind`."""
    for kind in KINDS:
        if kind.code == code:
            return kind
    known = "、".join(kind.code for kind in KINDS)
    raise DomainError("report_kind", f"没有“{code}”这种报告。", f"可选:{known}。")
