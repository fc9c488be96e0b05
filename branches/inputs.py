"""What the monthly form asks about organization life: on which day of the month, of one branch.

A village with several branches is asked about its main one: the oldest that holds members. The
others file in their own month sheet. A branch about whose month anything is known (a meeting of
any kind, or that nothing was held) held nothing of a kind that it does not name: 0.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from branches.choices import MeetingKind
from branches.derived import derived
from branches.filed_life import Life, life_of
from branches.life_landing import land, lift
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import Faults, FilingInput, InputSource, Stated

_ABOUT = gettext_lazy(
    "本月几日召开,填 1 至 31;没有召开填 0。"
    "有几个支部的村填成立最早的支部,其他支部在“本月组织生活”中填。"
)
_OWNER, _BASIS = (
    gettext_lazy("县委组织部"),
    gettext_lazy("《中国共产党支部工作条例(试行)》(2018年)"),
)
_NAMES = {
    "branches.committee_day": MeetingKind.COMMITTEE,
    "branches.assembly_day": MeetingKind.ASSEMBLY,
    "branches.class_day": MeetingKind.CLASS,
    "branches.theme_day": MeetingKind.THEME_DAY,
}
# Held every month or quarter, as a rule on a fixed day: that of the last time is offered.
_MONTHLY = ("branches.committee_day", "branches.theme_day")
_QUARTER = 3
_QUARTERLY = ("branches.assembly_day", "branches.class_day")
ATTENDED = FilingInput(
    "branches.theme_day_attended", gettext_lazy("主题党日实到人数"), Kind.INTEGER,
    gettext_lazy("本月主题党日实到党员人数。应到人数取自党员台账,不另填。"), _OWNER,
    unit=gettext_lazy("人"), basis=_BASIS, most=1_000, seconds=8,
    used_by=(gettext_lazy("组织生活到会率"),),
)  # fmt: skip


def _day(key: str, kind: MeetingKind) -> FilingInput:
    return FilingInput(
        key, kind.label, Kind.INTEGER, _ABOUT, _OWNER, unit=gettext_lazy("日"), basis=_BASIS,
        most=31, seconds=5, compared=False, used_by=(gettext_lazy("组织生活开展情况"),),
        months=_QUARTER if key in _QUARTERLY else 1,
    )  # fmt: skip


def read(villages: Sequence[int], month: Month) -> Stated:
    """Days and attendance of the main branch. Three queries."""
    return {
        village: said for village, one in life_of(villages, month).items() if (said := _said(one))
    }


def _said(one: Life) -> dict[str, int]:
    if not one.is_known:
        return {}
    found = {}
    for key, kind in _NAMES.items():
        held = one.held.get(kind)
        found[key] = held[0].held_on.day if held else 0
    theme = one.held.get(MeetingKind.THEME_DAY)
    if theme and theme[0].attended is not None:
        found[ATTENDED.key] = theme[0].attended
    return found


def last(villages: Sequence[int], month: Month) -> Stated:
    """What a month is likely to hold: the days of the month before for what is held every month,
    of three months before for what is held every quarter, and who came. Six queries."""
    recent, quarter = read(villages, month.previous()), read(villages, month.shift(-3))
    found: dict[int, dict[str, int]] = {}
    for village in recent.keys() | quarter.keys():
        before, then = recent.get(village, {}), quarter.get(village, {})
        offered = {key: before[key] for key in _MONTHLY if before.get(key)}
        offered |= {key: then[key] for key in _QUARTERLY if key in then}
        found[village] = {key: min(day, month.end.day) for key, day in offered.items()}
        if ATTENDED.key in before:
            found[village][ATTENDED.key] = before[ATTENDED.key]
    return found


def series(_villages: Sequence[int], _months: Sequence[Month]) -> Mapping[int, Stated]:
    """Days of a month are not compared with those of other years."""
    return {}


def check(answers: Stated, month: Month) -> Faults:
    """A branch must be there, the day in the month, nobody counted twice. Four queries."""
    told = {village: given for village, given in answers.items() if given}
    known = life_of(list(told), month, counted=True) if told else {}
    found: dict[tuple[int, str], str] = {}
    for village, given in told.items():
        life = known.get(village)
        for key, value in given.items():
            if words := _fault(key, value, given, life, month):
                found[village, key] = words
    return found


def _fault(key: str, value: int, given: Mapping[str, Any], life: Life | None, month: Month) -> str:
    if life is None:
        return _("这个村本月没有党支部,请留空。")
    if key != ATTENDED.key:
        return _("本月只有 %d 天。") % month.end.day if value > month.end.day else ""
    if not given.get("branches.theme_day"):
        return _("没有主题党日的日期,到会人数请留空。")
    expected = life.expected
    if expected is None:
        return _("党员台账中没有这个支部的党员数,不能填到会人数。")
    return _("实到人数不能多于应到的 %d 人。") % expected if value > expected else ""


SOURCES = (
    InputSource(
        "life", (*(_day(*one) for one in _NAMES.items()), ATTENDED), read=read, last=last,
        land=lambda landing: land(landing, _NAMES, ATTENDED.key), lift=lift, series=series,
        check=check, derived=derived,
    ),
)  # fmt: skip
