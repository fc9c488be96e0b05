"""The part of the village page about party organizations."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import VillagePanel

PANELS = (
    VillagePanel("branches", _("党组织"), 20, works_in_territory, "branches:panel"),
    VillagePanel("standing", _("评定与联建"), 21, works_in_territory, "branches:standing"),
)
