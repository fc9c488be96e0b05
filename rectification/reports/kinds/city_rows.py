"""What the reports of a city's counties say, as frozen rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from rectification.reports.content import Item, Problem, ReportContent, Table

BASE, PROBLEMS = "counties", "county_problems"
_KEYS = {
    "county_code": "县代码", "county": "县（市、区）", "figure": "指标编码", "label": "指标",
    "unit": "单位", "value": "数值", "numerator": "分子", "denominator": "分母",
    "report": "报告码", "version": "版本", "status": "状态",
}  # fmt: skip


@dataclass(frozen=True)
class CountyReport:
    """A county's frozen report, with the code and version that it bears."""

    code: str
    name: str
    report: str
    version: int
    status: str
    content: ReportContent


def base(reports: Sequence[CountyReport]) -> Table:
    """A row for each county and figure that can be added up over counties."""
    rows = tuple(
        (one.code, one.name, item.code, item.label, item.unit, item.value, item.numerator,
         item.denominator, one.report, one.version, one.status)
        for one in reports
        for item in one.content.figures
        if not item.unit_code and (adds_up(item) or is_share(item))
    )  # fmt: skip
    return Table(BASE, "各县报告数据", tuple(_KEYS), tuple(_KEYS.values()), rows)


def problem_base(reports: Sequence[CountyReport]) -> Table:
    """A row for each problem of a county's report; `topic` is the sort of its kind."""
    keys = ("county_code", "county", "topic", "kind", "title", "units")
    headers = ("县代码", "县（市、区）", "类别", "问题编码", "方面", "涉及单位")
    rows = tuple(
        (one.code, one.name, topic_of(it), it.kind, it.title, "、".join(it.unit_names))
        for one in reports
        for it in one.content.problems
    )
    return Table(PROBLEMS, "各县报告的问题", keys, headers, rows)


def topic_of(problem: Problem) -> str:
    """economy.behind → economy."""
    return problem.kind.partition(".")[0]


def topics(reports: Sequence[CountyReport]) -> dict[str, str]:
    """Sorts of problems and how they are titled, in the order in which the reports tell them."""
    found: dict[str, str] = {}
    for one in reports:
        for it in one.content.problems:
            found.setdefault(topic_of(it), it.title)
    return found


def adds_up(item: Item) -> bool:
    """Whether counties' values may be summed: counts and sums, neither shares nor ranks."""
    formula = item.formula
    return bool(
        formula
        and formula.how in ("value", "total")
        and all(one.how != "max" for one in formula.folds)
    )


def is_share(item: Item) -> bool:
    """Whether the city's value is the ratio of the sums."""
    return bool(item.formula and item.formula.how == "share")
