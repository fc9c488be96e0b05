"""Many rows in one request: each with its result, in a fixed number of statements."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cadres.models import Establishment
from tests.villages.ledgers.api.conftest import seats_of
from tests.villages.ledgers.api.test_single_rows import made, sent
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
FIELDS = ("village__code", "valid_from", "party_seats", "committee_seats", "basis")


def bulk(program: Any, rows: list[Any], **more: Any) -> Any:
    return sent(program, "post", "establishments/bulk/", {"rows": rows, **more})


def results(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [one["result"] for one in answer.json()["results"]]


def test_new_changed_same_and_wrong_rows_stand_side_by_side(writer, villages):
    made(writer, villages[0])
    made(writer, villages[1])

    answer = bulk(
        writer,
        [
            seats_of(villages[0]),
            seats_of(villages[1], party_seats=7),
            seats_of(villages[2]),
            seats_of(villages[3], party_seats=99),
            seats_of(villages[2], party_seats=9),
            "?",
        ],
    )

    assert results(answer) == ["unchanged", "updated", "created", "refused", "refused", "refused"]
    pointers = [[e["pointer"] for e in one["errors"]] for one in answer.json()["results"]]
    assert pointers[3:] == [["/rows/3/party_seats"], ["/rows/4/valid_from"], ["/rows/5"]]
    assert [one["version"] for one in answer.json()["results"][:3]] == [1, 2, 1]
    assert Establishment.objects.count() == 3
    entry = AuditEntry.objects.get(action="ledger.written")
    assert (entry.count, entry.after["created"], len(entry.rows_digest)) == (2, 1, 64)


def test_atomic_saves_all_or_nothing(writer, villages):
    rows = [seats_of(villages[0]), seats_of(villages[1], basis="")]

    refused = bulk(writer, rows, mode="atomic")
    rows[1]["basis"] = "青原组〔2026〕4号"
    saved = bulk(writer, rows, mode="atomic")

    assert refused.status_code == 400
    assert [one["pointer"] for one in refused.json()["errors"]] == ["/rows/1/basis"]
    assert results(saved) == ["created", "created"]
    assert Establishment.objects.count() == 2


def test_a_row_is_also_named_by_uid_and_version(writer, villages):
    row = made(writer, villages[0]).json()
    named = {"uid": row["uid"], "version": 1, "party_seats": 7}

    first, late = bulk(writer, [named]), bulk(writer, [{**named, "party_seats": 3}])
    unknown = bulk(writer, [{"uid": "0" * 32, "party_seats": 3}])

    assert (results(first), results(late)) == (["updated"], ["refused"])
    assert late.json()["results"][0]["errors"][0]["code"] == "version_changed"
    assert unknown.json()["results"][0]["errors"][0]["code"] == "not_found"
    assert Establishment.objects.get().party_seats == 7


def test_rows_are_removed_by_key_or_uid(writer, villages):
    row = made(writer, villages[0]).json()
    made(writer, villages[1])
    asked = [
        {"uid": row["uid"]},
        {"village": villages[1].code, "valid_from": "2026-01-01"},
        {"village": villages[2].code, "valid_from": "2026-01-01"},
    ]

    silent = bulk(writer, asked, act="remove")
    answer = bulk(writer, asked, act="remove", reason="重复登记")

    assert silent.status_code == 400
    assert results(answer) == ["removed", "removed", "refused"]
    assert not Establishment.objects.exists()
    entry = AuditEntry.objects.get(action="ledger.cleared")
    assert (entry.count, entry.reason) == (2, "重复登记")


def test_foreign_villages_are_refused_row_by_row(stranger, villages):
    answer = bulk(stranger, [seats_of(villages[0])])

    assert results(answer) == ["refused"]
    assert answer.json()["results"][0]["errors"][0]["pointer"] == "/rows/0/village"


def days(count: int) -> list[str]:
    return [str(date(2000, 1, 1) + timedelta(days=n)) for n in range(count)]


def statements(program: Any, rows: list[Any]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert len(results(bulk(program, rows))) == len(rows)
    return len(seen)


def test_statements_do_not_grow_with_rows(writer, villages):
    def some(count: int, place: Any, seats: int) -> list[Any]:
        return [seats_of(place, day, party_seats=seats) for day in days(count)]

    made(writer, villages[4])
    new = [statements(writer, some(n, villages[k], 5)) for k, n in enumerate((10, 300))]
    changed = [statements(writer, some(n, villages[k], 6)) for k, n in enumerate((10, 300))]

    assert new[0] == new[1]
    assert changed[0] == changed[1]
    assert Establishment.objects.filter(party_seats=6, version=2).count() == 310


def test_bulk_says_and_saves_what_single_rows_do(writer, villages):
    bodies = [
        seats_of(villages[0]),
        seats_of(villages[1], committee_seats=8),
        seats_of(villages[2], "1900-01-01", basis="  "),
        seats_of(villages[3], supervision_seats=0),
        seats_of(villages[4], party_seats=9, supervision_seats=3, source="表一"),
    ]
    singles = [sent(writer, "post", "establishments/", body) for body in bodies]
    alone = sorted(Establishment.objects.values_list(*FIELDS))
    Establishment.objects.all().delete()

    together = bulk(writer, bodies).json()["results"]

    assert sorted(Establishment.objects.values_list(*FIELDS)) == alone
    for single, one in zip(singles, together, strict=True):
        assert (single.status_code == 201) == (one["result"] == "created")
        said = {
            e["pointer"].rpartition("/")[2]: e["detail"] for e in single.json().get("errors", [])
        }
        assert said == {e["pointer"].rpartition("/")[2]: e["detail"] for e in one["errors"]}
