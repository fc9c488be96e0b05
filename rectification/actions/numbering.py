"""Numbers of cases: one series a county and year, without gaps."""

from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from villages.common.errors import DomainError
from villages.models import County

DIGITS = 3


def next_numbers(county: str, year: int, count: int = 1) -> list[str]:
    """The next free numbers of a year, such as 2026-033.

    Call inside the transaction that uses them: the county's row is held until it ends, so that
    two people never get the same number. Raises `no_county`.
    """
    if not County.objects.select_for_update().filter(code=county).exists():
        raise DomainError("no_county", _("没有这个县。"))
    rows = RectificationCase.objects.in_county(county).filter(number__startswith=f"{year}-")
    last = max((_serial(number) for number in rows.values_list("number", flat=True)), default=0)
    return [f"{year}-{last + step:0{DIGITS}d}" for step in range(1, count + 1)]


def _serial(number: str) -> int:
    tail = number.rpartition("-")[2]
    return int(tail) if tail.isdigit() else 0
