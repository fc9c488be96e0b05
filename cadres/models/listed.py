"""Rows of the lists that a county keeps itself: dated, ordered, never changed once used."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.common.scope import Scope
from villages.ledgers.constraints import filled, in_order, once
from villages.ledgers.models import CountyRows, LedgerRow
from villages.querysets import DatedQuerySet


def county_wide(rows: Any, inside: Any, scope: Scope | None) -> Any:
    """`inside`, and rows of every county in which the territory lies."""
    if not scope or scope.everything:
        return inside
    counties = {code[:6] for code in scope.codes if len(code) >= 6}
    return inside | rows.filter(county_code__in=counties)


class CountyWideRows(CountyRows):
    """Rows that whoever works anywhere in the county reads."""

    def in_scope(self, scope: Scope | None) -> Self:
        """Rows of every county that the territory covers or lies in."""
        return county_wide(self, super().in_scope(scope), scope)  # type: ignore[no-any-return]


class ListRows(DatedQuerySet):
    """Rows of a county's list; `on(day)` are those in force, read by the whole county."""

    scope_path = CountyRows.scope_path

    def in_scope(self, scope: Scope | None) -> Self:
        """Rows of every county that the territory covers or lies in."""
        return county_wide(self, super().in_scope(scope), scope)  # type: ignore[no-any-return]


class ListRow(LedgerRow):
    """One entry of a county's list, in force from `valid_from` to `valid_to`.

    A new wording is a new row: what was judged by the old one keeps pointing at it.
    """

    position = models.PositiveSmallIntegerField(_("顺序"), default=1)
    name = models.CharField(_("名称"), max_length=120)
    valid_from = models.DateField(_("启用日期"))
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects: ClassVar[Any] = ListRows.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True
        ordering = ["position", "id"]
        constraints = [
            once(
                "%(class)s_name_once",
                "county_code",
                "name",
                where=Q(valid_to=None),
                message=_("清单里已有这个名称,请先停用原来的一条。"),
            ),
            in_order(
                "%(class)s_days_order", "valid_from", "valid_to", _("停用日期不能早于启用日期。")
            ),
            filled("%(class)s_has_name", "name", _("名称不能为空。")),
        ]

    def __str__(self) -> str:
        return self.name
