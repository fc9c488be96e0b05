"""Names in cells mean rows of the same village; what is unclear is named with what is near."""

from typing import Any

import pytest

from tests.villages.ledgers.making import make_row
from tests.villages.ledgers.sheets.test_every_ledger import looked_at
from tests.villages.ledgers.world import cells_of, fitting
from villages.imports.declaring import sheet_kinds
from villages.ledgers.declaring import ledgers

pytestmark = pytest.mark.django_db


@pytest.fixture
def cells(villages: Any) -> dict[str, Any]:
    """A filing about a person of the first village, as its sheet says it."""
    ledger = ledgers()["post-filings"]
    person = make_row(ledgers()["cadres"], villages[0], 1, name="何庆")
    make_row(ledgers()["cadres"], villages[1], 2, name="何清")
    row = fitting(ledger, villages[0])
    row.person = person
    return cells_of(ledger, row, villages[0])


def faults(cells: dict[str, Any]) -> list[tuple[str, str, str]]:
    found = looked_at(sheet_kinds()["post-filings"], cells).checked.faults
    return [(one.code, one.message, one.suggestion) for one in found]


def test_the_person_of_the_village_is_meant(cells: dict[str, Any], villages: Any) -> None:
    examined = looked_at(sheet_kinds()["post-filings"], cells)
    sheet_kinds()["post-filings"].save(examined.context, examined.plan.new, [])

    stored = ledgers()["post-filings"].model.objects.get()
    assert (stored.person.name, stored.person.village) == ("何庆", villages[0])


def test_an_unknown_name_is_answered_with_near_ones(cells: dict[str, Any]) -> None:
    assert faults({**cells, "person": "何青"}) == [
        ("unknown_name", "没有“何青”。", "是不是:何庆?"),
    ]


def test_a_name_of_another_village_is_unknown(cells: dict[str, Any]) -> None:
    assert [code for code, _words, _hint in faults({**cells, "person": "何清"})] == ["unknown_name"]


def test_two_of_one_name_are_not_guessed(cells: dict[str, Any], villages: Any) -> None:
    make_row(ledgers()["cadres"], villages[0], 3, name="何庆")

    [(code, words, _hint)] = faults(cells)
    assert (code, words) == ("ambiguous_name", "有 2 个“何庆”,无法确定是哪一个。")
