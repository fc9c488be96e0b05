"""Versions of schemes: drafted, published, ended; never changed afterwards."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from branches.actions.default_schemes import install_default_schemes
from branches.actions.publishing import end_scheme, publish_scheme
from branches.actions.schemes import copy_scheme, draft_scheme, drop_draft, rewrite_scheme
from branches.models import Scheme
from branches.schemes.choices import SchemeStatus
from branches.schemes.definitions import definition_of
from branches.scoring import Grade
from tests.branches import factories
from tests.branches.scheme_factories import COUNTY, SMALL, clerk, in_force, proposed, staff
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry


@pytest.fixture
def by(county):
    return staff()


def test_a_draft_says_what_was_given(by):
    draft = draft_scheme(county=COUNTY, definition=SMALL, by=by)

    assert definition_of(draft) == SMALL
    assert (draft.number, draft.status) == (1, SchemeStatus.DRAFT)
    assert AuditEntry.objects.filter(action="branches.scheme_drafted").count() == 1


def test_there_is_one_draft_of_a_kind(by):
    draft_scheme(county=COUNTY, definition=SMALL, by=by)

    with pytest.raises(DomainError) as refused:
        draft_scheme(county=COUNTY, definition=SMALL, by=by)

    assert refused.value.code == "scheme_draft_exists"


def test_a_draft_is_rewritten_against_the_version_that_was_seen(by):
    draft = draft_scheme(county=COUNTY, definition=SMALL, by=by)
    wanted = replace(SMALL, title="评星定级(改)", items=SMALL.items[:2])

    saved = rewrite_scheme(scheme=draft, definition=wanted, version=1, by=by)

    assert definition_of(saved) == wanted
    with pytest.raises(DomainError, match="刚被他人改动"):
        rewrite_scheme(scheme=draft, definition=wanted, version=1, by=by)


def test_a_new_version_ends_the_one_before_the_day_before(by):
    first = in_force(by)

    second = publish_scheme(
        scheme=copy_scheme(scheme=first, by=by), valid_from=date(2026, 7, 1), basis="文", by=by
    )

    first.refresh_from_db()
    assert (first.status, first.valid_to) == (SchemeStatus.ENDED, date(2026, 6, 30))
    assert (second.number, second.valid_to) == (2, None)
    for day, number in [(date(2026, 6, 30), 1), (date(2026, 7, 1), 2)]:
        assert [one.number for one in Scheme.objects.in_force(day)] == [number]
    assert not Scheme.objects.in_force(date(2024, 12, 31))


def test_on_any_day_one_version_of_a_kind_holds(by):
    days = [date(2026, month, 1) for month in (2, 5, 9)]
    scheme = in_force(by)
    for day in days:
        scheme = publish_scheme(
            scheme=copy_scheme(scheme=scheme, by=by), valid_from=day, basis="文", by=by
        )

    for month in range(1, 13):
        for day in (date(2026, month, 1), date(2026, month, 28)):
            assert Scheme.objects.in_force(day).count() == 1


def test_a_published_version_never_changes(by):
    scheme = in_force(by)

    for act in (
        lambda: rewrite_scheme(scheme=scheme, definition=SMALL, version=None, by=by),
        lambda: publish_scheme(scheme=scheme, valid_from=date(2027, 1, 1), basis="文", by=by),
        lambda: drop_draft(scheme=scheme, by=by),
    ):
        with pytest.raises(DomainError, match="不能改动"):
            act()
    assert definition_of(scheme) == SMALL


def test_a_new_version_cannot_reach_back_over_rated_periods(by):
    scheme = in_force(by)
    proposed(factories.branch(), scheme, by, None, 50, 30)
    draft = copy_scheme(scheme=scheme, by=by)

    with pytest.raises(DomainError) as refused:
        publish_scheme(scheme=draft, valid_from=date(2026, 12, 1), basis="文", by=by)
    later = publish_scheme(scheme=draft, valid_from=date(2027, 1, 1), basis="文", by=by)

    assert refused.value.code == "scheme_too_early"
    assert later.status == SchemeStatus.IN_FORCE


@pytest.mark.parametrize("day", [date(2024, 6, 1), date(2025, 1, 1)])
def test_a_new_version_begins_after_the_one_before(by, day):
    draft = copy_scheme(scheme=in_force(by), by=by)

    with pytest.raises(DomainError) as refused:
        publish_scheme(scheme=draft, valid_from=day, basis="文", by=by)

    assert refused.value.fields["valid_from"]


def test_an_incomplete_draft_is_not_published(by):
    lacking = replace(SMALL, grades=(Grade("五星", Decimal(200)),))
    draft = draft_scheme(county=COUNTY, definition=lacking, by=by)

    with pytest.raises(DomainError) as refused:
        publish_scheme(scheme=draft, valid_from=date(2026, 1, 1), basis="文", by=by)

    assert refused.value.code == "scheme_incomplete"
    assert "最低得分为 0" in refused.value.message
    assert "超过满分" in refused.value.message


def test_the_version_in_force_ends_without_a_successor(by):
    scheme = end_scheme(scheme=in_force(by), valid_to=date(2026, 12, 31), reason="并入", by=by)

    assert not Scheme.objects.in_force(date(2027, 1, 1))
    with pytest.raises(DomainError, match="只能停用现行版"):
        end_scheme(scheme=scheme, valid_to=date(2027, 1, 31), reason="并入", by=by)


def test_only_the_department_lays_down_schemes(by):
    with pytest.raises(DomainError) as refused:
        draft_scheme(county=COUNTY, definition=SMALL, by=clerk())

    assert refused.value.code == "scheme_scope"


def test_everybody_in_the_county_reads_its_schemes(by, other_county):
    scheme = in_force(by)
    from tests.factories import UserFactory

    abroad = UserFactory(role="county_staff", home_code="999902")
    assert list(Scheme.objects.visible_to(clerk())) == [scheme]
    assert not Scheme.objects.visible_to(abroad)


def test_a_new_county_gets_three_schemes_once(by):
    made = install_default_schemes(COUNTY, by, valid_from=date(2026, 1, 1))

    assert {one.kind for one in made} == {"standard", "stars", "fortress"}
    assert all(one.status == SchemeStatus.IN_FORCE for one in made)
    assert install_default_schemes(COUNTY, by) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "in_force", "valid_from": None},
        {"status": "draft"},
        {"status": "ended"},
        {"basis": ""},
        {"title": ""},
        {"number": 0},
        {"kind": "gold"},
        {"cycle": "day"},
        {"status": "ended", "valid_to": date(2024, 12, 31)},
    ],
)
def test_the_database_refuses_impossible_versions(by, wrong):
    scheme = in_force(by)

    with pytest.raises(IntegrityError), transaction.atomic():
        Scheme.objects.filter(pk=scheme.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": 0},
        {"number": 0},
        {"text": ""},
        {"judged": "points"},
        {"figure": ""},
        {"wanted": None},
        {"comparison": "<"},
        {"per_unit": 0},
    ],
)
def test_the_database_refuses_impossible_items(by, wrong):
    item = in_force(by).items.get(number=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        type(item).objects.filter(pk=item.pk).update(**wrong)


def test_the_database_holds_one_version_in_force(by):
    scheme = in_force(by)

    with pytest.raises(IntegrityError), transaction.atomic():
        Scheme.objects.create(
            county_code=COUNTY, kind=scheme.kind, number=9, title="另一版", basis="文",
            status="in_force", valid_from=date(2026, 3, 1),
        )  # fmt: skip
