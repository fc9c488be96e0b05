"""The register of forms (报表准入): what is asked at all, by whom, on what basis, until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.filings.querysets import FormQuerySet


class ReportForm(models.Model):
    """A form that a county may ask of its townships; without an entry here nothing is asked.

    `valid_to` is its sunset: a form that nobody renews ends by itself.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    number = models.CharField(_("准入编号"), max_length=40)
    title = models.CharField(_("报表名称"), max_length=60)
    owner = models.CharField(_("归口单位"), max_length=60)
    basis = models.CharField(_("依据"), max_length=200)
    valid_from = models.DateField(_("启用日期"))
    valid_to = models.DateField(_("终止日期"))
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects = FormQuerySet.as_manager()

    class Meta:
        verbose_name = _("报表")
        verbose_name_plural = _("报表准入清单")
        ordering = ["county_code", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "number"],
                name="form_number_once",
                violation_error_message=_("这个准入编号已经使用。"),
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(title="") & ~Q(owner="") & ~Q(basis=""),
                name="form_is_accounted_for",
                violation_error_message=_("编号、名称、归口单位和依据缺一不可。"),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")),
                name="form_days_in_order",
                violation_error_message=_("终止日期不能早于启用日期。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FormLine(models.Model):
    """One input that a form asks, from a day to a day, at its place."""

    form = models.ForeignKey(
        ReportForm, models.CASCADE, related_name="lines", verbose_name=_("报表")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    input_key = models.CharField(_("填报项"), max_length=60)
    position = models.PositiveSmallIntegerField(_("顺序"))
    valid_from = models.DateField(_("启用日期"))
    valid_to = models.DateField(_("终止日期"), null=True, blank=True)
    reason = models.CharField(_("理由"), max_length=200, blank=True, default="")

    objects = FormQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报项")
        verbose_name_plural = _("填报项")
        ordering = ["form", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "input_key"],
                condition=Q(valid_to=None),
                name="form_line_open_once",
                violation_error_message=_("这一项已在表中。"),
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="form_line_days_in_order",
                violation_error_message=_("终止日期不能早于启用日期。"),
            ),
        ]

    def __str__(self) -> str:
        return self.input_key
