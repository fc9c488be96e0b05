"""Main figures beside those of earlier reports, as these said them."""

from dataclasses import replace
from typing import Any

from rectification.reports.actions.making import make_report
from rectification.reports.asked import Asked
from rectification.reports.kinds.composing import compose
from rectification.reports.kinds.monthly import PLAN
from rectification.reports.models import Report
from rectification.reports.topics.compared import tell
from tests.rectification.reports.topics.told_by import OCTOBER, asked, assert_sound, report, values
from tests.rectification.situations import earned, person, sound
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.models import County

SEPTEMBER, YEAR_BEFORE = Month(2026, 9), Month(2025, 10)


def _made(county: County, period: Month) -> Report:
    return make_report(by=COMMAND_LINE, kind="monthly", period=period, county=county)


def _content(one: Asked) -> Any:
    return compose("monthly", PLAN, one, lambda *_stage: None)


def test_numbers_of_the_report_before_stand_beside_those_of_now(county: County) -> None:
    sound("999901001200")
    _made(county, SEPTEMBER)
    _made(county, YEAR_BEFORE)
    person("999901001201", "director", "secretary", name="赵某")

    content = _content(asked(county))

    found, code = values(content), "cadres.serving"
    assert found[f"{code}.before"] == asked(county).before.figure(code).value  # type: ignore[union-attr]
    assert found[f"{code}.before.change"] == found[code] - found[f"{code}.before"]
    assert found[f"{code}.year.change"] == found[code] - found[f"{code}.year"]
    row = next(row for row in content.table("compared").rows if row[0] == "在任村干部（人）")
    assert row[1:4] == tuple(
        str(found[f"{code}{end}"]) for end in ("", ".before", ".before.change")
    )
    assert_sound(replace(content, figures=tuple(one for one in content.figures if one.formula)))


def test_what_the_earlier_report_said_stays_when_rows_change(county: County) -> None:
    sound("999901001200")
    before = _made(county, SEPTEMBER).said.figure("cadres.serving").value
    one = person("999901001201", "director", name="赵某")
    one.tenures.update(started_on="2020-01-01")

    content = _content(asked(county))

    assert values(content)["cadres.serving.before"] == before
    assert values(content)["cadres.serving.before.change"] == 1


def test_without_earlier_reports_only_stored_numbers_are_compared(county: County) -> None:
    earned("999901001200", 100)

    content = _content(asked(county))

    assert "cadres.serving.before" not in content.by_code
    assert content.base_of["before"].rows == ()


def test_the_comparable_villages_stand_in_the_table(county: County) -> None:
    earned("999901001200", 300_00)
    earned("999901001201", 500_00)
    earned("999901001200", 200_00, month=202510)

    table = _content(asked(county)).table("compared")

    row = next(row for row in table.rows if row[0] == "可比村（个）")
    assert row[table.headers.index("上年同期")] == "1"
    assert "可比村" in table.note


def test_alone_it_says_nothing(county: County) -> None:
    content = report(county, tell, period=OCTOBER)

    assert content.tables == ()
