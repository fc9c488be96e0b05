"""The three colours, and grey for what nobody can judge."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Colour(TextChoices):
    """The colour of a village in a month."""

    RED = "red", _("红")
    YELLOW = "yellow", _("黄")
    GREEN = "green", _("绿")
    GREY = "grey", _("未评")
