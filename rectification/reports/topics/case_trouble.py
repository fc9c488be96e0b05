"""Cases in trouble: late or not accepted, with whoever answers for them by name."""

from collections.abc import Iterable, Iterator, Mapping

from rectification.choices import DutyKind
from rectification.figures.acceptance import LABELS, Fate
from rectification.reports.content import Cell, Line, Problem, Table, plain
from rectification.reports.told import Known
from rectification.reports.topics.case_files import COUNTY_LEADER, DUTIES
from rectification.reports.topics.case_items import FATE
from rectification.reports.topics.case_rows import CASES
from rectification.reports.topics.saying import chinese_day, named, next_end
from rectification.states import UNDER_WORK

TITLE = "后进村整顿方面"
FAILED = str(LABELS[Fate.FAILED])
_OPEN = {str(one.label) for one in UNDER_WORK}
DUTY_NAMES = (COUNTY_LEADER, *(str(one.label) for one in DutyKind if one != DutyKind.TEAM_LEADER))
Row = Mapping[str, Cell]


def rows_of(table: Table) -> Iterator[Row]:
    """Rows by the keys of their columns."""
    return (dict(zip(table.keys, row, strict=True)) for row in table.rows)


def open_rows(known: Known) -> list[Row]:
    """Cases under work."""
    return [one for one in rows_of(known.tables[CASES]) if one["status"] in _OPEN]


def case_problems(known: Known) -> Iterator[Problem]:
    """Who is late, who was not accepted, whose tasks are late, who signed no letter."""
    rows = open_rows(known)
    late = [one for one in rows if one["overdue"]]
    yield from _problem(
        "overdue",
        "{cases.overdue}个村超过整顿时限没有销号，如%s。",
        late,
        _late_example(known, late),
    )
    failed = [one for one in rows if one["fate"] == FAILED]
    said = f"{{{FATE}failed}}个村验收不合格，如%s。"
    yield from _problem("failed", said, failed, _places(failed))
    behind = [one for one in rows if one["tasks_late"]]
    said = "{cases.tasks_late_villages}个村共{cases.tasks_late}项整顿任务逾期，如%s。"
    yield from _problem("tasks_late", said, behind, _places(behind))
    unsigned = [one for one in rows_of(known.tables[DUTIES]) if one["signed"] == 0]
    said = "{cases.unsigned}名责任人没有签订整顿责任书，涉及%s。"
    yield from _problem("unsigned", said, unsigned, _places(unsigned))


def _problem(kind: str, said: str, rows: Iterable[Row], example: str) -> Iterator[Problem]:
    villages = {str(one["code"]): str(one["village"]) for one in rows}
    if villages:
        line = Line(f"cases.{kind}", said % example)
        yield Problem(f"cases.{kind}", TITLE, line, tuple(villages), tuple(villages.values()))


def _places(rows: Iterable[Row]) -> str:
    return named([f"{one['township']}{one['village']}" for one in rows])


def _late_example(known: Known, rows: Iterable[Row]) -> str:
    """The longest overdue one with its day, and who answers for it."""
    first = min(rows, key=lambda one: (str(one["deadline"]), str(one["code"])), default=None)
    if first is None:
        return ""
    who = "、".join(f"{duty}{name}" for duty, name in people_of(known, first).items() if name)
    said = f"{first['township']}{first['village']}（时限{chinese_day(first['deadline'])}"
    return plain(f"{said}，{who}）" if who else f"{said}）")


def people_of(known: Known, case: Row) -> dict[str, str]:
    """Names by duty, the county's leader first; "" where nobody is registered."""
    found = dict.fromkeys(DUTY_NAMES, "")
    for one in rows_of(known.tables[DUTIES]):
        if (one["code"], one["number"]) == (case["code"], case["number"]) and one["duty"] in found:
            found[str(one["duty"])] = found[str(one["duty"])] or str(one["name"])
    return found


def case_tasks(known: Known) -> Iterator[Line]:
    """Who has to finish by when."""
    late = [one for one in open_rows(known) if one["overdue"] or one["fate"] == FAILED]
    towns = list(dict.fromkeys(str(one["township"]) for one in late))
    if towns:
        said = f"{named(towns)}于{next_end(known)}前完成超期和验收不合格村的整改，申请验收。"
        yield Line("cases.finish", said)
    if known.some("cases.unsigned"):
        yield Line("cases.sign", f"没有签订责任书的责任人于{next_end(known)}前签订。")
