"""How a person keeps a list: questions under names, and the own settings without one."""

import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.lists.choices import DEFAULT_SIZE, PAGE_SIZES, Density
from villages.lists.querysets import SavedViewQuerySet


def new_uid() -> str:
    """128 random bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)


class SavedView(models.Model):
    """Filters, search, order and columns of one list: personal, or shared inside a county.

    It holds a question, never rows: whoever opens a shared view sees the rows of his own
    territory. `role` makes a shared view the first thing that people of this role see.
    The row without a name holds the person's own columns, density and page size: both kinds
    stand in one table because every page of a list needs both, in one statement.
    `columns` are the keys of the shown columns in their order; empty means as declared, and
    keys that a list no longer has are passed over.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("创建人")
    )
    list_key = models.CharField(_("列表"), max_length=40)
    path = models.CharField(_("页面地址"), max_length=200, blank=True, default="")
    name = models.CharField(_("视图名称"), max_length=30, blank=True, default="")
    query = models.CharField(_("查询条件"), max_length=2000, blank=True, default="")
    columns = models.JSONField(_("显示的列"), default=list, blank=True)
    density = models.CharField(
        _("行距"), max_length=8, choices=Density.choices, default=Density.COMPACT
    )
    page_size = models.PositiveSmallIntegerField(_("每页行数"), default=DEFAULT_SIZE)
    county_code = models.CharField(_("共享给县"), max_length=6, blank=True, default="")
    role = models.CharField(_("默认给角色"), max_length=20, blank=True, default="")

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("保存的视图")
        verbose_name_plural = _("保存的视图")
        ordering = ["id"]
        indexes = [models.Index(fields=["list_key", "county_code"], name="saved_view_by_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "list_key", "name"],
                name="saved_view_name_once",
                violation_error_message=_("这个列表已有同名视图,请换一个名称。"),
            ),
            models.UniqueConstraint(
                fields=["list_key", "county_code", "role"],
                condition=~Q(role=""),
                name="saved_view_one_default",
                violation_error_message=_("这个角色在本县已有默认视图。"),
            ),
            models.CheckConstraint(
                condition=~Q(name="") | Q(query="", county_code="", role=""),
                name="saved_view_settings_own",
                violation_error_message=_("列表设置不能带查询条件,也不能共享。"),
            ),
            models.CheckConstraint(
                condition=Q(page_size__in=PAGE_SIZES),
                name="saved_view_size_known",
                violation_error_message=_("每页行数只能是 20、50、100 或 200。"),
            ),
            models.CheckConstraint(
                condition=Q(density__in=Density.values),
                name="saved_view_density_known",
                violation_error_message=_("行距不在清单中。"),
            ),
            models.CheckConstraint(
                condition=Q(role="") | ~Q(county_code=""),
                name="saved_view_default_shared",
                violation_error_message=_("只有共享的视图才能设为角色默认。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_shared(self) -> bool:
        """Whether colleagues in the county see it."""
        return bool(self.county_code)

    @property
    def role_label(self) -> str:
        """The word for the role whose first view it is."""
        labels = dict(get_user_model()._meta.get_field("role").flatchoices)
        return str(labels.get(self.role, ""))

    def belongs_to(self, user: Any) -> bool:
        """Whether this person may change it."""
        return self.owner_id == getattr(user, "pk", None)
