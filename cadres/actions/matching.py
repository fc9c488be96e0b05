"""Who a row of the sheet is: by identity number, else by village, name and month of birth."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cadres.models import Person, PostTenure
from cadres.posts import Held, Posts
from cadres.sealing import IdNumber, Phone, index_of, unseal
from villages.imports.declaring import Key, Row, Values
from villages.imports.places import township_key, village_key

_READ = (
    "pk", "uid", "version", "village_id", "village__code", "village__name",
    "village__township__name", "name", "sex", "ethnicity", "birth_month", "education",
    "education_full_time", "political", "joined_party_on", "veteran", "returnee", "entrepreneur",
    "id_sealed", "id_index", "phone_sealed",
)  # fmt: skip


@dataclass(frozen=True)
class OpenPost:
    """An open tenure of a stored person."""

    pk: int
    village_id: int
    held: Held
    started_on: date | None


@dataclass(frozen=True, eq=False)
class PlaceName:
    """A stored place that equals every way of writing its name: 何河村 is 何河, not 李庄."""

    name: str
    key: Callable[[str], str]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.key(other) == self.key(self.name)

    def __hash__(self) -> int:
        return hash(self.key(self.name))

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Stored:
    """A person as stored: the row of the table, open posts, and what a sheet would say."""

    fields: dict[str, Any]
    posts: tuple[OpenPost, ...]
    values: Values


def key_of(row: Row, *, by_number: bool = True) -> Key:
    """The natural key of a row."""
    number = row.values.get("id_number")
    if number is not None and by_number:
        return "id", index_of(number.raw)
    code = row.village.code if row.village else ""
    return "name", code, row.values["name"], row.values.get("birth_month")


def stored_people(county: str) -> dict[Key, Stored]:
    """Everybody of a county under both keys, the number winning. Two queries."""
    posts = _open_posts(county)
    found: dict[Key, Stored] = {}
    for fields in Person.objects.filter(county_code=county).values(*_READ):
        one = Stored(fields, tuple(posts[fields["pk"]]), _values(fields, posts[fields["pk"]]))
        code, name, birth = fields["village__code"], fields["name"], fields["birth_month"]
        found["name", code, name, birth] = one
        if fields["id_index"]:
            found["id", fields["id_index"]] = one
    return found


def _open_posts(county: str) -> dict[int, list[OpenPost]]:
    rows = PostTenure.objects.filter(county_code=county).open()
    posts: dict[int, list[OpenPost]] = defaultdict(list)
    for pk, person, village, post, duty, started in rows.values_list(
        "pk", "person_id", "village_id", "post", "duty", "started_on"
    ):
        posts[person].append(OpenPost(pk, village, Held(post, duty), started))
    return posts


def _values(fields: dict[str, Any], posts: list[OpenPost]) -> Values:
    number, phone = unseal(fields["id_sealed"]), unseal(fields["phone_sealed"])
    plain = (
        "name", "sex", "ethnicity", "birth_month", "education", "education_full_time", "political"
    )  # fmt: skip
    return {
        **{key: fields[key] or None for key in plain},
        **{key: fields[key] for key in ("veteran", "returnee", "entrepreneur")},
        "joined_party_on": fields["joined_party_on"],
        "code": fields["village__code"],
        "village": PlaceName(fields["village__name"], village_key),
        "township": PlaceName(fields["village__township__name"], township_key),
        "posts": Posts.of([one.held for one in posts]),
        "started_on": max((one.started_on for one in posts if one.started_on), default=None),
        "id_number": IdNumber(number) if number else None,
        "phone": Phone(phone) if phone else None,
    }
