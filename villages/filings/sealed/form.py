"""The file that comes back, and whether it is handed in at once."""

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.imports.reading.limits import DEFAULT

_FILE = {"accept": ".xlsx", "class": "form-control", "data-portal-drop": str(DEFAULT.size)}


class SealedForm(forms.Form):
    """One workbook."""

    file = forms.FileField(
        label=_("填好的离线表"),
        help_text=_(".xlsx,不超过 10 MB。只收本系统下载的离线填报表,可以替别人上传。"),
        widget=forms.FileInput(attrs=_FILE),
    )
    submit = forms.BooleanField(
        label=_("没有疑问就直接提交"), required=False,
        help_text=_("不勾选时存为草稿,核对后再提交。"),
    )  # fmt: skip
