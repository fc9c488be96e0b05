"""The side menu and the bar of the phone."""

from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import resolve

from config.assets import ICONS
from villages import navigation, registries
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.registries import MenuItem


def everybody(user: Any) -> bool:
    return True


def item(key: str, url_name: str = "menu", **more: Any) -> MenuItem:
    return MenuItem(key, more.pop("label", key), url_name, "home", more.pop("order", 1),
                    more.pop("allowed", everybody), **more)  # fmt: skip


def request_to(path: str) -> Any:
    request = RequestFactory().get(path)
    request.user = User(username="somebody", name="示例", role=Role.COUNTY_STAFF)
    request.resolver_match = resolve(path)
    return request


def test_menu_shows_only_what_the_person_may_open(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = (item("open"), item("barred", allowed=lambda user: False))
    monkeypatch.setattr(registries, "menu", lambda: entries)

    shown = navigation.entries_for(request_to("/shortcuts/"))

    assert [entry.key for _item, entry in shown] == ["open"]


def test_menu_leaves_out_pages_that_are_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registries, "menu", lambda: (item("gone", "no_such_app:page"),))

    shown = navigation.entries_for(request_to("/menu/"))

    assert shown == []


def test_menu_marks_the_page_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registries, "menu", lambda: (item("home", "home"), item("menu")))

    links = navigation.entries_for(request_to("/menu/"))
    shown = {entry.key: entry for _item, entry in links}

    assert shown["menu"].current
    assert shown["menu"].active
    assert not shown["home"].active


def test_page_beside_several_entries_of_its_app_belongs_to_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = (item("password", "accounts:password"), item("sessions", "accounts:sessions"))
    monkeypatch.setattr(registries, "menu", lambda: entries)

    shown = navigation.entries_for(request_to("/accounts/profile/"))

    assert not any(entry.active for _item, entry in shown)


def test_items_of_a_group_stand_together_and_a_lone_one_by_itself() -> None:
    links = [
        (item("villages", group="村情"), navigation.Entry("村列表", "/v/", "map-pin")),
        (item("tasks"), navigation.Entry("本月填报", "/t/", "checklist")),
        (item("cadres", group="村情"), navigation.Entry("村干部", "/c/", "users", active=True)),
        (item("audit", group="系统管理"), navigation.Entry("操作留痕", "/a/", "history")),
    ]

    first_level = navigation.grouped(links)

    assert [str(entry.label) for entry in first_level] == ["村情", "本月填报", "操作留痕"]
    assert [str(child.label) for child in first_level[0].children] == ["村列表", "村干部"]
    assert first_level[0].active


def test_phone_bar_holds_at_most_four_entries_in_their_own_order() -> None:
    links = [
        (item(str(n)), navigation.Entry(str(n), "/", "home", phone_order=order))
        for n, order in enumerate([5, 3, None, 1, 4, 2])
    ]

    bar = navigation.phone_bar(links)

    assert [entry.phone_order for entry in bar] == [1, 2, 3, 4]


def test_phone_bar_with_room_ends_with_the_menu() -> None:
    links = [(item("home"), navigation.Entry("首页待办", "/", "home", phone_order=0))]

    bar = navigation.phone_bar(links)

    assert [str(entry.label) for entry in bar] == ["首页待办", "菜单"]
    assert bar[-1].url == "/menu/"


def test_registries_find_the_entries_of_installed_apps() -> None:
    found = registries.menu()

    assert "home" in {entry.key for entry in found}
    assert [entry.order for entry in found] == sorted(entry.order for entry in found)


def test_every_menu_entry_leads_to_a_page_and_has_an_icon() -> None:
    for entry in registries.menu():
        assert navigation.resolved(entry.url_name), entry.url_name
        assert entry.icon in ICONS, entry.icon


@pytest.mark.parametrize("role", Role.values)
def test_no_role_has_more_than_eight_first_level_entries(role: str) -> None:
    user = User(username="somebody", name="示例", role=role, is_active=True)
    request = request_to("/menu/")
    request.user = user

    first_level = navigation.grouped(navigation.entries_for(request))

    assert len(first_level) <= 8
