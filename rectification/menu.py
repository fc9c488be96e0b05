"""The area's entry of the side menu."""

from django.utils.translation import gettext_lazy as _

from rectification.perms import may_see_cases
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "cases", _("整顿"), "cases:hub", "clipboard-check", 36, may_see_cases,
        group=_("整顿与督导"),
    ),
)  # fmt: skip
