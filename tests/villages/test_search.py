"""Search: by every way in which people name a unit, and never outside their territory."""

import pytest

from tests.factories import UserFactory
from villages.accounts.choices import Role
from villages.divisions.voicing import add_pinyin
from villages.models import FormerName, Village
from villages.search import find_counties, find_townships, find_villages

HE = "999901001201"


@pytest.fixture
def staff(people):
    Village.objects.update(search_text="")
    add_pinyin()
    return people[Role.COUNTY_STAFF]


def titles(hits):
    return [hit.title for hit in hits]


@pytest.mark.parametrize(
    "text", ["何河", "何河村", "hhc", "HHC", "hehe", "hehecun", " 何 河村 ", HE, "1201"]
)
def test_village_is_found_however_it_is_named(staff, text):
    assert "何河村" in titles(find_villages(staff, text, 10))


def test_village_is_found_by_its_former_name_and_says_so(staff):
    FormerName.objects.create(
        unit_code=HE, county_code="999901", name="老鸦湾村", valid_to="2020-01-01"
    )
    Village.objects.filter(code=HE).update(pinyin="")
    add_pinyin()

    hits = find_villages(staff, "lyw", 10)

    assert titles(hits) == ["何河村"]
    assert "曾用名 老鸦湾村" in hits[0].detail


def test_villages_of_one_name_are_told_apart(staff):
    assert titles(find_villages(staff, "lzc", 10)) == ["东关街道 李庄村", "柳林镇 李庄村"]


def test_township_and_village_together_narrow_the_search(staff):
    assert titles(find_villages(staff, "柳林 李庄", 10)) == ["柳林镇 李庄村"]


def test_exact_name_stands_before_longer_ones(staff):
    Village.objects.filter(code="999901101201").update(name="何河村东", search_text="何河村东 x")
    Village.objects.filter(code="999901001200").update(name="小何河村", search_text="小何河村 x")

    assert titles(find_villages(staff, "何河村", 10)) == ["何河村", "何河村东", "小何河村"]


def test_ended_village_is_found_and_marked(staff):
    Village.objects.filter(code=HE).update(valid_to="2025-12-31")

    assert "已于 2025-12-31 停用" in find_villages(staff, "hhc", 10)[0].detail


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "!!", "没有这个村"])
def test_nothing_is_found_for_nothing(staff, text):
    assert find_villages(staff, text, 10) == []
    assert find_townships(staff, text, 10) == []
    assert find_counties(staff, text, 10) == []


def test_search_keeps_to_the_territory(staff, people, other_county):
    add_pinyin()

    assert len(find_villages(staff, "lzc", 10)) == 2
    assert titles(find_villages(people[Role.TOWNSHIP_CLERK], "lzc", 10)) == ["东关街道 李庄村"]
    assert titles(find_villages(people[Role.VILLAGE_SECRETARY], "hhc", 10)) == []
    assert find_townships(people[Role.TOWNSHIP_CLERK], "柳林", 10) == []
    assert titles(find_counties(staff, "县", 10)) == ["青原县"]


def test_county_at_hand_comes_first_and_the_rest_fills_up(people, other_county):
    add_pinyin()
    province = UserFactory(role=Role.COUNTY_STAFF, home_code="99", current_county_code="999902")

    hits = find_villages(province, "lzc", 3)

    assert [hit.url.split("/")[2][:6] for hit in hits] == ["999902", "999902", "999901"]


def test_limit_holds(staff):
    assert len(find_villages(staff, "cun", 3)) == 3


def test_village_search_is_two_statements(staff, django_assert_num_queries):
    assert staff.territory

    with django_assert_num_queries(2):
        find_villages(staff, "lzc", 10)


def test_page_groups_hits_and_a_fragment_is_the_same_without_frame(staff, client_as):
    client = client_as(staff)

    page = client.get("/search/?q=东关").content.decode()
    part = client.get("/search/?q=东关", headers={"HX-Request": "true"}).content.decode()

    assert "<html" in page
    assert "<html" not in part
    for text in (page, part):
        assert "/townships/999901001/" in text


def test_page_says_what_to_do_when_nothing_is_found(staff, client_as):
    page = client_as(staff).get("/search/?q=<b>zzz").content.decode()

    assert "没有找到“&lt;b&gt;zzz”" in page
    assert "拼音首字母" in page
