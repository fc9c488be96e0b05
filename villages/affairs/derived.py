"""What the affairs ledgers know of a village's month, so that no form asks it."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from villages.affairs.choices import DisclosureKind
from villages.affairs.models import Disclosure
from villages.common.periods import Month
from villages.filings.declaring import Derived


def derived(villages: Sequence[int], month: Month) -> Mapping[int, Sequence[Derived]]:
    """When the finances of the last whole quarter were disclosed. One query."""
    quarter = month.next().quarter.previous()
    rows = Disclosure.objects.filter(
        village__in=villages, kind=DisclosureKind.FINANCE, period=quarter.code
    )
    days = dict(rows.values_list("village_id", "published_on"))
    label = _("%s财务公开") % quarter.label
    return {
        village: [
            Derived(label, str(days[village]) if village in days else _("未登记"), _("公开台账"))
        ]
        for village in villages
    }
