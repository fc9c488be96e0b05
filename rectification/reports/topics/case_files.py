"""What stands in the files of cases, frozen: problems of the batch, who answers for open cases."""

from collections.abc import Iterator
from typing import Any

from rectification.choices import DutyKind
from rectification.figures.plans import four_kind
from rectification.figures.problems import SOLVED, problems_of
from rectification.models import CaseLink, DutyHolder
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.reports.topics.case_rows import township_of
from rectification.rules.plan import FOUR_KINDS
from rectification.states import UNDER_WORK, ProblemStatus

PROBLEMS, DUTIES = "case_problems", "case_duties"
COUNTY_LEADER = FOUR_KINDS[0]
_PLACE = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "number": "编号",
}  # fmt: skip
_LOOKUPS = (
    "village__township__name", "village__code", "village__name", "case__number", "case__round",
)  # fmt: skip


def problem_table(asked: Asked, year: int) -> tuple[Table, list[str]]:
    """A problem of the batch a row, and its kinds in the order of the county's words; what the
    problems say stays in the ledger. One query."""
    rows = problems_of(asked.scope, asked.county.code, year)
    found = rows.order_by("village__code", "case__round", "seq", "pk")
    names = ("seq", "kind__name", "status", "kind__position")
    kinds, told = set(), []
    for place, (seq, kind, status, position) in _placed(asked, found, *names):
        label = str(ProblemStatus(status).label)
        told.append((*place, seq, kind, label, int(status in SOLVED)))
        kinds.add((position, kind))
    keys = (*_PLACE, "seq", "kind", "status", "solved")
    headers = (*_PLACE.values(), "序号", "问题类型", "状态", "已解决")
    table = Table(PROBLEMS, f"{year}年批次问题清单", keys, headers, tuple(told))
    return table, [kind for _position, kind in sorted(kinds)]


def duty_table(asked: Asked) -> Table:
    """A duty holder in office of a case under work a row, and the county's leader who is linked
    to it: these sign no letter. Two queries."""
    told = [*_holders(asked), *_leaders(asked)]
    keys = (*_PLACE, "duty", "name", "post", "signed")
    headers = (*_PLACE.values(), "责任", "姓名", "职务", "责任书已签")
    return Table(DUTIES, "整顿责任人", keys, headers, tuple(sorted(told, key=_order)))


def _holders(asked: Asked) -> Iterator[tuple[Cell, ...]]:
    rows = DutyHolder.objects.in_scope(asked.scope).in_county(asked.county.code)
    rows = rows.filter(case__status__in=UNDER_WORK, to=None).order_by("pk")
    for place, (kind, name, post, day) in _placed(
        asked, rows, "kind", "name", "post", "letter_signed_on"
    ):
        yield (*place, str(DutyKind(kind).label), name, post, int(day is not None))


def _leaders(asked: Asked) -> Iterator[tuple[Cell, ...]]:
    rows = CaseLink.objects.in_scope(asked.scope).in_county(asked.county.code).on(asked.as_of)
    rows = rows.filter(case__status__in=UNDER_WORK).exclude(person="").order_by("pk")
    names = ("kind__name", "kind__aliases", "person", "post")
    for place, (kind, aliases, person, post) in _placed(asked, rows, *names):
        if four_kind(kind, aliases) == COUNTY_LEADER:
            yield (*place, COUNTY_LEADER, person, post, None)


def _placed(asked: Asked, rows: Any, *names: str) -> Iterator[tuple[tuple[Cell, ...], Any]]:
    """Where each row is, and its own values."""
    for town, code, village, number, round_, *values in rows.values_list(*_LOOKUPS, *names):
        shown = number if round_ == 1 else f"{number}-{round_}"
        yield (township_of(asked, code), town, code, village, shown), values


_RANKS = {COUNTY_LEADER: 0} | {str(kind.label): n for n, kind in enumerate(DutyKind, 1)}


def _order(row: tuple[Cell, ...]) -> tuple[Any, ...]:
    """By village, the county's leader first, then in the order of duties."""
    return row[2], row[4], _RANKS.get(str(row[5]), 9), str(row[6])
