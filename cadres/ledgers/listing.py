"""What all lists that a county keeps itself have in common."""

from typing import Any

from cadres.perms import may_keep_lists
from villages.ledgers.declaring import Item, Ledger

LISTED = (
    Item("position", width=6),
    Item("name", wide=True, width=30),
    Item("valid_from", fixed=True),
    Item("valid_to"),
)


def listed(
    key: str, model: Any, title: Any, title_en: str, one_en: str, items: tuple[Item, ...],
    **more: Any,
) -> Ledger:  # fmt: skip
    """A county's list as a ledger that the organization department keeps."""
    return Ledger(
        key=key, hub="cadres", model=model, title=title, one=title, title_en=title_en,
        one_en=one_en, items=items, natural_key=("name", "valid_from"),
        order=("position", "name"), may_write=may_keep_lists, search=("name",), **more,
    )  # fmt: skip
