"""Search criteria of territory lists."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from villages.choices import VillageKind
from villages.common import clock
from villages.lists.townships import townships_at_hand
from villages.models import Township, Village


class VillageFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Township, kind, and the day whose map is meant (today unless given)."""

    township = django_filters.ModelChoiceFilter(
        field_name="township__code",
        label=_("乡镇"),
        queryset=townships_at_hand,
        to_field_name="code",
        method="in_township",
        empty_label=_("全部乡镇"),
    )
    kind = django_filters.ChoiceFilter(
        label=_("类型"), choices=VillageKind.choices, empty_label=_("全部类型")
    )
    on = django_filters.DateFilter(
        label=_("区划日期"),
        method="on_day",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    class Meta:
        model = Village
        fields = ["township", "kind", "on"]

    def in_township(self, rows: Any, name: str, township: Township) -> Any:
        """Villages of one township."""
        return rows.filter(township=township)

    def on_day(self, rows: Any, name: str, day: Any) -> Any:
        """The map as it was on a day."""
        return rows.on(day)

    def filter_queryset(self, queryset: Any) -> Any:
        """Without a day the map is that of today."""
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("on") else rows.on(clock.today())
