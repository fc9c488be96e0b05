"""What supervision announces."""

from django.utils.translation import gettext_lazy as _

from rectification.supervision.announcing import Announcement

ORDER_ISSUED = Announcement("order.issued", _("督办单已签发"))
ORDER_OVERDUE = Announcement("order.overdue", _("督办单逾期"))
NOTICE_PUBLISHED = Announcement("notice.published", _("通知"))
NOTICE_WITHDRAWN = Announcement("notice.withdrawn", _("通知已撤回"))
ANNOUNCEMENTS = (ORDER_ISSUED, ORDER_OVERDUE, NOTICE_PUBLISHED, NOTICE_WITHDRAWN)
