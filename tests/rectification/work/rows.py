"""Rows of a case's file for these tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from rectification.models import (
    CaseExtension,
    CaseWord,
    ProblemItem,
    RectificationCase,
    TaskItem,
    WorkDone,
)
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, words

LI = "999901001200"
WANG = "999901001201"
FAR = "999901101200"


def at_work(code: str = LI, **given: Any) -> RectificationCase:
    """A case in which work goes on."""
    return case_in(code, CaseStatus.IN_PROGRESS, **given)


def word(case: RectificationCase, use: str, name: str) -> CaseWord:
    """One of the county's words."""
    words(case.county_code)
    return CaseWord.objects.get(county_code=case.county_code, use=use, name=name)


def mine(case: RectificationCase) -> dict[str, Any]:
    """What every row of the file says."""
    return {"case": case, "village": case.village, "county_code": case.county_code}


def problem(case: RectificationCase, seq: int = 1, kind: str = "土地", **given: Any) -> ProblemItem:
    """A problem of the case."""
    said = {"description": f"土地纠纷第{seq}件", **given}
    return ProblemItem.objects.create(
        **mine(case), seq=seq, kind=word(case, "problem", kind), **said
    )


def task(case: RectificationCase, against: ProblemItem | None = None, **given: Any) -> TaskItem:
    """A task of the case, due on the last of June."""
    said = {"seq": 1, "line": "team", "measure": "逐户丈量", "lead_person": "钱多",
            "due_on": date(2026, 6, 30), **given}  # fmt: skip
    return TaskItem.objects.create(**mine(case), problem=against, **said)


def work(case: RectificationCase, kind: str, quantity: str, **given: Any) -> WorkDone:
    """A work done."""
    said = {"done_on": date(2026, 9, 1), **given}
    return WorkDone.objects.create(
        **mine(case), kind=word(case, "work", kind), quantity=Decimal(quantity), **said
    )


def asked(case: RectificationCase, **given: Any) -> CaseExtension:
    """A request for more time that waits."""
    said = {"ordinal": 1, "asked_on": date(2026, 9, 20), "old_deadline": case.deadline,
            "new_deadline": date(2026, 12, 20), "reason": "确权公示未满", **given}  # fmt: skip
    return CaseExtension.objects.create(**mine(case), **said)
