"""The form that orders a pack."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.packs.units import units_of
from rectification.perms import may_see_restricted
from villages.common import clock


class PackForm(forms.Form):
    """About which unit, and what goes in beside the tables and case files."""

    unit = forms.ChoiceField(
        label=_("范围"), help_text=_("一个村约需半分钟,全县约需几分钟,在后台生成。"),
        error_messages={"invalid_choice": _("没有这个单位,或不在您的管辖范围内。")},
    )  # fmt: skip
    originals = forms.BooleanField(
        label=_("附上卷内材料的文件"), required=False,
        help_text=_("按上传时的原样放入;不选则只有目录和校验值。"),
    )  # fmt: skip
    restricted = forms.BooleanField(
        label=_("含限县级知悉的内容"), required=False,
        help_text=_("单独放在“限县级知悉”文件夹并标明,不得转给乡镇和村。"),
    )  # fmt: skip

    def __init__(self, *args: Any, user: Any, county: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_of(user, county, clock.today())
        self.fields["unit"].choices = [("", _("请选择")), *units]  # type: ignore[attr-defined]
        if not may_see_restricted(user):
            del self.fields["restricted"]
