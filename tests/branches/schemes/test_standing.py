"""The village page's part about ratings and joint bodies, and finding them by name."""

import pytest
from django.urls import reverse

from branches.figures.standing import standing
from branches.search import find_branches, find_joint_bodies
from tests.branches import factories
from tests.branches.scheme_factories import TODAY, body, clerk, in_force, member, proposed, staff
from villages.models import Village

LI = "999901001200"


@pytest.fixture
def rated(county):
    chief = staff()
    scheme, branch = in_force(chief), factories.branch(formal=10)
    for period in ("2025", "2026"):
        proposed(branch, scheme, chief, None, 45, 30, period=period)
    member(body(), LI, 60)
    return Village.objects.get(code=LI)


def test_the_newest_rating_of_each_kind_is_shown(rated, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = standing(rated, TODAY)

    assert [one.period for one in found.ratings] == ["2026"]
    assert [one.share_percent for one in found.joint] == [60]


def test_the_panel_links_to_receipts_and_bodies(county_client, rated):
    page = county_client.get(reverse("branches:standing", args=[LI])).content.decode()

    assert "五星" in page
    assert "柳河片区党建共同体" in page
    assert "份额 60.00%" in page


def test_a_village_without_either_says_so(township_client, county):
    page = township_client.get(reverse("branches:standing", args=[LI])).content.decode()

    assert "还没有评定" in page


def test_organizations_are_found_by_their_name_and_village(rated, django_assert_num_queries):
    person = staff()
    assert person.territory

    with django_assert_num_queries(1):
        found = find_branches(person, "李庄 第一", 5)

    assert [one.title for one in found] == ["第一党支部"]
    assert "李庄村" in found[0].detail
    assert find_branches(person, "", 5) == []
    assert find_branches(clerk("999901101"), "第一", 5) == []


def test_joint_bodies_are_found_by_their_name(rated):
    assert [one.title for one in find_joint_bodies(staff(), "柳河", 5)] == ["柳河片区党建共同体"]
    assert find_joint_bodies(staff(), "没有", 5) == []
