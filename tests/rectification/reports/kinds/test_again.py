"""A month read anew says of its flows what its report would say."""

from rectification.reports.actions.making import make_report
from rectification.reports.kinds.again import month_again
from rectification.reports.topics.month_rows import FLOWS
from tests.rectification.reports.made import OCTOBER, filled
from tests.rectification.reports.topics.told_by import asked
from tests.rectification.situations import earned
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import HalfYear
from villages.models import County


def test_flows_are_those_of_the_months_report(county: County) -> None:
    filled(county)
    earned("999901001202", 50_000, 202609)
    earned("999901001202", 70_000)
    report = make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)

    found = month_again(asked(county, HalfYear(2026, 2)), OCTOBER)

    stated = {code: one.value for code, one in report.composed.by_code.items() if code in FLOWS}
    assert stated == {code: one.value for code, one in found.items() if code in FLOWS}
    assert {"income.month", "warnings.raised"} <= set(stated)
