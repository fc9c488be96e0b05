"""Columns of the income sheet, in the words of counties' accounting sheets."""

from typing import Any

from villages.common.readings import Reading, Repair
from villages.imports import cells
from villages.imports.declaring import SheetColumn
from villages.imports.place_columns import TOWNSHIP, VILLAGE

# A hundred million yuan: no village collective earns that in a year.
MOST_FEN = 10_000_000_000


def read_amount(raw: Any, unit: str = "元") -> Reading[int]:
    """An amount in fen. 无, — and / say that there was none: zero. An empty cell says nothing."""
    reading = cells.fen(raw, unit)
    if reading.value is None and Repair.BLANK_MARK in reading.repairs:
        return Reading(0, reading.repairs)
    return reading


read_amount.whole = cells.fen.whole  # type: ignore[attr-defined]


def amount(key: str, header: str, *synonyms: str, help: str, **more: Any) -> SheetColumn:  # noqa: A002
    """A column of money in yuan."""
    return SheetColumn(
        key, header, read_amount, unit="元", most=MOST_FEN, synonyms=synonyms, help=help, **more
    )


COLUMNS = (
    TOWNSHIP,
    VILLAGE,
    amount(
        "operating", "经营收入", "村集体经营收入", "集体经营收入", "经营收入金额",
        "资产资源经营收入",
        help="销售、租金、服务、发包等收入,1 月至本月累计", sample="52300.00",
    ),
    amount(
        "investment", "投资收益", "投资收入", "分红收入", "入股分红", "投资性收入",
        help="分红、利息、上交收益等,1 月至本月累计", sample="8000.00",
    ),
    amount(
        "subsidy", "补助收入", "补助", "财政补助", "财政补助收入", "转移支付收入", "上级补助",
        help="财政补助,不计入经营性收入,1 月至本月累计", sample="0",
    ),
    amount(
        "other", "其他收入", "其它收入", "其他",
        help="罚没、处置、捐赠等,1 月至本月累计", sample="0",
    ),
    amount(
        "operating_part", "其他收入中计入经营性", "其中:计入经营性收入", "其中:经营性",
        "其他收入其中经营性", help="其他收入里经县里认定计入经营性收入的部分", sample="0",
    ),
    amount(
        "regular_part", "补助收入中经常性补助", "其中:经常性补助", "经常性补助", "运转补助",
        help="补助收入里每年都有的部分,例如村级运转经费", sample="0",
    ),
    amount(
        "contracted", "发包及上交收入", "发包及上缴收入", "发包收入", "发包上交收入",
        "发包和上交收入",
        help="2023 年以前会计制度的科目;按县里规定的比例划入经营收入和投资收益", sample="0",
    ),
    # Sums of the columns above: computed here, compared where the sheet holds a value.
    amount(
        "total", "合计", "收入合计", "总收入", "集体总收入", "集体经济总收入", "收入总计",
        "村集体经济总收入", help="各类收入之和,不用填写", computed=True,
    ),
    amount(
        "operating_type", "经营性收入", "其中:经营性收入", "经营性收入合计", "集体经营性收入",
        "村集体经营性收入", help="经营收入、投资收益之和,不用填写", computed=True,
    ),
)  # fmt: skip
