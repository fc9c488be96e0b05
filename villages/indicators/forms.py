"""All villages of one indicator and one period on one form."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.indicators.checking import plain
from villages.indicators.choices import IndicatorKind
from villages.indicators.figures import Answer
from villages.indicators.models import IndicatorDefinition
from villages.models import Village

_YES_NO = (("", _("未填")), ("true", _("是")), ("false", _("否")))
VALUE, BASE, YES = "value", "base", "is_yes"


class GridForm(forms.Form):
    """One line per village; an empty line says nothing and leaves what is stored alone."""

    def __init__(
        self, data: Any, definition: IndicatorDefinition, villages: Iterable[Village],
        answers: Mapping[str, Answer],
    ) -> None:  # fmt: skip
        super().__init__(data)
        self.definition, self.villages = definition, list(villages)
        for village in self.villages:
            for part in self.parts:
                field = _field(definition, part, village, answers.get(village.code))
                self.fields[f"{part}-{village.code}"] = field

    @property
    def parts(self) -> tuple[str, ...]:
        """What one village is asked."""
        if self.definition.kind == IndicatorKind.YES_NO:
            return (YES,)
        return (VALUE, BASE) if self.definition.kind == IndicatorKind.SHARE else (VALUE,)

    def lines(self) -> Iterator[tuple[Village, list[Any]]]:
        """Every village with its inputs."""
        for village in self.villages:
            yield village, [self[f"{part}-{village.code}"] for part in self.parts]

    def given(self) -> dict[str, dict[str, Any]]:
        """What was typed, by village code; lines without anything are left out."""
        found = {}
        for village in self.villages:
            said = {part: self.cleaned_data.get(f"{part}-{village.code}") for part in self.parts}
            if any(value is not None for value in said.values()):
                found[village.code] = said
        return found

    def blame(self, faults: Mapping[tuple[str, str], str]) -> None:
        """Puts refusals of rows, by village code and part, at their inputs."""
        for (code, part), words in faults.items():
            place = (
                f"{part}-{code}" if f"{part}-{code}" in self.fields else f"{self.parts[0]}-{code}"
            )
            self.add_error(place, words)


def _field(
    definition: IndicatorDefinition, part: str, village: Village, stored: Answer | None
) -> forms.Field:
    value = getattr(stored, part, None)
    label = f"{village.full_name}{'分母' if part == BASE else ''}"
    if part == YES:
        initial = "" if value is None else str(value).lower()
        return forms.TypedChoiceField(
            label=label, choices=_YES_NO, required=False, initial=initial, empty_value=None,
            coerce=lambda word: word == "true",
        )  # fmt: skip
    return forms.DecimalField(
        label=label, required=False, max_digits=18, decimal_places=4,
        initial=None if value is None else plain(value),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )  # fmt: skip
