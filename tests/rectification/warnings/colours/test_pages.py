"""The warning centre and the page of a village: what they say is what the receipts say."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rectification.warnings.figures import colours
from rectification.warnings.models import Alert, VillageWarning
from rectification.warnings.rules_in_force import Rules
from rectification.warnings.standing import Held, Standing
from tests import factories
from tests.rectification.warnings.colours.judged import (
    COUNTY,
    FAR,
    FARTHER,
    HE,
    LI,
    MIXED,
    OCTOBER,
    SEPTEMBER,
    THIRD,
    judge,
    made_public,
    sound,
    vacant,
)
from villages.accounts.choices import Role
from villages.common import clock
from villages.jobs.models import Job
from villages.models import County, Village


def _text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return unescape(response.content.decode())


def test_the_centre_counts_as_the_figures_do(mixed: Rules, county_client: Client) -> None:
    page = county_client.get("/warnings/")
    counted = colours(_territory(), COUNTY, OCTOBER).counts

    tiles = {one["level"]: one["value"] for one in page.context["tiles"]}

    assert tiles == counted == {"red": 2, "yellow": 1, "green": 1, "grey": 1}


def _territory() -> Any:
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY).territory


def test_every_village_stands_in_the_list_with_its_reasons(
    mixed: Rules, county_client: Client
) -> None:
    page = _text(county_client, "/warnings/2026-10/")

    assert "红色预警(第 1 个月)" in page and "黄色预警(第 1 个月)" in page
    assert "书记空缺 91 天" in page and "W01 差 1 天" in page
    assert all(f"/warnings/village/{code}/2026-10/" in page for code in MIXED)
    assert "封账后终评" in page or "初评" in page


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("colour=red", {LI, FARTHER}),
        ("rule=W01", {LI, HE}),
        ("category=economy", {LI, FARTHER}),
        ("township=999901101", {FAR, FARTHER}),
        ("mark=any", set()),
        ("mark=none", set(MIXED)),
        ("colour=red&rule=W01", {LI}),
        ("change=worse", set()),
    ],
)
def test_filters_narrow(mixed: Rules, county_client: Client, query: str, codes: set[str]) -> None:
    page = county_client.get(f"/warnings/2026-10/?{query}")

    assert {row["village__code"] for row in page.context["list"].window.rows} == codes


def test_who_moved_since_last_month_is_listed(rules: Rules, county_client: Client) -> None:
    judge(rules, {**MIXED, LI: sound(), THIRD: vacant(31)}, month=SEPTEMBER)
    judge(rules, standing={THIRD: Standing()})
    made_public()

    page = county_client.get("/warnings/2026-10/")
    moves = _text(county_client, "/warnings/2026-10/moves/")
    worse = county_client.get("/warnings/2026-10/?change=worse")

    assert {one.code: one.text for one in page.context["moves"].moved} == {
        LI: "绿 → 红", THIRD: "黄 → 绿",
    }  # fmt: skip
    assert moves.index("变差") < moves.index(_name(LI)) < moves.index("变好")
    assert [row["village__code"] for row in worse.context["list"].window.rows] == [LI]


def _name(code: str) -> str:
    return str(Village.objects.get(code=code).name)


def test_the_gaps_page_names_what_is_missing(mixed: Rules, county_client: Client) -> None:
    page = _text(county_client, "/warnings/2026-10/gaps/")

    assert "W01 书记空缺" in page
    assert "W01、W12、W22" in page


def test_the_list_goes_to_excel_and_paper(mixed: Rules, county_client: Client) -> None:
    file: Any = county_client.get("/warnings/2026-10/?format=csv")
    sheet = b"".join(file.streaming_content).decode("utf-8-sig")
    paper = _text(county_client, "/warnings/2026-10/?format=print")

    assert "红色预警(第 1 个月)" in sheet and "书记空缺 91 天" in sheet
    assert "书记空缺 91 天" in paper


def test_a_month_that_nobody_judged_says_so(county: County, county_client: Client) -> None:
    assert "这个月还没有评估" in _text(county_client, "/warnings/")
    assert "这个月还没有评估" in _text(county_client, "/warnings/2026-03/")


def test_the_button_asks_for_an_evaluation(county: County, county_client: Client) -> None:
    response = county_client.post("/warnings/2026-10/evaluate/")

    job = Job.objects.get()
    assert response.headers["Location"] == f"/jobs/{job.uid}/"
    assert (job.kind, job.period) == ("warnings.evaluate", "2026-10")


def test_nobody_else_has_the_button(mixed: Rules, township_client: Client) -> None:
    assert "重新评估" not in _text(township_client, "/warnings/2026-10/")
    assert township_client.post("/warnings/2026-10/evaluate/").status_code == 403


def test_a_township_sees_its_own_villages_only(mixed: Rules, township_client: Client) -> None:
    page = township_client.get("/warnings/2026-10/")

    assert {row["village__code"] for row in page.context["list"].window.rows} == {LI, HE, THIRD}
    assert township_client.get(f"/warnings/village/{FAR}/2026-10/").status_code == 404


def test_new_warnings_are_told_to_those_concerned_first(rules: Rules, people: Any) -> None:
    judge(rules)
    leader = factories.signed_in(people[Role.COUNTY_LEADER])
    staff = factories.signed_in(people[Role.COUNTY_STAFF])

    early, whole = leader.get("/warnings/2026-10/"), staff.get("/warnings/2026-10/")
    hidden = leader.get(f"/warnings/village/{LI}/2026-10/").content.decode()
    Alert.objects.update(public_at=clock.now() - timedelta(minutes=1))
    late = leader.get("/warnings/2026-10/")

    assert (len(early.context["list"].window.rows), early.context["hidden"]) == (2, 3)
    assert (len(whole.context["list"].window.rows), whole.context["hidden"]) == (5, 0)
    assert "这个月还没有可以查看的颜色" in hidden and "书记空缺" not in hidden
    assert (len(late.context["list"].window.rows), late.context["hidden"]) == (5, 0)


def test_a_village_says_why_with_number_threshold_margin_and_edition(
    mixed: Rules, county_client: Client
) -> None:
    page = _text(county_client, f"/warnings/village/{LI}/2026-10/")

    assert (
        "书记空缺 91 天;空缺天数 91 天,标准为超过 90 天,相差 1 天"
        "(W01,青原县预警规则,2026-01-01 起施行)。"
    ) in page
    assert f"/ledgers/tenures/?village={LI}" in page
    assert "用当时的数据和规则重新判定,颜色和原因与保存的完全一致。" in page
    assert VillageWarning.objects.get(village__code=LI).digest in page


def test_a_receipt_that_was_tampered_with_is_told(mixed: Rules, county_client: Client) -> None:
    VillageWarning.objects.filter(village__code=LI).update(colour="green")

    page = _text(county_client, f"/warnings/village/{LI}/2026-10/")

    assert "重新判定的结果与保存的不一致" in page


def test_what_waits_for_a_person_is_said(rules: Rules, county_client: Client) -> None:
    held = Standing(held={"W01": Held("red", SEPTEMBER.number)}, red_months=1)
    judge(rules, {LI: sound()}, standing={LI: held})

    page = _text(county_client, f"/warnings/village/{LI}/2026-10/")

    assert "红色预警(第 2 个月)" in page
    assert "书记空缺:数据已转好,待核实降级;2026年9月起未降级" in page
    assert "红色由县委组织部核实后先观察" in page
    assert "W01:2026年9月的预警,未降级" in page


def test_the_strip_leads_to_every_judged_month(rules: Rules, county_client: Client) -> None:
    judge(rules, {LI: sound()}, month=SEPTEMBER)
    judge(rules, {LI: sound()})

    page = _text(county_client, f"/warnings/village/{LI}/")

    assert page.count("warning-strip__cell") == 24
    assert f'href="/warnings/village/{LI}/2026-09/"' in page


def test_the_page_prints_on_its_own(mixed: Rules, county_client: Client) -> None:
    page = _text(county_client, f"/warnings/village/{LI}/2026-10/?print")

    assert "三色预警说明" in page and "书记空缺 91 天" in page


def test_the_page_of_the_village_shows_its_colour(mixed: Rules, county_client: Client) -> None:
    whole = _text(county_client, f"/villages/{LI}/")
    panel = _text(county_client, f"/warnings/village/{LI}/panel/")

    assert f"/warnings/village/{LI}/panel/" in whole
    assert "红色预警(第 1 个月)" in panel and "书记空缺 91 天" in panel


def test_a_village_never_judged_has_an_empty_page(county: County, county_client: Client) -> None:
    assert "还没有评估过" in _text(county_client, f"/warnings/village/{LI}/panel/")
    assert "没有评估,或者还在公布前的预告期内" in _text(county_client, f"/warnings/village/{LI}/")


def test_search_finds_the_colour_of_a_village(mixed: Rules, county_client: Client) -> None:
    page = _text(county_client, f"/search/?q={_name(LI)}")

    assert f"/warnings/village/{LI}/2026-10/" in page


def test_only_those_judged_may_object(mixed: Rules, people: Any) -> None:
    path = f"/warnings/village/{LI}/2026-10/"
    clerk = factories.signed_in(people[Role.TOWNSHIP_CLERK])
    staff = factories.signed_in(people[Role.COUNTY_STAFF])

    assert f"/warnings/disputes/new/{LI}/2026-10/W01/" in _text(clerk, path)
    assert "提出异议" not in _text(staff, path)


@pytest.mark.parametrize(
    "path",
    [
        "/warnings/2026-10/", "/warnings/2026-10/moves/", "/warnings/2026-10/gaps/",
        "/warnings/townships/2026-10/",
    ],
)  # fmt: skip
def test_more_villages_cost_no_more_queries(rules: Rules, county_client: Client, path: str) -> None:
    judge(rules, {LI: vacant(91), HE: vacant(31), FAR: sound()})
    made_public()
    county_client.get(path)
    few = _queries(county_client, path)
    _grow(rules)

    assert _queries(county_client, path) == few


def _grow(rules: Rules) -> None:
    town = Village.objects.get(code=LI).township
    new = {f"{town.code}{number}": vacant(95) for number in range(300, 320)}
    for code in new:
        factories.VillageFactory(township=town, code=code)
    judge(rules, {LI: vacant(91), HE: vacant(31), FAR: sound(), **new})
    made_public()


def _queries(client: Client, path: str) -> int:
    """The fewer of two: what is remembered for some seconds may just have run out."""
    return min(_asked(client, path), _asked(client, path))


def _asked(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)
