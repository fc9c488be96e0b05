"""Kinds of reports; the list one can read."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.reports.kinds import half_year, monthly, quarterly, year_end
from rectification.reports.kinds.planning import Plan
from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Month, Period, Quarter, Year


@dataclass(frozen=True)
class Kind:
    """A kind of report: its code on the wire, its name, the kind of period it covers, the
    template it is printed with, and its plan."""

    code: str
    label: Any
    period: type[Period]
    template: str
    plan: Plan


KINDS: tuple[Kind, ...] = (
    Kind("monthly", _("月调度通报"), Month, "bulletin.docx", monthly.PLAN),
    Kind("quarterly", _("季度督导通报"), Quarter, "bulletin.docx", quarterly.PLAN),
    Kind("half-year", _("半年小结"), HalfYear, "bulletin.docx", half_year.PLAN),
    Kind("year-end", _("年终考核通报"), Year, "bulletin.docx", year_end.PLAN),
)


def kind_of(code: str) -> Kind:
    """The kind with this code. Raises `report_kind`."""
    for kind in KINDS:
        if kind.code == code:
            return kind
    known = "、".join(kind.code for kind in KINDS)
    raise DomainError("report_kind", f"没有“{code}”这种报告。", f"可选:{known}。")
