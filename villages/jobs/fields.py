"""Fields of the job resource."""

from villages.common.columns import Kind
from villages.jobs.states import JobState
from villages.rest.fields import Field

JOB_FIELDS = (
    Field(
        "uid", "编号", "Identity of the job", pattern="^[0-9a-f]{32}$",
        example="0f8fad5bd9cb469fa16570867728950e", brief=True,
    ),
    Field("kind", "类型", "Kind of work", filters=("exact", "in"), brief=True),
    Field("title", "名称", "What is done, in Chinese", brief=True),
    Field(
        "county", "县代码", "Code of the county", Kind.CODE, source="county_code",
        about_en="Code of the county; empty where the work belongs to none.",
        filters=("exact", "in"),
    ),
    Field("period", "周期", "Period as text", example="2026-10", filters=("exact", "in")),
    Field(
        "state", "状态", "State", Kind.CHOICE, choices=JobState, filters=("exact", "in"),
        brief=True,
        about_en="State; while queued or running an answer carries Retry-After.",
    ),
    Field(
        "progress", "进度", "Progress in percent", Kind.INTEGER, unit="%", nullable=True,
        about_en="Progress in percent; null while nobody knows.",
    ),
    Field("stage", "阶段", "What happens right now, in Chinese"),
    Field("attempts", "尝试次数", "Attempts so far", Kind.INTEGER),
    Field("error", "原因", "Why it did not finish, in Chinese"),
    Field("result_url", "结果地址", "Page of the result"),
    Field(
        "requested_at", "发起时间", "When it was asked for", Kind.INSTANT,
        filters=("gte", "lte"), orders=True,
    ),
    Field("started_at", "开始时间", "When work last began", Kind.INSTANT, nullable=True),
    Field(
        "finished_at", "结束时间", "When it ended", Kind.INSTANT, nullable=True,
        filters=("gte", "lte", "isnull"),
    ),
)  # fmt: skip
