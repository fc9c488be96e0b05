"""Forms with which people bring something up, with and without an account."""

from typing import Any

from django import forms
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext_lazy as _

from cadres.actions.identity import LEAST_REASON
from rectification.supervision.choices import Satisfaction, VoiceChannel, VoiceKind
from villages.models import Village

# A page that was opened so long ago is shown again before it is sent.
OPEN_SECONDS = 4 * 3600
_KIND = _("类别")


class _VillageField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Villages with their township, because names repeat."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.full_name)


class VoiceForm(forms.Form):
    """What it is about, and who says so, if anybody."""

    kind = forms.ChoiceField(label=_KIND, choices=VoiceKind.choices)
    channel = forms.ChoiceField(label=_("渠道"), choices=VoiceChannel.choices)
    village = _VillageField(
        None, label=_("村"), to_field_name="code", required=False, empty_label=_("不选"),
        help_text=_("说的是哪个村的事;不便说明的可以不选。"),
    )  # fmt: skip
    text = forms.CharField(
        label=_("内容"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("写清什么事、希望怎么办。不需要任何证明材料。"),
    )  # fmt: skip
    anonymous = forms.BooleanField(
        label=_("匿名"), required=False,
        help_text=_("匿名的不留姓名和电话,操作留痕里也没有;凭编号和查询口令看答复。"),
    )  # fmt: skip
    person = forms.CharField(label=_("反映人"), max_length=30, required=False)
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False,
        help_text=_("加密保存,只用于回访。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )  # fmt: skip

    def __init__(self, *args: Any, villages: Any, channels: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["village"].queryset = villages  # type: ignore[attr-defined]
        if channels is None:
            del self.fields["channel"]
        else:
            self.fields["channel"].choices = channels  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A nameless one has no name."""
        given = super().clean() or {}
        if given.get("anonymous") and (given.get("person") or given.get("phone")):
            self.add_error("anonymous", _("选了匿名就请清空姓名和电话,或者不选匿名。"))
        return given


class PublicVoiceForm(VoiceForm):
    """The same for everybody: a signed stamp instead of a cookie, and a field no person fills."""

    county = forms.CharField(widget=forms.HiddenInput, max_length=6)
    stamp = forms.CharField(widget=forms.HiddenInput, max_length=120, required=False)
    website = forms.CharField(
        label=_("请不要填写这一栏"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )  # fmt: skip
    field_order = ("county", "stamp", "kind", "village", "text", "anonymous", "person", "phone")

    def clean(self) -> dict[str, Any]:
        """Refuses machines, and pages that stood open too long."""
        given = super().clean()
        if given.get("website"):
            self.add_error(None, _("没有提交成功,请清空多余的内容后重试。"))
        if not is_fresh(given.get("stamp", "")):
            self.add_error(None, _("页面打开的时间太长了,请核对内容后再提交一次。"))
        return given


class AskForm(forms.Form):
    """Number and word of what was brought up."""

    number = forms.CharField(label=_("编号"), max_length=20)
    word = forms.CharField(
        label=_("查询口令"), max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip


class RateForm(forms.Form):
    """What the person says of the answer."""

    number = forms.CharField(widget=forms.HiddenInput, max_length=20)
    word = forms.CharField(widget=forms.HiddenInput, max_length=20)
    satisfaction = forms.ChoiceField(
        label=_("对答复是否满意"), choices=Satisfaction.choices, widget=forms.RadioSelect
    )


class ReasonForm(forms.Form):
    """Why a number is looked at."""

    reason = forms.CharField(
        label=_("理由"), min_length=LEAST_REASON, max_length=200,
        help_text=_("例如:回访核实情况。记入操作留痕。"),
    )  # fmt: skip


def stamp() -> str:
    """A signed note of when the page was opened."""
    return _signer().sign("open")


def is_fresh(text: str) -> bool:
    """Whether the page was opened here and not too long ago."""
    try:
        _signer().unsign(text, max_age=OPEN_SECONDS)
    except BadSignature:
        return False
    return True


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="voice-box")


def villages_of(user: Any, county: str, on: Any) -> Any:
    """The villages of a county that the person may name, as on the map of a day."""
    return _in_order(Village.objects.visible_to(user).in_county(county).on(on))


def public_villages(county: str, on: Any) -> Any:
    """All villages of a county, for whoever brings something up without an account."""
    return _in_order(Village.objects.in_county(county).on(on))


def _in_order(rows: Any) -> Any:
    return rows.select_related("township").order_by("code")
