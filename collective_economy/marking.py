"""Puts figures onto rows of a list, so that page, sheet and paper can show, sort and add them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import BigIntegerField, BooleanField, CharField, F, Func, Value
from django.db.models.functions import Cast

AMOUNT, WORD, FLAG = BigIntegerField(), CharField(), BooleanField()


class Figure(Func):
    """The figure of each row by its primary key, null where there is none.

    One expression however many rows there are: conditions built one by one take longer than
    the list itself.
    """

    def __init__(self, found: Mapping[int, Any], field: Any) -> None:
        super().__init__(F("pk"), output_field=field)
        self.found = dict(found)

    def as_sql(
        self, compiler: Any, connection: Any, *_parts: Any, **_context: Any
    ) -> tuple[str, tuple[Any, ...]]:
        """`CASE pk WHEN 7 THEN … END`; keys are integers of ours, values are bound."""
        key, params = compiler.compile(self.source_expressions[0])
        arms = "".join(f" WHEN {int(pk)} THEN %s" for pk in self.found)
        return f"CASE {key}{arms} END", (*params, *self.found.values())


def with_figure(rows: Any, name: str, found: Mapping[int, Any], field: Any = AMOUNT) -> Any:
    """Rows with one more column: the figure of each primary key, null where there is none."""
    known = {pk: value for pk, value in found.items() if value is not None}
    # PostgreSQL cannot add up a null without a type.
    figure = Figure(known, field) if known else Cast(Value(None), field)
    return rows.annotate(**{name: figure})
