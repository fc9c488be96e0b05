"""The batch and township that a page is about, from its address."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from rectification.forms.batch import BatchForm
from rectification.models import RectificationCase
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.lists.townships import townships_at_hand


@dataclass(frozen=True)
class Chosen:
    """What was chosen, and the form that shows it."""

    form: BatchForm
    county: str
    year: int
    township: str

    @property
    def query(self) -> str:
        """The same choice for links."""
        township = {"township": self.township} if self.township else {}
        return urlencode({"year": str(self.year), **township})


def chosen_batch(request: HttpRequest) -> Chosen:
    """The batch asked for, else the newest that the person may see, else that of today."""
    county = county_code(request)
    rows = RectificationCase.objects.visible_to(request.user).in_county(county).listed()
    years = list(rows.order_by("-listed_year").values_list("listed_year", flat=True).distinct())
    years = years or [clock.today().year]
    asked = {name: request.GET[name] for name in ("year", "township") if name in request.GET}
    townships = townships_at_hand(request).order_by("code")
    form = BatchForm({"year": years[0], **asked}, years=years, townships=townships)
    given = form.cleaned_data if form.is_valid() else {}
    return Chosen(form, county, given.get("year") or years[0], given.get("township", ""))


def crumbs(title: Any) -> list[tuple[Any, str]]:
    """The way to a page of the area."""
    return [(_("整顿"), reverse("cases:hub")), (title, "")]
