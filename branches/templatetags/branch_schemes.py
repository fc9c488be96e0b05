"""How grades of branches are written in tables."""

from decimal import Decimal

from django import template

from branches.figures.schemes import GradeTable
from branches.scoring import plain

register = template.Library()


@register.filter
def grade_share(row: GradeTable, grade: str) -> str:
    """The share of a grade with its base: `21.88%(7/32)`; a dash where nobody is rated."""
    figure = row.share(grade)
    shown = figure.value_text if figure.is_missing else f"{figure.value_text}%"
    return f"{shown}({figure.numerator}/{figure.denominator})"


@register.filter
def points(value: Decimal | None) -> str:
    """Points as people write them: `20`, `2.5`; unknown is a dash."""
    return "—" if value is None else plain(value)


@register.filter
def mu(hundredths: int | None) -> str:
    """Hundredths of a mu as mu: `1,260.50`; unknown is a dash."""
    return "—" if hundredths is None else f"{Decimal(hundredths) / 100:,.2f}"
