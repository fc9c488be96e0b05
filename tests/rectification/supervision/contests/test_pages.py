"""The pages of a contest: for the county, for townships, on paper."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from rectification.supervision.actions.contests import finish
from rectification.supervision.models import Contest, ContestEntry, JudgeScore
from tests.factories import signed_in
from tests.rectification.situations import earned
from tests.rectification.supervision.contests.situations import (
    BESIDE,
    FAR,
    FINISHED,
    NEAR,
    THIRD,
    contest,
    entered,
    entry_of,
    judged,
    scored,
)
from tests.rectification.supervision.contests.test_finishing import places_on
from tests.sheets import bring
from villages.accounts.choices import Role
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def address(made: Contest, name: str = "contest") -> str:
    return reverse(f"supervision:{name}", args=[made.uid])


def text(client: Client, url: str, **data: Any) -> str:
    answer = client.get(url, data)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_county_sees_points_and_what_is_missing(county_client: Client):
    made = judged()
    JudgeScore.objects.get(entry=entry_of(made, FAR), judge="乙", aspect__name="效果").delete()

    page = text(county_client, address(made))

    assert "95.00" in page
    assert "柳林镇李庄村:乙没有给演说“效果”打分" in page
    assert "名次" not in page
    assert reverse("ledgers:contests_do_finish", args=[made.uid]) in page
    assert reverse("ledgers:contests_do_reopen", args=[made.uid]) not in page


def test_finishing_and_taking_back_by_buttons(county_client: Client):
    made = judged()
    form = {"row_version": made.version, "on": "2026-10-21"}

    county_client.post(reverse("ledgers:contests_do_finish", args=[made.uid]), form)

    page = text(county_client, address(made))
    assert "一等奖" in page
    assert "会议材料" in page
    made.refresh_from_db()
    back = {"row_version": made.version, "reason": "录入有误"}
    county_client.post(reverse("ledgers:contests_do_reopen", args=[made.uid]), back)
    assert "会议材料" not in text(county_client, address(made))


def test_a_refused_finish_names_who_is_missing(county_client: Client):
    made = judged()
    JudgeScore.objects.filter(entry=entry_of(made, FAR), judge="甲").delete()
    form = {"row_version": made.version, "on": "2026-10-21"}

    answer = county_client.post(reverse("ledgers:contests_do_finish", args=[made.uid]), form)

    assert "柳林镇李庄村:甲没有给现场“党建”打分" in answer.content.decode()


def test_an_award_is_decided_on_the_page(county_client: Client, by: Any):
    made = contest()
    for one in entered(made, NEAR, BESIDE):
        scored(made, one, "50", "30")
    finish(made, by=by, on=FINISHED)
    entry = entry_of(made, NEAR)
    url = reverse("ledgers:contest-entries_do_decide-award", args=[entry.uid])

    page = text(county_client, address(made))
    assert "待定(一等奖或二等奖)" in page
    assert url in page

    sent = {"row_version": entry.version, "award": "first", "reason": "进步更大"}
    county_client.post(url, sent)
    assert entry_of(made, NEAR).award == "一等奖"


# --- townships --------------------------------------------------------------------------------
def test_a_township_sees_nothing_before_the_end(township_client: Client, county_client: Client):
    made = judged()

    assert township_client.get(address(made)).status_code == 404
    for key in ("contests", "contest-aspects", "contest-entries"):
        assert "三季度擂台比武" not in text(township_client, reverse(f"ledgers:{key}"))
        assert "三季度擂台比武" in text(county_client, reverse(f"ledgers:{key}"))
    row = reverse("ledgers:contest-entries_row", args=[entry_of(made, NEAR).uid])
    assert township_client.get(row).status_code == 404


def test_a_township_sees_its_own_villages_afterwards(township_client: Client, by: Any):
    made = finish(judged(), by=by, on=FINISHED)

    page = text(township_client, address(made))

    assert "东关街道李庄村" in page
    assert "一等奖" in page
    assert "柳林镇" not in page
    # Without places neither points: bands and awards alone.
    assert "95.00" not in page
    assert "退回重评" not in page
    entries = text(township_client, reverse("ledgers:contest-entries"))
    assert "柳林镇" not in entries.split("<tbody")[1]


def test_points_and_places_of_its_own_where_the_county_counts_them(
    township_client: Client, by: Any
):
    places_on()
    made = finish(judged(), by=by, on=FINISHED)

    page = text(township_client, address(made))

    assert "95.00" in page
    assert "名次" in page
    assert "75.00" not in page


def test_a_contest_without_own_villages_is_not_there(township_client: Client, by: Any):
    made = contest()
    [far] = entered(made, FAR)
    scored(made, far, "50", "30")
    finish(made, by=by, on=FINISHED)

    assert township_client.get(address(made)).status_code == 404


@pytest.mark.parametrize(
    "name", ["contest_groups", "contest_scores", "contest_blank", "contest_paper"]
)
def test_townships_do_not_judge_nor_print(township_client: Client, by: Any, name: str):
    made = finish(judged(), by=by, on=FINISHED)

    assert township_client.get(address(made, name)).status_code == 403
    assert township_client.get(reverse("ledgers:judge-scores")).status_code == 403


def test_a_leader_reads_and_prints_and_does_not_write(people: Any, by: Any):
    made = finish(judged(), by=by, on=FINISHED)
    leader = signed_in(people[Role.COUNTY_LEADER])

    page = text(leader, address(made))

    assert "退回重评" not in page
    assert leader.get(address(made, "contest_paper")).status_code == 200
    assert leader.get(address(made, "contest_scores")).status_code == 403


def test_another_county_sees_nothing(county_client: Client, other_county: Any):
    made = judged(county_code="999902")

    assert county_client.get(address(made)).status_code == 404


# --- groups -----------------------------------------------------------------------------------
def test_groups_are_proposed_edited_and_saved(county_client: Client):
    made = contest()
    for code, fen in ((NEAR, 900), (BESIDE, 500), (THIRD, 100)):
        earned(code, fen, month=202512)
    url = address(made, "contest_groups")

    plain = text(county_client, url, township="999901001")
    page = text(county_client, url, township="999901001", propose="1")

    assert 'value="一组"' not in plain.split("<datalist")[0]
    assert page.split("<datalist")[0].count('value="一组"') == 1
    assert "9.00" in page
    sent = {f"group_{NEAR}": "一组", f"speaker_{NEAR}": "王立", f"group_{BESIDE}": "强村组"}
    county_client.post(f"{url}?township=999901001", sent)
    groups = dict(ContestEntry.objects.values_list("village__code", "group"))
    assert groups == {NEAR: "一组", BESIDE: "强村组"}
    assert "强村组" in text(county_client, url)
    assert "王立" in text(county_client, address(made))


def test_groups_of_a_scored_village_stay_with_words(county_client: Client):
    made = judged()

    answer = county_client.post(address(made, "contest_groups"), {f"group_{NEAR}": ""})

    assert "已有评委打分,不能退出" in answer.content.decode()
    assert made.entries.count() == 3


# --- score sheets -----------------------------------------------------------------------------
def cells(made: Contest, code: str, *points: str) -> dict[str, str]:
    entry = entry_of(made, code)
    aspects = made.aspects.order_by("seq")
    return {
        f"points_{entry.pk}_{aspect.pk}": one for aspect, one in zip(aspects, points, strict=False)
    }


def test_a_judge_is_entered_on_one_page(county_client: Client):
    made = contest()
    entered(made, NEAR, FAR)
    url = f"{address(made, 'contest_scores')}?judge=张三"
    page = text(county_client, address(made, "contest_scores"), judge="张三")
    assert "张三的评分表" in page

    sent = {"stamp": "0.0.0", **cells(made, NEAR, "５5.5", "30"), **cells(made, FAR, "40", "")}
    county_client.post(url, sent)

    found = JudgeScore.objects.filter(judge="张三").order_by("points")
    assert [str(one.points) for one in found] == ["30.00", "40.00", "55.50"]
    page = text(county_client, address(made, "contest_scores"), judge="张三")
    assert 'value="55.5"' in page
    assert "演说 1/2,不全" in page
    late = county_client.post(url, sent).content.decode()
    assert "刚被他人改动" in late


def test_too_many_points_stand_at_their_cell(county_client: Client):
    made = contest()
    entered(made, NEAR)
    url = f"{address(made, 'contest_scores')}?judge=张三"

    page = county_client.post(url, {"stamp": "0.0.0", **cells(made, NEAR, "61", "30")})

    assert "“党建”的得分应在 0 到 60 分之间" in page.content.decode()
    assert not JudgeScore.objects.exists()


def test_the_sheet_for_judges_comes_back_through_the_import(
    county_client: Client, by: Any, tmp_path: Path
):
    made = contest()
    entered(made, NEAR, FAR)
    old = judged(title="二季度擂台比武", period="2026Q2")
    finish(old, by=by, on=FINISHED)
    answer = county_client.get(f"{address(made, 'contest_blank')}?judge=张三&judge=李四")
    book = load_workbook(io.BytesIO(answer.getvalue()))  # type: ignore[attr-defined]
    sheet: Any = book.active
    last = sheet.max_column
    rows = [row for row in sheet.iter_rows(min_row=3) if row[1].value]
    assert len(rows) == 8
    for row in rows:
        row[last - 1].value = 20
    path = tmp_path / "scores.xlsx"
    book.save(path)

    told = bring("judge-scores", path, by=by)

    assert told.errors == []
    assert JudgeScore.objects.filter(entry__contest=made, points=20).count() == 8
    assert set(JudgeScore.objects.filter(points=20).values_list("judge", flat=True)) == {
        "张三", "李四",
    }  # fmt: skip


def test_pages_cost_no_query_per_village(county_client: Client):
    made = judged()

    def cost(url: str) -> int:
        county_client.get(url)
        with CaptureQueriesContext(connection) as seen:
            assert county_client.get(url).status_code == 200
        return len(seen)

    urls = [
        address(made), f"{address(made, 'contest_scores')}?judge=甲",
        address(made, "contest_groups"),
    ]  # fmt: skip
    few = [cost(url) for url in urls]
    [entry] = entered(made, THIRD)
    scored(made, entry, "50", "30")
    assert [cost(url) for url in urls] == few


# --- on paper ---------------------------------------------------------------------------------
def test_nothing_is_printed_before_the_end(county_client: Client):
    made = judged()

    answer = county_client.get(address(made, "contest_paper"), follow=True)

    assert "还没有评定,没有结果可以打印" in answer.content.decode()


def document_text(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_paper_has_bands_and_awards_alone(county_client: Client, by: Any):
    made = finish(judged(), by=by, on=FINISHED)
    url = address(made, "contest_paper")

    page = text(county_client, url)
    answer = county_client.get(f"{url}?format=docx")
    said = document_text(answer.getvalue())  # type: ignore[attr-defined]

    for one in (page, said):
        assert "仅供会议使用" in one
        assert "一等奖" in one
        assert "较好" in one
        assert "名次" not in one
        assert "95.00" not in one
    told = AuditEntry.objects.get(action="contest.printed")
    assert (told.count, told.after) == (3, {"format": "docx"})


def test_the_paper_is_in_order_where_places_are_counted(county_client: Client, by: Any):
    places_on()
    made = judged()
    JudgeScore.objects.filter(entry=entry_of(made, FAR), aspect__at_speech=False).update(points=60)
    finish(made, by=by, on=FINISHED)
    url = address(made, "contest_paper")

    page = text(county_client, url)
    answer = county_client.get(f"{url}?format=xlsx")
    sheet: Any = load_workbook(io.BytesIO(answer.getvalue())).active  # type: ignore[attr-defined]

    # 95 for the first, 90 for the village of the other township, 85 for the last.
    assert page.index("东关街道李庄村") < page.index("柳林镇李庄村") < page.index("东关街道何河村")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "仅供会议使用" in str(rows[1][0])
    assert [str(one) for one in rows[4][:7]] == [
        "一组", "2", "柳林镇李庄村", "—", "60.00", "30.00", "90.00",
    ]  # fmt: skip


def test_equal_results_give_equal_documents(county_client: Client, by: Any):
    url = address(finish(judged(), by=by, on=FINISHED), "contest_paper")

    first, second = (
        county_client.get(f"{url}?format=docx").getvalue()  # type: ignore[attr-defined]
        for _time in range(2)
    )

    assert first == second


def test_contests_stay_off_the_home_page(township_client: Client, by: Any):
    finish(judged(), by=by, on=FINISHED)

    assert "擂台比武" not in text(township_client, "/").split("<main")[1]
