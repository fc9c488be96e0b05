"""Whether contests print places, and from where a total counts as good."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from villages import parameters
from villages.parameters import declare

_PERCENT = _("%(占满分)")
PLACES = declare(
    "supervision.contest_places", _("擂台比武:公布名次"), 0, unit=_("1 是 0 否"), low=0, high=1,
    help=_("关闭时只有档次和奖项,不计名次,材料中也不印得分;从这一天起评定的比武适用。"),
)  # fmt: skip
GOOD = declare(
    "supervision.contest_good", _("擂台比武:“好”的最低得分"), 90, unit=_PERCENT, low=1, high=100,
    help=_("总分占满分的比例达到这个数(含)的为“好”。"),
)  # fmt: skip
FAIR = declare(
    "supervision.contest_fair", _("擂台比武:“较好”的最低得分"), 80, unit=_PERCENT, low=1, high=100,
    help=_("总分占满分的比例达到这个数(含)、不到“好”的为“较好”,其余为“一般”。"),
)  # fmt: skip


def shows_places(county: str, on: date) -> bool:
    """Whether the county has places counted and printed on this day."""
    return bool(parameters.value(PLACES.key, on=on, county=county))


def bands(county: str, on: date) -> tuple[int, int]:
    """The least percentages of good and fair on this day."""
    good, fair = (parameters.value(one.key, on=on, county=county) for one in (GOOD, FAIR))
    return int(good), int(fair)
