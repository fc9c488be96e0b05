"""What warnings announce."""

from django.utils.translation import gettext_lazy as _

from rectification.supervision.announcing import Announcement

RAISED = Announcement("warnings.raised", _("新增或加重的三色预警"))
LOWERED = Announcement("warnings.lowered", _("降级的三色预警"))
ANNOUNCEMENTS = (RAISED, LOWERED)
