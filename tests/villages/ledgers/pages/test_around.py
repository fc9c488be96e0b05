"""What stands around ledgers: areas, definitions, search, the back office."""

import pytest
from django.contrib import admin
from django.test import Client

from tests.villages.ledgers.making import make_row
from villages.accounts.choices import Role
from villages.ledgers.declaring import ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.hubs import HUBS, cards
from villages.ledgers.search import find_fields, find_ledgers
from villages.models import County, Village


@pytest.fixture
def village(county: County) -> Village:
    """李庄村 in 东关街道."""
    return Village.objects.get(code="999901001200")


def test_every_ledger_belongs_to_an_area():
    assert {one.hub for one in ledgers().values()} <= set(HUBS)


def test_cards_count_visible_rows_by_one_statement(
    people: dict, village: Village, django_assert_num_queries
):
    far = Village.objects.get(code="999901101200")
    make_row(ledgers()["honours"], village, 1)
    make_row(ledgers()["honours"], far, 2)
    county, clerk = people[Role.COUNTY_STAFF], people[Role.TOWNSHIP_CLERK]

    def counts(user) -> dict[str, int]:
        return {card.key: card.count for card in cards("affairs", user, "999901")}

    assert county.territory != clerk.territory
    with django_assert_num_queries(1):
        assert counts(county)["honours"] == 2
    assert counts(clerk)["honours"] == 1
    assert counts(county)["surveys"] == 0


def test_cards_offer_what_the_person_may_do(people: dict, village: Village):
    staff = {one.key: one for one in cards("affairs", people[Role.COUNTY_STAFF])}["honours"]
    leader = {one.key: one for one in cards("affairs", people[Role.COUNTY_LEADER])}["honours"]

    assert (staff.url, staff.new_url) == ("/ledgers/honours/", "/ledgers/honours/new/")
    assert staff.import_url == "/imports/new/honours/"
    assert (leader.new_url, leader.import_url) == ("", "")


def test_definitions_of_a_ledger_are_read_in_help(county_client: Client):
    page = county_client.get("/help/fields/honours/").content.decode()
    words = words_of("honours", "awarded_on")

    assert words.hint in page
    assert words.about_en in page
    assert 'href="/help/fields/honours/"' in county_client.get("/help/fields/").content.decode()


def test_ledgers_and_fields_are_found_by_whoever_may_read_them(people: dict):
    staff, admin_ = people[Role.COUNTY_STAFF], people[Role.SYSTEM_ADMIN]

    assert [hit.url for hit in find_ledgers(staff, "村级荣誉", 5)] == ["/ledgers/honours/"]
    assert "/help/fields/honours/#awarded_on" in [
        hit.url for hit in find_fields(staff, words_of("honours", "awarded_on").zh, 50)
    ]
    assert find_ledgers(admin_, "村级荣誉", 5) == []


def test_back_office_shows_ledgers_to_the_department_and_never_to_administrators(
    people: dict, client_as, village: Village
):
    make_row(ledgers()["honours"], village, name="文明村")
    url = "/admin/villages_affairs/honour/"

    shown = client_as(people[Role.COUNTY_STAFF]).get(url)

    assert "文明村" in shown.content.decode()
    assert client_as(people[Role.SYSTEM_ADMIN]).get(url).status_code == 403
    assert client_as(people[Role.TOWNSHIP_CLERK]).get(url).status_code in {302, 404}
    map_url = "/admin/villages/village/"
    assert client_as(people[Role.SYSTEM_ADMIN]).get(map_url).status_code == 200
    assert client_as(people[Role.COUNTY_STAFF]).get(map_url).status_code == 403


def test_back_office_holds_no_restricted_item():
    for ledger in ledgers().values():
        office = admin.site._registry[ledger.model]
        hidden = {one.name for one in ledger.items if one.seen_by}

        assert not hidden & {*office.fields, *office.list_display, *office.search_fields}
