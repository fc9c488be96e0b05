"""Forms about one unit: another name, another survey, another kind for many."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.choices import VillageKind
from villages.models import VillageProfile

FIGURES = ("households", "population", "members", "women_members", "farmland_mu", "groups")
UNITS = {
    "households": _("户"),
    "population": _("人"),
    "members": _("人"),
    "women_members": _("人"),
    "farmland_mu": _("亩"),
    "groups": _("个"),
}


def _date_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RenameForm(forms.Form):
    """The new name, since when, by which paper; `version` is what the page showed."""

    name = forms.CharField(label=_("新名称"), max_length=60)
    effective_on = forms.DateField(label=_("生效日期"), widget=_date_input())
    basis = forms.CharField(
        label=_("依据(文号或会议)"), max_length=200, help_text=_("例如:青民政〔2026〕3号。")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """Basic figures as of a day; what nobody knows stays empty, never 0."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = VillageProfile
        fields = ["as_of", *FIGURES, "source"]
        widgets = {"as_of": _date_input()}
        help_texts = {
            "as_of": _("这些数字是哪一天的。同一天再次填写即为更正。"),
            "households": _("户籍户数;不清楚的项目留空,不要填 0。"),
            "farmland_mu": "",
            "source": _("例如:2026年党内统计年报。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].required = True
        for name, unit in UNITS.items():
            self.fields[name].unit = unit  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The action checks the row: here there is no village yet to check it with."""

    @property
    def figures(self) -> dict[str, Any]:
        """The figures by name."""
        return {name: self.cleaned_data[name] for name in FIGURES}


class KindForm(forms.Form):
    """The kind that all chosen villages get."""

    kind = forms.ChoiceField(label=_("改为"), choices=VillageKind.choices)
