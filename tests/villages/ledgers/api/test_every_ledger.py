"""Every ledger has the same doors: made, read, changed, written in bulk, taken away."""

import json
from typing import Any

import pytest

from config.api import BY_HAND, RESOURCES
from tests.villages.ledgers.world import fitting
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.kinds import is_key
from villages.rest.wire import writer_of

pytestmark = pytest.mark.django_db
MADE = [one for key, one in ledgers().items() if key not in BY_HAND]
WRITTEN = [one for one in MADE if one.writable]
RESOURCE: dict[str, Any] = {one.key: one for one in RESOURCES}


def body_of(ledger: Ledger, row: Any) -> dict[str, Any]:
    """The row as a body says it: what the resource's inputs take."""
    return {
        one.name: said
        for one in RESOURCE[ledger.key].body.inputs
        if (said := _wire(ledger, row, one.field)) is not None
    }


def _wire(ledger: Ledger, row: Any, field: Any) -> Any:
    value = getattr(row, field.name)
    if is_key(ledger, ledger.item(field.name)):
        return None if value is None else getattr(value, field.path.rpartition("__")[2])
    write = writer_of(field)
    if value is None or value == "":
        return None
    value = write(value) if write else value
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_every_ledger_has_a_resource() -> None:
    assert set(ledgers()) <= set(RESOURCE) | BY_HAND


@pytest.mark.parametrize("ledger", MADE, ids=lambda one: one.key)
def test_the_description_is_the_dictionary(ledger: Ledger) -> None:
    fields = {one.name: one for one in RESOURCE[ledger.key].fields}
    for item in ledger.items:
        assert (item.name in fields) == (item.seen_by is None)
        if field := fields.get(item.name):
            words = words_of(ledger.key, item.name)
            assert (field.zh, field.en) == (words.zh, words.en)
            assert (field.about_zh, field.about_en) == (words.hint, words.about_en)
            assert (field.unit, field.example) == (words.unit, words.example or None)


@pytest.mark.parametrize("ledger", WRITTEN, ids=lambda one: one.key)
def test_all_doors_of_a_ledger(ledger: Ledger, minister: Any, villages: Any) -> None:
    body = body_of(ledger, fitting(ledger, villages[0]))
    key = ledger.key

    made = minister.post(f"{key}/", data=json.dumps(body))
    assert made.status_code == 201, made.content.decode()
    row, tag = made.json(), {"If-Match": made["ETag"]}
    assert minister.get(f"{key}/{row['uid']}/").json() == row
    assert minister.get(f"{key}/").json()["results"] == [row]
    same = minister.post(f"{key}/bulk/", data=json.dumps({"rows": [body, {"uid": row["uid"]}]}))
    assert [one["result"] for one in same.json()["results"]] == ["unchanged", "refused"]
    kept = minister.patch(f"{key}/{row['uid']}/", data=json.dumps(body), headers=tag)
    assert kept.status_code == 200, kept.content.decode()
    if ledger.removable:
        tag = {"If-Match": kept["ETag"]}
        gone = minister.delete(f"{key}/{row['uid']}/?reason=重复", headers=tag)
        assert gone.status_code == 204, gone.content.decode()
        assert not ledger.model.objects.filter(uid=row["uid"]).exists()


@pytest.mark.parametrize("ledger", WRITTEN, ids=lambda one: one.key)
def test_half_a_row_is_refused_and_never_an_accident(
    ledger: Ledger, minister: Any, villages: Any
) -> None:
    body = body_of(ledger, fitting(ledger, villages[0]))
    lacking = [{name: body[name] for name in body if name != left} for left in body]
    nulled = [{**body, name: None} for name in body]
    rows = [{}, *lacking, *nulled]

    answer = minister.post(f"{ledger.key}/bulk/", data=json.dumps({"rows": rows}))

    assert answer.status_code == 200, answer.content.decode()
    found = answer.json()["results"]
    assert found[0]["result"] == "refused"
    assert all(one["errors"] for one in found if one["result"] == "refused")
