"""What a corrected report says about itself: which number it replaces, why, old and new."""

from collections.abc import Mapping, Sequence
from typing import Any

from rectification.reports.render.fitting import Grid, fitted
from rectification.reports.render.grids import grid_xml
from rectification.reports.render.runs import HEADING, indent, paragraph, run, spaced
from rectification.reports.snapshot import Snapshot

_HEADERS, _WEIGHTS = ("内容", "原为", "现为"), (12, 10, 10)


def correction(snapshot: Snapshot) -> str:
    """The note at the head of the text; nothing for a report that corrects none."""
    stamp = snapshot.stamp
    if not stamp.get("corrects"):
        return ""
    why = str(stamp.get("why", "")).rstrip("。")
    told = (
        f"本件代替{stamp['corrects']}。更正原因：{why}。" if why else f"代替{stamp['corrects']}。"
    )
    rows = changed_rows(stamp)
    text = paragraph(run("更正说明：", HEADING, 32) + run(told), ind=indent(2))
    if not rows:
        return text
    grid = Grid(_HEADERS, _WEIGHTS, rows)
    after = paragraph("", space=spaced(0, 0, 200))
    return text + grid_xml(grid, fitted(grid, turn=False)) + after


def changed_rows(stamp: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Label, old, new of each change."""
    return [_three(one) for one in stamp.get("changes") or ()]


def _three(change: Mapping[str, Any] | Sequence[Any]) -> tuple[str, str, str]:
    values = (
        [change.get(key) for key in ("label", "old", "new")]
        if isinstance(change, Mapping)
        else list(change)[:3]
    )
    label, old, new = ("—" if one in (None, "") else str(one) for one in values)
    return label, old, new
