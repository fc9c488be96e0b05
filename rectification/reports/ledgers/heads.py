"""Heads and addresses of a county's reports."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.reports.enumerations import ReportKind
from rectification.reports.models import ReportHead
from rectification.reports.perms import may_keep_report_settings
from villages.accounts.perms import works_for_county
from villages.common.faults import Fault
from villages.ledgers.declaring import Item, Ledger


def _check_head(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    kind = values.get("kind") or ""
    if kind and kind not in ReportKind.values:
        words, known = say("没有“%s”这种报告。") % kind, "、".join(ReportKind.values)
        yield Fault("kind", "report_kind", words, say("可填 %s,或者留空。") % known)


HEADS = Ledger(
    key="report-heads",
    hub="reports",
    model=ReportHead,
    title=_("报告抬头"),
    one=_("报告抬头"),
    title_en="heads of reports",
    one_en="head of reports",
    items=(
        Item("kind", fixed=True, width=12),
        Item("valid_from", fixed=True),
        Item("organ", width=24),
        Item("mark", width=10),
        Item("recipients", wide=True, width=30),
        Item("copies", wide=True, width=30),
        Item("consent", wide=True, width=30),
    ),
    natural_key=("kind", "valid_from"),
    order=("kind", "-valid_from"),
    may_read=works_for_county,
    may_write=may_keep_report_settings,
    imported=False,
    check=_check_head,
    search=("organ", "mark"),
    empty=_("还没有登记报告抬头,按“中共某县委组织部文件”和“督导〔年份〕号”印发。"),
)
LEDGERS: tuple[Any, ...] = (HEADS,)
