"""Where a report stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportStatus(TextChoices):
    """Draft, reviewed, issued; an issued report never changes."""

    DRAFT = "draft", _("草稿")
    REVIEWED = "reviewed", _("已审核")
    ISSUED = "issued", _("已签发")
