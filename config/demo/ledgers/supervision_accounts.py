"""An order of the demo county with every township at another point of its way."""

from datetime import date

from config.demo.ledgers.supervision_desk import Desk, answered, draft, received, sent
from rectification.supervision.actions import extending, settling
from rectification.supervision.choices import OrderKind
from rectification.supervision.models import OrderUnit

ASKED_DUE = date(2026, 11, 16)


def build(desk: Desk) -> None:
    """Accounts that were not published: answered, given time, returned, asking for time."""
    order = draft(
        desk, date(2026, 10, 12), desk.picked("disclosure", 4), kind=OrderKind.RECTIFY,
        text="二、三季度村务财务没有公开", subject="村务财务公开不及时",
        requirement="补齐公开内容,查明没有公开的原因,建立按季公开的提醒。",
        basis="《村务公开条例》和县里公开目录",
    )  # fmt: skip
    parts = sent(desk, order, date(2026, 10, 13))
    for part, goes in zip(parts, (_unlooked, _given_time, _returned, _waiting), strict=False):
        goes(desk, part)


def _unlooked(desk: Desk, part: OrderUnit) -> None:
    """Answered in time; the county itself has not looked in its own time."""
    answered(desk, part, "已补公开二、三季度账目,公开栏和微信群同步发布。", after=5)


def _given_time(desk: Desk, part: OrderUnit) -> None:
    asked = extending.ask_time(
        received(desk, part), by=desk.answers(part), on=date(2026, 10, 26), new_due_on=ASKED_DUE,
        reason="村会计生病住院,账目正由镇财政所代为整理",
    )  # fmt: skip
    extending.grant(asked, by=desk.staff, on=date(2026, 10, 27), text="同意,不再顺延。")


def _returned(desk: Desk, part: OrderUnit) -> None:
    part = answered(desk, part, "已要求该村公开。", after=4)
    settling.return_(
        part, by=desk.staff, on=date(2026, 10, 22), reason="任务未完成",
        text="还没有公开,请公开后再反馈",
    )  # fmt: skip


def _waiting(desk: Desk, part: OrderUnit) -> None:
    extending.ask_time(
        received(desk, part), by=desk.answers(part), on=date(2026, 11, 2), new_due_on=ASKED_DUE,
        reason="三季度账目正在审计",
    )  # fmt: skip
