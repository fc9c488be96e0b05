"""Columns of the lists. The county ledger has the header that counties use and import."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.choices import DutyKind
from rectification.lists.reading import Block, Line, by_problem, by_task
from rectification.lists.values import (
    VERDICTS,
    closed_word,
    done_word,
    kind_word,
    of_problem,
    of_task,
    remark,
)
from rectification.sheets.stored import verdict_of
from villages.common.columns import Kind
from villages.lists.sheets import SheetColumn
from villages.lists.sheets.shape import Value


@dataclass(frozen=True)
class PaperColumn:
    """One column; `once` says that it is about the case and stands once beside all its lines."""

    header: Any
    value: Callable[[Line], Value]
    width: int = 12
    kind: Kind = Kind.TEXT
    once: bool = False

    def sheet_column(self) -> SheetColumn:
        """The same in a workbook; the header is the county's own, without a unit."""
        return SheetColumn(str(self.header), self.kind, self.width)


@dataclass(frozen=True)
class PaperList:
    """A list: its name, its columns, and what one of its lines is about."""

    key: str
    title: Any
    columns: tuple[PaperColumn, ...]
    blocks: Callable[[Any], list[Block]]


_PLACE = (
    PaperColumn(_("序号"), lambda line: None, 5, Kind.INTEGER, once=True),
    PaperColumn(_("乡镇"), lambda line: str(line.case.village.township.name), 12, once=True),
    PaperColumn(_("村"), lambda line: str(line.case.village.name), 12, once=True),
)
_WHO = (
    PaperColumn(_("责任领导"), of_task("leader"), 14),
    PaperColumn(_("责任单位"), of_task("lead_unit"), 16),
    PaperColumn(_("责任人"), of_task("lead_person"), 10),
)
LEDGER = PaperList(
    "ledger", _("整顿工作台账"),
    (
        *_PLACE,
        PaperColumn(
            _("类别"), lambda line: str(line.case.get_case_class_display()), 10, once=True
        ),
        PaperColumn(_("认定情形"), kind_word, 14),
        PaperColumn(_("存在问题"), of_problem("description"), 30),
        PaperColumn(_("整顿措施"), of_task("measure"), 30),
        *_WHO,
        PaperColumn(_("完成时限"), of_task("due_on"), 12, Kind.DATE),
        PaperColumn(_("进展情况"), of_task("progress_text"), 18),
        PaperColumn(_("是否完成"), done_word, 9),
        PaperColumn(
            _("是否验收"), lambda line: str(VERDICTS[verdict_of(line.case)]), 11, once=True
        ),
        PaperColumn(_("是否销号"), closed_word, 9, once=True),
        PaperColumn(_("备注"), remark, 16),
    ),
    by_problem,
)  # fmt: skip
PROBLEMS = PaperList(
    "problems", _("问题清单"),
    (
        *_PLACE,
        PaperColumn(_("问题类型"), kind_word, 14),
        PaperColumn(_("存在问题"), of_problem("description"), 34),
        PaperColumn(_("根源"), of_problem("root_cause"), 24),
        PaperColumn(_("程度"), of_problem("severity", label=True), 8),
        PaperColumn(_("发现途径"), of_problem("found_by", label=True), 10),
        PaperColumn(_("发现日期"), of_problem("found_on"), 12, Kind.DATE),
        PaperColumn(_("解决状态"), of_problem("status", label=True), 13),
        PaperColumn(_("解决日期"), of_problem("solved_on"), 12, Kind.DATE),
        PaperColumn(_("解决情况"), of_problem("solution"), 28),
        PaperColumn(_("核实日期"), of_problem("verified_on"), 12, Kind.DATE),
        PaperColumn(_("核实人"), of_problem("verified_by"), 10),
    ),
    by_problem,
)  # fmt: skip
TASKS = PaperList(
    "tasks", _("任务清单"),
    (
        *_PLACE,
        PaperColumn(_("存在问题"), of_problem("description"), 28),
        PaperColumn(_("工作线"), of_task("line", label=True), 8),
        PaperColumn(_("整顿措施"), of_task("measure"), 34),
        PaperColumn(_("目标"), of_task("target"), 20),
        PaperColumn(_("开始日期"), of_task("start_on"), 12, Kind.DATE),
        PaperColumn(_("完成时限"), of_task("due_on"), 12, Kind.DATE),
        PaperColumn(_("进度(%)"), of_task("progress"), 8, Kind.INTEGER),
        PaperColumn(_("进展情况"), of_task("progress_text"), 24),
        PaperColumn(_("完成日期"), of_task("done_on"), 12, Kind.DATE),
        PaperColumn(_("滞后原因"), of_task("delayed_reason"), 20),
    ),
    by_task,
)  # fmt: skip


def _duty(kind: DutyKind) -> PaperColumn:
    return PaperColumn(kind.label, lambda line: line.holder(kind) or None, 13, once=True)


DUTIES = PaperList(
    "duties", _("责任清单"),
    (
        *_PLACE,
        _duty(DutyKind.TOWNSHIP_SECRETARY),
        _duty(DutyKind.DEPUTY_SECRETARY),
        _duty(DutyKind.ORGANIZER),
        PaperColumn(_("整顿措施"), of_task("measure"), 34),
        *_WHO,
        PaperColumn(_("配合单位"), of_task("coop_units"), 20),
        PaperColumn(_("完成时限"), of_task("due_on"), 12, Kind.DATE),
    ),
    by_task,
)  # fmt: skip
LISTS = {one.key: one for one in (PROBLEMS, TASKS, DUTIES, LEDGER)}
