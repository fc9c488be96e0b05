"""That rows in the ledgers and facts made by hand are judged alike."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, settings

from rectification.warnings.facts import collect
from rectification.warnings.rules import Finding, VillageFacts, by_code
from villages.common.periods import Month

COUNTY, LI = "999901", "999901001200"
OCTOBER, ON = Month(2026, 10), date(2026, 10, 31)
# Rows are undone after each example, so that the fixtures hold for all of them.
few = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ago(days: int, on: date = ON) -> date:
    """So many days before."""
    return on - timedelta(days=days)


@contextmanager
def undone() -> Iterator[None]:
    """Rows made inside are gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def facts_of(code: str = LI, month: Month = OCTOBER) -> VillageFacts:
    """What the ledgers say of one village."""
    return next(one.facts for one in collect(COUNTY, month) if one.code == code)


def found(rule: str, month: Month = OCTOBER) -> Finding | None:
    """What a rule finds by the ledgers."""
    return by_code()[rule].judge(facts_of(month=month), {})


def judged(rule: str, parameters: Mapping[str, int] | None = None, **facts: Any) -> str:
    """The colour by facts made by hand."""
    finding = by_code()[rule].judge(VillageFacts(**{"months": 10, **facts}), parameters or {})
    return str(finding.level) if finding else "green"


def agree(rule: str, rows: Callable[[], Any], month: Month = OCTOBER, **facts: Any) -> str:
    """Makes the rows, judges them, and says the colour, which is that of the facts by hand with
    the same evidence."""
    with undone():
        rows()
        by_ledger = found(rule, month)
    by_hand = by_code()[rule].judge(VillageFacts(**{"months": month.month, **facts}), {})
    assert by_ledger == by_hand
    return str(by_hand.level) if by_hand else "green"
