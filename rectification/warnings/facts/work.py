"""What rectification and filing say, for W27 W28."""

from collections import Counter
from datetime import date
from typing import Any

from collective_economy.figures.roundtrips import proven_pass_throughs
from rectification.figures.open_work import OpenWork, open_work
from rectification.warnings.choices import QuestionKind, QuestionOutcome
from rectification.warnings.facts.asking import Asked
from rectification.warnings.models import Question
from rectification.warnings.rules.series import written
from villages.filings.figures.lateness import VillageLateness, lateness

Fields = dict[str, Any]
# Questions about numbers; what was copied or written in late is no untrue number.
_ABOUT_NUMBERS = (QuestionKind.ROUND_TRIP, QuestionKind.JUMP)
# So many months, the judged one included, show how long a village has been late.
_BACK = 3


def known(asked: Asked) -> dict[int, Fields]:
    """By village (primary key) the fields of `rules/known/work.py` that are known. Twelve
    queries at most.

    Cases are opened here and nowhere else: a village without one has none.
    """
    month = asked.whole_month
    months = [month.shift(-back) for back in range(_BACK)]
    cases = open_work(asked.scope, asked.county, asked.on)
    filed = lateness(asked.scope, asked.county, months, asked.told_by)
    untrue = _untrue(asked, month.start, month.end)
    return {
        pk: {**_case(cases.get(pk)), **_filed(filed.get(pk)), "false_data": untrue[pk]}
        for pk in asked.roll.codes
    }


def _case(one: OpenWork | None) -> Fields:
    if one is None:
        return {"cases": 0}
    return {
        "cases": 1,
        "task_late_days": one.late_days,
        "case_extensions": one.extensions,
        "case_failed": one.has_failed,
    }


def _filed(one: VillageLateness | None) -> Fields:
    if one is None:
        return {}
    return {"filing_late": written(one.days), "filing_mending_days": one.mending_days}


def _untrue(asked: Asked, first: date, last: date) -> Counter[int]:
    """What people found to be untrue between two days: income that was none, and questions about
    numbers that somebody confirmed. What nobody confirmed counts nowhere."""
    found: Counter[int] = Counter()
    found.update(proven_pass_throughs(asked.scope, asked.county, first, last))
    confirmed = (
        Question.objects.in_scope(asked.scope)
        .in_county(asked.county)
        .filter(
            kind__in=_ABOUT_NUMBERS,
            outcome=QuestionOutcome.CONFIRMED,
            settled_on__range=(first, last),
        )
    )
    found.update(confirmed.values_list("village_id", flat=True))
    return found
