"""What the county fixes about screening, beside the limits in its yearly standard."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

YOUNG_AGE = declare(
    "rectification.young_age", _("排查:年轻干部的年龄上限"), 35, unit=_("岁"), low=18, high=60,
    help=_("两委成员中没有人不超过这个年龄、后备干部又不足的,提示“后继乏人”。"),
)  # fmt: skip
REPEAT_YEARS = declare(
    "rectification.repeat_years", _("排查:回看列入次数的年数"), 5, unit=_("年"), low=1, high=20,
    help=_("候选名单上显示近几年列入整顿的次数,再次列入的与上一次相连。"),
)  # fmt: skip
