"""Search criteria of the economy's lists."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Tier
from collective_economy.models import Contract
from villages.imports.forms.upload import known_months
from villages.lists.townships import townships_at_hand
from villages.models import Village


class IncomeFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Month, township, tier."""

    month = django_filters.ChoiceFilter(
        label=_("月份"), choices=known_months, method="as_it_is", empty_label=_("最近填报的月份")
    )
    township = django_filters.ModelChoiceFilter(
        field_name="township__code",
        label=_("乡镇"),
        queryset=townships_at_hand,
        to_field_name="code",
        method="in_township",
        empty_label=_("全部乡镇"),
    )
    tier = django_filters.ChoiceFilter(
        field_name="tier_key", label=_("档次"), choices=Tier.choices, empty_label=_("全部档次")
    )

    class Meta:
        model = Village
        fields: tuple[str, ...] = ()

    def as_it_is(self, rows: Any, _name: str, _month: str) -> Any:
        """The view has read the month already: the figures on the rows are of it."""
        return rows

    def in_township(self, rows: Any, _name: str, township: Any) -> Any:
        """Villages of one township."""
        return rows.filter(township=township)


class RentFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Township, whether rent is owed, whether the contract ends soon."""

    township = django_filters.ModelChoiceFilter(
        label=_("乡镇"),
        queryset=townships_at_hand,
        to_field_name="code",
        method="in_township",
        empty_label=_("全部乡镇"),
    )
    owing = django_filters.BooleanFilter(label=_("拖欠租金"), method="that_owe")
    soon = django_filters.BooleanFilter(field_name="expires_soon", label=_("即将到期"))

    class Meta:
        model = Contract
        fields: tuple[str, ...] = ()

    def in_township(self, rows: Any, _name: str, township: Any) -> Any:
        """Contracts of one township."""
        return rows.filter(village__township=township)

    def that_owe(self, rows: Any, _name: str, owing: bool) -> Any:
        """Contracts with or without arrears."""
        return rows.filter(arrears_fen__gt=0) if owing else rows.filter(arrears_fen=0)
