"""Columns of the list of imports."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.columns import Column, Kind, ListSpec
from villages.imports.declaring import sheet_kinds
from villages.imports.models import BatchState


def _kind(row: dict[str, Any]) -> str:
    kind = sheet_kinds().get(row["kind"])
    return kind.title if kind else str(row["kind"])


def _month(row: dict[str, Any]) -> Any:
    number = row["month"]
    return f"{number // 100}-{number % 100:02d}" if number else None


BATCHES = ListSpec(
    key="imports",
    title=_("导入记录"),
    columns=(
        Column("file", _("文件"), path="file_name", width=28),
        Column("kind", _("表类"), width=18, show=_kind, needs=("kind",)),
        Column("month", _("月份"), computed=True, show=_month, needs=("month",)),
        Column("state", _("状态"), kind=Kind.CHOICE, choices=BatchState.choices),
        Column("rows", _("行数"), kind=Kind.INTEGER),
        Column("created", _("新增"), kind=Kind.INTEGER),
        Column("updated", _("更新"), kind=Kind.INTEGER),
        Column("unchanged", _("未变"), kind=Kind.INTEGER, visible=False),
        Column("faulty", _("有误"), kind=Kind.INTEGER),
        Column("who", _("上传人"), path="uploaded_by__name"),
        Column("at", _("上传时间"), path="uploaded_at", kind=Kind.INSTANT, width=18),
        Column("receipt", _("回执号"), width=20),
    ),
    order=("-uploaded_at",),
    identity="uid",
    row_url="imports:batch",
    row_label="file",
    search=("file_name", "receipt"),
    empty=_("还没有导入过表格。"),
)
