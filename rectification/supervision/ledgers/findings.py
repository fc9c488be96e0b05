"""What was found in villages, and what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import django_filters
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.inspection_stepping import is_hidden
from rectification.supervision.figures.mending import SETTLED
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.inspection_states import FindingStatus, InspectionStatus
from rectification.supervision.ledgers.inspection_steps import finding_verbs
from rectification.supervision.ledgers.of_site import (
    CRITERIA,
    INSPECTION,
    SITE_ITEMS,
    in_site,
    of_site,
)
from rectification.supervision.ledgers.sites import over
from rectification.supervision.models import Finding
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Chart, Item, Ledger
from villages.rest.fields import Field


def _find_seqs(values: Sequence[dict[str, Any]], _by: Any) -> None:
    """Rows without a number get that of the row that says the same, else the next of their site.

    One query for a batch.
    """
    sites = {one["site"].pk for one in values if one.get("site")}
    known: dict[tuple[int, Any], int] = {}
    last: defaultdict[int, int] = defaultdict(int)
    rows = Finding.objects.filter(site__in=sites).order_by("-seq")
    for site, seq, text in rows.values_list("site_id", "seq", "text"):
        known[site, text] = seq
        last[site] = max(last[site], seq)
    for one in values:
        if site := one.get("site"):
            said = (site.pk, one.get("text"))
            if said not in known:
                last[site.pk] += 1
                known[said] = last[site.pk]
            one["seq"] = known[said]


def _untouched(row: Any) -> bool:
    return bool(row.status == FindingStatus.OPEN)


def _held_finding(row: Finding) -> Iterator[Fault]:
    yield from over(row.site.inspection, "")
    if row.status != FindingStatus.OPEN:
        yield Fault("", "finding_handled", say("已经处理的问题不能删除。"))


def _settled(rows: Any, _on: Any) -> Any:
    """Rows with whether they can be confirmed as mended, and whether townships see them."""
    told = Q(site__inspection__status=InspectionStatus.PUBLISHED)
    return rows.annotate(
        settled=ExpressionWrapper(SETTLED, BooleanField()),
        published=ExpressionWrapper(told, BooleanField()),
    )


FINDINGS = Ledger(
    key="findings",
    hub="orders",
    model=Finding,
    title=_("检查发现"),
    one=_("检查发现"),
    title_en="findings of inspections",
    one_en="finding of an inspection",
    items=(
        *SITE_ITEMS,
        Item("seq", fixed=True, find=_find_seqs, shown=False, width=6),
        Item("group", chosen=True, open=_untouched),
        Item("severity", chosen=True, open=_untouched, width=8),
        Item("text", open=_untouched, wide=True, width=40),
        Item("point", by="name", open=_untouched, shown=False, width=30),
        Item("restricted", chosen=True, open=_untouched, shown=False, width=8),
        Item("status", chosen=True, asked=False),
        Item("status_since", asked=False, shown=False),
        Item("handed_to", asked=False, shown=False),
        Item("order_item", by="text", asked=False, listed=False),
        Item("case", by="number", asked=False, shown=False),
        Item("outcome", asked=False, wide=True, shown=False, width=30),
    ),
    natural_key=("site", "seq"),
    order=("-site__inspection__from_on", "village__code", "seq"),
    may_read=may_see_inspections,
    may_write=may_keep_inspections,
    imported=False,
    settle=of_site,
    check=in_site,
    holds=_held_finding,
    annotate=_settled,
    secret=lambda row: bool(row.restricted),
    quiet=is_hidden,
    columns=(
        INSPECTION,
        Column("settled", _("可以确认整改"), kind=Kind.BOOLEAN, width=10,
               help=_("发出的督办单已办结,或者列入的整顿已销号。")),
    ),
    criteria={
        **CRITERIA,
        "group": django_filters.CharFilter(label=_("问题类别")),
        "settled": django_filters.BooleanFilter(label=_("可以确认整改")),
        "published": django_filters.BooleanFilter(label=_("乡镇可见")),
    },
    answers=(
        Field("settled", "可以确认整改", "Its order is closed, or its case off the list",
              Kind.BOOLEAN, filters=("exact",)),
        Field("inspection", "检查", "Key of the inspection", source="site__inspection__uid",
              filters=("exact",)),
    ),
    verbs=finding_verbs(),
    charts=(
        Chart("groups", _("按程度"), by="severity", unit=_("个")),
        Chart("townships", _("按乡镇"), by="township", unit=_("个")),
    ),
    search=("text", "group"),
    names=lambda row: f"{row.village.name} {row}",
    empty=_("没有检查发现的问题。记录检查情况时一并登记,公布以后乡镇看到。"),
)  # fmt: skip
LEDGERS = (FINDINGS,)
