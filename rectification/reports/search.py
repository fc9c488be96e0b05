"""Finding reports by name, and a figure by the code printed beside it."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from rectification.reports.states import STANDING
from rectification.reports.typed_codes import TypedCode, read_typed_code
from rectification.reports.views.at_hand import name_of
from villages.common.registries import SearchHit, SearchSource

MOST_WORDS = 4


def find_reports(user: Any, text: str, limit: int) -> list[SearchHit]:
    """The figure or report of a typed code; else reports whose title holds every word. One
    query, two for a code."""
    typed = read_typed_code(text)
    if typed is not None and (hits := _of_code(user, typed)):
        return hits
    words = Q()
    for word in text.split()[:MOST_WORDS]:
        words &= Q(title__icontains=word)
    rows = Report.objects.visible_to(user).filter(words, status__in=STANDING)
    found = rows.only("uid", "kind", "period", "title", "status").order_by("-period", "-version")
    return [_hit(one) for one in found[:limit]] if text.strip() else []


def _of_code(user: Any, typed: TypedCode) -> list[SearchHit]:
    report = Report.objects.visible_to(user).filter(code=typed.report).defer("content").first()
    if report is None:
        return []
    if typed.number is None:
        return [_hit(report)]
    figure = report.figures.filter(place=typed.number).first()
    if figure is None:
        return [_hit(report)]
    url = reverse("reports:figure", args=[report.uid, figure.place])
    return [
        SearchHit(
            f"{figure.short_code} {figure.label}",
            url,
            f"{name_of(report)} · {figure.value}{figure.unit}",
        )
    ]


def _hit(report: Report) -> SearchHit:
    url = reverse("reports:report", args=[report.uid])
    return SearchHit(report.title, url, str(report.get_status_display()))


SEARCH = (SearchSource("reports", _("报告"), 42, may_see_reports, find_reports),)
