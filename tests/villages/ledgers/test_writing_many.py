"""Rows written together are the rows written one by one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadres.models import Establishment
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.ledgers.drafts import CREATED, REFUSED, UNCHANGED, UPDATED, Draft
from villages.ledgers.writing_many import tally, write_many
from villages.models import Village

pytestmark = pytest.mark.django_db
FIELDS = (
    "village__code", "valid_from", "party_seats", "committee_seats", "supervision_seats",
    "basis", "version",
)  # fmt: skip
DAYS = st.integers(0, 40_000).map(lambda n: date(1930, 1, 1) + timedelta(days=n))
SEATS = st.integers(0, 11)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "village": st.integers(0, 4), "valid_from": DAYS, "party_seats": SEATS,
            "committee_seats": SEATS, "supervision_seats": st.none() | SEATS,
            "basis": st.sampled_from(["青原组〔2026〕3号", "", "文" * 121]),
        }
    ),
    max_size=6,
    unique_by=lambda one: (one["village"], one["valid_from"]),
)  # fmt: skip


@pytest.fixture
def villages(county: Any) -> list[Village]:
    """The five villages of the county."""
    return list(Village.objects.select_related("township").order_by("code"))


def one_by_one(rows: list[dict[str, Any]], by: Any) -> list[set[str] | None]:
    """The fields at fault of each row; None where it was saved."""
    found: list[set[str] | None] = []
    for values in rows:
        try:
            write_row(ledgers()["establishments"], values=values, by=by)
            found.append(None)
        except DomainError as error:
            found.append(set(error.fields))
    return found


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS)
def test_together_is_one_by_one(rows, villages, people):
    by = people[Role.COUNTY_STAFF]
    bodies = [{**one, "village": villages[one["village"]]} for one in rows]
    drafts = [Draft(dict(one)) for one in bodies]
    with transaction.atomic():
        alone = one_by_one(bodies, by)
        stored = sorted(Establishment.objects.values_list(*FIELDS), key=str)
        transaction.set_rollback(True)
    with transaction.atomic():
        write_many(ledgers()["establishments"], drafts, by=by)
        together = sorted(Establishment.objects.values_list(*FIELDS), key=str)
        transaction.set_rollback(True)

    said = [None if one.is_good else {fault.field for fault in one.faults} for one in drafts]
    assert (said, together) == (alone, stored)


def test_a_second_time_nothing_changes(villages, people):
    by, ledger = people[Role.COUNTY_STAFF], ledgers()["establishments"]
    values = {
        "village": villages[0], "valid_from": date(2026, 1, 1), "party_seats": 5,
        "committee_seats": 5, "basis": "文",
    }  # fmt: skip

    def write(**more: Any) -> dict[str, int]:
        return tally(write_many(ledger, [Draft(values | more)], by=by))

    assert write() == {CREATED: 1, UPDATED: 0, UNCHANGED: 0, REFUSED: 0}
    assert write() == {CREATED: 0, UPDATED: 0, UNCHANGED: 1, REFUSED: 0}
    assert write(party_seats=7) == {CREATED: 0, UPDATED: 1, UNCHANGED: 0, REFUSED: 0}
    assert Establishment.objects.get().version == 2


def test_people_without_the_right_write_nothing(villages, people):
    with pytest.raises(DomainError) as refused:
        write_many(ledgers()["establishments"], [], by=people[Role.VILLAGE_SECRETARY])

    assert refused.value.code == "ledger_not_allowed"
