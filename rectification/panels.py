"""What the page of a village shows of its cases."""

from django.utils.translation import gettext_lazy as _

from rectification.perms import may_see_cases
from villages.common.registries import VillagePanel

PANELS = (VillagePanel("cases", _("整顿"), 35, may_see_cases, "cases:panel"),)
