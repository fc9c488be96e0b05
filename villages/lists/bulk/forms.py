"""The form of the confirm page: the action's own fields and the reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.lists.bulk.declaring import BulkAction


class ReasonForm(forms.Form):
    """Why: it goes into the trail with every row."""

    reason = forms.CharField(
        label=_("理由"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请填写理由。")},
    )


def confirm_form(action: BulkAction, data: Any = None) -> forms.Form:
    """The action's fields followed by the reason; bound when `data` is given."""
    own = action.form or forms.Form
    form_class = type("ConfirmForm", (own,), {"reason": ReasonForm.base_fields["reason"]})
    form: forms.Form = form_class(data)
    form.fields["reason"].required = action.reason_required
    form.order_fields([*(name for name in form.fields if name != "reason"), "reason"])
    return form
