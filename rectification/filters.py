"""Search criteria of lists of cases."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.choices import WordUse
from rectification.models import CaseWord, WorkDone
from villages.lists.townships import townships_at_hand
from villages.models import Village


def _kinds(request: Any) -> Any:
    rows = CaseWord.objects.visible_to(request.user).filter(use=WordUse.WORK)
    return rows.in_county(request.county.code) if request.county else rows.none()


def _villages(request: Any) -> Any:
    rows = Village.objects.visible_to(request.user)
    return rows.in_county(request.county.code) if request.county else rows.none()


class WorkFilter(django_filters.FilterSet):  # type: ignore[misc]
    """The batch, the kind, the place, the days."""

    year = django_filters.NumberFilter(field_name="case__listed_year", label=_("批次年度"))
    kind = django_filters.ModelChoiceFilter(
        label=_("实事种类"), queryset=_kinds, to_field_name="uid", empty_label=_("全部种类")
    )
    township = django_filters.ModelChoiceFilter(
        field_name="village__township", label=_("乡镇"), queryset=townships_at_hand,
        to_field_name="code", empty_label=_("全部乡镇"),
    )  # fmt: skip
    village = django_filters.ModelChoiceFilter(
        label=_("村"), queryset=_villages, to_field_name="code", empty_label=_("全部村")
    )
    done_on = django_filters.DateFromToRangeFilter(label=_("完成日期"))

    class Meta:
        model = WorkDone
        fields: tuple[str, ...] = ()
