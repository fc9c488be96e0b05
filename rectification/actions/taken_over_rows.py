"""One row of a paper ledger as rows of the portal."""

from datetime import date
from typing import Any

from rectification.choices import AcceptanceResult, Origin, WordUse, WorkLine
from rectification.models import (
    Acceptance,
    AcceptanceScheme,
    CaseWord,
    ProblemItem,
    RectificationCase,
    TaskItem,
)
from rectification.sheets.readers import DONE, UNDER_WAY, percent_in
from rectification.sheets.stored import year_of
from rectification.states import CaseStatus, ProblemStatus
from villages.imports.declaring import Context, Row

LEDGER = "台账"


def status_of(row: Row) -> CaseStatus:
    """What the ledger's words about acceptance and closing mean for the case."""
    if row.values.get("closed") == "yes":
        return CaseStatus.CLOSED
    if row.values.get("verdict") == AcceptanceResult.PASSED:
        return CaseStatus.COUNTY_ACCEPTANCE
    return CaseStatus.IN_PROGRESS


def case_of(
    context: Context, number: str, rows: list[Row], scheme: AcceptanceScheme | None
) -> RectificationCase:
    """A case from all its rows; its deadline is the latest of its tasks."""
    first, status = rows[0], status_of(rows[0])
    dues = [row.values["due_on"] for row in rows if row.values.get("due_on")]
    passed = status in (CaseStatus.CLOSED, CaseStatus.COUNTY_ACCEPTANCE)
    return RectificationCase(
        county_code=context.county, village_id=first.village.pk, number=number,
        listed_year=year_of(context), origin=Origin.LEDGER, status=status,
        status_since=context.on, case_class=first.values["case_class"], scheme=scheme,
        deadline=max(dues, default=None), source=context.source[:120],
        facts="；".join(row.values["description"] for row in rows)[:2000],
        accepted_on=context.on if passed else None,
        closed_on=context.on if status == CaseStatus.CLOSED else None,
        failed_count=int(first.values.get("verdict") == AcceptanceResult.FAILED),
    )  # fmt: skip


def acceptance_of(case: RectificationCase, row: Row, on: date) -> Acceptance | None:
    """The attempt that the ledger tells of, with its result alone."""
    verdict = row.values.get("verdict")
    if verdict not in AcceptanceResult.values:
        return None
    return Acceptance(
        county_code=case.county_code, village_id=case.village_id, case=case, result=verdict,
        concluded_on=on, from_ledger=True,
    )  # fmt: skip


def new_kinds(context: Context, rows: list[Row], known: dict[str, Any]) -> dict[str, CaseWord]:
    """Registers the kinds of problem that the county did not know yet."""
    names = dict.fromkeys(row.values["kind"] for row in rows if row.values["kind"] not in known)
    made = CaseWord.objects.bulk_create(
        CaseWord(
            county_code=context.county, use=WordUse.PROBLEM, name=name[:40],
            source=context.source[:120],
        )
        for name in names
    )  # fmt: skip
    return dict(zip(names, made, strict=True))


def problem_of(
    context: Context, row: Row, case: RectificationCase, kind: CaseWord, seq: int
) -> ProblemItem:
    """The problem of a row; those of a passed village count as verified by its acceptance."""
    done, passed = row.values.get("state") == DONE, bool(case.accepted_on)
    status = ProblemStatus.OPEN
    if row.values.get("state") == UNDER_WAY:
        status = ProblemStatus.IN_PROGRESS
    if done:
        status = ProblemStatus.VERIFIED if passed else ProblemStatus.SOLVED
    return ProblemItem(
        county_code=case.county_code, village_id=case.village_id, case=case, seq=seq, kind=kind,
        description=row.values["description"][:500], status=status, source=context.source[:120],
        solved_on=context.on if done else None,
        verified_on=context.on if done and passed else None,
        verified_by=LEDGER if done and passed else "",
    )  # fmt: skip


def task_of(context: Context, row: Row, problem: ProblemItem) -> TaskItem:
    """The measure of a row."""
    return TaskItem(
        county_code=problem.county_code, village_id=problem.village_id, case=problem.case,
        problem=problem, seq=problem.seq, line=problem.kind.line or WorkLine.FOCUS,
        source=context.source[:120], **task_values(row, context.on),
    )  # fmt: skip


def task_values(row: Row, on: date) -> dict[str, Any]:
    """What a row says of its measure; a sentence that names a percentage tells the progress."""
    done, said = row.values.get("state") == DONE, row.values.get("progress_text")
    progress = 100 if done else min(percent_in(said) or 0, 99)
    texts = ("measure", "leader", "lead_unit", "lead_person", "progress_text")
    return {
        **{name: (row.values.get(name) or "")[:_MOST[name]] for name in texts},
        "due_on": row.values.get("due_on"), "progress": progress,
        "progressed_on": on if said else None, "done_on": on if done else None,
    }  # fmt: skip


_MOST = {"measure": 500, "leader": 40, "lead_unit": 60, "lead_person": 40, "progress_text": 500}
