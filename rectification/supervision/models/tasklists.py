"""Task lists by rhythm, meetings that gave them, and everybody's own day list."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import Governance, Rhythm
from rectification.supervision.models.lists import Department
from rectification.supervision.more_querysets import DayRows, TaskListRows, TaskRows
from villages.accounts.models.fields import new_uid
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import LedgerRow


class GroupMeeting(LedgerRow):
    """A meeting of the leading group or a special group, with its minutes (领导小组会议)."""

    group = models.CharField(_("会议"), max_length=60)
    held_on = models.DateField(_("召开日期"))
    chaired_by = models.CharField(_("主持人"), max_length=40, blank=True, default="")
    attended = models.CharField(_("参会单位和人员"), max_length=500, blank=True, default="")
    minutes = models.TextField(_("议定事项"), max_length=4000, blank=True, default="")

    class Meta:
        db_table = "supervision_meeting"
        verbose_name = _("领导小组会议")
        verbose_name_plural = _("领导小组会议")
        ordering = ["-held_on", "id"]
        constraints = [
            once(
                "group_meeting_once", "county_code", "group", "held_on",
                message=_("这一天的这个会议已经登记。"),
            ),
            filled("group_meeting_named", "group", _("请写明会议。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.group} {self.held_on}"


class TaskList(LedgerRow):
    """What is to be done in a week, month, quarter, half-year or year (任务清单)."""

    rhythm = models.CharField(_("周期"), max_length=10, choices=Rhythm.choices)
    title = models.CharField(_("名称"), max_length=80)
    from_on = models.DateField(_("开始日期"))
    to_on = models.DateField(_("结束日期"))
    meeting = models.ForeignKey(
        GroupMeeting, models.PROTECT, null=True, blank=True, related_name="lists",
        verbose_name=_("会议"),
    )  # fmt: skip
    published_on = models.DateField(_("下发日期"), null=True, blank=True)

    objects: ClassVar[Any] = TaskListRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_tasklist"
        verbose_name = _("任务清单")
        verbose_name_plural = _("任务清单")
        ordering = ["-from_on", "id"]
        constraints = [
            once(
                "task_list_once", "county_code", "rhythm", "title", "from_on",
                message=_("这个周期的同名清单已经登记。"),
            ),
            one_of("task_list_rhythm", "rhythm", Rhythm),
            filled("task_list_titled", "title", _("请写明名称。")),
            in_order("task_list_dates", "from_on", "to_on", _("结束日期不能早于开始日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class ListTask(LedgerRow):
    """One task of a list with its owner and day, ticked once."""

    list = models.ForeignKey(
        TaskList, models.PROTECT, related_name="tasks", verbose_name=_("任务清单")
    )
    seq = models.PositiveSmallIntegerField(_("序号"))
    text = models.CharField(_("任务"), max_length=300)
    field = models.CharField(
        _("五治分类"), max_length=10, choices=Governance.choices, blank=True, default=""
    )
    unit_code = models.CharField(_("乡镇代码"), max_length=9, blank=True, default="")
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("部门"),
    )  # fmt: skip
    unit_name = models.CharField(_("责任单位"), max_length=120)
    person = models.CharField(_("责任人"), max_length=40, blank=True, default="")
    due_on = models.DateField(_("完成时限"))
    done_on = models.DateField(_("完成日期"), null=True, blank=True)
    done_by = models.CharField(_("办理人"), max_length=80, blank=True, default="")
    done_text = models.CharField(_("完成情况"), max_length=300, blank=True, default="")
    ticker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        editable=False,
    )  # fmt: skip

    objects: ClassVar[Any] = TaskRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_task"
        verbose_name = _("清单任务")
        verbose_name_plural = _("清单任务")
        ordering = ["list", "seq"]
        constraints = [
            once("list_task_once", "list", "seq", message=_("这个序号已经登记。")),
            filled("list_task_said", "text", _("请写明任务。")),
            filled("list_task_owned", "unit_name", _("请写明责任单位。")),
            one_of("list_task_field", "field", Governance, blank=True),
            check(
                "list_task_ticked", Q(done_on=None, done_by="") | ~Q(done_by=""),
                _("完成应有日期和办理人。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text[:40]


class DayNote(models.Model):
    """A line of somebody's own day list (日清单): nobody else ever reads it."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("本人")
    )
    on = models.DateField(_("日期"))
    text = models.CharField(_("事项"), max_length=200)
    done = models.BooleanField(_("完成"), default=False)
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects: ClassVar[Any] = DayRows.as_manager()

    class Meta:
        db_table = "supervision_daynote"
        verbose_name = _("日清单")
        verbose_name_plural = _("日清单")
        ordering = ["on", "id"]
        constraints = [filled("day_note_said", "text", _("请写明事项。"))]

    def __str__(self) -> str:
        return self.text[:40]
