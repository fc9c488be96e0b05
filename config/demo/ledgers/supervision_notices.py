"""Notices and a convenience service of the demo county: worded anew, half confirmed, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from config.demo.ledgers.supervision_desk import SEATED, Desk
from rectification.supervision.actions import notices
from rectification.supervision.actions.notice_receipts import confirm
from rectification.supervision.actions.notices import Addressed
from rectification.supervision.models import Notice
from rectification.supervision.notice_states import NoticeKind, Reach
from villages.accounts.models import User
from villages.common.clock import ZONE

TRAINING = (
    "各乡镇党(工)委:\n\n冬季党员集中培训 11 月中旬开班,请做好报名。\n\n## 报名\n\n"
    "- 名额按党员数分配,见附表(县委党校已发)。\n- 报名截止 **{day}**,送县委组织部组织科。\n\n"
    "## 要求\n\n优先安排软弱涣散村整顿对象村的党员;不另外要求报送总结。"
)
ALLOWANCE = (
    "## 谁可以申请\n\n本县户籍、年满 80 周岁的老人。\n\n## 怎样办\n\n"
    "1. 本人或者家人带身份证、户口簿到村便民服务站填申请表,不会写的由村干部代填。\n"
    "2. 村里 3 个工作日内上报,乡镇 5 个工作日内核定。\n3. 从申请的次月起发放,打到本人的银行卡。\n\n"
    "## 不用带什么\n\n不用开证明,不用照片,不用本人到县里。"
)
REPORTING = (
    "10 月份月报照常于 25 日前报送。因系统切换,**确有困难的可以延到 11 月 3 日**,不计迟报。\n\n"
    "各村已在系统里填过的数不用另外报表。"
)
MEETING = "定于 10 月 30 日上午 9 时召开 11 月调度会,请各乡镇党委副书记参加。"
PROJECTS = (
    "请有关部门于 11 月 13 日前把整顿村小型项目的开工情况告诉县委组织部。\n\n"
    "- 已开工的:项目名称、开工日期。\n- 没有开工的:卡在哪里、需要谁帮。"
)
FIRE = (
    "天干物燥,请各村提醒群众:\n\n- 不在田间烧秸秆、荒草。\n- 取暖炉离开柴草,出门熄火。\n"
    "- 独居老人家里由结对干部看一遍。"
)
YEAR_END = "年终考核以系统里的数为准,各乡镇不再报送纸质台账。(征求各科室意见后发布)"


@dataclass(frozen=True)
class Told:
    """A notice of the county to its townships: when it went out, and how many confirmed it."""

    on: date
    title: str
    text: str
    confirmed: int = 0
    kind: NoticeKind = NoticeKind.NOTICE
    reach: Reach = Reach.STAFF
    valid_to: date | None = None


SERVICE = Told(
    date(2026, 9, 15), "高龄津贴怎样办", ALLOWANCE, kind=NoticeKind.SERVICE, reach=Reach.VILLAGES
)
TRAINED = Told(
    date(2026, 10, 20), "关于做好冬季党员集中培训报名的通知",
    TRAINING.format(day="11 月 5 日"), 11, valid_to=date(2026, 11, 30),
)  # fmt: skip
LATER, LATER_ON, LATER_CONFIRMED = "11 月 10 日", date(2026, 10, 27), 7
CALLED = Told(date(2026, 10, 26), "关于召开 11 月调度会的通知", MEETING, 5)
REPORTED = Told(
    date(2026, 11, 2), "关于 10 月份月报报送时间的通知", REPORTING, 4, valid_to=date(2026, 11, 10)
)
BODIES = ("县民政局", "县水利局", "县交通运输局")


def build(desk: Desk) -> None:
    """In the order in which they went out; the last one is still being written."""
    _to_townships(desk, SERVICE)
    _training(desk)
    called = _to_townships(desk, CALLED)
    notices.withdraw(
        called, by=desk.staff, on=date(2026, 10, 29), at=_at(date(2026, 10, 29)),
        reason="会议改期,时间另行通知。",
    )  # fmt: skip
    _to_departments(desk)
    _to_villages(desk)
    _to_townships(desk, REPORTED)
    _draft(
        desk.staff, date(2026, 11, 3), "关于年终考核材料的通知", YEAR_END,
        Addressed(townships=_townships(desk)), needs_receipt=True,
    )  # fmt: skip


def _training(desk: Desk) -> None:
    """Everybody confirmed the first version, not yet everybody the second."""
    row = _to_townships(desk, TRAINED)
    text = TRAINING.format(day=LATER)
    notices.rewrite(row, by=desk.staff, text=text, changes=f"报名截止延到 {LATER}")
    row = notices.publish(row, by=desk.staff, on=LATER_ON, at=_at(LATER_ON))
    _confirmed(desk, row, LATER_ON, LATER_CONFIRMED)


def _to_townships(desk: Desk, told: Told) -> Notice:
    row = _draft(
        desk.staff, told.on, told.title, told.text, Addressed(townships=_townships(desk)),
        kind=told.kind, reach=told.reach, needs_receipt=told.confirmed > 0,
        valid_to=told.valid_to,
    )  # fmt: skip
    row = notices.publish(row, by=desk.staff, on=told.on, at=_at(told.on))
    _confirmed(desk, row, told.on, told.confirmed)
    return row


def _to_departments(desk: Desk) -> None:
    """The one with somebody in its seat confirms by itself; for the others the county may."""
    on, bodies = date(2026, 10, 28), [desk.departments[name] for name in BODIES]
    row = _draft(
        desk.staff, on, "关于告知整顿村小型项目开工情况的通知", PROJECTS,
        Addressed(departments=bodies), needs_receipt=True,
    )  # fmt: skip
    row = notices.publish(row, by=desk.staff, on=on, at=_at(on))
    if SEATED in BODIES:
        confirm(row, by=desk.seat, on=on)


def _to_villages(desk: Desk) -> None:
    """A township writes to its own villages."""
    on, own = date(2026, 10, 30), desk.secretary.home_code
    villages = [one for one in desk.world.villages if one.township.code == own]
    row = _draft(desk.secretary, on, "冬季用火安全提醒", FIRE, Addressed(villages=villages))
    notices.publish(row, by=desk.secretary, on=on, at=_at(on))


def _draft(
    by: User, on: date, title: str, text: str, units: Addressed, **head: Any
) -> Notice:  # fmt: skip
    given = {"kind": NoticeKind.NOTICE, "reach": Reach.STAFF, "needs_receipt": False, **head}
    return notices.draft_notice(
        by=by, text=text, units=units, title=title, valid_from=on, **{"valid_to": None, **given}
    )


def _townships(desk: Desk) -> Sequence[Any]:
    return list(desk.townships.values())


def _confirmed(desk: Desk, row: Notice, on: date, count: int) -> None:
    """The first so many townships, four a day."""
    for place, code in enumerate(sorted(desk.clerks)[:count]):
        day = min(on + timedelta(days=place // 4), date(2026, 11, 3))
        confirm(row, by=desk.clerks[code], on=day)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=ZONE)
