"""Acceptance schemes: the default, copies, what is frozen, what cannot be used."""

from datetime import date
from typing import Any

import pytest

from rectification.actions.schemes import copy_scheme, end_scheme, install_defaults
from rectification.figures.schemes import is_used, points_of, scheme_in_force
from rectification.ledgers.schemes import ASPECTS, SCHEMES
from rectification.models import AcceptanceScheme, SchemeAspect
from rectification.states import CaseStatus
from tests.rectification.acceptance.situations import NEAR
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.situations import case_in, scheme
from villages.accounts.choices import Role
from villages.ledgers.actions import perform, remove_row, write_row

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def test_the_default_scheme_is_whole_and_installed_once(county: Any, by: Any):
    assert install_defaults(county, by=by, on=DAY) == 1
    assert install_defaults(county, by=by, on=DAY) == 0

    found = scheme_in_force(county.code, DAY)

    assert (points_of(found), found.aspects.count(), found.vetoes.count()) == (100, 6, 3)
    points = found.aspects.order_by("position").values_list("points", flat=True)
    assert [int(one) for one in points] == [25, 15, 15, 15, 15, 15]
    assert (found.pass_score, found.votes_at_least, found.team_at_least) == (80, 15, 3)


def test_a_county_without_a_whole_scheme_cannot_use_any(county: Any, by: Any):
    refused("no_scheme", scheme_in_force, county.code, DAY)
    mine = scheme(county.code)
    SchemeAspect.objects.filter(scheme=mine, position=1).update(points=59)

    error = refused("scheme_not_whole", scheme_in_force, county.code, DAY)

    assert "99 分" in str(error)


def test_the_later_one_holds_where_two_overlap(county: Any, by: Any):
    mine = scheme(county.code)
    AcceptanceScheme.objects.filter(pk=mine.pk).update(valid_to=date(2030, 1, 1))
    mine.refresh_from_db()
    new = copy_scheme(mine, by=by, name="新办法", valid_from=DAY)

    assert scheme_in_force(county.code, date(2026, 3, 1)) == mine
    assert scheme_in_force(county.code, DAY) == new


def test_what_a_case_holds_is_frozen(county: Any, by: Any):
    mine = scheme(county.code)
    aspect = mine.aspects.first()
    write_row(ASPECTS, values={"standards": "班子配齐"}, by=by, row=aspect)
    case_in(NEAR, CaseStatus.CONFIRMED)
    assert is_used(mine)

    refused("scheme_frozen", write_row, SCHEMES, values={"pass_score": 60}, by=by, row=mine)
    refused("scheme_frozen", write_row, ASPECTS, values={"points": 50}, by=by, row=aspect)
    new = {"scheme": mine, "position": 9, "name": "新方面", "points": 5}
    refused("scheme_frozen", write_row, ASPECTS, values=new, by=by)
    refused("row_invalid", remove_row, ASPECTS, row=aspect, version=None, reason="错", by=by)
    refused("row_in_use", remove_row, SCHEMES, row=mine, version=None, reason="错", by=by)
    end_scheme(mine, by=by, valid_to=date(2026, 12, 31))


def test_a_copy_says_the_same_and_may_be_changed(county: Any, by: Any):
    mine = scheme(county.code)
    case_in(NEAR, CaseStatus.CONFIRMED)
    asked = {"name": "2027年办法", "valid_from": date(2027, 1, 1), "document_no": None}

    perform(SCHEMES, SCHEMES.verb("copy"), row=mine, version=mine.version, by=by, **asked)

    mine.refresh_from_db()
    new = AcceptanceScheme.objects.get(name="2027年办法")
    assert mine.valid_to == date(2026, 12, 31)
    assert points_of(new) == 100
    assert list(new.vetoes.values_list("name", flat=True)) == ["列明的问题没有解决"]
    write_row(ASPECTS, values={"points": 50}, by=by, row=new.aspects.first())
    refused("scheme_once", copy_scheme, mine, by=by, name="又一个", valid_from=date(2027, 1, 1))


def test_no_aspect_asks_for_photos_or_notes(county: Any, by: Any):
    mine = scheme(county.code)
    values = {"scheme": mine, "position": 3, "name": "工作照片数量", "points": 5}

    error = refused("aspect_forbidden", write_row, ASPECTS, values=values, by=by)

    assert "照片" in str(error)
