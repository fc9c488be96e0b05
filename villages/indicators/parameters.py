"""What limits the counties' own indicators, as dated county rows."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

MOST_MONTHS = declare(
    "indicators.most_months",
    _("自定指标最长有效期"),
    24,
    unit=_("个月"),
    low=1,
    high=60,
    help=_("自定指标从生效到停用最多多少个月;到期要继续统计的,须重新说明理由。"),
)
SECONDS_EACH = declare(
    "indicators.seconds_each",
    _("填一个指标值的时间"),
    20,
    unit=_("秒"),
    low=1,
    high=600,
    help=_("估算一项指标给基层增加多少工作量时,每填一个数按多少秒计。"),
)
