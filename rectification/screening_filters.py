"""Search criteria of the candidate list."""

from collections.abc import Callable
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.choices import ScreeningOutcome
from rectification.figures.candidates import Candidate
from rectification.models import ScreeningItem
from villages.lists.townships import townships_at_hand
from villages.models import Township, Village

UNDECIDED = "none"
STATES: dict[str, tuple[Any, Callable[[Candidate], bool]]] = {
    "matched": (_("有符合的情形"), lambda one: bool(one.matched)),
    "unknown": (_("有不明的情形"), lambda one: bool(one.unknown)),
    "case": (_("已有整顿"), lambda one: one.case is not None),
    "again": (_("近年列入过"), lambda one: one.times_listed > 0),
    "quota": (_("只因比例才会列入"), lambda one: one.by_quota),
}


def _items(request: Any) -> Any:
    """The situations of the standard that this person may know of."""
    known = [one.pk for one in request.screening.items]
    return ScreeningItem.objects.filter(pk__in=known).order_by("code")


class ScreeningFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Township, a situation that fits, the decision, and what else is the matter.

    The view puts what the figures found on the request.
    """

    township = django_filters.ModelChoiceFilter(
        label=_("乡镇"), queryset=townships_at_hand, to_field_name="code", method="in_township",
        empty_label=_("全部乡镇"),
    )  # fmt: skip
    item = django_filters.ModelChoiceFilter(
        label=_("符合情形"), queryset=_items, to_field_name="code", method="with_item",
        empty_label=_("全部情形"),
    )  # fmt: skip
    decision = django_filters.ChoiceFilter(
        label=_("决定"), choices=[*ScreeningOutcome.choices, (UNDECIDED, _("还没有决定"))],
        method="decided", empty_label=_("全部"),
    )  # fmt: skip
    state = django_filters.ChoiceFilter(
        label=_("情况"), choices=[(key, label) for key, (label, _is) in STATES.items()],
        method="in_state", empty_label=_("全部"),
    )  # fmt: skip

    class Meta:
        model = Village
        fields = ["township", "item", "decision", "state"]

    def in_township(self, rows: Any, name: str, township: Township) -> Any:
        """Villages of one township."""
        return rows.filter(township=township)

    def with_item(self, rows: Any, name: str, item: ScreeningItem) -> Any:
        """Villages that a situation fits."""
        return self._those(rows, lambda one: any(each.item.pk == item.pk for each in one.matched))

    def decided(self, rows: Any, name: str, outcome: str) -> Any:
        """Villages with this decision, or with none."""
        return self._those(
            rows, lambda one: (one.decision.outcome if one.decision else UNDECIDED) == outcome
        )

    def in_state(self, rows: Any, name: str, state: str) -> Any:
        """Villages of which this is true."""
        return self._those(rows, STATES[state][1])

    def _those(self, rows: Any, fits: Callable[[Candidate], bool]) -> Any:
        found = self.request.screening.candidates
        return rows.filter(pk__in=[one.village for one in found if fits(one)])
