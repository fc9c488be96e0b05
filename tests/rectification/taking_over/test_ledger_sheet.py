"""The county's paper ledger comes over whole, once, and can be taken back."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from rectification.models import CaseEvent, ProblemItem, RectificationCase, TaskItem
from rectification.states import CaseStatus

DATA = Path(__file__).parents[2] / "data/workbooks"
EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))["cases"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def _roster():
    call_command("import_sheet", "villages", str(DATA / "villages.xlsx"))


def taken_over(capsys, *words: str) -> dict:
    capsys.readouterr()
    try:
        call_command("import_sheet", "cases", str(DATA / "cases.xlsx"), "--json", *words)
    except SystemExit as end:
        assert end.code in (0, 2)
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("_roster")
def test_every_case_and_problem_of_the_ledger_is_there(capsys):
    said = taken_over(capsys)

    assert said["errors"] == []
    assert said["rows"] == EXPECTED["problems"] == ProblemItem.objects.count()
    assert RectificationCase.objects.filter(origin="ledger").count() == EXPECTED["total"]
    kinds = Counter(ProblemItem.objects.values_list("kind__name", flat=True))
    assert dict(kinds) == EXPECTED["problems_by_kind"]
    assert TaskItem.objects.filter(due_on=None).count() == 0
    assert CaseEvent.objects.filter(step="taken-over").count() == EXPECTED["total"]
    failed = RectificationCase.objects.filter(failed_count=1)
    assert failed
    told = CaseEvent.objects.filter(step="fail", from_status=CaseStatus.COUNTY_ACCEPTANCE)
    assert set(told.values_list("case", flat=True)) == set(failed.values_list("pk", flat=True))


@pytest.mark.usefixtures("_roster")
def test_words_about_acceptance_become_states(capsys):
    taken_over(capsys)

    cases = RectificationCase.objects
    passed = cases.filter(status__in=[CaseStatus.CLOSED, CaseStatus.COUNTY_ACCEPTANCE])
    failed = cases.filter(status=CaseStatus.IN_PROGRESS, failed_count=1)
    untouched = cases.filter(status=CaseStatus.IN_PROGRESS, failed_count=0)
    assert passed.count() == EXPECTED["status"]["验收合格"]
    assert failed.count() == EXPECTED["status"]["验收不合格"]
    assert untouched.count() == EXPECTED["status"]["未申请验收"]


@pytest.mark.usefixtures("_roster")
def test_the_same_sheet_again_changes_nothing(capsys):
    first = taken_over(capsys)
    again = taken_over(capsys)

    assert (first["created"], first["unchanged"]) == (EXPECTED["problems"], 0)
    assert (again["created"], again["updated"]) == (0, 0)
    assert again["unchanged"] == EXPECTED["problems"]
    assert CaseEvent.objects.filter(step="taken-over").count() == EXPECTED["total"]
