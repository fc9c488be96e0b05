"""Between which shares a colour lies while villages are missing (缺数据的村)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rectification.warnings.choices import Colour
from rectification.warnings.models import VillageWarning
from villages.affairs.figures.roll import Roll, roll
from villages.common.periods import Month
from villages.common.scope import Scope

_HUNDRED = 100
_GREYS = ("", Colour.GREY)


@dataclass(frozen=True)
class Bounds:
    """A share that is not final: `part` of `whole` villages are so for certain, `missing` ones
    may come to be so. The two percentages are whole numbers, rounded outwards."""

    part: int
    whole: int
    missing: int

    @property
    def low(self) -> int:
        """The least share in percent, whatever the missing villages turn out to be."""
        return self.part * _HUNDRED // self.whole if self.whole else 0

    @property
    def high(self) -> int:
        """The greatest share in percent."""
        most = (self.part + self.missing) * _HUNDRED
        return -(-most // self.whole) if self.whole else 0

    @property
    def is_final(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    def text(self, label: str) -> str:
        """“绿色占比 61–64%,取决于 7 个缺数据的村”; the exact share where nothing is missing."""
        if not self.whole:
            return _("%(label)s占比:没有村") % {"label": label}
        words = {"label": label, "low": self.low, "high": self.high, "missing": self.missing,
                 "part": self.part, "whole": self.whole}  # fmt: skip
        if self.is_final:
            return _("%(label)s占比 %(rate)s%%(%(part)s/%(whole)s)") % {
                **words, "rate": (2 * self.part * _HUNDRED + self.whole) // (2 * self.whole),
            }  # fmt: skip
        return _("%(label)s占比 %(low)s–%(high)s%%,取决于 %(missing)s 个缺数据的村") % words


@dataclass(frozen=True)
class ColourBounds:
    """Bounds of red, yellow and green in a territory. Grey villages and those without a colour
    are missing: they may become anything."""

    colours: Mapping[str, Bounds]
    missing: int
    whole: int

    @property
    def texts(self) -> list[str]:
        """One clause for each colour."""
        return [one.text(str(Colour(key).label)) for key, one in self.colours.items()]


@dataclass(frozen=True)
class CountyBounds:
    """Of a whole territory, and of each of its townships by code."""

    whole: ColourBounds
    townships: Mapping[str, ColourBounds]


def bounds_of(colours: Iterable[str]) -> ColourBounds:
    """Of villages by their colours; an empty one is a village that nobody judged."""
    counted = Counter(colours)
    missing, whole = sum(counted[grey] for grey in _GREYS), counted.total()
    shown = (Colour.RED, Colour.YELLOW, Colour.GREEN)
    told = {str(one): Bounds(counted[one], whole, missing) for one in shown}
    return ColourBounds(told, missing, whole)


def colour_bounds(scope: Scope, county: str, month: Month, on: date) -> CountyBounds:
    """Of the villages on the map at the month's end, or on the day while it runs. Two queries."""
    listed = roll(scope, county, min(month.end, on))
    rows = VillageWarning.objects.in_scope(scope).in_county(county).in_month(month)
    stated = dict(rows.values_list("village__code", "colour"))
    found = {code: stated.get(code, "") for code in listed.codes.values()}
    return CountyBounds(bounds_of(found.values()), _townships(listed, found))


def _townships(listed: Roll, found: Mapping[str, str]) -> dict[str, ColourBounds]:
    by_township: dict[str, list[str]] = {}
    for code, colour in sorted(found.items()):
        by_township.setdefault(listed.townships[code], []).append(colour)
    return {code: bounds_of(colours) for code, colours in sorted(by_township.items())}
