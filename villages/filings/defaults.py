"""The form that a county begins with."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.filings.models import FormLine, ReportForm
from villages.trace.record import record

# Twelve inputs; everything else that a month needs is known to a ledger already.
ASKED = (
    "economy.operating", "economy.investment", "economy.subsidy", "economy.other",
    "branches.committee_day", "branches.assembly_day", "branches.class_day", "branches.theme_day",
    "affairs.petitions_first", "affairs.petitions_collective", "affairs.petitions_unresolved",
    "cadres.resident_days",
)  # fmt: skip
# A form ends by itself when nobody renews it.
_YEARS = 3


@transaction.atomic
def install_default_form(
    *, county: str, on: date, by: Any, number: str = "", basis: str = ""
) -> ReportForm | None:
    """Registers the monthly form from a day on, if the county has no form yet; else None."""
    if ReportForm.objects.in_county(county).exists():
        return None
    form = ReportForm.objects.create(
        county_code=county, number=number or _("组表%d-01") % on.year, title=_("村级月度填报表"),
        owner=_("县委组织部"), basis=basis or _("《整治形式主义为基层减负若干规定》(2024年)"),
        valid_from=on, valid_to=date(on.year + _YEARS, 12, 31),
    )  # fmt: skip
    FormLine.objects.bulk_create(
        FormLine(
            form=form, county_code=county, input_key=key, position=place, valid_from=on,
            reason=_("系统默认"),
        )
        for place, key in enumerate(ASKED, start=1)
    )  # fmt: skip
    record("form.registered", form, by=by, after={"number": form.number, "valid_to": form.valid_to})
    return form
