"""The menu entry of village facts."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "affairs", _("村情村务"), "affairs:hub", "messages", 45, works_in_territory,
        group=_("台账"),
    ),
)  # fmt: skip
