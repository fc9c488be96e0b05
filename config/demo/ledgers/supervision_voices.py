"""What people and villages of the demo county brought up, in all states."""

from dataclasses import dataclass
from datetime import date

from config.demo.ledgers.supervision_desk import SEATED, Desk, later
from rectification.supervision.actions import voices
from rectification.supervision.actions.voice_receiving import receive
from rectification.supervision.choices import UnitKind, VoiceChannel, VoiceKind
from rectification.supervision.models import Voice
from villages.accounts.models import User

K, C = VoiceKind, VoiceChannel


@dataclass(frozen=True)
class Said:
    """One matter: where it comes from, to whom it went, what came of it."""

    on: date
    kind: VoiceKind
    channel: VoiceChannel
    township: str
    text: str
    to: str = ""
    answer: str = ""
    satisfaction: str = ""
    closed: bool = False
    refused: str = ""
    person: str = ""
    anonymous: bool = False
    due_on: date | None = None


def _day(month: int, day: int) -> date:
    return date(2026, month, day)


SAID = (
    Said(_day(4, 8), K.PROBLEM, C.VILLAGE, "云台镇", "灌溉渠塌了一段,30 亩地浇不上水。", "县水利局",
         "已修复渠道 40 米。", "satisfied", closed=True),
    Said(_day(6, 3), K.NEED, C.VISIT, "双塔镇", "独居老人看病没人接送。", "双塔镇",
         "已由村干部和志愿者结对,每周一接送。", "satisfied", closed=True, person="韩玉兰"),
    Said(_day(7, 20), K.SUGGESTION, C.PUBLIC, "", "希望把村务公开搬到手机上。", "县农业农村局",
         "明年列入数字乡村试点。", "fair", closed=True, anonymous=True),
    Said(_day(8, 11), K.COMPLAINT, C.PUBLIC, "石桥镇", "村里发放化肥补贴没有公示。",
         "县纪委监委机关", "已调查,补发公示,责任人已谈话提醒。", closed=True, anonymous=True),
    Said(_day(8, 25), K.PROBLEM, C.PUBLIC, "", "邻居两家的宅基地边界争议。",
         refused="属于民事纠纷,已告知向乡镇调解委员会申请调解或者起诉。"),
    Said(_day(10, 12), K.PROBLEM, C.VILLAGE, "金沙镇", "村道路灯坏了 11 盏。", "金沙镇",
         "已更换 11 盏,由电工每月巡查。"),
    Said(_day(10, 14), K.NEED, C.TOWNSHIP, "白杨镇", "合作社缺冷库,蔬菜压在地里。", "县农业农村局",
         "已纳入 2027 年冷链项目储备,近期联系县城冷库代存。"),
    Said(_day(9, 21), K.PROBLEM, C.VILLAGE, "柳泉镇", "饮用水发浑。", "县水利局",
         due_on=_day(10, 16)),
    Said(_day(10, 26), K.NEED, C.VISIT, "南湖街道", "想办残疾人证,不知道带什么材料。", "县民政局",
         person="宋桂英"),
    Said(_day(10, 28), K.SUGGESTION, C.PHONE, "清溪镇", "建议集市日延长便民服务时间。", "清溪镇"),
    Said(_day(10, 23), K.SUGGESTION, C.PUBLIC, "", "建议公开各村项目的施工单位。", anonymous=True),
    Said(_day(11, 2), K.PROBLEM, C.VILLAGE, "城关街道", "雨后村口积水,学生绕行。"),
    Said(_day(11, 3), K.NEED, C.VILLAGE, "黄岭镇", "想请农技员看看枣树的病。"),
)  # fmt: skip


def build(desk: Desk) -> None:
    """By the day on which each was received, so that numbers run as they would."""
    for place, said in enumerate(sorted(SAID, key=lambda one: one.on)):
        _goes(desk, said, _received(desk, said, place))


def _received(desk: Desk, said: Said, place: int) -> Voice:
    village = desk.village(said.township, place % 7) if said.township else None
    from_township = said.channel in (C.VILLAGE, C.TOWNSHIP) and village is not None
    return receive(
        county=desk.world.county.code, kind=said.kind, channel=said.channel, text=said.text,
        on=said.on, village=village, anonymous=said.anonymous, person=said.person,
        by=desk.clerks[village.township.code] if from_township and village else _keeper(desk, said),
    ).voice  # fmt: skip


def _keeper(desk: Desk, said: Said) -> User | None:
    """The public box has nobody at it."""
    return None if said.channel == C.PUBLIC else desk.staff


def _goes(desk: Desk, said: Said, voice: Voice) -> None:
    on = later(said.on, 2)
    if said.refused:
        voices.refuse(voice, by=desk.staff, on=on, reason=said.refused)
    if not said.to:
        return
    voice = voices.assign(
        voice, by=desk.staff, on=on, due_on=said.due_on,
        township=desk.townships.get(said.to), department=desk.departments.get(said.to),
    )  # fmt: skip
    if said.answer:
        answers = _answerer(desk, voice)
        voice = voices.answer(voice, by=answers, on=later(on, 7), text=said.answer)
    if said.closed:
        voices.close(voice, by=desk.staff, on=later(on, 9), satisfaction=said.satisfaction)


def _answerer(desk: Desk, voice: Voice) -> User:
    """As for orders: the township's clerk, or the county for a department without a seat."""
    if voice.unit_kind == UnitKind.TOWNSHIP:
        return desk.clerks[voice.unit_code]
    return desk.seat if voice.unit_name == SEATED else desk.staff
