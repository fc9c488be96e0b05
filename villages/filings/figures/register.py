"""The register of forms as people read it: what each form asks, what that costs, what is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from villages.common.periods import Month
from villages.common.shares import percent
from villages.filings import declaring
from villages.filings.declaring import FilingInput
from villages.filings.figures.burden import added, minutes
from villages.filings.models import FormLine, ReportForm
from villages.filings.querysets import FormQuerySet


@dataclass(frozen=True)
class Asking:
    """One input of a form.

    `elsewhere` names other forms that ask it too: it is filled in once and answers all; it
    `is_paid` here unless an earlier form pays. `minutes` is what a month of it costs the
    villages, `known` the percent of villages whose ledger stood ready: `ready` of `villages`.
    """

    line: FormLine
    input: FilingInput
    elsewhere: tuple[str, ...]
    is_paid: bool
    ready: int
    villages: int

    @property
    def minutes(self) -> Decimal:
        """Minutes a month; 0 where an earlier form asks it already."""
        return added(self.input, self.villages) if self.is_paid else Decimal(0)

    @property
    def known(self) -> Decimal | None:
        """Percent of villages whose value is prefilled; None without villages."""
        return percent(self.ready, self.villages, 1)


@dataclass(frozen=True)
class Addition:
    """What another input would cost before it is asked.

    `minutes` a month county-wide; 0 where other forms (`elsewhere`) ask it already. `asked` are
    the inputs that a month would then hold.
    """

    input: FilingInput
    minutes: Decimal
    villages: int
    elsewhere: tuple[str, ...]
    asked: int


def cost(asked: Sequence[Asking], villages: int) -> Decimal:
    """Minutes a month of a whole form, rounded once."""
    return minutes([one.input for one in asked if one.is_paid], villages)


def keys_from(county: str, on: date) -> set[str]:
    """Inputs that forms of the county ask on this day or will ask later. One query."""
    return set(_open(county, on).values_list("input_key", flat=True))


def askings(form: ReportForm, villages: Sequence[int], on: date) -> list[Asking]:
    """The inputs of a form that are asked or will be, in order, for these villages.

    Two queries, and two or three for each ledger that owns one of them.
    """
    known = declaring.inputs_of(form.county_code)
    lines = [
        line for line in form.lines.filter(valid_to=None).order_by("position", "pk")
        if line.input_key in known
    ]  # fmt: skip
    others = _others(form, on)
    ready = prepared(villages, Month.of(on), [line.input_key for line in lines])
    return [
        _asking(line, known[line.input_key], others, len(villages), ready.get(line.input_key, 0))
        for line in lines
    ]


def addition(form: ReportForm, key: str, villages: int, since: date) -> Addition:
    """What asking this input from a day on would cost. Two queries, and those of `inputs_of`."""
    one = declaring.inputs_of(form.county_code)[key]
    elsewhere = tuple(title for other, _number, title in _others(form, since) if other == key)
    extra = Decimal(0) if elsewhere else added(one, villages)
    asked = len(keys_from(form.county_code, since) | {key})
    return Addition(one, extra, villages, elsewhere, asked)


def prepared(villages: Sequence[int], month: Month, keys: Iterable[str]) -> dict[str, int]:
    """For how many villages a ledger already holds each input. Two queries for each ledger."""
    wanted, found = set(keys), dict[str, int]()
    for source in declaring.sources():
        own = {key for key in wanted if source.owns(key)}
        if not own:
            continue
        now, last = source.read(villages, month), source.last(villages, month)
        for key in own:
            there = (now.get(pk, {}).get(key, last.get(pk, {}).get(key)) for pk in villages)
            found[key] = sum(value is not None for value in there)
    return found


def _asking(
    line: FormLine, one: FilingInput, others: list[tuple[str, str, str]], villages: int, ready: int
) -> Asking:
    same = [(number, title) for key, number, title in others if key == one.key]
    # Forms are asked in the order of their numbers: the first one pays.
    paid = any(number < line.form.number for number, _title in same)
    titles = tuple(title for _number, title in same)
    return Asking(line, one, titles, not paid, ready, villages)


def _others(form: ReportForm, on: date) -> list[tuple[str, str, str]]:
    """(input, number, title) of what other forms ask."""
    rows = _open(form.county_code, on).exclude(form=form).order_by("form__number")
    return list(rows.values_list("input_key", "form__number", "form__title"))


def _open(county: str, on: date) -> FormQuerySet:
    return FormLine.objects.in_county(county).filter(valid_to=None, form__valid_to__gte=on)
