"""Members of joint bodies and their dated shares."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from branches.actions.consortium import check_member, end_body, set_shares
from branches.models import JointBody, JointMember
from tests.branches.scheme_factories import BEGUN, COUNTY, body, clerk, member, staff
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

LI, HE, WILLOW = "999901001200", "999901001201", "999901101200"
DAY = date(2026, 7, 1)


@pytest.fixture
def by(county):
    return staff()


@pytest.fixture
def joined(by):
    whole = body()
    return whole, member(whole, LI, 60), member(whole, HE, 40)


def _set(whole, shares, day, by):
    return set_shares(body=whole, shares=shares, on=day, reason="会议纪要", by=by)


def _shares(whole, day):
    rows = whole.members.on(day).order_by("village__code", "unit_name")
    return [one.share_percent for one in rows]


def test_shares_change_for_all_from_a_day_on(joined, by):
    whole, li, he = joined

    _set(whole, {li.pk: Decimal("33.33"), he.pk: Decimal("66.67")}, DAY, by)

    assert _shares(whole, date(2026, 6, 30)) == [60, 40]
    assert _shares(whole, DAY) == [Decimal("33.33"), Decimal("66.67")]
    entry = AuditEntry.objects.get(action="branches.joint_shares_set")
    assert entry.after == {"东关街道李庄村": "33.33", "东关街道何河村": "66.67"}


def test_an_unchanged_share_keeps_its_row(joined, by):
    whole, li, he = joined

    set_shares(
        body=whole, shares={li.pk: Decimal(60), he.pk: Decimal(40)}, on=DAY, reason="纪要", by=by
    )

    assert whole.members.count() == 2


def test_shares_of_the_first_day_are_corrected_in_place(joined, by):
    whole, li, he = joined

    set_shares(
        body=whole, shares={li.pk: Decimal(50), he.pk: Decimal(50)}, on=BEGUN, reason="更正", by=by
    )

    assert (whole.members.count(), _shares(whole, BEGUN)) == (2, [50, 50])


@pytest.mark.parametrize(
    ("li_share", "he_share"), [("60", "39.99"), ("60", "40.01"), ("99.995", "0.005")]
)
def test_shares_make_up_the_whole_exactly(joined, by, li_share, he_share):
    whole, li, he = joined

    with pytest.raises(DomainError) as refused:
        set_shares(body=whole, shares={li.pk: Decimal(li_share), he.pk: Decimal(he_share)}, on=DAY,
                   reason="纪要", by=by)  # fmt: skip

    assert refused.value.code == "shares_total"


def test_all_members_are_set_at_once(joined, by):
    whole, li, _he = joined

    with pytest.raises(DomainError) as refused:
        _set(whole, {li.pk: Decimal(100)}, DAY, by)

    assert refused.value.code == "shares_members"


def test_shares_are_not_set_behind_later_ones(joined, by):
    whole, li, he = joined
    member(whole, WILLOW, since=date(2026, 9, 1))

    with pytest.raises(DomainError) as refused:
        set_shares(
            body=whole,
            shares={li.pk: Decimal(50), he.pk: Decimal(50)},
            on=DAY,
            reason="纪要",
            by=by,
        )

    assert refused.value.code == "shares_later"


def _new(whole, **values):
    values = {"joined_on": DAY, "unit_name": "青原农业公司", **values}
    return JointMember(body=whole, county_code=COUNTY, **values)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"share_percent": Decimal("0.01")}, "joint_exceeded"),
        ({"joined_on": date(2024, 12, 31)}, "joint_before"),
        ({}, None),
        ({"share_percent": Decimal(0)}, None),
    ],
)
def test_a_further_member_fits_or_is_refused(joined, values, code):
    whole, _li, _he = joined
    row = _new(whole, **values)

    if code is None:
        check_member(row)
        row.save()
        assert whole.members.count() == 3
    else:
        with pytest.raises(DomainError) as refused:
            check_member(row)
        assert refused.value.code == code


def test_a_village_does_not_belong_twice_at_a_time(joined):
    whole, li, _he = joined
    again = _new(whole, unit_name="", village=li.village)

    with pytest.raises(DomainError) as refused:
        check_member(again)

    assert refused.value.code == "joint_overlap"


def test_a_body_ends_with_its_members(joined, by):
    whole, li, _he = joined

    end_body(whole, ended_on=DAY, end_reason="并入另一组织", by=by)

    li.refresh_from_db()
    assert li.left_on == DAY
    assert list(JointBody.objects.on(date(2026, 6, 30))) == [whole]
    assert not JointBody.objects.on(DAY)
    with pytest.raises(DomainError, match="已经终止"):
        end_body(whole, ended_on=DAY, end_reason="再次", by=by)


def test_a_body_does_not_end_before_its_members_came(joined, by):
    with pytest.raises(DomainError) as refused:
        end_body(joined[0], ended_on=BEGUN, end_reason="撤销", by=by)

    assert refused.value.fields["ended_on"]


def test_townships_keep_no_joint_bodies(joined):
    with pytest.raises(DomainError, match="县委组织部"):
        end_body(joined[0], ended_on=DAY, end_reason="撤销", by=clerk())


def test_a_township_sees_bodies_of_its_villages_and_its_own_members(joined):
    whole, *_rest = joined
    other = body("山区共同体")
    member(other, WILLOW, 100)

    east, willow = clerk(), clerk("999901101")
    assert list(JointBody.objects.visible_to(east)) == [whole]
    assert list(JointBody.objects.visible_to(willow)) == [other]
    assert JointMember.objects.visible_to(east).count() == 2
    assert JointBody.objects.visible_to(staff()).count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"lead": ""},
        {"kind": "club"},
        {"ended_on": date(2024, 1, 1), "end_reason": "撤销"},
        {"ended_on": DAY},
        {"end_reason": "撤销"},
        {"approved_on": DAY},
        {"approval_no": "青组〔2026〕1号"},
        {"stated_on": date(2024, 1, 1)},
        {"households": 3},
        {"income_fen": 3},
        {"stated_on": DAY, "pooled_mu": -1},
    ],
)
def test_the_database_refuses_impossible_bodies(joined, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        JointBody.objects.filter(pk=joined[0].pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"share_percent": -1},
        {"share_percent": 101},
        {"left_on": BEGUN},
        {"village": None},
        {"unit_name": "公司"},
    ],
)
def test_the_database_refuses_impossible_members(joined, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        JointMember.objects.filter(pk=joined[1].pk).update(**wrong)


@pytest.mark.parametrize("who", [LI, "青原农业公司"])
def test_the_database_holds_one_open_membership(joined, who):
    whole = joined[0]
    if not who.isdigit():
        member(whole, who)

    with pytest.raises(IntegrityError), transaction.atomic():
        member(whole, who, since=DAY)
