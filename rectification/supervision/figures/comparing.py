"""What was seen in a village, laid beside what was filed (账实比对)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rectification.supervision.choices import AnswerKind
from rectification.supervision.models import ChecklistPoint
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings import values
from villages.filings.choices import FilingState
from villages.filings.declaring import FilingInput, inputs_named, sources
from villages.filings.models import Filing
from villages.models import Village

_SENT = (FilingState.SUBMITTED, FilingState.ACCEPTED)
_SHOWN_MOST = 60
_FEN = 100


@dataclass(frozen=True)
class Compared:
    """The month compared, what was filed as text, and whether it is the same; None: unknown."""

    month: int | None = None
    filed: str = ""
    agrees: bool | None = None


def compare(
    point: ChecklistPoint, village: Village, on: date, *, is_yes: bool | None,
    number: Decimal | None,
) -> Compared:  # fmt: skip
    """Beside the newest month that the village had filed by the day of the visit.

    A yes stands for a filed yes or any number above nothing. Money is asked in yuan. Nothing is
    compared where the point names no input, nothing was answered, or nothing was filed.
    """
    if not point.input_key:
        return Compared()
    one = inputs_named(village.county_code, [point.input_key]).get(point.input_key)
    month = _filed_month(village, on)
    if one is None or month is None:
        return Compared()
    filed = _filed(one, village, month)
    if filed is None:
        return Compared()
    said = is_yes if point.answer_kind == AnswerKind.YES_NO else number
    agrees = None if said is None else agree(one, filed, said)
    return Compared(month.number, values.show(one, filed)[:_SHOWN_MOST], agrees)


def _filed_month(village: Village, on: date) -> Month | None:
    rows = Filing.objects.filter(village=village, state__in=_SENT, month__lte=Month.of(on).number)
    newest = rows.order_by("-month").values_list("month", flat=True).first()
    return Month.from_number(newest) if newest else None


def _filed(one: FilingInput, village: Village, month: Month) -> Any:
    """What the ledger of the input states for the month. One query or two."""
    owner = next(source for source in sources() if source.owns(one.key))
    return owner.read([village.pk], month).get(village.pk, {}).get(one.key)


def agree(one: FilingInput, filed: Any, said: bool | Decimal) -> bool | None:
    """Whether an answer says what the ledger of the input holds; None where nobody can tell."""
    if isinstance(said, bool):
        return said == (bool(filed) if isinstance(filed, bool) else _above_nothing(filed))
    if isinstance(filed, bool) or not isinstance(filed, int | Decimal):
        return None
    stated = Decimal(filed) / _FEN if one.kind is Kind.YUAN else Decimal(filed)
    return stated == said


def _above_nothing(filed: Any) -> bool:
    return filed > 0 if isinstance(filed, int | Decimal) else bool(filed)
