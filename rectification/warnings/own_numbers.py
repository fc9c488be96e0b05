"""The numbers that a county's own rule may compare, as people know them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rectification.warnings.rules.own.declared import FACT
from rectification.warnings.rules.own.numbers import FACT_NUMBERS
from villages.indicators.models import IndicatorDefinition


@dataclass(frozen=True)
class Offered:
    """A number by its key: what it is called, its unit, what it counts."""

    key: str
    label: str
    unit: str = ""
    about: str = ""
    is_open: bool = True

    @property
    def is_fact(self) -> bool:
        """Whether it is a field of the facts rather than an indicator."""
        return self.key.startswith(FACT)


def offered(county: str, on: date) -> dict[str, Offered]:
    """Every number by key: indicators of the county, those no longer asked among them, and
    fields of the facts. One query."""
    rows = IndicatorDefinition.objects.in_county(county).order_by("stem", "edition")
    found: dict[str, Offered] = {}
    for one in rows:
        asked = one.is_open and one.sunset_on >= on
        if one.begun_on and (asked or not found.get(one.stem, _NONE).is_open):
            found[one.stem] = Offered(
                one.stem, one.name, str(one.shown_unit), f"{one.about} {one.purpose}", asked
            )
    return {**found, **_facts()}


_NONE = Offered("", "", is_open=False)


def _facts() -> dict[str, Offered]:
    return {
        f"{FACT}{name}": Offered(f"{FACT}{name}", one.label, one.unit)
        for name, one in FACT_NUMBERS.items()
    }


def label_of(key: str, known: Mapping[str, Offered]) -> str:
    """What a number is called, beside its key."""
    one = known.get(key)
    if one is None:
        return _("%s(没有这个指标)") % key
    return one.label if one.is_fact else f"{one.label}({key})"
