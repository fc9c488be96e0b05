"""One row at a time: made, read, changed, taken away, refused."""

import json
from typing import Any

import pytest

from cadres.models import Establishment
from tests.villages.ledgers.api.conftest import seats_of
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


def sent(program: Any, method: str, path: str, body: Any = None, **headers: str) -> Any:
    options: dict[str, Any] = {"headers": headers}
    if body is not None:
        options["data"] = json.dumps(body)
    return getattr(program, method)(path, **options)


def made(program: Any, place: Any, **more: Any) -> Any:
    answer = sent(program, "post", "establishments/", seats_of(place, **more))
    assert answer.status_code == 201, answer.content
    return answer


def test_a_row_is_made_with_address_version_and_trail(writer, villages):
    answer = made(writer, villages[0])
    row = answer.json()

    assert answer["Location"] == f"/api/v1/establishments/{row['uid']}/"
    assert answer["ETag"].startswith('"v1-')
    assert row | {"uid": ""} == {
        "uid": "", "county": "999901", "township": "999901001", "township_name": "东关街道",
        "village": villages[0].code, "village_name": "李庄村", "valid_from": "2026-01-01",
        "party_seats": 5, "committee_seats": 5, "supervision_seats": None,
        "basis": "青原组〔2026〕3号", "source": "", "version": 1,
    }  # fmt: skip
    entry = AuditEntry.objects.get(action="ledger.created")
    assert (entry.object_key, entry.village_code) == (row["uid"], villages[0].code)


@pytest.mark.parametrize(
    ("change", "pointers"),
    [
        ({"party_seats": 99}, ["/party_seats"]),
        ({"party_seats": "5"}, ["/party_seats"]),
        ({"village": "999902001200"}, ["/village"]),
        ({"village": "12"}, ["/village"]),
        ({"valid_from": "2026-02-30"}, ["/valid_from"]),
        ({"basis": ""}, ["/basis"]),
        ({"committee_seats": 2, "party_seats": 0}, ["/committee_seats", "/party_seats"]),
        ({"partyseats": 1}, ["/partyseats"]),
    ],
)
def test_wrong_bodies_are_pointed_at(writer, villages, other_county, change, pointers):
    answer = sent(writer, "post", "establishments/", seats_of(villages[0], **change))

    assert answer.status_code == 400
    assert sorted(one["pointer"] for one in answer.json()["errors"]) == pointers
    assert not Establishment.objects.exists()


def test_a_twin_is_refused_at_its_field(writer, villages):
    made(writer, villages[0])
    answer = sent(writer, "post", "establishments/", seats_of(villages[0], party_seats=7))

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/valid_from"
    assert "已有职数核定" in answer.json()["errors"][0]["detail"]


def test_a_change_names_the_version_it_saw(writer, villages):
    first = made(writer, villages[0])
    path = f"establishments/{first.json()['uid']}/"

    blind = sent(writer, "patch", path, {"party_seats": 7})
    right = sent(writer, "patch", path, {"party_seats": 7}, **{"If-Match": first["ETag"]})
    late = sent(writer, "patch", path, {"party_seats": 3}, **{"If-Match": first["ETag"]})

    assert (blind.status_code, right.status_code, late.status_code) == (428, 200, 412)
    assert (right.json()["party_seats"], right.json()["version"]) == (7, 2)
    assert right.json()["basis"] == "青原组〔2026〕3号"
    assert Establishment.objects.get().party_seats == 7


def test_taking_away_needs_version_and_reason(writer, villages):
    first = made(writer, villages[0])
    path, tag = f"establishments/{first.json()['uid']}/", {"If-Match": first["ETag"]}

    silent = sent(writer, "delete", path, **tag)
    gone = sent(writer, "delete", f"{path}?reason=重复登记", **tag)

    assert (silent.status_code, gone.status_code) == (400, 204)
    assert not Establishment.objects.exists()
    assert AuditEntry.objects.get(action="ledger.removed").reason == "重复登记"


def test_a_repeated_request_makes_one_row(writer, villages):
    key = {"Idempotency-Key": "d290f1ee-6c54-4b01-90e6-d701748f0851"}
    body = seats_of(villages[0])

    first = sent(writer, "post", "establishments/", body, **key)
    again = sent(writer, "post", "establishments/", body, **key)

    assert first.content == again.content
    assert again["Idempotency-Replayed"] == "true"
    assert Establishment.objects.count() == 1


def test_foreign_rows_do_not_exist(writer, stranger, villages):
    first = made(writer, villages[0])
    path, tag = f"establishments/{first.json()['uid']}/", {"If-Match": first["ETag"]}

    answers = [
        sent(stranger, "get", path),
        sent(stranger, "patch", path, {"party_seats": 7}, **tag),
        sent(stranger, "delete", f"{path}?reason=x", **tag),
    ]

    assert [one.status_code for one in answers] == [404, 404, 404]
    assert stranger.get("establishments/").json()["results"] == []


def test_those_who_only_read_cannot_write(people, villages):
    from tests.villages.rest.conftest import program_of
    from villages.accounts.choices import Role

    reader = program_of(people[Role.VILLAGE_SECRETARY])
    answer = sent(reader, "post", "establishments/", seats_of(villages[0]))

    assert answer.status_code == 403
    assert reader.get("establishments/").status_code == 200


def test_lists_filter_order_and_count_in_fixed_queries(
    writer, villages, django_assert_max_num_queries
):
    for year in range(2010, 2020):
        for village in villages:
            Establishment.objects.create(
                village=village, county_code="999901", valid_from=f"{year}-01-01",
                party_seats=3 + year % 5, committee_seats=5, basis="文",
            )  # fmt: skip
    with django_assert_max_num_queries(12):
        answer = writer.get(
            "establishments/?valid_from__gte=2015-01-01&village__startswith=999901001"
            "&ordering=-valid_from,village&count=exact&limit=200"
        )

    rows = answer.json()["results"]
    assert answer.json()["count"] == len(rows) == 15
    assert [one["valid_from"] for one in rows] == sorted(
        (one["valid_from"] for one in rows), reverse=True
    )
