"""What was done before a paper ledger closed a case may still be written down."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from rectification.choices import Origin
from rectification.ledgers.helpers import VISITS, WORKS
from rectification.models import CaseVisit, RectificationCase, WorkDone
from rectification.states import CaseStatus
from tests.rectification.situations import case_in
from tests.rectification.work.rows import LI, word, work
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.actions import remove_row, write_row

BEFORE, AFTER = date(2026, 10, 8), date(2026, 10, 10)
pytestmark = pytest.mark.usefixtures("county")


def closed(origin: Origin = Origin.LEDGER) -> RectificationCase:
    return case_in(LI, CaseStatus.CLOSED, origin=origin)


def told(of: RectificationCase, day: date, **more: Any) -> dict[str, Any]:
    return {"village": of.village, "kind": word(of, "work", "大棚"), "quantity": 3,
            "done_on": day, **more}  # fmt: skip


def test_a_work_before_the_closing_finds_the_case_that_the_paper_closed(people) -> None:
    case = closed()

    row = write_row(WORKS, values=told(case, BEFORE), by=people[Role.TOWNSHIP_CLERK])

    assert row.case == case


@pytest.mark.parametrize(
    ("origin", "day"), [(Origin.LEDGER, AFTER), (Origin.PORTAL, BEFORE), (Origin.PORTAL, AFTER)]
)
def test_what_came_later_or_was_closed_here_is_refused(people, origin: Origin, day: date) -> None:
    case = closed(origin)

    with pytest.raises(DomainError) as refused:
        write_row(WORKS, values=told(case, day, case=case), by=people[Role.TOWNSHIP_CLERK])

    assert "已销号" in str(refused.value.fields)


def test_an_open_case_comes_before_one_that_the_paper_closed(people) -> None:
    case = closed()
    RectificationCase.objects.filter(pk=case.pk).update(listed_year=2027)
    again = case_in(LI, CaseStatus.IN_PROGRESS, number="2026-090")

    row = write_row(WORKS, values=told(case, BEFORE), by=people[Role.TOWNSHIP_CLERK])

    assert row.case == again


def test_visits_follow_the_same_rule(people) -> None:
    case = closed()

    values = {"village": case.village, "visitor": "孙助", "on": BEFORE, "done": "入户走访"}
    write_row(VISITS, values=values, by=people[Role.TOWNSHIP_CLERK])

    assert CaseVisit.objects.get().case == case


def test_such_a_row_can_be_taken_away_again(people) -> None:
    row = work(closed(), "大棚", "3", done_on=BEFORE)

    remove_row(WORKS, row=row, version=1, reason="重复", by=people[Role.TOWNSHIP_CLERK])

    assert not WorkDone.objects.exists()


def test_the_county_s_own_sheet_of_works_comes_in(tmp_path: Path, capsys) -> None:
    case = closed()
    word(case, "work", "大棚")
    sheet = tmp_path / "works.csv"
    rows = ("乡镇,村,实事种类,数量,完成日期", "东关街道,李庄村,大棚,3,2026-10-08")
    sheet.write_text("\n".join(rows), encoding="utf-8")

    call_command("import_sheet", "works-done", str(sheet), "--json")

    assert json.loads(capsys.readouterr().out)["created"] == 1
    assert WorkDone.objects.get().case == case
