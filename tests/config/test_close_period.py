"""`manage.py close_period`."""

import pytest
from django.core.management import call_command

from villages.imports.models import FilingMonth
from villages.trace.models import AuditEntry


def _run(*words):
    try:
        call_command("close_period", *words)
    except SystemExit as end:
        return end.code
    return 0


def test_the_only_county_needs_no_option_and_twice_is_well(county):
    assert (_run("2026-10"), _run("2026-10")) == (0, 0)

    entry = AuditEntry.objects.get(action="month.closed")
    assert (entry.actor_name, entry.county_code) == ("命令行", "999901")


def test_several_counties_are_listed(county, other_county, capsys):
    assert _run("2026-10") == 2

    said = capsys.readouterr().err
    assert "999901 青原县" in said
    assert "999902 白水县" in said
    assert _run("2026-10", "--county", "999902") == 0


@pytest.mark.parametrize("words", [("2026-13",), ("2026-10", "--county", "110101")])
def test_an_unknown_period_or_county_is_a_wrong_call(county, words):
    assert _run(*words) == 2


def test_a_quarter_closes_month_by_month(county):
    assert _run("2026Q3") == 0

    months = FilingMonth.objects.exclude(closed_at=None).order_by("month")
    assert list(months.values_list("month", flat=True)) == [202607, 202608, 202609]


def test_a_month_that_is_not_over_is_refused(county, capsys):
    assert _run("2026-11") == 1
    assert "还没有结束" in capsys.readouterr().err
