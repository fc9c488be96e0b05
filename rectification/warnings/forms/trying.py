"""What to try on stored months: a draft, or other numbers of one rule."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.rules import Rule
from rectification.warnings.rules_in_force import Rules
from villages.common.periods import Month

_MOST = 1_000_000
PREFIX = "n_"


class TryForm(forms.Form):
    """Months, then a draft or a rule; a chosen rule brings a field for each of its numbers."""

    first = forms.ChoiceField(label=gettext_lazy("从"))
    last = forms.ChoiceField(label=gettext_lazy("到"))
    draft = forms.ChoiceField(label=gettext_lazy("规则草案"), required=False)
    rule = forms.ChoiceField(label=gettext_lazy("或者只改一条规则"), required=False)

    def __init__(
        self, data: Any, *, months: Sequence[Month], drafts: Sequence[tuple[str, str]], live: Rules
    ) -> None:
        known = [(one.code, one.label) for one in months]
        newest, oldest = (known[0][0], known[-1][0]) if known else ("", "")
        self.said: dict[str, Any] = {"first": oldest, "last": newest, **data.dict()}
        super().__init__(self.said)
        self._choose("first", known)
        self._choose("last", known)
        self._choose("draft", [("", _("不用草案")), *drafts])
        self.rules = {rule.code: (rule, values) for rule, values in live.in_force
                      if rule.thresholds}  # fmt: skip
        told = [(code, f"{code} {rule.title}") for code, (rule, _values) in self.rules.items()]
        self._choose("rule", [("", _("不改")), *told])
        self._numbers()

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    @property
    def chosen(self) -> Rule | None:
        """The rule whose numbers are asked for."""
        found = self.rules.get(self.data.get("rule", ""))
        return found[0] if found else None

    def _numbers(self) -> None:
        if self.chosen is None:
            return
        rule, values = self.rules[self.chosen.code]
        for key, number in rule.with_defaults(values).items():
            if key not in rule.thresholds:
                continue
            told = rule.thresholds[key]
            name = f"{PREFIX}{key}"
            field: Any = forms.IntegerField(label=told.label, min_value=0, max_value=_MOST)
            field.unit = told.unit
            self.fields[name] = field
            self.said.setdefault(name, number)

    def clean(self) -> dict[str, Any]:
        """One thing is tried at a time; the months stand in their order."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("first", "") > given.get("last", ""):
            self.add_error("last", _("截止月份不能早于起始月份。"))
        if given.get("draft") and given.get("rule"):
            self.add_error("rule", _("草案和单条规则请只选一样;要一起试,请把数字改在草案里。"))
        return given

    @property
    def asks(self) -> bool:
        """Whether anything was chosen to be tried."""
        return bool(self.data.get("draft") or self.data.get("rule"))

    def numbers(self) -> dict[str, int]:
        """The numbers of the chosen rule, by their key; only of a valid form."""
        return dict(self._given())

    def _given(self) -> Iterator[tuple[str, int]]:
        for name, value in self.cleaned_data.items():
            if name.startswith(PREFIX):
                yield name.removeprefix(PREFIX), value
