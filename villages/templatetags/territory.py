"""How figures of places are written in tables and tiles."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def grouped(value: int | Decimal | None) -> str:
    """12345 as 12,345, 785.00 as 785; unknown is a dash, never 0."""
    if value is None:
        return "—"
    if isinstance(value, Decimal):
        text = f"{value:,f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return f"{value:,}"
