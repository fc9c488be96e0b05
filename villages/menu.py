"""The ground's own entries of the side menu."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_run_system, works_in_territory
from villages.common.registries import MenuItem


def _has_several_counties(user: Any) -> bool:
    scope = user.territory
    wide = scope.everything or bool(scope.wide())
    several = wide or len({code[:6] for code in scope.codes}) > 1
    return several and (works_in_territory(user) or may_run_system(user))


MENU = (
    MenuItem("home", _("首页待办"), "home", "home", 0, lambda user: True, phone_order=0),
    MenuItem(
        "villages", _("村列表"), "villages:villages", "map-pin", 20, works_in_territory,
        group=_("村和乡镇"), phone_order=2,
    ),
    MenuItem(
        "townships", _("乡镇"), "villages:townships", "building-community", 21,
        works_in_territory, group=_("村和乡镇"),
    ),
    MenuItem(
        "changes", _("区划变更"), "villages:changes", "history", 22, works_in_territory,
        group=_("村和乡镇"),
    ),
    MenuItem(
        "counties", _("县列表"), "villages:counties", "building", 23, _has_several_counties,
        group=_("村和乡镇"),
    ),
    MenuItem(
        "calendar", _("工作日历"), "villages:calendar_now", "calendar", 89, may_run_system,
        group=_("系统管理"),
    ),
    MenuItem(
        "parameters", _("参数"), "villages:parameters", "adjustments", 90, may_run_system,
    ),
)  # fmt: skip
