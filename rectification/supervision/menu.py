"""The area's entries of the side menu."""

from django.utils.translation import gettext_lazy as _

from rectification.supervision.notice_perms import may_see_notices
from rectification.supervision.perms import may_keep_day_list, may_see_orders, may_see_voices
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "orders", _("督办"), "supervision:hub", "send", 37, may_see_orders,
        group=_("整顿与督导"), phone_order=5,
    ),
    MenuItem(
        "voices", _("反映和建议"), "supervision:voices", "messages", 38, may_see_voices,
        group=_("整顿与督导"),
    ),
    MenuItem(
        "notices", _("通知"), "supervision:inbox", "inbox", 36, may_see_notices,
        group=_("整顿与督导"),
    ),
    MenuItem(
        "day", _("日清单"), "supervision:day", "calendar-event", 39, may_keep_day_list,
        group=_("整顿与督导"),
    ),
)  # fmt: skip
