"""Handing a workbook out: villages prefilled, last values grey, drop-downs, hints, the seal."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts.models.fields import new_uid
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.money import yuan
from villages.common.periods import Month
from villages.filings import values
from villages.filings.actions.drafting import require_filer
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import Cell, Line, sheet
from villages.filings.sealed.columns import layout
from villages.filings.sealed.seal import SHEET, Place, Seal
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx
from villages.models import Township, Village
from villages.trace.record import record


@transaction.atomic
def sealed_book(
    *, by: Any, township: Township, villages: Sequence[Village], month: Month
) -> tuple[bytes, str]:
    """The workbook of the villages that are not handed in, and its name.

    Raises `filing_not_allowed`, `nothing_open`, `nothing_asked`.
    """
    require_filer(by)
    grid = sheet(villages, township.county_code, month)
    lines = [one for one in grid.lines if one.is_open]
    _require_something(lines, grid.inputs, month)
    seal = Seal(
        new_uid(), township.code, month, tuple(one.key for one in grid.inputs),
        {one.code: Place(one.name, one.version) for one in lines},
    )  # fmt: skip
    stream = BytesIO()
    pages = [_page(township, month, grid.inputs, lines), _help(grid.inputs), _hidden(seal)]
    write_xlsx(stream, pages, locked=True)
    after = {"month": month.number, "villages": len(lines), "nonce": seal.nonce}
    record("filing.sheet_taken", township, by=by, after=after, count=len(lines))
    return stream.getvalue(), _("%s%s离线填报表.xlsx") % (township.name, month.label)


def _require_something(lines: Sequence[Line], inputs: Sequence[FilingInput], month: Month) -> None:
    if not inputs:
        raise DomainError("nothing_asked", _("%s没有启用的报表。") % month.label)
    if not lines:
        words = _("%s各村都已提交,没有可填写的村。") % month.label
        raise DomainError("nothing_open", words, _("需要修改的,请先撤回。"))


def _page(
    township: Township, month: Month, inputs: Sequence[FilingInput], lines: Sequence[Line]
) -> Sheet:
    advice = _(
        "白色格已按系统现有的数填好,有变化的改,没有变化的不动;灰色格和表头不要改。填完后上传,"
        "或交给能上网的人上传。"
    )
    return Sheet(
        title=_("%s填报") % month.label,
        columns=layout(inputs).columns,
        rows=[_row(line) for line in lines],
        preamble=[[_("%s%s村级月度填报表") % (township.name, month.label)], [advice]],
        freeze=2,
    )


def _row(line: Line) -> list[Any]:
    pairs = [one for cell in line.cells for one in (_now(cell), _stored(cell.input, cell.last))]
    note = next((cell.drafted_note for cell in line.cells if cell.drafted_note), None)
    return [line.code, line.name, *pairs, note]


def _now(cell: Cell) -> Any:
    """What stands in the cell now; a text that cannot be read stays as it was typed."""
    read = values.read(cell.input, cell.text)
    return cell.text if read.fault else _stored(cell.input, read.value)


def _stored(one: FilingInput, value: Any) -> Any:
    if value is None:
        return None
    if one.kind is Kind.YUAN:
        return yuan(value)
    return values.show(one, value) if isinstance(value, bool) or one.choices else value


def _help(inputs: Sequence[FilingInput]) -> Sheet:
    heads = (_("填报项"), _("单位"), _("口径"), _("依据"), _("归口单位"))
    columns = [
        SheetColumn(words, width=width)
        for words, width in zip(heads, (20, 8, 60, 30, 16), strict=True)
    ]
    rows = [
        [str(one.label), layout([one]).filled[one.key].unit, str(one.definition), str(one.basis),
         str(one.owner)]
        for one in inputs
    ]  # fmt: skip
    return Sheet(_("口径说明"), columns, rows)


def _hidden(seal: Seal) -> Sheet:
    first, *others = seal.lines()
    columns = [
        SheetColumn(words, width=width) for words, width in zip(first, (20, 40, 50), strict=True)
    ]
    return Sheet(SHEET, columns, others, hidden=True)
