"""A person of the cadre ledger."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import Education, Political, Sex
from cadres.querysets import PersonQuerySet
from cadres.sealing import unseal
from villages.accounts.models.fields import new_uid
from villages.common.text import mask_id_number, mask_phone
from villages.models import Village


class Person(models.Model):
    """Somebody who serves a village, or stands ready to (村干部、后备干部).

    `village` is the village in whose ledger the person stands; posts are tenures. Identity and
    phone numbers are sealed; `id_index` finds equal ones. Birth is known by month (199709).
    Unknown is null or empty, never guessed. `version` counts changes.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="people", verbose_name=_("所在村")
    )
    name = models.CharField(_("姓名"), max_length=40)
    sex = models.CharField(_("性别"), max_length=6, choices=Sex.choices, blank=True, default="")
    ethnicity = models.CharField(_("民族"), max_length=20, blank=True, default="")
    birth_month = models.PositiveIntegerField(_("出生年月"), null=True, blank=True)
    education = models.CharField(
        _("学历"), max_length=12, choices=Education.choices, blank=True, default=""
    )
    political = models.CharField(
        _("政治面貌"), max_length=12, choices=Political.choices, blank=True, default=""
    )
    joined_party_on = models.DateField(
        _("入党时间"), null=True, blank=True, help_text=_("只知道月份的,记该月第一天。")
    )
    id_sealed = models.CharField(max_length=200, blank=True, default="", editable=False)
    id_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    phone_sealed = models.CharField(max_length=200, blank=True, default="", editable=False)
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员")
        verbose_name_plural = _("人员")
        ordering = ["village", "id"]
        indexes = [models.Index(fields=["county_code", "name"], name="person_by_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "id_index"],
                condition=~Q(id_index=""),
                name="person_id_once",
                violation_error_message=_("本县已登记这个身份证号。"),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="person_has_name",
                violation_error_message=_("姓名不能为空。"),
            ),
            models.CheckConstraint(
                condition=Q(birth_month=None) | Q(birth_month__gte=190001, birth_month__lte=209912),
                name="person_birth_month",
                violation_error_message=_("出生年月应写成 199709 的形式。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def masked_id(self) -> str:
        """The identity number as anybody may see it."""
        return mask_id_number(unseal(self.id_sealed))

    @property
    def masked_phone(self) -> str:
        """The phone number as anybody may see it."""
        return mask_phone(unseal(self.phone_sealed))
