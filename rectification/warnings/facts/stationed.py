"""What the ledger of postings says, for W15."""

from collections import defaultdict
from typing import Any

from cadres.figures.residents import Resident, residents
from rectification.warnings.facts.asking import Asked
from rectification.warnings.rules.series import written


def known(asked: Asked) -> dict[int, dict[str, Any]]:
    """By village (primary key) the fields of `rules/known/stationed.py` that are known.

    A county that posted nobody has not begun with this ledger; in one that did, a village
    without a first secretary of the whole month has none.
    """
    everybody = residents(asked.scope, asked.county, asked.whole_month)
    if not everybody:
        return {}
    found: dict[int, list[Resident]] = defaultdict(list)
    for one in everybody:
        if one.is_first_secretary and one.days_back:
            found[one.village].append(one)
    return {pk: _stationed(found[pk]) for pk in asked.roll.codes}


def _stationed(leaders: list[Resident]) -> dict[str, Any]:
    if not leaders:
        return {"stationed": 0}
    # A month that nobody told decides nothing, so it comes before any number of days.
    least = min(leaders, key=lambda one: -1 if one.days is None else one.days)
    return {
        "stationed": len(leaders),
        "stationed_days": written(least.days_back),
        "stationed_absences": max(one.absences or 0 for one in leaders),
    }
