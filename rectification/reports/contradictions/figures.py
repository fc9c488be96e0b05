"""Each figure is what its frozen rows give, on its base, and the same wherever it stands. Pure."""

from collections.abc import Iterator

from rectification.reports.content import Item, ReportContent, Table
from rectification.reports.content.items import stored

Found = Iterator[tuple[str, str]]
_FORMS = ("", "share", "wan", "size")
_ALL = 100
_ALL = 100


def formulas(content: ReportContent) -> Found:
    """The frozen rows give the figure again; a gap has no number, a number has a formula."""
    for item in content.figures:
        if item.gap is not None:
            if item.value is not None:
                yield item.code, f"“{item.label}”标明没有数据，却有数{item.value}。"
        elif item.formula is None:
            yield item.code, f"“{item.label}”没有写明怎样由底数算出。"
        else:
            yield from _again(content, item)


def _again(content: ReportContent, item: Item) -> Found:
    try:
        value = stored(item.formula.value(content.base_of)) if item.formula else None
    except KeyError:
        yield item.code, f"“{item.label}”的底数不在报告里。"
        return
    if value != item.value:
        yield item.code, f"“{item.label}”为{item.value}，由底数算出的是{value}。"


def shares(content: ReportContent) -> Found:
    """A share lies between nothing and all; what is told against a plan or a goal may be above."""
    for item in content.figures:
        if item.formula is None or item.formula.how != "share" or item.number is None:
            continue
        most = _ALL if _is_part(item) else item.number
        if not 0 <= item.number <= most:
            yield item.code, f"“{item.label}”为{item.value}%，不在0和100之间。"


def _is_part(item: Item) -> bool:
    """Whether the numerator counts some of the rows that the denominator counts."""
    if item.formula is None:
        return False
    part, whole = item.formula.folds
    same = (part.table, part.how, part.column) == (whole.table, whole.how, whole.column)
    return same and set(map(str, whole.where)) <= set(map(str, part.where))


def bases(content: ReportContent) -> Found:
    """A sentence that tells a share with its base has one to tell; parts are not above it."""
    for line in content.lines:
        for code in line.figure_codes:
            item = content.by_code.get(code)
            if item is None or f"{{{code}:share}}" not in line.pattern:
                continue
            if not item.denominator or item.numerator is None:
                yield line.key, f"“{item.label}”没有写明分母。"


def known(content: ReportContent) -> Found:
    """Sentences, tables and charts state figures of the report that have a number."""
    for line in content.lines:
        for code in line.figure_codes:
            if (item := content.by_code.get(code)) is None:
                yield line.key, f"句中的数“{code}”不在报告里。"
            elif item.value is None:
                yield line.key, f"句中的“{item.label}”没有数据。"
    for table in content.tables:
        for code in table.figure_codes:
            if code not in content.by_code:
                yield table.key, f"表“{table.title}”中的数“{code}”不在报告里。"


def tables(content: ReportContent) -> Found:
    """A cell prints the figure that stands behind it."""
    for table in content.tables:
        for row, codes in zip(table.rows, table.codes, strict=False):
            for cell, code in zip(row, codes, strict=False):
                item = content.by_code.get(code or "")
                if item is not None and not _prints(str(cell), item):
                    yield table.key, _differs(table, item, str(cell))


def _prints(cell: str, item: Item) -> bool:
    shown = {item.shown(form) for form in _FORMS if form != "wan" or item.unit == "元"}
    return cell in shown or cell.rstrip("%") in shown


def _differs(table: Table, item: Item, cell: str) -> str:
    return f"表“{table.title}”印的{cell}与“{item.label}”{item.shown()}不等。"
