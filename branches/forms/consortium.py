"""Forms of joint bodies: shares of all members at once, and an amount to be split."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from branches.forms.publishing import day_input
from branches.models import JointMember


class SharesForm(forms.Form):
    """The shares of all members from a day on."""

    on = forms.DateField(label=_("从哪天起"), widget=day_input())
    reason = forms.CharField(
        label=_("依据(文号或会议)"), max_length=200, help_text=_("例如:成员会议纪要第3号。")
    )

    def __init__(self, data: Any, *, members: Iterable[JointMember], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.members = list(members)
        for one in self.members:
            self.fields[f"share_{one.pk}"] = forms.DecimalField(
                label=one.member_name, min_value=Decimal(0), max_value=Decimal(100),
                max_digits=5, decimal_places=2, initial=one.share_percent,
            )  # fmt: skip
            self.fields[f"share_{one.pk}"].unit = "%"  # type: ignore[attr-defined]

    @property
    def lines(self) -> Iterator[tuple[JointMember, BoundField]]:
        """Members with their inputs."""
        for one in self.members:
            yield one, self[f"share_{one.pk}"]

    @property
    def shares(self) -> dict[int, Decimal]:
        """Percents by the member's row."""
        return {one.pk: self.cleaned_data[f"share_{one.pk}"] for one in self.members}


class SplitForm(forms.Form):
    """An amount in yuan and the day whose shares hold."""

    amount = forms.DecimalField(
        label=_("金额"), max_digits=14, decimal_places=2, help_text=_("单位:元,最多两位小数。")
    )
    on = forms.DateField(label=_("按哪天的份额"), widget=day_input())

    @property
    def fen(self) -> int:
        """The amount in fen."""
        return int(self.cleaned_data["amount"] * 100)
