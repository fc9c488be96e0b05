"""Forms of the period control."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common import clock
from villages.common.periods import Month
from villages.models import Township, Village


def day_input() -> forms.DateInput:
    """A date field as browsers know it."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _reason(hint: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=_("理由"), max_length=200, help_text=hint, widget=widget)


class CloseForm(forms.Form):
    """The name of the month, typed: closing is not undone by a click."""

    typed = forms.CharField(max_length=20, error_messages={"required": _("请输入月份以确认。")})

    def __init__(self, *args: Any, month: Month, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.month = month

    def clean_typed(self) -> str:
        """2026年10月, with or without spaces; 2026-10 will do as well."""
        typed = "".join(str(self.cleaned_data["typed"]).split())
        if typed not in {self.month.label, self.month.code}:
            raise forms.ValidationError(_("与月份不一致,请输入“%s”。") % self.month.label)
        return typed


class ProlongForm(forms.Form):
    """Another last day for filing."""

    due_on = forms.DateField(label=_("新的填报截止日"), widget=day_input())
    reason = _reason(_("将记入操作留痕,乡镇可以看到。"))


class ReopenForm(forms.Form):
    """Which part, why, until when."""

    unit_code = forms.ChoiceField(
        label=_("开放范围"), help_text=_("只开放需要修改的乡镇或村,其余保持封账。")
    )
    ends_on = forms.DateField(
        label=_("开放到"),
        widget=day_input(),
        help_text=_("到这一天为止(含当天),之后自动恢复封账。"),
    )
    reason = _reason(_("例如:两个村收入数字填反,经核实需要更正。将记入操作留痕。"))

    def __init__(self, *args: Any, user: Any, county: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_code"].choices = _units(user, county)  # type: ignore[attr-defined]


def _units(user: Any, county: Any) -> list[tuple[Any, Any]]:
    """Township by township, then their villages, as they stand on the map today. Two queries."""
    today = clock.today()
    townships = Township.objects.visible_to(user).in_county(county.code).on(today).order_by("code")
    villages = Village.objects.visible_to(user).in_county(county.code).on(today).order_by("code")
    below: dict[str, list[tuple[str, str]]] = {}
    for code, name in villages.values_list("code", "name"):
        below.setdefault(code[:9], []).append((code, name))
    groups: list[tuple[Any, Any]] = [("", _("请选择"))]
    for code, name in townships.values_list("code", "name"):
        whole = (code, _("%s(全部)") % name)
        groups.append((name, [whole, *below.get(code, ())]))
    return [*groups, (_("全县"), [(county.code, _("%s(全部)") % county.name)])]
