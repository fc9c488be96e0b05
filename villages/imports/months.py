"""The gate of the month: every write to a month's rows passes here, inside its transaction."""

from collections.abc import Callable, Mapping
from datetime import date

from villages import parameters, workdays
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.sharing import shared
from villages.common.workdays import nth_workday
from villages.db.locks import hold
from villages.imports.models import FilingMonth, Reopening


def lock_name(county: str, month: Month) -> str:
    """Writers hold it shared, closing holds it alone."""
    return f"month:{county}:{month.number}"


def require_open(*, county: str, month: Month, unit: str = "") -> None:
    """Lets a write to this month pass, or refuses it with `month_closed`.

    Takes the shared lock of the month until the end of the transaction: a close that runs at
    the same moment waits, so that each write is fully in or refused. Call it before the first
    write of the transaction. `unit` is the code of the unit whose rows change.
    """
    hold(lock_name(county, month), exclusive=False)
    if is_closed(county=county, month=month, unit=unit or county, on=clock.today()):
        raise closed_words(month)


def closed_words(month: Month) -> DomainError:
    """The refusal of a write to a closed month."""
    return DomainError(
        "month_closed",
        f"{month.label}已封账,不能再修改。",
        "请申请重新开放,或用更正的方式说明差异。您填写的内容没有丢失。",
    )


def is_closed(*, county: str, month: Month, unit: str, on: date) -> bool:
    """Whether the month refuses edits to this unit on this day. At most two queries."""
    return not openness(county=county, month=month, on=on)(unit)


def openness(
    *, county: str, month: Month, on: date, holding: bool = False
) -> Callable[[str], bool]:
    """Says of any unit whether the month takes its edits on this day. At most two queries.

    With `holding` the month is held as by `require_open`.
    """
    if holding:
        hold(lock_name(county, month), exclusive=False)
    row = FilingMonth.objects.filter(county_code=county, month=month.number).first()
    if row is None or row.closed_at is None:
        return lambda unit: True
    scopes = Reopening.objects.filter(filing_month=row, ends_on__gte=on)
    codes = tuple(scopes.values_list("unit_code", flat=True))
    return lambda unit: unit.startswith(codes)


@shared
def months_of(county: str) -> Mapping[int, FilingMonth]:
    """The county's months by number, as far as they have a row. One query."""
    return {one.month: one for one in FilingMonth.objects.in_county(county)}


def due_date(month: Month, county: str) -> date:
    """The last day for filing this month, unless the month's own row says another."""
    day = parameters.value("month.due_day", on=month.start, county=county)
    return month.start.replace(day=day)


def due_day(row: FilingMonth | None, month: Month, county: str) -> date:
    """The day of the month's own row, prolonged or not, else the county's usual one."""
    return row.due_on if row and row.due_on else due_date(month, county)


def closing_date(month: Month, county: str) -> date:
    """The working day of the next month on which this month is closed."""
    number = parameters.value("month.close_workday", on=month.start, county=county)
    return nth_workday(month.next().start, number, workdays.adjusted())


def dispatch_date(month: Month, county: str) -> date:
    """The day of the next month on which the dispatch of this month is drafted."""
    day = parameters.value("month.dispatch_day", on=month.start, county=county)
    return month.next().start.replace(day=day)


def correction_date(month: Month, county: str) -> date:
    """The last day of the next month on which income of this month is edited freely."""
    day = parameters.value("month.correction_day", on=month.start, county=county)
    return month.next().start.replace(day=day)
