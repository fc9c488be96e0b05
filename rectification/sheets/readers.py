"""How the cells of a rectification ledger are read."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from rectification.choices import AcceptanceResult, CaseClass
from villages.common.readings import Reading, Repair
from villages.imports import cells

_MONTH = re.compile(r"\s*(\d{4})\s*[.\-/年]\s*(\d{1,2})\s*月?\s*(?:前|以前|之前)?\s*")
_PERCENT = re.compile(r"(\d{1,3})\s*[%％]")
DONE, OPEN, UNDER_WAY = "done", "open", "under_way"
NOT_YET = "none"


def _words(table: dict[str, str]) -> dict[str, str]:
    return {word: value for value, words in table.items() for word in words.split()}


CLASSES = _words({
    CaseClass.WEAK_LAX.value: "软弱涣散 软弱涣散村 软弱涣散党组织 软弱涣散村党组织 软散",
    CaseClass.BACKWARD.value: "后进 后进村 相对后进 相对后进村 后进党组织 后进村党组织 落后 较差",
})  # fmt: skip
STATES = _words({
    DONE: "是 已完成 完成 已解决 已整改 已整改到位 整改到位 已办结 办结 √ 已落实",
    OPEN: "否 未完成 未整改 未解决 未启动 ×",
    UNDER_WAY: "推进中 正在推进 整改中 正在整改 进行中 部分完成 基本完成 长期坚持 持续推进",
})  # fmt: skip
VERDICTS = _words({
    AcceptanceResult.PASSED.value: "验收合格 合格 通过 已通过 验收通过 已验收 是 已验收合格",
    AcceptanceResult.FAILED.value: "验收不合格 不合格 未通过 验收未通过 不通过",
    NOT_YET: "未验收 未申请验收 未申请 否 待验收 尚未验收",
})  # fmt: skip
CLOSINGS = _words({"yes": "是 已销号 销号 √", "no": "否 未销号 待销号 ×"})


def deadline(raw: Any, unit: str = "") -> Reading[date]:
    """A day by which something is due; of a month its last day. Errors as for any date."""
    if isinstance(raw, str) and (found := _MONTH.fullmatch(raw)):
        year, month = int(found[1]), int(found[2])
        if 1 <= month <= 12:
            last = monthrange(year, month)[1]
            return Reading(date(year, month, last), (Repair.LAST_DAY,))
    return cells.day(raw)


def percent_in(words: str | None) -> int | None:
    """The percentage that a sentence names, such as 完成80%."""
    found = _PERCENT.search(words or "")
    return min(int(found[1]), 100) if found else None
