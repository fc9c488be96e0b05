"""What a check says about cells: faults, repairs, questions."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

WORDS = {
    "not_a_number": ("不是数字。", "请填写数字,例如 12.5。"),
    "other_unit": ("单位与本列不符。", "请换算成本列的单位。"),
    "number_too_large": ("数字过大。", "请核对位数和单位。"),
    "not_whole": ("应为整数。", "请填写整数。"),
    "negative": ("不能为负数。", "请填写零或正数。"),
    "not_a_date": ("不是日期。", "请填写日期,例如 2026-10-05。"),
    "no_such_day": ("没有这一天。", "请核对日期。"),
    "date_ambiguous": ("日期写法不清楚。", "请写成 2026-10-05 的形式。"),
    "year_missing": ("日期缺少年份。", "请写成 2026-10-05 的形式。"),
    "year_short": ("年份不完整。", "请写四位年份,例如 2026。"),
    "bad_code": ("不是有效的区划代码。", "请填写 12 位统计用区划代码。"),
    "not_allowed": ("不在可选范围内。", "请从可选项中选择。"),
    "not_yes_or_no": ("应填是或否。", "请填写“是”或“否”。"),
    "required": ("没有填写。", "请补填。"),
    "too_large": ("数值大得不合常理。", "请核对单位是元还是万元。"),
    "formula_without_value": ("公式没有计算结果。", "请用表格软件打开、保存一次,或直接填写数值。"),
    "duplicate_row": ("与前面的一行重复。", "请只保留一行。"),
    "duplicate_person": ("同一个人出现了两次。", "请合并为一行,职务用顿号隔开。"),
    "phone": ("不是电话号码。", "请填写 7 至 15 位数字。"),
    "id_rounded": ("被表格软件改成了科学计数,末几位已丢失。", "请把该列设为文本后重新填写。"),
    "id_length": ("身份证号应为 18 位。", "请核对号码。"),
    "id_characters": ("身份证号含有不应有的字符。", "请核对号码。"),
    "id_birth_date": ("身份证号中的出生日期不存在。", "请核对号码。"),
    "id_checksum": ("身份证号校验位不对。", "请核对号码。"),
    "duplicate_village": ("同一个村出现了两次。", "请只保留一行。"),
    "money_too_large": ("金额过大。", "请核对单位是元还是万元。"),
    "money_invalid": ("不是有效金额。", "请填写数字,例如 35000。"),
}


@dataclass(frozen=True)
class Fault:
    """One faulty cell: where, its content, a stable code, words for a person."""

    sheet: str
    row: int
    column: str
    value: str
    code: str
    message: str
    suggestion: str = ""

    def json(self) -> dict[str, Any]:
        """The shape that scripts rely on, with the suggestion beside it."""
        return asdict(self)


@dataclass(frozen=True)
class Mend:
    """One repaired cell: what stood there, what was read, why."""

    sheet: str
    row: int
    column: str
    old: str
    new: str
    kinds: tuple[str, ...]

    def json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        place = {"sheet": self.sheet, "row": self.row, "column": self.column}
        return {**place, "from": self.old, "to": self.new, "kinds": list(self.kinds)}


@dataclass(frozen=True)
class Question:
    """Something that is possible but odd; it never blocks. `unit` is the code of the place that
    it is about, where a page of that place settles it."""

    sheet: str
    row: int
    column: str
    code: str
    message: str
    unit: str = ""

    def json(self) -> dict[str, Any]:
        """The shape that scripts rely on; the place stands there where there is one."""
        said = asdict(self)
        return said if self.unit else {key: said[key] for key in said if key != "unit"}


# Why a cell was read otherwise than it stands, for people.
REPAIRS = {
    "by_hand": _("在页面上改正"),
    "trimmed": _("去掉空格"),
    "full_width": _("全角改半角"),
    "blank_mark": _("视为空白"),
    "thousands": _("去掉千分位"),
    "unit_word": _("去掉单位"),
    "scaled": _("换算单位"),
    "currency": _("去掉货币符号"),
    "minus_sign": _("改正负号"),
    "brackets": _("括号视为负数"),
    "decimal_point": _("改正小数点"),
    "scientific": _("展开科学计数"),
    "float_noise": _("去掉计算误差"),
    "rounded": _("四舍五入"),
    "date_form": _("统一日期写法"),
    "excel_serial": _("日期序号转日期"),
    "time_dropped": _("去掉时间"),
    "last_day": _("取当月最后一天"),
    "before": _("取所写的日期"),
    "month_unsure": _("月份不确定"),
}
