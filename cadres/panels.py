"""What the page of a village shows of its cadres."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import VillagePanel

PANELS = (
    VillagePanel("cadres", _("村班子"), 20, works_in_territory, "cadres:panel"),
    VillagePanel("stationed", _("驻村与帮扶"), 25, works_in_territory, "cadres:stationed_panel"),
)
