"""Rows that pass every rule of their ledger, as bodies and sheets would bring them.

`making.py` fills fields by their types; what a ledger's own rules ask of other rows is made here.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.villages.ledgers.making import built
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.kinds import is_key, model_field
from villages.ledgers.sheets.columns import items_of, key_of
from villages.ledgers.sheets.readers import shown
from villages.models import Village

Given = dict[str, Any]
LONG_AGO = date(2026, 1, 1)


def fitting(ledger: Ledger, village: Village) -> Any:
    """A row, not saved, that the ledger takes; the rows that it needs are saved."""
    given = _BESIDE.get(ledger.key, _nothing)(ledger, village)
    return built(ledger.model, village, 1, **given)


def cells_of(ledger: Ledger, row: Any, village: Village) -> dict[str, Any]:
    """The row as cells of a sheet say it, by column key; other rows by name."""
    places = {"township": village.township.name, "village": village.name}
    cells = {key_of(item): _cell(ledger, item, row) for item in items_of(ledger)}
    return {**places, **cells} if ledger.about_village else cells


def _cell(ledger: Ledger, item: Item, row: Any) -> Any:
    value = getattr(row, item.name)
    if not is_key(ledger, item):
        return shown(ledger, item, value)
    for part in item.by.split("__") if value is not None else ():
        value = getattr(value, part)
    return None if value is None else str(value)


def _pointed_at(ledger: Ledger, name: str, village: Village, /, **given: Any) -> Any:
    model = model_field(ledger, ledger.item(name)).related_model
    row = built(model, village, 999, **given)
    row.save()
    return row


def _nothing(_ledger: Ledger, _village: Village) -> Given:
    return {}


def _in_force(ledger: Ledger, village: Village) -> Given:
    from villages.indicators.choices import IndicatorState

    given = {"state": IndicatorState.IN_FORCE, "begun_on": LONG_AGO, "name": "留守儿童数"}
    return {"definition": _pointed_at(ledger, "definition", village, **given)}


def _body(ledger: Ledger, village: Village) -> Given:
    return {"body": _pointed_at(ledger, "body", village, founded_on=LONG_AGO)}


def _debt(ledger: Ledger, village: Village) -> Given:
    return {"debt": _pointed_at(ledger, "debt", village, borrowed_on=LONG_AGO)}


def _posting(ledger: Ledger, village: Village) -> Given:
    return {"posting": _pointed_at(ledger, "posting", village, name="袁辉", started_on=LONG_AGO)}


def _in_reserve(ledger: Ledger, village: Village) -> Given:
    from cadres.models import PostTenure

    person = _pointed_at(ledger, "person", village)
    built(PostTenure, village, 999, person=person, post="reserve").save()
    return {"person": person}


def _attempt(ledger: Ledger, village: Village) -> Given:
    """An acceptance that goes on, and a part of its case's scheme."""
    from rectification.models import Acceptance, SchemeAspect, SchemeVeto
    from rectification.states import CaseStatus
    from tests.rectification.situations import case_in

    case = case_in(village, CaseStatus.COUNTY_ACCEPTANCE)
    attempt = built(Acceptance, village, 1, case=case)
    attempt.save()
    parts = {
        "acceptance-scores": ("aspect", SchemeAspect), "acceptance-vetoes": ("veto", SchemeVeto),
    }  # fmt: skip
    beside = {"case": case, "acceptance": attempt}
    if ledger.key in parts:
        name, model = parts[ledger.key]
        beside[name] = model.objects.filter(scheme=case.scheme).first()
    return beside


def _screened(_ledger: Ledger, _village: Village) -> Given:
    """A new case begins with its screening."""
    from rectification.states import CaseStatus
    from tests.rectification.situations import reached

    later = {"origin": "portal", "deadline": None, "confirmed_on": None}
    return {**later, **reached(CaseStatus.SCREENING)}


def _closed(_ledger: Ledger, village: Village) -> Given:
    from rectification.states import CaseStatus
    from tests.rectification.situations import case_in

    return {"case": case_in(village, CaseStatus.FOLLOW_UP)}


_BESIDE: dict[str, Callable[[Ledger, Village], Given]] = {
    "indicator-values": _in_force,
    "joint-members": _body,
    "resident-duties": _posting,
    "leaves": _posting,
    "debt-repayments": _debt,
    "reserve-cadres": _in_reserve,
    "cases": _screened,
    "acceptance-members": _attempt,
    "acceptance-scores": _attempt,
    "acceptance-vetoes": _attempt,
    "case-revisits": _closed,
}
