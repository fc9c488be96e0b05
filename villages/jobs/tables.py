"""The list of jobs."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Column, Kind, ListSpec
from villages.jobs.states import ENDED, JobState


def _news(row: dict[str, Any]) -> str:
    return _now("未读") if row["state"] in ENDED and row["seen_at"] is None else ""


def _how_far(row: dict[str, Any]) -> str:
    if row["state"] != JobState.RUNNING:
        return ""
    percent = "" if row["progress"] is None else f" {row['progress']}%"
    return f"{row['stage']}{percent}".strip()


JOBS = ListSpec(
    key="jobs",
    title=_("后台任务"),
    columns=(
        Column("title", _("任务"), width=32),
        Column("news", _("结果"), computed=True, needs=("state", "seen_at"), show=_news, width=8),
        Column("state", _("状态"), kind=Kind.CHOICE, choices=JobState, width=10),
        Column(
            "how_far", _("进度"), computed=True, needs=("state", "stage", "progress"),
            show=_how_far, width=24,
        ),
        Column("period", _("周期"), width=10),
        Column("requested_by", _("发起人"), path="requested_by__name", width=12),
        Column("requested_at", _("发起时间"), kind=Kind.INSTANT, width=16),
        Column("finished_at", _("结束时间"), kind=Kind.INSTANT, width=16),
        Column("error", _("原因"), visible=False, width=40),
    ),
    order=("-requested_at",),
    row_url="jobs:job",
    row_label="title",
    search=("title",),
    empty=_("还没有后台任务。导入、导出、报告等较慢的工作会在这里排队办理,完成后可以随时查看结果。"),
)  # fmt: skip
