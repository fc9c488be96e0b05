"""The income sheet (村级集体经济收入统计表): January to a month, by category."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.actions.income import existing_income, key_of, save_income, undo_income
from collective_economy.choices import Category
from villages.accounts import perms
from villages.common.money import json_yuan
from villages.common.readings import Reading, Repair
from villages.imports import cells
from villages.imports.declaring import Context, Key, Row, RowFault, SheetColumn, SheetKind, Values
from villages.imports.findings import Question

# A hundred million yuan: no village collective earns that in a year.
_MOST_FEN = 10_000_000_000


def read_amount(raw: Any, unit: str = "元") -> Reading[int]:
    """An amount in fen. 无, — and / say that there was none: zero. An empty cell says nothing."""
    reading = cells.fen(raw, unit)
    if reading.value is None and Repair.BLANK_MARK in reading.repairs:
        return Reading(0, reading.repairs)
    return reading


# 合计 and 经营性收入 are sums of these columns: computed here, never read.
COLUMNS = (
    SheetColumn(
        "township", "乡镇", cells.name,
        synonyms=(
            "乡镇（街道）", "乡镇街道", "乡（镇）", "镇街", "所属乡镇", "所在乡镇", "镇办",
            "街道",
        ),
        help="所属乡镇或街道全称", sample="柳林镇", width=14,
    ),
    SheetColumn(
        "village", "村", cells.name, required=True,
        synonyms=(
            "村名", "行政村", "村（社区）", "村社区", "村级组织", "单位名称", "村（居）",
            "村集体",
        ),
        help="行政村或社区全称", sample="李庄村", width=16,
    ),
    SheetColumn(
        "operating", "经营收入", read_amount, unit="元", most=_MOST_FEN,
        synonyms=("村集体经营收入", "集体经营收入", "经营收入金额", "资产资源经营收入"),
        help="销售、租金、服务、发包等收入,1 月至本月累计", sample="52300.00",
    ),
    SheetColumn(
        "investment", "投资收益", read_amount, unit="元", most=_MOST_FEN,
        synonyms=("投资收入", "分红收入", "入股分红", "投资性收入"),
        help="分红、利息、上交收益等,1 月至本月累计", sample="8000.00",
    ),
    SheetColumn(
        "subsidy", "补助收入", read_amount, unit="元", most=_MOST_FEN,
        synonyms=("补助", "财政补助", "财政补助收入", "转移支付收入", "上级补助"),
        help="财政补助,不计入经营性收入,1 月至本月累计", sample="0",
    ),
    SheetColumn(
        "other", "其他收入", read_amount, unit="元", most=_MOST_FEN,
        synonyms=("其它收入", "其他"), help="罚没、处置、捐赠等,1 月至本月累计", sample="0",
    ),
)  # fmt: skip


def oddities(context: Context, rows: list[Row], stored: Mapping[Key, Values]) -> Iterator[Question]:
    """A cumulative amount that falls, or grows eightfold against what was stated before."""
    for row in rows:
        before = stored.get(key_of(row), {})
        for category in Category:
            old, new = before.get(category), row.values.get(category)
            if old and new is not None and (new * 8 <= old or new >= old * 8):
                words = _("“%(what)s”由 %(old)s 元变为 %(new)s 元,请核对单位。") % {
                    "what": category.label, "old": json_yuan(old), "new": json_yuan(new),
                }  # fmt: skip
                yield Question(row.sheet, row.number, "", "big_change", str(words))


def silent_rows(
    context: Context, rows: list[Row], stored: Mapping[Key, Values]
) -> Iterator[RowFault]:
    """A row without a single amount states nothing, and silence is not zero."""
    for row in rows:
        if all(row.values.get(category) is None for category in Category.values):
            yield RowFault(
                row, "operating", "required", str(_("这个村一项收入也没有填写。")),
                str(_("没有收入请填写 0 或“无”。")),
            )  # fmt: skip


INCOME = SheetKind(
    key="income",
    title=str(_("村级集体经济收入统计表")),
    columns=COLUMNS,
    identity=key_of,
    existing=existing_income,
    save=save_income,
    undo=undo_income,
    needs_month=True,
    may_import=lambda user: perms.may_change_map(user) or perms.works_for_township(user),
    questions=oddities,
    faults=silent_rows,
)
SHEETS = (INCOME,)
