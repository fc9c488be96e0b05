"""Which county, part of it and month a page is about."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.http import urlencode

from collective_economy.figures.latest import latest_month
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month
from villages.common.scope import Scope
from villages.models import Village


def place_of(request: HttpRequest) -> tuple[Scope, str]:
    """The person's territory and the county at hand; 404 without a county."""
    county: Any = getattr(request, "county", None)
    if not county:
        raise Http404
    scope: Scope = request.user.territory  # type: ignore[union-attr]
    return scope, county.code


def month_of(request: HttpRequest, scope: Scope, county: str) -> Month:
    """The month that was asked for, else the last one that was filed; 404 for what is none."""
    text = request.GET.get("month", "")
    if not text:
        return latest_month(scope, county, clock.today())
    try:
        return parse_month(text)
    except DomainError as error:
        raise Http404 from error


def month_links(month: Month) -> dict[str, str]:
    """What the period picker shows beside the month."""
    return {
        "previous_url": f"?{urlencode({'month': month.previous().code})}",
        "next_url": f"?{urlencode({'month': month.next().code})}"
        if month < Month.of(clock.today()) else "",
    }  # fmt: skip


def names_of(user: Any, county: str, codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Village and township names by village code. One query."""
    rows = Village.objects.visible_to(user).in_county(county).filter(code__in=list(codes))
    return {
        code: (name, township)
        for code, name, township in rows.values_list("code", "name", "township__name")
    }
