"""Rent that is due under a contract, day by day, against what came in. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from collective_economy.kinds import RentPeriod
from villages.common.calendar_months import add_months

MONTHS = {
    RentPeriod.YEAR: 12,
    RentPeriod.HALF: 6,
    RentPeriod.QUARTER: 3,
    RentPeriod.MONTH: 1,
}


@dataclass(frozen=True)
class Terms:
    """What a contract says about rent. `ends_on` is its last day, earlier if it was ended."""

    starts_on: date
    ends_on: date
    yearly_fen: int
    period: RentPeriod


@dataclass(frozen=True)
class Due:
    """An amount and the day on which it is due."""

    on: date
    fen: int


@dataclass(frozen=True)
class Standing:
    """Rent due up to a day, rent received up to it, and since when the oldest unpaid is due."""

    due_fen: int
    received_fen: int
    unpaid_since: date | None
    on: date

    @property
    def arrears_fen(self) -> int:
        """What is due and did not come; nothing where more came than is due."""
        return max(0, self.due_fen - self.received_fen)

    @property
    def arrears_days(self) -> int:
        """Days since the oldest unpaid amount was due."""
        return (self.on - self.unpaid_since).days if self.unpaid_since else 0


def dues(terms: Terms) -> Iterator[Due]:
    """Every instalment, in advance, at the beginning of its part of the contract year.

    Contract years run from the first day. A year's instalments add up to the yearly amount to
    the fen; the last part that the contract cuts short is due by days.
    """
    months, number = MONTHS[terms.period], 0
    while (begins := add_months(terms.starts_on, number * months)) <= terms.ends_on:
        following = add_months(terms.starts_on, (number + 1) * months)
        fen = _instalment(terms.yearly_fen, number, 12 // months)
        if following > terms.ends_on + timedelta(days=1):
            fen = _by_days(fen, begins, following, terms.ends_on)
        yield Due(begins, fen)
        number += 1


def standing(terms: Terms, received: Iterable[Due], on: date) -> Standing:
    """How a contract stands on a day: what came pays the oldest due first."""
    due = [one for one in dues(terms) if one.on <= on]
    paid = sum(one.fen for one in received if one.on <= on)
    left, since = paid, None
    for one in due:
        left -= one.fen
        if left < 0:
            since = one.on
            break
    return Standing(sum(one.fen for one in due), paid, since, on)


def _instalment(yearly_fen: int, number: int, parts: int) -> int:
    """One of the equal parts of a year; odd fen go to the later ones."""
    place = number % parts
    return yearly_fen * (place + 1) // parts - yearly_fen * place // parts


def _by_days(fen: int, begins: date, following: date, ends_on: date) -> int:
    days, whole = (ends_on - begins).days + 1, (following - begins).days
    return (2 * fen * days + whole) // (2 * whole)
