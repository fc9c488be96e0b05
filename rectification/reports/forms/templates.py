"""Forms about print templates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.reports.kinds import KINDS


class TemplateForm(forms.Form):
    """A template for a kind of report; tried on the last report first, where that is wanted."""

    kind = forms.ChoiceField(
        label=_("报告种类"), choices=[(one.code, one.label) for one in KINDS],
    )  # fmt: skip
    file = forms.FileField(
        label=_("模板文件"), widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": _("请选择文件。"), "empty": _("这是一个空文件。")},
    )  # fmt: skip
    note = forms.CharField(
        label=_("说明"), max_length=200, required=False,
        help_text=_("改了什么,例如:换了发文机关标志。"),
    )  # fmt: skip
    act = forms.ChoiceField(
        label=_("上传后"), widget=forms.RadioSelect, initial="preview",
        choices=[
            ("preview", _("用上一份报告预览,不启用")), ("keep", _("检查后启用,下一份报告起使用")),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most = most
        self.fields["file"].help_text = _("docx,不超过 %s MB,不能有宏和外部链接。") % most

    def clean_file(self) -> bytes:
        """Its bytes; what is far too large is not read."""
        given = self.cleaned_data["file"]
        if given.size > self.most * 2**20:
            raise forms.ValidationError(_("模板超过 %s MB。") % self.most)
        return bytes(given.read())


class WithdrawTemplateForm(forms.Form):
    """Why an edition is taken out of use."""

    reason = forms.CharField(
        label=_("停用原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
