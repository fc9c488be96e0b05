"""What the county's own indicators say reaches the rules, and the colour, in two queries."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.warnings.actions.evaluating import evaluate
from rectification.warnings.facts import collect
from rectification.warnings.judging import replay
from rectification.warnings.models import RuleSet, RuleVersion, VillageWarning
from rectification.warnings.rules import VillageFacts
from rectification.warnings.sentences import reason
from tests.villages.indicators.factories import draft, in_force, said, share_in_force
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.indicators.choices import IndicatorState
from villages.indicators.figures.series import series
from villages.models import County

COUNTY, OCTOBER = "999901", Month(2026, 10)
A, B, C = "999901001200", "999901001201", "999901001202"
END = date(2026, 10, 31)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-03")


def found(stem: str, on: date = END) -> Any:
    return series(Scope.of([COUNTY]), COUNTY, [stem], on).get(stem)


def own(at: str, *keys: str) -> dict[str, Any]:
    rows = collect(COUNTY, OCTOBER, keys)
    return dict(next(one.facts.own for one in rows if one.code == at))


def test_whole_periods_newest_first_and_gaps_as_gaps(county: County):
    one = in_force(rhythm="quarter", begun_on=date(2026, 2, 1))
    row = said(one, A, "2026Q3", 12)
    said(one, A, "2026Q1", "3.5")
    said(one, A, "2026Q4", 99)  # still running: no whole period

    told = found("flush-toilets")

    assert [span.code for span in told.spans] == ["2026Q3", "2026Q2", "2026Q1"]
    assert [str(value) for value in told.of(row.village_id)] == ["12", "None", "7/2"]
    assert told.days == 31


def test_shares_are_exact_and_answers_are_numbers(county: County):
    share = share_in_force()
    row = said(share, A, "2026-10", 1, 3)
    yes = in_force(slug="square", name="广场", kind="yes-no", unit="", rhythm="month")
    said(yes, A, "2026-09", is_yes=True)
    said(yes, A, "2026-10", is_yes=False)

    assert str(found("cover").of(row.village_id)[0]) == "100/3"
    assert [str(one) for one in found("square").of(row.village_id)[:2]] == ["0", "1"]


def test_as_of_days_are_those_that_anybody_was_asked(county: County):
    one = in_force(rhythm="as-of")
    row = said(one, A, "2026-06-30", 5)
    said(one, B, "2026-09-30", 7)

    told = found("flush-toilets")

    assert [span.code for span in told.spans] == ["2026-09-30", "2026-06-30"]
    assert [one and int(one) for one in told.of(row.village_id)] == [None, 5]


def test_editions_go_on_and_ended_ones_are_silent(county: County):
    first = in_force(
        rhythm="month", state=IndicatorState.ENDED, ended_on=date(2026, 6, 1), end_reason="修订"
    )  # fmt: skip
    row = said(first, A, "2026-05", 4)
    assert found("flush-toilets") is None

    second = in_force(
        rhythm="month", begun_on=date(2026, 6, 1), stem="flush-toilets", slug="flush-toilets-v2",
        edition=2,
    )  # fmt: skip
    said(second, A, "2026-10", 6)
    numbers = [one and int(one) for one in found("flush-toilets").of(row.village_id)]

    assert (numbers[0], numbers[5]) == (6, 4)
    assert found("flush-toilets", date(2028, 1, 1)) is None  # past its sunset


def test_drafts_and_foreign_values_say_nothing(county: County, other_county: County):
    draft(slug="planned", name="还没有生效")

    assert found("planned") is None
    assert own(A, "planned") == {}


def test_facts_hold_values_days_and_places(county: County):
    one = in_force(rhythm="month")
    for code, value in ((A, 1), (B, 1), (C, 3)):
        said(one, code, "2026-10", value)

    told = own(A, "flush-toilets")["flush-toilets"]

    assert (told["h"][:2], told["d"], told["r"][0]) == (["1", None], 0, [0, 1, 3])
    assert own(C, "flush-toilets")["flush-toilets"]["r"][0] == [2, 0, 3]
    silent = own("999901101200", "flush-toilets")["flush-toilets"]
    assert (silent["h"][0], silent["r"][0]) == (None, [0, 0, 0])
    assert VillageFacts.from_json(VillageFacts(10, own={"x": told}).to_json()).own["x"] == told


def test_places_of_fields_need_no_indicator(county: County):
    told = own(A, "fact:members")

    assert told["fact:members"]["r"][0][2] in (0, 5)


def test_two_more_queries_whatever_the_number_of_indicators(county: County):
    for number in range(4):
        one = in_force(slug=f"one-{number}", name=f"指标{number}", rhythm="month")
        said(one, A, "2026-10", number)
    collect(COUNTY, OCTOBER)  # parameters are remembered from here on
    with CaptureQueriesContext(connection) as plain:
        collect(COUNTY, OCTOBER)
    with CaptureQueriesContext(connection) as more:
        collect(COUNTY, OCTOBER, ["one-0", "one-1", "one-2", "one-3", "fact:members"])

    assert len(more) - len(plain) == 2


def test_a_declared_rule_colours_a_village_and_replays(county: County):
    one = share_in_force()
    said(one, A, "2026-10", 59, 100)
    said(one, B, "2026-10", 90, 100)
    row = RuleSet.objects.create(
        county_code=COUNTY, name="县规则", effective_from=date(2026, 10, 1), basis="文件"
    )
    RuleVersion.objects.create(rule_set=row, code="Z01", declared={
        "title": "参保率", "category": "masses", "basis": "文件。", "kind": "threshold",
        "indicator": "cover", "unit": "%", "side": "<", "yellow": 80, "red": 60,
    })  # fmt: skip

    evaluate(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)
    again = evaluate(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)

    stored = {one.village.code: one for one in VillageWarning.objects.select_related("village")}
    assert [stored[code].colour for code in (A, B, C)] == ["red", "green", "grey"]
    (why,) = stored[A].reasons
    assert reason(why, {"Z01": "参保率"}) == "参保率:59%,低于 60%"
    assert again.rows_written == 0
    assert all(replay(one) == (one.colour, one.reasons) for one in stored.values())
