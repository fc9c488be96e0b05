"""The ledgers of posts and teams through form, sheet and API."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cadres.choices import Post
from cadres.ledgers import people, teams, tenures
from cadres.models import Establishment, PostTenure, ReservePlan
from tests.cadres.teams import LI, hold, person
from tests.sheets import bring, write
from villages.ledgers.dictionary import words_of
from villages.ledgers.forms.building import VERSION
from villages.models import County

LEDGERS = (*people.LEDGERS, *tenures.LEDGERS, *teams.LEDGERS)


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda one: one.key)
def test_each_field_has_words_that_equal_its_label(ledger: Any) -> None:
    for item in ledger.items:
        words = words_of(ledger.key, item.name)
        assert words.zh == str(ledger.model._meta.get_field(item.name).verbose_name)
        assert words.about_zh
        assert words.about_en


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda one: one.key)
def test_each_list_opens_for_county_and_township(
    ledger: Any, county_client: Client, township_client: Client
) -> None:
    address = reverse(f"ledgers:{ledger.key}")

    assert county_client.get(address).status_code == 200
    assert township_client.get(address).status_code == 200


def test_the_row_of_a_person_leads_to_the_sealed_numbers(county_client: Client) -> None:
    one = person(LI, Post.SECRETARY)

    page = county_client.get(reverse("ledgers:cadres_row", args=[one.uid])).content.decode()

    assert reverse("cadres:identity", args=[one.uid]) in page
    assert "党组织书记" in page


def test_restricted_fields_are_not_in_the_row_of_whoever_may_not_reveal(
    county_client: Client, people: Any, client_as: Any
) -> None:
    one = person(LI, own_income="粮食种植")
    address = reverse("ledgers:cadres_row", args=[one.uid])

    assert "粮食种植" in county_client.get(address).content.decode()
    assert "粮食种植" not in client_as(people["county_leader"]).get(address).content.decode()


def _post(client: Client, resource: str, **body: Any) -> Any:
    return client.post(f"/api/v1/{resource}/", body, content_type="application/json")


def test_posts_that_clash_are_refused_over_the_api(county_client: Client) -> None:
    one = person(LI, Post.DIRECTOR, name="某主任")

    answer = _post(
        county_client, "tenures", village=LI, person=one.uid, post="supervision_chair",
        started_on="2026-10-01",
    )  # fmt: skip

    assert answer.status_code in (400, 409, 422)
    assert "posts_clash" in answer.content.decode()
    assert PostTenure.objects.count() == 1


def test_a_second_secretary_is_refused_in_words(county_client: Client) -> None:
    person(LI, Post.SECRETARY, name="在任")
    other = person(LI, name="后来")

    answer = _post(
        county_client, "tenures", village=LI, person=other.uid, post="secretary",
        started_on="2026-10-01",
    )  # fmt: skip

    assert "该村已有在任的党组织书记" in answer.content.decode()


def test_only_reserve_cadres_get_a_plan(county_client: Client) -> None:
    one = person(LI, name="不在册")

    refused = _post(
        county_client, "reserve-cadres", village=LI, person=one.uid, listed_on="2026-01-01"
    )
    hold(one, LI, Post.RESERVE)
    made = _post(
        county_client, "reserve-cadres", village=LI, person=one.uid, listed_on="2026-01-01"
    )

    assert "not_in_reserve" in refused.content.decode()
    assert (made.status_code, ReservePlan.objects.count()) == (201, 1)


def test_seats_come_in_from_a_sheet_with_other_header_words(tmp_path: Path, county: County) -> None:
    head = ["所属乡镇", "村名", "起始日期", "支委职数", "村委职数", "监督委员会职数", "依据"]
    row = ["东关街道", "何河村", "2026-01-01", 5, 3, 3, "青组〔2026〕1号"]

    answer = bring("establishments", write(tmp_path / "seats.xlsx", [head, row]))

    assert answer.errors == []
    one = Establishment.objects.get()
    assert (one.village.name, one.party_seats, one.committee_seats) == ("何河村", 5, 3)
    assert one.valid_from == date(2026, 1, 1)


def test_an_impossible_number_of_seats_is_one_fault_at_its_cell(
    tmp_path: Path, county: County
) -> None:
    head = ["乡镇", "村", "起始日期", "党组织职数", "村委会职数", "依据"]
    row = ["东关街道", "何河村", "2026-01-01", 5, 9, "青组〔2026〕1号"]

    answer = bring("establishments", write(tmp_path / "seats.xlsx", [head, row]))

    assert [(one["row"], one["column"]) for one in answer.errors] == [(2, "E")]
    assert "3 至 7" in answer.errors[0]["message"]


def test_leaving_is_a_button_of_the_row(county_client: Client) -> None:
    tenure = hold(person(LI), LI, Post.SECRETARY)
    address = reverse("ledgers:tenures_do_end", args=[tenure.uid])

    page = county_client.get(reverse("ledgers:tenures_row", args=[tenure.uid])).content.decode()
    answer = county_client.post(
        address, {"ended_on": "2026-11-01", "end_reason": "resigned", VERSION: "1"}
    )

    tenure.refresh_from_db()
    assert "办理离任" in page
    assert answer.status_code == 302
    assert (tenure.ended_on, tenure.end_reason) == (date(2026, 11, 1), "resigned")
