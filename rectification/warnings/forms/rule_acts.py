"""Short forms around rule sets: a file, a publication, a withdrawal, a comparison."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.warnings.rule_files.reading import LONGEST
from villages.imports.forms.months import day_input

VERSION = "row_version"
_BYTES = LONGEST * 4


class RuleFileForm(forms.Form):
    """The text file of a rule set."""

    file = forms.FileField(
        label=_("规则文件"), widget=forms.FileInput(attrs={"accept": ".toml,.txt"}),
        help_text=_("从本系统或外县下载的 .toml 文件。上传后成为草案,不会直接生效。"),
        error_messages={"required": _("请选择文件。"), "empty": _("文件里没有内容。")},
    )  # fmt: skip

    def clean_file(self) -> str:
        """Its text."""
        given = self.cleaned_data["file"]
        if given.size > _BYTES:
            raise forms.ValidationError(_("文件太大,规则文件不超过 20 万字。"))
        try:
            return str(given.read().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            words = _("文件不是 UTF-8 编码的文本,请用记事本另存为 UTF-8。")
            raise forms.ValidationError(words) from error


class AdoptForm(forms.Form):
    """From when, on what basis, and what is new."""

    effective_from = forms.DateField(
        label=_("生效日期"), widget=day_input(),
        help_text=_("这一天所在的月份起按新规则评估;已封账的月份仍按当时的规则。"),
    )  # fmt: skip
    basis = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("哪个文件、哪次会议,例如“县委组织部〔2026〕12 号”。"),
    )
    note = forms.CharField(
        label=_("修订说明"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("改了什么,为什么改。对全县公开。"),
    )  # fmt: skip
    row_version = forms.IntegerField(widget=forms.HiddenInput)


class WithdrawForm(forms.Form):
    """Why a set that does not hold yet is taken back."""

    reason = forms.CharField(
        label=_("撤回原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )


class CompareForm(forms.Form):
    """Two sets or drafts."""

    a = forms.ChoiceField(label=_("原来"))
    b = forms.ChoiceField(label=_("改为"))

    def __init__(self, data: Any, *, choices: list[tuple[str, str]]) -> None:
        super().__init__(data)
        for field in self.fields.values():
            field.choices = choices  # type: ignore[attr-defined]
