"""What a stated period means for a kind of sheet."""

from datetime import date

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.periods.parsing import parse_period
from villages.imports.declaring import SheetKind


def month_and_day(kind: SheetKind, text: str) -> tuple[Month | None, date | None]:
    """A month where the kind has months; else the last day of the period that is over.

    Raises `period_invalid`. Nothing said leaves both to the sheet.
    """
    if not text:
        return None, None
    period = parse_period(text)
    if isinstance(period, Month) and kind.needs_month:
        return period, None
    if kind.needs_month:
        raise DomainError("period_invalid", f"『{text}』不是一个月份。", "请写成 2026-10。")
    return None, min(period.end, clock.today())
