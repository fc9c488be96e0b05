"""Filters of the list of jobs."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from villages.jobs.models import Job
from villages.jobs.states import ENDED, JobState


class JobFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Jobs by state, and those with news."""

    state = django_filters.ChoiceFilter(label=_("状态"), choices=JobState.choices)
    unread = django_filters.BooleanFilter(
        label=_("结果"),
        method="with_news",
        widget=forms.Select(choices=[("", "---------"), ("true", _("未读")), ("false", _("已读"))]),
    )

    class Meta:
        model = Job
        fields: list[str] = []

    def with_news(self, rows: QuerySet[Any], name: str, value: bool) -> QuerySet[Any]:
        """Ended and not looked at yet, or looked at."""
        return rows.filter(state__in=ENDED, seen_at__isnull=value)
