"""Which report to make now."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.reports.kinds import KINDS
from rectification.reports.kinds.naming import report_name
from villages.common.periods import Period, parse_period

# So many periods back can be chosen from the list.
_BACK = {"monthly": 12, "quarterly": 6, "half-year": 3, "year-end": 2}


class MakeForm(forms.Form):
    """One choice of kind and period together, so that none of them can contradict the other."""

    report = forms.ChoiceField(
        label=_("报告"),
        help_text=_("按现在的数据生成;数据没有变化时就是原来那一版。"),
        error_messages={"invalid_choice": _("请在列表里选择一份报告。")},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["report"]
        field.choices = [(one.label, list(_options(one, on))) for one in KINDS]

    @property
    def kind(self) -> str:
        """The kind that was chosen."""
        return str(self.cleaned_data["report"].partition(":")[0])

    @property
    def period(self) -> Period:
        """The period that was chosen."""
        return parse_period(self.cleaned_data["report"].partition(":")[2])


def _options(kind: Any, on: date) -> Any:
    """The last complete period first, as that is the one most wanted; then the running one."""
    running = kind.period.of(on)
    past = [running.shift(-back) for back in range(1, _BACK[kind.code])]
    for one in (past[0], running, *past[1:]):
        name = report_name(one.label, kind.label)
        yield f"{kind.code}:{one.code}", _("%s(没有结束)") % name if one is running else name
