"""Reports of the matrix: a draft and an issued one of each county."""

import hashlib
from collections.abc import Mapping

from rectification.reports.content import (
    Item,
    Line,
    Paragraph,
    ReportContent,
    Section,
    Table,
    count,
)
from rectification.reports.models import (
    Report,
    ReportFile,
    ReportRecipient,
    ReportTemplate,
    TemplateEdition,
)
from rectification.reports.render.package import packed
from villages.common import clock

FILE, ANNEX = "通报.docx", "底稿.xlsx"


def report_keys(counties: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Keys of drafts and of issued reports by place."""
    return {
        "report_draft": {place: _draft(code) for place, code in counties.items()},
        "report_issued": {place: _issued(code) for place, code in counties.items()},
        "report_edition": {place: _edition(code) for place, code in counties.items()},
    }


def short_code(county: str) -> str:
    """What is printed on the issued report of a county."""
    return f"{_code(county, 'issued')}-1"


def _code(county: str, which: str) -> str:
    digest = hashlib.sha256(f"{county} {which}".encode()).hexdigest().upper()
    return digest[:6]


def _draft(county: str) -> str:
    return str(_report(county, "draft", period="2026-09").uid)


def _issued(county: str) -> str:
    report = _report(county, "issued", period="2026-08", issued_at=clock.instant(), year=2026,
                     number=1, stamp={"number": "督导〔2026〕1号"})  # fmt: skip
    ReportRecipient.objects.create(report=report, unit_code=f"{county}001", unit_name="东关街道")
    return str(report.uid)


def _report(county: str, status: str, **more: object) -> Report:
    template, _new = ReportTemplate.objects.get_or_create(sha256="0" * 64, name="x", content=b"x")
    report: Report = Report.objects.create(
        county_code=county, kind="monthly", code=_code(county, status), title="矩阵的通报",
        status=status, is_open=False, content=_content(county).to_json(), template=template,
        renderer="2", content_sha256="0" * 64, sha256="0" * 64, **more,
    )  # fmt: skip
    # A package without footers is a document that no mark goes into.
    for name, content in ((FILE, packed({})), (ANNEX, b"x")):
        ReportFile.objects.create(report=report, name=name, sha256="0" * 64, content=content)
    return report


def _edition(county: str) -> str:
    """A county's own print template."""
    template, _new = ReportTemplate.objects.get_or_create(sha256="1" * 64, name="y", content=b"y")
    row = TemplateEdition.objects.create(county_code=county, kind="monthly", template=template)
    return str(row.uid)


def _content(county: str) -> ReportContent:
    keys = ("code", "township_code", "township", "village")
    headers = ("村代码", "乡镇代码", "乡镇", "村")
    row = (f"{county}001200", f"{county}001", "东关街道", "李庄村")
    rows = Table("villages", "各村情况", keys, headers, (row,))
    item = Item.folded("villages", "村数", "个", count("villages"), {"villages": rows})
    part = Paragraph("", (Line("ground.villages", "全县共有{villages}个村。"),))
    return ReportContent(
        "monthly", "2026-09", county, "矩阵县", "组织部", "矩阵的通报", "各乡镇",
        "2026年10月5日", "2026-09-30", is_open=False, note="", front=(),
        sections=(Section("all", "一、总体", (part,)),), figures=(item,), bases=(rows,),
    )  # fmt: skip
