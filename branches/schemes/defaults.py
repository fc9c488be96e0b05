"""Schemes that a new county starts from; it changes and publishes them itself."""

from decimal import Decimal

from branches.schemes.choices import Cycle, Judged, SchemeKind
from branches.schemes.definitions import ItemDefinition, SchemeDefinition
from branches.scoring import Grade, read_rule

_Line = tuple[str, str, int, str, str]
YES, PART, FIGURE = Judged.YES_NO, Judged.POINTS, Judged.FIGURE

# (part, text, points, how judged, rule). 党支部标准化规范化建设, in the words of the counties.
_STANDARD: tuple[_Line, ...] = (
    ("组织设置", "正式党员不少于 3 人,组织形式符合规定", 10, FIGURE, "members.formal>=3"),
    ("班子建设", "支部委员会配齐,没有缺额", 10, FIGURE, "committee.vacant<=0"),
    ("班子建设", "按期换届,没有届满未换", 10, FIGURE, "term.overdue_days<=0"),
    ("组织生活", "党员大会每季度召开,全年不少于 4 次", 8, FIGURE, "meetings.assembly>=4"),
    ("组织生活", "主题党日每月开展,全年不少于 12 次", 10, FIGURE, "meetings.theme_day>=12"),
    ("组织生活", "党课全年不少于 4 次", 8, FIGURE, "meetings.class>=4"),
    ("组织生活", "组织生活会和民主评议党员按规定召开", 8, FIGURE, "meetings.org_life>=1"),
    ("党员管理", "党费按时足额缴纳", 8, FIGURE, "members.dues_unpaid<=0"),
    ("党员管理", "流动党员有联系人、能联系上", 7, YES, ""),
    ("党员管理", "培养入党积极分子,发展党员程序规范", 7, YES, ""),
    ("阵地建设", "有固定活动场所,能正常使用", 7, YES, ""),
    ("作用发挥", "重大事项落实“四议两公开”", 7, YES, ""),
)
_STARS: tuple[_Line, ...] = (
    ("班子建设好", "班子团结,分工明确,群众认可", 20, PART, ""),
    ("党员队伍好", "党员教育管理规范,无违纪违法", 20, PART, ""),
    ("活动开展好", "组织生活正常,主题党日有内容", 10, FIGURE, "meetings.theme_day>=12"),
    ("活动开展好", "联系服务群众办成实事", 10, PART, ""),
    ("制度落实好", "村务、财务公开及时,民主决策到位", 20, PART, ""),
    ("作用发挥好", "集体经济、乡村治理成效明显", 20, PART, ""),
)
_FORTRESS: tuple[_Line, ...] = (
    ("政治功能", "上级决策部署在村里落地见效", 15, PART, ""),
    ("政治功能", "党组织领导村级各类组织顺畅", 10, PART, ""),
    ("组织功能", "班子配备健全", 10, FIGURE, "committee.vacant<=0"),
    ("组织功能", "组织生活按规定开展", 10, FIGURE, "meetings.theme_day>=12"),
    ("组织功能", "党员先锋作用发挥", 5, PART, ""),
    ("治理功能", "矛盾纠纷化解及时,信访平稳", 15, PART, ""),
    ("治理功能", "村规民约执行,网格运行正常", 10, PART, ""),
    ("服务功能", "集体经济发展,群众增收", 15, PART, ""),
    ("服务功能", "群众反映的问题办理及时,群众满意", 10, PART, ""),
)
# What each unit off the wanted number costs.
_PER_UNIT = {"meetings.assembly": 2, "meetings.theme_day": 1, "meetings.class": 2}
_VETO = {"正式党员不少于 3 人,组织形式符合规定"}


def _scheme(
    kind: str, title: str, grades: tuple[tuple[str, int], ...], lines: tuple[_Line, ...]
) -> SchemeDefinition:
    items = tuple(_item(number, line) for number, line in enumerate(lines, start=1))
    steps = tuple(Grade(name, Decimal(least)) for name, least in grades)
    return SchemeDefinition(kind, title, Cycle.YEAR, items, steps)


def _item(number: int, line: _Line) -> ItemDefinition:
    part, text, points, judged, written = line
    rule = None
    if written:
        per_unit = _PER_UNIT.get(written.split(">")[0])
        rule = read_rule(written, None if per_unit is None else Decimal(per_unit))
    return ItemDefinition(number, text, Decimal(points), judged, part, rule, text in _VETO)


DEFAULTS = (
    _scheme(
        SchemeKind.STANDARD, "党支部标准化规范化达标方案",
        (("达标", 85), ("基本达标", 70), ("未达标", 0)), _STANDARD,
    ),
    _scheme(
        SchemeKind.STARS, "村党组织评星定级方案",
        (("五星", 90), ("四星", 80), ("三星", 70), ("二星", 60), ("一星", 40), ("无星", 0)),
        _STARS,
    ),
    _scheme(
        SchemeKind.FORTRESS, "战斗堡垒指数方案",
        (("坚强", 85), ("较强", 70), ("一般", 60), ("薄弱", 0)), _FORTRESS,
    ),
)  # fmt: skip
