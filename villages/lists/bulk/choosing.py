"""Which rows a bulk action means, read again at every step."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.lists.listing import Listing

LIMIT = 500


@dataclass(frozen=True)
class Choice:
    """The chosen rows. `missing` counts ticked rows that are gone or out of reach by now."""

    rows: QuerySet[Any]
    count: int
    everything: bool
    keys: tuple[str, ...]
    missing: int


def read_choice(listing: Listing, data: QueryDict) -> Choice:
    """The ticked rows, or all that match the question.

    Ticked rows are looked up in the rows that the person may see, never trusted. Raises
    `bulk_nothing_chosen`, `bulk_too_many`, `list_question_unclear`.
    """
    everything = data.get("all") == "1"
    keys = () if everything else tuple(dict.fromkeys(data.getlist("select")))
    if not everything and not keys:
        raise DomainError("bulk_nothing_chosen", _("没有选中任何一行。"), _("请先勾选要办理的行。"))
    _require_few(len(keys))
    rows = _matching(listing) if everything else _ticked(listing, keys)
    count = rows.order_by()[: LIMIT + 1].count()
    _require_few(count)
    return Choice(rows, count, everything, keys, 0 if everything else len(keys) - count)


def _matching(listing: Listing) -> QuerySet[Any]:
    listing.require_understood()
    return listing.ordered


def _ticked(listing: Listing, keys: tuple[str, ...]) -> QuerySet[Any]:
    spec = listing.spec
    chosen = listing.scoped.filter(**{f"{spec.identity}__in": keys})
    return chosen.order_by(*spec.order, spec.identity)


def _require_few(count: int) -> None:
    if count > LIMIT:
        raise DomainError(
            "bulk_too_many",
            _("一次最多办理 %(limit)s 行,当前选中的行数超过上限。") % {"limit": LIMIT},
            _("请增加筛选条件,分几批办理。"),
        )
