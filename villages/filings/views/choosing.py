"""What pages of the county's side read out of an address."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from villages.accounts.access import sentence
from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month
from villages.filings.perms import may_review
from villages.imports.views.months import FIRST_YEAR, LAST_YEAR, county_of


def county_code(request: HttpRequest) -> str:
    """The county at hand; 404 without one."""
    return str(county_of(request).code)


def year_of(request: HttpRequest, today: date) -> int:
    """The year asked for, else the running one."""
    given = request.GET.get("year", "")
    year = int(given) if given.isascii() and given.isdigit() and len(given) == 4 else today.year
    return min(max(year, FIRST_YEAR), LAST_YEAR)


def chosen_month(request: HttpRequest, today: date) -> Month:
    """The month asked for, else the running one."""
    given = request.POST.get("month") or request.GET.get("month", "")
    try:
        return parse_month(given)
    except DomainError:
        return Month.of(today)


def refuse_readers(request: HttpRequest) -> None:
    """403 for whoever may look and not act."""
    if not may_review(request.user):
        raise PermissionDenied(sentence(may_review))
