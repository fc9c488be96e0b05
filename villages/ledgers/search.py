"""Ledgers and their fields in the search of the header."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import SearchHit, SearchSource
from villages.common.text import search_key
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.finding import address
from villages.ledgers.hubs import HUBS


def find_ledgers(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Ledgers that the person may read, by title. No query."""
    key = search_key(text)
    found = (one for one in _readable(user) if key and key in search_key(str(one.title)))
    return [SearchHit(str(one.title), address(one), str(HUBS[one.hub])) for one in
            islice(found, limit)]  # fmt: skip


def find_fields(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Fields of those ledgers by label: they lead to their definitions. No query."""
    key = search_key(text)
    return list(islice(_fields(user, key), limit)) if key else []


def _fields(user: Any, key: str) -> Iterator[SearchHit]:
    for ledger in _readable(user):
        for item in ledger.items:
            words = words_of(ledger.key, item.name)
            if key in search_key(words.zh):
                url = f"{reverse('help:fields_of', args=[ledger.key])}#{item.name}"
                yield SearchHit(words.zh, url, __("%s的字段说明") % ledger.title)


def _readable(user: Any) -> list[Ledger]:
    return [one for one in ledgers().values() if one.may_read(user)]


SEARCH = (
    SearchSource("ledgers", _("台账"), 40, works_in_territory, find_ledgers),
    SearchSource("fields", _("字段说明"), 890, works_in_territory, find_fields),
)
