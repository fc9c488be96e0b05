"""The page without sign-in: off by default, and without anything private."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from cadres.choices import Post
from cadres.models import PublicContact, TermChange
from cadres.parameters.posts import PUBLIC_PAGE
from cadres.sealing import index_of, seal
from tests.cadres.teams import COUNTY, LI, hold, left, person, village
from villages import parameters
from villages.models import County, Parameter

NUMBER, PHONE = "999901197904040219", "13800001234"
TOWNSHIP = "999901001"


def _open(value: int = 1) -> None:
    Parameter.objects.update_or_create(
        key=PUBLIC_PAGE, county_code=COUNTY, effective_from=date(2026, 1, 1),
        defaults={"value": value, "basis": "青组〔2026〕2号"},
    )  # fmt: skip
    parameters.forget()


@pytest.fixture
def team(county: County) -> None:
    person(
        LI, Post.SECRETARY, Post.DIRECTOR, name="赵正", sex="male", birth_month=197904,
        ethnicity="回族", education="college", political="member", health="good",
        own_income="粮食种植", id_sealed=seal(NUMBER), id_index=index_of(NUMBER),
        phone_sealed=seal(PHONE),
    )  # fmt: skip
    hold(person(LI, name="钱组"), LI, Post.PARTY_COMMITTEE_MEMBER, duty="organization")
    person(LI, Post.RESERVE, name="后备某")
    left(person(LI, name="离任某"), LI, Post.DEPUTY_SECRETARY, date(2026, 5, 1))
    PublicContact.objects.create(
        village=village(LI), county_code=COUNTY, office_phone="0000-7654321",
        duty_line="工作日 8:30-17:30", as_of=date(2026, 10, 1),
    )  # fmt: skip
    TermChange.objects.create(
        county_code=COUNTY, number=12, started_on=date(2026, 3, 31), basis="通知"
    )


def _township(client: Client) -> str:
    answer = client.get(reverse("public:township", args=[TOWNSHIP]))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("team")
def test_it_is_closed_until_a_county_opens_it(client: Client) -> None:
    assert client.get(reverse("public:index")).status_code == 404
    assert client.get(reverse("public:township", args=[TOWNSHIP])).status_code == 404


@pytest.mark.usefixtures("team")
def test_everybody_reads_names_posts_term_and_the_office(client: Client) -> None:
    _open()

    page = _township(client)

    wanted = [
        "赵正",
        "党组织书记、村委会主任",
        "钱组",
        "党组织委员(组织)",
        "第 12 届",
        "0000-7654321",
        "工作日 8:30-17:30",
    ]  # fmt: skip
    assert [word for word in wanted if word not in page] == []
    assert TOWNSHIP in client.get(reverse("public:index")).content.decode()


@pytest.mark.usefixtures("team")
def test_nothing_private_stands_there(client: Client) -> None:
    _open()

    page = _township(client)

    private = [NUMBER, NUMBER[-4:], PHONE, PHONE[-4:], "197904", "1979", "回族", "大专", "粮食种植",
               "健康", "后备某", "离任某", "性别", "学历"]  # fmt: skip
    assert [word for word in private if word in page] == []


@pytest.mark.usefixtures("team")
def test_search_engines_are_asked_to_stay_away(client: Client) -> None:
    _open()

    answer = client.get(reverse("public:township", args=[TOWNSHIP]))

    assert "noindex" in answer["X-Robots-Tag"]
    assert 'content="noindex' in answer.content.decode()


@pytest.mark.usefixtures("team")
def test_it_closes_at_once(client: Client) -> None:
    _open()
    _township(client)

    _open(0)

    assert client.get(reverse("public:township", args=[TOWNSHIP])).status_code == 404


@pytest.mark.usefixtures("team")
def test_the_second_reader_costs_no_query_about_people(
    client: Client, django_assert_max_num_queries: object
) -> None:
    _open()
    _township(client)
    parameters.value(PUBLIC_PAGE, on=date(2026, 11, 3), county=COUNTY)

    with django_assert_max_num_queries(1):  # type: ignore[operator]
        _township(client)


@pytest.mark.usefixtures("team")
def test_an_unknown_township_is_not_there(client: Client) -> None:
    _open()
    cache.clear()

    assert client.get(reverse("public:township", args=["999901999"])).status_code == 404
