"""What every row of a ledger has."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.models import Village
from villages.querysets import DatedQuerySet, ScopedQuerySet, ScopePath


class CountyRows(ScopedQuerySet):
    """Rows of a county as a whole."""

    scope_path = ScopePath("county_code")


class VillageRows(ScopedQuerySet):
    """Rows about a village, seen by whoever covers it."""

    scope_path = ScopePath("county_code", "village__township__code", "village__code")


class DatedVillageRows(DatedQuerySet):
    """Rows about a village that hold from `valid_from` to `valid_to`."""

    scope_path = VillageRows.scope_path


class LedgerRow(models.Model):
    """A row of a county's ledger. `version` grows with every change and guards against lost ones.

    Who wrote what, and what stood there before, is in the trail.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    source = models.CharField(_("来源"), max_length=120, blank=True, default="")
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects: ClassVar[Any] = CountyRows.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """Its page, to which the trail leads; empty for rows of no ledger."""
        # Declarations name models; here the way goes back.
        from villages.ledgers.finding import row_url

        return row_url(self)


class VillageRow(LedgerRow):
    """A row about one village."""

    village = models.ForeignKey(Village, models.PROTECT, related_name="+", verbose_name=_("村"))

    objects: ClassVar[Any] = VillageRows.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True
