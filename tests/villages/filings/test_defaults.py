"""The form that a county begins with."""

from datetime import date

from villages.accounts.models import User
from villages.common.periods import Month
from villages.filings.declaring import inputs
from villages.filings.defaults import ASKED, install_default_form
from villages.filings.figures.sheet import asked
from villages.filings.models import FormLine, ReportForm
from villages.models import County
from villages.parameters import value


def test_it_asks_twelve_inputs_that_apps_own(county: County, people: dict[str, User]) -> None:
    form = install_default_form(county=county.code, on=date(2026, 1, 1), by=people["county_staff"])

    assert form is not None
    assert tuple(one.key for one in asked(county.code, date(2026, 10, 31))) == ASKED
    most = value("filing.most_inputs", on=date(2026, 10, 31), county=county.code)
    assert len(ASKED) <= most == 12
    assert all(inputs()[key].definition and inputs()[key].basis for key in ASKED)
    assert form.valid_to == date(2029, 12, 31)


def test_nothing_is_asked_before_it_or_in_another_county(
    county: County, other_county: County, people: dict[str, User]
) -> None:
    install_default_form(county=county.code, on=date(2026, 1, 1), by=people["county_staff"])

    assert asked(county.code, Month(2025, 12).end) == ()
    assert asked(other_county.code, Month(2026, 10).end) == ()


def test_a_county_with_a_form_of_its_own_keeps_it(
    county: County, people: dict[str, User]
) -> None:  # fmt: skip
    install_default_form(county=county.code, on=date(2026, 1, 1), by=people["county_staff"])

    again = install_default_form(
        county=county.code, on=date(2026, 5, 1), by=people["county_staff"]
    )  # fmt: skip

    assert again is None
    assert ReportForm.objects.count() == 1
    assert FormLine.objects.count() == len(ASKED)
