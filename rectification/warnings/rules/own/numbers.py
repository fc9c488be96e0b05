"""The numbers that rules of the county's own may name: indicators, and fields of the facts.

What is known of an indicator stands in `VillageFacts.own` under its key:
`h` its values newest first as text (None: asked and not given), `d` the days since the newest
period ended, `r` for the newest two periods how many villages have less, how many more, and how
many have a number at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from rectification.warnings.rules.own.declared import FACT
from rectification.warnings.rules.village import VillageFacts

Series = tuple[Fraction | None, ...]
_WAN = 1_000_000


@dataclass(frozen=True)
class FactNumber:
    """A field of the facts as people read it; `due` says whether there is such a thing at all."""

    label: str
    unit: str
    read: Callable[[VillageFacts], int | None]
    scale: int = 1
    due: Callable[[VillageFacts], bool] = lambda _facts: True

    def value(self, facts: VillageFacts) -> Fraction | None:
        """The number in its unit; None is unknown."""
        said = self.read(facts)
        return None if said is None else Fraction(said, self.scale)


def _money(label: str, read: Callable[[VillageFacts], int | None]) -> FactNumber:
    return FactNumber(label, "万元", read, _WAN)


def _vacant(facts: VillageFacts) -> int | None:
    return 0 if facts.has_secretary else facts.vacant_days


def _project(label: str, unit: str, read: Callable[[VillageFacts], int | None],
             scale: int = 1) -> FactNumber:  # fmt: skip
    return FactNumber(label, unit, read, scale, due=lambda facts: facts.projects != 0)


def _since(read: Callable[[VillageFacts], int | None]) -> Callable[[VillageFacts], int | None]:
    """Months since money came; nothing waits where projects are kept and none does."""
    return lambda facts: None if facts.projects is None else read(facts) or 0


FACT_NUMBERS: dict[str, FactNumber] = {
    "vacant_days": FactNumber("书记空缺天数", "天", _vacant),
    "reserve": FactNumber("后备干部", "名", lambda facts: facts.reserve),
    "youngest_age": FactNumber("两委成员最小年龄", "岁", lambda facts: facts.youngest_age),
    "unreviewed": FactNumber("未经联审在任", "人", lambda facts: facts.unreviewed),
    "sanctioned": FactNumber("近期受处置村干部", "人", lambda facts: facts.sanctioned),
    "assembly_missed": FactNumber(
        "连续未开党员大会", "个季度", lambda facts: facts.assembly_missed
    ),
    "committee_missed": FactNumber("连续未开支委会", "个月", lambda facts: facts.committee_missed),
    "theme_missed": FactNumber("连续未开展主题党日", "个月", lambda facts: facts.theme_missed),
    "class_missed": FactNumber("连续未讲党课", "个季度", lambda facts: facts.class_missed),
    "recruit_least": FactNumber("没有发展党员", "个月", lambda facts: facts.recruit_least),
    "members": FactNumber("正式党员", "名", lambda facts: facts.members),
    "disclosure_quarters": FactNumber(
        "连续漏公开", "个季度", lambda facts: facts.disclosure_quarters
    ),
    "meeting_quarters": FactNumber(
        "连续未开村民代表会议", "个季度", lambda facts: facts.meeting_quarters
    ),
    "petitions_first": FactNumber("当月初信初访", "件", lambda facts: facts.petitions_first),
    "petitions_unresolved": FactNumber(
        "月末未办结信访", "件",
        lambda facts: None if facts.petitions_first is None else facts.petitions_unresolved,
    ),
    "incidents": FactNumber("上报事件", "起", lambda facts: facts.incidents),
    "survey_content": FactNumber("满意人数", "人", lambda facts: facts.survey_content),
    "survey_answered": FactNumber(
        "测评人数", "人",
        lambda facts: None if facts.survey_content is None else facts.survey_answered,
    ),
    "operating_fen": _money("本年累计经营性收入", lambda facts: facts.operating_fen),
    "operating_before_fen": _money("上年同期经营性收入", lambda facts: facts.operating_before_fen),
    "operating_year_fen": _money("上年全年经营性收入", lambda facts: facts.operating_year_fen),
    "debt_fen": _money("村级债务", lambda facts: facts.debt_fen),
    "project_behind": _project(
        "扶持项目落后计划", "个百分点", lambda facts: facts.project_behind, 100
    ),
    "project_waiting_months": _project(
        "扶持资金到账未开工", "个月", _since(lambda facts: facts.project_waiting_months)
    ),
    "project_unspent_months": _project(
        "扶持资金到账没有支出", "个月", _since(lambda facts: facts.project_unspent_months)
    ),
    "arrears_days": FactNumber(
        "租金拖欠", "天", lambda facts: None if facts.contracts is None else facts.arrears_days,
        due=lambda facts: facts.contracts != 0,
    ),
    "task_late_days": FactNumber(
        "整顿任务逾期", "天", lambda facts: None if facts.cases is None else facts.task_late_days
    ),
}  # fmt: skip


def fact_number(key: str) -> FactNumber | None:
    """The field that a key names; None for indicators and for fields that are not offered."""
    return FACT_NUMBERS.get(key.removeprefix(FACT)) if key.startswith(FACT) else None


def series(facts: VillageFacts, key: str, grace: int = 0) -> Series:
    """The values of a number, newest first; an unknown one is None. Empty where nothing is due."""
    if field := fact_number(key):
        return (field.value(facts),) if field.due(facts) else ()
    told = facts.own.get(key)
    if told is None:
        return (None,)
    values = tuple(None if one is None else Fraction(one) for one in told["h"])
    waits = values and values[0] is None and told["d"] <= grace
    return values[1:] if waits else values


def newest_sum(values: Series, window: int) -> tuple[Fraction | None, bool]:
    """The sum of the newest periods, and whether none of them is missing; None where all are."""
    said = values[:window]
    known = [one for one in said if one is not None]
    return (sum(known, Fraction()) if known else None), len(known) == len(said)


def order(facts: VillageFacts, key: str, grace: int = 0) -> tuple[int, int, int] | None:
    """How many villages have less, how many more, of how many; None where nothing is due.

    While a period just ended is still being filled in, the one before counts for all alike;
    (0, 0, 0) where this village has no number.
    """
    told = facts.own.get(key)
    if told is None:
        return 0, 0, 0
    rows = told["r"][1:] if told.get("d", grace + 1) <= grace else told["r"]
    if not rows:
        return None
    less, more, whole = rows[0] or (0, 0, 0)
    return less, more, whole
