"""The frame around every page, the first page, the look."""

import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.urls import resolve

from villages import context, home, registries
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.registries import TodoItem, TodoSource

MAX_STATEMENTS = 12


def everybody(user: Any) -> bool:
    return True


def request_to(path: str) -> Any:
    request = RequestFactory().get(path)
    request.user = User(username="somebody", name="示例", role=Role.COUNTY_STAFF)
    request.resolver_match = resolve(path)
    return request


def test_frame_of_a_stranger_needs_no_query(
    rf: RequestFactory, django_assert_num_queries: Callable[..., Any]
) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    request.resolver_match = resolve("/")

    frame = context.portal(request)["portal"]

    assert frame["menu"] == []
    assert frame["user_name"] == ""
    assert frame["layout"] == "base.html"


def test_htmx_gets_the_fragment_but_history_the_page() -> None:
    part, page = request_to("/menu/"), request_to("/menu/")
    part.htmx = SimpleNamespace(boosted=False, history_restore_request=False)
    page.htmx = SimpleNamespace(boosted=False, history_restore_request=True)

    assert context.portal(part)["portal"]["layout"] == "layout/fragment.html"
    assert context.portal(page)["portal"]["layout"] == "base.html"


def test_header_names_the_county_and_the_demo_date(rf: RequestFactory) -> None:
    request = request_to("/menu/")
    request.county = SimpleNamespace(code="999900", name="示例县", hotline="0000-1", is_demo=True)

    frame = context.portal(request)["portal"]

    assert frame["county_name"] == "示例县"
    assert frame["demo_date"] == date(2026, 11, 3)
    assert frame["hotline"] == "0000-1"


def test_switch_is_offered_only_with_several_counties() -> None:
    one, two = request_to("/menu/"), request_to("/menu/")
    one.counties = [SimpleNamespace(code="1")]
    two.counties = [SimpleNamespace(code="1"), SimpleNamespace(code="2")]

    assert context.portal(one)["portal"]["counties"] == []
    assert len(context.portal(two)["portal"]["counties"]) == 2


def test_switch_lists_few_counties_and_asks_for_the_code_of_others() -> None:
    request = request_to("/menu/")
    request.counties = [SimpleNamespace(code=str(number)) for number in range(2800)]

    frame = context.portal(request)["portal"]

    assert len(frame["counties"]) == context.MOST_COUNTIES
    assert frame["more_counties"]


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.API_CLIENT])
def test_home_opens_for_every_role(
    role: str,
    people: dict[str, User],
    client_as: Callable[[User], Client],
    django_assert_max_num_queries: Callable[..., Any],
    settings: Any,
) -> None:
    settings.MFA_REQUIRED = False
    client = client_as(people[role])
    client.get("/")

    with django_assert_max_num_queries(MAX_STATEMENTS):
        page = client.get("/")

    assert page.status_code == 200
    assert "今日无待办" in page.content.decode() or "todo__item" in page.content.decode()


def test_home_counts_the_townships_own_villages(township_client: Client) -> None:
    page = township_client.get("/")

    territory = page.context["territory"]

    assert len(territory.townships) == 1
    assert territory.total == territory.townships[0].total > 0


def test_administrators_see_their_duty_and_no_territory(
    people: dict[str, User], client_as: Callable[[User], Client], settings: Any
) -> None:
    settings.MFA_REQUIRED = False

    page = client_as(people[Role.AUDIT_ADMIN]).get("/")

    assert page.context["territory"] is None
    assert "不改动任何数据" in page.content.decode()


def test_open_work_stands_in_the_order_of_its_days(monkeypatch: pytest.MonkeyPatch) -> None:
    later = TodoItem("a", "/", due_on=date(2026, 11, 9))
    sooner = TodoItem("b", "/", due_on=date(2026, 11, 5))
    undated, urgent = TodoItem("c", "/"), TodoItem("d", "/", severity="high")
    source = TodoSource("test", everybody, lambda user: [undated, later, urgent, sooner])
    monkeypatch.setattr(registries, "todos", lambda: (source,))

    work = home.open_work(SimpleNamespace())

    assert [entry.title for entry in work] == ["b", "a", "d", "c"]


def test_menu_and_shortcuts_are_pages_too(county_client: Client) -> None:
    menu, shortcuts = county_client.get("/menu/"), county_client.get("/shortcuts/")

    assert "首页待办" in menu.content.decode()
    assert "Ctrl" in shortcuts.content.decode()


def test_pages_carry_no_inline_script_style_or_handler(county_client: Client) -> None:
    html = county_client.get("/").content.decode()

    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


def test_title_reads_page_module_county(county_client: Client) -> None:
    html = county_client.get("/menu/").content.decode()

    assert re.search(r"<title>菜单.* – 青原县</title>", html)


def test_theme_is_kept_in_a_cookie_and_the_way_back_stays_here(client: Client) -> None:
    home_page = client.post("/appearance/", {"theme": "dark", "next": "https://example.org/"})
    own_page = client.post("/appearance/", {"theme": "light", "next": "/menu/"})

    assert home_page["Location"] == "/"
    assert home_page.cookies["theme"].value == "dark"
    assert own_page["Location"] == "/menu/"
