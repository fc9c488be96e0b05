"""Filters of the lists about people and the trail."""

from datetime import datetime, time, timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import RequestState, Role
from villages.accounts.models import AccessRequest, User
from villages.common import clock
from villages.models import Township
from villages.trace.labels import CHANNELS, RESULTS
from villages.trace.models import AuditEntry
from villages.trace.sentences import groups

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class UserFilter(django_filters.FilterSet):  # type: ignore[misc]
    """People by role, state and place."""

    role = django_filters.ChoiceFilter(label=_("角色"), choices=Role.choices)
    active = django_filters.BooleanFilter(
        label=_("状态"),
        field_name="is_active",
        widget=forms.Select(choices=[("", _("全部")), ("true", _("在用")), ("false", _("未启用"))]),
    )
    place = django_filters.CharFilter(
        label=_("区划代码"), field_name="home_code", lookup_expr="startswith"
    )

    class Meta:
        model = User
        fields: list[str] = []


class RequestFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Requests by state."""

    state = django_filters.ChoiceFilter(label=_("状态"), choices=RequestState.choices)

    class Meta:
        model = AccessRequest
        fields: list[str] = []


class TrailFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Acts by person, kind, place, days, channel, result."""

    who = django_filters.CharFilter(
        label=_("操作人"), field_name="actor_name", lookup_expr="icontains"
    )
    group = django_filters.ChoiceFilter(label=_("类别"), choices=(), method="in_group")
    township = django_filters.ChoiceFilter(label=_("乡镇"), field_name="township_code", choices=())
    since = django_filters.DateFilter(label=_("起始日期"), method="from_day", widget=DAY)
    until = django_filters.DateFilter(label=_("截止日期"), method="to_day", widget=DAY)
    channel = django_filters.ChoiceFilter(label=_("途径"), choices=list(CHANNELS.items()))
    result = django_filters.ChoiceFilter(label=_("结果"), choices=list(RESULTS.items()))

    class Meta:
        model = AuditEntry
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["group"].extra["choices"] = groups()
        self.filters["township"].extra["choices"] = self._townships()

    def _townships(self) -> list[tuple[str, str]]:
        """Names of the townships in one's own territory, of the current county."""
        county = getattr(self.request, "county", None)
        if self.request is None or not county:
            return []
        rows = Township.objects.visible_to(self.request.user).in_county(county.code)
        return list(rows.values_list("code", "name"))

    def in_group(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Acts whose name begins with the group's."""
        return rows.filter(action__startswith=f"{value}.")

    def from_day(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """From the first moment of this day in China on."""
        return rows.filter(at__gte=_midnight(value))

    def to_day(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Until the last moment of this day."""
        return rows.filter(at__lt=_midnight(value + timedelta(days=1)))


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time.min, tzinfo=clock.ZONE)
