"""What is collected and perhaps never read: for deciding what to ask no longer.

Three signs, each told for itself, none of them a judgement: an input whose owner names no figure,
rule or report that reads it; an input that nobody answered, or nobody ever changed, for months;
a field of a ledger that stands empty in every row, or that no figure, rule or report names.
Whether a person looks at a field on a page is not counted: nobody's clicks are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, IntegerField, Q, TextField

from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.choices import Mark
from villages.filings.declaring import FilingInput
from villages.filings.models import FilingMark
from villages.filings.readers import named_by_readers
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import words_of
from villages.ledgers.kinds import model_field

# Fields of every row that say where it belongs and who is meant.
_PLACES = frozenset({"village", "name", "source", "note", "remark"})


@dataclass(frozen=True)
class InputUse:
    """An input asked now: how often it was `answered` and `changed` in the months, who reads it."""

    input: FilingInput
    answered: int
    changed: int

    @property
    def is_unread(self) -> bool:
        """Whether its owner names nothing that reads it."""
        return not self.input.used_by

    @property
    def is_silent(self) -> bool:
        """Whether nobody answered it."""
        return self.answered == 0

    @property
    def is_still(self) -> bool:
        """Whether it was answered and never changed: it may be asked less often."""
        return self.answered > 0 and self.changed == 0


@dataclass(frozen=True)
class FieldUse:
    """A field of a ledger: `filled` of `rows` rows hold something; `is_read` tells whether a
    figure, rule or report names it."""

    ledger: Ledger
    item: Item
    label: Any
    filled: int
    rows: int
    is_read: bool

    @property
    def is_empty(self) -> bool:
        """Whether there are rows and not one holds it."""
        return self.rows > 0 and self.filled == 0


def input_uses(
    scope: Scope, county: str, asked: Iterable[FilingInput], months: Sequence[Month]
) -> list[InputUse]:
    """The inputs asked now with their use in these months. One query."""
    numbers = [one.number for one in months]
    rows = FilingMark.objects.in_scope(scope).in_county(county).filter(filing__month__in=numbers)
    counted = (
        rows.order_by()
        .values("input_key")
        .annotate(answered=Count("pk"), changed=Count("pk", filter=Q(mark=Mark.CHANGED)))
    )
    known = {one["input_key"]: (one["answered"], one["changed"]) for one in counted}
    return [InputUse(one, *known.get(one.key, (0, 0))) for one in asked]


def field_uses(ledger: Ledger, county: str, months: Sequence[Month]) -> list[FieldUse]:
    """The fields that a ledger asks people for. One query.

    Rows of these months where the ledger has a month of its own, else all rows of the county.
    """
    items = [one for one in ledger.asked if one.name not in _PLACES]
    counted = _rows(ledger, county, months).aggregate(
        rows=Count("pk"),
        **{f"n_{one.name}": Count("pk", filter=_filled(ledger, one)) for one in items},
    )
    read = named_by_readers()
    return [
        FieldUse(
            ledger, one, words_of(ledger.key, one.name).zh, counted[f"n_{one.name}"],
            counted["rows"], one.name in read or one.name in ledger.natural_key,
        )
        for one in items
    ]  # fmt: skip


def _rows(ledger: Ledger, county: str, months: Sequence[Month]) -> Any:
    rows = ledger.model.objects.in_county(county).order_by()
    if not ledger.month or not months:
        return rows
    field = ledger.model._meta.get_field(ledger.month)
    if isinstance(field, IntegerField):
        return rows.filter(**{f"{field.name}__in": [one.number for one in months]})
    days = min(one.start for one in months), max(one.end for one in months)
    return rows.filter(**{f"{field.name}__range": days})


def _filled(ledger: Ledger, item: Item) -> Q:
    """What counts as filled in: not null, and for texts not empty."""
    field = model_field(ledger, item)
    told = Q(**{f"{item.name}__isnull": False})
    return told & ~Q(**{item.name: ""}) if isinstance(field, CharField | TextField) else told
