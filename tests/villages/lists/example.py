"""A list of villages wired as an app would do it: declaration, filters, bulk action, addresses."""

import django_filters
from django import forms
from django.db.models import Sum
from django.http import HttpResponse
from django.urls import include, path

from villages.choices import VillageKind
from villages.common.columns import Column, Kind, ListSpec
from villages.lists.bulk import BulkAction, Outcome
from villages.lists.page import list_page
from villages.models import Township, Village
from villages.trace.record import record

VILLAGES = ListSpec(
    key="example-villages",
    title="村列表",
    columns=(
        Column("name", "村名", width=16),
        Column("township", "乡镇", path="township__name"),
        Column("code", "区划代码", kind=Kind.CODE, width=16),
        Column("kind", "类型", kind=Kind.CHOICE, choices=VillageKind),
        Column("population", "人口", kind=Kind.INTEGER, unit="人", total=True),
        Column("income", "经营性收入", path="population", kind=Kind.WAN, total=True, visible=False),
        Column("valid_to", "停用日期", kind=Kind.DATE),
        Column(
            "colour",
            "预警",
            kind=Kind.COLOUR,
            computed=True,
            needs=("code",),
            show=lambda row: ("red", "yellow", "green", "grey")[int(row["code"][-1]) % 4],
        ),
    ),
    order=("code",),
    identity="code",
    row_url="example-village",
    row_label="name",
    search=("search_text",),
    empty="还没有村。",
)


class VillageFilter(django_filters.FilterSet):
    """Township, kind, and the days on which the village ended."""

    township = django_filters.ModelChoiceFilter(
        label="乡镇", queryset=lambda request: Township.objects.visible_to(request.user)
    )
    kind = django_filters.ChoiceFilter(label="类型", choices=VillageKind.choices)
    ended = django_filters.DateFromToRangeFilter(label="停用", field_name="valid_to")

    class Meta:
        model = Village
        fields = []


class NoteForm(forms.Form):
    """The fields of the example action."""

    note = forms.CharField(label="附言", max_length=20)


def mark(user, rows, data):
    """Refuses 郭集村, marks the others."""
    outcomes = [
        Outcome(
            row.code, row.name, row.name != "郭集村", "该村另行处理" if row.name == "郭集村" else ""
        )
        for row in rows
    ]
    done = sum(one.done for one in outcomes)
    record(
        "example.marked", by=user, county="999901", count=done, after=data, reason=data["reason"]
    )
    return outcomes


MARK = BulkAction(
    key="mark",
    label="标记",
    perform=mark,
    form=NoteForm,
    refusals=lambda user, rows: {
        row.code: "郭集村另行处理" for row in rows if row.name == "郭集村"
    },
)
FORBIDDEN = BulkAction(key="erase", label="清除", perform=mark, allowed=lambda user: False)


def rows_for(user):
    """The villages that this person may see, with their people counted."""
    return Village.objects.visible_to(user).annotate(population=Sum("profiles__population"))


def villages(request):
    """The list."""
    return list_page(
        request,
        VILLAGES,
        rows_for(request.user),
        filterset=VillageFilter,
        bulk=(MARK, FORBIDDEN),
        context={"breadcrumbs": [("村列表", "")]},
    )


def plain(request):
    """The same list without filters and actions."""
    return list_page(
        request,
        VILLAGES,
        Village.objects.visible_to(request.user).annotate(population=Sum("profiles__population")),
    )


def village(request, code):
    """The page of a row."""
    return HttpResponse(code)


urlpatterns = [
    path("example/", villages, name="example-villages"),
    path("example/plain/", plain, name="example-plain"),
    path("example/<str:code>/", village, name="example-village"),
    path("", include("config.urls")),
]
