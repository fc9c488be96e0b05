"""What the script of the grid calls."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.villages.filings.memory import RENT, VISITS, Memory, asks
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.common.periods import Month
from villages.filings.actions.desks import sit_down
from villages.filings.actions.drafting import save_draft
from villages.filings.models import Filing, FilingDesk
from villages.models import County

MONTH = Month(2026, 10)
URL = "/filings/2026-10/999901001/grid/"
FIRST, SECOND, FOREIGN = "999901001200", "999901001201", "999901101200"


@pytest.fixture(autouse=True)
def _asked(memory: Memory, county: County) -> None:
    asks(county.code, VISITS, RENT)


def send(client: Client, typed: Any, *, tab: str = "a", **rest: Any) -> Any:
    body = {"tab": tab, "typed": typed, **rest}
    return client.post(f"{URL}save/", body, content_type="application/json")


def test_saving_answers_with_versions_and_the_time(township_client: Client) -> None:
    first = send(township_client, {FIRST: {VISITS.key: "12"}}, versions={FIRST: 0})
    seen = first.json()["versions"]
    second = send(township_client, {FIRST: {VISITS.key: "13"}}, versions=seen)

    assert first.status_code == second.status_code == 200
    assert len(first.json()["saved_at"]) == 5
    assert second.json()["versions"][FIRST] == seen[FIRST] + 1
    assert Filing.objects.get().draft == {VISITS.key: "13"}


def test_a_stale_village_is_named_and_the_others_are_kept(
    township_client: Client, people: dict[str, User]
) -> None:
    other, typed = people[Role.COUNTY_STAFF], {FIRST: {VISITS.key: "40"}}
    save_draft(month=MONTH, typed=typed, versions={}, by=other, at=clock.instant())

    answer = send(
        township_client,
        {FIRST: {VISITS.key: "12"}, SECOND: {VISITS.key: "13"}},
        versions={FIRST: 0, SECOND: 0},
    )

    said = answer.json()
    assert answer.status_code == 409
    assert [(one["code"], one["name"]) for one in said["conflicts"]] == [(FIRST, "李庄村")]
    assert said["conflicts"][0]["url"] == f"/filings/2026-10/{FIRST}/"
    assert list(said["versions"]) == [SECOND]
    assert Filing.objects.get(village__code=FIRST).draft == {VISITS.key: "40"}


def test_a_note_alone_is_kept(township_client: Client) -> None:
    send(township_client, {}, notes={FIRST: {RENT.key: "新签合同"}}, versions={FIRST: 0})

    assert Filing.objects.get().draft == {f"note:{RENT.key}": "新签合同"}


def test_a_second_tab_is_refused_until_it_takes_over(
    township_client: Client, people: dict[str, User]
) -> None:
    def ask(tab: str, **more: str) -> int:
        sent = {"tab": tab, **more}
        answer = township_client.post(f"{URL}desk/", sent, headers={"accept": "application/json"})
        return int(answer.status_code)

    assert [ask("a"), ask("a"), ask("b"), ask("b", take_over="1"), ask("a")] == [
        200, 200, 409, 200, 409,
    ]  # fmt: skip
    refused = send(township_client, {FIRST: {VISITS.key: "1"}}, tab="a")
    assert (refused.status_code, refused.json()["code"]) == (409, "desk_taken")
    assert FilingDesk.objects.get().tab == "b"
    assert not Filing.objects.exists()


def test_saving_keeps_the_desk(township_client: Client, people: dict[str, User]) -> None:
    send(township_client, {FIRST: {VISITS.key: "1"}}, tab="mine")

    desk = FilingDesk.objects.get()
    assert (desk.tab, desk.holder) == ("mine", people[Role.TOWNSHIP_CLERK])


@pytest.mark.parametrize(
    "body",
    [
        "nonsense",
        [],
        {"typed": []},
        {"typed": {FIRST: "12"}},
        {"typed": {FIRST: {VISITS.key: 12}}},
        {"typed": {FOREIGN: {VISITS.key: "12"}}},
        {"typed": {FIRST: {VISITS.key: "12"}}, "versions": {FIRST: "1"}},
    ],
)
def test_nonsense_is_refused_and_changes_nothing(township_client: Client, body: Any) -> None:
    answer = township_client.post(f"{URL}save/", body, content_type="application/json")

    assert answer.status_code == 400
    assert not Filing.objects.exists()


def test_an_unknown_input_is_named(township_client: Client) -> None:
    answer = send(township_client, {FIRST: {"test.nothing": "1"}})

    assert (answer.status_code, answer.json()["code"]) == (409, "input_unknown")


@pytest.mark.parametrize("address", ["save/", "desk/"])
def test_whoever_does_not_file_may_not_call(
    people: dict[str, User], client_as: Any, address: str
) -> None:
    client = client_as(people[Role.COUNTY_LEADER])

    assert client.post(f"{URL}{address}").status_code == 403
    assert client.get(f"{URL}{address}").status_code in {403, 405}


def test_another_persons_silent_tab_loses_the_desk(
    township_client: Client, people: dict[str, User]
) -> None:
    long_ago = clock.now() - timedelta(minutes=16)
    by = people[Role.TOWNSHIP_SECRETARY]
    sit_down(township="999901001", month=MONTH, tab="old", by=by, at=long_ago)

    assert send(township_client, {FIRST: {VISITS.key: "1"}}).status_code == 200


def test_a_tab_that_leaves_lets_the_next_one_write(township_client: Client) -> None:
    left: list[int] = []
    for tab, sent in (("a", {}), ("b", {"leave": "1"}), ("a", {"leave": "1"})):
        township_client.post(f"{URL}desk/", {"tab": tab, **sent})
        left.append(FilingDesk.objects.count())

    assert left == [1, 1, 0]
