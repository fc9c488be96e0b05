"""Numbers that decide about signing in, passwords and sessions; one set for the installation."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

declare(
    "signin.failures", _("登录:连续输错次数"), 5, unit="次", low=3, high=10, per_county=False,
    help=_("在时间窗内输错这么多次,该用户在该地址被锁定。"),
)  # fmt: skip
declare(
    "signin.window_minutes", _("登录:输错时间窗"), 10, unit="分钟", low=1, high=120,
    per_county=False, help=_("只计算这段时间内的输错次数。"),
)  # fmt: skip
declare(
    "signin.lock_minutes", _("登录:锁定时长"), 30, unit="分钟", low=5, high=1440,
    per_county=False, help=_("锁定后等待这么久可再次登录;锁定期间的尝试不延长锁定。"),
)  # fmt: skip
declare(
    "signin.daily_failures", _("登录:单个用户每日输错次数"), 20, unit="次", low=10, high=200,
    per_county=False, help=_("24 小时内从所有地址合计输错这么多次,该用户被锁定。"),
)  # fmt: skip
declare(
    "session.idle_minutes", _("会话:无操作时限"), 20, unit="分钟", low=5, high=30,
    per_county=False, help=_("超过这么久没有操作,会话结束;对之后的登录生效。"),
)  # fmt: skip
declare(
    "session.absolute_hours", _("会话:最长时限"), 8, unit="小时", low=1, high=12,
    per_county=False, help=_("登录后最长使用时间;对之后的登录生效。"),
)  # fmt: skip
declare(
    "session.at_most", _("会话:同时登录数"), 0, unit="个", low=0, high=20,
    per_county=False, help=_("同一用户可同时保持的会话数,0 表示不限;超出时最早的会话结束。"),
)  # fmt: skip
declare(
    "password.dengbao_length", _("密码(等保):最短长度"), 10, unit="位", low=8, high=64,
    per_county=False,
)  # fmt: skip
declare(
    "password.asvs_length", _("密码(ASVS):最短长度"), 12, unit="位", low=8, high=64,
    per_county=False, help=_("建议 15 位以上。"),
)  # fmt: skip
declare(
    "password.days", _("密码(等保):有效期"), 90, unit="天", low=30, high=365, per_county=False,
)  # fmt: skip
declare(
    "password.remembered", _("密码(等保):不得重复的最近密码数"), 5, unit="个", low=1, high=24,
    per_county=False,
)  # fmt: skip
declare(
    "delegation.most_days", _("代理:一次最长天数"), 92, unit="天", low=1, high=366,
    per_county=False, help=_("外出更久的,到期后重新委托。"),
)  # fmt: skip
