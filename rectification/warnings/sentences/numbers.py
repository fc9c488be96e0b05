"""The number behind a reason: how much it is, where the limit lies, how far it is beyond."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from rectification.warnings.rules.measures import Bad, Measure
from villages.common.shares import round_half_up

_MORE_PLACES = 4
Number = Fraction | int


@dataclass(frozen=True)
class Told:
    """A measure in words. `margin` is the distance beyond the limit, never negative."""

    label: str
    unit: str
    value: str
    threshold: str
    margin: str
    side: Bad

    @property
    def text(self) -> str:
        """“空缺天数 91 天,标准为超过 90 天,相差 1 天”."""
        limit = limit_text(self.side, self.threshold, self.unit)
        words = {"label": self.label, "value": _with_unit(self.value, self.unit), "limit": limit}
        if self.is_at_limit:
            return _("%(label)s %(value)s,正好达到标准(%(limit)s)") % words
        words["margin"] = self.margin_text
        return _("%(label)s %(value)s,标准为%(limit)s,相差 %(margin)s") % words

    @property
    def is_at_limit(self) -> bool:
        """Whether the number is exactly the limit."""
        return self.margin.strip("0.") == ""

    @property
    def margin_text(self) -> str:
        """Shares differ by points, not by per cent."""
        return _with_unit(self.margin, _("个百分点") if self.unit == "%" else self.unit)


def limit_text(side: Bad, threshold: str, unit: str) -> str:
    """A limit as people say it: “超过 90 天”."""
    how = {
        Bad.ABOVE: _("超过 %s"), Bad.REACHED: _("达到 %s"),
        Bad.BELOW: _("低于 %s"), Bad.UP_TO: _("不高于 %s"),
    }[side]  # fmt: skip
    return how % _with_unit(threshold, unit)


def deciding(measures: Iterable[Measure], level: str) -> Told | None:
    """The number that makes this level: the first one beyond its limit; None where none is."""
    for one in measures:
        limit = one.red if level == "red" else one.yellow
        if limit is not None and one.value is not None and one.is_bad(limit):
            return told(one, limit)
    return None


def told(one: Measure, limit: Number) -> Told:
    """A known measure beside one of its limits."""
    value = Fraction(one.value or 0)
    places = _places(value, limit, one)
    return Told(
        one.label, one.unit, shown(value, one.scale, places), shown(limit, one.scale, places),
        shown(abs(value - limit), one.scale, places), one.side,
    )  # fmt: skip


def shown(number: Number, scale: int, places: int) -> str:
    """A number as it stands on paper."""
    return f"{round_half_up(Fraction(number) / scale, places):,}"


def _places(value: Number, limit: Number, one: Measure) -> int:
    """So many decimals that what differs from the limit never reads as the limit."""
    for places in range(one.places, one.places + _MORE_PLACES):
        whole = Decimal(1).scaleb(-places)
        if value == limit or abs(Fraction(value - limit)) / one.scale >= Fraction(whole):
            return places
    return one.places + _MORE_PLACES


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}" if unit and not unit.startswith("%") else f"{text}{unit}"
