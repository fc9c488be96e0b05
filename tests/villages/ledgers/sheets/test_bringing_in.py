"""A ledger's sheet: read, refused cell by cell, saved once, taken back."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cadres.models import Establishment
from tests.sheets import bring, write
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.imports.actions.undoing import undo_import
from villages.imports.models import ImportBatch
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
HEAD = ["乡镇", "村", "起始日期", "党组织职数", "村委会职数", "监委会职数", "依据"]
GOOD = ["东关街道", "李庄村", date(2026, 1, 1), 5, 5, 3, "青原组〔2026〕3号"]


def counts(answer: Any) -> tuple[int, int, int, int]:
    return answer.created, answer.updated, answer.unchanged, len(answer.errors)


def sheet(tmp_path: Any, *rows: list[Any], head: list[str] = HEAD) -> Any:
    return write(tmp_path / "职数.xlsx", [head, *rows])


def undo_last(people: dict[str, Any]) -> ImportBatch:
    batch = ImportBatch.objects.latest("pk")
    return undo_import(by=people[Role.COUNTY_STAFF], batch=batch)


def test_new_rows_are_saved_and_stand_still_the_second_time(tmp_path, villages):
    other = ["柳林镇", "李庄村", "2026年1月1日", "7", 5, None, "青原组〔2026〕3号"]
    path = sheet(tmp_path, GOOD, other)

    first, again = bring("establishments", path), bring("establishments", path)

    assert (counts(first), counts(again)) == ((2, 0, 0, 0), (0, 0, 2, 0))
    stored = Establishment.objects.order_by("village__code").values_list(
        "village__code", "party_seats", "supervision_seats", "source", "version"
    )
    assert list(stored) == [
        ("999901001200", 5, 3, "职数.xlsx", 1), ("999901101200", 7, None, "职数.xlsx", 1),
    ]  # fmt: skip
    told = AuditEntry.objects.filter(action="import.saved").order_by("pk")
    assert [one.after["created"] for one in told] == [2, 0]


def test_blank_cells_change_nothing_and_others_are_updated(tmp_path, villages):
    bring("establishments", sheet(tmp_path, GOOD))
    answer = bring("establishments", sheet(tmp_path, [*GOOD[:3], None, 7, None, None]))

    assert counts(answer)[3] == 2, "party seats and basis are needed in every sheet"
    answer = bring("establishments", sheet(tmp_path, [*GOOD[:4], 7, None, GOOD[6]]))
    assert counts(answer) == (0, 1, 0, 0)
    row = Establishment.objects.get()
    assert (row.committee_seats, row.supervision_seats, row.version) == (7, 3, 2)


@pytest.mark.parametrize(
    ("place", "wrong", "column", "code"),
    [
        (1, "李庒村", "B", "unknown_village"),
        (2, "2026.2.30", "C", "no_such_day"),
        (2, None, "C", "required"),
        (3, 99, "D", "establishment_party"),
        (4, "五", "E", "not_a_number"),
        (4, 2.5, "E", "not_whole"),
        (5, -1, "F", "negative"),
        (6, "文" * 121, "G", "invalid"),
    ],
)
def test_each_planted_error_is_named_at_its_cell(tmp_path, villages, place, wrong, column, code):
    row = [*GOOD[:place], wrong, *GOOD[place + 1 :]]

    answer = bring("establishments", sheet(tmp_path, row))

    found = [(one["column"], one["row"], one["code"]) for one in answer.errors]
    assert found == [(column, 2, code)]
    assert not Establishment.objects.exists()


def test_the_later_of_two_rows_is_faulty(tmp_path, villages):
    answer = bring("establishments", sheet(tmp_path, GOOD, [*GOOD[:3], 7, *GOOD[4:]]))

    assert [(one["row"], one["code"]) for one in answer.errors] == [(3, "duplicate_row")]


def test_statements_do_not_grow_with_rows(tmp_path, villages):
    def rows(place: str, count: int) -> list[list[Any]]:
        return [
            ["柳林镇", place, date(1990 + n // 12, n % 12 + 1, 1), 5, 5, 3, "文"]
            for n in range(count)
        ]

    bring("establishments", sheet(tmp_path, GOOD))
    seen = []
    for place, count in (("李庄村", 10), ("郭集村", 300)):
        path = sheet(tmp_path, *rows(place, count))
        with CaptureQueriesContext(connection) as queries:
            assert counts(bring("establishments", path)) == (count, 0, 0, 0)
        seen.append(len(queries))

    assert seen[0] == seen[1]


def test_a_save_is_taken_back_whole(tmp_path, villages, people):
    bring("establishments", sheet(tmp_path, GOOD))
    second = [*GOOD[:3], 7, 7, 5, "青原组〔2026〕9号"]
    bring("establishments", sheet(tmp_path, second, ["柳林镇", *GOOD[1:]]))

    undone = undo_last(people)

    row = Establishment.objects.get()
    assert undone.state == "undone"
    assert (row.party_seats, row.committee_seats, row.supervision_seats) == (5, 5, 3)
    assert (row.basis, row.valid_from, row.version) == ("青原组〔2026〕3号", date(2026, 1, 1), 3)


def test_what_others_changed_since_is_not_taken_back(tmp_path, villages, people):
    bring("establishments", sheet(tmp_path, GOOD))
    Establishment.objects.update(party_seats=9, version=2)

    with pytest.raises(DomainError) as refused:
        undo_last(people)

    assert refused.value.code == "undo_conflict"
    assert Establishment.objects.get().party_seats == 9
