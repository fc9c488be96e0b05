"""Another amount for what a village stated."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Category
from collective_economy.importers.columns import MOST_FEN, read_amount
from villages.common.errors import DomainError
from villages.common.readings import Unreadable


class MoneyField(forms.CharField):
    """An amount as people write it (1,200.50 or 3.5万), cleaned into fen; empty is unknown."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    unit = _("元")

    def clean(self, value: Any) -> Any:
        """Fen, or None."""
        text = super().clean(value)
        if not text:
            return None
        try:
            fen = read_amount(text).value
        except (Unreadable, DomainError) as error:
            raise forms.ValidationError(_("请填写零或正数,例如 35000 或 3.5万。")) from error
        if fen is not None and fen > MOST_FEN:
            raise forms.ValidationError(_("数值大得不合常理,请核对单位是元还是万元。"))
        return fen


class CorrectionForm(forms.Form):
    """The new amount and why; the part field follows the category."""

    amount = MoneyField(label=_("更正后的金额"), max_length=30)
    operating_part = MoneyField(
        label=_("其中:计入经营性收入"),
        max_length=30,
        required=False,
        help_text=_("县里认定计入经营性收入的部分;不填则保持原样。"),
    )
    regular_part = MoneyField(
        label=_("其中:经常性补助"),
        max_length=30,
        required=False,
        help_text=_("每年都有的补助;不填则保持原样。"),
    )
    reason = forms.CharField(
        label=_("更正原因"),
        max_length=200,
        help_text=_("写明依据,例如:记账凭证第 12 号金额录错。原数会保留在旁边。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, category: Category, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if category != Category.OTHER:
            del self.fields["operating_part"]
        if category != Category.SUBSIDY:
            del self.fields["regular_part"]


class AnswerForm(forms.Form):
    """One sentence."""

    answer = forms.CharField(
        label=_("答复"),
        max_length=200,
        help_text=_("用一句话说明情况,不用附照片或材料。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReturnForm(forms.Form):
    """What is still missing."""

    reason = forms.CharField(
        label=_("还需要补充什么"),
        max_length=200,
        required=False,
        help_text=_("退回时填写;认可时不填。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
