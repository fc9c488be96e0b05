"""What reports announce."""

from django.utils.translation import gettext_lazy as _

from rectification.supervision.announcing import Announcement

MADE = Announcement("report.made", _("报告草稿已生成"))
ISSUED = Announcement("report.issued", _("报告已签发"))
CORRECTED = Announcement("report.corrected", _("报告已更正"))
ANNOUNCEMENTS = (MADE, ISSUED, CORRECTED)
