"""Asking for a reopening, and answering."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts.forms.units import UnitTree
from villages.common import clock
from villages.imports.forms.months import day_input
from villages.models import Village

_LINES = forms.Textarea(attrs={"rows": 2})


class AskForm(forms.Form):
    """Which villages, which data, why."""

    villages = forms.MultipleChoiceField(
        label=_("涉及的村"),
        help_text=_("只选要改的村,其余保持封账。"),
        widget=UnitTree,
        error_messages={
            "required": _("请至少选一个村。"),
            "invalid_choice": _("没有这个村,或不在您的辖区内。"),
        },
    )
    items = forms.CharField(
        label=_("要改哪些数据"),
        max_length=200,
        help_text=_("例如:经营收入;首次信访件数。写明现在是多少、应为多少更快。"),
    )
    reason = forms.CharField(
        label=_("为什么"), max_length=200, widget=_LINES,
        help_text=_("例如:两个村的租金收入填反了,有银行回单。县里看到的就是这一句。"),
    )  # fmt: skip

    def __init__(self, *args: Any, user: Any, county: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["villages"].choices = _villages(user, county)  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """Until when, or why not."""

    ends_on = forms.DateField(
        label=_("开放到"), required=False, widget=day_input(),
        help_text=_("同意时必填:到这一天为止(含当天),之后自动恢复封账。"),
    )  # fmt: skip
    answer = forms.CharField(
        label=_("答复"), required=False, max_length=200, widget=_LINES,
        help_text=_("不同意时必填,乡镇会看到。"),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A yes has a day, a no has a reason."""
        said: dict[str, Any] = super().clean() or {}
        grants = self.data.get("decision") == "grant"
        if grants and not said.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", _("请写明开放到哪一天。"))
        if not grants and not said.get("answer") and "answer" not in self.errors:
            self.add_error("answer", _("请写明不同意的理由。"))
        return said


def _villages(user: Any, county: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Villages of today inside the reach of this person, by township. One query."""
    rows = Village.objects.visible_to(user).in_county(county.code).on(clock.today())
    groups: dict[str, list[tuple[str, str]]] = {}
    for code, name, town in rows.order_by("code").values_list("code", "name", "township__name"):
        groups.setdefault(town, []).append((code, name))
    return list(groups.items())
