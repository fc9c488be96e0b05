"""P9: a report with three tables of all villages as a Word document."""

import io
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree  # type: ignore[import-untyped]

from rectification.reports.content import Line, Paragraph, ReportContent, Section, Table
from rectification.reports.render.docx import docx_bytes
from rectification.reports.render.template import SHIPPED
from rectification.reports.snapshot import Snapshot
from tests.bench.harness import Path_

TABLES, ROWS, COLUMNS = 3, 216, 8
KEYS = frozenset({"P9", "P9 twice the rows"})


def paths() -> Iterator[Path_]:
    """The document beside cloned rows; the document with twice the rows beside itself."""
    template = (SHIPPED / "bulletin.docx").read_bytes()
    one, two = snapshot_of(ROWS), snapshot_of(2 * ROWS)
    yield Path_(
        "P9", 2.5, "an XML row clone",
        floor=lambda: cloned(template, one.content), ours=lambda: docx_bytes(one, template),
        result=_cells, scale="3 x 216 x 8",
    )  # fmt: skip
    yield Path_(
        "P9 twice the rows", 2.3, "the same with half the rows",
        floor=lambda: docx_bytes(one, template), ours=lambda: docx_bytes(two, template),
        equal=lambda half, whole: 2 * len(half) == len(whole), result=_cells,
        scale="3 x 432 x 8",
    )  # fmt: skip


def snapshot_of(rows: int) -> Snapshot:
    """A report whose attachments are three tables of this many rows."""
    tables = tuple(_table(number, rows) for number in range(TABLES))
    section = Section("scope", "一、基本情况", (Paragraph("", (Line("a", "情况如下。"),)),))
    content = ReportContent(
        kind="monthly", period="2026-10", county_code="999900", county_name="示例县",
        organ="中共示例县委组织部", title="月调度通报", recipients="各乡镇（街道）组织办",
        date_text="2026年11月5日", as_of="2026-10-31", is_open=False, note="", front=(),
        sections=(section,), figures=(), bases=(), tables=tables,
    )  # fmt: skip
    return Snapshot(content, "7K2M9Q")


def _table(number: int, rows: int) -> Table:
    keys = tuple(f"c{place}" for place in range(COLUMNS))
    cells = tuple(
        (row, f"第{row % 11}乡镇", f"{row}号村", *(str(row * place) for place in range(3, COLUMNS)))
        for row in range(1, rows + 1)
    )
    return Table(f"t{number}", f"附表{number}", keys, keys, cells, annex=True)


def cloned(template: bytes, content: ReportContent) -> bytes:
    """The floor: one row as XML, copied and filled for each row, put into the template."""
    with ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parse_xml(parts["word/document.xml"])
    for table in content.tables:
        document.find(qn("w:body")).insert(0, _filled(table))
    parts["word/document.xml"] = etree.tostring(document)
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _filled(table: Table) -> Any:
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/>'
        '</w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t></w:t></w:r></w:p></w:tc>'
    )
    whole = parse_xml(f"<w:tbl {nsdecls('w')}><w:tr>{cell * COLUMNS}</w:tr></w:tbl>")
    pattern = whole[0]
    for row in (table.headers, *table.rows):
        copy = deepcopy(pattern)
        for place, value in zip(copy.iter(qn("w:t")), row, strict=True):
            place.text = str(value)
        whole.append(copy)
    whole.remove(pattern)
    return whole


def _cells(package: bytes) -> list[list[str]]:
    """The texts of all tables of attachments, whatever stands around them."""
    with ZipFile(io.BytesIO(package)) as archive:
        document = parse_xml(archive.read("word/document.xml"))
    rows = [
        ["".join(one.text or "" for one in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]
        for row in document.iter(qn("w:tr"))
    ]
    return sorted(row for row in rows if len(row) == COLUMNS and row[0] != "c0")
