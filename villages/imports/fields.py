"""Fields of the resources about months."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Kind
from villages.rest.fields import Field


class MonthState(models.TextChoices):
    """How a month stands on a day."""

    OPEN = "open", _("填报中")
    DUE = "due", _("已过截止,待封账")
    CLOSED = "closed", _("已封账")
    REOPENED = "reopened", _("部分重新开放")


MONTH_FIELDS = (
    Field(
        "uid", "编号", "Identity of the row", pattern="^[0-9a-f]{32}$",
        example="0f8fad5bd9cb469fa16570867728950e", brief=True,
    ),
    Field(
        "county", "县代码", "Code of the county", Kind.CODE, source="county_code",
        pattern="^[0-9]{6}$", example="999900", filters=("exact", "in"), brief=True,
    ),
    Field(
        "period", "月份", "Month", Kind.MONTH, source="month", example="2026-10",
        about_en="Month; one that is not listed has not been touched and is open.",
        filters=("exact", "in", "gte", "lte"), orders=True, brief=True,
    ),
    Field(
        "state", "状态", "State today", Kind.CHOICE, source="state_today", choices=MonthState,
        about_en="State today; reopened: closed, but a part may be edited again.",
        filters=("exact", "in"), brief=True,
    ),
    Field("due_on", "填报截止", "Last day for filing", Kind.DATE),
    Field("closed_at", "封账时间", "When it was closed", Kind.INSTANT, nullable=True),
    Field(
        "reopened_until", "重新开放到", "Last day of the longest reopening", Kind.DATE,
        nullable=True,
        about_en="Last day of the longest reopening that still runs; null: nothing is open again.",
    ),
    Field("version", "版本", "Version of the record", Kind.INTEGER),
)  # fmt: skip
