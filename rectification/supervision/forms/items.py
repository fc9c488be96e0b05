"""The form of one matter, for one or several units of a draft."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import Comparison
from rectification.supervision.models import OrderUnit
from villages.common.columns import Kind
from villages.indicators.models import IndicatorDefinition
from villages.ledgers.forms.keys import row_choice, village_choice
from villages.ledgers.forms.kinds import field_for

_PLACES = 4


class ItemForm(forms.Form):
    """Which units, which village, what, on which data, and what settles it."""

    text = forms.CharField(
        label=_("事项"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("一件事一条,只有承办它的单位看得到。"),
    )  # fmt: skip
    comparison = forms.ChoiceField(
        label=_("办结条件"), choices=[("", _("未填")), *Comparison.choices], required=False
    )
    goal = field_for(
        Kind.DECIMAL, places=_PLACES, label=_("办结标准"), required=False,
        help_text=_("指标达到这个数才能核查通过;占比填百分数。"),
    )  # fmt: skip
    field_order = ("units", "village", "text", "data", "indicator", "comparison", "goal")

    def __init__(
        self, *args: Any, parts: Iterable[OrderUnit], user: Any, county: str, on: date,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.parts = {one.uid: one for one in parts}
        self.fields["units"] = forms.MultipleChoiceField(
            label=_("承办单位"), widget=forms.CheckboxSelectMultiple,
            choices=[(one.uid, one.unit_name) for one in self.parts.values()],
        )  # fmt: skip
        # `data` as an attribute would be the form's own.
        self.fields["data"] = forms.CharField(
            label=_("数据"), max_length=300, required=False,
            help_text=_("事项依据的数,写明时间和来源。"),
        )  # fmt: skip
        self.fields["village"] = village_choice(
            user, county, on, label=_("村"), required=False, empty_label=_("不针对某个村"),
            help_text=_("乡镇只能承办本乡镇的村。"),
        )  # fmt: skip
        self.fields["indicator"] = row_choice(
            IndicatorDefinition, user, county, label=_("办结指标"), required=False,
            empty_label=_("不按指标"), help_text=_("指标、条件、标准和村要一起填。"),
        )  # fmt: skip
        chosen: Any = self.fields["indicator"]
        chosen.queryset = chosen.queryset.in_force(on)
        self.order_fields(self.field_order)

    @property
    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        given = dict(self.cleaned_data)
        chosen = given.pop("units")
        return {**given, "parts": [self.parts[uid] for uid in chosen]}
