"""Forms of the year-end assessment: an entry, an objection, a step."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.states import EntryKind
from rectification.reports.models import VetoGround

_LINES = {"rows": 3}
Pairs = Iterable[tuple[str, str]]


class EntryForm(forms.Form):
    """What is entered for one township; which fields matter depends on the kind, the action
    says so at the field."""

    township_code = forms.ChoiceField(label=_("乡镇"))
    kind = forms.ChoiceField(label=_("种类"), choices=EntryKind.choices)
    block = forms.ChoiceField(
        label=_("考核内容"), required=False,
        help_text=_("录入评分时选择;其他种类留空。"),
    )  # fmt: skip
    points = forms.DecimalField(
        label=_("分值"), required=False, max_digits=5, decimal_places=2,
        help_text=_("评分按百分制;加分、扣分写正数;校准可正可负;一票否决留空。"),
    )  # fmt: skip
    veto = forms.ModelChoiceField(
        label=_("否决事项"), queryset=VetoGround.objects.none(), required=False,
        empty_label="—",
        help_text=_("录入一票否决时选择。"),
    )  # fmt: skip
    ground = forms.CharField(
        label=_("事由"), max_length=300, widget=forms.Textarea(attrs=_LINES),
        help_text=_("写可核实的结果,乡镇看得到。"),
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("依据"), max_length=200, required=False,
        help_text=_("文号、记录或核实人;加分、扣分必填。"),
    )  # fmt: skip

    def __init__(
        self, *args: Any, townships: Pairs, blocks: Pairs, vetoes: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, list[tuple[str, Any]]] = {
            "township_code": list(townships), "block": [("", "—"), *blocks],
        }  # fmt: skip
        for name, pairs in choices.items():
            field: Any = self.fields[name]
            field.choices = pairs
        veto: Any = self.fields["veto"]
        veto.queryset = vetoes


class ObjectionForm(forms.Form):
    """Which line, and what is wrong with it."""

    block = forms.ChoiceField(label=_("考核内容"), required=False)
    claim = forms.CharField(
        label=_("异议内容"), max_length=500, widget=forms.Textarea(attrs=_LINES),
        help_text=_("写明哪个数不对、应当是多少、依据是什么。"),
    )  # fmt: skip

    def __init__(self, *args: Any, blocks: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["block"]
        field.choices = [("", _("整张计分表")), *blocks]


class YearStepForm(forms.Form):
    """Nothing to fill in: the button alone."""
