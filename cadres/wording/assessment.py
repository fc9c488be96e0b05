"""Words of the ten-point assessment."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Band(TextChoices):
    """Where a total lies; teams are not ranked."""

    GOOD = "good", _("好")
    FAIR = "fair", _("较好")
    LOW = "low", _("需改进")
