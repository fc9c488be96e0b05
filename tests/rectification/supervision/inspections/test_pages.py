"""The page of an inspection, the record of a visit, the figures, the checklist, what waits."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.supervision.actions.findings import to_case, to_order
from rectification.supervision.actions.inspecting import draw, start
from rectification.supervision.actions.trips import lay_out, take_over
from rectification.supervision.choices import AnswerKind
from rectification.supervision.defaults.checklist import CHECKLIST
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models import ChecklistPoint, Finding, InspectionSite, SiteAnswer
from rectification.supervision.states import UnitStatus
from rectification.supervision.waiting import inspections as waiting
from tests.factories import signed_in
from tests.rectification.supervision.inspections.visits import (
    BEGUN,
    LATE_BOARD,
    SEEN,
    TOLD,
    hidden_visit,
    inspection_in,
    on_list,
    plan,
    point,
    published,
    visited,
)
from tests.rectification.supervision.situations import COUNTY, FAR, LI
from villages.common.columns import Kind
from villages.common.forbidden import demanded
from villages.filings.declaring import inputs
from villages.ledgers.declaring import ledgers


def text(answer) -> str:
    assert answer.status_code == 200, answer.content.decode()[:300]
    return str(answer.content.decode())


def test_the_page_shows_how_villages_were_chosen(cast) -> None:
    row = draw(hidden_visit(), by=cast.author, on=BEGUN, size=2, seed="二〇二六")

    page = text(signed_in(cast.author).get(f"/orders/inspections/{row.uid}/"))

    assert page.count("随机抽取(权重") == 2
    assert "没有检查记录" in page
    assert "二〇二六" in page
    assert "记录检查情况" in page


@pytest.mark.parametrize("status", InspectionStatus)
def test_buttons_are_those_of_the_table(status, cast) -> None:
    row = inspection_in(status, LI)

    page = text(signed_in(cast.author).get(f"/orders/inspections/{row.uid}/"))
    shown = set(re.findall(rf'/ledgers/inspections/{row.uid}/([a-z-]+)/"', page))

    verbs = {one.key for one in ledgers()["inspections"].verbs if one.offered(cast.author, row)}
    assert shown & {one.key for one in ledgers()["inspections"].verbs} == verbs
    leader = text(signed_in(cast.leader).get(f"/orders/inspections/{row.uid}/"))
    assert "ledger-verbs" not in leader.partition("<main")[2]


def test_one_click_stands_beside_an_open_finding(cast) -> None:
    [row] = published(cast, LI)
    client, url = signed_in(cast.author), f"/orders/inspections/{row.site.inspection.uid}/"
    assert f"/ledgers/findings/{row.uid}/to-order/" in text(client.get(url))

    form = client.get(f"/ledgers/findings/{row.uid}/to-order/")
    version = re.search(r'name="row_version" value="(\d+)"', text(form)).group(1)
    sent = {"on": "2026-10-20", "row_version": version}
    assert client.post(f"/ledgers/findings/{row.uid}/to-order/", sent).status_code == 302

    row.refresh_from_db()
    assert row.status == "ordered"
    assert "to-order" not in text(client.get(url))


def record(**given: str) -> dict[str, str]:
    blocks = {f"severity_{one}": "general" for one in (1, 2, 3)}
    return {"visited_on": "2026-10-14", "version": "1", **blocks, **given}


def test_a_visit_is_recorded_on_one_page(cast) -> None:
    row = hidden_visit()
    site = on_list(row, LI)
    yes, number, words = (
        point("公开栏按月更新"), point("值班人数", kind="number"), point("情况", kind="text"),
    )  # fmt: skip
    start(row, by=cast.author, on=BEGUN)
    client, url = signed_in(cast.author), f"/orders/sites/{site.uid}/record/"
    page = text(client.get(url))
    assert page.count("inspection-record__part") == 5
    assert 'type="file"' not in page

    sent = record(**{
        "on_duty": "False", f"point_{yes.pk}": "True", f"point_{number.pk}": "2",
        f"point_{words.pk}": "正常", "group_1": "公开", "text_1": LATE_BOARD,
        "group_2": "其他", "text_2": "举报线索", "restricted_2": "on", "severity_2": "serious",
    })  # fmt: skip
    assert client.post(url, sent).status_code == 302

    site.refresh_from_db()
    assert (site.visited_on, site.on_duty, site.board_updated) == (date(2026, 10, 14), False, None)
    said = SiteAnswer.objects.order_by("point_id").values_list("is_yes", "number", "text")
    assert [(a, int(b) if b else b, c) for a, b, c in said] == [
        (True, None, ""), (None, 2, ""), (None, None, "正常"),
    ]  # fmt: skip
    found = Finding.objects.order_by("seq").values_list("group", "text", "severity", "restricted")
    assert list(found) == [
        ("公开", LATE_BOARD, "general", False), ("其他", "举报线索", "serious", True),
    ]  # fmt: skip
    again = text(client.get(url))
    assert '<option value="True" selected>' in again
    assert 'value="正常"' in again


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"visited_on": ""}, "必填"),
        ({"visited_on": "2026-11-04"}, "不能晚于今天"),
        ({"group_1": "公开"}, "请写明问题"),
        ({"text_1": "墙上有字"}, "请选择问题类别"),
        ({"interviewed": "1", "satisfied": "2"}, "满意人数不能多于走访人数"),
        ({"version": "7"}, "刚被他人改动"),
    ],
)
def test_nothing_is_recorded_where_something_is_wrong(given, said, cast) -> None:
    site = on_list(hidden_visit(), LI)
    point("公开栏")

    page = text(signed_in(cast.author).post(f"/orders/sites/{site.uid}/record/", record(**given)))

    assert said in page
    assert not Finding.objects.exists()
    assert InspectionSite.objects.get().visited_on is None


def test_only_the_department_records(cast) -> None:
    site = on_list(hidden_visit(), LI)

    for user in (cast.leader, cast.clerk, cast.seat):
        assert signed_in(user).get(f"/orders/sites/{site.uid}/record/").status_code == 403


def test_every_figure_opens_its_rows(cast) -> None:
    near, far = published(cast, LI, FAR)
    Finding.objects.filter(pk=far.pk).update(severity="serious")
    site = near.site
    for seq, group in ((2, "公开"), (3, "党务公开"), (4, "财务")):
        Finding.objects.create(
            county_code=site.county_code, village=site.village, site=site, seq=seq, group=group,
            text="x", severity="serious", restricted=group == "财务",
        )  # fmt: skip
    client = signed_in(cast.author)

    page = text(client.get("/orders/inspections/figures/2026/")).partition("<main")[2]
    links = re.findall(r'href="(/ledgers/findings/\?[^"]*)">(\d+)<', page)

    # Two groups and the sum for two townships and both, with serious ones; clues.
    assert len(links) == 18
    for url, number in links:
        rows = text(client.get(url.replace("&amp;", "&"))).partition("<main")[2]
        assert len(set(re.findall(r"/ledgers/findings/([0-9a-f]{32})/", rows))) == int(number), url
    assert [number for url, number in links if "restricted=true" in url] == ["1", "1"]


def test_the_checklist_is_installed_once(cast) -> None:
    client = signed_in(cast.author)
    assert "采用常用清单" in text(client.get("/orders/checklist/"))

    assert client.post("/orders/checklist/install/").status_code == 302
    client.post("/orders/checklist/install/")

    rows = ChecklistPoint.objects.all()
    assert 18 <= rows.count() <= 25
    assert {one.group for one in rows} == {
        "班子", "组织生活", "公开", "值班", "场所", "财务", "帮扶",
    }  # fmt: skip
    page = text(client.get("/orders/checklist/"))
    assert "采用常用清单" not in page
    assert page.count("与填报对照") == sum(bool(one.input_key) for one in rows)
    assert signed_in(cast.clerk).post("/orders/checklist/install/").status_code == 403


def test_the_usual_checklist_names_inputs_that_exist() -> None:
    for _group, name, kind, _unit, key in CHECKLIST:
        assert not demanded(name)
        assert not key or key in inputs()
        if kind == AnswerKind.NUMBER and key:
            assert inputs()[key].kind in (Kind.INTEGER, Kind.YUAN, Kind.DECIMAL)


def titles(user) -> list[str]:
    return [item.title for one in waiting.TODOS if one.allowed(user) for item in one.items(user)]


def test_what_waits_for_the_county(cast) -> None:
    row = hidden_visit()
    site = on_list(row, LI)
    start(row, by=cast.author, on=BEGUN)
    assert titles(cast.author) == ["记录检查情况:暗访十月,还有 1 个村"]
    assert titles(cast.clerk) == titles(cast.leader) == []

    InspectionSite.objects.filter(pk=site.pk).update(visited_on=SEEN)
    assert titles(cast.author) == ["公布检查:暗访十月"]


def test_findings_wait_for_a_decision_and_for_their_end(cast) -> None:
    first, second = published(cast, LI, FAR)
    assert titles(cast.author) == ["处理检查发现的问题 2 个"]

    to_case(first, by=cast.author, on=TOLD)
    second = to_order(second, by=cast.author, on=TOLD)
    assert titles(cast.author) == []
    part = second.order_item.unit
    type(part).objects.filter(pk=part.pk).update(
        status=UnitStatus.CLOSED, due_on=TOLD, received_on=TOLD, received_by="甲", replied_on=TOLD,
        verified_on=TOLD, verified_by="乙", closed_on=TOLD, satisfaction="fair",
    )  # fmt: skip
    assert titles(cast.author) == ["可以确认整改的问题 1 个"]
    page = text(signed_in(cast.author).get(f"/orders/inspections/{first.site.inspection.uid}/"))
    assert page.count("可以确认整改") == 1
    rows = signed_in(cast.author).get("/api/v1/findings/?settled=true").json()["results"]
    assert [one["uid"] for one in rows] == [second.uid]


def test_inspections_are_listed_by_whether_townships_see_them(cast) -> None:
    [row] = published(cast, LI)
    hidden_visit(title="下一次")
    client = signed_in(cast.author)

    for asked, found in (("true", [row.site.inspection.title]), ("false", ["下一次"])):
        rows = client.get(f"/api/v1/inspections/?published={asked}").json()["results"]
        assert [one["title"] for one in rows] == found


def test_a_drawn_village_is_not_taken_off_the_list(cast) -> None:
    row = draw(hidden_visit(), by=cast.author, on=BEGUN, size=1)
    site, client = row.sites.get(), signed_in(cast.author)

    page = text(client.get(f"/ledgers/inspection-sites/{site.uid}/remove/"))
    version = re.search(r'name="row_version" value="(\d+)"', page)
    sent = {"reason": "太远", "row_version": version.group(1) if version else "1"}
    client.post(f"/ledgers/inspection-sites/{site.uid}/remove/", sent)

    assert InspectionSite.objects.filter(pk=site.pk).exists()


def test_a_visit_under_way_counts_its_findings(cast) -> None:
    rows = visited(cast, LI, FAR)

    page = text(signed_in(cast.leader).get(f"/orders/inspections/{rows[0].site.inspection.uid}/"))

    assert page.count(LATE_BOARD) == 2
    assert "to-order" not in page


@pytest.mark.parametrize("page", ["inspection", "plans", "figures"])
def test_pages_cost_the_same_whatever_they_show(page, cast, django_assert_num_queries) -> None:
    near, *_more = published(cast, LI, FAR)
    addresses = {
        "inspection": f"/orders/inspections/{near.site.inspection.uid}/",
        "plans": "/orders/plans/2026/", "figures": "/orders/inspections/figures/2026/",
    }  # fmt: skip
    client = signed_in(cast.author)
    lay_out(plan("党建督导"), by=cast.author, months=[202603])
    with CaptureQueriesContext(connection) as few:
        text(client.get(addresses[page]))

    for seq in range(2, 8):
        Finding.objects.create(
            county_code=COUNTY, village=near.village, site=near.site, seq=seq, group=f"第{seq}类",
            text="x",
        )  # fmt: skip
    for title in ("财务检查", "安全检查"):
        lay_out(plan(title), by=cast.author, months=[202603, 202606])
    take_over(COUNTY, 2026, by=cast.author, on=SEEN)

    with django_assert_num_queries(len(few)):
        text(client.get(addresses[page]))


def test_the_first_page_of_the_area_leads_there(cast) -> None:
    wanted = {"plans/": [cast.author, cast.leader], "checklist/": [cast.author, cast.clerk]}

    for user in (cast.author, cast.leader, cast.clerk, cast.seat):
        page = text(signed_in(user).get("/orders/"))
        for address, people in wanted.items():
            shown = f'href="/orders/{address}"' in page
            assert shown == (user in people or (address == "checklist/" and user == cast.leader))
