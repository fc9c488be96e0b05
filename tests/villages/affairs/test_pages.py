"""Pages and verbs of village facts: hub, panel, site check, default lists, the to-do."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.villages.affairs import factories as made
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.affairs.actions.lists import install_default_lists
from villages.affairs.actions.sites import check_site
from villages.affairs.models import AssociationKind, SiteItem, SiteNeed, SmallPower
from villages.affairs.todos import TODOS
from villages.common.errors import DomainError
from villages.common.periods import Quarter
from villages.models import County
from villages.trace.models import AuditEntry

NEAR, FAR, ABROAD = "999901001200", "999901101200", "999902001200"


def test_hub_shows_figures_with_base_and_names_the_gaps(
    county: County, county_client: Client
) -> None:
    made.petitioned(made.village(), first=2)

    page = county_client.get("/affairs/").content.decode()

    assert "初信初访" in page
    assert "基数 1,缺 4 个村" in page
    assert "柳林镇郭集村" in page
    assert 'href="/ledgers/petitions/"' in page


def test_hub_of_a_township_knows_only_its_own_villages(
    county: County, township_client: Client
) -> None:
    made.petitioned(made.village(FAR), first=7)

    page = township_client.get("/affairs/").content.decode()

    assert "东关街道" in page
    assert "柳林镇" not in page


@pytest.mark.parametrize("clients", [False, True], ids=["whole page", "fragment"])
def test_panel_says_what_is_known_and_what_is_not(
    county: County, county_client: Client, clients: bool
) -> None:
    made.site_of(made.village(), state="dangerous")

    headers = {"HX-Request": "true"} if clients else {}
    page = county_client.get(f"/affairs/villages/{NEAR}/", headers=headers).content.decode()

    assert "危房" in page
    assert "缺报" in page
    assert ("<main" in page) is not clients


@pytest.mark.parametrize("code", [FAR, ABROAD])
def test_panel_of_a_foreign_village_is_not_there(
    county: County, other_county: County, township_client: Client, code: str
) -> None:
    assert township_client.get(f"/affairs/villages/{code}/").status_code == 404


def test_the_department_installs_the_usual_lists_once(
    county: County, people: dict[str, User], county_client: Client
) -> None:
    answer = county_client.post("/affairs/lists/")

    assert answer.status_code == 302
    assert SiteNeed.objects.count() == 8
    assert AssociationKind.objects.count() == 6
    assert SmallPower.objects.count() > 30
    assert AuditEntry.objects.filter(action="affairs.lists_installed").count() == 1
    with pytest.raises(DomainError, match="已经有内容"):
        install_default_lists(county=county, on=made.TODAY, by=people[Role.COUNTY_STAFF])


def test_a_list_of_its_own_is_left_alone(county: County, people: dict[str, User]) -> None:
    made.need("有电子屏")

    install_default_lists(county=county, on=made.TODAY, by=people[Role.COUNTY_STAFF])

    assert [one.name for one in SiteNeed.objects.all()] == ["有电子屏"]


def test_a_township_does_not_install_lists(county: County, township_client: Client) -> None:
    assert township_client.post("/affairs/lists/").status_code == 403
    assert not SiteNeed.objects.exists()


def test_one_look_writes_every_need(county: County, township_client: Client) -> None:
    board, books = made.need("有公开栏"), made.need("有图书", 2)
    form = {"checked_on": "2026-11-02", "present": [board.pk]}

    answer = township_client.post(f"/affairs/villages/{NEAR}/site/", form)

    assert answer.status_code == 302
    found = {row.need_id: row.is_present for row in SiteItem.objects.all()}
    assert found == {board.pk: True, books.pk: False}


def checked(county: County, by: User, on: date, *present: int, code: str = NEAR) -> int:
    return check_site(
        village=made.village(code), present=set(present), checked_on=on, today=made.TODAY, by=by
    )


def test_a_second_look_changes_only_what_changed(county: County, people: dict[str, User]) -> None:
    clerk = people[Role.TOWNSHIP_CLERK]
    board, books = made.need("有公开栏"), made.need("有图书", 2)
    checked(county, clerk, date(2026, 10, 1), board.pk)

    assert checked(county, clerk, date(2026, 11, 1), board.pk, books.pk) == 1
    assert {row.checked_on for row in SiteItem.objects.all()} == {date(2026, 11, 1)}


@pytest.mark.parametrize(
    ("on", "code", "refused"),
    [(date(2026, 11, 4), NEAR, "site_check_future"), (date(2026, 9, 30), NEAR, "site_check_older"),
     (date(2026, 11, 1), FAR, "site_not_allowed")],
)  # fmt: skip
def test_looks_that_cannot_be(
    county: County, people: dict[str, User], on: date, code: str, refused: str
) -> None:
    made.need()
    checked(county, people[Role.TOWNSHIP_CLERK], date(2026, 10, 1))

    with pytest.raises(DomainError) as error:
        checked(county, people[Role.TOWNSHIP_CLERK], on, code=code)

    assert error.value.code == refused


def test_the_township_is_told_of_late_villages(county: County, people: dict[str, User]) -> None:
    made.disclosed_all(made.village(), Quarter(2025, 4))
    made.disclosed_all(made.village(FAR), Quarter(2025, 4))

    items = list(TODOS[0].items(people[Role.TOWNSHIP_CLERK]))

    assert [one.title for one in items] == ["督促 1 个村补上党务村务财务公开"]


def test_the_hub_costs_no_more_with_more_rows(
    county: County, county_client: Client, django_assert_max_num_queries: Any
) -> None:
    county_client.get("/affairs/")
    with django_assert_max_num_queries(60) as before:
        county_client.get("/affairs/")
    for code in (NEAR, FAR):
        made.site_of(made.village(code))
        made.disclosed_all(made.village(code), Quarter(2025, 4), Quarter(2026, 1))
        made.petitioned(made.village(code))
        made.met(made.village(code), date(2026, 9, 1))

    with django_assert_max_num_queries(len(before)):
        county_client.get("/affairs/")
