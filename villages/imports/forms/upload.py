"""The file and what the person says about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.periods.parsing import parse_month
from villages.imports.declaring import SheetKind
from villages.imports.forms.months import day_input
from villages.imports.reading.limits import DEFAULT

# The words that the page shows while a file is chosen, dropped or pasted.
_DROP = {
    "accept": ".xlsx,.csv",
    "class": "form-control",
    "data-portal-drop": str(DEFAULT.size),
    "data-drop-hint": _("也可以把文件拖到这一页,或复制文件、复制表格中的单元格后按 Ctrl+V。"),
    "data-drop-kind": _("只能是 .xlsx 或 .csv,请另存后再选。"),
    "data-drop-large": _("超过 10 MB,请只保留需要的工作表。"),
    "data-drop-name": _("粘贴的表格"),
}


class UploadForm(forms.Form):
    """One file; its month where the kind has months, else the day that its figures hold for."""

    file = forms.FileField(
        label=_("表格文件"),
        help_text=_(".xlsx 或 .csv,不超过 10 MB、20,000 行、60 列;不能有密码和宏。"),
        widget=forms.FileInput(attrs=_DROP),
        error_messages={"required": _("请选择文件。"), "empty": _("文件里没有数据。")},
    )

    def __init__(self, *args: Any, kind: SheetKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["month" if kind.needs_month else "on"] = (
            _month() if kind.needs_month else _day()
        )

    def clean_file(self) -> Any:
        """Too large is said before anything is kept."""
        given = self.cleaned_data["file"]
        if given.size > DEFAULT.size:
            raise forms.ValidationError(
                _("文件超过 10 MB。请只保留需要的工作表,去掉图片后再上传。")
            )
        return given

    def clean_month(self) -> Month | None:
        """2026-10 or nothing: then the title of the sheet says."""
        said = self.cleaned_data["month"]
        try:
            return parse_month(said) if said else None
        except DomainError as error:
            raise forms.ValidationError(str(error)) from error

    def clean_on(self) -> Any:
        """Figures of tomorrow are not known today."""
        day = self.cleaned_data["on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("数据日期不能晚于今天。"))
        return day


def _month() -> forms.Field:
    return forms.ChoiceField(
        label=_("月份"), required=False, choices=months,
        help_text=_("不选则按表头里的月份;已封账的月份不能导入。"),
        widget=forms.Select(attrs={"class": "form-select form-control--short"}),
    )  # fmt: skip


def months() -> list[tuple[str, Any]]:
    """Nothing said, this month and the months before it back to January of last year."""
    return [("", _("按表头")), *known_months()]


def known_months() -> list[tuple[str, Any]]:
    """This month and the months before it back to January of last year, the latest first."""
    this = Month.of(clock.today())
    past = Month(this.year - 1, 1).until(this)
    return [(month.code, month.label) for month in reversed(past)]


class TemplateForm(forms.Form):
    """The month that a template is for."""

    month = forms.ChoiceField(
        label=_("模板月份"), choices=known_months, required=False,
        widget=forms.Select(attrs={"class": "form-select form-control--short"}),
    )  # fmt: skip

    def clean_month(self) -> Month:
        """This month where nothing was chosen."""
        said = self.cleaned_data["month"]
        return parse_month(said) if said else Month.of(clock.today())


def _day() -> forms.Field:
    return forms.DateField(
        label=_("数据日期"), required=False, widget=day_input(),
        help_text=_("不填则按表头里的填报时间,表头也没有时按今天。"),
    )  # fmt: skip
