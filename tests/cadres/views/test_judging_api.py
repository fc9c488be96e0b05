"""The API tells the same figures as the pages."""

import pytest
from django.urls import reverse

from cadres.actions.lists import install_default_lists
from tests.cadres.judging import NEW_YEAR, concluded_review, person, posted, sanctioned, told_month
from villages.accounts.choices import Role


@pytest.fixture(autouse=True)
def rows(county, people):
    install_default_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    for number in range(3):
        concluded_review(person(f"人{number}"), "reject" if number == 2 else "pass")
    sanctioned(person("受处置"))
    told_month(posted(), 202610, 14)
    return people


@pytest.mark.parametrize(
    ("name", "page", "told"),
    [
        ("review-figures", "reviews", {"reviews.passed": 2, "reviews.passed_share": "66.67"}),
        ("disposition-figures", "conduct", {"dispositions.decided": 1, "dispositions.unfiled": 1}),
        ("stationed-figures", "stationed", {"residents.red": 1, "teams.whole_share": "0.00"}),
    ],
)
def test_figures_are_those_of_the_page(county_client, name, page, told):
    answer = county_client.get(reverse(f"api:{name}")).json()
    body = county_client.get(reverse(f"cadres:{page}")).content.decode()

    found = {one["code"]: one for one in answer["results"]}
    assert {code: found[code]["value"] for code in told} == told
    assert all(one["label"] in body and one["definition"] for one in answer["results"])


@pytest.mark.parametrize("name", ["review-figures", "disposition-figures"])
def test_what_is_judged_is_not_for_villages(rows, client_as, name):
    answer = client_as(rows[Role.FIRST_SECRETARY]).get(reverse(f"api:{name}"))

    assert answer.status_code == 403


def test_opinions_have_no_address_for_townships(township_client):
    assert township_client.get(reverse("api:review-opinions-list")).status_code == 403
