"""What rows of a unit's part have in common."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models.units import OrderUnit
from rectification.supervision.querysets import PartRows
from villages.ledgers.models import LedgerRow


class PartRow(LedgerRow):
    """A row of one unit's part of an order."""

    unit = models.ForeignKey(
        OrderUnit, models.PROTECT, related_name="%(class)ss", verbose_name=_("承办")
    )

    objects: ClassVar[Any] = PartRows.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True

    @property
    def place_code(self) -> str:
        """The unit whose people keep this row: the order's house."""
        return self.unit.place_code
