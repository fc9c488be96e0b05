"""A case begins: registered by the screening, or put on the list at once by a decision."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rectification.actions.months import require_month_of
from rectification.actions.numbering import next_numbers
from rectification.actions.one_open import one_open
from rectification.actions.stepping import Said, put_on_record
from rectification.choices import CaseLevel
from rectification.figures.schemes import scheme_in_force
from rectification.models import CaseSituation, RectificationCase, ScreeningItem
from rectification.states import LISTED, CaseStatus
from villages import parameters
from villages.accounts.models import User
from villages.ledgers.keeping import refuse_broken
from villages.models import Village

OPENED = "opened"
# Item of the standard, and the facts that show it.
Situations = Iterable[tuple[ScreeningItem, str]]


@transaction.atomic
def open_screening(
    village: Village, *, by: Any, on: date, year: int, case_class: str, facts: str,
    interviewed: int | None = None, situations: Situations = (),
) -> RectificationCase:  # fmt: skip
    """Registers a village in the screening of a year under the next number of that year.

    A case of the years that the county looks back on is linked as the one before. Raises
    `case_open` where a case is not finished, `month_closed`, and what the constraints say.
    """
    return _opened(
        village, situations, by=by, said=Said(text=facts), status=CaseStatus.SCREENING,
        status_since=on, screened_on=on, listed_year=year, case_class=case_class, facts=facts,
        interviewed=interviewed,
    )  # fmt: skip


@transaction.atomic
def list_directly(
    village: Village, *, by: Any, on: date, year: int, case_class: str, document_no: str,
    level: str = CaseLevel.GENERAL, reason: str = "", facts: str = "", situations: Situations = (),
) -> RectificationCase:  # fmt: skip
    """Puts a village on the list by a decision of the county's standing committee of this day,
    without a screening. Raises `case_open`, `month_closed`, `no_scheme` and what the constraints
    say."""
    return _opened(
        village, situations, by=by, said=Said(text=reason, document_no=document_no),
        listed_year=year, case_class=case_class, level=level, facts=facts,
        **directly(village.county_code, on, document_no, reason),
    )  # fmt: skip


def directly(county: str, on: date, document_no: str, reason: str) -> dict[str, Any]:
    """What a case holds that was listed by a decision of a day. Raises `no_scheme`."""
    return {
        "status": CaseStatus.CONFIRMED, "status_since": on, "confirmed_on": on,
        "document_no": document_no, "listed_directly": True, "review_decision": reason,
        "scheme": scheme_in_force(county, on),
    }  # fmt: skip


def _opened(
    village: Village, situations: Situations, *, by: Any, said: Said, status: CaseStatus,
    listed_year: int, **values: Any,
) -> RectificationCase:  # fmt: skip
    county = village.county_code
    require_month_of([village], values["status_since"])
    # The numbers' lock also makes most people who open a case of one village at once wait.
    [number] = next_numbers(county, listed_year)
    row = RectificationCase(
        village=village, county_code=county, number=number, status=status,
        listed_year=listed_year, handler=person_of(by),
        previous_case=former_case(village, listed_year, values["status_since"]),
        **values,
    )  # fmt: skip
    with one_open(village):
        refuse_broken(row)
        row.save()
    _write_situations(row, situations)
    put_on_record(row, OPENED, by=by, on=row.status_since, said=said)
    return row


def person_of(by: Any) -> Any:
    """Who keeps the case; the shell and the demo are nobody's desk."""
    return by if isinstance(by, User) else None


def former_case(village: Village, year: int, day: date) -> RectificationCase | None:
    """The newest case of the village in the years that the county looks back on."""
    return former_cases([village], year, day).get(village.pk)


def former_cases(
    villages: Sequence[Village], year: int, day: date
) -> dict[int, RectificationCase]:  # fmt: skip
    """The same for villages of one county, by the key of the village. One query."""
    county = villages[0].county_code if villages else ""
    back = parameters.value("rectification.repeat_years", on=day, county=county)
    rows = RectificationCase.objects.filter(village__in=[one.pk for one in villages])
    rows = rows.filter(status__in=LISTED, listed_year__gte=year - int(back), listed_year__lte=year)
    return {one.village_id: one for one in rows.order_by("listed_year", "round", "pk")}


def _write_situations(row: RectificationCase, situations: Situations) -> None:
    CaseSituation.objects.bulk_create(
        CaseSituation(
            case=row, village=row.village, county_code=row.county_code, item=item, facts=facts
        )
        for item, facts in situations
    )
