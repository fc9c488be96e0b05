"""Numbers of the month, as the county's dated rows."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from villages import parameters
from villages.filings import county_parameters, year_parameters
from villages.filings.doubts import Limits
from villages.parameters import declare

# Declared in files of their own and known with these.
ALSO = (county_parameters, year_parameters)

MOST_INPUTS = declare(
    "filing.most_inputs", _("每月填报项上限"), 12, unit=_("项"), low=1, high=30,
    help=_("月度填报表最多询问多少项;超过须先停用旧的项。"),
)  # fmt: skip
SUNSET = declare(
    "filing.form_months", _("报表最长有效期"), 24, unit=_("个月"), low=1, high=24,
    help=_("报表登记或续期后最多有效多久;到期没有续期的,自动停止询问。"),
)  # fmt: skip
SPENT = declare(
    "filing.spent_most", _("每村用时上限"), 600, unit=_("秒"), low=30, high=3_600,
    help=_("统计全县填报用时时,每个村最多计多少秒;窗口开着没有填写的时间不算负担。"),
)  # fmt: skip
TAKE_OVER = declare(
    "filing.desk_minutes", _("填报窗口占用时间"), 15, unit=_("分钟"), low=1, high=120,
    help=_("一个窗口多久没有保存,另一个窗口可以直接接管。"),
)  # fmt: skip
_JUMP = declare(
    "filing.doubt_jump", _("与上期相差倍数"), 8, unit=_("倍"), low=2, high=1_000,
    help=_("与上期相差达到多少倍时请填写一句说明。"),
)  # fmt: skip
_SEASON = declare(
    "filing.doubt_season", _("与往年同月相差倍数"), 3, unit=_("倍"), low=2, high=1_000,
    help=_("超出本村往年同月范围多少倍时请填写一句说明。"),
)  # fmt: skip
_PEERS = declare(
    "filing.doubt_peers", _("与同乡镇相差倍数"), 20, unit=_("倍"), low=2, high=10_000,
    help=_("没有历史数据的村,与同乡镇中位数相差多少倍时请填写一句说明。"),
)  # fmt: skip


def limits(county: str, on: date) -> Limits:
    """When a value is doubted."""
    jump, season, peers = (
        parameters.value(one.key, on=on, county=county) for one in (_JUMP, _SEASON, _PEERS)
    )
    return Limits(jump, season, peers)


def desk_minutes(county: str, on: date) -> int:
    """How long a silent tab keeps a township's grid to itself."""
    return int(parameters.value(TAKE_OVER.key, on=on, county=county))
