"""Numbers of voices: one series a county and year, without gaps."""

from django.utils.translation import gettext as _

from rectification.supervision.models import Voice
from villages.common.errors import DomainError
from villages.models import County

DIGITS = 4


def next_number(county: str, year: int) -> str:
    """The next free number of a year, such as 999900-2026-0012: people ask for it by this alone.

    Call inside the transaction that uses it: the county's row is held until it ends. Raises
    `no_county`.
    """
    if not County.objects.select_for_update().filter(code=county).exists():
        raise DomainError("no_county", _("没有这个县。"), _("请核对区划代码。"))
    head = f"{county}-{year}-"
    rows = Voice.objects.in_county(county).filter(number__startswith=head)
    last = max((_serial(one) for one in rows.values_list("number", flat=True)), default=0)
    return f"{head}{last + 1:0{DIGITS}d}"


def _serial(number: str) -> int:
    tail = number.rpartition("-")[2]
    return int(tail) if tail.isdigit() else 0
