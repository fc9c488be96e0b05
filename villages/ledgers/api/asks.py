"""Bodies of verbs: what they ask for, read strictly."""

from dataclasses import replace
from typing import Any

from villages.common.columns import Kind
from villages.ledgers.api.choices import choices_of
from villages.ledgers.declaring import Ask
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer


def asks_serializer(name: str, asks: tuple[Ask, ...]) -> type[WriteSerializer]:
    """Reads what a verb asks for."""
    return type(name, (WriteSerializer,), {"inputs": tuple(map(ask_input, asks))})


def ask_input(ask: Ask) -> Input:
    """One member of a verb's body."""
    return Input(_ask_field(ask), required=ask.required, max_length=ask.most, default=_nothing(ask))


def _ask_field(ask: Ask) -> Field:
    about_en = ask.about_en or f"{ask.en[:1].upper()}{ask.en[1:]}."
    made = Field(
        ask.name, ask.zh, ask.en, ask.kind, about_zh=ask.about_zh, about_en=about_en,
        unit=ask.unit, nullable=not ask.required,
    )  # fmt: skip
    if not ask.choices:
        return made
    return replace(made, kind=Kind.CHOICE, choices=choices_of(ask.choices, ask.name))


def _nothing(ask: Ask) -> Any:
    return "" if ask.kind in (Kind.TEXT, Kind.CODE, Kind.CHOICE) else None
