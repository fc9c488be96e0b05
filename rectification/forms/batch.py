"""Which batch of cases, and which township, a page is about."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class BatchForm(forms.Form):
    """Year and township; nothing chosen means the newest batch and all townships."""

    year = forms.TypedChoiceField(label=_("批次年度"), coerce=int, required=False)
    township = forms.ChoiceField(label=_("乡镇"), required=False)

    def __init__(self, *args: Any, years: Sequence[int], townships: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.code, one.name) for one in townships]
        self.fields["year"].choices = [(one, _("%s 年") % one) for one in years]  # type: ignore[attr-defined]
        self.fields["township"].choices = [("", _("全部乡镇")), *named]  # type: ignore[attr-defined]
