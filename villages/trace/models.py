"""The audit trail: who did what to which thing, before and after, chained by hashes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.querysets import ScopedQuerySet, ScopePath


class AuditQuerySet(ScopedQuerySet):
    """Entries; a township reads those about its own places."""

    scope_path = ScopePath("county_code", "township_code", "village_code")


class AuditEntry(models.Model):
    """One act. Append-only: the database refuses UPDATE and DELETE.

    `action` is a dotted name ("village.renamed"); its sentence is in `trace.sentences`.
    A batch is one entry with `count` and a digest of its rows. `digest` chains this entry to
    the previous one of the same chain, so that one altered bit is found.
    """

    chain = models.CharField(_("链"), max_length=12, default="main")
    number = models.PositiveBigIntegerField(_("序号"))
    at = models.DateTimeField(_("时间"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("操作人"),
    )
    actor_name = models.CharField(_("操作人姓名"), max_length=60)
    on_behalf_of = models.CharField(_("代理对象"), max_length=60, blank=True, default="")
    channel = models.CharField(_("途径"), max_length=12, default="page")
    address = models.CharField(_("来源地址"), max_length=45, blank=True, default="")
    request_id = models.CharField(_("请求编号"), max_length=36, blank=True, default="")
    action = models.CharField(_("操作"), max_length=60)
    result = models.CharField(_("结果"), max_length=8, default="ok")
    object_kind = models.CharField(_("对象类型"), max_length=60, blank=True, default="")
    object_key = models.CharField(_("对象标识"), max_length=64, blank=True, default="")
    object_name = models.CharField(_("对象名称"), max_length=120, blank=True, default="")
    county_code = models.CharField(_("县代码"), max_length=6, blank=True, default="")
    township_code = models.CharField(_("乡镇代码"), max_length=9, blank=True, default="")
    village_code = models.CharField(_("村代码"), max_length=12, blank=True, default="")
    before = models.JSONField(_("原值"), default=dict)
    after = models.JSONField(_("新值"), default=dict)
    reason = models.CharField(_("理由"), max_length=300, blank=True, default="")
    count = models.PositiveIntegerField(_("行数"), default=1)
    rows_digest = models.CharField(_("行摘要"), max_length=64, blank=True, default="")
    previous = models.CharField(_("前一摘要"), max_length=64, blank=True, default="")
    digest = models.CharField(_("摘要"), max_length=64)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("操作留痕")
        verbose_name_plural = _("操作留痕")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["county_code", "-id"], name="audit_by_county"),
            models.Index(fields=["township_code", "-id"], name="audit_by_township"),
            models.Index(fields=["object_kind", "object_key"], name="audit_by_object"),
            models.Index(fields=["actor", "-id"], name="audit_by_actor"),
            models.Index(fields=["request_id"], name="audit_by_request"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "number"],
                name="audit_number_once",
                violation_error_message=_("留痕序号重复。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class AuditHead(models.Model):
    """The end of a chain; its row lock puts concurrent writers in order."""

    chain = models.CharField(max_length=12, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        verbose_name = _("留痕链尾")
        verbose_name_plural = _("留痕链尾")

    def __str__(self) -> str:
        return f"{self.chain} {self.number}"
