"""Pages of cadres: what stands there, and that it is the same in Excel."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cadres.choices import Post
from cadres.models import PostFiling, SupervisionLink, TermChange
from cadres.sealing import index_of, seal
from tests import factories
from tests.cadres.teams import COUNTY, GUO, HE, LI, complete_team, left, person, village
from villages.accounts import sudo
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.trace.models import AuditEntry

NUMBER = "999901199709040231"


@pytest.fixture
def known(people: dict[str, User]) -> None:
    """One complete village, one without secretary since August, one linked discipline cadre."""
    complete_team(LI)
    left(person(HE, name="旧人"), HE, Post.SECRETARY, date(2026, 8, 1))
    person(HE, Post.RESERVE, name="后备")
    SupervisionLink.objects.create(
        village=village(LI), county_code=COUNTY, kind="discipline", officer="周明",
        started_on=date(2026, 1, 1),
    )  # fmt: skip
    PostFiling.objects.create(
        village=village(HE), county_code=COUNTY, person=person(HE, name="新人"), post="secretary",
        kind="appoint", asked_on=date(2026, 10, 12), reason="到龄",
    )  # fmt: skip


def _page(client: Client, name: str, **asked: str) -> str:
    answer = client.get(reverse(f"cadres:{name}"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hub", ["两委成员", "书记空缺的村", "何河村", "待答复的任免备案", "已逾期", "任职"]),
        ("structure", ["东关街道", "柳林镇", "合计", "缺职", "还没有核定职数"]),
        ("vacancies", ["何河村", "党组织书记", "94"]),
        ("teams", ["党组织班子健全", "缺党组织书记", "没有村干部台账"]),
        ("reserves", ["后备不足", "何河村", "入党积极分子", "暂无数据"]),
        ("supervision", ["周明", "少于 3 个", "没有纪检干部联系"]),
        ("terms", ["还没有登记两届"]),
    ],
)
def test_each_page_says_what_it_should(county_client: Client, name: str, words: list[str]) -> None:
    page = _page(county_client, name)

    assert [word for word in words if word not in page] == []


@pytest.mark.usefixtures("known")
def test_a_township_sees_its_own_villages_only(township_client: Client) -> None:
    page = _page(township_client, "teams")

    assert "何河村" in page
    assert "郭集村" not in page


@pytest.mark.usefixtures("known")
def test_the_structure_of_a_day_is_the_same_in_excel(county_client: Client) -> None:
    answer = county_client.get(reverse("cadres:structure"), {"on": "2026-11-03", "format": "xlsx"})
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]

    lines = [list(line) for line in book.active.iter_rows(values_only=True)]  # type: ignore[union-attr]
    head = next(line for line in lines if line[0] == "乡镇")
    total = next(line for line in lines if line[0] == "合计")
    found = dict(zip(head, total, strict=True))
    assert (found["村数"], found["两委职数"], found["实有"], found["女"]) == (5, 6, 5, 1)
    assert (found["一肩挑"], found["缺职"]) == (1, 0)
    assert AuditEntry.objects.get(action="list.exported").object_name == "村两委班子结构"


@pytest.mark.usefixtures("known")
def test_an_unreadable_day_is_today(county_client: Client) -> None:
    assert "2026-11-03" in _page(county_client, "vacancies", on="gestern")


@pytest.mark.usefixtures("known")
def test_two_terms_are_chosen_by_themselves(county_client: Client) -> None:
    for number, day, ended in (
        (11, date(2021, 3, 1), date(2026, 3, 31)),
        (12, date(2026, 4, 1), None),
    ):
        TermChange.objects.create(
            county_code=COUNTY, number=number, started_on=day, ended_on=ended, basis="通知"
        )

    page = _page(county_client, "terms")

    assert "2021-03-01" in page
    assert "2026-04-01" in page
    assert "百分点" in page


@pytest.mark.usefixtures("known")
def test_the_panel_is_a_fragment_inside_the_village_page(county_client: Client) -> None:
    address = reverse("cadres:panel", args=[LI])

    alone = county_client.get(address).content.decode()
    inside = county_client.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "两委班子健全" in inside
    assert "赵正" in inside
    assert "<html" not in inside
    assert "<html" in alone


@pytest.mark.usefixtures("known")
def test_a_foreign_village_has_no_panel(township_client: Client) -> None:
    assert township_client.get(reverse("cadres:panel", args=[GUO])).status_code == 404


def _sealed() -> Any:
    return person(LI, Post.SECRETARY, id_sealed=seal(NUMBER), id_index=index_of(NUMBER))


def _fresh(client: Client) -> Client:
    session = client.session
    session[sudo.GIVEN_AT] = clock.instant().timestamp()
    session.save()
    return client


def test_a_number_is_shown_once_after_password_and_reason(county_client: Client) -> None:
    one = _sealed()
    address = reverse("cadres:reveal", args=[one.uid])
    asked = {"field": "id_number", "reason": "联审核对证件"}

    shown = _fresh(county_client).post(address, asked)
    again = county_client.get(address)

    assert NUMBER in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert NUMBER not in again.content.decode()
    assert AuditEntry.objects.filter(action="cadre.revealed").count() == 1


def test_without_a_recent_password_it_is_asked_for(county_client: Client) -> None:
    session = county_client.session
    session[sudo.GIVEN_AT] = 0
    session.save()

    answer = county_client.get(reverse("cadres:reveal", args=[_sealed().uid]))

    assert answer.status_code == 302
    assert reverse("accounts:confirm") in answer["Location"]


def test_a_short_reason_comes_back_with_a_message(county_client: Client) -> None:
    address = reverse("cadres:reveal", args=[_sealed().uid])

    answer = _fresh(county_client).post(address, {"field": "id_number", "reason": "看"})

    assert answer.status_code == 200
    assert NUMBER not in answer.content.decode()
    assert not AuditEntry.objects.filter(action="cadre.revealed").exists()


@pytest.mark.parametrize("name", ["identity", "reveal"])
def test_county_leaders_and_foreign_townships_do_not_come_near(
    people: dict[str, User], name: str
) -> None:
    here, there = _sealed(), person(GUO)
    leader = factories.signed_in(people[Role.COUNTY_LEADER])
    clerk = _fresh(factories.signed_in(people[Role.TOWNSHIP_CLERK]))

    assert leader.get(reverse(f"cadres:{name}", args=[here.uid])).status_code == 403
    assert clerk.get(reverse(f"cadres:{name}", args=[there.uid])).status_code == 404


def test_numbers_are_registered_masked(township_client: Client) -> None:
    one = person(LI)
    address = reverse("cadres:identity", args=[one.uid])

    answer = township_client.post(
        address, {"id_number": NUMBER, "phone": "13800001234"}, follow=True
    )

    page = answer.content.decode()
    assert "999***********0231" in page
    assert NUMBER not in page
    assert "13800001234" not in page


@pytest.mark.parametrize("given", [{}, {"id_number": "123"}])
def test_a_faulty_number_comes_back_with_its_message(
    township_client: Client, given: dict[str, str]
) -> None:
    answer = township_client.post(reverse("cadres:identity", args=[person(LI).uid]), given)

    assert answer.status_code == 200
    assert "身份证号" in answer.content.decode()
    assert answer.context["form"].errors


@pytest.mark.usefixtures("known")
def test_an_unanswered_filing_stands_on_the_home_page_of_the_department(
    county_client: Client, township_client: Client
) -> None:
    words = "答复任免备案:新人 党组织书记 任职"

    assert words in county_client.get(reverse("home")).content.decode()
    assert words not in township_client.get(reverse("home")).content.decode()


@pytest.mark.parametrize(
    "name", ["hub", "structure", "vacancies", "teams", "reserves", "supervision"]
)
def test_more_villages_and_people_cost_no_more_queries(county_client: Client, name: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            _page(county_client, name)
        return len(caught)

    complete_team(LI)
    _page(county_client, name)
    few = queries()
    for code in (HE, GUO):
        complete_team(code)
        for number in range(10):
            person(code, Post.RESERVE, name=f"后备{number}")

    assert queries() == few
