"""What the village page shows of the county's own indicators."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import VillagePanel

PANELS = (VillagePanel("indicators", _("一表通指标"), 45, works_in_territory, "indicators:panel"),)
