"""Fields of a ledger's resource, from its items and the dictionary."""

from collections.abc import Iterator
from typing import Any

from villages.common.columns import Kind
from villages.ledgers.api.values import EXACT, identity_of, shape_of
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import Words, words_of
from villages.ledgers.kinds import is_key, model_field
from villages.rest.fields import Field

UID, TWELVE = "^[0-9a-f]{32}$", "^[0-9]{12}$"


def fields_of(ledger: Ledger) -> tuple[Field, ...]:
    """What the resource shows: where the row belongs, its items, what is computed, its version."""
    return (*_heads(ledger), *_items(ledger), *ledger.answers, *_tails())


def _heads(ledger: Ledger) -> Iterator[Field]:
    yield Field(
        "uid", "编号", "Identity of the row", pattern=UID, brief=True,
        example="0f8fad5bd9cb469fa16570867728950e",
    )  # fmt: skip
    yield Field(
        "county", "县代码", "Code of the county", Kind.CODE, source="county_code",
        pattern="^[0-9]{6}$", example="999900", filters=EXACT,
    )  # fmt: skip
    if not ledger.about_village:
        return
    yield Field(
        "township", "乡镇代码", "Code of the township", Kind.CODE,
        source="village__township__code", pattern="^[0-9]{9}$", example="999900001",
        filters=(*EXACT, "startswith"),
    )  # fmt: skip
    yield Field(
        "township_name", "乡镇", "Name of the township", source="village__township__name",
        example="柳林镇",
    )  # fmt: skip


def _tails() -> Iterator[Field]:
    yield Field(
        "version", "版本", "Version of the row", Kind.INTEGER,
        about_en="Grows with every change; it stands in the ETag too.",
    )  # fmt: skip


def _items(ledger: Ledger) -> Iterator[Field]:
    for item in ledger.items:
        if item.seen_by is None:
            yield from of_item(ledger, item)
    if all(item.name != "source" for item in ledger.items):
        words = words_of(ledger.key, "source")
        yield _plain(words, "source", example=words.example or None, about_zh=words.hint)


def of_item(ledger: Ledger, item: Item) -> Iterator[Field]:
    """The field of one item; a key to another row is its code or uid, with its name beside."""
    words, field = words_of(ledger.key, item.name), model_field(ledger, item)
    facts: dict[str, Any] = {
        "about_zh": words.hint,
        "about_en": words.about_en,
        "unit": words.unit,
        "example": words.example or None,
        "nullable": bool(field.null),
        "brief": item.shown,
    }
    if is_key(ledger, item):
        yield from _keys(ledger, item, words, facts)
    else:
        yield _plain(words, item.name, **facts | shape_of(ledger, item))


def _plain(words: Words, name: str, **facts: Any) -> Field:
    return Field(name, words.zh, words.en, **facts)


def _keys(ledger: Ledger, item: Item, words: Words, facts: dict[str, Any]) -> Iterator[Field]:
    path = identity_of(ledger, item)
    pattern = TWELVE if item.name == "village" else UID if path == "uid" else ""
    lookups = (*EXACT, "startswith") if item.name == "village" else EXACT if pattern else ()
    yield _plain(
        words, item.name, **facts, source=f"{item.name}__{path}", pattern=pattern,
        filters=lookups, orders=path == "code",
    )  # fmt: skip
    name = "name" if item.name == "village" else item.by
    if name and name != path:
        yield Field(
            f"{item.name}_name", f"{words.zh}(名称)", f"{words.en}, by name",
            source=f"{item.name}__{name}", nullable=facts["nullable"], brief=item.shown,
            show=_as_text,
        )  # fmt: skip


def _as_text(value: Any) -> str | None:
    return None if value is None else str(value)
