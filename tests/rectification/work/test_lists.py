"""The three lists and the county ledger on screen, on paper and as a workbook."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from rectification.models import CaseSituation
from rectification.states import CaseStatus
from tests.factories import UserFactory, signed_in
from tests.rectification.situations import case_in, standard, with_plan
from tests.rectification.work.rows import FAR, LI, WANG, at_work, mine, problem, task
from villages.accounts.choices import Role
from villages.trace.models import AuditEntry

HEADER = (
    "序号", "乡镇", "村", "类别", "认定情形", "存在问题", "整顿措施", "责任领导", "责任单位",
    "责任人", "完成时限", "进展情况", "是否完成", "是否验收", "是否销号", "备注",
)  # fmt: skip
LEDGER = "/cases/lists/ledger/"


def workbook(client: Any, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active


def test_the_ledger_is_the_countys_own_sheet(county_client) -> None:
    near, far = at_work(LI, failed_count=1), case_in(FAR, CaseStatus.CLOSED)
    for seq in (1, 2):
        task(near, problem(near, seq), seq=seq, measure=f"措施{seq}", progress_text="完成80%")
    task(near, near.problemitem_rows.get(seq=1), seq=3, measure="另一个办法")
    checked = {"status": "verified", "solved_on": "2026-08-01", "verified_on": "2026-08-02"}
    problem(far, 1, "班子", verified_by="周实", **checked)

    sheet = workbook(county_client, f"{LEDGER}?year=2026&format=xlsx")

    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "青原县软弱涣散(后进)村党组织整顿工作台账"
    assert rows[1][0] == "填报时间:2026.11.03"
    assert rows[2] == HEADER
    assert rows[3][:7] == (1, "东关街道", "李庄村", "软弱涣散", "土地", "土地纠纷第1件", "措施1")
    assert rows[3][12:15] == ("否", "验收不合格", "否")
    assert rows[3][15] == "另有措施:另一个办法(钱多)"
    assert rows[4][:6] == (None, None, None, None, "土地", "土地纠纷第2件")
    assert rows[5][0] == 2
    assert rows[5][12:15] == ("是", "验收合格", "是")
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {"A1:P1", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "N4:N5", "O4:O5"} == merged
    assert AuditEntry.objects.filter(action="list.exported").count() == 1


@pytest.mark.parametrize("kind", ["problems", "tasks", "duties", "ledger"])
def test_every_list_on_screen_and_paper(county_client, kind) -> None:
    case = with_plan(at_work())
    problem(case, 2, description="路灯不亮")

    page = county_client.get(f"/cases/lists/{kind}/").content.decode()
    paper = county_client.get(f"/cases/lists/{kind}/?format=print").content.decode()
    assert "李庄村" in page
    assert "李庄村" in paper
    assert "<form" not in paper
    if kind in ("problems", "ledger"):
        assert "路灯不亮" in page
        assert 'rowspan="2"' in paper
        assert "rowspan" not in page
    if kind == "duties":
        assert "李责" in paper


def test_a_list_of_one_case_and_of_a_township(county_client, township_client) -> None:
    near, far = with_plan(at_work(LI)), with_plan(at_work(FAR, listed_year=2025))

    only = county_client.get(f"{LEDGER}?case={far.uid}").content.decode().partition("<main")[2]
    assert "柳林镇李庄村党组织整顿工作台账" in only
    assert near.village.township.name not in only
    older = county_client.get(f"{LEDGER}?year=2025").content.decode().partition("<table")[2]
    assert far.village.township.name in older
    assert near.village.township.name not in older
    narrowed = county_client.get(f"{LEDGER}?year=2026&township={FAR[:9]}").content.decode()
    assert "没有可以列出的整顿" in narrowed
    assert township_client.get(f"{LEDGER}?case={far.uid}").status_code == 404
    assert township_client.get(f"{LEDGER}?case={near.uid}").status_code == 200
    assert county_client.get("/cases/lists/nothing/").status_code == 404


def test_restricted_situations_are_on_no_list(county_client) -> None:
    case = with_plan(at_work())
    secret = standard("999901").items.get(restricted=True)
    CaseSituation.objects.create(**mine(case), item=secret, facts="绝不能印出的话")

    for kind in ("problems", "tasks", "duties", "ledger"):
        for wanted in ("", "?format=print"):
            said = county_client.get(f"/cases/lists/{kind}/{wanted}").content.decode()
            assert "绝不能印出的话" not in said
            assert "宗族" not in said
    assert "宗族" not in county_client.get(f"/cases/letters/{case.uid}/").content.decode()


def test_candidates_and_withdrawn_cases_are_not_listed(county_client) -> None:
    case_in(LI, CaseStatus.SCREENING)
    case_in(WANG, CaseStatus.WITHDRAWN)

    assert "没有可以列出的整顿" in county_client.get(LEDGER).content.decode()


DATA = Path(__file__).parents[2] / "data/workbooks"


def brought_in(capsys: Any, file: Path) -> dict[str, Any]:
    capsys.readouterr()
    try:
        call_command("import_sheet", "cases", str(file), "--json")
    except SystemExit as end:
        assert end.code in (0, 2)
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def test_the_exported_ledger_comes_back_unchanged(db, capsys, tmp_path) -> None:
    call_command("import_sheet", "villages", str(DATA / "villages.xlsx"))
    first = brought_in(capsys, DATA / "cases.xlsx")
    client = signed_in(UserFactory(role=Role.COUNTY_STAFF, at="999901"))
    answer = client.get(f"{LEDGER}?year=2026&format=xlsx")
    file = tmp_path / "整顿台账.xlsx"
    file.write_bytes(b"".join(answer.streaming_content))

    again = brought_in(capsys, file)

    assert again["errors"] == []
    assert again["rows"] == first["rows"] == 60
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 60)
