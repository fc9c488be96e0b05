"""One village on its own page of a month: its line, and its neighbours in the list."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from villages.common.periods import Month
from villages.filings.figures.sheet import Line, Sheet, sheet
from villages.filings.views.place import Place, place_of
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@dataclass(frozen=True)
class Spot:
    """A village of a month; `number` counts from 1 in the list of its township."""

    place: Place
    village: Village
    sheet: Sheet
    number: int

    @property
    def line(self) -> Line:
        """Its cells."""
        return self.sheet.lines[0]

    @property
    def may_write(self) -> bool:
        """Whether this person may fill it in now."""
        return self.place.may_write and self.line.is_open and self.place.takes(self.village.code)

    @property
    def url(self) -> str:
        """Its own address."""
        return self.place.village_url(self.village.code)

    @property
    def next_url(self) -> str:
        """The next village of the list, or the list after the last one."""
        rest = self.place.villages[self.number :]
        return self.place.village_url(rest[0].code) if rest else self.place.url("township")

    @property
    def is_last(self) -> bool:
        """Whether no village follows."""
        return self.number == len(self.place.villages)


def spot_of(request: HttpRequest, month: Month, code: str) -> Spot:
    """The village behind an address; 404 for a foreign one, or one that ended."""
    rows = Village.objects.select_related("township")
    village = get_visible_or_404(rows, request.user, code=code)
    place = place_of(request, month, village.township.code)
    codes = [one.code for one in place.villages]
    if code not in codes:
        raise Http404(_("%s在%s不填报。") % (village.name, month.label))
    grid = sheet([village], place.county, month)
    return Spot(place, village, grid, codes.index(code) + 1)


def crumbs(spot: Spot) -> list[tuple[str, str]]:
    """The way back."""
    return spot.place.crumbs((spot.village.name, ""))
