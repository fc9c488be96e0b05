"""A person (or a service account) that signs in."""

from datetime import date
from functools import cached_property
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import ADMIN_ROLES, Role
from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.common.scope import Scope
from villages.querysets import ScopedQuerySet


class UserQuerySet(ScopedQuerySet):
    """People."""

    def visible_to(self, user: Any) -> Self:
        """Security administrators see people who act inside their territory; others themselves."""
        if getattr(user, "role", "") != Role.SECURITY_ADMIN:
            return self.filter(pk=getattr(user, "pk", None))
        return self.filter(self._inside(user.territory) | Q(pk=user.pk))

    def inside(self, scope: Scope) -> Self:
        """People whose home lies in a territory."""
        return self.filter(self._inside(scope))

    def colleagues_of(self, user: Any) -> Self:
        """Active people of the same county who do its work: no administrators, no interfaces."""
        barred = ADMIN_ROLES | {Role.API_CLIENT}
        county = user.home_code[:6] or "-"
        rows = self.active().filter(home_code__startswith=county).exclude(role__in=barred)
        return rows.exclude(pk=user.pk)

    def _inside(self, scope: Scope) -> Q:
        if scope.everything:
            return Q()
        inside = Q(pk__in=[])
        for code in scope.codes:
            inside |= Q(home_code__startswith=code)
        return inside

    def active(self) -> Self:
        """Those who may sign in."""
        return self.filter(is_active=True)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Creates people; used by actions, the wizard and tests."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """A person with a hashed password; without one the account cannot sign in."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user  # type: ignore[no-any-return]


class User(AbstractBaseUser):  # type: ignore[django-manager-missing]
    """A person with one role and dated jurisdictions.

    `home_code` is the widest unit the person belongs to (county of a department, the township,
    the village): it places the account itself. `acting_for` is set per request while somebody
    stands in for an absent colleague; then role and territory are the colleague's and the
    trail names both.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    username = models.CharField(
        _("用户名"),
        max_length=40,
        unique=True,
        error_messages={"unique": _("这个用户名已被使用。")},
    )
    name = models.CharField(_("姓名"), max_length=40)
    role = models.CharField(_("角色"), max_length=20, choices=Role.choices)
    unit_name = models.CharField(_("单位"), max_length=60, blank=True, default="")
    home_code = models.CharField(_("所属区划"), max_length=12, blank=True, default="")
    is_active = models.BooleanField(_("启用"), default=True)
    must_change_password = models.BooleanField(_("须修改密码"), default=True)
    password_changed_at = models.DateTimeField(_("密码修改时间"), null=True, blank=True)
    current_county_code = models.CharField(_("当前县"), max_length=6, blank=True, default="")
    previous_sign_in_at = models.DateTimeField(_("上次登录时间"), null=True, blank=True)
    previous_sign_in_from = models.CharField(
        _("上次登录地址"), max_length=45, blank=True, default=""
    )
    last_sign_in_from = models.CharField(_("本次登录地址"), max_length=45, blank=True, default="")
    is_demo = models.BooleanField(_("演示账号"), default=False)
    shortcuts_on = models.BooleanField(_("启用快捷键"), default=True)
    created_at = models.DateTimeField(_("创建时间"), default=clock.instant)
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects = UserManager()
    acting_for: "User | None" = None
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("用户")
        verbose_name_plural = _("用户")
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="user_role_known",
                violation_error_message=_("角色不在清单中。"),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="user_has_name",
                violation_error_message=_("姓名不能为空。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def acting_role(self) -> str:
        """The role in force: the absent colleague's while deputising."""
        return self.acting_for.role if self.acting_for else self.role

    @cached_property
    def territory(self) -> Scope:
        """Where this person may act today; the absent colleague's places while deputising."""
        return self.acting_for.territory if self.acting_for else self.territory_on(clock.today())

    def territory_on(self, day: date) -> Scope:
        """Where this person may act on a day. One query."""
        if not self.is_active or self.pk is None:
            return Scope()
        rows = self.jurisdictions.in_force(day).values_list("unit_code", flat=True)
        return Scope.of(rows)

    @property
    def is_administrator(self) -> bool:
        """One of the three administrators (三员)."""
        return self.role in ADMIN_ROLES

    @property
    def is_staff(self) -> bool:
        """Whether the back office opens: the system administrator, to read."""
        return self.role == Role.SYSTEM_ADMIN

    is_superuser = False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Back office only: the system administrator reads, nobody writes there."""
        return self.is_active and self.is_staff and ".view_" in perm

    def has_module_perms(self, app_label: str) -> bool:
        """Back office only."""
        return self.is_active and self.is_staff
