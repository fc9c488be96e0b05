"""How a list looks is kept on the server, for one person."""

import pytest

from tests.factories import signed_in
from tests.villages.lists.test_page import rows_of
from villages.accounts.choices import Role
from villages.lists.models import SavedView

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.villages.lists.example")]
PAGE, SETTINGS = "/example/", "/lists/example-villages/settings/"
CHOSEN = {
    "columns": ["name", "code", "income"],
    "place_name": "3",
    "place_code": "1",
    "place_income": "2",
    "density": "normal",
    "page_size": "100",
    "next": PAGE,
}


def test_columns_order_density_and_size_are_remembered(county_client):
    county_client.post(SETTINGS, CHOSEN)

    response = county_client.get(PAGE)

    assert rows_of(response)[0] == ["999901001200", "0.00", "李庄村"]
    assert "list-table--normal" in response.content.decode()


def test_settings_of_one_person_do_not_touch_another(county_client, people):
    county_client.post(SETTINGS, CHOSEN)

    response = signed_in(people[Role.COUNTY_MINISTER]).get(PAGE)

    assert len(rows_of(response)[0]) == 7


def test_reset_goes_back_to_the_declaration(county_client):
    county_client.post(SETTINGS, CHOSEN)

    county_client.post(SETTINGS, {"reset": "1", "next": PAGE})

    assert not SavedView.objects.exists()
    assert len(rows_of(county_client.get(PAGE))[0]) == 7


def test_values_outside_the_choice_are_not_kept(county_client):
    response = county_client.post(SETTINGS, {**CHOSEN, "page_size": "5000"})

    assert response.status_code == 302
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "javascript:x"])
def test_going_back_never_leaves_the_site(county_client, target):
    response = county_client.post(SETTINGS, {**CHOSEN, "next": target})

    assert response.url == "/"


def test_only_a_post_changes_settings(county_client):
    response = county_client.get(SETTINGS)

    assert response.status_code == 405
