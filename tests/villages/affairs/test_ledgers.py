"""What the ledgers of village facts refuse and accept beyond their constraints."""

from datetime import date
from typing import Any

import pytest

from tests.villages.affairs import factories as made
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.affairs.ledgers import LEDGERS
from villages.affairs.models import Disclosure
from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.models import FilingMonth
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.kinds import model_field
from villages.models import County


def written(key: str, by: User, **values: Any) -> Any:
    return write_row(ledgers()[key], values={"village": made.village(), **values}, by=by)


DISCLOSED = {"kind": "finance", "period": "2026Q3", "published_on": date(2026, 10, 8)}


def test_a_period_is_kept_in_its_one_form(county: County, people: dict[str, User]) -> None:
    row = written("disclosures", people[Role.TOWNSHIP_CLERK],
                  **DISCLOSED | {"period": "2026年三季度"})  # fmt: skip

    assert row.period == "2026Q3"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"period": "2026"}, "period"),
        ({"kind": "affairs", "period": "2026-09"}, "period"),
        ({"published_on": date(2026, 6, 30)}, "published_on"),
        ({"audited_on": date(2026, 10, 9)}, "published_on"),
    ],
    ids=["a year", "affairs by month", "before the quarter", "audited after"],
)
def test_disclosures_that_cannot_be(
    county: County, people: dict[str, User], values: dict[str, Any], field: str
) -> None:
    with pytest.raises(DomainError) as error:
        written("disclosures", people[Role.TOWNSHIP_CLERK], **DISCLOSED | values)

    assert field in error.value.fields
    assert not Disclosure.objects.exists()


def test_a_closed_month_takes_no_petitions(county: County, people: dict[str, User]) -> None:
    FilingMonth.objects.create(
        county_code="999901", month=202610, due_on=date(2026, 10, 25), closed_at=clock.instant()
    )
    counts = dict.fromkeys(("first", "repeat", "collective", "beyond", "unresolved", "overdue"), 0)

    with pytest.raises(DomainError) as error:
        written("petitions", people[Role.TOWNSHIP_CLERK], month=202610, **counts)

    assert error.value.code == "month_closed"


@pytest.mark.parametrize("key", ["site-needs", "association-kinds", "small-powers"])
def test_county_lists_are_written_by_the_department_only(
    county: County, people: dict[str, User], key: str
) -> None:
    line = {"number": 1, "name": "一项", "valid_from": date(2026, 1, 1)}

    with pytest.raises(DomainError) as error:
        write_row(ledgers()[key], values=line, by=people[Role.TOWNSHIP_CLERK])
    row = write_row(ledgers()[key], values=line, by=people[Role.COUNTY_STAFF])

    assert error.value.code == "ledger_not_allowed"
    assert row.county_code == "999901"


def test_a_township_reads_the_county_lists(county: County, people: dict[str, User]) -> None:
    made.need()

    for role in (Role.TOWNSHIP_CLERK, Role.FIRST_SECRETARY):
        assert made.SiteNeed.objects.visible_to(people[role]).count() == 1


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda one: one.key)
def test_every_field_is_explained_under_its_own_label(ledger: Any) -> None:
    for item in ledger.items:
        words = words_of(ledger.key, item.name)
        assert words.zh == str(model_field(ledger, item).verbose_name)
        assert words.about_zh
        assert words.about_en
