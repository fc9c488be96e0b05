"""What was decided, line by line; nothing is ever taken away."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Value
from django.utils.translation import gettext_lazy as _

from rectification.warnings.decision_words import label_of
from rectification.warnings.models import WarningDecision
from rectification.warnings.perms import may_see_warnings
from villages.common.columns import Column
from villages.ledgers.declaring import Item, Ledger
from villages.rest.fields import Field


def _as_rows(rows: Any, _on: date) -> Any:
    """Nothing was imported, and nothing ever changes."""
    return rows.annotate(source=Value(""), version=Value(1))


DECISIONS = Ledger(
    key="warning-decisions",
    hub="warnings",
    model=WarningDecision,
    title=_("预警处置经过"),
    one=_("预警处置经过"),
    title_en="decisions on warnings",
    one_en="decision on a warning",
    items=(
        Item("village", chosen=True, asked=False),
        Item("on", chosen=True, asked=False),
        Item("kind", asked=False, shown=False, listed=False, width=12),
        Item("month", chosen=True, asked=False),
        Item("text", asked=False, wide=True, width=40),
        Item("by_name", asked=False),
        Item("at", asked=False, shown=False),
    ),
    natural_key=("village", "on", "kind"),
    order=("-id",),
    may_read=may_see_warnings,
    writable=False,
    removable=False,
    imported=False,
    annotate=_as_rows,
    columns=(
        Column("done", _("事项"), computed=True, show=lambda row: str(label_of(row["kind"])),
               needs=("kind",), width=16),
        Column("alert_rule", _("规则"), path="alert__rule", width=8),
    ),
    criteria={
        "alert": django_filters.CharFilter(field_name="alert__uid", label=_("预警事件")),
        "kind": django_filters.CharFilter(label=_("事项代码")),
    },
    answers=(
        Field("alert", "预警事件", "Key of the warning event", source="alert__uid", nullable=True,
              filters=("exact",)),
    ),
    search=("text",),
    names=lambda row: f"{row.on} {label_of(row.kind)}",
    empty=_("还没有处置经过。"),
)  # fmt: skip
LEDGERS: tuple[Any, ...] = (DECISIONS,)
