"""Figures of a batch over its frozen rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rectification.figures.acceptance import APPLIED, LABELS, Fate, fate_figures
from rectification.figures.effect_work import LISTED
from rectification.figures.stages import ENDED, STAGES
from rectification.reports.content import Fold, Item, Table, Where, count, share_of, total
from rectification.reports.topics.case_files import DUTIES, PROBLEMS
from rectification.reports.topics.case_reading import CaseRead
from rectification.reports.topics.case_rows import CASES, PARTS
from rectification.reports.topics.saying import kind_code, known_total, share_of_sums

SOURCE = "整顿台账和验收"
EFFECT, FATE, STAGE, PROBLEM = (
    "cases.effects.",
    "cases.acceptance.",
    "cases.stage.",
    "cases.problem.",
)
_APPLIED = Where("applied", "eq", 1)
_LAST = Where("is_last", "eq", 1)
SHOWN_STAGES = (*STAGES[1:], ENDED)
PER_TOWNSHIP = (
    f"{EFFECT}listed", *(f"{FATE}{one}" for one in LABELS), "cases.overdue", "cases.closed",
    "cases.tasks", "cases.tasks_done", "cases.tasks_late", f"{EFFECT}both-complete",
)  # fmt: skip


def case_items(read: CaseRead, kinds: Iterable[str], tables: Mapping[str, Table]) -> Iterator[Item]:
    """All figures of a batch that has cases; none of an empty one."""
    if not read.effects:
        return
    yield Item.of(read.effects[LISTED].figure, count(CASES))
    yield from _fates(read)
    yield from _parts(read, tables)
    yield from _stages(tables)
    yield from _work(tables)
    yield from _problems(kinds, tables)
    yield from _letters(tables)


def _fates(read: CaseRead) -> Iterator[Item]:
    """Applied, passed, failed, waiting, not applied, and the share that passed."""
    *counted, share = fate_figures(read.batch.fate)
    for which, figure in zip(LABELS, counted, strict=True):
        test = _APPLIED if which == APPLIED else Where("fate", "eq", str(LABELS[which]))
        yield Item.of(figure, count(CASES, test))
    passed = Fold(CASES, where=(Where("fate", "eq", str(LABELS[Fate.PASSED])),))
    yield Item.of(share, share_of(passed, Fold(CASES, where=(_APPLIED,))))


def _parts(read: CaseRead, tables: Mapping[str, Table]) -> Iterator[Item]:
    """Teams, people, petitions: sums of what villages say, and how many say nothing."""
    for key, label in PARTS.items():
        column = key.replace("-", "_")
        figure = replace(read.effects[key].figure, numerator=None, denominator=None)
        yield Item.of(figure, known_total(CASES, column))
        silent = count(CASES, _LAST, Where(column, "unknown"))
        yield Item.folded(f"{EFFECT}{key}.unknown", f"{label}：没有登记的村", "个", silent, tables)


def _stages(tables: Mapping[str, Table]) -> Iterator[Item]:
    for one in SHOWN_STAGES:
        label = str(one.label)
        formula = count(CASES, Where("stage", "eq", label))
        yield Item.folded(f"{STAGE}{one.key}", f"整顿：{label}", "个", formula, tables,
                          source=SOURCE)  # fmt: skip


def _work(tables: Mapping[str, Table]) -> Iterator[Item]:
    """What is late, what was closed in the period, and tasks."""
    late_tasks = Where("tasks_late", "gt", 0)
    for code, label, unit, formula, said in (
        ("overdue", "超过整顿时限的村", "个", count(CASES, Where("overdue", "eq", 1)),
         "没有销号、时限已过的"),
        ("closed", "本期新销号的村", "个", count(CASES, Where("closed", "eq", 1)),
         "销号日期在本期内"),
        ("tasks", "整顿任务", "项", total(CASES, "tasks"), "本批次任务清单"),
        ("tasks_done", "整顿任务完成率", "%", share_of_sums(CASES, "tasks_done", "tasks"),
         "进度百分之百的占全部任务"),
        ("tasks_late", "逾期整顿任务", "项", total(CASES, "tasks_late"), "过了完成时限没有完成的"),
        ("tasks_late_villages", "有逾期整顿任务的村", "个", count(CASES, late_tasks), ""),
    ):  # fmt: skip
        yield Item.folded(f"cases.{code}", label, unit, formula, tables, definition=said,
                          source=SOURCE)  # fmt: skip


def _problems(kinds: Iterable[str], tables: Mapping[str, Table]) -> Iterator[Item]:
    solved = Where("solved", "eq", 1)
    more = {"source": "问题清单",
            "definition": "乡镇登记解决和县里已核实的都算解决,重新列入的不算"}  # fmt: skip
    for kind in kinds:
        formula = count(PROBLEMS, Where("kind", "eq", kind), solved)
        yield Item.folded(f"{PROBLEM}{kind_code(kind)}", f"{kind}（已解决）", "个", formula, tables,
                          **more)  # fmt: skip
    share = share_of(Fold(PROBLEMS, where=(solved,)), Fold(PROBLEMS))
    yield Item.folded("cases.problems", "问题解决率", "%", share, tables, **more)


def _letters(tables: Mapping[str, Table]) -> Iterator[Item]:
    """Letters of duty holders: the county's leaders sign none."""
    asked = Where("signed", "known")
    signed = Fold(DUTIES, where=(Where("signed", "eq", 1),))
    share = share_of(signed, Fold(DUTIES, where=(asked,)))
    yield Item.folded("cases.letters", "整顿责任书签订率", "%", share, tables)
    missing = count(DUTIES, Where("signed", "eq", 0))
    yield Item.folded("cases.unsigned", "没有签订责任书的责任人", "名", missing, tables)
