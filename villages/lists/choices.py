"""How a list may look."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

PAGE_SIZES = (20, 50, 100, 200)
DEFAULT_SIZE = 50


class Density(TextChoices):
    """How much air is between the lines."""

    COMPACT = "compact", _("紧凑")
    NORMAL = "normal", _("宽松")
