"""The columns of the workbook: known by their headings when it comes back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.filings.declaring import FilingInput
from villages.filings.values import unit_of
from villages.lists.sheets import SheetColumn

_WORDS = frozenset({Kind.BOOLEAN, Kind.CHOICE})


@dataclass(frozen=True)
class Layout:
    """Code, name, then for each input a column to fill and the grey one before, then a note."""

    code: SheetColumn
    name: SheetColumn
    filled: dict[str, SheetColumn]
    last: dict[str, SheetColumn]
    note: SheetColumn

    @property
    def columns(self) -> list[SheetColumn]:
        """All of them in order."""
        pairs = [one for key in self.filled for one in (self.filled[key], self.last[key])]
        return [self.code, self.name, *pairs, self.note]


def layout(inputs: Iterable[FilingInput]) -> Layout:
    """The columns for these inputs."""
    asked = list(inputs)
    do_not = _("系统已有内容,请勿改动")
    return Layout(
        SheetColumn(_("村代码"), Kind.CODE, 15, tint=True, note=do_not),
        SheetColumn(_("村名"), width=14, tint=True, note=do_not),
        {one.key: _to_fill(one) for one in asked},
        {one.key: _before(one) for one in asked},
        SheetColumn(_("说明"), width=30, note=_("数值与往常差别较大时,用一句话说明。")),
    )


def _to_fill(one: FilingInput) -> SheetColumn:
    return SheetColumn(
        str(one.label), kind=_kind(one), width=14, unit=unit_of(one), digits=one.places,
        options=_options(one), note=str(one.definition),
    )  # fmt: skip


def _before(one: FilingInput) -> SheetColumn:
    return SheetColumn(
        _("上期%s") % one.label, kind=_kind(one), width=12, digits=one.places, tint=True,
        note=_("上期的数,只供对照,不用填写"),
    )  # fmt: skip


def _kind(one: FilingInput) -> Kind:
    return Kind.TEXT if one.kind in _WORDS else one.kind


def _options(one: FilingInput) -> tuple[str, ...]:
    if one.kind is Kind.BOOLEAN:
        return (_("是"), _("否"))
    return tuple(str(label) for _key, label in one.choices)
