"""Many orders are issued at the same moment, some of them refused at the last step."""

import threading
from collections import Counter
from typing import Any

from django.db import connection

from rectification.supervision.actions.issuing import check, issue
from rectification.supervision.models import SupervisionOrder
from tests.factories import one_of_each_role, small_county
from tests.rectification.supervision.situations import (
    COUNTY,
    TODAY,
    Cast,
    at,
    cast_of,
    draft,
)
from villages.common.errors import DomainError

# Servers give a hundred connections to everybody together.
PEOPLE = 40


def issuing(count: str) -> dict[str, Any]:
    """So many orders are issued at once, and half as many that leave too little time; what people
    were told, and the numbers in use."""
    small_county(COUNTY, "青原县")
    cast = cast_of(one_of_each_role(COUNTY))
    good = [_checked(cast) for _turn in range(int(count))]
    bad = [_checked(cast, due_on=TODAY) for _turn in range(int(count) // 2)]
    told = _together(sorted([*good, *bad], key=lambda one: str(one.uid)), cast)
    numbers = SupervisionOrder.objects.exclude(number=None).order_by("number")
    return {"told": told, "numbers": list(numbers.values_list("number", flat=True))}


def _checked(cast: Cast, **given: Any) -> SupervisionOrder:
    return check(draft(cast, on=TODAY, **given), by=cast.checker, on=TODAY)


def _together(orders: list[SupervisionOrder], cast: Cast) -> Counter[str]:
    """Everybody begins at once and issues a share of the orders."""
    people = min(PEOPLE, len(orders))
    barrier, told, guard = threading.Barrier(people), Counter[str](), threading.Lock()

    def person(share: list[SupervisionOrder]) -> None:
        barrier.wait()
        words = [_issued(one, cast) for one in share]
        with guard:
            told.update(words)
        connection.close()

    shares = [orders[first::people] for first in range(people)]
    threads = [threading.Thread(target=person, args=(one,)) for one in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def _issued(order: SupervisionOrder, cast: Cast) -> str:
    try:
        issue(order, by=cast.checker, on=TODAY, at=at(TODAY, 12))
    except DomainError as error:
        return error.code
    except Exception as error:
        return repr(error)
    return "issued"
