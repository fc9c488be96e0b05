"""Words of headings: compared without marks, units and ornaments."""

import re
from functools import lru_cache
from typing import Any

from villages.common.text import clean, search_key

_UNIT = re.compile(r"[(（【\[]\s*(?:单位[:：])?\s*([^()（）【】\[\]]{1,8})\s*[)）】\]]\s*$")
_AFTER_SIGN = re.compile(r"(?<=.)[/／,，]\s*([^/／,，()（）]{1,4})$")
_CORNER = re.compile(r"(?:金额|计量)?单位\s*[:：]\s*([^\s，,;；。()（）]{1,20})")
UNITS = frozenset(
    "元 千元 万元 亿元 亩 万亩 公顷 人 万人 户 万户 个 名".split()
    + "平方米 平米 ㎡ 公里 千米 天 岁 % 次 年".split()
)
MONEY_UNITS = ("元", "千元", "万元", "亿元")
_MARKS = re.compile(r"^(?:[★☆*＊\s、.]|\d+\s*[.、．])+(?=\D)|[★☆*＊]+$")
_BEFORE = re.compile(r"^(?:其中|现有|现|全村|本村|村内|所属|所在|实有|总|年末)")
_AFTER = re.compile(r"(?:总数|数量|人数|个数|名称|全称|情况|合计|数|名)$")
# Columns that every county adds and nobody files: numbering, remarks, sums of what is there.
COMMON = frozenset(
    "序号 编号 排序 备注 说明 合计 总计 小计 签字 联系人 填报人 审核人 填表人 顺序号 no".split()
)


# The same cells are looked at again for every row that may be the heading.
@lru_cache(maxsize=8192, typed=True)
def tidy(words: Any) -> str:
    """A header without marks, unit and spaces, for comparing."""
    line = clean(str(words or "")).replace("\n", "")
    bare = _UNIT.sub(_keep_if_no_unit, line)
    bare = _AFTER_SIGN.sub(_keep_if_no_unit, bare)
    return search_key(_MARKS.sub("", bare))


def _keep_if_no_unit(match: re.Match[str]) -> str:
    # （街道） in "乡镇（街道）" is part of the name, （亩） is not.
    return "" if match[1].strip() in UNITS else match[0]


def loose(words: Any) -> str:
    """A header without ornaments: 现有党员总数 and 党员 are one, 户籍人口 and 人口 are not."""
    bare = tidy(words)
    for pattern in (_BEFORE, _AFTER):
        shorter = pattern.sub("", bare)
        bare = shorter or bare
    return bare


def unit_in(words: Any) -> str:
    """The unit that a header names in brackets or after a stroke, or nothing."""
    line = clean(str(words or "")).replace("\n", "")
    for pattern in (_UNIT, _AFTER_SIGN):
        if (match := pattern.search(line)) and match[1].strip() in UNITS:
            return match[1].strip()
    return ""


def is_aside(words: str) -> bool:
    """单位：万元 is no header, wherever it stands; 上次… are the grey columns of our templates."""
    line = clean(words)
    return bool(_CORNER.match(line)) or line.startswith("上次")


def corner_unit(above: list[list[Any]]) -> str:
    """The unit of money named in the title block, or nothing."""
    texts = (value for row in above for value in row if isinstance(value, str))
    for text in texts:
        for match in _CORNER.finditer(text):
            parts = re.split(r"[、/／]", match[1])
            if money := [one for one in parts if one in MONEY_UNITS]:
                return money[0]
    return ""
