"""What the ledgers of the collective economy say, for W22-W26."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from collective_economy.figures import VillageIncome, year_to_dates
from collective_economy.figures.contracts import contracts
from collective_economy.figures.debts import DebtStanding, debts, owed
from collective_economy.figures.latest import last_stated
from collective_economy.figures.projects import ProjectStanding, projects
from collective_economy.figures.renewals import VillageContracts, village_contracts
from collective_economy.figures.sharing import support_villages
from collective_economy.kinds import ProjectStatus
from rectification.warnings.facts.asking import Asked
from villages.common.calendar_months import add_months
from villages.common.periods import Month, Quarter

Fields = dict[str, Any]
_HUNDREDTHS = 100
_STOPPED = (ProjectStatus.IDLE, ProjectStatus.FAILED)


def known(asked: Asked) -> dict[int, Fields]:
    """By village (primary key) the fields of `rules/known/economy.py` that are known.

    Seventeen queries at most. A county without a row in a ledger does not keep it; where it is
    kept, a village without a row has nothing to be judged there.
    """
    found: dict[int, Fields] = {pk: {} for pk in asked.roll.codes}
    for part in (_income, _debt, _built, _let):
        for pk, fields in part(asked).items():
            if pk in found:
                found[pk] |= fields
    return found


def _income(asked: Asked) -> dict[int, Fields]:
    month = asked.month
    ends = (month, month.same_last_year(), Month(month.year - 1, 12))
    stated = year_to_dates(asked.scope, asked.county, ends)
    last = last_stated(asked.scope, asked.county, month)
    names = ("operating_fen", "operating_before_fen", "operating_year_fen")
    found: dict[int, Fields] = {
        pk: {"income_quarters": _silent(one, asked.on)} for pk, one in last.items()
    }
    for name, end in zip(names, ends, strict=True):
        for pk, income in stated[end].items():
            found.setdefault(pk, {})[name] = _operating(income)
    return found


def _operating(income: VillageIncome) -> int | None:
    return income.operating_fen


def _silent(last: Month, on: date) -> int:
    """Whole quarters over by the day, back from the newest, that ended without a statement."""
    newest = Quarter.of(on) if on == Quarter.of(on).end else Quarter.of(on).previous()
    told = Quarter.of(last.start)
    return max(0, (newest.year - told.year) * 4 + newest.index - told.index)


def _debt(asked: Asked) -> dict[int, Fields]:
    now = debts(asked.scope, asked.county, asked.on)
    before = debts(asked.scope, asked.county, date(asked.on.year - 1, 12, 31))
    if not now and not before:
        return {}
    left, was, late = owed(now), owed(before), owed(_overdue(now))
    return {
        pk: {
            "debt_fen": left.get(pk, 0),
            "debt_before_fen": was.get(pk, 0),
            "debt_overdue_fen": late.get(pk, 0),
        }
        for pk in asked.roll.codes
    }


def _overdue(known: list[DebtStanding]) -> list[DebtStanding]:
    return [one for one in known if one.is_overdue]


def _built(asked: Asked) -> dict[int, Fields]:
    """A supported village without a project on record is unknown: there should be one."""
    by_village: dict[int, list[ProjectStanding]] = defaultdict(list)
    for one in projects(asked.scope, asked.county, asked.on):
        by_village[one.project.village_id].append(one)
    supported = support_villages(asked.scope, asked.county, asked.on)
    if not by_village and not supported:
        return {}
    return {
        pk: _projects(by_village.get(pk, []), asked.on)
        for pk in asked.roll.codes
        if pk in by_village or pk not in supported
    }


def _projects(rows: list[ProjectStanding], on: date) -> Fields:
    """Whoever has stopped lies behind no plan, and owes no beginning."""
    going = [one for one in rows if not _has_stopped(one, on)]
    behind = [one.behind(on) for one in going if one.project.status != ProjectStatus.PLANNING]
    points = [one for one in behind if one is not None]
    waiting = [one.arrived_on for one in going if one.arrived_on and not _has_begun(one, on)]
    unspent = [one.unspent_since for one in going if one.unspent_since]
    return {
        "projects": len(rows),
        "project_behind": _hundredths(max(points)) if points else None,
        "projects_unplanned": behind.count(None),
        "project_waiting_months": max((_months(day, on) for day in waiting), default=None),
        "project_unspent_months": max((_months(day, on) for day in unspent), default=None),
        "projects_stopped": len(rows) - len(going),
    }


def _has_stopped(one: ProjectStanding, on: date) -> bool:
    day = one.project.stopped_on
    return one.project.status in _STOPPED and (day is None or day <= on)


def _has_begun(one: ProjectStanding, on: date) -> bool:
    return one.project.started_on is not None and one.project.started_on <= on


def _hundredths(points: Decimal) -> int:
    return int(points * _HUNDREDTHS)


def _months(day: date, on: date) -> int:
    """Full months from one day to another."""
    months = (on.year - day.year) * 12 + on.month - day.month
    return months - (add_months(day, months) > on)


def _let(asked: Asked) -> dict[int, Fields]:
    standing = contracts(asked.scope, asked.county, asked.on)
    if not standing:
        return {}
    found = village_contracts(asked.scope, asked.county, asked.on, standing)
    return {pk: _contracts(found.get(pk)) for pk in asked.roll.codes}


def _contracts(one: VillageContracts | None) -> Fields:
    if one is None:
        return {"contracts": 0}
    return {
        "contracts": one.count,
        "contract_days_left": one.days_left,
        "contracts_used_on": one.used_on,
        "arrears_days": one.arrears_days,
    }
