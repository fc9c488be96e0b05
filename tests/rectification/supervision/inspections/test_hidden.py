"""Until it is published a township learns nothing of an inspection, not even that there is one."""

import re

import pytest
from django.urls import reverse

from rectification.supervision.actions.inspecting import publish
from rectification.supervision.models import Finding, SiteAnswer
from rectification.supervision.searching import find_inspections
from tests.factories import UserFactory, signed_in
from tests.rectification.supervision.inspections.visits import (
    LATE_BOARD,
    SECRET,
    SEEN,
    TOLD,
    hidden_visit,
    inspection_in,
    plan,
    point,
    published,
    visited,
)
from tests.rectification.supervision.situations import COUNTY, EAST, FAR, LI, village
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.registries import EvidenceAsked
from villages.common.scope import Scope
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.ledgers.hubs import cards
from villages.trace.models import AuditEntry

LISTS = ("inspections", "inspection-sites", "inspection-answers", "findings")
CLUE = "书记侄子承包机动地"


def township(role: Role) -> User:
    """Somebody of the township that was visited."""
    return UserFactory(username=f"near-{role}", role=role, home_code=EAST)


OUTSIDERS = (Role.TOWNSHIP_CLERK, Role.TOWNSHIP_SECRETARY, Role.API_CLIENT)


def with_answer(row: Finding) -> Finding:
    SiteAnswer.objects.create(
        county_code=COUNTY, village=row.village, site=row.site, point=point("公开栏"), is_yes=True
    )
    return row


def body(answer) -> str:
    """The text of a page or a file."""
    assert answer.status_code == 200
    return (answer.getvalue() if answer.streaming else answer.content).decode()


def counts(user) -> dict[str, int]:
    return {one.key: one.count for one in cards("orders", user, COUNTY) if one.key in LISTS}


@pytest.mark.parametrize("role", OUTSIDERS)
def test_rows_and_their_number_are_hidden_until_published(role, cast) -> None:
    row, user = with_answer(visited(cast, LI)[0]), township(role)
    assert counts(user) == dict.fromkeys(LISTS, 0)
    assert counts(cast.author) == counts(cast.leader) == dict.fromkeys(LISTS, 1)

    publish(row.site.inspection, by=cast.author, on=TOLD)

    assert counts(user) == dict.fromkeys(LISTS, 1)


@pytest.mark.parametrize("key", LISTS)
def test_lists_exports_and_api_hold_nothing(key, cast) -> None:
    row, client = with_answer(visited(cast, LI)[0]), signed_in(cast.clerk)
    url = reverse(f"ledgers:{key}")

    for address in (url, f"{url}?format=csv", f"{url}?format=print"):
        said = body(client.get(address))
        assert not re.search(f"{SECRET}|{LATE_BOARD}|{row.village.name}", said)
    assert SECRET in body(signed_in(cast.author).get(f"{url}?format=csv"))
    assert client.get(f"/api/v1/{key}/").json()["results"] == []
    owner = {"inspections": row.site.inspection, "inspection-sites": row.site, "findings": row}
    if key in owner:
        assert client.get(f"/api/v1/{key}/{owner[key].uid}/").status_code == 404
        assert client.get(reverse(f"ledgers:{key}_row", args=[owner[key].uid])).status_code == 404


def test_pages_search_and_figures_hold_nothing(cast) -> None:
    row, client = visited(cast, LI)[0], signed_in(cast.clerk)
    inspection = row.site.inspection

    assert client.get(f"/orders/inspections/{inspection.uid}/").status_code == 404
    assert client.get(f"/orders/sites/{row.site.uid}/record/").status_code == 403
    said = client.get("/orders/inspections/figures/2026/").content.decode().partition("<main")[2]
    assert "这一年没有可以看到的检查发现" in said
    assert not re.search(f"{SECRET}|{LATE_BOARD}|公开<", said)
    assert not find_inspections(cast.clerk, SECRET, 10)
    assert [one.title for one in find_inspections(cast.leader, SECRET, 10)] == [SECRET]
    leader = signed_in(cast.leader).get(f"/orders/inspections/{inspection.uid}/")
    assert SECRET in leader.content.decode()


def test_the_trail_of_what_is_hidden_is_the_countys(cast) -> None:
    row = hidden_visit()
    values = {"inspection": row, "village": village(LI)}
    site = write_row(ledgers()["inspection-sites"], values=values, by=cast.author)
    trip = {"plan": plan("党建督导"), "unit_code": EAST, "month": 202610}
    write_row(ledgers()["inspection-trips"], values=trip, by=cast.author)

    entries = AuditEntry.objects.in_scope(Scope.of([EAST]))

    assert not entries.filter(object_kind__startswith="rectification_supervision").exists()
    mine = AuditEntry.objects.in_scope(Scope.of([COUNTY]))
    kept = mine.filter(object_key=site.uid).get()
    assert SECRET in str(kept.after)


def test_a_published_inspection_shows_a_township_its_own_part_alone(cast) -> None:
    near, far = published(cast, LI, FAR)
    client = signed_in(cast.clerk)

    said = client.get(f"/orders/inspections/{near.site.inspection.uid}/").content.decode()

    assert near.village.township.name in said
    assert f"{far.village.township.name}" not in said.partition("<main")[2]
    assert "总体较好" in said
    assert len(client.get("/api/v1/findings/").json()["results"]) == 1
    assert signed_in(cast.stranger).get(f"/api/v1/findings/{near.uid}/").status_code == 404


def test_who_was_never_visited_never_hears_of_it(cast) -> None:
    [row] = published(cast, LI)

    answer = signed_in(cast.stranger).get(f"/orders/inspections/{row.site.inspection.uid}/")

    assert answer.status_code == 404


def test_a_cancelled_inspection_stays_unknown(cast) -> None:
    inspection_in("cancelled", LI)

    assert counts(cast.clerk) == dict.fromkeys(LISTS, 0)


def test_the_words_of_a_clue_are_for_the_organization_department_alone(cast) -> None:
    [row] = published(cast, LI, found=CLUE, restricted=True)

    for user, status in ((cast.author, 200), (cast.checker, 200), (cast.leader, 404),
                         (cast.clerk, 404), (cast.api, 404)):  # fmt: skip
        assert signed_in(user).get(f"/api/v1/findings/{row.uid}/").status_code == status
    for user in (cast.leader, cast.clerk):
        client = signed_in(user)
        page = client.get(f"/orders/inspections/{row.site.inspection.uid}/").content.decode()
        figures = client.get("/orders/inspections/figures/2026/").content.decode()
        assert CLUE not in page + figures
        assert re.search(r"限县级知悉的线索</th><td class=\"num\">1<", figures)
        assert "restricted=true" not in figures


def test_a_record_of_a_visit_leaves_no_words_of_clues_on_the_trail(cast) -> None:
    visited(cast, LI, found=CLUE, restricted=True)

    assert not [one for one in AuditEntry.objects.all() if CLUE in f"{one.after}{one.reason}"]


def test_packs_hold_what_is_published_and_no_clue(cast) -> None:
    visited(cast, LI)
    asked = EvidenceAsked(reader=cast.author, unit=EAST, on=SEEN)

    held = [asked.rows(ledgers()[key].model).handed_on() for key in LISTS[1:]]
    assert [rows.count() for rows in held] == [0, 0, 0]

    publish(Finding.objects.get().site.inspection, by=cast.author, on=TOLD)
    assert [rows.count() for rows in held] == [1, 0, 1]
    Finding.objects.update(restricted=True)
    assert [rows.count() for rows in held] == [1, 0, 0]
