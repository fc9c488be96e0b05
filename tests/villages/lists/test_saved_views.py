"""Questions kept under names: personal, shared, first for a role."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories import UserFactory, signed_in
from tests.villages.lists.test_page import codes_of, rows_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.lists import actions
from villages.lists.models import SavedView
from villages.trace.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.villages.lists.example")]
PAGE, KEY = "/example/", "example-villages"


def keep(user, name="李庄", **fields):
    values = {"path": PAGE, "query": "q=李庄&sort=-code", "columns": ["code", "name"]}
    return actions.save_view(KEY, by=user, name=name, **{**values, **fields})


def test_saving_from_the_page_opens_the_view_as_a_tab(county_client):
    response = county_client.post(
        f"/lists/{KEY}/views/save/",
        {"name": "我的视图", "query": "q=李庄", "next": f"{PAGE}?q=李庄"},
    )

    opened = county_client.get(response.url)

    view = SavedView.objects.get()
    assert response.url == f"{PAGE}?view={view.uid}"
    assert f'href="?view={view.uid}" aria-current="page"' in opened.content.decode()
    assert codes_of(opened) == ["999901001200", "999901101200"]


def test_view_brings_conditions_order_and_columns(county_client, people):
    view = keep(people[Role.COUNTY_STAFF])

    response = county_client.get(PAGE, {"view": view.uid})

    assert rows_of(response) == [["999901101200", "李庄村"], ["999901001200", "李庄村"]]


def test_own_conditions_replace_those_of_the_open_view(county_client, people):
    view = keep(people[Role.COUNTY_STAFF])

    response = county_client.get(PAGE, {"view": view.uid, "q": "郭集", "sort": ""})
    emptied = county_client.get(PAGE, {"view": view.uid, "q": ""})

    assert len(rows_of(response)) == 1
    assert len(rows_of(emptied)) == 5


def test_pages_of_an_open_view_keep_its_short_address(county_client, people):
    view = keep(people[Role.COUNTY_STAFF])

    text = county_client.get(PAGE, {"view": view.uid}).content.decode()

    assert f'href="?view={view.uid}&amp;format=xlsx"' in text


def test_personal_view_is_nobody_elses(people):
    view = keep(people[Role.COUNTY_STAFF], "只看李庄")

    response = signed_in(people[Role.COUNTY_MINISTER]).get(PAGE, {"view": view.uid})

    assert len(rows_of(response)) == 5
    assert view.name not in response.content.decode()


def test_shared_view_shows_each_person_the_own_territory(people, other_county):
    view = keep(people[Role.COUNTY_STAFF])
    actions.share_view(view, by=people[Role.COUNTY_STAFF], county="999901")

    clerk = signed_in(people[Role.TOWNSHIP_CLERK]).get(PAGE, {"view": view.uid})
    stranger = UserFactory(role=Role.COUNTY_STAFF, home_code="999902")

    assert [row[0] for row in rows_of(clerk)] == ["999901001200"]
    assert not SavedView.objects.visible_to(stranger).exists()


def test_default_of_a_role_opens_first_and_all_stays_reachable(people):
    view = keep(people[Role.COUNTY_STAFF])
    actions.share_view(
        view, by=people[Role.COUNTY_STAFF], county="999901", role=Role.TOWNSHIP_CLERK
    )
    client = signed_in(people[Role.TOWNSHIP_CLERK])

    first, everything = client.get(PAGE), client.get(PAGE, {"view": "all"})

    assert len(rows_of(first)) == 1
    assert len(rows_of(everything)) == 3
    assert "?view=all&amp;sort=name" in everything.content.decode()


def test_a_role_has_one_default_in_a_county(people):
    staff = people[Role.COUNTY_STAFF]
    first, second = keep(staff, "甲"), keep(staff, "乙")

    for view in (first, second):
        actions.share_view(view, by=staff, county="999901", role=Role.TOWNSHIP_CLERK)

    first.refresh_from_db()
    assert (first.role, second.role) == ("", Role.TOWNSHIP_CLERK)


def test_only_people_of_the_whole_county_share(people):
    clerk = people[Role.TOWNSHIP_CLERK]
    view = keep(clerk)

    with pytest.raises(DomainError) as refusal:
        actions.share_view(view, by=clerk, county="999901")

    assert refusal.value.code == "view_share_forbidden"


def test_only_the_owner_changes_a_shared_view(people):
    staff, minister = people[Role.COUNTY_STAFF], people[Role.COUNTY_MINISTER]
    view = actions.share_view(keep(staff), by=staff, county="999901")

    response = signed_in(minister).post(f"/lists/view/{view.uid}/", {"do": "delete"})

    assert response.status_code == 409
    assert SavedView.objects.filter(pk=view.pk).exists()


def test_foreign_view_is_not_found(people):
    view = keep(people[Role.COUNTY_STAFF])

    response = signed_in(people[Role.TOWNSHIP_CLERK]).post(
        f"/lists/view/{view.uid}/", {"do": "delete"}
    )

    assert response.status_code == 404


def test_renaming_sharing_and_deleting_a_shared_view_are_traced(county_client, people):
    view = keep(people[Role.COUNTY_STAFF])
    address = f"/lists/view/{view.uid}/"

    for data in (
        {"do": "share"},
        {"do": "rename", "name": "新名"},
        {"do": "unshare"},
        {"do": "share"},
        {"do": "delete"},
    ):
        county_client.post(address, data)

    actions_traced = list(AuditEntry.objects.order_by("id").values_list("action", flat=True))
    assert [one for one in actions_traced if one.startswith("list.")] == [
        "list.view_shared", "list.view_renamed", "list.view_unshared", "list.view_shared",
        "list.view_deleted",
    ]  # fmt: skip
    assert not SavedView.objects.exists()


def test_columns_of_an_open_own_view_belong_to_the_view(county_client, people):
    view = keep(people[Role.COUNTY_STAFF])

    county_client.post(
        f"/lists/{KEY}/settings/",
        {
            "columns": ["kind"],
            "density": "compact",
            "page_size": "50",
            "next": f"{PAGE}?view={view.uid}",
        },
    )

    view.refresh_from_db()
    assert view.columns == ["kind"]
    assert SavedView.objects.get(name="").columns == []


def test_taken_name_is_refused_and_the_same_name_replaces(people):
    staff = people[Role.COUNTY_STAFF]
    first, second = keep(staff, "甲"), keep(staff, "乙")

    again = keep(staff, "甲", query="q=郭集")

    assert (again.pk, again.query) == (first.pk, "q=郭集")
    with pytest.raises(DomainError, match="同名"):
        actions.rename_view(second, by=staff, name="甲")


def test_views_of_one_list_are_limited(people, monkeypatch):
    monkeypatch.setattr(actions, "_MOST_VIEWS", 1)
    keep(people[Role.COUNTY_STAFF], "甲")

    with pytest.raises(DomainError, match="上限"):
        keep(people[Role.COUNTY_STAFF], "乙")


def test_the_database_refuses_settings_that_are_shared(people):
    settings = SavedView(owner=people[Role.COUNTY_STAFF], list_key=KEY, county_code="999901")

    with pytest.raises(IntegrityError), transaction.atomic():
        settings.save()

    assert not SavedView.objects.exists()


def test_manage_page_names_owner_and_offers_only_what_is_allowed(people):
    staff = people[Role.COUNTY_STAFF]
    keep(staff, "仅自己")
    actions.share_view(keep(staff), by=staff, county="999901", role=Role.TOWNSHIP_CLERK)

    own = signed_in(staff).get(f"/lists/{KEY}/views/").content.decode()
    other = signed_in(people[Role.TOWNSHIP_CLERK]).get(f"/lists/{KEY}/views/").content.decode()

    assert "停止共享" in own
    assert "不设为默认" in own
    assert "乡镇组织干事的默认视图" in own
    assert "停止共享" not in other
    assert f"由 {staff.name} 保存" in other
