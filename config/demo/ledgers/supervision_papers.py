"""Orders of the demo county on their desks, and those between townships and departments."""

from datetime import date

from config.demo.ledgers.supervision_desk import SEATED, Desk, draft, over, received, sent
from rectification.models import RectificationCase
from rectification.supervision.actions import answering, chasing, climbing, issuing
from rectification.supervision.actions.arranging import draft_for_case
from rectification.supervision.choices import OrderKind
from rectification.supervision.models import OrderUnit
from villages.accounts.actors import SCHEDULE

K = OrderKind
LATE_VILLAGE = "北马家庄村"
TODAY = date(2026, 11, 3)


def build(desk: Desk) -> None:
    """Asked by a township, about a case, and what still lies before people."""
    _of_township(desk)
    _of_case(desk)
    _given_up(desk)
    _on_desks(desk)
    _climbed(desk)


def _of_township(desk: Desk) -> None:
    """清溪镇 asked two departments: one answered, the other has not even signed."""
    clerk, secretary = desk.clerks[desk.townships["清溪镇"].code], desk.secretary
    village = desk.village("清溪镇", 4)
    aid = draft(
        desk, date(2026, 8, 10), {SEATED: [village]}, text="互助养老点缺 6 张护理床", kind=K.PROMPT,
        by=clerk, subject="互助养老点设备", requirement="请列入今年的适老化改造。",
    )  # fmt: skip
    for part in sent(desk, aid, date(2026, 8, 11), by=secretary):
        over(desk, part, "已列入三季度适老化改造,护理床 8 月底到位。")
    canal = draft(
        desk, date(2026, 9, 28), {"县水利局": [village]}, text="支渠淤塞,秋灌用不上水",
        kind=K.REMIND, by=clerk, subject="支渠清淤", due_on=date(2026, 10, 23),
        requirement="请现场查看,安排清淤,给村里一个时间。",
    )  # fmt: skip
    sent(desk, canal, date(2026, 9, 29), by=secretary)


def _of_case(desk: Desk) -> None:
    """A village under rectification that is past its day."""
    rows = RectificationCase.objects.in_county(desk.world.county.code)
    case = rows.select_related("village__township").get(
        listed_year=2026, village__name=LATE_VILLAGE
    )
    order = draft_for_case(
        case, by=desk.staff, on=date(2026, 10, 16),
        said={
            "kind": K.HUNG, "subject": f"{LATE_VILLAGE}整顿逾期", "instruction": "请县领导包抓。",
            "requirement": "乡镇党委书记牵头,列出剩余问题和完成时间,每半月报一次进展。",
        },
    )  # fmt: skip
    [part] = sent(desk, order, date(2026, 10, 19))
    answering.reply(
        received(desk, part), by=desk.answers(part), on=date(2026, 10, 30), is_done=False,
        text="已召开三次协调会,土地确权分歧缩小到 4 户。",
        undone_reason="4 户承包地边界仍在测绘",
    )  # fmt: skip


def _given_up(desk: Desk) -> None:
    order = draft(
        desk, date(2026, 10, 21), {"河西街道": []}, text="", kind=K.REMIND,
        subject="主题党日记录", requirement="补齐记录。",
    )  # fmt: skip
    told = "经核对记录完整,不再发出。"
    issuing.drop(order, by=desk.staff, on=date(2026, 10, 22), text=told)


def _on_desks(desk: Desk) -> None:
    """One that is checked, one that its author still writes."""
    training = draft(
        desk, date(2026, 10, 30), {"县财政局": [], "双塔镇": [], "金沙镇": []}, text="",
        kind=K.SUPERVISE, subject="冬季党员集中培训", requirement="落实场地、师资和经费。",
    )  # fmt: skip
    issuing.check(training, by=desk.minister, on=date(2026, 11, 2))
    draft(
        desk, TODAY, desk.picked("sites", 6), text="活动场所不达标", kind=K.SUPERVISE,
        subject="村级活动场所建设", requirement="明确选址、资金和开工时间。",
        basis="2026 年活动场所摸底",
    )  # fmt: skip


def _climbed(desk: Desk) -> None:
    """What is late: the next rung for one, one paper of chasing for the others."""
    late = OrderUnit.objects.in_county(desk.world.county.code).overdue(TODAY)
    mine = late.filter(order__from_code=desk.world.county.code).order_by("due_on", "pk")
    first, *others = mine.select_related("order")
    climbing.draft_next(first, by=SCHEDULE, on=date(2026, 10, 12))
    chasing.chase(others, by=desk.staff, on=TODAY)
