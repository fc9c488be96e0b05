"""What is done to several candidates at once: a decision about each, or the county's list."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions.deciding import decide
from rectification.actions.listing import Decision, Told, list_many
from rectification.actions.one_open import open_cases, second_case
from rectification.figures.candidates import Screening, situations_found
from rectification.forms.screening import ListingManyForm, OutcomeForm
from rectification.perms import may_take_county_steps
from villages.common import clock
from villages.lists.bulk import BulkAction, Outcome


def deciding(found: Screening) -> BulkAction:
    """In, watch or out, with one reason for all."""
    points = {one.code: one.points for one in found.candidates}

    def perform(user: Any, rows: Any, data: dict[str, Any]) -> list[Outcome]:
        chosen = list(rows.select_related("township"))
        decide(
            [(one, points.get(one.code)) for one in chosen], by=user, on=clock.today(),
            year=found.standard.year, outcome=data["outcome"], reason=data["reason"],
        )  # fmt: skip
        return [Outcome(one.code, one.name, done=True) for one in chosen]

    return BulkAction(
        key="decide", label=_("作出决定"), perform=perform, form=OutcomeForm,
        allowed=may_take_county_steps,
    )  # fmt: skip


def listing(found: Screening) -> BulkAction:
    """Onto the list by one decision of the standing committee, each with what fits it."""
    known = {one.code: one for one in found.candidates}

    def perform(user: Any, rows: Any, data: dict[str, Any]) -> list[Outcome]:
        chosen = list(rows.select_related("township"))
        told = list_many(
            [(one, situations_found(known.get(one.code))) for one in chosen], by=user,
            decision=Decision(year=found.standard.year, **data),
        )  # fmt: skip
        return [_outcome(one) for one in told]

    return BulkAction(
        key="list", label=_("按常委会决定认定"), perform=perform, refusals=_refusals,
        form=type("ListingMany", (ListingManyForm,), {"today": clock.today()}),
        allowed=may_take_county_steps,
    )  # fmt: skip


def _refusals(_user: Any, rows: Any) -> dict[str, str]:
    """Villages that have an open case already."""
    return {one.village.code: str(second_case(one)) for one in open_cases(rows).values()}


def _outcome(one: Told) -> Outcome:
    note = str(one.error) if one.error else str(one.case.number if one.case else "")
    return Outcome(one.village.code, str(one.village.full_name), one.error is None, note)
