"""The form of a batch chase."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import OrderUnit
from villages.imports.forms.months import day_input


class ChaseForm(forms.Form):
    """Which overdue parts, what is asked, by when."""

    parts = forms.MultipleChoiceField(
        label=_("要催办的单子"), error_messages={"required": _("请勾选要催办的单子。")}
    )
    requirement = forms.CharField(
        label=_("办理要求"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("留空写:请尽快办结并反馈;确有困难的,请说明原因并申请延期。"),
    )  # fmt: skip
    due_on = forms.DateField(
        label=_("办理时限"), required=False, widget=day_input(),
        help_text=_("留空的,签发时按文种规则和缓急程度计算。"),
    )  # fmt: skip

    def __init__(self, *args: Any, rows: Iterable[OrderUnit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {one.uid: one for one in rows}
        choice: Any = self.fields["parts"]
        choice.choices = [(uid, one.unit_name) for uid, one in self.rows.items()]

    @property
    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        given = dict(self.cleaned_data)
        return {**given, "parts": [self.rows[uid] for uid in given["parts"]]}

    @property
    def ticked(self) -> frozenset[str]:
        """What was ticked when the form was sent."""
        return frozenset(self["parts"].value() or ())
