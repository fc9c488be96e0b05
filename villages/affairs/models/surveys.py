"""What villagers say of their village: surveys, mass evaluation, votes."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import SurveyKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import at_most, check, filled, once, one_of
from villages.ledgers.models import VillageRow


class Survey(VillageRow):
    """One asking in one village: how many were asked, answered, and said what.

    Who answered is the base of every share; nobody who was silent counts as either.
    """

    kind = models.CharField(_("测评方式"), max_length=8, choices=SurveyKind.choices)
    held_on = models.DateField(_("测评日期"))
    topic = models.CharField(_("测评内容"), max_length=80)
    asked = models.PositiveIntegerField(_("发放数"))
    answered = models.PositiveIntegerField(_("有效收回数"))
    satisfied = models.PositiveIntegerField(_("满意"))
    fairly = models.PositiveIntegerField(_("基本满意"))
    dissatisfied = models.PositiveIntegerField(_("不满意"))

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("满意度测评")
        verbose_name_plural = _("满意度测评")
        ordering = ["-held_on", "village"]
        indexes = [models.Index(fields=["county_code", "held_on"], name="survey_by_day")]
        constraints = [
            once("survey_once", "village", "held_on", "topic",
                 message=_("这个村当天的这项测评已经登记。")),
            one_of("survey_kind_known", "kind", SurveyKind),
            filled("survey_has_topic", "topic", _("请写明测评内容。")),
            check("survey_asked_somebody", Q(asked__gt=0), _("发放数应大于 0。")),
            check("survey_has_answers", Q(answered__gt=0), _("没有有效收回的,不作为一次测评。")),
            at_most("survey_answered_in_asked", "answered", "asked",
                   _("有效收回数不能多于发放数。")),
            check(
                "survey_parts_add_up",
                Q(answered=F("satisfied") + F("fairly") + F("dissatisfied")),
                _("满意、基本满意、不满意之和应等于有效收回数。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.topic
