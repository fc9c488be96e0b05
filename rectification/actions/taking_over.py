"""Taking over a paper ledger: cases, problems and tasks in a fixed number of statements.

A case that is taken over gets one event, one more where the ledger tells of a failed acceptance,
and the state that the ledger's words mean; what a paper does not say (days, papers, votes) stays
empty. Later sheets add problems and bring texts up to date; a state changes by steps alone.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.numbering import next_numbers
from rectification.actions.one_open import many_open
from rectification.actions.taken_over_rows import (
    acceptance_of,
    case_of,
    new_kinds,
    problem_of,
    task_of,
    task_values,
)
from rectification.models import (
    Acceptance,
    AcceptanceScheme,
    CaseEvent,
    ProblemItem,
    RectificationCase,
    TaskItem,
)
from rectification.sheets.stored import Known, key_of, kinds_of, stored_rows, year_of
from rectification.states import FAIL, CaseStatus
from villages.common import clock
from villages.imports.declaring import Context, Row, Saved, conflict

# What a ledger puts on record; a failure in the portal raises the case's version besides.
FROM_LEDGER = ("taken-over", FAIL.key)


@transaction.atomic
def save_ledger(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Writes cases that are new, problems with their tasks, and newer texts of known ones."""
    known = stored_rows(context)
    words = kinds_of(context.county) | new_kinds(context, new, kinds_of(context.county))
    cases = {one.village.code: one for one in _batch(context)}
    opened = _open_cases(context, new, cases)
    cases |= dict(zip(_codes_without(new, cases), opened, strict=True))
    problems, tasks = _write_problems(context, new, cases, words)
    before = [_renew(context, row, known[key_of(row)]) for row in changed]
    undo = [
        [one.uid for one in opened], [one.uid for one in problems], [one.uid for one in tasks],
        [one for one in before if one],
    ]  # fmt: skip
    return Saved(created=len(new), updated=len(changed), undo=undo)


def _batch(context: Context) -> Iterable[RectificationCase]:
    rows = RectificationCase.objects.in_county(context.county).select_related("village")
    return rows.filter(listed_year=year_of(context)).exclude(status=CaseStatus.WITHDRAWN)


def _open_cases(
    context: Context, rows: list[Row], cases: dict[str, RectificationCase]
) -> list[RectificationCase]:
    """One case for each village that has none in the batch; its event, and its acceptance."""
    by_village = {code: [row for row in rows if row.village.code == code]
                  for code in _codes_without(rows, cases)}  # fmt: skip
    if not by_village:
        return []
    numbers = next_numbers(context.county, year_of(context), len(by_village))
    scheme = AcceptanceScheme.objects.in_county(context.county).on(context.on).first()
    made = [
        case_of(context, number, group, scheme)
        for number, group in zip(numbers, by_village.values(), strict=True)
    ]
    with many_open():
        opened = RectificationCase.objects.bulk_create(made)
    CaseEvent.objects.bulk_create(event for one in opened for event in _told(context, one))
    pairs = zip(opened, by_village.values(), strict=True)
    verdicts = [acceptance_of(one, group[0], context.on) for one, group in pairs]
    Acceptance.objects.bulk_create(one for one in verdicts if one is not None)
    return opened


def _codes_without(rows: list[Row], cases: dict[str, RectificationCase]) -> list[str]:
    """Villages that have no case in the batch yet, in the order of the sheet."""
    return list(dict.fromkeys(row.village.code for row in rows if row.village.code not in cases))


def _told(context: Context, case: RectificationCase) -> Iterator[CaseEvent]:
    """The ledger tells that a case is there, and that it failed an acceptance."""
    yield _event(context, case, "taken-over")
    if case.failed_count:
        failed = _event(context, case, FAIL.key)
        failed.from_status = CaseStatus.COUNTY_ACCEPTANCE
        yield failed


def _event(context: Context, case: RectificationCase, step: str) -> CaseEvent:
    return CaseEvent(
        county_code=case.county_code, village_id=case.village_id, case=case, step=step,
        to_status=case.status, on=context.on, at=clock.instant(),
        by_name=getattr(context.by, "name", "") or str(context.by),
        text=_("从台账接管:%s") % context.source if context.source else _("从台账接管"),
    )  # fmt: skip


def _write_problems(
    context: Context, rows: list[Row], cases: dict[str, RectificationCase], words: dict[str, Any]
) -> tuple[list[ProblemItem], list[TaskItem]]:
    taken = _last_seqs(cases.values())
    problems = []
    for row in rows:
        case = cases[row.village.code]
        taken[case.pk] = seq = taken.get(case.pk, 0) + 1
        problems.append(problem_of(context, row, case, words[row.values["kind"]], seq))
    saved = ProblemItem.objects.bulk_create(problems)
    pairs = zip(rows, saved, strict=True)
    return saved, TaskItem.objects.bulk_create(task_of(context, *pair) for pair in pairs)


def _last_seqs(cases: Iterable[RectificationCase]) -> dict[int, int]:
    rows = ProblemItem.objects.filter(case__in=[one.pk for one in cases])
    return dict(rows.order_by("seq").values_list("case_id", "seq"))


def _renew(context: Context, row: Row, known: Known) -> list[Any] | None:
    """The task's texts and progress as the newer sheet says them; what stood there before."""
    if known.task is None:
        return None
    values = task_values(row, context.on)
    before = {name: _plain(getattr(known.task, name)) for name in values}
    for name, value in values.items():
        setattr(known.task, name, value)
    known.task.version += 1
    known.task.save(update_fields=[*values, "version"])
    return [known.task.uid, known.task.version, before]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


@transaction.atomic
def undo_ledger(context: Context, saved: list[Any]) -> int:
    """Takes a sheet back: new problems go, changed texts come back, new cases are withdrawn.

    Events cannot be deleted, so a case that was taken over by mistake stays as withdrawn. Raises
    `undo_conflict` where somebody has worked on with them.
    """
    cases, problems, tasks, before = saved
    _refuse_worked_on(cases, problems, tasks, before)
    TaskItem.objects.filter(uid__in=tasks).delete()
    ProblemItem.objects.filter(uid__in=problems).delete()
    for uid, version, values in before:
        TaskItem.objects.filter(uid=uid).update(version=version + 1, **values)
    rows = list(RectificationCase.objects.filter(uid__in=cases).select_related("village"))
    Acceptance.objects.filter(case__in=rows, from_ledger=True).delete()
    for row in rows:
        row.status, row.withdrawn_on = CaseStatus.WITHDRAWN, clock.today()
        row.withdrawn_reason, row.accepted_on, row.closed_on = _("导入撤回"), None, None
        row.version += 1
        row.save()
    CaseEvent.objects.bulk_create(_event(context, one, "import-undone") for one in rows)
    return len(problems) + len(before)


def _refuse_worked_on(
    cases: list[str], problems: list[str], tasks: list[str], before: list[Any]
) -> None:
    expected = dict.fromkeys([*cases, *problems, *tasks], 1)
    expected |= {uid: version for uid, version, _values in before}
    models = (RectificationCase, ProblemItem, TaskItem)
    moved = [
        str(row)
        for model in models
        for row in model.objects.filter(uid__in=list(expected))
        if row.version != expected[row.uid]
    ]
    later = CaseEvent.objects.filter(case__uid__in=cases).exclude(step__in=FROM_LEDGER)
    moved += [str(event.case) for event in later.select_related("case__village")]
    if moved:
        raise conflict(moved)
