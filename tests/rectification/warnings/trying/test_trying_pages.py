"""The pages of trials and of the early warning."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from rectification.states import CaseStatus
from rectification.warnings.models import VillageWarning
from tests import factories
from tests.rectification import situations
from tests.rectification.warnings.trying import history
from villages.accounts.choices import Role
from villages.common.periods import Month
from villages.models import County, Village
from villages.trace.models import AuditEntry

OVER = history.months(Month(2026, 10), 4)
CODE = "999901001200"


def _signed_in(role: Role, at: str = "999901") -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role=role, at=at))
    return client


@pytest.fixture
def stored(county: County) -> None:
    """Four months of three villages."""
    history.store(list(Village.objects.order_by("code")[:3]), OVER)


def _page(client: Client, **asked: Any) -> str:
    answer = client.get(reverse("warnings:simulation"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_rule_is_chosen_then_its_numbers(stored: None) -> None:
    client = _signed_in(Role.COUNTY_STAFF)

    first, chosen = _page(client), _page(client, rule="W22")

    assert "试算的依据" not in first
    assert 'name="n_red_wan"' in chosen and 'value="5"' in chosen
    assert "没有村的颜色会变" in chosen


def test_a_stricter_number_changes_villages_and_nothing_stored(stored: None) -> None:
    VillageWarning.objects.update(
        facts={"months": 10, "operating_fen": 12_000_000, "operating_before_fen": 0},
        colour="green", reasons=[], standing=None,
    )  # fmt: skip
    before = list(VillageWarning.objects.order_by("pk").values())

    text = _page(
        _signed_in(Role.COUNTY_STAFF), rule="W22", n_red_wan="20", n_yellow_wan="30",
        n_first_month="1",
    )  # fmt: skip

    assert "绿 → 红" in text
    assert list(VillageWarning.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first": "2026-10", "last": "2026-07", "rule": "W22"}, "截止月份不能早于起始月份"),
        ({"rule": "W22", "n_red_wan": "x", "n_yellow_wan": "1", "n_first_month": "1"}, "整数"),
        ({"rule": "W22", "n_red_wan": "-1", "n_yellow_wan": "1", "n_first_month": "1"}, "大于"),
        ({"rule": "W99"}, "W99"),
        ({"draft": "0" * 32}, "选择"),
        ({"first": "2020-01", "rule": "W22"}, "2020-01"),
    ],
)
def test_what_cannot_be_tried_is_said_and_the_rest_stays(
    stored: None, asked: dict[str, str], said: str
) -> None:
    text = _page(_signed_in(Role.COUNTY_STAFF), **asked)

    assert said in text and "试算的依据" not in text


def test_the_workbook_has_what_the_page_has_and_is_traced(stored: None) -> None:
    answer = _signed_in(Role.COUNTY_STAFF).get(
        reverse("warnings:simulation"), {"rule": "W22", "format": "xlsx"}
    )

    book = load_workbook(BytesIO(b"".join(answer)))  # type: ignore[arg-type]
    assert book.sheetnames == ["各月", "变化的村", "整顿村"]
    assert AuditEntry.objects.filter(action="list.exported").count() == 1


def test_without_months_there_is_nothing_to_try(county: County) -> None:
    assert "还没有评估过的月份" in _page(_signed_in(Role.COUNTY_STAFF), rule="W22")


@pytest.mark.parametrize("name", ["simulation", "relapse", "relapse_test"])
def test_a_village_person_is_refused(county: County, name: str) -> None:
    client = _signed_in(Role.FIRST_SECRETARY, CODE)

    assert client.get(reverse(f"warnings:{name}")).status_code == 403


def test_the_early_warning_tells_each_part(county: County) -> None:
    situations.person(CODE)
    situations.case_in(CODE, CaseStatus.CLOSED)
    history.store([Village.objects.get(code=CODE)], OVER)
    client, far = (
        _signed_in(Role.TOWNSHIP_CLERK, CODE[:9]),
        _signed_in(Role.TOWNSHIP_CLERK, "999901002"),
    )

    here = client.get(reverse("warnings:relapse")).content.decode()
    tested = client.get(reverse("warnings:relapse_test")).content.decode()

    assert "书记变动" in here and "没有书记任职记录" in here
    assert "换一条提示线会怎样" in tested
    for name in ("relapse", "relapse_test"):
        assert "李庄村" not in far.get(reverse(f"warnings:{name}")).content.decode()
