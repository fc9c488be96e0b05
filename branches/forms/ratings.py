"""Forms of a rating: the sheet of one branch, changes of points, appeal and decision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from branches.models import SchemeItem
from branches.schemes.choices import Judged, Outcome
from branches.schemes.sheet import Answer
from branches.scoring import plain


@dataclass(frozen=True)
class SheetLine:
    """One item on the page: its words beside the two inputs."""

    item: SchemeItem
    said: str
    points: BoundField
    note: BoundField


class SheetForm(forms.Form):
    """Points and a sentence for every item. `said` is what is known of each, by item."""

    def __init__(
        self, data: Any, *, items: Iterable[SchemeItem], said: dict[int, str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.scheme_items, self.said = list(items), said
        for item in self.scheme_items:
            self.fields[f"points_{item.pk}"] = _points(item)
            self.fields[f"note_{item.pk}"] = _note(item)

    @property
    def lines(self) -> Iterator[SheetLine]:
        """The items in order."""
        for item in self.scheme_items:
            points, note = self[f"points_{item.pk}"], self[f"note_{item.pk}"]
            yield SheetLine(item, self.said.get(item.pk, ""), points, note)

    @property
    def answers(self) -> dict[int, Answer]:
        """What was said, by item; items without points are not in it."""
        found = {}
        for item in self.scheme_items:
            points = self.cleaned_data[f"points_{item.pk}"]
            if points not in (None, ""):
                note = self.cleaned_data[f"note_{item.pk}"].strip()
                found[item.pk] = Answer(Decimal(points), note)
        return found


class DecideForm(SheetForm):
    """How an appeal ends, why, and other points where it changes the rating."""

    outcome = forms.ChoiceField(
        label=_("裁定结果"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("裁定理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class AppealForm(forms.Form):
    """Why the township objects."""

    text = forms.CharField(
        label=_("申诉理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("写明哪一项、认为应得多少分、依据是什么。"),
    )  # fmt: skip


def _points(item: SchemeItem) -> forms.Field:
    label = _("第 %(number)s 项得分") % {"number": item.number}
    if item.judged == Judged.YES_NO:
        choices = [("", _("未评")), (plain(item.points), _("是")), ("0", _("否"))]
        field: forms.Field = forms.ChoiceField(label=label, choices=choices, required=False)
    else:
        field = forms.DecimalField(
            label=label, required=False, min_value=Decimal(0), max_value=item.points,
            max_digits=5, decimal_places=2,
        )  # fmt: skip
    field.widget.attrs["aria-label"] = label
    return field


def _note(item: SchemeItem) -> forms.Field:
    label = _("第 %(number)s 项说明") % {"number": item.number}
    widget = forms.TextInput(attrs={"aria-label": label})
    return forms.CharField(label=label, required=False, max_length=200, widget=widget)
