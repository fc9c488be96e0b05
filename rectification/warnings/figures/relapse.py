"""Closed villages with the score that points at those likely to come back, as of a month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cadres.figures.succession import Succession, successions
from rectification.figures.rebound import Closed, rebound
from rectification.warnings import parameters as numbers
from rectification.warnings.figures.receipts import receipts
from rectification.warnings.relapse import MONTHS, Score, Seen, Weights, score
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.periods import Month
from villages.common.scope import Scope

_KEYS = {
    "secretary": numbers.RELAPSE_SECRETARY, "income": numbers.RELAPSE_INCOME,
    "petitions": numbers.RELAPSE_PETITIONS, "late": numbers.RELAPSE_LATE,
    "drop_percent": numbers.RELAPSE_DROP, "petition_count": numbers.RELAPSE_CASES,
    "late_months": numbers.RELAPSE_MONTHS_LATE, "cut_off": numbers.RELAPSE_CUT_OFF,
}  # fmt: skip
Facts = Mapping[int, Mapping[str, object]]


@dataclass(frozen=True)
class Watched:
    """A closed village and its score."""

    case: Closed
    score: Score


def weights_in_force(county: str, on: date) -> Weights:
    """The county's numbers of the score on a day."""
    return Weights(**{
        name: int(parameters.value(one.key, on=on, county=county)) for name, one in _KEYS.items()
    })  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is on record of closed villages: receipts by village code and month, secretaries."""

    facts: Mapping[str, Facts]
    secretaries: Mapping[str, Succession]

    def seen(self, case: Closed, month: Month, on: date) -> Seen:
        """As of a month: nothing later counts."""
        stored = self.facts.get(case.village_code, {})
        terms = self.secretaries.get(case.village_code)
        back = [stored.get(month.shift(-steps).number) for steps in range(MONTHS)]
        day = min(month.end, on)
        changed = terms.changed(case.closed_on, day) if terms else None
        return Seen(back, terms is not None, changed)


def known_of(scope: Scope, county: str, cases: list[Closed], first: Month, last: Month) -> Known:
    """Two queries."""
    codes = {one.village_code for one in cases}
    stored: dict[str, dict[int, Mapping[str, object]]] = {}
    for one in receipts(scope, county, first, last, codes=codes) if codes else ():
        stored.setdefault(one.code, {})[one.month] = one.facts
    return Known(stored, successions(scope, county, codes))


def relapse(scope: Scope, county: str, month: Month, on: date) -> list[Watched]:
    """Villages closed so lately that coming back would be a relapse, the highest score first. A
    fixed number of queries."""
    found = rebound(scope, county, on)
    cases = [
        one for one in found.whole.rows
        if one.back_on is None and add_months(one.closed_on, found.months) > on
    ]  # fmt: skip
    known = known_of(scope, county, cases, month.shift(1 - MONTHS), month)
    weights = weights_in_force(county, on)
    watched = [Watched(one, score(known.seen(one, month, on), weights)) for one in cases]
    return sorted(watched, key=lambda one: (-one.score.points, -one.score.most,
                                            one.case.village_code))  # fmt: skip
