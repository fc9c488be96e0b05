"""Forms of the screening: a decision, a registration, a direct listing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.choices import CaseClass, CaseLevel, ScreeningOutcome
from rectification.models import ScreeningItem
from villages.imports.forms.months import day_input


def _not_later(day: date, today: date) -> date:
    if day > today:
        raise forms.ValidationError(_("日期不能晚于今天。"))
    return day


class OutcomeForm(forms.Form):
    """What is decided; the reason follows."""

    outcome = forms.ChoiceField(
        label=_("决定"), choices=ScreeningOutcome.choices, widget=forms.RadioSelect
    )


class DecisionForm(OutcomeForm):
    """The same for one village."""

    reason = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("乡镇看得到,不要写限县级知悉的内容。"),
    )  # fmt: skip


class _Situations(forms.Form):
    """A day and the situations that fit."""

    on = forms.DateField(label=_("日期"), widget=day_input())
    case_class = forms.ChoiceField(
        label=_("类别"), choices=CaseClass.choices, widget=forms.RadioSelect
    )
    items = forms.ModelMultipleChoiceField(
        ScreeningItem.objects.none(), to_field_name="code", label=_("符合的情形"),
        widget=forms.CheckboxSelectMultiple, required=False,
    )  # fmt: skip

    def __init__(
        self, *args: Any, items: Sequence[ScreeningItem], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        rows = ScreeningItem.objects.filter(pk__in=[one.pk for one in items]).order_by("code")
        self.fields["items"].queryset = rows  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """Nothing happens tomorrow."""
        return _not_later(self.cleaned_data["on"], self.today)


class OpeningForm(_Situations):
    """The screening sheet of a village (登记排查)."""

    interviewed = forms.IntegerField(
        label=_("走访党员群众人数"), min_value=0, max_value=20_000, required=False
    )
    facts = forms.CharField(
        label=_("排查事实"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("写明时间、次数、数量。已按系统里的数据填好,请核对补充。"),
    )  # fmt: skip
    field_order = ("on", "case_class", "items", "facts", "interviewed")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("排查日期")
        self.fields["items"].required = True


class ListingManyForm(forms.Form):
    """One decision of the county's standing committee about several villages; the reason follows.

    `today` is set by whoever builds the form.
    """

    today: date
    on = forms.DateField(label=_("县委常委会日期"), widget=day_input())
    document_no = forms.CharField(label=_("认定文号"), max_length=60)
    case_class = forms.ChoiceField(
        label=_("类别"), choices=CaseClass.choices, widget=forms.RadioSelect,
        initial=CaseClass.WEAK_LAX,
    )  # fmt: skip
    level = forms.ChoiceField(
        label=_("层级"), choices=CaseLevel.choices, widget=forms.RadioSelect,
        initial=CaseLevel.GENERAL,
    )  # fmt: skip

    def clean_on(self) -> date:
        """Nothing happens tomorrow."""
        return _not_later(self.cleaned_data["on"], self.today)


class ListingForm(_Situations):
    """A decision of the county's standing committee that lists a village at once (直接认定)."""

    document_no = forms.CharField(label=_("认定文号"), max_length=60)
    level = forms.ChoiceField(label=_("层级"), choices=CaseLevel.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("认定理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    field_order = ("on", "document_no", "case_class", "level", "items", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("县委常委会日期")
