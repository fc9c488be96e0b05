"""The inspections themselves."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.inspection_stepping import RECORDED
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.ledgers.inspection_steps import inspection_verbs
from rectification.supervision.models import Inspection
from villages.common.columns import Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Item, Ledger, Part
from villages.rest.fields import Field


def still_open(row: Any) -> bool:
    """Items take another value until the inspection is published or cancelled."""
    return row.status in RECORDED


def _tellable(row: Any) -> bool:
    return bool(row.status != InspectionStatus.CANCELLED)


def _published(rows: Any, _on: Any) -> Any:
    """Rows with whether townships see them."""
    told = ExpressionWrapper(Q(status=InspectionStatus.PUBLISHED), BooleanField())
    return rows.annotate(published=told)


def _begun(row: Inspection) -> Iterator[Fault]:
    if row.status != InspectionStatus.PREPARED:
        words = say("已经定了名单的检查不能删除。")
        yield Fault("", "inspection_begun", words, say("请改为取消。"))


INSPECTIONS = Ledger(
    key="inspections",
    hub="orders",
    model=Inspection,
    title=_("督导检查"),
    one=_("检查"),
    title_en="inspections",
    one_en="inspection",
    page="supervision:inspection",
    items=(
        Item("title", open=still_open, wide=True, width=30),
        Item("kind", chosen=True, open=still_open),
        Item("status", chosen=True, asked=False),
        Item("plan", by="title", open=still_open, shown=False, width=24),
        Item("from_on", chosen=True, open=still_open),
        Item("to_on", open=still_open),
        Item("leader", open=still_open),
        Item("team", open=still_open, shown=False, width=24),
        Item("sample_size", asked=False, shown=False, width=6),
        Item("seed", asked=False, shown=False),
        Item("drawn_on", asked=False, shown=False),
        Item("drawn_by", asked=False, shown=False),
        Item("published_on", asked=False),
        Item("summary", open=_tellable, wide=True, listed=False),
    ),
    natural_key=("title", "from_on"),
    order=("-from_on", "-id"),
    may_read=may_see_inspections,
    may_write=may_keep_inspections,
    imported=False,
    annotate=_published,
    holds=_begun,
    criteria={
        "published": django_filters.BooleanFilter(label=_("乡镇可见")),
        "year": django_filters.NumberFilter(field_name="from_on__year", label=_("年度")),
    },
    answers=(
        Field("published", "乡镇可见", "Whether townships see it", Kind.BOOLEAN,
              filters=("exact",)),
    ),
    verbs=inspection_verbs(),
    parts=(Part("inspection-sites", "inspection"),),
    search=("title", "leader"),
    empty=_("还没有检查。县里登记,公布以后乡镇看到本乡镇的部分。"),
)  # fmt: skip
LEDGERS = (INSPECTIONS,)
