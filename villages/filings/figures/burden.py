"""What the month costs those who fill it in: inputs, minutes, what was typed twice for nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q

from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import percent, round_half_up
from villages.filings.choices import Mark
from villages.filings.declaring import FilingInput
from villages.filings.models import FilingMark, FormTime

_MINUTE = 60
# Fewer measured months are not yet a mean.
_MONTHS = 3


@dataclass(frozen=True)
class Burden:
    """What one month asks of a territory.

    `answers` are inputs times villages; `minutes` what they take; `measured` tells whether that
    is the mean of real months (typing time of whole forms, never of a person) or the estimate
    declared with each input.
    """

    inputs: int
    villages: int
    answers: int
    minutes: Decimal
    measured: bool


def burden(asked: Iterable[FilingInput], villages: int, county: str) -> Burden:
    """Minutes a month for these inputs in so many villages. One query.

    Measured seconds per village once three months were measured, else the estimates.
    """
    wanted = list(asked)
    seconds, measured = _seconds(wanted, county)
    total = round_half_up(seconds * villages / _MINUTE, 0)
    return Burden(len(wanted), villages, len(wanted) * villages, total, measured)


def added(one: FilingInput, villages: int) -> Decimal:
    """Minutes a month that another input costs the whole county."""
    return minutes([one], villages)


def minutes(asked: Iterable[FilingInput], villages: int) -> Decimal:
    """Minutes a month as estimated for these inputs together, rounded half-up once."""
    return round_half_up(Decimal(sum(one.seconds for one in asked) * villages) / _MINUTE, 0)


def _seconds(asked: list[FilingInput], county: str) -> tuple[Decimal, bool]:
    """Seconds for one village: measured, or as estimated."""
    rows = FormTime.objects.filter(county_code=county).order_by("-month")[:_MONTHS]
    known = [(row.seconds, row.villages, row.inputs) for row in rows if row.villages]
    if len(known) < _MONTHS or not asked:
        return Decimal(sum(one.seconds for one in asked)), False
    spent = sum(seconds for seconds, _villages, _inputs in known)
    answers = sum(villages * inputs for _seconds, villages, inputs in known)
    return Decimal(spent) * len(asked) / answers if answers else Decimal(0), True


@dataclass(frozen=True)
class Prefilled:
    """How much of a month was there already: confirmed answers among all. Percent with base."""

    share: Decimal | None
    confirmed: int
    answers: int


def prefilled(scope: Scope, county: str, month: Month) -> Prefilled:
    """Share of answers that were right as prefilled. One query; None where nothing was filed."""
    rows = FilingMark.objects.in_scope(scope).in_county(county).filter(filing__month=month.number)
    found = rows.aggregate(
        answers=Count("pk"), confirmed=Count("pk", filter=Q(mark=Mark.CONFIRMED))
    )
    confirmed, answers = found["confirmed"], found["answers"]
    return Prefilled(percent(confirmed, answers), confirmed, answers)
