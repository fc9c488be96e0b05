"""Bars of a chart, measured on the server: pages need neither scripts nor inline styles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django import template

register = template.Library()

# A value that is not zero stays visible beside a large one.
THINNEST = Fraction(1, 2)


@dataclass(frozen=True)
class Bar:
    """One bar: `width` out of 100 as SVG writes it, None where there is no number."""

    label: Any
    text: Any
    width: str | None
    href: str = ""


@register.simple_tag
def bar_rows(rows: Iterable[Sequence[Any]] | None) -> list[Bar]:
    """`(label, value, text[, href])` as bars; the largest value is as wide as there is room."""
    given = [(*row, "", "")[:4] for row in rows or ()]
    most = max((Fraction(value) for _label, value, *_more in given if value), default=Fraction(0))
    return [
        Bar(label, _text(value, text), _width(value, most), href)
        for label, value, text, href in given
    ]


def _text(value: Any, text: Any) -> Any:
    if text not in (None, ""):
        return text
    return "—" if value is None else f"{value:,}"


def _width(value: Any, most: Fraction) -> str | None:
    if value is None:
        return None
    if most <= 0 or value <= 0:
        return "0"
    return f"{float(max(Fraction(value) * 100 / most, THINNEST)):.2f}"
