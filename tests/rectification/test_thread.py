"""From sheet to paper on a county's own workbooks: every figure as expected, to the fen."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from rectification.reports.models import Report
from rectification.warnings.judging import replay
from rectification.warnings.models import VillageWarning
from tests import factories
from tests.sheets import WORKBOOKS, bring
from villages.accounts.choices import Role
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.jobs.tasks import run_job
from villages.models import County

EXPECTED: dict[str, Any] = json.loads((WORKBOOKS / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def imported(db: None) -> County:
    """An empty database, then three workbooks."""
    answers = [
        bring("villages", WORKBOOKS / "villages.xlsx"),
        bring("cadres", WORKBOOKS / "cadres.xlsx"),
        bring("income", WORKBOOKS / "income_2026-10.xlsx"),
    ]
    assert [(one.created, one.errors, one.saved) for one in answers] == [
        (216, [], True), (1497, [], True), (216, [], True),
    ]  # fmt: skip
    return County.objects.get()


def _run(*command: str) -> dict[str, Any]:
    out = StringIO()
    call_command(*command, "--json", stdout=out)
    return json.loads(out.getvalue())  # type: ignore[no-any-return]


def expected_figures() -> dict[str, Any]:
    income = EXPECTED["income_2026_10_ytd_yuan"]
    return {
        **{key: EXPECTED[key] for key in ("townships", "villages", "households", "population")},
        "members": EXPECTED["members"],
        **{f"cadres.{key}": value for key, value in EXPECTED["cadres"].items()},
        "income.total": income["total"],
        "income.operating_type": income["operating_type"],
        **{f"tier.{tier}": count for tier, count in income["tiers"].items()},
    }


def test_figures_of_the_report_are_those_of_the_sheets(imported: County) -> None:
    _run("evaluate_warnings", "2026-10")

    told = _run("make_report", "monthly", "2026-10")

    figures = {one["code"]: one["value"] for one in told["figures"]}
    expected = expected_figures()
    assert {code: figures[code] for code in expected} == expected
    assert list(told) == [
        "id", "kind", "period", "version", "status", "sha256", "files", "figures", "missing",
    ]  # fmt: skip
    assert len(figures) >= 20
    assert not {one["figure"] for one in told["missing"]} & set(expected)


def test_every_colour_has_a_receipt_that_replays(imported: County) -> None:
    first, second = _run("evaluate_warnings", "2026-10"), _run("evaluate_warnings", "2026-10")

    assert list(first) == [
        "period", "villages", "red", "yellow", "green", "grey", "rows_written", "digest",
    ]  # fmt: skip
    assert (first["villages"], first["rows_written"], second["rows_written"]) == (216, 216, 0)
    assert sum(first[colour] for colour in ("red", "yellow", "green", "grey")) == 216
    assert first["digest"] == second["digest"]
    stored = VillageWarning.objects.select_related("rule_set")
    assert all(replay(one) == (one.colour, one.reasons) for one in stored)


def test_command_and_job_make_the_same_report(imported: County, tmp_path: Path) -> None:
    staff = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=imported.code)
    place = {"county": imported.code, "period": "2026-10"}
    judged = request_job(
        by=staff, kind="warnings.evaluate", key="evaluate:2026-10", title="评估", **place
    )
    run_job(judged.uid)
    made = request_job(
        by=staff, kind="reports.make", key="report:2026-10", title="月调度",
        args={"kind": "monthly"}, **place,
    )  # fmt: skip
    run_job(made.uid)

    told = _run("make_report", "monthly", "2026-10", "--out", str(tmp_path))

    states = set(Job.objects.values_list("state", "error"))
    assert states == {("done", "")}
    result = Job.objects.get(pk=made.pk).result
    assert {key: told[key] for key in result} == result
    assert Report.objects.count() == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        one["name"] for one in told["files"]
    )


def test_the_whole_county_takes_a_fixed_number_of_queries(
    imported: County, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(95):
        _run("evaluate_warnings", "2026-10")
    with django_assert_max_num_queries(60):
        _run("make_report", "monthly", "2026-10")


def test_planted_errors_are_found_cell_by_cell(imported: County) -> None:
    answer = bring("income", WORKBOOKS / "income_with_errors.xlsx", period="2026-09")

    found = [{"row": one["row"], "column": one["column"], "kind": one["code"]}
             for one in answer.errors]  # fmt: skip
    assert found == EXPECTED["planted_errors"]
    assert not answer.saved


def test_two_counties_need_a_name(imported: County, capsys: pytest.CaptureFixture[str]) -> None:
    factories.CountyFactory(code="999902", name="白水县")

    for command in (("evaluate_warnings", "2026-10"), ("make_report", "monthly", "2026-10")):
        with pytest.raises(SystemExit) as stopped:
            _run(*command)
        assert stopped.value.code == 2
    assert "999902 白水县" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ("evaluate_warnings", "2026Q4"),
        ("evaluate_warnings", "昨天"),
        ("make_report", "weekly", "2026"),
        ("make_report", "monthly", "2026Q3"),
    ],
)
def test_a_wrong_order_ends_with_two(
    county: County, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(*command)

    assert stopped.value.code == 2
    assert capsys.readouterr().err
