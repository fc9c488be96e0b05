"""The part of the village page about collective economy."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import VillagePanel

PANELS = (
    VillagePanel("economy", _("集体经济"), 30, works_in_territory, "collective_economy:panel"),
)
