"""What every page of a month looks at."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.warnings.figures.evaluated import (
    Judgement,
    evaluated_months,
    last_judgement,
    neighbours,
)
from rectification.warnings.perms import may_evaluate
from rectification.warnings.published import published, waiting
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import Month
from villages.imports.months import is_closed

PICKED = 24


@dataclass(frozen=True)
class At:
    """A county and a month as one person sees them."""

    request: HttpRequest
    county: str
    month: Month

    @property
    def rows(self) -> Any:
        """The colours of the county that the person may see now, of all months."""
        return published(self.request.user, clock.now()).in_county(self.county)

    @property
    def here(self) -> Any:
        """Those of the month."""
        return self.rows.in_month(self.month)

    @cached_property
    def judgement(self) -> Judgement | None:
        """How the month was judged last."""
        return last_judgement(self.county, self.month)

    @cached_property
    def months(self) -> list[Month]:
        """Judged months, the newest first."""
        return evaluated_months(self.county)

    @property
    def is_open(self) -> bool:
        """Whether the month still takes data."""
        on = clock.today()
        return not is_closed(county=self.county, month=self.month, unit=self.county, on=on)

    @property
    def hidden(self) -> int:
        """Villages whose colour this person sees only when its time of notice is over."""
        held = waiting(self.request.user, clock.now()).in_county(self.county).in_month(self.month)
        seen = self.here.filter(pk__in=held.values("pk"))
        return int(held.count() - seen.count())

    @property
    def may_evaluate(self) -> bool:
        """Whether the person may have the month judged now."""
        user: Any = self.request.user
        begun = self.month <= Month.of(clock.today())
        return bool(may_evaluate(user) and user.territory.covers(self.county) and begun)

    def picker(self, name: str, *before: str) -> dict[str, Any]:
        """The months to go to: what components/period_picker.html takes."""
        earlier, later = neighbours(self.months, self.month)

        def url(one: Month | None) -> str:
            return reverse(name, args=[*before, one.code]) if one else ""

        return {
            "current": self.month.label, "previous_url": url(earlier), "next_url": url(later),
            "options": [(one.label, url(one), one == self.month) for one in self.months[:PICKED]],
        }  # fmt: skip

    @property
    def around(self) -> dict[str, Any]:
        """What the heads of all pages show."""
        return {
            "at": self, "month": self.month, "judged": self.judgement, "is_open": self.is_open,
            "may_evaluate": self.may_evaluate,
        }  # fmt: skip


def at(request: HttpRequest, month: Month) -> At:
    """The county at hand; 404 for people without one."""
    return At(request, county_code(request), month)


def newest_month(request: HttpRequest) -> Month:
    """The last judged month of the county at hand; while there is none, this month."""
    months = evaluated_months(county_code(request))
    return months[0] if months else Month.of(clock.today())


def crumbs(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way from the warning centre."""
    here = (_("三色预警"), reverse("warnings:centre") if rest else "")
    return [here, *rest]
