"""What comes round once a quarter is laid beside its quarter; many answers cost no more."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.supervision.actions.inspecting import start
from rectification.supervision.figures.comparing import Seen, compare_many
from rectification.supervision.models import InspectionSite, SiteAnswer
from tests.branches.factories import branch, met, quiet
from tests.rectification.supervision.inspections.visits import (
    BEGUN,
    SEEN,
    filed,
    hidden_visit,
    on_list,
    point,
)
from tests.rectification.supervision.situations import HE, LI, Cast, village
from tests.villages.ledgers.api.test_single_rows import sent
from tests.villages.rest.conftest import program_of

pytestmark = pytest.mark.django_db
ASSEMBLY = "branches.assembly_day"
THIRD = (202607, 202608, 202609)


def assembly(cast: Cast, *months: int, held: date | None = None, code: str = LI) -> Any:
    """These months were filed; the assembly stands in the ledger on a day, or in no month."""
    home = branch(code)
    if held:
        met(home, "member_assembly", held)
    held_in = held.year * 100 + held.month if held else 0
    quiet(home, *(one for one in months if one != held_in))
    for month in months:
        filed(cast, code, month)
    return point("本季度党员大会", ASSEMBLY)


def beside(one: Any, on: date, *, is_yes: bool | None) -> tuple[int | None, str, bool | None]:
    [told] = compare_many([Seen(one, village(LI), on, is_yes)])
    return told.month, told.filed, told.agrees


@pytest.mark.parametrize(("is_yes", "agrees"), [(True, True), (False, False), (None, None)])
def test_any_month_of_the_quarter_may_hold_it(
    cast: Cast, is_yes: bool | None, agrees: bool | None
) -> None:
    row = assembly(cast, *THIRD, held=date(2026, 7, 15))

    found = beside(row, SEEN, is_yes=is_yes)

    assert found == (202609, "7月 15、8月 0、9月 0", agrees)


@pytest.mark.parametrize(("is_yes", "agrees"), [(True, False), (False, True)])
def test_a_quarter_that_is_over_says_for_certain(cast: Cast, is_yes: bool, agrees: bool) -> None:
    row = assembly(cast, *THIRD)

    assert beside(row, SEEN, is_yes=is_yes) == (202609, "7月 0、8月 0、9月 0", agrees)


def test_a_running_quarter_may_still_bring_it(cast: Cast) -> None:
    row = assembly(cast, 202607, 202608)

    assert beside(row, date(2026, 9, 20), is_yes=True) == (202608, "7月 0、8月 0", None)
    assert beside(row, date(2026, 9, 20), is_yes=False) == (202608, "7月 0、8月 0", True)


def test_what_was_held_in_the_quarter_before_is_not_of_this_one(cast: Cast) -> None:
    row = assembly(cast, 202606, *THIRD, held=date(2026, 6, 15))

    assert beside(row, SEEN, is_yes=True)[2] is False


def test_what_comes_every_month_is_held_against_the_month(cast: Cast) -> None:
    assembly(cast, *THIRD, held=date(2026, 7, 15))
    row = point("主题党日", "branches.theme_day")

    assert beside(row, SEEN, is_yes=True) == (202609, "0", False)


def bulk(cast: Cast, title: str, points: list[Any], codes: tuple[str, ...]) -> int:
    """Statements of one bulk request that answers these points in these villages."""
    inspection = hidden_visit(title=title)
    for code in codes:
        on_list(inspection, code)
    start(inspection, by=cast.author, on=BEGUN)
    sites = InspectionSite.objects.filter(inspection=inspection)
    sites.update(visited_on=SEEN)
    rows = [
        {"site": site.uid, "point": one.uid, "is_yes": True} for site in sites for one in points
    ]
    program = program_of(cast.author)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = sent(program, "post", "inspection-answers/bulk/", {"rows": rows})
    assert answer.status_code == 200, answer.content
    assert {one["result"] for one in answer.json()["results"]} == {"created"}, answer.json()
    return len(asked)


def test_many_answers_cost_no_more_than_few(cast: Cast) -> None:
    for code in (LI, HE):
        home = branch(code)
        quiet(home, *THIRD)
        filed(cast, code, 202609)
    kinds = [point(f"第{one}项", ASSEMBLY if one % 2 else "branches.theme_day") for one in range(8)]

    bulk(cast, "预热", kinds[:2], (LI,))
    few = bulk(cast, "少", kinds[:2], (LI, HE))
    many = bulk(cast, "多", kinds, (LI, HE))

    assert few == many
    assert SiteAnswer.objects.filter(month=202609).count() == SiteAnswer.objects.count() == 22


def test_answers_sent_again_are_left_alone(cast: Cast) -> None:
    row = assembly(cast, *THIRD)
    inspection = hidden_visit()
    site = on_list(inspection, LI)
    start(inspection, by=cast.author, on=BEGUN)
    body = {"rows": [{"site": site.uid, "point": row.uid, "is_yes": True}]}
    program = program_of(cast.author)

    results = [
        sent(program, "post", "inspection-answers/bulk/", body).json()["results"][0]["result"]
        for _again in range(2)
    ]
    body["rows"][0]["is_yes"] = False
    changed = sent(program, "post", "inspection-answers/bulk/", body).json()["results"][0]

    assert results == ["created", "unchanged"]
    assert changed["result"] == "updated"
    assert SiteAnswer.objects.get().agrees is True
