"""Where a page of filing stands: which month, which township, which of its villages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from villages import workdays
from villages.common import clock
from villages.common.periods import Month
from villages.common.workdays import workdays_between
from villages.filings.perms import may_file
from villages.imports.models import FilingMonth
from villages.imports.months import due_date, openness
from villages.imports.perms import may_ask_reopening
from villages.lists.getting import get_visible_or_404
from villages.models import Township, Village


@dataclass(frozen=True)
class Place:
    """A month of a township as one person sees it on a day."""

    month: Month
    township: Township
    villages: tuple[Village, ...]
    today: date
    user: Any

    @property
    def county(self) -> str:
        """The county's code."""
        return str(self.township.county_code)

    @cached_property
    def due_on(self) -> date:
        """The last day for filing."""
        return due_of(self.county, self.month)

    @property
    def due_in(self) -> int:
        """Working days until then, negative when passed."""
        return workdays_between(self.today, self.due_on, workdays.adjusted())

    @cached_property
    def takes(self) -> Callable[[str], bool]:
        """Says of a unit whether the month takes its edits today."""
        return openness(county=self.county, month=self.month, on=self.today)

    @property
    def is_closed(self) -> bool:
        """Whether the month refuses edits of all of this township today."""
        units = (self.township.code, *(one.code for one in self.villages))
        return not any(self.takes(code) for code in units)

    @property
    def at_hand(self) -> tuple[Village, ...]:
        """The villages to work on: of a month opened again in part only these, else all."""
        return tuple(one for one in self.villages if self.takes(one.code)) or self.villages

    @property
    def may_write(self) -> bool:
        """Whether this person may change something here."""
        return may_file(self.user) and not self.is_closed

    def url(self, name: str) -> str:
        """The address of another page of this place."""
        return reverse(f"filings:{name}", args=[self.month.code, self.township.code])

    def village_url(self, code: str) -> str:
        """The address of one of its villages."""
        return reverse("filings:village", args=[self.month.code, code])

    def crumbs(self, *here: tuple[str, str]) -> list[tuple[Any, str]]:
        """The way back to the tasks."""
        label = _("%(month)s %(township)s") % {
            "month": self.month.label, "township": self.township.name
        }  # fmt: skip
        above = [(_("填报"), reverse("filings:tasks")), (label, self.url("township"))]
        return [*above, *here]


def due_of(county: str, month: Month) -> date:
    """The last day for filing a month: its own, if it was prolonged, else the county's rule."""
    row = FilingMonth.objects.filter(county_code=county, month=month.number).first()
    return row.due_on if row else due_date(month, county)


def place_of(request: HttpRequest, month: Month, township: str) -> Place:
    """The place behind an address; 404 for what is foreign, or lies in the future."""
    today = clock.today()
    if month > Month.of(today):
        raise Http404(_("%s还没有开始。") % month.label)
    found = get_visible_or_404(
        Township.objects.select_related("county"), request.user, code=township
    )
    rows = Village.objects.visible_to(request.user).on(month.end).filter(township=found)
    villages = tuple(rows.filter(valid_to=None).select_related("township").order_by("code"))
    return Place(month, found, villages, today, request.user)


def ask_url(user: Any, month: Month, village: str = "") -> str:
    """Where this person asks that a closed month be opened again; empty for readers."""
    if not may_ask_reopening(user):
        return ""
    url = reverse("imports:month_ask", args=[month.code])
    return f"{url}?village={village}" if village else url
