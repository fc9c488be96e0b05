"""Writing people, many at once."""

from collections.abc import Iterable
from typing import Any

from cadres.actions.matching import Stored
from cadres.models import Person
from cadres.sealing import index_of, seal
from villages.accounts.models.fields import new_uid
from villages.db import bulk
from villages.imports.declaring import Context, Row

PLAIN = (
    "name", "sex", "ethnicity", "birth_month", "education", "education_full_time", "political",
    "joined_party_on", "veteran", "returnee", "entrepreneur",
)  # fmt: skip
SEALED = ("id_sealed", "id_index", "phone_sealed")
# What no sheet says: unknown until somebody writes it.
UNSAID = ("own_income", "health")
_NULLABLE = frozenset({"birth_month", "joined_party_on", "veteran", "returnee", "entrepreneur"})


def insert_people(context: Context, rows: list[Row]) -> dict[int, str]:
    """Adds people; the uid of each by the `id()` of its row."""
    uids = {id(row): new_uid() for row in rows}
    if rows:
        bulk.insert(
            Person,
            ("uid", "county_code", "village", "source", "version", *PLAIN, *SEALED, *UNSAID),
            [
                (
                    uids[id(row)], context.county, row.village.pk, context.source[:120], 1,
                    *_plain(row, {}), *_sealed(row), *("" for _one in UNSAID),
                )
                for row in rows
            ],
        )  # fmt: skip
    return uids


def update_people(pairs: list[tuple[Row, Stored]]) -> None:
    """Sets what the sheet says; where it says nothing, what was known stays."""
    rows = [
        (
            one.fields["pk"], row.village.pk, one.fields["version"] + 1, *_plain(row, one.fields),
            *_sealed(row, one.fields),
        )
        for row, one in pairs
    ]  # fmt: skip
    if rows:
        bulk.update(Person, "id", ("village_id", "version", *PLAIN, *SEALED), rows)


def undo_fields(one: Stored) -> list[Any]:
    """What brings a changed person back; numbers stay sealed."""
    kept = {key: one.fields[key] for key in ("village_id", *PLAIN, *SEALED)}
    joined = kept["joined_party_on"]
    kept["joined_party_on"] = joined.isoformat() if joined else None
    return [one.fields["uid"], one.fields["version"], kept]


def _plain(row: Row, known: dict[str, Any]) -> Iterable[Any]:
    for key in PLAIN:
        value = row.values.get(key)
        empty = None if key in _NULLABLE else ""
        yield value if value is not None else known.get(key, empty)


def _sealed(row: Row, known: dict[str, Any] | None = None) -> tuple[str, str, str]:
    number, phone = row.values.get("id_number"), row.values.get("phone")
    known = known or dict.fromkeys(SEALED, "")
    index = index_of(number.raw) if number else known["id_index"]
    # Sealing twice gives two texts: an unchanged number keeps its own.
    same = index == known["id_index"]
    id_sealed = known["id_sealed"] if same or not number else seal(number.raw)
    return id_sealed, index, seal(phone.raw) if phone else known["phone_sealed"]
