"""Pages of units and of changes of the map."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import UserFactory, signed_in
from villages.accounts.choices import Role
from villages.common.registries import VillagePanel
from villages.models import FormerName, Succession, Township, Village, VillageProfile
from villages.trace.models import AuditEntry

LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"
LI_WEST, GUO = "999901101200", "999901101201"
EAST, WILLOW = "999901001", "999901101"
PAGES = [
    "/counties/",
    "/counties/999901/",
    "/villages/",
    f"/townships/{EAST}/",
    f"/villages/{LI}/",
    f"/villages/{LI}/profile/",
    f"/villages/{LI}/rename/",
    f"/townships/{EAST}/rename/",
    "/changes/",
    "/changes/merge/",
    f"/changes/merge/?units={LI}&units={HE}",
    f"/changes/split/?units={LI}",
    f"/changes/transfer/?units={LI}",
    f"/changes/townships/?units={EAST}",
    "/search/?q=李庄",
]
FOREIGN = [
    "/counties/999902/",
    "/townships/999902001/",
    "/villages/999902001200/",
    "/villages/999902001200/profile/",
    "/villages/999902001200/rename/",
    "/townships/999902001/rename/",
    "/changes/999902001200/2026-10-01/",
]
MERGE = {
    "units": [LI, HE],
    "into": LI,
    "name": "李河村",
    "effective_on": "2026-10-01",
    "basis": "青政发〔2026〕8号",
}


def html(response):
    return response.content.decode()


def statements(client, path):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def digest_in(response):
    return re.search(r'name="digest" value="([0-9a-f]+)"', html(response)).group(1)


@pytest.mark.parametrize("path", PAGES)
def test_page_opens_for_county_staff(county_client, path):
    response = county_client.get(path)

    assert response.status_code == 200
    assert html(response).count("<h1") == 1
    assert "style=" not in html(response)


@pytest.mark.parametrize("path", FOREIGN)
def test_foreign_unit_does_not_exist(county_client, other_county, path):
    assert county_client.get(path).status_code == 404


@pytest.mark.parametrize("path", [f"/villages/{GUO}/", f"/townships/{WILLOW}/"])
def test_clerk_does_not_see_the_township_beside(township_client, path):
    assert township_client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/changes/merge/", f"/villages/{LI}/rename/"])
@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.COUNTY_LEADER, Role.FIRST_SECRETARY])
def test_only_organization_staff_open_the_wizard(people, client_as, role, path):
    assert client_as(people[role]).get(path).status_code == 403


@pytest.mark.parametrize("role", [Role.SECURITY_ADMIN, Role.AUDIT_ADMIN])
def test_administrators_do_not_work_with_villages(people, client_as, role):
    assert client_as(people[role]).get("/villages/").status_code == 403


def test_unknown_change_and_impossible_day_do_not_exist(county_client):
    assert county_client.get("/changes/teleport/").status_code == 404
    assert county_client.get(f"/changes/{LI}/2026-02-30/").status_code == 404


def test_list_shows_the_map_of_a_day(county_client):
    Village.objects.filter(code=HE).update(valid_to=date(2026, 9, 30))

    assert HE not in html(county_client.get("/villages/"))
    assert HE in html(county_client.get("/villages/?on=2026-09-30"))


def test_list_filters_by_township_and_tells_namesakes_apart(county_client):
    page = html(county_client.get(f"/villages/?township={WILLOW}"))

    assert "柳林镇 李庄村" in page
    assert HE not in page


def test_list_is_found_by_initials(county_client):
    Village.objects.filter(code=HE).update(search_text="何河村 hehecun hhc")

    page = html(county_client.get("/villages/?q=hhc"))

    assert HE in page
    assert GUO not in page


def test_villages_of_the_list_get_a_kind_together(county_client):
    chosen = {"do": "kind", "select": [LI, HE]}
    asked = html(county_client.post("/villages/", chosen))
    assert "何河村" in asked

    form = chosen | {"confirm": "1", "expected": "2", "once": "a" * 32}
    done = county_client.post("/villages/", form | {"kind": "residents", "reason": "村改居"})

    assert done.status_code == 200
    changed = Village.objects.filter(kind="residents").values_list("code", flat=True)
    assert set(changed) == {LI, HE}
    assert AuditEntry.objects.get(action="village.kind_set").reason == "村改居"


def test_clerk_has_no_bulk_change_of_kind(township_client):
    assert "改变类型" not in html(township_client.get("/villages/"))

    refused = township_client.post("/villages/", {"do": "kind", "select": [LI]})

    assert refused.status_code == 403


def test_statements_of_a_page_do_not_grow_with_villages(people, client_as):
    client = client_as(people[Role.COUNTY_STAFF])
    paths = [f"/townships/{EAST}/", "/counties/999901/", f"/villages/{LI}/", "/villages/"]
    few = [statements(client, path) for path in paths for _warm in (1, 2)][1::2]
    east = Township.objects.get(code=EAST)
    Village.objects.bulk_create(
        Village(
            code=f"{EAST}{n}",
            name=f"第{n}村",
            township=east,
            county_code="999901",
            kind="villagers",
        )
        for n in range(210, 260)
    )

    many = [statements(client, path) for path in paths]

    assert many == few
    assert max(many) <= 14


def test_village_page_shows_figures_with_day_and_source(county_client):
    VillageProfile.objects.filter(village__code=LI).update(source="2025年统计年报", groups=None)

    page = html(county_client.get(f"/villages/{LI}/"))

    assert "东关街道 李庄村" in page
    assert "数据日期 2026-01-01;来源:2025年统计年报" in page
    assert "未填" in page


def test_village_page_without_survey_says_who_fills_it(county_client):
    VillageProfile.objects.all().delete()

    assert "乡镇组织干事" in html(county_client.get(f"/villages/{LI}/"))


def test_old_village_shows_what_follows_it_since_when(county_client):
    Village.objects.filter(code=HE).update(valid_to=date(2026, 9, 30))
    Succession.objects.create(
        unit_code=HE, successor_code=LI, county_code="999901", township_code=EAST, kind="merge",
        effective_on=date(2026, 10, 1), basis="青政发〔2026〕8号",
    )  # fmt: skip

    page = html(county_client.get(f"/villages/{HE}/"))

    assert "最后一天是 2026-09-30" in page
    assert f'href="/villages/{LI}/"' in page
    assert "填写基本情况" not in page


def test_apps_above_add_panels(county_client, monkeypatch):
    panel = VillagePanel("cases", "整顿情况", 10, lambda user: True, "villages:village")
    hidden = VillagePanel("secret", "不可见", 20, lambda user: False, "villages:village")
    monkeypatch.setattr("villages.registries.panels", lambda: (panel, hidden))

    page = html(county_client.get(f"/villages/{LI}/"))

    assert f'hx-get="/villages/{LI}/"' in page
    assert "整顿情况" in page
    assert "不可见" not in page


def test_clerk_fills_in_the_figures(township_client):
    form = {"as_of": "2026-11-01", "households": "３１0", "source": "年报", "version": "1"}

    response = township_client.post(f"/villages/{HE}/profile/", form, follow=True)

    assert "已保存何河村的基本情况" in html(response)
    row = VillageProfile.objects.get(village__code=HE, as_of="2026-11-01")
    assert (row.households, row.members) == (310, None)


def test_second_of_two_editors_keeps_the_input_and_learns_why(township_client):
    form = {"as_of": "2026-11-01", "households": "310", "source": "年报", "version": "1"}
    township_client.post(f"/villages/{HE}/profile/", form)

    response = township_client.post(f"/villages/{HE}/profile/", form | {"households": "999"})

    assert response.status_code == 200
    assert "刚被他人改动" in html(response)
    assert 'value="999"' in html(response)


def test_contradicting_figures_are_named_at_the_top(county_client):
    form = {
        "as_of": "2026-11-01",
        "members": "5",
        "women_members": "9",
        "source": "年报",
        "version": "1",
    }

    page = html(county_client.post(f"/villages/{HE}/profile/", form))

    assert "女党员数不能多于党员数" in page


def test_rename_keeps_the_former_name(county_client):
    form = {
        "name": "新河村",
        "effective_on": "2026-10-01",
        "basis": "青民政〔2026〕3号",
        "version": "1",
    }

    page = html(county_client.post(f"/villages/{HE}/rename/", form, follow=True))

    assert "已改名为新河村" in page
    assert "曾用名:何河村" in page
    assert FormerName.objects.get().unit_code == HE


def test_refused_rename_points_at_the_field(county_client):
    form = {"name": "周桥村", "effective_on": "2026-10-01", "basis": "批复", "version": "1"}

    page = html(county_client.post(f"/villages/{HE}/rename/", form))

    assert "该乡镇已有“周桥村”" in page
    assert Village.objects.get(code=HE).name == "何河村"


def test_too_few_units_lead_back_to_the_choice(county_client):
    page = html(county_client.get(f"/changes/merge/?units={LI}&next=1"))

    assert "请选择 2 至 20 个" in page
    assert re.search(rf'value="{LI}" checked', page)


def test_choice_in_another_township_is_kept(county_client):
    page = html(county_client.get(f"/changes/merge/?units={LI}&township={WILLOW}"))

    assert f'<input type="hidden" name="units" value="{LI}">' in page
    assert GUO in page


def test_merge_is_previewed_confirmed_and_receipted(county_client):
    preview = county_client.post("/changes/merge/", MERGE | {"step": "preview"})
    assert "还没有保存" in html(preview)
    assert Succession.objects.count() == 0

    done = county_client.post(
        "/changes/merge/", MERGE | {"step": "confirm", "digest": digest_in(preview)}
    )

    assert done.url == f"/changes/{LI}/2026-10-01/"
    receipt = html(county_client.get(done.url))
    assert "涉及 1 项承接" in receipt
    assert "李河村" in receipt
    assert "青政发〔2026〕8号" in html(county_client.get("/changes/"))
    assert Village.objects.get(code=LI).name == "李河村"


def test_confirming_without_the_preview_does_nothing(county_client):
    page = html(county_client.post("/changes/merge/", MERGE | {"step": "confirm", "digest": "x"}))

    assert "请重新预览" in page
    assert Succession.objects.count() == 0


def test_going_back_from_the_preview_keeps_what_was_typed(county_client):
    page = html(county_client.post("/changes/merge/", MERGE | {"step": "edit"}))

    assert 'value="李河村"' in page
    assert "核对预览" in page


def test_refusals_stand_at_the_form(county_client):
    page = html(
        county_client.post("/changes/merge/", MERGE | {"step": "preview", "name": "周桥村"})
    )

    assert "该乡镇已有“周桥村”" in page
    assert 'value="周桥村"' in page


def test_foreign_units_cannot_be_smuggled_into_a_merge(county_client, other_county):
    form = MERGE | {"units": [LI, "999902001200"], "step": "preview"}

    page = html(county_client.post("/changes/merge/", form))

    assert "请选择 2 至 20 个" in page


def test_split_through_the_pages(county_client):
    form = {
        "units": [LI], "name_1": "李庄村", "code_1": LI, "name_2": "东李村",
        "code_2": "999901001203", "main": "1", "effective_on": "2026-10-01", "basis": "批复",
    }  # fmt: skip
    preview = county_client.post("/changes/split/", form | {"step": "preview"})

    done = county_client.post(
        "/changes/split/", form | {"step": "confirm", "digest": digest_in(preview)}
    )

    assert done.status_code == 302
    assert Village.objects.get(code="999901001203").name == "东李村"


def test_transfer_with_a_given_code_through_the_pages(county_client):
    form = {
        "units": [HE], "township": WILLOW, "codes": f"{HE} 999901101260",
        "effective_on": "2026-10-01", "basis": "批复",
    }  # fmt: skip
    preview = county_client.post("/changes/transfer/", form | {"step": "preview"})

    county_client.post(
        "/changes/transfer/", form | {"step": "confirm", "digest": digest_in(preview)}
    )

    assert Village.objects.get(code="999901101260").name == "何河村"
    assert "由东关街道 何河村划转而来" in html(county_client.get("/villages/999901101260/"))


@pytest.mark.parametrize("codes", [HE, f"{GUO} 999901101260", f"{HE} 1 2"])
def test_codes_that_cannot_be_read_are_refused(county_client, codes):
    form = {
        "units": [HE], "township": WILLOW, "codes": codes, "effective_on": "2026-10-01",
        "basis": "批复", "step": "preview",
    }  # fmt: skip

    assert "应写作:原代码 空格 新代码" in html(county_client.post("/changes/transfer/", form))


def test_new_township_needs_code_and_name(county_client):
    form = {
        "units": [EAST], "into": "new", "effective_on": "2026-10-01", "basis": "批复",
        "step": "preview",
    }  # fmt: skip

    page = html(county_client.post("/changes/townships/", form))

    assert "请填写 9 位代码" in page


def test_township_merger_through_the_pages(county_client):
    Village.objects.filter(code=LI_WEST).update(name="西李庄村")
    form = {
        "units": [WILLOW], "into": EAST, "name": "", "codes": "", "new_code": "",
        "effective_on": "2026-10-01", "basis": "省政府批复",
    }  # fmt: skip
    preview = county_client.post("/changes/townships/", form | {"step": "preview"})

    done = county_client.post(
        "/changes/townships/", form | {"step": "confirm", "digest": digest_in(preview)}
    )

    assert done.url == f"/changes/{EAST}/2026-10-01/"
    page = html(county_client.get(done.url))
    assert "涉及 3 项承接" in page
    assert "东关街道" in html(county_client.get(f"/townships/{WILLOW}/"))


def test_township_people_go_straight_to_their_township(township_client):
    assert township_client.get("/townships/").url == f"/townships/{EAST}/"


def test_people_of_several_counties_see_a_list_of_them(other_county, county):
    client = signed_in(UserFactory(role=Role.COUNTY_STAFF, home_code="99"))

    page = html(client.get("/counties/"))

    assert "青原县" in page
    assert "白水县" in page


def test_person_without_a_place_is_told_nothing(db):
    client = signed_in(UserFactory(role=Role.COUNTY_STAFF, home_code=""))

    assert client.get("/townships/").status_code == 404
    assert client.get("/changes/").status_code == 404
