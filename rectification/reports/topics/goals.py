"""Annual targets: how much is done, beside how much of the year has passed."""

from collections.abc import Iterator

from rectification.reports.asked import Asked
from rectification.reports.content import Fold, Formula, Item, Table, Where, share_of
from rectification.reports.told import Known, Later, Told
from rectification.reports.topics.goal_list import CALENDAR, GOALS, TIME, Goal
from rectification.reports.topics.goal_words import goal_charts, goal_tables, goal_tasks, goal_words
from villages.common.periods import Month


def tell(asked: Asked) -> Told:
    """Targets with data behind them; nothing of the others. No query of its own."""
    return Told(
        "goals", bases=(_calendar(asked),), later=_later, paragraphs=goal_words, tasks=goal_tasks,
        charts=goal_charts, tables=goal_tables,
    )  # fmt: skip


def _calendar(asked: Asked) -> Table:
    """The months of the year, and which of them have passed by the day."""
    months = Month(asked.month.year, 12).year_to_date()
    rows = tuple((one.code, int(one.end <= asked.as_of)) for one in months)
    return Table(CALENDAR, "全年月份", ("month", "passed"), ("月份", "已过"), rows)


def _later(known: Known) -> Later:
    passed = Fold(CALENDAR, where=(Where("passed", "eq", 1),))
    time = Item.folded(TIME, "时间进度", "%", share_of(passed, Fold(CALENDAR)), known.tables,
                       definition="已过的整月占全年十二个月")  # fmt: skip
    return Later(items=(time, *(item for goal in GOALS for item in _items(known, goal))))


def _items(known: Known, goal: Goal) -> Iterator[Item]:
    """The share of the target that is done, of the county and of townships, and what is left."""
    folds = _folds(known, goal)
    if folds is None:
        return
    done, target = folds
    share = Item.folded(goal.code("share"), f"{goal.label}完成率", "%", share_of(done, target),
                        known.tables, before=goal.done)  # fmt: skip
    if share.value is None:
        return
    yield share
    yield from (share.narrowed(*unit, known.tables) for unit in known.asked.townships.items())
    of = known.items[goal.target].formula
    scale, digits = (of.scale, of.digits) if of else (1, 0)
    left = Formula("difference", (target, done), digits=digits, scale=scale)
    unit = known.items[goal.target].unit
    yield Item.folded(goal.code("rest"), f"{goal.label}尚余", unit, left, known.tables)


def _folds(known: Known, goal: Goal) -> tuple[Fold, Fold] | None:
    """The sums behind the two figures, where both are known and something was set."""
    if not known.has(goal.done) or not known.some(goal.target):
        return None
    done, target = known.items[goal.done].formula, known.items[goal.target].formula
    return (done.folds[0], target.folds[0]) if done and target else None
