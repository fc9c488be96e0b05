"""The burden meter: what each month cost, and which office asks most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q

from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import percent, round_half_up
from villages.filings import declaring
from villages.filings.choices import Mark
from villages.filings.declaring import FilingInput
from villages.filings.figures.burden import Prefilled, minutes
from villages.filings.models import FilingMark, FormLine, FormTime
from villages.models import Village


@dataclass(frozen=True)
class MonthCost:
    """One month of a territory: inputs asked, villages on the map, minutes, prefilled share.

    `minutes` rest on the county's measured seconds a village where the month was measured, else
    on the estimates declared with the inputs.
    """

    month: Month
    inputs: int
    villages: int
    minutes: Decimal
    is_measured: bool
    prefilled: Prefilled


@dataclass(frozen=True)
class Asker:
    """An office and what its forms ask of a territory each month. Inputs that an earlier form
    asks already are `shared` and cost nothing."""

    owner: str
    forms: int
    inputs: int
    shared: int
    minutes: Decimal


def meter(scope: Scope, county: str, months: Sequence[Month]) -> list[MonthCost]:
    """What each of these months costs the villages of the county inside the scope. Four
    queries, and those of `inputs_of`."""
    known = declaring.inputs_of(county)
    lines, villages = _lines(county), _villages(scope, county)
    times, marks = _times(county, months), _marks(scope, county, months)
    return [
        _month(one, _asked(known, lines, one.end), _there(villages, one.end), times, marks)
        for one in months
    ]


def each_township(all_minutes: Decimal, townships: int) -> Decimal | None:
    """Minutes of one township on average, rounded half-up; None without townships."""
    return round_half_up(all_minutes / townships, 0) if townships else None


def askers(county: str, villages: int, on: date) -> list[Asker]:
    """Offices with forms in force on a day, the most expensive first. One query,
    and those of `inputs_of`."""
    known, paid = declaring.inputs_of(county), set[str]()
    found: dict[str, list[tuple[FormLine, FilingInput, bool]]] = {}
    for line, one in _asked_lines(known, _lines(county), on):
        found.setdefault(line.form.owner, []).append((line, one, one.key in paid))
        paid.add(one.key)
    rows = [_asker(owner, asked, villages) for owner, asked in found.items()]
    return sorted(rows, key=lambda row: (-row.minutes, row.owner))


def _asker(owner: str, asked: list[tuple[FormLine, FilingInput, bool]], villages: int) -> Asker:
    return Asker(
        owner,
        forms=len({line.form_id for line, _one, _shared in asked}),
        inputs=sum(not shared for _line, _one, shared in asked),
        shared=sum(shared for _line, _one, shared in asked),
        minutes=minutes([one for _line, one, shared in asked if not shared], villages),
    )


def _month(
    month: Month, asked: list[FilingInput], villages: int, times: dict[int, Decimal],
    marks: dict[int, tuple[int, int]],
) -> MonthCost:  # fmt: skip
    each = times.get(month.number)
    seconds = Decimal(sum(one.seconds for one in asked)) if each is None else each
    confirmed, answers = marks.get(month.number, (0, 0))
    return MonthCost(
        month, len(asked), villages, round_half_up(seconds * villages / 60, 0), each is not None,
        Prefilled(percent(confirmed, answers), confirmed, answers),
    )  # fmt: skip


def _lines(county: str) -> list[FormLine]:
    rows = FormLine.objects.in_county(county).select_related("form")
    return list(rows.order_by("form__number", "position", "pk"))


def _asked_lines(
    known: Mapping[str, FilingInput], lines: Iterable[FormLine], on: date
) -> list[tuple[FormLine, FilingInput]]:
    """Lines in force on a day, of forms in force, whose owner is installed."""
    return [
        (line, known[line.input_key])
        for line in lines
        if line.input_key in known
        and line.valid_from <= on <= (line.valid_to or date.max)
        and line.form.valid_from <= on <= line.form.valid_to
    ]


def _asked(
    known: Mapping[str, FilingInput], lines: Iterable[FormLine], on: date
) -> list[FilingInput]:
    return list(dict.fromkeys(one for _line, one in _asked_lines(known, lines, on)))


def _villages(scope: Scope, county: str) -> list[tuple[date | None, date | None]]:
    rows = Village.objects.in_scope(scope).in_county(county)
    return list(rows.values_list("valid_from", "valid_to"))


def _there(villages: Iterable[tuple[date | None, date | None]], on: date) -> int:
    return sum((begun or date.min) <= on <= (ended or date.max) for begun, ended in villages)


def _times(county: str, months: Sequence[Month]) -> dict[int, Decimal]:
    """Measured seconds for one village, by month."""
    numbers = [one.number for one in months]
    rows = FormTime.objects.in_county(county).filter(month__in=numbers, villages__gt=0)
    return {row.month: Decimal(row.seconds) / row.villages for row in rows}


def _marks(scope: Scope, county: str, months: Sequence[Month]) -> dict[int, tuple[int, int]]:
    """Confirmed and all answers, by month."""
    numbers = [one.number for one in months]
    rows = FilingMark.objects.in_scope(scope).in_county(county).filter(filing__month__in=numbers)
    counted = rows.order_by().values("filing__month").annotate(
        answers=Count("pk"), confirmed=Count("pk", filter=Q(mark=Mark.CONFIRMED))
    )  # fmt: skip
    return {one["filing__month"]: (one["confirmed"], one["answers"]) for one in counted}
