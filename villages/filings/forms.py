"""Forms of the register: an entry, its renewal, a further input, an input less."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.filings.actions.register import Entry
from villages.filings.declaring import inputs_of
from villages.filings.models import ReportForm


def _date_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _reason() -> forms.CharField:
    return forms.CharField(label=_("理由"), max_length=200)


class EntryForm(forms.Form):
    """What the register says of a form."""

    number = forms.CharField(
        label=_("准入编号"), max_length=40, help_text=_("例如:青组表〔2026〕1号。")
    )
    title = forms.CharField(label=_("报表名称"), max_length=60)
    owner = forms.CharField(label=_("归口单位"), max_length=60)
    basis = forms.CharField(
        label=_("依据"), max_length=200, help_text=_("文件名称和文号;没有依据的报表不予准入。")
    )

    @property
    def entry(self) -> Entry:
        """The words as the action takes them."""
        return Entry(**{name: self.cleaned_data[name] for name in ENTRY})


ENTRY = ("number", "title", "owner", "basis")


class NewForm(EntryForm):
    """A form to be registered, with its days."""

    begins = forms.DateField(label=_("启用日期"), widget=_date_input())
    ends = forms.DateField(
        label=_("终止日期"), widget=_date_input(),
        help_text=_("到期没有续期的,自动停止询问。"),
    )  # fmt: skip


class ChangeForm(EntryForm):
    """Another wording of a registered form."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class RenewForm(forms.Form):
    """Another sunset."""

    until = forms.DateField(label=_("终止日期"), widget=_date_input())
    reason = _reason()
    version = forms.IntegerField(widget=forms.HiddenInput)


class AddForm(forms.Form):
    """A further input. `sure` holds the input whose cost the person has seen."""

    key = forms.ChoiceField(label=_("填报项"))
    since = forms.DateField(label=_("启用日期"), widget=_date_input())
    reason = _reason()
    version = forms.IntegerField(widget=forms.HiddenInput)
    sure = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, form: ReportForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = set(form.lines.filter(valid_to=None).values_list("input_key", flat=True))
        self.fields["key"].choices = [  # type: ignore[attr-defined]
            (one.key, f"{one.label}({one.owner})")
            for one in inputs_of(form.county_code).values()
            if one.key not in asked
        ]


class DropForm(forms.Form):
    """An input that is asked no longer."""

    key = forms.CharField(widget=forms.HiddenInput)
    reason = _reason()
    version = forms.IntegerField(widget=forms.HiddenInput)


class MoveForm(forms.Form):
    """An input one place up or down."""

    key = forms.CharField(widget=forms.HiddenInput)
    up = forms.BooleanField(label=_("上移"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
