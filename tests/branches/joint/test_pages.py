"""Pages and ledgers of joint bodies."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from branches.models import JointBody, JointMember
from tests.branches.scheme_factories import body, member
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import Village

LI, HE, WILLOW = "999901001200", "999901001201", "999901101200"


@pytest.fixture
def joined(county):
    whole = body(stated_on=date(2026, 9, 30), households=100, income_fen=12_345_600)
    return whole, member(whole, LI, 60), member(whole, HE, 40)


def test_the_page_counts_each_body_once(county_client, joined):
    page = county_client.get(reverse("branches:joint")).content.decode()

    assert "柳河片区党建共同体" in page
    assert "123,456.00" in page
    assert "2/5 个村" in page


def test_a_township_sees_no_village_of_another(township_client, county):
    whole = body()
    member(whole, LI, 50)
    member(whole, WILLOW, 50)

    page = township_client.get(reverse("branches:joint")).content.decode()

    assert "柳河片区党建共同体" in page
    assert "柳林镇" not in page


def test_shares_are_set_on_one_page(county_client, joined):
    whole, li, he = joined
    url = reverse("branches:joint_shares", args=[whole.uid])
    data = {"on": "2026-11-01", "reason": "会议纪要", f"share_{li.pk}": "50"}

    refused = county_client.post(url, {**data, f"share_{he.pk}": "49"}).content.decode()
    assert "份额合计为 99%" in refused
    county_client.post(url, {**data, f"share_{he.pk}": "50"})

    now = whole.members.on(date(2026, 11, 3)).values_list("share_percent", flat=True)
    assert list(now) == [Decimal(50), Decimal(50)]


@pytest.mark.parametrize(
    ("day", "said"), [("2026-11-03", "6,000.01"), ("2024-06-01", "份额合计不是 100%")]
)
def test_an_amount_is_split_to_the_fen(county_client, joined, day, said):
    url = reverse("branches:joint_split", args=[joined[0].uid])

    page = county_client.get(url, {"amount": "10000.01", "on": day}).content.decode()

    assert said in page


def test_a_body_and_its_members_come_in_through_the_ledger(people, county):
    by, kinds = people[Role.COUNTY_STAFF], ledgers()
    whole = write_row(
        kinds["joint-bodies"], by=by,
        values={"name": "山区联合党委", "kind": "joint_committee", "lead": "柳林镇",
                "founded_on": date(2026, 1, 1)},
    )  # fmt: skip
    village = Village.objects.get(code=WILLOW)
    values = {"body": whole, "village": village, "joined_on": date(2026, 1, 1),
              "share_percent": Decimal(100)}  # fmt: skip
    write_row(kinds["joint-members"], by=by, values=values)
    outside = {**values, "village": None, "unit_name": "青原农业公司"}

    with pytest.raises(DomainError) as refused:
        write_row(kinds["joint-members"], by=by, values=outside)
    write_row(kinds["joint-members"], by=by, values={**outside, "share_percent": None})

    assert "超过 100%" in refused.value.fields["share_percent"]
    assert (JointBody.objects.count(), JointMember.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"unit_name": "公司"}, "unit_name"),
        ({"share_percent": Decimal(101)}, "share_percent"),
        ({"left_on": date(2026, 1, 1)}, "left_on"),
        ({"joined_on": date(2020, 1, 1)}, "joined_on"),
    ],
)
def test_the_ledger_says_at_which_field_a_member_is_wrong(people, joined, values, place):
    village = Village.objects.get(code=WILLOW)
    base = {"body": joined[0], "village": village, "joined_on": date(2026, 1, 1)}

    with pytest.raises(DomainError) as refused:
        write_row(ledgers()["joint-members"], by=people[Role.COUNTY_STAFF],
                  values={**base, **values})  # fmt: skip

    assert place in refused.value.fields


@pytest.mark.parametrize("key", ["joint-bodies", "joint-members", "branch-ratings"])
def test_lists_and_forms_open(county_client, joined, key):
    assert county_client.get(reverse(f"ledgers:{key}")).status_code == 200


def test_the_page_of_a_body_shows_its_members(county_client, joined):
    page = county_client.get(reverse("ledgers:joint-bodies_row", args=[joined[0].uid]))

    text = page.content.decode()
    assert "何河村" in text
    assert "终止联建组织" in text


def test_a_body_is_not_founded_after_its_members_joined(people, joined):
    whole, *_members = joined
    values = {"founded_on": date(2026, 1, 1)}

    with pytest.raises(DomainError) as refused:
        write_row(ledgers()["joint-bodies"], by=people[Role.COUNTY_STAFF], row=whole, values=values)

    assert refused.value.fields["founded_on"]
