"""A usual checklist of inspections in villages; counties change it as they like.

Group, point, kind of answer, unit, input of the monthly filing that it is laid beside.
"""

from rectification.supervision.choices import AnswerKind

YES, NUMBER, TEXT = AnswerKind.YES_NO, AnswerKind.NUMBER, AnswerKind.TEXT
CHECKLIST: tuple[tuple[str, str, AnswerKind, str, str], ...] = (
    ("班子", "村党组织书记在岗履职", YES, "", ""),
    ("班子", "村“两委”成员配备齐全", YES, "", ""),
    ("班子", "村“两委”成员分工上墙公开", YES, "", ""),
    ("组织生活", "上月支部委员会会议有会议记录", YES, "", "branches.committee_day"),
    ("组织生活", "本季度党员大会有会议记录", YES, "", "branches.assembly_day"),
    ("组织生活", "本季度党课有记录", YES, "", "branches.class_day"),
    ("组织生活", "上月主题党日有会议记录", YES, "", "branches.theme_day"),
    ("组织生活", "上月主题党日实到人数(查会议记录)", NUMBER, "人", "branches.theme_day_attended"),
    ("公开", "党务村务财务按规定公开", YES, "", ""),
    ("公开", "公开内容与账目一致", YES, "", ""),
    ("公开", "群众知道怎样查询和反映", YES, "", ""),
    ("值班", "值班表公开并有人在岗", YES, "", ""),
    ("值班", "群众来办事当天有人受理", YES, "", ""),
    ("场所", "党群服务中心面向群众开放", YES, "", ""),
    ("场所", "没有多余的牌子和展板", YES, "", ""),
    ("财务", "大额支出有“四议两公开”记录", YES, "", ""),
    ("财务", "集体资金没有进入个人账户", YES, "", ""),
    ("财务", "合同、收入和入账一致", YES, "", ""),
    ("帮扶", "第一书记在村工作", YES, "", "cadres.resident_days"),
    ("帮扶", "上月第一书记驻村天数(查工作日志)", NUMBER, "天", "cadres.resident_days"),
    ("帮扶", "帮扶单位今年到村解决的事情", TEXT, "", ""),
)
