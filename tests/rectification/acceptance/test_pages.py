"""Pages of acceptance: the sheet, the conclusion, the batch, schemes, revisits, rebound."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rectification.actions.following import follow
from rectification.models import Acceptance, CaseRevisit, RectificationCase
from rectification.states import CaseStatus
from rectification.waiting.acceptance import TODOS
from tests.rectification.acceptance.situations import (
    BESIDE,
    CONCLUDED,
    FAR,
    HELD,
    NEAR,
    TEAM,
    attempt_of,
    begun,
    closed,
    passed,
    recorded,
)
from tests.rectification.situations import case_in, scheme, with_plan
from villages.accounts.choices import Role

pytestmark = pytest.mark.django_db
LATER = "2026-12-20"
COMMON = {
    "team": TEAM, "begun_on": "2026-09-14", "held_on": "2026-09-18", "concluded_on": "2026-09-21",
    "new_deadline": LATER,
}  # fmt: skip
VOTES = {"eligible": "60", "satisfied": "30", "basically": "6", "dissatisfied": "4", "invalid": "2"}


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def line_of(case: RectificationCase, points: tuple[str, str], **more: str) -> dict[str, str]:
    """One village's line of the batch page as a browser sends it."""
    first, second = case.scheme.aspects.order_by("position")
    attempt = attempt_of(case)
    values = {
        "stamp": f"{case.version}.{attempt.version if attempt else 0}",
        f"points_{first.pk}": points[0], f"points_{second.pk}": points[1], **VOTES, **more,
    }  # fmt: skip
    return {f"{case.uid}-{name}": value for name, value in values.items()}


def test_the_sheet_is_saved_and_judged_at_once(by: Any, county_client: Client):
    case = begun(NEAR, by)
    attempt = attempt_of(case)
    url = reverse("cases:acceptance", args=[attempt.uid])
    first, second = case.scheme.aspects.order_by("position")
    sent = {
        "version": attempt.version, "held_on": "2026-09-18", f"points_{first.pk}": "５５",
        f"points_{second.pk}": "24.5", f"note_{second.pk}": "入户少", **VOTES,
    }  # fmt: skip

    page = county_client.post(url, sent, follow=True).content.decode()

    assert "按验收办法不合格" in page
    assert "79.5 分" in page
    assert "90.00%(36/40)" in page
    attempt.refresh_from_db()
    assert (attempt.held_on, str(attempt.score)) == (HELD, "79.50")
    again = county_client.post(url, sent)
    assert "刚被他人改动" in again.content.decode()


def test_too_many_points_stand_at_their_field(by: Any, county_client: Client):
    case = begun(NEAR, by)
    attempt = attempt_of(case)
    first = case.scheme.aspects.first()
    sent = {"version": attempt.version, f"points_{first.pk}": "61"}

    page = county_client.post(reverse("cases:acceptance", args=[attempt.uid]), sent)

    assert "得分应在 0 到 60 分之间" in page.content.decode()
    assert 'value="61"' in page.content.decode()


def test_the_conclusion_is_prefilled_by_the_scheme(by: Any, county_client: Client):
    case = recorded(NEAR, by, 70)
    url = reverse("cases:acceptance_conclude", args=[attempt_of(case).uid])

    page = county_client.get(url).content.decode()
    assert "得分 70 分,低于合格分 80 分" in page

    sent = {"result": "failed", "on": "2026-09-21", "new_deadline": "2027-12-31", "reasons": "x"}
    assert "重新整顿时限应在" in county_client.post(url, sent).content.decode()
    county_client.post(url, {**sent, "new_deadline": LATER})
    case.refresh_from_db()
    assert (case.status, case.deadline) == (CaseStatus.IN_PROGRESS, date(2026, 12, 20))


def test_passing_on_the_page(by: Any, county_client: Client):
    case = recorded(NEAR, by)
    url = reverse("cases:acceptance_conclude", args=[attempt_of(case).uid])

    answer = county_client.post(url, {"result": "passed", "on": "2026-09-21"}, follow=True)

    assert "验收合格" in answer.content.decode()
    case.refresh_from_db()
    assert case.accepted_on == CONCLUDED


def test_a_batch_is_saved_row_by_row(by: Any, county_client: Client):
    good, bad, broken = (
        case_in(place, CaseStatus.ACCEPTANCE_APPLIED) for place in (NEAR, BESIDE, FAR)
    )
    url = reverse("cases:acceptance_batch", args=[2026])
    sent = {
        **COMMON,
        **line_of(good, ("50", "40"), decision="passed"),
        **line_of(bad, ("50", "20"), decision="failed"),
        **line_of(broken, ("50", "20"), decision="passed"),
    }

    page = county_client.post(url, sent).content.decode()

    assert "已保存 2 个村" in page
    assert "1 个村没有保存" in page
    assert "得分 70 分,低于合格分 80 分" in page
    for one in (good, bad, broken):
        one.refresh_from_db()
    assert (good.accepted_on, good.status) == (CONCLUDED, CaseStatus.COUNTY_ACCEPTANCE)
    assert (bad.status, bad.failed_count) == (CaseStatus.IN_PROGRESS, 1)
    # Nothing of the faulty row was saved, and what was typed stands there.
    assert broken.status == CaseStatus.ACCEPTANCE_APPLIED
    assert not Acceptance.objects.filter(case=broken).exists()
    assert f'name="{broken.uid}-decision"' in page
    assert "申请 3,合格 1,不合格 1,未申请 0,等待结论 1" in page


def test_a_batch_keeps_drafts_vetoes_and_notices_lost_changes(by: Any, county_client: Client):
    case = case_in(NEAR, CaseStatus.ACCEPTANCE_APPLIED)
    url = reverse("cases:acceptance_batch", args=[2026])
    veto = case.scheme.vetoes.first()
    draft = line_of(case, ("50", ""), veto=str(veto.pk), veto_note="")

    assert "请写明否决的情况" in county_client.post(url, {**COMMON, **draft}).content.decode()
    draft = line_of(case, ("50", ""), veto=str(veto.pk), veto_note="问题三没有解决")
    assert county_client.post(url, {**COMMON, **draft}).status_code == 302
    attempt = attempt_of(case)
    assert (attempt.score, attempt.vetoes.get().note) == (None, "问题三没有解决")
    assert "刚被他人改动" in county_client.post(url, {**COMMON, **draft}).content.decode()
    case.refresh_from_db()
    done = line_of(case, ("50", "40"), decision="failed")
    county_client.post(url, {**COMMON, **done})
    case.refresh_from_db()
    # The veto was taken back on the screen, so the numbers pass: failing needs a reason.
    assert case.status == CaseStatus.COUNTY_ACCEPTANCE


def test_numbers_of_a_batch_open_their_rows(by: Any, county_client: Client):
    passed(NEAR, by)
    case_in(FAR, CaseStatus.IN_PROGRESS)
    url = reverse("cases:acceptance_batch", args=[2026])

    whole = county_client.get(url).content.decode()
    rest = county_client.get(f"{url}?show=not-applied").content.decode()

    assert "申请 1,合格 1,不合格 0,未申请 1" in whole
    assert "批次名单:没有申请" in rest
    assert "柳林镇" in rest
    assert "东关街道" not in rest.split("批次名单")[1]


def test_a_township_reads_and_does_not_write(by: Any, township_client: Client):
    mine, foreign = begun(NEAR, by), begun(FAR, by)
    url = reverse("cases:acceptance_batch", args=[2026])

    page = township_client.get(url).content.decode()

    assert "保存填写的各村" not in page
    assert "柳林镇" not in page.split("批次名单")[1]
    assert township_client.post(url, COMMON).status_code == 403
    seen = reverse("cases:acceptance", args=[attempt_of(mine).uid])
    assert township_client.get(seen).status_code == 200
    assert township_client.post(seen, {}).status_code == 403
    hidden = reverse("cases:acceptance", args=[attempt_of(foreign).uid])
    assert township_client.get(hidden).status_code == 404


def test_the_batch_costs_no_query_per_village(by: Any, county_client: Client):
    url = reverse("cases:acceptance_batch", args=[2026])

    def cost() -> int:
        county_client.get(url)
        with CaptureQueriesContext(connection) as seen:
            assert county_client.get(url).status_code == 200
        return len(seen)

    recorded(NEAR, by)
    few = cost()
    recorded(BESIDE, by)
    recorded(FAR, by)
    assert cost() == few


def test_schemes_are_installed_by_a_button(by: Any, county_client: Client, township_client: Client):
    url = reverse("cases:schemes")
    assert "采用默认验收办法" in county_client.get(url).content.decode()
    assert "采用默认验收办法" not in township_client.get(url).content.decode()

    page = county_client.post(reverse("cases:schemes_install"), follow=True).content.decode()

    assert "班子建设" in page
    assert "启用中" in page
    assert "验收材料弄虚作假" in township_client.get(url).content.decode()
    scheme("999901").aspects.first().delete()
    assert "应为 100 分" in county_client.get(url).content.decode()


def test_the_calendar_of_revisits(by: Any, county_client: Client):
    case = follow(closed(NEAR, by), by=by, on=date(2026, 10, 1))
    first = case.caserevisit_rows.order_by("months").first()
    url = reverse("cases:revisits")
    assert "2026-12-30" in county_client.get(url).content.decode()
    CaseRevisit.objects.filter(pk=first.pk).update(due_on=date(2026, 11, 2))

    overdue = county_client.get(url).content.decode()

    assert "逾期未回访" in overdue
    assert "2027-03-30" not in overdue
    told = {
        "held_on": "2026-11-02",
        "visitors": "李明",
        "result": "held",
        "row_version": first.version,
    }
    done = reverse("ledgers:case-revisits_do_record", args=[first.uid])
    assert county_client.post(done, told).status_code == 302
    assert "保持良好" in county_client.get(f"{url}?show=held").content.decode()


def test_rebound_opens_its_rows(by: Any, county_client: Client):
    with_plan(closed(NEAR, by), done=True)

    page = county_client.get(f"{reverse('cases:rebound')}?group=line.team").content.decode()

    assert "0.00" in page
    assert "0/1" in page
    assert "名单:抓班子" in page


def test_what_waits_is_told(by: Any):
    case_in(NEAR, CaseStatus.ACCEPTANCE_APPLIED)
    begun(BESIDE, by)
    passed(FAR, by)
    mine = {one.key: one for one in TODOS}

    def titles(key: str) -> list[str]:
        return [one.title for one in mine[key].items(by)]

    assert titles("cases_organize") == ["组织验收:李庄村 2026-001"]
    assert titles("cases_conclude") == ["作验收结论:何河村 2026-002"]
    assert titles("cases_close") == ["登记公示:李庄村 2026-003"]
    followed = case_in("999901101201", CaseStatus.FOLLOW_UP)
    CaseRevisit.objects.create(
        case=followed, village=followed.village, county_code="999901", months=3,
        due_on=date(2026, 11, 10),
    )  # fmt: skip
    assert titles("cases_revisits") == ["回访郭集村(3 个月回访)"]
