"""Joint bodies counted once in the county and by shares in townships."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from branches.figures.consortium import joint
from branches.joint.splitting import split
from branches.models import JointBody, JointMember
from tests.branches.scheme_factories import BEGUN, COUNTY, TODAY, body, clerk, member
from villages.common.scope import Scope
from villages.models import Village

LI, HE, WILLOW = "999901001200", "999901001201", "999901101200"
STATED = date(2026, 9, 30)
SCOPE = Scope.of([COUNTY])
NUMBERS = ("households", "land", "income_fen")


def _stated(name="柳河片区党建共同体", **numbers):
    base = {"households": 100, "pooled_mu": Decimal("12.50"), "income_fen": 1001}
    return body(name, stated_on=STATED, **{**base, **numbers})


def test_the_county_counts_a_body_once_and_townships_by_shares(county):
    whole = _stated()
    for who, share in ((LI, 50), (WILLOW, 25), ("青原农业公司", 25)):
        member(whole, who, share)

    found = joint(SCOPE, COUNTY, TODAY)

    east, willow = found.townships
    assert (found.bodies, found.villages, found.of_villages) == (1, 2, 5)
    assert (found.sums.households, found.sums.land, found.sums.income_fen) == (100, 1250, 1001)
    assert (east.villages, east.bodies, east.sums.households) == (1, 1, 50)
    assert (east.sums.income_fen, willow.sums.income_fen) == (501, 250)
    assert found.outside.income_fen == 250
    assert [(one.code, one.value_text) for one in found.figures()] == [
        ("joint.bodies", "1"), ("joint.villages", "40.00"), ("joint.households", "100"),
        ("joint.land", "12.5"), ("joint.income", "10.01"),
    ]  # fmt: skip


def test_what_cannot_be_split_is_named_and_stays_in_the_sum(county):
    whole = _stated()
    member(whole, LI, 50)
    member(whole, HE)

    found = joint(SCOPE, COUNTY, TODAY)

    assert found.unshared == (whole.name,)
    assert found.unsplit.households == found.sums.households == 100
    assert found.townships[0].sums.households is None


def test_numbers_stated_later_are_unknown(county):
    member(_stated(), LI, 100)

    found = joint(SCOPE, COUNTY, date(2026, 9, 29))

    assert (found.bodies, found.sums.households) == (1, None)
    assert [one.code for one in found.figures()] == ["joint.bodies", "joint.villages"]


def test_shares_of_the_stated_day_split_its_numbers(county):
    whole = _stated()
    member(whole, LI, 100, left_on=date(2026, 10, 1))
    member(whole, WILLOW, 100, since=date(2026, 10, 1))

    east, willow = joint(SCOPE, COUNTY, TODAY).townships

    assert (east.sums.households, willow.sums.households) == (100, None)
    assert (east.villages, willow.villages) == (0, 1)


def test_a_village_in_two_bodies_is_one_village(county):
    for name in ("甲共同体", "乙共同体"):
        member(_stated(name), LI, 100)

    found = joint(SCOPE, COUNTY, TODAY)

    assert (found.bodies, found.villages) == (2, 1)
    assert (found.townships[0].bodies, found.sums.households) == (2, 200)


def test_a_township_sees_its_part_and_the_rest_as_outside(county):
    whole = _stated()
    member(whole, LI, 30)
    member(whole, WILLOW, 70)

    found = joint(clerk().territory, COUNTY, TODAY)

    assert [one.code for one in found.townships] == ["999901001"]
    assert (found.townships[0].sums.households, found.outside.households) == (30, 70)


def test_three_queries_for_any_number_of_bodies(county, django_assert_num_queries):
    for number in range(4):
        member(_stated(f"第{number}共同体"), LI, 100)

    with django_assert_num_queries(3):
        joint(SCOPE, COUNTY, TODAY)


_PLACES = ("999901001200", "999901001202", "999901101200", "999901101201", "公司")


@st.composite
def _bodies(draw):
    shares = draw(st.lists(st.integers(1, 100), min_size=1, max_size=5))
    total = sum(shares)
    whole = [share * 10_000 // total for share in shares]
    whole[0] += 10_000 - sum(whole)
    if draw(st.integers(0, 4)) == 0:
        whole[0] -= 1  # does not make up the whole
    income = st.none() | st.integers(-(10**6), 10**9)
    return draw(income), draw(st.none() | st.integers(0, 500)), whole


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_bodies(), max_size=4))
def test_parts_give_the_whole_as_a_naive_sum_does(county, bodies):
    JointMember.objects.all().delete()
    JointBody.objects.all().delete()
    villages = {one.code: one for one in Village.objects.filter(county_code=COUNTY)}
    naive: dict[str, dict[str, int]] = {}
    for number, (income, households, shares) in enumerate(bodies):
        one = body(f"第{number}共同体", stated_on=STATED, income_fen=income, households=households)
        rows = [(_PLACES[place], share) for place, share in enumerate(shares)]
        JointMember.objects.bulk_create(
            JointMember(
                body=one, county_code=COUNTY, joined_on=BEGUN, village=villages.get(who),
                unit_name="" if who in villages else who, share_percent=Decimal(share) / 100,
            )
            for who, share in rows
        )  # fmt: skip
        for name, amount in (("income_fen", income), ("households", households)):
            _count(naive, name, amount, dict(rows))

    found = joint(SCOPE, COUNTY, TODAY)

    units = {one.code: one.sums for one in found.townships}
    units |= {"outside": found.outside, "unsplit": found.unsplit, "whole": found.sums}
    for code, sums in units.items():
        for name in ("income_fen", "households"):
            assert getattr(sums, name) == naive.get(code, {}).get(name), (code, name)
    for name in ("income_fen", "households"):
        parts = [getattr(one, name) or 0 for code, one in units.items() if code != "whole"]
        assert sum(parts) == (getattr(found.sums, name) or 0)


def _count(naive, name, amount, shares):
    if amount is None:
        return
    parts = {"whole": amount}
    if sum(shares.values()) != 10_000:
        parts["unsplit"] = amount
    else:
        for who, part in split(amount, shares).items():
            code = who[:9] if who.isdigit() else "outside"
            parts[code] = parts.get(code, 0) + part
    for code, part in parts.items():
        unit = naive.setdefault(code, {})
        unit[name] = unit.get(name, 0) + part
