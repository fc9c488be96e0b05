"""One item of a ledger as a column: for lists, files, parts of a page, and single values."""

from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.columns import SUMMABLE, Column, Kind
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import words_of
from villages.ledgers.finding import ledger_of
from villages.ledgers.kinds import is_key, kind_of, model_field

VILLAGE = "village"
# What a row that is no ledger's is called by, in this order.
_NAMES = ("name", "title", "number", "code")


@cache
def column(ledger: Ledger, item: Item) -> Column:
    """The column of an item; a key to another row shows that row's natural label."""
    words, kind = words_of(ledger.key, item.name), kind_of(ledger, item)
    return Column(
        item.name,
        words.zh,
        path=_path(ledger, item),
        kind=kind,
        unit=words.unit if kind not in (Kind.YUAN, Kind.WAN, Kind.SHARE) else "",
        width=item.width,
        help=words.hint,
        visible=item.shown,
        total=item.total and kind in SUMMABLE,
        choices=model_field(ledger, item).choices or None,
        tone=item.tone,
    )


def place_columns(ledger: Ledger) -> tuple[Column, ...]:
    """Where a row belongs: its village, township and code; nothing for rows of the county."""
    if not ledger.about_village:
        return ()
    return (
        column(ledger, ledger.item(VILLAGE)),
        Column("township", _("乡镇"), path="village__township__name", width=14),
        Column("village_code", _("区划代码"), path="village__code", kind=Kind.CODE, width=16,
               visible=False),
    )  # fmt: skip


def unit_of(ledger: Ledger, item: Item) -> Any:
    """The unit that stands beside a value."""
    if kind_of(ledger, item) is Kind.SHARE:
        return "%"
    return column(ledger, item).shown_unit


def _path(ledger: Ledger, item: Item) -> str:
    if not is_key(ledger, item):
        return item.name
    return f"{item.name}__{item.by or _natural(model_field(ledger, item).related_model)}"


def _natural(model: Any) -> str:
    """The field by which people call a row: that of its ledger's key, else the first of names."""
    ledger, known = ledger_of(model), {field.name for field in model._meta.fields}
    own = [name for name in ledger.natural_key if not _is_place(model, name)] if ledger else []
    return next((name for name in (*_NAMES, *own) if name in known), "pk")


def _is_place(model: Any, name: str) -> bool:
    return bool(model._meta.get_field(name).is_relation)
