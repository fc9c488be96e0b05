"""One indicator in one period: what each village said, and what that makes together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from villages.common.figures import Figure, Missing
from villages.common.scope import Scope
from villages.common.shares import percent, round_half_up
from villages.indicators.choices import IndicatorKind
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import Span
from villages.models import Village


@dataclass(frozen=True)
class Answer:
    """What one village said: a number, a numerator with its base, or yes or no."""

    value: Decimal | None
    base: Decimal | None
    is_yes: bool | None


@dataclass(frozen=True)
class Indicator:
    """One indicator of a territory in one span.

    `answers` holds the villages that said something, by code; all others on the map of the
    span's last day are gaps: they are in no sum and in no denominator.
    """

    definition: IndicatorDefinition
    span: Span
    townships: Mapping[str, str]
    answers: Mapping[str, Answer]

    def missing(self, township: str = "") -> tuple[str, ...]:
        """Codes of the villages that said nothing."""
        return tuple(sorted(set(self._inside(self.townships, township)) - set(self.answers)))

    def total(self, township: str = "") -> Figure:
        """The sum of counts and amounts, the share over all bases, the villages that said yes."""
        some = self._some(township)
        unit = self.definition.shown_unit
        if self.definition.kind == IndicatorKind.SHARE:
            rate, part, whole = _share(some)
            return self._figure("", rate, part, whole, unit, township)
        if self.definition.kind == IndicatorKind.YES_NO:
            yes = _yes(some)
            return self._figure("", yes if some else None, yes, len(some), unit, township)
        return self._figure("", _sum(some) if some else None, None, len(some), unit, township)

    def mean(self, township: str = "") -> Figure:
        """The mean of counts and amounts over the villages that said something, half-up to two
        digits; the percentage of villages that said yes; of a share the same as the total."""
        some = self._some(township)
        kind, unit = self.definition.kind, self.definition.shown_unit
        if kind == IndicatorKind.SHARE:
            return self.total(township)
        if kind == IndicatorKind.YES_NO:
            yes = _yes(some)
            return self._figure("_mean", percent(yes, len(some)), yes, len(some), "%", township)
        exact = sum((Fraction(one.value or 0) for one in some), Fraction(0))
        value = round_half_up(exact / len(some), 2) if some else None
        return self._figure("_mean", value, None, len(some), unit, township)

    def _some(self, township: str) -> list[Answer]:
        return [self.answers[code] for code in self._inside(self.answers, township)]

    def _inside(self, codes: Iterable[str], township: str) -> list[str]:
        return [one for one in codes if not township or self.townships.get(one) == township]

    def _figure(
        self, suffix: str, value: Decimal | int | None, part: int | None, whole: int, unit: str,
        township: str,
    ) -> Figure:  # fmt: skip
        one = self.definition
        gap = Missing.NO_BASE if self._some(township) else Missing.NOT_FILED
        return Figure(
            f"indicator.{one.slug}{suffix}",
            one.name,
            gap if value is None else value,
            unit,
            numerator=part,
            denominator=whole,
            as_of=self.span.end,
            missing=self.missing(township),
            source=_("指标值"),
            definition=one.about,
            definition_version=str(one.edition),
        )


def indicator(scope: Scope, county: str, definition: IndicatorDefinition, span: Span) -> Indicator:
    """What the villages of a territory said in a span. Two queries."""
    villages = Village.objects.in_scope(scope).in_county(county).on(span.end)
    rows = list(villages.order_by("code").values_list("pk", "code", "township__code"))
    codes = {pk: code for pk, code, _township in rows}
    said = IndicatorValue.objects.of(scope, county).filter(definition=definition, period=span.code)
    answers = {
        codes[pk]: Answer(*values)
        for pk, *values in said.values_list("village_id", "value", "base", "is_yes")
        if pk in codes
    }
    return Indicator(definition, span, {code: township for _pk, code, township in rows}, answers)


def _yes(some: list[Answer]) -> int:
    return sum(one.is_yes is True for one in some)


def _share(some: list[Answer]) -> tuple[Decimal | None, int | None, int]:
    """Σ numerators of Σ bases; both are shown whole where they are whole."""
    part = sum((one.value or Decimal(0) for one in some), Decimal(0))
    whole = sum((one.base or Decimal(0) for one in some), Decimal(0))
    shown = int(part) if part == int(part) and whole == int(whole) else None
    return percent(part, whole), shown, int(whole) if shown is not None else len(some)


def _sum(some: list[Answer]) -> Decimal | int:
    """The exact sum; whole as an integer, else without idle zeros."""
    exact = sum((one.value or Decimal(0) for one in some), Decimal(0))
    return int(exact) if exact == int(exact) else exact.normalize()
