"""The inputs that a score may rest on, and the formulas among which a county chooses."""

from dataclasses import dataclass

RATE, COUNT = "rate", "count"
ENTERED = "entered"
# Inputs kept in hundredths (fen, hundredths of points), and the unit in which people read them.
HUNDREDTHS = {"economy.plan": "元", "cases.acceptance": "分"}


@dataclass(frozen=True)
class Input:
    """Something known of a township's year; `kind` is a rate with its base, or a number."""

    key: str
    label: str
    kind: str
    definition: str


@dataclass(frozen=True)
class Formula:
    """A block's rate: the mean of the shares of these inputs, those that are unknown left out."""

    key: str
    label: str
    parts: tuple[str, ...]
    definition: str


_LIFE = (
    ("theme_day", "主题党日"),
    ("member_assembly", "党员大会"),
    ("committee", "支委会"),
    ("party_group", "党小组会"),
    ("class", "党课"),
    ("org_life", "组织生活会"),
    ("appraisal", "民主评议党员"),
)
_LIFE_MEANS = "本年已满的周期中按期召开的次数占应开次数；没有报过的周期不在分母中。"
_RATES = (
    *((f"life.{kind}", f"{label}按期率", _LIFE_MEANS) for kind, label in _LIFE),
    ("cadres.in_office", "书记、主任在岗天数占比",
     "各村党组织书记和村委会主任有人任职的天数占全年已过天数；没有任职台账的村不计。"),
    ("cadres.teams", "“两委”班子配齐村占比", "按核定职数判断，职数不明的村不计。"),
    ("cadres.reviewed", "本年新任职务联审率", "本年新任“两委”职务中已经联审通过的占应联审的。"),
    ("cadres.filed", "处置备案率", "本年决定的处置中，组织部和民政局都已备案的占全部。"),
    ("cases.closed", "整顿按期销号率",
     "整顿时限在本年、已到期的村中，在时限内申请验收并销号的占比；"
     "纸质台账转入、没有申请日期的，本年内销号即算按期。"),
    ("cases.acceptance", "验收平均得分率", "本年县级验收得分之和占满分之和。"),
    ("warnings.mended", "预警按期整改率",
     "整改期限在本年、已到期的预警中，期限内报结果、解除，或者期限所在月份数据已经转好的占比；"
     "误报、撤回的不计。"),
    ("warnings.not_red", "非红色村月占比", "本年已评定的村月中不是红色的占比。"),
    ("economy.plan", "经营性收入完成年度计划",
     "有计划、已报收入的村，收入之和占计划之和，满则为止。"),
    ("economy.line", "经营性收入达线村占比", "经营性收入达到县定线的村占已报收入的村。"),
    ("economy.projects", "扶持项目按计划推进占比", "有计划工期的项目中，进度不落后于计划的占比。"),
    ("masses.satisfaction", "群众满意率", "有效期内最近一次测评的满意答卷占有效答卷。"),
    ("resident.days", "驻村天数达标人月占比", "已填报的人月中，驻村天数达到县定要求的占比。"),
    ("resident.things", "办了实事的人月占比", "填报了办实事件数的人月中，件数不为零的占比。"),
)  # fmt: skip
_COUNTS = (
    ("life.missed", "没有按期召开的次数", "本年已满的周期中确知没有召开的次数。"),
    ("cases.relapses", "反弹村数", "本年内销号后又反弹或者重新列入的村。"),
    ("warnings.red_now", "年末红色村数", "最近一次评定为红色的村。"),
)
INPUTS: dict[str, Input] = {
    **{key: Input(key, label, RATE, means) for key, label, means in _RATES},
    **{key: Input(key, label, COUNT, means) for key, label, means in _COUNTS},
}
FORMULAS: dict[str, Formula] = {
    one.key: one
    for one in (
        Formula("life", "组织生活按期率", tuple(f"life.{kind}" for kind, _label in _LIFE),
                "各类组织生活按期率的平均值。"),
        Formula("team", "班子和干部",
                ("cadres.in_office", "cadres.teams", "cadres.reviewed", "cadres.filed"),
                "在岗天数占比、班子配齐占比、联审率、处置备案率的平均值。"),
        Formula("cases", "后进整顿", ("cases.closed", "cases.acceptance"),
                "按期销号率、验收平均得分率的平均值。"),
        Formula("warnings", "预警办理", ("warnings.mended", "warnings.not_red"),
                "按期整改率、非红色村月占比的平均值。"),
        Formula("economy", "集体经济", ("economy.plan", "economy.line", "economy.projects"),
                "完成计划、达线村占比、项目按计划推进占比的平均值，不比绝对数。"),
        Formula("masses", "群众满意", ("masses.satisfaction",), "满意度测评的满意率。"),
        Formula("resident", "驻村帮扶", ("resident.days", "resident.things"),
                "驻村天数达标占比、办实事占比的平均值。"),
        *(Formula(f"only.{key}", label, (key,), means) for key, label, means in _RATES),
        Formula(ENTERED, "人工评分（百分制）", (), "县里录入的百分制评分，除以一百。"),
    )
}  # fmt: skip


def label_of(key: str) -> str:
    """What an input is called on paper."""
    return INPUTS[key].label if key in INPUTS else key
