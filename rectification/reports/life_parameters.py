"""What a county decides about issuing: dated rows."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare, value

TWO_PEOPLE = declare(
    "reports.two_people", _("报告:审核和签发由两人办理"), 0, unit=_("0否1是"), low=0, high=1,
    help=_("填 1 时,审核人不能签发同一份报告。"),
)  # fmt: skip


def two_people(county: str, on: date) -> bool:
    """Whether another person than the reviewer issues."""
    return bool(value(TWO_PEOPLE.key, on=on, county=county))
