"""What every row of a case's file has."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.models.cases import RectificationCase
from rectification.querysets import CaseChildRows
from villages.ledgers.models import VillageRow


class CaseRow(VillageRow):
    """A row of a case's file. `village` is the case's own: lists and sums go by it."""

    case = models.ForeignKey(
        RectificationCase, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("整顿")
    )

    objects: ClassVar[Any] = CaseChildRows.as_manager()

    class Meta:
        abstract = True
