"""Orders of the demo county that went out: closed, answered, returned, late, revoked."""

from datetime import date

from config.demo.ledgers import supervision_accounts
from config.demo.ledgers.supervision_desk import (
    Desk,
    answered,
    draft,
    later,
    looked_at,
    over,
    received,
    sent,
)
from rectification.supervision.actions import answering, extending, issuing, settling
from rectification.supervision.choices import OrderKind, Satisfaction, Urgency

K = OrderKind
RENTS_DUE = date(2026, 9, 28)


def build(desk: Desk) -> None:
    """In the order of their days, so that numbers run as they would."""
    _wells(desk)
    _recruits(desk)
    _mistaken(desk)
    _rents(desk)
    supervision_accounts.build(desk)
    _review(desk)
    _storm(desk)


def _wells(desk: Desk) -> None:
    """Three townships, all closed."""
    to = {name: [desk.village(name, 9)] for name in ("清溪镇", "石桥镇", "柳泉镇")}
    order = draft(
        desk, date(2026, 3, 13), to, text="东头机井不出水", data="1 眼", kind=K.SUPERVISE,
        subject="春灌前机井维修", basis="县委农村工作领导小组 2026 年第 1 次会议",
        requirement="修好机井,恢复供水,群众确认后反馈。",
    )  # fmt: skip
    said = (Satisfaction.SATISFIED, Satisfaction.FAIR, Satisfaction.SATISFIED)
    for part, word in zip(sent(desk, order, date(2026, 3, 16)), said, strict=True):
        over(desk, part, "水泵已更换,恢复供水,受益农户已签字确认。", satisfaction=word)


def _recruits(desk: Desk) -> None:
    """A reminder; one answer had to be given twice, and did not please in the end."""
    order = draft(
        desk, date(2026, 5, 11), desk.picked("recruits", 4), text="两年没有发展党员", kind=K.REMIND,
        subject="党员发展工作停滞", requirement="摸清原因,拿出培养计划并反馈。",
    )  # fmt: skip
    first, *others = sent(desk, order, date(2026, 5, 12))
    part = answered(desk, first, "正在研究。")
    part = settling.return_(
        part, by=desk.staff, on=date(2026, 5, 21), reason="措施空泛", text="写明培养谁、何时培养"
    )
    part = answered(desk, part, "已确定 2 名培养对象,明确了联系人和时间。", after=10)
    part = looked_at(desk, part, after=12)
    settling.close(part, by=desk.staff, on=date(2026, 6, 1), satisfaction="dissatisfied")
    for one in others:
        over(desk, one, "支部大会已研究,确定了入党积极分子。")


def _mistaken(desk: Desk) -> None:
    """Sent to the wrong township, and taken back."""
    order = draft(
        desk, date(2026, 6, 15), {"白杨镇": [desk.village("白杨镇", 3)]}, text="值班表没有公开",
        kind=K.PROMPT, subject="便民服务值班", requirement="公开值班表,安排人在岗。",
    )  # fmt: skip
    sent(desk, order, date(2026, 6, 16))
    issuing.revoke(
        order, by=desk.minister, on=date(2026, 6, 17), text="数据有误,该村已公开值班表。"
    )


def _rents(desk: Desk) -> None:
    """Rents that are not paid: one township answered, the others are late."""
    order = draft(
        desk, date(2026, 9, 4), desk.picked("arrears", 5), text="承租人没有付 2026 年租金",
        data="合同台账", kind=K.SUPERVISE, subject="村集体合同租金拖欠", due_on=RENTS_DUE,
        requirement="收回拖欠的租金,收不回的依法处理,结果向村民公开。",
    )  # fmt: skip
    first, second, *others = sent(desk, order, date(2026, 9, 7))
    over(desk, first, "租金已付清并入账,收款凭证已公开。")
    asked = extending.ask_time(
        received(desk, second), by=desk.answers(second), on=date(2026, 9, 22),
        new_due_on=date(2026, 12, 31), reason="承租人在外务工,年底返乡后才能协商",
    )  # fmt: skip
    extending.refuse(asked, by=desk.staff, on=date(2026, 9, 24), text="请先发函催收,按期反馈。")
    for one in others[1:]:
        received(desk, one)


def _review(desk: Desk) -> None:
    """A bulletin to all townships: most have read and answered it."""
    order = draft(
        desk, date(2026, 10, 14), {name: [] for name in desk.townships}, text="", kind=K.BULLETIN,
        subject="三季度基层党建工作情况通报", requirement="对照通报查摆本乡镇的问题,反馈打算。",
    )  # fmt: skip
    parts = sent(desk, order, date(2026, 10, 15))
    for place, part in enumerate(parts):
        if place < 4:
            over(desk, part, "党委会已研究,逐村列出了问题和责任人。")
        elif place < 7:
            looked_at(desk, answered(desk, part, "已召开支部书记例会通报并部署。"))
        elif place < 9:
            answered(desk, part, "已传达到各村,正在逐项整改。", after=7)
        elif place < 10:
            received(desk, part)


def _storm(desk: Desk) -> None:
    """Urgent by name: less time than the quiet rule leaves."""
    names = ("云台镇", "黄岭镇")
    on = date(2026, 10, 29)
    order = draft(
        desk, on, {name: [desk.village(name, 5)] for name in names}, kind=K.PROMPT,
        text="河边危房有人居住", urgency=Urgency.EXTRA, urgent_by="韩立新", due_on=later(on, 1),
        subject="强降雨避险转移", requirement="今晚转移到安置点,明天下班前反馈人数。",
    )  # fmt: skip
    first, second = sent(desk, order, on, hour=15)
    for part, told in ((first, "已转移 3 户 7 人,安置在村小学。"), (second, "已转移 2 户 4 人。")):
        part = answering.receive(part, by=desk.answers(part), on=on)
        answered(desk, part, told, after=1)
