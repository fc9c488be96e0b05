"""The form for one paper of a case file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.actions.annexes import Upload
from rectification.annexes.kinds import KINDS
from rectification.choices import AnnexKind
from rectification.perms import may_see_restricted
from villages.imports.forms.months import day_input


def file_field(most: int, *, required: bool) -> forms.FileField:
    """A file of a kind that is taken; phones offer their camera for it."""
    endings = ",".join(f".{one}" for one in KINDS)
    return forms.FileField(
        label=_("文件"), required=required, max_length=160,
        help_text=_("pdf、jpg、png、docx 或 xlsx,不超过 %(most)s MB;手机可以直接拍照。")
        % {"most": most},
        widget=forms.FileInput(attrs={"accept": endings, "class": "form-control"}),
        error_messages={"required": _("请选择文件。"), "empty": _("这是一个空文件。")},
    )  # fmt: skip


class FileForm(forms.Form):
    """A file for a paper that is registered already."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = file_field(most, required=True)

    @property
    def upload(self) -> Upload:
        """The file that came."""
        given = self.cleaned_data["file"]
        return Upload(given.name, given.chunks())


class AnnexForm(forms.Form):
    """A paper: at least its title, with its file where there is one."""

    kind = forms.ChoiceField(label=_("类别"), choices=AnnexKind.choices)
    title = forms.CharField(
        label=_("名称"), max_length=120, required=False,
        help_text=_("例如:关于李庄村整顿方案的批复。不填则用文件名。"),
    )  # fmt: skip
    document_no = forms.CharField(label=_("文号"), max_length=60, required=False)
    dated_on = forms.DateField(label=_("日期"), required=False, widget=day_input())
    restricted = forms.BooleanField(
        label=_("限县级知悉"), required=False,
        help_text=_("乡镇和村看不到,不印进整顿档案。"),
    )  # fmt: skip
    problem: Any = forms.ModelChoiceField(
        None, label=_("对应的问题"), required=False, to_field_name="uid"
    )
    task: Any = forms.ModelChoiceField(
        None, label=_("对应的任务"), required=False, to_field_name="uid"
    )

    def __init__(self, *args: Any, case: Any, user: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["problem"].queryset = case.problemitem_rows.all()  # type: ignore[attr-defined]
        self.fields["task"].queryset = case.taskitem_rows.all()  # type: ignore[attr-defined]
        self.fields = {"file": file_field(most, required=False), **self.fields}
        if not may_see_restricted(user):
            del self.fields["restricted"]

    def clean(self) -> dict[str, Any]:
        """A paper has a name of its own or that of its file."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("title") and given.get("file"):
            given["title"] = given["file"].name.rpartition(".")[0][:120]
        if not given.get("title") and "title" not in self.errors:
            self.add_error("title", _("请填写名称,或者选择文件。"))
        return given

    @property
    def upload(self) -> Upload | None:
        """The file that came, if any."""
        given = self.cleaned_data.get("file")
        return Upload(given.name, given.chunks()) if given else None

    @property
    def said(self) -> dict[str, Any]:
        """Everything but the file."""
        return {name: value for name, value in self.cleaned_data.items() if name != "file"}
