"""Charts of a page: bars and lines as numbers for an inline drawing, with their values."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rectification.documents.words import on_paper
from rectification.reports.content import Chart, ReportContent
from rectification.reports.render.chart_looks import colour_of

_NAMES, _BARS, _ROW, _GAP, _VALUES = 130, 460, 16, 8, 70
_HEIGHT = 180


def picture(content: ReportContent, chart: Chart, mark: Callable[[str], Any]) -> dict[str, Any]:
    """A drawing in a box of its own size, and the same as a table."""
    shapes = _line(content, chart) if chart.kind == "line" else _bars(content, chart)
    return {
        "title": on_paper(chart.title), "unit": chart.unit, "kind": chart.kind, **shapes,
        "series": [
            {"name": on_paper(one.name), "colour": f"#{colour_of(chart, place)}", "pattern": place}
            for place, one in enumerate(chart.series)
        ],
        "rows": [
            {"name": on_paper(name), "cells": [_cell(content, one.codes[at], mark)
                                               for one in chart.series]}
            for at, name in enumerate(chart.names)
        ],
    }  # fmt: skip


def _cell(content: ReportContent, code: str | None, mark: Callable[[str], Any]) -> dict[str, Any]:
    return {"text": content.by_code[code].shown(), **mark(code)} if code else {"text": "—"}


def _number(content: ReportContent, code: str | None) -> Decimal | None:
    return content.by_code[code].number if code else None


def _bars(content: ReportContent, chart: Chart) -> dict[str, Any]:
    """Lying bars from the left, one below the other or, stacked, one behind the other."""
    stacked = chart.kind == "stacked"
    table = [[_number(content, one.codes[at]) for one in chart.series]
             for at in range(len(chart.names))]  # fmt: skip
    sizes = [[max(Decimal(0), cell or Decimal(0)) for cell in row] for row in table]
    most = max((sum(row) if stacked else max(row, default=0) for row in sizes), default=0) or 1
    high = _ROW * (1 if stacked else len(chart.series))
    bars, names = [], []
    for at, (row, known) in enumerate(zip(sizes, table, strict=True)):
        top, from_left = at * (high + _GAP), Decimal(0)
        names.append({"text": on_paper(chart.names[at]), "y": top + high // 2 + 4})
        for place, (size, cell) in enumerate(zip(row, known, strict=True)):
            width = int(_BARS * size / most)
            x = _NAMES + (int(_BARS * from_left / most) if stacked else 0)
            y = top if stacked else top + place * _ROW
            from_left += size
            if cell is not None:
                text = {"text": str(cell), "x": x + (width // 2 if stacked else width + 4)}
                colour = f"#{colour_of(chart, place)}"
                bars.append({"x": x, "y": y, "width": width, "height": _ROW - 2, "colour": colour,
                             "label": text, "label_y": y + _ROW - 5})  # fmt: skip
    width = _NAMES + _BARS + _VALUES
    return {"width": width, "height": len(names) * (high + _GAP), "bars": bars, "names": names,
            "names_x": _NAMES - 6, "middle": stacked}  # fmt: skip


def _line(content: ReportContent, chart: Chart) -> dict[str, Any]:
    """Points at equal distances; a gap interrupts nothing but shows no point."""
    known = [[_number(content, code) for code in one.codes] for one in chart.series]
    values = [cell for row in known for cell in row if cell is not None]
    most = max([*values, Decimal(0)]) or Decimal(1)
    least = min([*values, Decimal(0)])
    step = (_BARS + _VALUES) // max(1, len(chart.names) - 1)
    lines = []
    for place, row in enumerate(known):
        points = [
            {"x": 40 + at * step, "y": 20 + int(_HEIGHT * (most - cell) / (most - least)),
             "text": str(cell)}
            for at, cell in enumerate(row) if cell is not None
        ]  # fmt: skip
        path = " ".join(f"{one['x']},{one['y']}" for one in points)
        colour = f"#{colour_of(chart, place)}"
        lines.append({"points": points, "path": path, "colour": colour, "dash": 4 * place})
    names = [{"text": on_paper(name), "x": 40 + at * step} for at, name in enumerate(chart.names)]
    return {"width": _BARS + _VALUES + 80, "height": _HEIGHT + 50, "lines": lines, "names": names,
            "names_y": _HEIGHT + 40}  # fmt: skip
