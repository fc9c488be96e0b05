"""Forms of a party organization."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BranchKind(TextChoices):
    """What a party organization of a village is."""

    BRANCH = "branch", _("党支部")
    GENERAL = "general", _("党总支")
    COMMITTEE = "committee", _("党委")
    JOINT = "joint", _("联合党支部")
