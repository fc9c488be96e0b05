"""The menu entry of the indicator dictionary."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "indicators", _("一表通指标"), "indicators:hub", "list-details", 46, works_in_territory,
        group=_("台账"),
    ),
)  # fmt: skip
