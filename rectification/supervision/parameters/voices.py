"""How long answers to what people bring up may take, and what the public box takes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import VoiceKind
from villages.parameters import declare

_WORKDAYS = _("个工作日")


def _limit(kind: VoiceKind, days: int) -> Any:
    label = _("反映和建议:%(kind)s的答复期限") % {"kind": kind.label}
    return declare(
        f"supervision.voice_{kind}_days", label, days, unit=_WORKDAYS, low=1, high=90,
        help=_("从交办的次日起计算;交办时另写了时限的按写的算。"),
    )  # fmt: skip


ANSWER = {
    kind: _limit(kind, days)
    for kind, days in (
        (VoiceKind.PROBLEM, 15), (VoiceKind.NEED, 10),
        (VoiceKind.SUGGESTION, 30), (VoiceKind.COMPLAINT, 15),
    )
}  # fmt: skip
ASSIGN = declare(
    "supervision.voice_assign_days", _("反映和建议:收到后交办"), 3, unit=_WORKDAYS, low=1, high=30,
    help=_("超过的列入县级自身逾期清单。"),
)  # fmt: skip
CLOSE = declare(
    "supervision.voice_close_days", _("反映和建议:答复后回访办结"), 5, unit=_WORKDAYS, low=1,
    high=60, help=_("超过的列入县级自身逾期清单。"),
)  # fmt: skip
BOX = declare(
    "supervision.voice_box", _("群众反映和建议信箱"), 1, unit=_("(1 开放,0 关闭)"), low=0, high=1,
    help=_("开放后,不登录也能提交;可以匿名,凭编号和查询口令查看答复。"),
)  # fmt: skip
SENT = declare(
    "supervision.voices_per_hour", _("信箱:同一地址每小时提交"), 6, unit=_("件"), low=1, high=100,
    per_county=False,
)  # fmt: skip
ASKED = declare(
    "supervision.voice_asks_per_hour", _("信箱:同一地址或同一编号每小时查询"), 30, unit=_("次"),
    low=3, high=500, per_county=False,
)  # fmt: skip
