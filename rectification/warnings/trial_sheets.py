"""A trial as a workbook: months, villages, cases."""

from django.utils.translation import gettext as _

from rectification.warnings.choices import Colour
from rectification.warnings.figures.trials import CaseSeen, Trial
from villages.common.columns import Kind
from villages.lists.sheets import Sheet
from villages.lists.sheets.shape import SheetColumn, Value


def sheets_of(found: Trial, mark: str) -> list[Sheet]:
    """Three sheets, each with the mark of the export under it."""
    return [_months(found, mark), _villages(found, mark), _cases(found, mark)]


def _number(header: str) -> SheetColumn:
    return SheetColumn(header, Kind.INTEGER)


def _months(found: Trial, mark: str) -> Sheet:
    labels = [(key, str(label)) for key, label in Colour.choices]
    columns = [
        SheetColumn(_("月份"), width=14),
        *(_number(_("原%s") % label) for _key, label in labels),
        *(_number(_("试算%s") % label) for _key, label in labels),
        _number(_("变化的村")),
    ]
    rows: list[list[Value]] = [
        [one.month.code, *(one.before[key] for key, _label in labels),
         *(one.after[key] for key, _label in labels), one.changed]
        for one in found.months
    ]  # fmt: skip
    return Sheet(_("各月"), columns, rows, notes=[mark])


def _villages(found: Trial, mark: str) -> Sheet:
    columns = [
        SheetColumn(_("村代码"), width=16), SheetColumn(_("村"), width=16),
        SheetColumn(_("月份"), width=10), SheetColumn(_("原颜色")), SheetColumn(_("试算颜色")),
        SheetColumn(_("规则"), width=24), _number(_("变化的月数")),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [one.code, one.name, one.month.code, str(Colour(one.before).label),
         str(Colour(one.after).label), "、".join(one.rules), one.months]
        for one in found.changed
    ]  # fmt: skip
    return Sheet(_("变化的村"), columns, rows, notes=[mark])


def _cases(found: Trial, mark: str) -> Sheet:
    columns = [
        SheetColumn(_("整顿编号"), width=16), SheetColumn(_("村"), width=16),
        SheetColumn(_("认定月份")), SheetColumn(_("原来最早红色")), SheetColumn(_("试算最早红色")),
        _number(_("提前月数")),
    ]  # fmt: skip
    return Sheet(_("整顿村"), columns, [_case(one) for one in found.changed_cases], notes=[mark])


def _case(one: CaseSeen) -> list[str | int]:
    months = ((month.code if month else _("没有")) for month in (one.before, one.after))
    return [one.number, one.village, one.confirmed.code, *months, one.earlier]
