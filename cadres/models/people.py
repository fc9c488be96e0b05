"""A person of the cadre ledger."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import Education, Health, Political, Sex
from cadres.querysets import PersonQuerySet
from cadres.sealing import unseal
from villages.common.text import mask_id_number, mask_phone
from villages.ledgers.constraints import check, filled, once, one_of, within
from villages.ledgers.models import VillageRow
from villages.models import Village

_MEMBERS = [Political.MEMBER, Political.PROBATIONARY, ""]


def _choice(label: Any, choices: type[models.TextChoices], longest: int) -> Any:
    return models.CharField(
        label, max_length=longest, choices=choices.choices, blank=True, default=""
    )


class Person(VillageRow):
    """Somebody who serves a village, or stands ready to (村干部、后备干部).

    `village` is the village in whose ledger the person stands; posts are tenures. Identity and
    phone numbers are sealed; `id_index` finds equal ones. Birth is known by month (199709).
    Unknown is null or empty, never guessed.
    """

    village = models.ForeignKey(
        Village, models.PROTECT, related_name="people", verbose_name=_("所在村")
    )
    name = models.CharField(_("姓名"), max_length=40)
    sex = _choice(_("性别"), Sex, 6)
    ethnicity = models.CharField(_("民族"), max_length=20, blank=True, default="")
    birth_month = models.PositiveIntegerField(_("出生年月"), null=True, blank=True)
    education = _choice(_("学历"), Education, 12)
    education_full_time = _choice(_("全日制学历"), Education, 12)
    political = _choice(_("政治面貌"), Political, 12)
    joined_party_on = models.DateField(
        _("入党时间"), null=True, blank=True, help_text=_("只知道月份的,记该月第一天。")
    )
    veteran = models.BooleanField(_("退役军人"), null=True, blank=True)
    returnee = models.BooleanField(_("返乡人员"), null=True, blank=True)
    entrepreneur = models.BooleanField(_("致富带头人"), null=True, blank=True)
    retired_cadre = models.BooleanField(_("离退休干部"), null=True, blank=True)
    finance_knowledge = models.BooleanField(_("具备财会、管理知识"), null=True, blank=True)
    own_income = models.CharField(_("主要收入来源"), max_length=60, blank=True, default="")
    health = _choice(_("健康状况"), Health, 6)
    id_sealed = models.CharField(max_length=200, blank=True, default="", editable=False)
    id_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    phone_sealed = models.CharField(max_length=200, blank=True, default="", editable=False)

    objects: ClassVar[Any] = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员")
        verbose_name_plural = _("人员")
        ordering = ["village", "id"]
        indexes = [models.Index(fields=["county_code", "name"], name="person_by_name")]
        constraints = [
            once(
                "person_id_once", "county_code", "id_index", where=~Q(id_index=""),
                message=_("本县已登记这个身份证号。"),
            ),
            filled("person_has_name", "name", _("姓名不能为空。")),
            within(
                "person_birth_month", "birth_month", 190001, 209912,
                _("出生年月应写成 199709 的形式。"),
            ),
            check(
                "person_joined_as_member", Q(joined_party_on=None) | Q(political__in=_MEMBERS),
                _("填了入党时间的,政治面貌应为党员或预备党员。"),
            ),
            check(
                "person_id_whole",
                Q(id_sealed="", id_index="") | ~Q(id_sealed="") & ~Q(id_index=""),
                _("身份证号没有完整保存,请重新填写。"),
            ),
            one_of("person_sex", "sex", Sex, _("性别应为男或女。"), blank=True),
            one_of("person_education", "education", Education, _("没有这个学历档次。"), blank=True),
            one_of(
                "person_education_full", "education_full_time", Education,
                _("没有这个全日制学历档次。"), blank=True,
            ),
            one_of("person_political", "political", Political, _("没有这个政治面貌。"), blank=True),
            one_of("person_health", "health", Health, _("没有这个健康状况。"), blank=True),
        ]  # fmt: skip

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
