"""What colours add to the chance of a village to be inspected."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from rectification.supervision.risk_sources import Reason, RiskSource
from rectification.warnings.choices import Colour
from rectification.warnings.models import VillageWarning
from villages import parameters
from villages.common.periods import Month

_KEYS = {Colour.RED: "supervision.risk_red", Colour.YELLOW: "supervision.risk_yellow"}


def colour_risks(county: str, on: date) -> Mapping[int, Reason]:
    """Red and yellow villages of the newest month that was judged by this day. Two queries."""
    rows = VillageWarning.objects.in_county(county).filter(month__lte=Month.of(on).number)
    newest = rows.order_by("-month").values_list("month", flat=True).first()
    if newest is None:
        return {}
    stated = rows.filter(month=newest, colour__in=_KEYS).values_list("village_id", "colour")
    return {
        village: (
            int(parameters.value(_KEYS[Colour(colour)], on=on, county=county)),
            _("%(month)s预警为%(colour)s")
            % {"month": Month.from_number(newest).label, "colour": Colour(colour).label},
        )
        for village, colour in stated
    }


RISKS = (RiskSource("warnings", colour_risks),)
