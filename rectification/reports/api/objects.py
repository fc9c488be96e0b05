"""Reports and their figures as JSON."""

from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from rectification.reports.content import Item, ReportContent
from rectification.reports.models import Report, ReportFile
from rectification.reports.readable import readable
from rectification.reports.sides import may_have
from rectification.reports.tracing import Part, Traced
from villages.rest.wire import write_instant

Row = dict[str, Any]


def more_of(report: Report, user: Any) -> Row:
    """What belongs to a report beside its row; a township reads its own receipt and gaps. Two
    queries."""
    content = readable(report.said, user.territory)
    lines = report.recipients.visible_to(user).order_by("unit_code")
    return {
        "content": {
            "as_of": content.as_of, "figures": len(content.figures),
            "characters": content.characters,
            "sections": [one.heading for one in content.sections],
            "tables": [one.title for one in content.tables],
        },
        "missing": content.missing,
        "files": [
            file_of(report, one) for one in report.files.defer("content")
            if may_have(user, report, one.name)
        ],
        "receipts": [
            {"unit": one.unit_code, "unit_name": one.unit_name,
             "confirmed_at": one.confirmed_at and write_instant(one.confirmed_at)}
            for one in lines
        ],
    }  # fmt: skip


def file_of(report: Report, file: ReportFile) -> Row:
    """A document with its address."""
    url = f"/api/v1/reports/{report.uid}/files/{quote(file.name)}/"
    return {"name": file.name, "sha256": file.sha256, "url": url}


def figure_of(report: Report, content: ReportContent, item: Item) -> Row:
    """A figure as lists show it."""
    number = content.numbers[item.code]
    return {
        "code": item.code, "number": number, "short_code": f"{report.code}-{number}",
        "label": item.label, "value": item.value, "unit": item.unit, "gap": item.gap,
        "numerator": item.numerator, "denominator": item.denominator,
        "unit_code": item.unit_code, "definition": item.definition, "source": item.source,
        "missing": list(item.missing),
    }  # fmt: skip


def traced_of(report: Report, content: ReportContent, traced: Traced) -> Row:
    """A figure with everything behind it."""
    parts = [_part(one) for one in traced.parts]
    return {
        **figure_of(report, content, traced.item),
        "formula": _formula(traced),
        "rows": parts[0]["rows"] if parts else [],
        "parts": parts,
        "siblings": [{"code": one.code, "label": one.label} for one in traced.siblings],
        "sentences": [asdict(one) for one in traced.sentences],
        "tables": list(traced.tables),
    }


def _formula(traced: Traced) -> Row | None:
    formula = traced.item.formula
    if formula is None:
        return None
    whole = asdict(formula)
    kept = {name: whole[name] for name in ("how", "scale", "empty", "digits", "folds")}
    return {"words": traced.formula_words, **kept}


def _part(part: Part) -> Row:
    return {
        "name": part.name, "words": part.words, "value": part.value, "table": part.table,
        "title": part.title,
        "column": None if part.column is None else part.keys[part.column],
        "columns": [
            {"key": key, "header": header}
            for key, header in zip(part.keys, part.headers, strict=True)
        ],
        "hidden": part.hidden,
        "rows": [dict(zip(part.keys, row, strict=True)) for row in part.rows],
    }  # fmt: skip
