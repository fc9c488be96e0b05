"""The form of a draft: its head, how findings weigh, and every rule with its thresholds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.forms.notices import Guarded
from rectification.warnings.rule_files.shape import HEAD, HIGHEST, RATING, SWITCHES, Content, Number
from rectification.warnings.rules import RULES, Rule
from rectification.warnings.wording import category_words

_WORDS = ("name", "issued_by", "basis", "note")
_LONG = 100


@dataclass(frozen=True)
class RuleLine:
    """One rule of the form."""

    rule: Rule
    enabled: Any
    escalates: Any
    thresholds: list[Any]


class RuleSetForm(Guarded):
    """A field for everything but the county's own rules, which have a form each."""

    def __init__(self, data: Any, *, content: Content, seen: int) -> None:
        self.content = content
        super().__init__(data, initial=_initial(content))
        self.fields |= {**_head(), **_rating(), **_rules()}
        self.guard(seen)

    @property
    def head(self) -> list[Any]:
        """Name, basis and the like."""
        return [self[name] for name in _WORDS]

    @property
    def weights(self) -> list[Any]:
        """How findings weigh."""
        return [self[f"rating-{name}"] for name in RATING]

    @property
    def groups(self) -> Iterator[tuple[Any, list[RuleLine]]]:
        """Rules by what they are about."""
        for category, label in category_words().items():
            yield label, [self._line(one) for one in RULES if one.category == category]

    def _line(self, rule: Rule) -> RuleLine:
        enabled, escalates = (self[f"{rule.code}-{name}"] for name in SWITCHES)
        thresholds = [self[f"{rule.code}-{key}"] for key in rule.thresholds]
        return RuleLine(rule, enabled, escalates, thresholds)

    @property
    def said(self) -> Content:
        """The content with what the checked form says."""
        given = self.cleaned_data
        rules = {
            rule.code: {key: given[f"{rule.code}-{key}"] for key in (*SWITCHES, *rule.thresholds)}
            for rule in RULES
        }
        rating = {name: given[f"rating-{name}"] for name in RATING}
        words = {name: given[name] for name in _WORDS}
        return {**self.content, **words, "rating": rating, "rules": rules}


def _head() -> dict[str, forms.Field]:
    return {
        name: forms.CharField(
            label=HEAD[name].label, max_length=HEAD[name].longest, required=name == "name",
            widget=forms.Textarea(attrs={"rows": 3}) if HEAD[name].longest > _LONG else None,
        )
        for name in _WORDS
    }  # fmt: skip


def _rating() -> dict[str, forms.Field]:
    return {f"rating-{name}": _number(one) for name, one in RATING.items()}


def _number(one: Number) -> forms.Field:
    field: Any = forms.IntegerField(
        label=one.label, min_value=one.low, max_value=one.high,
        widget=forms.TextInput(attrs={
            "inputmode": "numeric", "autocomplete": "off", "class": "form-control num",
        }),
    )  # fmt: skip
    field.unit = one.unit
    return cast(forms.Field, field)


def _rules() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for rule in RULES:
        for name, label in SWITCHES.items():
            found[f"{rule.code}-{name}"] = forms.BooleanField(label=label, required=False)
        for key, one in rule.thresholds.items():
            number = Number(one.label, 0, HIGHEST, one.default, one.unit)
            field = _number(number)
            field.help_text = _("默认 %(default)d") % {"default": one.default}
            found[f"{rule.code}-{key}"] = field
    return found


def _initial(content: Content) -> dict[str, Any]:
    rules = {
        f"{code}-{key}": value
        for code, told in content["rules"].items()
        for key, value in told.items()
    }
    rating = {f"rating-{name}": value for name, value in content["rating"].items()}
    return {**{name: content[name] for name in _WORDS}, **rating, **rules}
