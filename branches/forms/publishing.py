"""Forms about a whole version: published, ended, loaded from a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from branches.schemes import files
from branches.schemes.definitions import SchemeDefinition
from villages.common.errors import DomainError

MOST_FILE = 200_000


def day_input() -> forms.DateInput:
    """A day, picked or typed."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PublishForm(forms.Form):
    """From when a version holds, and by which paper."""

    valid_from = forms.DateField(
        label=_("启用日期"), widget=day_input(), help_text=_("评定期最后一天有效的版次用于该期。")
    )
    basis = forms.CharField(
        label=_("依据(文号或会议)"), max_length=200, help_text=_("例如:青组发〔2026〕12号。")
    )


class EndForm(forms.Form):
    """Until when the version in force holds, and why."""

    valid_to = forms.DateField(label=_("停用日期"), widget=day_input())
    reason = forms.CharField(label=_("停用原因"), max_length=200)


class FileForm(forms.Form):
    """A scheme's file; its content becomes a draft."""

    file = forms.FileField(
        label=_("方案文件"), help_text=_("从本平台下载的方案文件(.json),不超过 200 KB。"),
        widget=forms.FileInput(attrs={"accept": ".json", "class": "form-control"}),
    )  # fmt: skip

    definition: SchemeDefinition

    def clean_file(self) -> Any:
        """Reads the file at once: what is wrong with it is told here."""
        given = self.cleaned_data["file"]
        if given.size > MOST_FILE:
            raise forms.ValidationError(_("文件超过 200 KB。"))
        try:
            self.definition = files.load(given.read().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_("文件不是文本,请上传导出的方案文件。")) from error
        except DomainError as error:
            raise forms.ValidationError(str(error)) from error
        return given
