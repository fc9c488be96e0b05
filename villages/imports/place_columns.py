"""The columns by which every sheet names its village."""

from villages.imports import cells
from villages.imports.declaring import SheetColumn

TOWNSHIP = SheetColumn(
    "township", "乡镇", cells.name,
    synonyms=(
        "乡镇（街道）", "乡镇街道", "乡（镇）", "镇街", "所属乡镇", "所在乡镇", "镇办", "镇（街）",
        "乡镇名称", "街道",
    ),
    help="所属乡镇或街道全称", sample="柳林镇", width=14,
)  # fmt: skip
VILLAGE = SheetColumn(
    "village", "村", cells.name, required=True,
    synonyms=(
        "村名", "行政村", "村（社区）", "村社区", "村级组织", "单位名称", "村（居）",
        "村（居）委会", "村名称", "行政村名称", "村集体",
    ),
    help="行政村或社区全称", sample="李庄村", width=16,
)  # fmt: skip
