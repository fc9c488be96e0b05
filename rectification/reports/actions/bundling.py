"""What a meeting needs in one file: the report, its annex, the report before, a list of all."""

import hashlib
import io
from collections.abc import Iterable
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.db import transaction

from rectification.reports.models import Report, ReportFile
from villages.common.periods import parse_period
from villages.trace.record import record

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_LIST = "目录.txt"


@transaction.atomic
def bundle(*, by: Any, report: Report) -> tuple[str, bytes]:
    """A zip of the documents as they are kept, those of the period before in a folder of their
    own, and a list with digests. The same reports give the same bytes. Who took it stands in the
    trail."""
    files = [(one.name, bytes(one.content)) for one in report.files.all()]
    earlier = _before(report, by)
    if earlier is not None:
        files += [(f"上期/{one.name}", bytes(one.content)) for one in _files(earlier)]
    content = zipped([(_LIST, _cover(report, earlier, files)), *files])
    record("report.bundled", report, by=by, after={"files": [name for name, _body in files]})
    return f"{report.title}会议材料.zip", content


def _before(report: Report, by: Any) -> Report | None:
    period = parse_period(report.period).previous()
    rows = Report.objects.visible_to(by)
    found: Report | None = rows.standing(report.county_code, report.kind, period)
    return found


def _files(report: Report) -> Iterable[ReportFile]:
    return report.files.order_by("id")


def _cover(report: Report, earlier: Report | None, files: list[tuple[str, bytes]]) -> bytes:
    heads = [_head(one) for one in (report, earlier) if one is not None]
    lines = [f"{hashlib.sha256(body).hexdigest()}  {name}" for name, body in files]
    return "\r\n".join(["会议材料", *heads, "", "SHA-256  文件", *lines, ""]).encode()


def _head(report: Report) -> str:
    number = report.number_text or "未签发"
    return f"{report.title}（{number}，第{report.version}版，报告码{report.code}）"


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip that depends on names and bytes alone."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, body in files:
            info = ZipInfo(name, _FIRST_DAY)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, body)
    return stream.getvalue()
