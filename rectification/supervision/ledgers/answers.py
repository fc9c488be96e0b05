"""What was answered to the points of the checklist, beside what was filed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import django_filters
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.inspection_stepping import is_hidden
from rectification.supervision.actions.site_records import weigh_answers
from rectification.supervision.choices import AnswerKind
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_inspections
from rectification.supervision.ledgers.of_site import (
    CRITERIA,
    INSPECTION,
    SITE_ITEMS,
    VISITED,
    in_site,
    of_site,
)
from rectification.supervision.ledgers.sites import over
from rectification.supervision.models import SiteAnswer
from villages.common.faults import Fault
from villages.ledgers.declaring import Item, Ledger


def _weighed(rows: Sequence[SiteAnswer]) -> None:
    """Once for all rows of a batch: visits with their villages and inspections, then the rest."""
    whole = [one for one in rows if one.site_id and one.point_id]
    prefetch_related_objects([one.site for one in whole], "village", "inspection")
    weigh_answers(whole)


_WANTED = {
    AnswerKind.YES_NO: ("is_yes", _("请回答是或否。")),
    AnswerKind.NUMBER: ("number", _("请填写数字。")),
    AnswerKind.TEXT: ("text", _("请填写文字。")),
}


def _check_answer(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    yield from in_site(values, row)
    if point := values.get("point"):
        name, words = _WANTED[AnswerKind(point.answer_kind)]
        if values.get(name) in (None, ""):
            yield Fault(name, "answer_missing", str(words), say("没有检查的要点不用登记。"))


ANSWERS = Ledger(
    key="inspection-answers",
    hub="orders",
    model=SiteAnswer,
    title=_("检查记录"),
    one=_("检查记录"),
    title_en="answers of inspections",
    one_en="answer of an inspection",
    items=(
        *SITE_ITEMS,
        Item("point", by="name", chosen=True, fixed=True, width=36),
        Item("is_yes", chosen=True, width=8),
        Item("number"),
        Item("text", wide=True, shown=False, width=30),
        Item("month", asked=False),
        Item("filed", asked=False),
        Item("agrees", chosen=True, asked=False, width=8),
    ),
    natural_key=("site", "point"),
    order=("-site__inspection__from_on", "village__code", "point__position"),
    may_read=may_see_inspections,
    may_write=may_keep_inspections,
    imported=False,
    settle=of_site,
    together=_weighed,
    check=_check_answer,
    holds=lambda row: over(row.site.inspection, ""),
    quiet=is_hidden,
    columns=(INSPECTION, VISITED),
    criteria={
        **CRITERIA,
        "compared": django_filters.BooleanFilter(
            field_name="agrees", lookup_expr="isnull", exclude=True, label=_("与填报对照过")
        ),
    },
    search=("point__name", "text"),
    names=lambda row: f"{row.village.name} {row.point}",
    empty=_("还没有检查记录。在检查村的记录页一次填完,没有看的要点留空。"),
)
LEDGERS = (ANSWERS,)
