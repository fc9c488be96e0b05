"""Fields of the resource about imports."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Kind
from villages.imports.models import BatchState
from villages.rest.fields import Field


class ImportMode(models.TextChoices):
    """Which rows of a checked file are saved."""

    ALL = "all", _("全部,有错误则不导入")
    GOOD = "good", _("只导入正确的行")


UID = Field(
    "uid", "编号", "Identity of the import", pattern="^[0-9a-f]{32}$",
    example="0f8fad5bd9cb469fa16570867728950e", brief=True,
)  # fmt: skip
KIND = Field(
    "kind", "表类", "Kind of sheet", pattern="^[a-z][a-z0-9_-]{0,39}$", example="villages",
    about_en="Kind of sheet, as in import_sheet: villages, income, cadres and so on.",
    filters=("exact", "in"), brief=True,
)  # fmt: skip
COUNTY = Field(
    "county", "县代码", "Code of the county", Kind.CODE, source="county_code",
    pattern="^[0-9]{6}$", example="999900", filters=("exact", "in"), brief=True,
)  # fmt: skip
PERIOD = Field(
    "period", "月份", "Month", Kind.MONTH, source="month", nullable=True, example="2026-10",
    about_en="Month of the figures; null where the kind of sheet has no months.",
    filters=("exact", "in", "gte", "lte"),
)  # fmt: skip
_COUNTS = (
    ("rows", "行数", "Data rows read."),
    ("created", "新增", "Rows that are new."),
    ("updated", "更新", "Rows that change."),
    ("unchanged", "未变", "Rows that stand already."),
    ("faulty", "有误", "Rows with at least one error."),
)
BATCH_FIELDS = (
    UID, KIND, COUNTY,
    Field(
        "unit", "范围", "Code of the place the file is about", Kind.CODE, source="unit_code",
        pattern="^[0-9]{6,12}$", example="999900001",
    ),
    PERIOD,
    Field("as_of", "数据日期", "Day the figures hold for", Kind.DATE),
    Field(
        "state", "状态", "State of the import", Kind.CHOICE, choices=BatchState,
        filters=("exact", "in"), brief=True,
    ),
    Field("file_name", "文件名", "Name of the file as it was sent", brief=True),
    *(Field(name, zh, en.rstrip("."), Kind.INTEGER, about_en=en) for name, zh, en in _COUNTS),
    Field(
        "good_rows_only", "只导入正确的行", "Faulty rows were left out", Kind.BOOLEAN,
    ),
    Field("receipt", "回执号", "Receipt number; empty until saved", example="DR20261103-000042"),
    Field(
        "uploaded_at", "上传时间", "When it was sent", Kind.INSTANT, filters=("gte", "lte"),
        orders=True,
    ),
    Field("saved_at", "导入时间", "When it was saved", Kind.INSTANT, nullable=True),
    Field("undone_at", "撤销时间", "When it was taken back", Kind.INSTANT, nullable=True),
)  # fmt: skip

_PLACE = (
    Field("sheet", "工作表", "Name of the sheet"),
    Field("row", "行", "Row as in the file; 0: no row", Kind.INTEGER),
    Field("column", "列", "Column letter; empty: no column"),
)
REPAIR_FIELDS = (
    *_PLACE,
    Field("from", "原文", "What stands in the cell"),
    Field("to", "读作", "What was read"),
    Field("kinds", "处理", "What was repaired", many=True),
)
_SAID = (
    Field("code", "代码", "What kind of finding, for programs"),
    Field("message", "说明", "The finding in words"),
)
ERROR_FIELDS = (
    *_PLACE, Field("value", "原值", "What stands in the cell"), *_SAID,
    Field("suggestion", "建议", "What to do"),
)  # fmt: skip
QUESTION_FIELDS = (
    *_PLACE, *_SAID,
    Field(
        "unit", "单位", "Code of the place that it is about; empty: none", Kind.CODE,
        pattern="^([0-9]{6,12})?$",
    ),
)  # fmt: skip
CHANGE_FIELDS = (
    *_PLACE[:2],
    Field("name", "对象", "What the row is about"),
    Field("column", "列", "Header of the column"),
    Field("old", "原来", "Stored value", nullable=True),
    Field("new", "改为", "Value in the file", nullable=True),
)
