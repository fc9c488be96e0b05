"""What programs read of reports."""

from typing import Any

from rectification.reports.enumerations import ReportKind
from rectification.reports.states import ReportStatus
from villages.common.columns import Kind
from villages.rest.fields import Field

UID = "^[0-9a-f]{32}$"
PERIOD = "^20[0-9]{2}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?$"
COUNTY = "^[0-9]{4}([0-9]{2})?$"


def _number_of(stamp: Any) -> str:
    return str((stamp or {}).get("number", ""))


FIELDS = (
    Field("uid", "编号", "Identity of the report", pattern=UID, brief=True),
    Field("county", "县(市)代码", "County code", Kind.CODE, source="county_code", pattern=COUNTY,
          about_en="Code of the county, or of the city where the report is about several.",
          filters=("exact", "in"), brief=True),
    Field("kind", "种类", "Kind", Kind.CHOICE, choices=ReportKind, filters=("exact", "in"),
          brief=True),
    Field("period", "周期", "Period", pattern=PERIOD, filters=("exact", "in"), orders=True,
          brief=True, about_en="Month 2026-10, quarter 2026Q3, half-year 2026H1 or year 2026.",
          example="2026-10"),
    Field("version", "版本", "Version of this kind, county and period", Kind.INTEGER,
          filters=("exact",), brief=True),
    Field("title", "标题", "Title", brief=True),
    Field("status", "状态", "State", Kind.CHOICE, choices=ReportStatus, filters=("exact", "in"),
          brief=True),
    Field("is_open", "周期未封账", "Whether the period was still open when it was made",
          Kind.BOOLEAN, filters=("exact",)),
    Field("code", "报告码", "Code printed on every page",
          about_en="Printed on every page; with the number of a figure it leads to its rows."),
    Field("number", "发文号", "Document number; empty before issuing", source="stamp",
          show=_number_of),
    Field("revision", "修改次数", "Guards amendments; the version of its ETag", Kind.INTEGER),
    Field("sha256", "摘要", "SHA-256 of the snapshot",
          about_en="SHA-256 of content, amended words, stamp, template and renderer."),
    Field("content_sha256", "内容摘要", "SHA-256 of what the rows said, with the template"),
    Field("corrects", "更正对象", "Key of the issued version that it corrects",
          source="corrects__uid", nullable=True, pattern=UID),
    Field("why", "更正原因", "Why it corrects"),
    Field("returned", "退回原因", "Why it was sent back"),
    Field("made_at", "生成时间", "When it was made", Kind.INSTANT, orders=True),
    Field("reviewed_at", "审核时间", "When it was reviewed", Kind.INSTANT, nullable=True),
    Field("issued_at", "签发时间", "When it was issued", Kind.INSTANT, nullable=True, orders=True),
)  # fmt: skip
FILE_FIELDS = (
    Field("name", "文件名", "Name of the document"),
    Field("sha256", "摘要", "SHA-256 of its bytes; also its ETag"),
    Field("url", "地址", "Address of its bytes"),
)
RECEIPT_FIELDS = (
    Field("unit", "单位代码", "Code of the township", Kind.CODE),
    Field("unit_name", "单位", "Name of the township"),
    Field("confirmed_at", "签收时间", "When it signed", Kind.INSTANT, nullable=True),
)
GAP_FIELDS = (
    Field("figure", "数字代码", "Code of the figure"),
    Field("label", "名称", "Label of the figure"),
    Field("units", "缺报单位", "Codes of the units that are not in it", many=True),
    Field("gap", "缺口", "Why there is no number", nullable=True),
)
SUMMARY_FIELDS = (
    Field("as_of", "数据截止", "Day of the data", Kind.DATE),
    Field("figures", "数字个数", "How many figures it states", Kind.INTEGER),
    Field("characters", "字数", "Characters of the text without tables", Kind.INTEGER),
    Field("sections", "标题", "Headings of its sections", many=True),
    Field("tables", "表格", "Titles of its tables", many=True),
)
SENTENCE_FIELDS = (
    Field("key", "句号", "Key of the sentence, stable from one making to the next"),
    Field("text", "文字", "The sentence as it is printed"),
)
FIGURE_FIELDS = (
    Field("code", "代码", "Code of the figure"),
    Field("number", "编号", "Number in the report, as printed", Kind.INTEGER),
    Field("short_code", "短码", "Short code printed on paper", example="7K2M9Q-12"),
    Field("label", "名称", "Label"),
    Field("value", "数值", "Value", about_en="Decimals as text; null for a gap.", nullable=True),
    Field("unit", "单位", "Unit of the value"),
    Field("gap", "缺口", "Why there is no value", nullable=True),
    Field("numerator", "分子", "Numerator of a share", nullable=True),
    Field("denominator", "分母", "Denominator of a share", nullable=True),
    Field("unit_code", "乡镇代码", "Township that it is about; empty for the whole"),
    Field("definition", "口径", "What is counted"),
    Field("source", "来源", "Where the rows come from"),
    Field("missing", "缺报单位", "Codes of units that should have counted", many=True),
)
