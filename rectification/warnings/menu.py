"""The area's entry of the side menu."""

from django.utils.translation import gettext_lazy as _

from rectification.warnings.perms import may_see_warnings
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "warnings", _("三色预警"), "warnings:centre", "traffic-lights", 35, may_see_warnings,
        group=_("整顿与督导"),
    ),
)  # fmt: skip
