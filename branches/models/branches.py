"""A party organization with its member counts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from branches.choices import BranchKind
from branches.querysets import BranchQuerySet
from villages.accounts.models.fields import new_uid
from villages.models import Village


class PartyBranch(models.Model):
    """A branch, general branch or committee of a village (村党组织), with counts, no identities.

    `formal_members` and `probationary_members` hold as of `counted_on`; unknown is null.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="branches", verbose_name=_("村")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(
        _("类型"), max_length=10, choices=BranchKind.choices, default=BranchKind.BRANCH
    )
    formal_members = models.PositiveIntegerField(_("正式党员"), null=True, blank=True)
    probationary_members = models.PositiveIntegerField(_("预备党员"), null=True, blank=True)
    counted_on = models.DateField(_("数据日期"), null=True, blank=True)
    founded_on = models.DateField(_("成立日期"), null=True, blank=True)
    abolished_on = models.DateField(_("撤销日期"), null=True, blank=True)
    source = models.CharField(_("来源"), max_length=120, blank=True, default="")

    objects = BranchQuerySet.as_manager()

    class Meta:
        verbose_name = _("党组织")
        verbose_name_plural = _("党组织")
        ordering = ["village", "id"]
        indexes = [models.Index(fields=["county_code", "name"], name="branch_by_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "name"],
                condition=Q(abolished_on=None),
                name="branch_name_once",
                violation_error_message=_("这个村已有同名的党组织。"),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="branch_has_name",
                violation_error_message=_("党组织名称不能为空。"),
            ),
            models.CheckConstraint(
                condition=Q(founded_on=None)
                | Q(abolished_on=None)
                | Q(abolished_on__gte=F("founded_on")),
                name="branch_days_in_order",
                violation_error_message=_("撤销日期不能早于成立日期。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name
