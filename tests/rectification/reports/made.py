"""Reports as situations: a closed October with something to tell."""

from rectification.reports.actions.making import make_report
from rectification.reports.actions.reviewing import review
from rectification.reports.models import Report
from rectification.warnings.actions.evaluating import evaluate
from tests import factories
from tests.rectification.situations import earned, person, sound
from tests.rectification.warnings.worlds import few_rules
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.periods import Month, Period
from villages.imports.actions.months import close_month
from villages.models import County

OCTOBER = Month(2026, 10)


def filled(county: County, period: Month = OCTOBER, *, closed: bool = True) -> County:
    """People, income, colours; the month is closed unless said otherwise."""
    few_rules(("W01", "W11", "W12", "W22"))
    sound("999901001200")
    person("999901001201", "director", name="赵某")
    earned("999901001201", 1_234_567)
    evaluate(by=COMMAND_LINE, county=county.code, month=period)
    if closed:
        close_month(by=COMMAND_LINE, county=county.code, month=period)
    return county


def staff(code: str = "999901") -> User:
    """A member of the organization department."""
    user: User = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=code)
    return user


def clerk(code: str = "999901001") -> User:
    """A township's clerk."""
    user: User = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code=code)
    return user


def drafted(county: County, period: Period = OCTOBER) -> Report:
    """The draft on the rows as they are."""
    return make_report(by=COMMAND_LINE, kind="monthly", period=period, county=county)


def reviewed(county: County, by: User) -> Report:
    """A reviewed draft."""
    return review(by=by, report=drafted(county), revision=None, reason="已核对")
