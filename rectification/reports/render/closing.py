"""The end of the text: names of attachments, signature, where numbers lead."""

from datetime import date

from rectification.reports.content import Table
from rectification.reports.render.marks import numbers_of
from rectification.reports.render.runs import LINE, indent, paragraph, run, spaced
from rectification.reports.render.seal import seal
from rectification.reports.snapshot import Snapshot

_FREE = 4  # characters free on the right of the date


def attachments(tables: list[Table]) -> str:
    """The names of attachments, one blank line under the text, wrapped lines aligned."""
    if len(tables) == 1:
        return paragraph(
            run(f"附件：{tables[0].title}"), keep=True, space=spaced(LINE),
            ind=indent(left=5, hanging=3),
        )  # fmt: skip
    lines = []
    for number, table in enumerate(tables, 1):
        first = number == 1
        text = f"{'附件：' if first else ''}{number}.{table.title}"
        ind = indent(left=6, hanging=4 if first else 1)
        last = number == len(tables)
        lines.append(paragraph(run(text), keep=last, space=spaced(LINE) if first else "", ind=ind))
    return "".join(lines)


def signature(snapshot: Snapshot) -> str:
    """The organ above its date, centred on it; the date four characters from the right."""
    organ, day = snapshot.content.organ, day_words(snapshot)
    above = _FREE + (_width(day) - _width(organ)) / 2
    return paragraph(
        run(organ), keep=True, space=spaced(2 * LINE), ind=indent(right=max(0, above)),
        side="right",
    ) + paragraph(run(day), ind=indent(right=_FREE), side="right")  # fmt: skip


def day_words(snapshot: Snapshot) -> str:
    """The day of the document, Arabic, without zeros: 2025年3月5日."""
    given = str(snapshot.stamp.get("day") or "")
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return given or snapshot.content.date_text
    return f"{day.year}年{day.month}月{day.day}日"


def _width(text: str) -> float:
    """Characters of a line that a text takes; digits are half as wide."""
    return sum(0.5 if one.isascii() else 1 for one in text)


def remark(snapshot: Snapshot) -> str:
    """How somebody with the paper in hand finds the rows behind a number."""
    content, code = snapshot.content, snapshot.code
    last = max(numbers_of(content).values(), default=1)
    told = f"数字编号前加报告码{code}可查来源，如{code}-{last}；校验码{seal(snapshot)}"
    return f"{told}，留痕根{content.root[:12]}" if content.root else told
