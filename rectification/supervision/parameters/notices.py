"""When messages keep quiet, how long secrets sign along, notices are news, messages are kept."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from rectification.supervision.rules.quiet_hours import Quiet
from villages import parameters
from villages.parameters import declare

FROM = declare(
    "supervision.quiet_from", _("消息免打扰:从几点起"), 18, unit=_("点"), low=12, high=24,
    help=_("这个钟点起不向外发送邮件和推送,第二个工作日早上再发;写明批准人的紧急通知除外。"),
)  # fmt: skip
TO = declare(
    "supervision.quiet_to", _("消息免打扰:到几点止"), 8, unit=_("点"), low=0, high=11,
    help=_("每天汇总也在这个钟点以后发送。"),
)  # fmt: skip
REST_DAYS = declare(
    "supervision.quiet_rest_days", _("消息免打扰:非工作日"), 1, unit=_("(1 不发,0 照发)"), low=0,
    high=1, help=_("按工作日历,含放假和调休。"),
)  # fmt: skip
OVERLAP = declare(
    "supervision.secret_overlap", _("更换推送密钥后旧密钥继续签名"), 24, unit=_("小时"), low=0,
    high=336, help=_("在这段时间里消息同时带新旧两个签名,接收方来得及更换。"),
)  # fmt: skip
NEWS = declare(
    "supervision.notice_news_days", _("收件箱显示多久以内的通知"), 30, unit=_("天"), low=1,
    high=366, help=_("需要确认而还没有确认的一直显示。"),
)  # fmt: skip
KEEP = declare(
    "supervision.delivery_days", _("发送记录保留"), 180, unit=_("天"), low=30, high=3660,
    help=_("已送达和放弃的消息过了这么多天自动删除;待送达的不删,所说的事本身不受影响。"),
)  # fmt: skip


def quiet(county: str, on: date) -> Quiet:
    """The quiet hours in force in a county on a day."""
    found = (parameters.value(one.key, on=on, county=county) for one in (FROM, TO, REST_DAYS))
    from_hour, to_hour, rest = (int(one) for one in found)
    return Quiet(from_hour, to_hour, bool(rest))
