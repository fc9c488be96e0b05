"""When cases are spoken of beforehand."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

DEADLINE_NEAR = declare(
    "rectification.remind_days", _("整顿:时限到期前多少天提示"), 30, unit=_("天"), low=1, high=120,
    help=_("离整顿时限还有这么多天时,待办里开始提示。"),
)  # fmt: skip
