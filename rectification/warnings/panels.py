"""What the page of a village shows of its colours."""

from django.utils.translation import gettext_lazy as _

from rectification.warnings.perms import may_see_warnings
from villages.common.registries import VillagePanel

PANELS = (VillagePanel("warnings", _("三色预警"), 10, may_see_warnings, "warnings:panel"),)
