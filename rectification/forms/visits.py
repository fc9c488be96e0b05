"""A visit with what came of it, on one screen of a phone."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.models import CaseVisit
from villages.ledgers.forms.reading import DayField, NumberField

WORKS = 3


class CaseField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Cases by their village."""

    def label_from_instance(self, obj: Any) -> str:
        """The village in full, with the number of the case."""
        return f"{obj.village.full_name} {obj.number_shown}"


class VisitForm(forms.Form):
    """Who went when, and what was done; then up to three works."""

    case = CaseField(None, label=_("整顿村"), to_field_name="uid", empty_label=_("请选择"))
    visitor = forms.CharField(label=_("走访人"), max_length=40)
    on = DayField(label=_("走访日期"))
    days = NumberField(label=_("天数"), places=1, help_text=_("可以填半天(0.5)。"))
    done = forms.CharField(
        label=_("做了什么"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一两句话即可。"),
    )  # fmt: skip
    solved = NumberField(label=_("解决事项数"), places=0, required=False)

    def __init__(self, *args: Any, cases: Any, kinds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases  # type: ignore[attr-defined]
        for number in range(1, WORKS + 1):
            self._add_work(number, kinds)

    def _add_work(self, number: int, kinds: Any) -> None:
        self.fields[f"kind_{number}"] = _WordField(
            kinds, label=_("实事 %s:种类") % number, required=False, to_field_name="uid",
            empty_label=_("没有"),
        )  # fmt: skip
        self.fields[f"quantity_{number}"] = NumberField(
            label=_("实事 %s:数量") % number, places=2, required=False
        )
        self.fields[f"note_{number}"] = forms.CharField(
            label=_("实事 %s:说明") % number, max_length=300, required=False
        )

    def clean(self) -> dict[str, Any]:
        """A kind of work goes with its quantity."""
        given = super().clean() or {}
        for number in range(1, WORKS + 1):
            kind, quantity = given.get(f"kind_{number}"), given.get(f"quantity_{number}")
            if kind and quantity is None and f"quantity_{number}" not in self.errors:
                self.add_error(f"quantity_{number}", _("请填写数量。"))
            if quantity is not None and not kind:
                self.add_error(f"kind_{number}", _("请选择种类。"))
        return given

    @property
    def visit(self) -> dict[str, Any]:
        """The visit as its ledger takes it."""
        given = self.cleaned_data
        names = ("visitor", "on", "days", "done")
        solved = given["solved"] or CaseVisit._meta.get_field("solved").get_default()
        return {**{name: given[name] for name in names}, "solved": solved}

    @property
    def works(self) -> list[dict[str, Any]]:
        """The works that were told."""
        given = self.cleaned_data
        return [
            {
                "kind": given[f"kind_{number}"], "quantity": Decimal(given[f"quantity_{number}"]),
                "note": given[f"note_{number}"],
            }
            for number in range(1, WORKS + 1)
            if given[f"kind_{number}"]
        ]  # fmt: skip


class _WordField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Kinds of works with their units."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}({obj.unit})" if obj.unit else str(obj.name)
