"""Arena contests (擂台比武): judged events, printed for the meeting alone."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.supervision.contest_querysets import (
    ContestAspectRows,
    ContestEntryRows,
    ContestRows,
    JudgeScoreRows,
)
from villages.ledgers.constraints import filled, once, within
from villages.ledgers.models import LedgerRow, VillageRow


class Contest(LedgerRow):
    """One contest: what is scored, by how many points, and how scores are added.

    Points of the site visit and of the speech add up to the total. With `drops_ends` the highest
    and the lowest judge of each part are left out.
    """

    title = models.CharField(_("名称"), max_length=80)
    period = models.CharField(_("期次"), max_length=8)
    held_on = models.DateField(_("比武日期"))
    site_points = models.PositiveSmallIntegerField(_("现场分"), default=60)
    speech_points = models.PositiveSmallIntegerField(_("演说分"), default=40)
    drops_ends = models.BooleanField(_("去掉最高最低"), default=True)
    first_awards = models.PositiveSmallIntegerField(_("一等奖个数"), default=1)
    second_awards = models.PositiveSmallIntegerField(_("二等奖个数"), default=2)
    third_awards = models.PositiveSmallIntegerField(_("三等奖个数"), default=4)
    finished_on = models.DateField(_("评定日期"), null=True, blank=True)

    objects: ClassVar[Any] = ContestRows.as_manager()

    class Meta:
        db_table = "supervision_contest"
        verbose_name = _("擂台比武")
        verbose_name_plural = _("擂台比武")
        ordering = ["-held_on", "id"]
        constraints = [
            once(
                "contest_once", "county_code", "title", "held_on",
                message=_("这一天的同名比武已经登记。"),
            ),
            filled("contest_titled", "title", _("请写明名称。")),
            within("contest_site_points", "site_points", 0, 100, _("分值应在 0 到 100 之间。")),
            within("contest_speech_points", "speech_points", 0, 100, _("分值应在 0 到 100 之间。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class ContestAspect(LedgerRow):
    """One aspect of the rubric with its points, of the site visit or of the speech."""

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="aspects", verbose_name=_("擂台比武"),
        limit_choices_to={"finished_on": None},
    )  # fmt: skip
    seq = models.PositiveSmallIntegerField(_("序号"))
    name = models.CharField(_("评分项目"), max_length=60)
    at_speech = models.BooleanField(_("演说评分"), default=False)
    points = models.DecimalField(_("分值"), max_digits=5, decimal_places=2)

    objects: ClassVar[Any] = ContestAspectRows.as_manager()

    class Meta:
        db_table = "supervision_aspect"
        verbose_name = _("评分项目")
        verbose_name_plural = _("评分项目")
        ordering = ["contest", "seq"]
        constraints = [
            once("contest_aspect_once", "contest", "seq", message=_("这个序号已经登记。")),
            filled("contest_aspect_named", "name", _("请写明评分项目。")),
            within("contest_aspect_points", "points", 0, 100, _("分值应在 0 到 100 之间。")),
        ]

    def __str__(self) -> str:
        return self.name


class ContestEntry(VillageRow):
    """A village that takes part, in its group of like endowment."""

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="entries", verbose_name=_("擂台比武"),
        limit_choices_to={"finished_on": None},
    )  # fmt: skip
    group = models.CharField(_("组别"), max_length=30)
    speaker = models.CharField(_("演说人"), max_length=30, blank=True, default="")
    place = models.PositiveSmallIntegerField(_("名次"), null=True, blank=True)
    award = models.CharField(_("奖项"), max_length=20, blank=True, default="")

    objects: ClassVar[Any] = ContestEntryRows.as_manager()

    class Meta:
        db_table = "supervision_entry"
        verbose_name = _("参赛村")
        verbose_name_plural = _("参赛村")
        ordering = ["contest", "group", "village__code"]
        constraints = [
            once("contest_entry_once", "contest", "village", message=_("这个村已经参赛。")),
            filled("contest_entry_grouped", "group", _("请写明组别。")),
        ]

    def __str__(self) -> str:
        return f"{self.village.name} {self.contest}"


class JudgeScore(VillageRow):
    """What one judge gives one village for one aspect."""

    points_stored: Decimal | None = None

    entry = models.ForeignKey(
        ContestEntry, models.PROTECT, related_name="scores", verbose_name=_("参赛比武"),
        limit_choices_to={"contest__finished_on": None},
    )  # fmt: skip
    aspect = models.ForeignKey(
        ContestAspect, models.PROTECT, related_name="+", verbose_name=_("评分项目"),
        limit_choices_to={"contest__finished_on": None},
    )  # fmt: skip
    judge = models.CharField(_("评委"), max_length=30)
    points = models.DecimalField(_("得分"), max_digits=5, decimal_places=2)

    objects: ClassVar[Any] = JudgeScoreRows.as_manager()

    class Meta:
        db_table = "supervision_score"
        verbose_name = _("评委打分")
        verbose_name_plural = _("评委打分")
        ordering = ["entry", "aspect", "judge"]
        constraints = [
            once(
                "judge_score_once", "entry", "aspect", "judge",
                message=_("这位评委的这一项已经打分。"),
            ),
            within("judge_score_points", "points", 0, 100, _("得分应在 0 到 100 之间。")),
            filled("judge_named", "judge", _("请写明评委。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.entry} {self.judge}"

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any, **rest: Any) -> Self:
        """Keeps what was stored beside what is typed: the county's trail says both."""
        row = super().from_db(db, field_names, values, **rest)
        row.points_stored = row.__dict__.get("points")
        return row
