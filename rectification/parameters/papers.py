"""Sizes and times of papers and packs."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

ANNEX = declare(
    "rectification.annex_mb", _("整顿:一份卷内材料的文件"), 10, unit="MB", low=1, high=50,
    help=_("超过的不接收。"),
)  # fmt: skip
PACK = declare(
    "rectification.pack_days", _("整顿:迎检包保留"), 30, unit=_("天"), low=1, high=365,
    help=_("过期的文件自动删除,可以重新生成。"),
)  # fmt: skip
