"""What the village page and the first page show of filings."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_for_county
from villages.common.registries import HomePanel, VillagePanel
from villages.filings.perms import may_see_filings

PANELS = (VillagePanel("filings", _("月度填报"), 80, may_see_filings, "filings:panel"),)
HOME = (HomePanel("burden", _("填报负担"), 50, works_for_county, "filings:burden_panel"),)
