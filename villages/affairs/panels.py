"""What the village page shows of village facts."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import VillagePanel

PANELS = (VillagePanel("affairs", _("村情村务"), 40, works_in_territory, "affairs:panel"),)
