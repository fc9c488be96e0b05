"""What all ledgers of a case's file ask: whose case it is, and whether it still takes rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from rectification.choices import Origin
from rectification.figures.following import closed_day
from rectification.models import RectificationCase
from rectification.states import OFF_THE_LIST, OPEN, UNDER_WORK, CaseStatus
from villages.common.faults import Fault
from villages.ledgers.declaring import Item

Check = Callable[[Mapping[str, Any], Any], Iterable[Fault]]
Holds = Callable[[Any], Iterable[Fault]]


def in_case(*statuses: CaseStatus) -> Check:
    """A row belongs to the village of its case, and the case is in one of these states."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        case, village = values.get("case"), values.get("village")
        if case is None:
            return
        if village is not None and case.village_id != village.pk:
            yield Fault("case", "other_village", _("它属于另一个村。"), _("请选择本村的整顿。"))
        yield from _state_faults(case, statuses, "case")

    return check


def worked_on(day: str) -> Check:
    """As `in_case` under work. A paper ledger is taken over with cases that it has closed: what was
    done before may still be written down, by the day of the field `day`."""

    def check(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
        late = _closed_on_paper(values.get("case"), values.get(day))
        yield from in_case(*UNDER_WORK, *(OFF_THE_LIST if late else ()))(values, row)

    return check


def kept_while_worked_on(day: str) -> Holds:
    """A row is taken away only while it might be written too (a ledger's `holds`)."""
    check = worked_on(day)

    def holds(row: Any) -> Iterator[Fault]:
        told = {"case": row.case, "village": row.village, day: getattr(row, day)}
        yield from check(told, row)

    return holds


def kept_in(*statuses: CaseStatus) -> Holds:
    """A row is taken away only while its case is in one of these states (a ledger's `holds`)."""

    def holds(row: Any) -> Iterator[Fault]:
        yield from _state_faults(row.case, statuses, "")

    return holds


def same_case(through: str) -> Check:
    """A part belongs to the case of its whole: a task to that of its problem."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        whole, case = values.get(through), values.get("case")
        if whole is not None and case is not None and whole.case_id != case.pk:
            yield Fault(through, "other_case", _("它属于另一个整顿。"), _("请选择本整顿的记录。"))

    return check


def all_of(*checks: Check) -> Check:
    """Several checks as one."""

    def check(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
        for one in checks:
            yield from one(values, row)

    return check


def of_case(row: Any, _by: Any) -> None:
    """The village of a row that names only its case (a ledger's `settle`)."""
    if row.case_id and not row.village_id:
        row.village = row.case.village
    if row.village_id:
        row.county_code = row.village.county_code


def find_cases(values: Sequence[dict[str, Any]], by: Any) -> None:
    """Rows that name only their village belong to its open case, else to the last one that a
    paper ledger closed. One query."""
    villages = {one["village"] for one in values if one.get("village")}
    rows = RectificationCase.objects.visible_to(by).filter(village__in=villages)
    rows = rows.filter(Q(status__in=OPEN) | Q(status__in=OFF_THE_LIST, origin=Origin.LEDGER))
    ordered = rows.select_related("village__township").order_by("listed_year", "round")
    # Of two the later one counts, an open one before all.
    found = {row.village_id: row for row in sorted(ordered, key=lambda row: row.status in OPEN)}
    for one in values:
        if (village := one.get("village")) and village.pk in found:
            one["case"] = found[village.pk]


def find_villages(values: Sequence[dict[str, Any]], _by: Any) -> None:
    """Rows that name only their case belong to its village."""
    for one in values:
        if case := one.get("case"):
            one["village"] = case.village


# The first items of every ledger of the file: either of them tells the other in a new row.
CASE_ITEMS = (
    Item("village", fixed=True, find=find_villages),
    Item("case", by="number", fixed=True, width=14, find=find_cases),
)


def _closed_on_paper(case: RectificationCase | None, told: Any) -> bool:
    """Whether the day lies before a closing that only a paper ledger tells of."""
    if case is None or case.origin != Origin.LEDGER or case.status not in OFF_THE_LIST:
        return False
    return bool(told and told <= closed_day(case))


def _state_faults(
    case: RectificationCase, statuses: tuple[CaseStatus, ...], place: str
) -> Iterator[Fault]:
    if case.status in statuses:
        return
    words = _("%(case)s现在是“%(status)s”,这时不能登记或改动。") % {
        "case": case, "status": case.get_status_display(),
    }  # fmt: skip
    ways = "、".join(str(one.label) for one in statuses)
    yield Fault(place, "case_state", words, _("只有在“%s”时可以。") % ways)
