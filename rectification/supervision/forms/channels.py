"""Setting up a way out of the portal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.notice_states import ChannelKind


class ChannelForm(forms.Form):
    """For whom, how, and where to."""

    owner = forms.ChoiceField(
        label=_("接收方"), help_text=_("单位的渠道由单位工作人员共同管理,个人的只有本人看得到。")
    )
    kind = forms.ChoiceField(label=_("方式"), choices=ChannelKind.choices)
    address = forms.CharField(
        label=_("地址"), max_length=300,
        help_text=_("电子邮件填写邮箱;接口推送填写 https 网址。不允许内网地址。"),
    )  # fmt: skip
    digest = forms.BooleanField(
        label=_("每个工作日早上汇总成一条"), required=False,
        help_text=_("新通知、待确认、待签收和退回的合在一条里;写明批准人的紧急通知仍随时发送。"),
    )  # fmt: skip

    def __init__(self, *args: Any, owners: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]
